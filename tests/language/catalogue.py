"""The English catalogue: what the code says, brought into the .po file, and the .po file compiled.

Run it from the root of the repository:

    python -m tests.language.catalogue update    the code's sentences into reflect.po, then reflect.mo
    python -m tests.language.catalogue compile   reflect.po into reflect.mo

A translator edits reflect.po with any editor for such files, or with a text editor.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import reflect

HOUSE = Path(reflect.__file__).parent
PO = HOUSE / "language/locale/en/LC_MESSAGES/reflect.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
HEADER = "# English words of reflect. The source language is German.\n#"


def extracted() -> Catalog:
    """Every sentence of the code, in the order of the files."""
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(HOUSE, keywords=KEYWORDS, method_map=[("**.py", "python")], options_map={})
    for name, _line, message, _comments, context in found:
        if message and message != ("", ""):
            catalog.add(message, locations=[(f"reflect/{name}", 0)], context=context)
    return catalog


def written() -> Catalog:
    """The catalogue as it is committed."""
    with PO.open("rb") as file:
        return read_po(file, locale="en", domain="reflect")


def compiled(catalog: Catalog) -> bytes:
    """The bytes of the .mo file."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def update() -> list[str]:
    """Bring the .po file up to date; what has no translation yet is returned."""
    catalog = written() if PO.exists() else Catalog(locale="en", domain="reflect", charset="utf-8")
    made = catalog.creation_date
    catalog.update(extracted(), no_fuzzy_matching=True)
    catalog.creation_date = made  # the file changes when words change, not with the day
    catalog.obsolete.clear()
    save(catalog)
    compile_()
    return [str(message.id) for message in catalog if message.id and not is_translated(message)]


def is_translated(message: Message) -> bool:
    """Whether every form of a sentence has words."""
    return all(message.string) if isinstance(message.string, list | tuple) else bool(message.string)


def save(catalog: Catalog) -> None:
    """Write the .po file, sorted, so that two branches rarely touch the same lines."""
    catalog.header_comment = HEADER
    catalog.fuzzy = False
    catalog.project, catalog.version = "reflect", "1"
    catalog.msgid_bugs_address, catalog.last_translator, catalog.language_team = "", "reflect", "reflect"
    with PO.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False)


def compile_() -> None:
    """Write the .mo file from the .po file."""
    MO.write_bytes(compiled(written()))


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        for sentence in update():
            print(sentence)
    elif sys.argv[1:] == ["compile"]:
        compile_()
    else:
        sys.exit(__doc__)
