"""A released text as one self-contained HTML page: no script, no font, no request."""

import base64
import hashlib
from html import escape

from reflect.domain.release import ReleasedText
from reflect.exchange.page import PageWords, heading_of, paragraphs, title_of

_STYLE = (
    "body{max-width:42rem;margin:2.5rem auto;padding:0 1.25rem;font:1.05rem/1.55 Calibri,Arial,sans-serif;"
    "color:#211f1b;background:#fff}"
    "h1,h2{line-height:1.25;color:#0c5a66}h1{font-size:1.7rem;margin:0 0 1rem}"
    "h2{font-size:1.15rem;margin:1.6rem 0 .3rem}"
    "p,ul{margin:.3rem 0 .6rem}ul{padding-left:1.3rem}"
    "footer{margin-top:2.5rem;border-top:1px solid #5e574c;padding-top:.4rem;font-size:.9rem;color:#5e574c}"
    "@page{size:A4;margin:2.5cm}"
    "@media print{body{margin:0;padding:0;max-width:none;font-size:11pt}h2{break-after:avoid}}"
)


def render(released: ReleasedText, *, words: PageWords) -> bytes:
    """The page, as UTF-8 HTML 5.

    The content security policy allows the style sheet by its hash and nothing else; there are no other files.

    Args:
        released: Came through the door.
        words: Footer and labels in the receiver's language.
    """
    title = escape(title_of(released))
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    label = f' aria-label="{escape(words.footer_label)}"' if words.footer_label else ""
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(words.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{title}</h1>",
        *_passages(released),
        "</main>",
        f"<footer{label}>",
        *(_paragraph(text) for text in paragraphs(words.footer)),
        "</footer>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _passages(released: ReleasedText) -> list[str]:
    lines: list[str] = []
    for passage in released.passages:
        if not passage.text.strip():
            continue
        if heading_of(passage.heading):
            lines.append(f"<h2>{escape(heading_of(passage.heading))}</h2>")
        lines.extend(_paragraph(text) for text in paragraphs(passage.text))
    return lines


def _paragraph(text: str) -> str:
    """One paragraph; the writer's own lists become lists."""
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    if all(row.startswith("- ") for row in rows):
        return "<ul>" + "".join(f"<li>{escape(row[2:])}</li>" for row in rows) + "</ul>"
    return "<p>" + "<br>\n".join(escape(row) for row in rows) + "</p>"
