"""Touching: which statements the references of an entry mean, and how a mark is set and taken back."""

from collections.abc import Iterable, Sequence

from reflect.domain.leitbild import Leitbild, Statement


def touched(text: Leitbild, references: Iterable[str]) -> tuple[Statement, ...]:
    """The statements that an entry's references mean, in the order of the text; what it does not know is left out.

    An own statement that was marked by its own id speaks for the shipped ones it stands for.

    Args:
        text: The one that counts.
        references: Ids as an entry keeps them.
    """
    named = list(references)
    own = [one for one in text.statements() if one.id in named and one.stands_for]
    spoken_for = {shipped for one in own for shipped in one.stands_for}
    meant = [one for reference in named if reference not in spoken_for for one in text.meant(reference)]
    places = {one.id: at for at, one in enumerate(_every(text))}
    return tuple(sorted(dict.fromkeys([*own, *meant]), key=lambda one: places[one.id]))


def _every(text: Leitbild) -> Iterable[Statement]:
    for statement in text.statements():
        yield statement
        yield from statement.parts


def toggled(text: Leitbild, references: Sequence[str], reference: str) -> list[str]:
    """The references after a statement was marked, or its mark was taken back.

    An own statement is kept with the shipped ones it stands for, so that protocols and other versions find it.

    Args:
        text: The one that counts.
        references: Ids as an entry keeps them.
        reference: Id of the statement.
    """
    found = next(iter(text.meant(reference)), None)
    if found is None:
        rest = [one for one in references if one != reference]
        return rest if len(rest) < len(references) else [*rest, reference]
    if found not in touched(text, references):
        return list(dict.fromkeys([*references, found.id, *found.stands_for]))
    others = [one for one in text.statements() if one != found and one.id in references]
    needed = {shipped for one in others for shipped in one.stands_for}
    return [one for one in references if one in needed or found not in text.meant(one)]
