"""The leaflet to hang up: what belongs into the vault and what does not; holds nothing a person wrote."""

from pathlib import Path

from reflect.domain.fault import AlreadyThere, NotSaved


def save(text: str, path: Path) -> Path:
    """Write the leaflet to the file a person named.

    Returns:
        The file as it is called now.

    Raises:
        AlreadyThere: The name is taken.
        NotSaved: The disk refused.
    """
    target = path.expanduser()
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise AlreadyThere(target) from None
    except PermissionError as error:
        raise NotSaved("not-allowed", target) from error
    except OSError as error:
        raise NotSaved("io", target) from error
    return target
