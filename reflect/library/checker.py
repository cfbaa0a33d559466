"""The checker: everything that is wrong in a folder of protocols, file by file and between them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from reflect.domain.fault import NotFound
from reflect.domain.leitbild import covers
from reflect.domain.protocol import ProtocolKind, QuestionType
from reflect.library import assessment, comparison, leitbild, moderation, raw, reader, vignette
from reflect.library.catalogue import Catalogue
from reflect.library.flaw import Flaw
from reflect.library.listing import HANDBOOK, LANGUAGES, NOT_PROTOCOLS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reflect.domain.protocol import Protocol, Step
    from reflect.library.reader import Reading

MAX_ALOUD = 20
SENTENCE_END = re.compile(r"[.!?…:]+[“”\"]?\s+")

Readings = list[tuple[str, "Path", "Reading"]]
"""Language, file and what came out of it."""


def check(folder: Path) -> tuple[Flaw, ...]:
    """Every flaw of every protocol below a folder, by file and line.

    Args:
        folder: A folder with a folder per language, or any folder of protocols (then taken for German), or one file.
            `README.md`, `leitbild.md` and what lies in `help/` are no protocols.

    Raises:
        NotFound: There is no such folder or file.
    """
    if not folder.exists():
        raise NotFound("file", str(folder))
    flaws: list[Flaw] = []
    readings: Readings = []
    for file in _files(folder):
        language = _language(file, folder)
        text, seen = raw.text(file)
        flaws.extend(seen)
        if text is None:
            continue
        reading = reader.read(text, file, language)
        flaws.extend(reading.flaws)
        readings.append((language, file, reading))
    for _, file, reading in readings:
        if reading.protocol:
            flaws.extend(_within(reading.protocol, file, reading.lines))
    flaws.extend(_ids(readings))
    flaws.extend(_loops(readings))
    flaws.extend(_languages(readings))
    return tuple(sorted(flaws, key=lambda flaw: (flaw.file, flaw.line, flaw.what)))


def _files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    return sorted(path for path in folder.rglob("*.md") if path.is_file() and _is_protocol(path.relative_to(folder)))


def _is_protocol(path: Path) -> bool:
    return path.name.lower() not in NOT_PROTOCOLS and HANDBOOK not in path.parts[:-1]


def _language(file: Path, folder: Path) -> str:
    parts = (folder.resolve().name, *file.relative_to(folder).parts[:-1]) if folder.is_dir() else file.resolve().parts
    return next((part for part in parts if part in LANGUAGES), LANGUAGES[0])


def _within(protocol: Protocol, file: Path, lines: dict[str, int]) -> Iterator[Flaw]:
    for statement in protocol.principles:
        if not _is_statement(statement):
            yield Flaw(file, lines.get("principles", 1), "principle-unknown", {"found": statement})
    for question in protocol.questions():
        for statement in question.principles:
            if not _is_statement(statement):
                yield Flaw(file, lines[f"question/{question.id}"], "principle-unknown", {"found": statement})
    for question_id in _proposing_nothing(protocol):
        yield Flaw(file, lines[f"question/{question_id}"], "missing-unknown", {"found": question_id})
    for step in protocol.steps:
        yield from _aloud(step, file, lines)
    if protocol.kind is ProtocolKind.ASSESSMENT:
        yield from assessment.flaws(protocol, file, lines)
    for place, what, facts in vignette.faults(protocol):
        yield Flaw(file, lines.get(place, 1), what, facts)


def _proposing_nothing(protocol: Protocol) -> Iterator[str]:
    """Questions whose `missing` names no `choices` question before them that has as many options."""
    options: dict[str, int] = {}
    for question in protocol.questions():
        fits = question.type is QuestionType.CHOICE and options.get(question.missing) == len(question.options)
        if question.missing and not fits:
            yield question.id
        if question.type is QuestionType.CHOICES:
            options[question.id] = len(question.options)


def _is_statement(statement: str) -> bool:
    return any(covers(known.id, statement) for known in leitbild.shipped(LANGUAGES[0]).statements())


def _aloud(step: Step, file: Path, lines: dict[str, int]) -> Iterator[Flaw]:
    spoken = {f"sentence/{step.id}/{number}": text for number, text in enumerate(step.read_aloud)}
    spoken |= {f"said/{step.id}/{name}": getattr(step.moderation, name) for name in moderation.SENTENCES}
    for place, text in spoken.items():
        longest = max(len(sentence.split()) for sentence in SENTENCE_END.split(text))
        if longest > MAX_ALOUD:
            yield Flaw(file, lines[place], "sentence-long", {"found": str(longest), "right": str(MAX_ALOUD)})


def _ids(readings: Readings) -> Iterator[Flaw]:
    first: dict[tuple[str, str], Path] = {}
    for language, file, reading in readings:
        if reading.id:
            earlier = first.setdefault((language, reading.id), file)
            if earlier != file:
                facts = {"id": reading.id, "file": str(earlier)}
                yield Flaw(file, reading.lines.get("id", 1), "protocol-twice", facts)


def _loops(readings: Readings) -> Iterator[Flaw]:
    wanted = [
        (file, reading.lines[f"step/{step.id}"], step.loop)
        for _, file, reading in readings
        if reading.protocol
        for step in reading.protocol.steps
        if step.loop
    ]
    if not wanted:
        return
    known = {row.id for row in Catalogue().protocols(LANGUAGES[0])} | {reading.id for _, _, reading in readings}
    for file, line, loop in wanted:
        if loop not in known:
            yield Flaw(file, line, "loop-unknown", {"found": loop})


def _languages(readings: Readings) -> Iterator[Flaw]:
    spoken = {language for language, _, _ in readings}
    found: dict[str, dict[str, tuple[Path, Reading]]] = defaultdict(dict)
    for language, file, reading in readings:
        if reading.id:
            found[reading.id].setdefault(language, (file, reading))
    for name, versions in found.items():
        measure = next(versions[language] for language in LANGUAGES if language in versions)
        for language in LANGUAGES:
            if language in versions:
                yield from comparison.compare(measure, versions[language])
            elif language in spoken:
                line = measure[1].lines.get("id", 1)
                yield Flaw(measure[0], line, "language-missing", {"id": name, "right": language})
