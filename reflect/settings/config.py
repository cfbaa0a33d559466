"""The person's choices: one TOML file that a person can read and change.

Plain dataclasses, not pydantic: the first page is painted with these choices before anything heavy is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from reflect.domain.fault import NotSaved, WrongUsage
from reflect.settings.adoption import Adoption, adoptions
from reflect.settings.known import KnownVault, known_vaults

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.domain.contact import Contact

ALLOWED = {"language": ("de", "en"), "theme": ("hell", "dunkel", "kontrast"), "signs": ("voll", "einfach")}
RANGES = {"idle_minutes": (0, 120), "backup_days": (1, 366)}
TEXTS = ("backup_folder", "author")


@dataclass(frozen=True)
class Config:
    """The choices. Keys that this version does not know are kept and written back.

    Attributes:
        language: `de` or `en`.
        theme: `hell`, `dunkel` or `kontrast`.
        signs: `voll`, or `einfach` for terminals whose font lacks some signs.
        idle_minutes: Minutes without a key until the vault locks, up to 120; 0 never.
        contacts: Whom to call; the public numbers where empty.
        backup_folder: Where backups go; empty for nowhere yet.
        backup_days: After how many days a backup is due, 1 to 366.
        author: Role in the footer of a released page, such as `Sozialarbeiterin`; empty says `Fachkraft`.
        vaults: Vaults on this computer, each with the neutral name its owner gave it.
        leitbild: Which version of the own Leitbild counts since when, the earliest first; none for the shipped one.
        unknown: What other versions of the program keep here.
    """

    language: str = "de"
    theme: str = "hell"
    signs: str = "voll"
    idle_minutes: int = 5
    contacts: tuple[Contact, ...] = ()
    backup_folder: str = ""
    backup_days: int = 7
    author: str = ""
    vaults: tuple[KnownVault, ...] = ()
    leitbild: tuple[Adoption, ...] = ()
    unknown: Mapping[str, Any] = field(default_factory=dict)

    @property
    def plain_signs(self) -> bool:
        """Whether only signs of every font are drawn."""
        return self.signs == "einfach"

    def changed(self, **choices: Any) -> Config:
        """The same choices with some changed.

        Raises:
            WrongUsage: `config-choice` (facts: key, right): a value does not fit.
        """
        wrong = _first_wrong(choices)
        if wrong:
            raise WrongUsage("config-choice", key=wrong, right=right(wrong))
        return replace(self, **choices)


KEYS = frozenset(one.name for one in fields(Config)) - {"unknown"}


def load(path: Path) -> Config:
    """Read the choices; a missing file gives the defaults.

    Raises:
        WrongUsage: `config-text` (fact: path), `config-broken` (path, line) or `config-value` (path, key, right).
    """
    return config_from(read(path), path)


def read(path: Path) -> dict[str, Any]:
    """The raw values of a settings file; none when it is missing.

    Raises:
        WrongUsage: See `load`.
    """
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError):
        raise WrongUsage("config-text", path=path) from None
    import tomllib  # noqa: PLC0415 - most people have no settings file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongUsage("config-broken", path=path, line=_line(str(error), text)) from None


def config_from(values: Mapping[str, Any], path: Path) -> Config:
    """The choices from raw values.

    Args:
        values: As TOML gives them.
        path: The file to name when a value does not fit.

    Raises:
        WrongUsage: `config-value`.
    """
    wrong = _first_wrong(values)
    known = {key: value for key, value in values.items() if key in KEYS}
    if not wrong and "contacts" in known:
        known["contacts"], wrong = _contacts(known["contacts"])
    if not wrong and "vaults" in known:
        known["vaults"], wrong = known_vaults(known["vaults"])
    if not wrong and "leitbild" in known:
        known["leitbild"], wrong = adoptions(known["leitbild"])
    if wrong:
        raise WrongUsage("config-value", path=path, key=wrong, right=right(wrong))
    return Config(**known, unknown={key: value for key, value in values.items() if key not in KEYS})


def save(config: Config, path: Path) -> None:
    """Write the choices that differ from the defaults, and everything this version does not know.

    Raises:
        NotSaved: The disk refused; the file is unchanged.
    """
    import tomli_w  # noqa: PLC0415 - only when something is written

    usual = asdict(Config())
    plain = asdict(replace(config, contacts=(), vaults=(), leitbild=()))
    values = {key: value for key, value in plain.items() if value != usual[key]}
    values.pop("unknown", None)
    if config.contacts:
        values["contacts"] = [one.model_dump(mode="json", exclude_defaults=True) for one in config.contacts]
    if config.vaults:
        values["vaults"] = [asdict(one) for one in config.vaults]
    if config.leitbild:
        values["leitbild"] = [asdict(one) for one in config.leitbild]
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(tomli_w.dumps(dict(config.unknown) | values), "utf-8")
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise NotSaved("not-allowed" if isinstance(error, PermissionError) else "io", path) from error


def right(key: str) -> str:
    """What would fit a key, as it is written in the file."""
    if key in ALLOWED:
        return ", ".join(ALLOWED[key])
    if key in RANGES:
        low, high = RANGES[key]
        return f"{low}–{high}"
    if key.startswith("vaults"):
        return "[[vaults]] name = …, folder = …"
    if key.startswith("leitbild"):
        return '[[leitbild]] version = "…", since = 2024-05-01'
    return "[[contacts]] name = …, number = …" if key.startswith("contacts") else '"…"'


def _first_wrong(values: Mapping[str, Any]) -> str:
    """The first key whose value does not fit; empty when all do."""
    for key, value in values.items():
        if key in ALLOWED and value not in ALLOWED[key]:
            return key
        if key in RANGES and (not isinstance(value, int) or isinstance(value, bool) or not _inside(value, key)):
            return key
        if key in TEXTS and not isinstance(value, str):
            return key
    return ""


def _inside(value: int, key: str) -> bool:
    low, high = RANGES[key]
    return low <= value <= high


def _contacts(rows: object) -> tuple[tuple[Contact, ...], str]:
    """The numbers, and the key that does not fit or the empty text."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - only where numbers are configured

    from reflect.domain.contact import Contact  # noqa: PLC0415 - the same

    try:
        return TypeAdapter(tuple[Contact, ...]).validate_python(rows), ""
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]["loc"]
        return (), ".".join(["contacts", *(str(part + 1 if isinstance(part, int) else part) for part in first)])


def _line(message: str, text: str) -> int:
    """The line that tomllib's message names: `… (at line 3, column 7)` or `… (at end of document)`."""
    _, found, rest = message.partition("at line ")
    number = rest.split(",")[0] if found else ""
    return int(number) if number.isdigit() else len(text.splitlines()) or 1
