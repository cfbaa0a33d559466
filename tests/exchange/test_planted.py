"""A name planted anywhere in a finished page is caught; so is a mutilated reader of pages."""

import functools
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.anonymize import pages, pdftext
from reflect.anonymize.leakcheck import check
from reflect.domain.audience import Audience
from reflect.domain.release import Gate, Passage, ReleasedText
from reflect.exchange import docx, html, markdown, pdf, plain
from reflect.exchange.page import PageWords

WORDS = PageWords(footer="Pseudonymisiert und geprüft.", footer_label="Hinweis")
FAST: dict[str, Callable[..., bytes]] = {
    "md": markdown.render,
    "txt": plain.render,
    "html": html.render,
    "docx": docx.render,
}
NAME = "Tesfay"
FIELDS = ("title", "heading", "text", "footer", "label")
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßáéíóúçğışñøåœłđžšć"


def page(field: str = "text", words: str = "Klientin A kam.") -> tuple[ReleasedText, PageWords]:
    """A page with some words in one of its fields."""
    told = {"title": "Vorlage", "heading": "Was war", "text": "Es war laut."} | {field: words}
    released = ReleasedText(
        audience=Audience.TEAM,
        title=told["title"],
        passages=(Passage(heading=told["heading"], text=told["text"]),),
        month=date(2026, 11, 1),
        replaced=frozenset(),
        kept=frozenset(),
        gate=Gate(),
    )
    footer, label = told.get("footer", WORDS.footer), told.get("label", WORDS.footer_label)
    return released, PageWords(footer=footer, footer_label=label)


def hits(content: bytes, form: str, *names: str) -> tuple[str, ...]:
    return check(content, format=form, file_name="vorlage", forbidden=names or (NAME,), kept=())


@st.composite
def names(draw: st.DrawFn) -> str:
    """A name of one or two words, as people from everywhere are called, written with capitals, hyphen or apostrophe."""
    words = draw(st.lists(st.text(alphabet=LETTERS, min_size=4, max_size=12), min_size=1, max_size=2))
    name = draw(st.sampled_from((" ", "-", "’"))).join(words)
    return draw(st.sampled_from((name, name.title(), name.upper())))


planted_anywhere = given(
    name=names(),
    field=st.sampled_from(FIELDS[:4]),
    around=st.sampled_from(
        ("{}", "mit {} dort", "„{}“", "({})", "- {}\n- zwei", "so: {}, ja", "*{}*", "<{}>", "{}&amp;")
    ),
)


@pytest.mark.parametrize("form", ["md", "txt", "html"])
@settings(deadline=None)
@planted_anywhere
def test_any_name_in_any_field_is_caught(form: str, name: str, field: str, around: str) -> None:
    released, words = page(field, around.format(name))
    assert hits(FAST[form](released, words=words), form, name)


@settings(deadline=None, max_examples=12)
@planted_anywhere
def test_any_name_in_any_field_of_a_word_page_is_caught(name: str, field: str, around: str) -> None:
    released, words = page(field, around.format(name))
    assert hits(docx.render(released, words=words), "docx", name)


@settings(deadline=None)
@given(name=names(), form=st.sampled_from(("md", "txt", "html")))
def test_any_name_in_the_file_name_is_caught(name: str, form: str) -> None:
    released, words = page()
    content = FAST[form](released, words=words)
    found = check(content, format=form, file_name=f"vorlage {name}.{form}", forbidden=(name,), kept=())
    assert "name:known" in found


@pytest.mark.parametrize("form", FAST)
def test_no_ones_name_is_taken_for_a_word_of_the_format(form: str) -> None:
    released, words = page()
    people = ("Vani", "Shruti", "Edessa", "Latha", "Kartika", "Carlito", "Georgia", "Grace", "Rose", "Light")
    assert hits(FAST[form](released, words=words), form, *people) == ()


@pytest.mark.parametrize("field", FIELDS[:4])
@pytest.mark.parametrize("name", [NAME, "Günay", "O’Brien", "Trần Thị", "M. Şahin-Yıldız"])
def test_a_name_in_any_field_of_a_pdf_is_caught(field: str, name: str) -> None:
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    released, words = page(field, f"mit {name} dort")
    assert hits(pdf.render(released, words=words), "pdf", name)


def packed(part: str, old: str, new: str) -> Callable[[bytes], bytes]:
    """A Word page with one text of one part changed; a part that is missing is added."""

    def change(content: bytes) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w") as other:
            bodies = {name: package.read(name) for name in package.namelist()}
            if old:
                assert old in bodies[part].decode()
            bodies[part] = bodies.get(part, b"").decode().replace(old, new, 1).encode() if old else new.encode()
            for name, body in bodies.items():
                other.writestr(name, body)
        return made.getvalue()

    return change


def commented(content: bytes) -> bytes:
    """A Word page whose package carries a comment."""
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a") as package:
        package.comment = NAME.encode()
    return made.getvalue()


def written(old: bytes, new: str) -> Callable[[bytes], bytes]:
    """An HTML page with something put before one of its texts."""
    return lambda content: content.replace(old, new.encode() + old, 1)


PLACES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "docx author": (
        "docx",
        packed("docProps/core.xml", "<dc:creator></dc:creator>", f"<dc:creator>{NAME}</dc:creator>"),
    ),
    "docx own property": ("docx", packed("docProps/custom.xml", "", f"<p><name>{NAME}</name></p>")),
    "docx comment": ("docx", packed("word/comments.xml", "", f"<w:comments><w:t>{NAME}</w:t></w:comments>")),
    "docx head row": ("docx", packed("word/header1.xml", "", "<w:hdr><w:t>Tes</w:t><w:t>fay</w:t></w:hdr>")),
    "docx attribute": ("docx", packed("word/document.xml", "<w:body>", f'<w:body w:author="{NAME}">')),
    "docx target": ("docx", packed("word/_rels/document.xml.rels", "<Relationship ", f'<Relationship Title="{NAME}" ')),
    "docx part": ("docx", packed(f"word/{NAME.lower()}.png", "", "x")),
    "docx package": ("docx", commented),
    "html author": ("html", written(b"<title>", f'<meta name="author" content="{NAME}">')),
    "html comment": ("html", written(b"<main>", f"<!-- {NAME} -->")),
    "html attribute": ("html", written(b"<h1>", f'<p title="von {NAME}"></p>')),
    "html picture": ("html", written(b"<h1>", f'<img alt="{NAME}">')),
    "html split": ("html", written(b"<h1>", "<b>Tes</b><i>fay</i>")),
    "html entity": ("html", written(b"<h1>", "Tes&#102;ay")),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_name_in_any_property_is_caught(place: str) -> None:
    form, change = PLACES[place]
    released, words = page()
    content = FAST[form](released, words=words)
    assert hits(content, form) == ()
    assert hits(change(content), form)


PDF_PLACES = ("Author", "Keywords", "xmp", "attachment", "annotation", "bookmark", "alternative")


def annotated(content: bytes, place: str) -> bytes:
    """A PDF with the name put into one of its properties by another program."""
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        if place in {"Author", "Keywords"}:
            opened.docinfo[f"/{place}"] = NAME
        elif place == "xmp":
            with opened.open_metadata() as about:
                about["dc:creator"] = [NAME]
        elif place == "attachment":
            opened.attachments[f"{NAME}.txt"] = b"x"
        elif place == "bookmark":
            with opened.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem(NAME, 0))
        elif place == "annotation":
            note = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents=NAME, Rect=[0, 0, 9, 9]
            )
            opened.pages[0].obj.Annots = opened.make_indirect(pikepdf.Array([note]))
        else:
            opened.Root.StructTreeRoot.Alt = NAME
        opened.save(made)
    return made.getvalue()


def pdf_page() -> bytes:
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    released, words = page()
    return pdf.render(released, words=words)


@pytest.mark.parametrize("place", PDF_PLACES)
def test_a_name_in_any_property_of_a_pdf_is_caught(place: str) -> None:
    content = pdf_page()
    assert hits(content, "pdf") == ()
    assert hits(annotated(content, place), "pdf")


@functools.cache
def planted() -> tuple[tuple[str, bytes], ...]:
    """Format and bytes of pages that each hold the name in another place."""
    fields = [(form, page(field, f"mit {NAME}")) for field in FIELDS[:4] for form in FAST]
    made = [(form, FAST[form](released, words=words)) for form, (released, words) in fields]
    released, words = page()
    clean = {form: FAST[form](released, words=words) for form in FAST}
    made += [(form, change(clean[form])) for form, change in PLACES.values()]
    content = pdf_page()
    return (*made, *(("pdf", annotated(content, place)) for place in PDF_PLACES))


def everything_caught(form: str) -> bool:
    """Whether every planted name of this file is caught in a format, whatever its reader has become."""
    return all(hits(content, form) for made, content in planted() if made == form)


BUGS: dict[str, tuple[str, object, str, object]] = {
    "attributes of HTML are not read": ("html", pages, "_ATTRIBUTE", re.compile("$^")),
    "tags that stand within a word part it": ("html", pages, "_INLINE", re.compile("$^")),
    "HTML is not read": ("html", pages, "_html", lambda _source: iter(())),
    "values of Word's elements are not read": ("docx", pages, "_VALUE", re.compile("$^")),
    "Word's values are all taken for measures": ("docx", pages, "_WORDY", re.compile("$^")),
    "Word pages are not read": ("docx", pages, "_docx", lambda _content: iter(())),
    "strings of a PDF are not read": ("pdf", pdftext, "_strings", lambda _body: iter(())),
    "a PDF has no objects": ("pdf", pdftext, "_objects", lambda _content: {}),
}


@pytest.mark.parametrize("bug", BUGS)
def test_a_seeded_bug_in_the_readers_is_noticed(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    form, module, name, replacement = BUGS[bug]
    assert everything_caught(form)
    monkeypatch.setattr(module, name, replacement)
    assert not everything_caught(form)
