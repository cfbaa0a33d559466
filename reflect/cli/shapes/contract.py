"""Every shape by its verb, described by JSON Schema (`reflect help formats`)."""

from typing import Any

from pydantic import BaseModel

from reflect.cli.shapes.agenda import AgendaItem, AgendaList
from reflect.cli.shapes.assessment import AssessedMonth, CourseLine
from reflect.cli.shapes.case import CaseName, CaseRow, ForgottenPerson, MadeCase
from reflect.cli.shapes.entries import EntryRow, Imported, NewEntry, SearchHit, ShownEntry, TakenOut
from reflect.cli.shapes.leitbild import ImportedLeitbild, LeitbildComparison, LeitbildFlaw, LeitbildMap, LeitbildRow
from reflect.cli.shapes.onboarding import OnboardingRow, ParticipationRow, ShownPlan, ShownTask, ShownVignette
from reflect.cli.shapes.protocols import FlawRow, ProtocolRow, ShownProtocol
from reflect.cli.shapes.release import Anonymized, Held, Written
from reflect.cli.shapes.session import SessionPlan, SessionRow
from reflect.cli.shapes.vault import Checked, Choices, MadeVault
from reflect.domain.leitbild import Leitbild

SHAPES: dict[str, tuple[type[BaseModel], bool]] = {
    "init": (MadeVault, False),
    "new": (NewEntry, False),
    "resume": (NewEntry, False),
    "edit": (NewEntry, False),
    "list": (EntryRow, True),
    "trash": (EntryRow, True),
    "show": (ShownEntry, False),
    "search": (SearchHit, True),
    "case list": (CaseRow, True),
    "case new": (MadeCase, False),
    "case names": (CaseName, True),
    "agenda": (AgendaList, True),
    "agenda mark": (AgendaItem, False),
    "forget": (ForgottenPerson, False),
    "export (7)": (Held, False),
    "export (0)": (Written, False),
    "takeout": (TakenOut, False),
    "anonymize": (Anonymized, False),
    "import": (Imported, False),
    "session list": (SessionRow, True),
    "session plan": (SessionPlan, False),
    "prompts list": (ProtocolRow, True),
    "prompts show": (ShownProtocol, False),
    "prompts check": (FlawRow, True),
    "assess": (AssessedMonth, False),
    "assess course": (CourseLine, True),
    "leitbild show": (Leitbild, False),
    "leitbild import": (ImportedLeitbild, False),
    "leitbild list": (LeitbildRow, True),
    "leitbild map": (LeitbildMap, False),
    "leitbild diff": (LeitbildComparison, False),
    "leitbild check": (LeitbildFlaw, True),
    "leitbild workshop (7)": (Held, False),
    "leitbild workshop (0)": (Written, False),
    "onboarding list": (OnboardingRow, True),
    "onboarding show": (ShownPlan, False),
    "onboarding vignette": (ShownVignette, False),
    "onboarding sign": (ShownTask, False),
    "onboarding proof": (ParticipationRow, True),
    "check": (Checked, False),
    "config": (Choices, False),
}
"""Verb -> shape, and whether a list of it goes out."""


def schemas() -> dict[str, Any]:
    """The JSON Schema (2020-12) of every output, by verb."""
    found: dict[str, Any] = {}
    for verb, (shape, many) in SHAPES.items():
        schema = shape.model_json_schema(by_alias=True, mode="serialization")
        definitions = schema.pop("$defs", {})
        whole = {"type": "array", "items": schema} if many else schema
        found[verb] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **whole,
            **({"$defs": definitions} if definitions else {}),
        }
    return found
