"""Broken and hostile files, built by hand. `HOSTILE` maps a name to (bytes, reasons accepted; empty = must be read)."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

TEXT = b"BT /F1 12 Tf 72 700 Td (Ilse Marchetti, data analyst) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: dict[int, bytes], root: int = 1) -> bytes:
    """A PDF file of numbered objects, with its table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (max(objects) + 1, root, start)
    return bytes(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def one_page(
    content: bytes, extra: bytes = b"", page: bytes = b"/MediaBox [0 0 612 792]", font: bytes = FONT
) -> dict[int, bytes]:
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>"
        % (page, extra),
        4: stream(content),
        5: font,
    }


def _zeros(megabytes: int, byte: bytes) -> bytes:
    """A Flate stream that unpacks to so much: one packed block said again and again (its checksum is left out)."""
    packer = zlib.compressobj(9)
    first = packer.compress(byte * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(byte * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes - 1)


def flate_bomb(megabytes: int) -> bytes:
    objects = one_page(b"")
    objects[4] = stream(_zeros(megabytes, b" "), b"/Filter /FlateDecode")
    return pdf(objects)


def double_bomb() -> bytes:
    """A bomb inside a bomb: two Flate filters, 4 GB."""
    objects = one_page(b"")
    objects[4] = stream(zlib.compress(_zeros(4000, b"\0"), 9), b"/Filter [/FlateDecode /FlateDecode]")
    return pdf(objects)


def cyclic_pages() -> bytes:
    objects = one_page(TEXT)
    objects[2] = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>"
    return pdf(objects)


def cyclic_form() -> bytes:
    objects = one_page(b"/X Do " + TEXT, b"/XObject << /X 6 0 R >>")
    objects[6] = stream(
        b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    return pdf(objects)


def nested_forms() -> bytes:
    """Each of 14 forms paints the next one four times."""
    objects = one_page(b"/X Do", b"/XObject << /X 6 0 R >>")
    for number in range(6, 20):
        extra = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >>"
        objects[number] = stream(b"/X Do " * 4, extra % (number + 1))
    objects[20] = stream(
        TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >>"
    )
    return pdf(objects)


def page_tree(depth: int) -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for number in range(2, depth):
        objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1)
    objects[depth] = b"<< /Type /Page /MediaBox [0 0 612 792] >>"
    return pdf(objects)


def shared_pages(count: int) -> bytes:
    objects = one_page(TEXT)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    return pdf(objects)


def encrypted(user: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="owner", strength=128), invariant=1)
    canvas.drawString(72, 700, "Ilse Marchetti, data analyst")
    canvas.save()
    return out.getvalue()


def no_unicode_map() -> bytes:
    """A composite font without a map to Unicode: glyph numbers, no characters."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    content = b"BT /F1 12 Tf 72 700 Td <" + b"".join(b"%04x" % (2000 + n) for n in range(90)) + b"> Tj ET"
    objects = one_page(content, font=font)
    objects[6] = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Odd) /Ordering (Own) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>"
    )
    objects[7] = (
        b"<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 0 900 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    return pdf(objects)


def picture_only() -> bytes:
    objects = one_page(b"q 612 0 0 792 0 0 cm /X Do Q", b"/XObject << /X 6 0 R >>")
    image = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects[6] = stream(bytes(range(64)), image)
    return pdf(objects)


def docx(document: bytes, extra: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", document)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def entity_bomb() -> bytes:
    entities = b'<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    return docx(b"<?xml version='1.0'?><!DOCTYPE w [%s]><w:document %s>&j;</w:document>" % (entities, W))


def deep_xml() -> bytes:
    return docx(
        b"<w:document %s><w:body>%s</w:body></w:document>"
        % (W, b"<w:sdt><w:sdtContent>" * 30_000 + b"</w:sdtContent></w:sdt>" * 30_000)
    )


def xml_bomb() -> bytes:
    return docx(b"<w:document %s><w:body>%s</w:body></w:document>" % (W, b" " * 60_000_000))


def noise(size: int) -> bytes:
    block = hashlib.sha256(b"seed").digest()
    out = bytearray()
    while len(out) < size:
        block = hashlib.sha256(block).digest()
        out += block
    return bytes(out)


GOOD = pdf(one_page(TEXT))
ANY = frozenset(
    [
        "empty",
        "missing",
        "encrypted",
        "scanned",
        "damaged",
        "too-large",
        "timeout",
        "memory",
        "crashed",
        "unsupported",
        "folder",
        "no-pages",
        "no-text",
    ]
)
HOSTILE: dict[str, tuple[Callable[[], bytes], frozenset[str]]] = {
    "good": (lambda: GOOD, frozenset()),
    "empty": (lambda: b"", frozenset(["empty"])),
    "blank": (lambda: b" \n\x00\n" * 50, frozenset(["empty"])),
    "header-only": (lambda: b"%PDF-1.7\n", frozenset(["damaged"])),
    "truncated": (lambda: GOOD[: len(GOOD) // 3], frozenset(["damaged", "no-pages"])),
    "noise-pdf": (lambda: b"%PDF-1.4\n" + noise(200_000), frozenset(["damaged"])),
    "noise": (lambda: noise(50_000), frozenset(["unsupported"])),
    "no-pages": (
        lambda: pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
        frozenset(["no-pages", "damaged"]),
    ),
    "empty-page": (lambda: pdf(one_page(b"")), frozenset(["no-text"])),
    "picture": (picture_only, frozenset(["scanned"])),
    "encrypted": (lambda: encrypted("secret"), frozenset(["encrypted"])),
    "empty-password": (lambda: encrypted(""), frozenset()),
    "cyclic-pages": (cyclic_pages, ANY),
    "cyclic-form": (cyclic_form, frozenset()),
    "nested-forms": (nested_forms, ANY),
    "deep-pages": (lambda: page_tree(20_000), ANY),
    "many-pages": (lambda: shared_pages(100_000), frozenset(["too-large"])),
    "many-glyphs": (
        lambda: pdf(one_page(b"BT /F1 12 Tf 72 700 Td " + b"(aaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 20_000 + b"ET")),
        frozenset(["too-large"]),
    ),
    "million-objects": (
        lambda: pdf(one_page(TEXT + b" 0 0 1 1 re f" * 1_000_000)),
        frozenset(["too-large", "memory", "timeout", "crashed"]),
    ),
    "huge-page": (
        lambda: pdf(one_page(TEXT, page=b"/MediaBox [0 0 2000000 2000000]")),
        frozenset(["too-large"]),
    ),
    "deep-array": (lambda: pdf({**one_page(TEXT), 6: b"[" * 100_000 + b"]" * 100_000}), ANY),
    "deep-content": (lambda: pdf(one_page(b"q " * 300_000 + TEXT)), ANY),
    "flate-bomb": (lambda: flate_bomb(600), ANY),
    "double-bomb": (double_bomb, ANY),
    "no-unicode-map": (no_unicode_map, frozenset(["scanned"])),
    "zip-garbage": (lambda: b"PK\x03\x04" + noise(20_000), frozenset(["damaged"])),
    "zip-other": (lambda: docx(b"").replace(b"word/document", b"else/document"), frozenset(["unsupported", "damaged"])),
    "entity-bomb": (entity_bomb, frozenset(["damaged"])),
    "deep-xml": (deep_xml, frozenset(["damaged", "no-text"])),
    "xml-bomb": (xml_bomb, frozenset(["too-large"])),
    "old-word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), frozenset(["unsupported"])),
    "locked-word": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        frozenset(["encrypted"]),
    ),
    "rtf": (lambda: b"{\\rtf1\\ansi Ilse}", frozenset(["unsupported"])),
    "html": (lambda: b"<!DOCTYPE html><html><p>Ilse</p></html>", frozenset(["unsupported"])),
    "photograph": (lambda: b"\x89PNG\r\n\x1a\n" + noise(2000), frozenset(["scanned"])),
    "deep-json": (lambda: b'{"basics":' + b"[" * 90_000 + b"]" * 90_000 + b"}", frozenset(["damaged"])),
    "other-json": (lambda: b'{"name": "package", "version": "1.0"}', frozenset(["unsupported"])),
    "broken-json": (lambda: b'{"basics": {"name": "Ilse"', frozenset(["damaged"])),
}  # fmt: skip


def scattered(words: int, shapes: bytes) -> bytes:
    """A page of many words and of one shape painted as many times, all over it."""
    places = [(7 * at % 580, 11 * at % 780) for at in range(words)]
    text = b" ".join(b"1 0 0 1 %d %d Tm (data) Tj" % place for place in places)
    painted = b" ".join(shapes % place for place in places)
    return pdf(one_page(b"%s 0 g BT /F1 5 Tf %s ET" % (painted, text)))


def swaps(count: int) -> bytes:
    """Many words, each given out in place of others."""
    each = b"/Span << /ActualText (Kubernetes %d) >> BDC BT /F1 5 Tf %d %d Td (sailing) Tj ET EMC"
    return pdf(one_page(b"\n".join(each % (at, 9 * at % 580, 13 * at % 780) for at in range(count))))


HOSTILE |= {
    "many-panels": (lambda: scattered(4000, b".5 g %d %d 20 9 re f"), frozenset()),
    "many-dots": (lambda: scattered(9000, b"0 g %d %d 3 3 re f"), frozenset()),
    "many-swaps": (lambda: swaps(300), frozenset()),
    "no-numbers": (
        lambda: pdf(one_page(b"q nan 0 0 1e38 1e38 nan cm 0 0 9e37 9e37 re f BT /F1 1e9 Tf 1e38 nan Td (data) Tj ET Q " + TEXT)),
        frozenset(),
    ),
    "long-text": (lambda: b"data model " * 40_000, frozenset(["too-large"])),
    "many-lines": (lambda: b"data\n2019 - 2021\n" * 5_000, frozenset(["too-large"])),
    "many-headings": (lambda: b"EXPERIENCE\nSKILLS\n2019 - 2020\n" * 1_200, frozenset()),
    "many-paragraphs": (
        lambda: docx(b"<w:document %s><w:body>%s</w:body></w:document>" % (W, b"<w:p><w:r><w:t>data</w:t></w:r></w:p>" * 50_000)),
        frozenset(["too-large"]),
    ),
    "long-json": (lambda: b'{"basics": {"name": "%s"}}' % (b"data " * 100_000), frozenset(["too-large"])),
    "open-links.md": (lambda: b"# Ilse\n" + b"[a](" * 40_000, frozenset()),
    "open-comments.md": (lambda: b"# Ilse\n" + b"<!--" * 40_000, frozenset()),
    "open-spaces.md": (lambda: b"# Ilse" + b" " * 150_000 + b"x", frozenset()),
}  # fmt: skip
