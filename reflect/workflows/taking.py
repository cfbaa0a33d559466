"""Taking along: what a presenter picked leaves as a sealed file, or goes into the vault that is theirs."""

from pathlib import Path

from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.entry import Entry, new_id
from reflect.domain.fault import AlreadyThere, NotFound, WrongUsage
from reflect.domain.trial import planned
from reflect.exchange import age, file
from reflect.workflows.sitting import Sitting

PROTOCOL = "mitgenommen"
MOST_BYTES = 1 << 20


def seal(takeaway: Takeaway, path: Path, secret: str) -> None:
    """Write a sealed file for the presenter.

    Args:
        takeaway: What was picked.
        path: The file, named by a person; it must not exist.
        secret: A passphrase, or a public key (`age1…`).

    Raises:
        AlreadyThere: Something has this name.
        WrongUsage: The secret is empty or no public key.
        NotSaved: The disk refused.
    """
    if path.exists():
        raise AlreadyThere(path)
    file.write(path, age.seal(takeaway.dump(), secret))


def unseal(path: Path, secret: str) -> Takeaway:
    """Open a sealed file.

    Raises:
        NotFound: There is no such file.
        WrongUsage: It is something else.
        WrongPassphrase: It does not open.
    """
    try:
        with path.open("rb") as sealed:
            content = sealed.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotFound("file", str(path)) from None
    except OSError:
        raise WrongUsage("file-unreadable", path=path) from None
    if len(content) > MOST_BYTES:
        raise WrongUsage("not-age")
    return Takeaway.load(age.unseal(content, secret))


def keep(sitting: Sitting, takeaway: Takeaway) -> str:
    """Put it into the open vault as an entry.

    Returns:
        Its id.

    Raises:
        ReadOnly: The vault is open for reading only.
        NotSaved: The disk refused.
    """
    protocol = sitting.catalogue.load(PROTOCOL, sitting.config.language)
    now = sitting.now()
    entry = Entry(id=new_id(), protocol=protocol, created=now, changed=now)
    entry.answers["methode"] = takeaway.method
    if takeaway.question:
        entry.answers["schluesselfrage"] = takeaway.question
    if takeaway.lines:
        entry.answers["beitraege"] = list(takeaway.lines)
    if takeaway.step:
        entry.answers["erster-schritt"] = takeaway.step
    if takeaway.until:
        entry.answers["bis-wann"] = takeaway.until.isoformat()
    entry.next_steps = planned(entry)
    sitting.save(entry)
    return entry.id
