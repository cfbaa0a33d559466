"""Anonymising a text that is in no vault: search, replace, show what was found."""

from collections.abc import Iterable

from reflect.anonymize.detection import detect
from reflect.anonymize.replacement import safe_text
from reflect.domain.fault import WrongUsage
from reflect.domain.finding import Finding
from reflect.domain.registry import KnownName


def names_from(lines: Iterable[str]) -> tuple[KnownName, ...]:
    """A name list: one per line, `name` or `kind<TAB>name`.

    Raises:
        WrongUsage: `names-kind` (fact: line): the word before the tab is no kind.
    """
    found = []
    for number, line in enumerate(lines, 1):
        try:
            name = KnownName.from_line(line)
        except ValueError:
            raise WrongUsage("names-kind", line=number) from None
        if name is not None and name.surface:
            found.append(name)
    return tuple(found)


def anonymized(text: str, names: tuple[KnownName, ...] = ()) -> tuple[str, tuple[Finding, ...]]:
    """The text with every certain and suspect finding replaced, and every finding.

    Args:
        text: Any text.
        names: What is known to occur.
    """
    findings = detect(text, names)
    return safe_text(text, findings), findings
