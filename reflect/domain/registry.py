"""The names a case knows: what the writer tells the program, so that it need not guess."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from reflect.domain.finding import Kind

Gender = Literal["f", "m", "n", ""]


class KnownName(BaseModel):
    """One name, nickname, place or number that belongs to a case.

    Attributes:
        surface: As the writer spells it; the detector adds inflections, transliterations and typos.
        kind: What it names.
        entity: Same person or thing, same entity: nicknames and full names of one person share it. Empty: its own.
        role: What stands instead, without a number or letter: `Klientin`, `Bruder von`, `Einrichtung`. Empty: by kind.
        gender: Of the role in German; empty when not known.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    surface: str
    kind: Kind = Kind.PERSON
    entity: str = ""
    role: str = ""
    gender: Gender = ""

    @classmethod
    def from_line(cls, line: str) -> Self | None:
        """Read a line: `name`, `kind<TAB>name` or `kind<TAB>name<TAB>role`; empty lines and `#` lines give None.

        Raises:
            ValueError: The kind before the tab is unknown.
        """
        line = line.strip("\r\n ")
        if not line or line.startswith("#"):
            return None
        kind, tab, rest = line.partition("\t")
        if tab:
            name, _, role = rest.partition("\t")
            return cls(surface=name.strip(), kind=Kind(kind.strip()), role=role.strip())
        return cls(surface=line)


class Registry(BaseModel):
    """The sealed name list of one case.

    Attributes:
        names: What is replaced wherever it occurs.
        keep: Words that always stay, although the detector would ask.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    names: tuple[KnownName, ...] = ()
    keep: tuple[str, ...] = ()

    def learn(self, name: KnownName) -> "Registry":
        """Add a name; one with the same surface is replaced."""
        others = tuple(known for known in self.names if known.surface.casefold() != name.surface.casefold())
        return self.model_copy(update={"names": (*others, name)})

    def always_keep(self, surface: str) -> "Registry":
        """Add a word that stays from now on."""
        if surface in self.keep:
            return self
        return self.model_copy(update={"keep": (*self.keep, surface)})
