"""Text and properties of a PDF, read without a library: enough for pages that this program makes, strict otherwise.

Streams are inflated; text operators are decoded through the fonts' ToUnicode tables (ISO 32000-1, 9.4 and 9.10).
"""

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_LITERAL = re.compile(rb"\((?:\\.|[^()\\])*\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")
_SHOW = re.compile(
    rb"/(\S+)\s+[\d.]+\s+Tf|\[((?:\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f\s]*>|[-\d.\s]+)*)\]\s*TJ|(<[0-9A-Fa-f\s]*>|\((?:\\.|[^()\\])*\))\s*Tj|(ET|T\*|Td|TD|Tm)\b",
    re.DOTALL,
)
_PIECE = re.compile(rb"<[0-9A-Fa-f\s]*>|\((?:\\.|[^()\\])*\)|-?[\d.]+")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_GAP = 200.0


def pdf_parts(content: bytes) -> Iterator[tuple[str, str]]:
    """The places and texts of a PDF: `text` for what is shown, `property` for everything else that holds words.

    Raises:
        ValueError: The bytes are no PDF, or a stream cannot be read.
    """
    if not content.startswith(b"%PDF-"):
        raise ValueError("not a PDF")
    objects = _objects(content)
    tables = _tables(objects)
    fonts = {name: tables.get(table, {}) for name, table in _font_tables(objects)}
    for body, stream in objects.values():
        yield "property", "\n".join(_strings(body))
        if stream is None:
            continue
        if b"/XML" in body or stream.lstrip().startswith(b"<?xpacket"):
            yield "property", re.sub(r"<[^>]*>", " ", stream.decode("utf-8", "replace"))
        elif b" Tf" in stream:
            yield "text", _shown(stream, fonts)


def _objects(content: bytes) -> dict[int, tuple[bytes, bytes | None]]:
    """Every object with its inflated stream; those packed into object streams, too."""
    found: dict[int, tuple[bytes, bytes | None]] = {}
    for match in _OBJECT.finditer(content):
        body = match.group(2)
        stream = _STREAM.search(body)
        data = _inflated(body[: stream.start()], stream.group(1)) if stream else None
        head = body[: stream.start()] if stream else body
        found[int(match.group(1))] = head, data
        if data is not None and b"/ObjStm" in head:
            found.update(_packed(head, data))
    return found


def _inflated(head: bytes, data: bytes) -> bytes:
    if b"/FlateDecode" not in head:
        return data
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        raise ValueError("a stream cannot be read") from None


def _packed(head: bytes, data: bytes) -> Iterator[tuple[int, tuple[bytes, None]]]:
    """Objects inside an object stream (7.5.7): pairs of number and offset, then the objects."""
    count, first = (int(re.search(rb"/" + name + rb"\s+(\d+)", head).group(1)) for name in (b"N", b"First"))  # type: ignore[union-attr]  # both keys are required
    numbers = [int(word) for word in data[:first].split()[: 2 * count]]
    starts = [*numbers[1::2], len(data) - first]
    for at in range(count):
        yield numbers[2 * at], (data[first + starts[at] : first + starts[at + 1]], None)


def _tables(objects: dict[int, tuple[bytes, bytes | None]]) -> dict[int, dict[int, str]]:
    """ToUnicode tables by object number."""
    return {number: _table(stream) for number, (_, stream) in objects.items() if stream and b"beginbf" in stream}


def _table(stream: bytes) -> dict[int, str]:
    table: dict[int, str] = {}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", stream, re.DOTALL):
        for low, high, target in _RANGE.findall(block):
            for code in range(int(low, 16), int(high, 16) + 1):
                table[code] = chr(int(target, 16) + code - int(low, 16))
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", stream, re.DOTALL):
        for code, target in _CHAR.findall(block):
            table[int(code, 16)] = bytes.fromhex(target.decode()).decode("utf-16-be", "replace")
    return table


def _font_tables(objects: dict[int, tuple[bytes, bytes | None]]) -> Iterator[tuple[bytes, int]]:
    """Font names of the resources with the number of their ToUnicode table."""
    for body, _ in objects.values():
        for fonts in re.findall(rb"/Font\s*<<(.*?)>>", body, re.DOTALL):
            for name, number in re.findall(rb"/(\S+)\s+(\d+)\s+0\s+R", fonts):
                table = re.search(rb"/ToUnicode\s+(\d+)", objects.get(int(number), (b"", None))[0])
                if table is not None:
                    yield name, int(table.group(1))


def _shown(stream: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    """The text a content stream shows; moves of the pen become spaces."""
    shown: list[str] = []
    table: dict[int, str] = {}
    for match in _SHOW.finditer(stream):
        if match.group(1):
            table = fonts.get(match.group(1), {})
        elif match.group(4):
            shown.append(" ")
        else:
            pieces = _PIECE.finditer(match.group(2) or match.group(3))
            shown.extend(_decoded(piece.group(), table) for piece in pieces)
    return "".join(shown)


def _decoded(piece: bytes, table: dict[int, str]) -> str:
    if piece[:1] == b"<":
        raw = bytes.fromhex(re.sub(rb"\s", b"", piece[1:-1]).decode())
    elif piece[:1] == b"(":
        raw = _unescaped(piece[1:-1])
    else:
        return " " if float(piece) < -_GAP else ""
    return "".join(table.get(int.from_bytes(raw[at : at + 2]), "") for at in range(0, len(raw) - 1, 2))


def _unescaped(raw: bytes) -> bytes:
    def one(match: re.Match[bytes]) -> bytes:
        sign = match.group(1)
        return bytes([int(sign, 8) & 255]) if sign[:1].isdigit() else _ESCAPES.get(sign, sign)

    return re.sub(rb"\\([0-7]{1,3}|.)", one, raw, flags=re.DOTALL)


def _strings(body: bytes) -> Iterator[str]:
    """Literal and hexadecimal strings of an object: titles, authors, alternative texts."""
    for match in _LITERAL.finditer(body):
        yield _text_string(_unescaped(match.group()[1:-1]))
    for match in _HEX.finditer(body):
        digits = re.sub(rb"\s", b"", match.group(1)).decode()
        yield _text_string(bytes.fromhex(digits + "0" * (len(digits) % 2)))


def _text_string(raw: bytes) -> str:
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("utf-8", "replace")
