"""`reflect leitbild show`: the statements that entries can touch."""

from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.language import N_


def _show(request: Request) -> int:
    whole = request.surroundings.leitbild
    if request.wants_json:
        request.console.write_json(whole.model_dump(mode="json"))
        return 0
    lines = [whole.title, *whole.preamble]
    for section in whole.sections:
        lines += ["", f"{section.id}  {section.title}", *section.text]
        for statement in section.statements:
            lines.append(f"  {statement.id:<6}{statement.text}")
            lines += [f"    {part.id:<6}{part.text}" for part in statement.parts]
    request.console.write("\n".join([*lines, *whole.closing]))
    return 0


VERBS = (Verb("leitbild show", N_("die Aussagen des Leitbilds mit ihren Nummern"), _show),)
