"""Any bytes and any damage to real files end in a Document or an InputError, never in anything else."""

from __future__ import annotations

import io
import json

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiscreen.errors import InputError
from aiscreen.models.document import Document
from aiscreen.reading import read, read_isolated
from tests.reading.pages import column, draw
from tests.reading.test_order import HEAD, MAIN, SIDE
from tests.reading.test_text import MARKDOWN, PLAIN, RESUME


def _word() -> bytes:
    word = docx.Document()
    for line in MAIN:
        word.add_paragraph(line)
    word.add_table(2, 2).rows[0].cells[0].text = "2019"
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


SEEDS = [
    draw(HEAD + column(40, 120, SIDE, step=17) + column(190, 120, MAIN)),
    _word(),
    json.dumps(RESUME).encode(),
    MARKDOWN.encode(),
    PLAIN.encode(),
]
HEADS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"{",
    b"{\\rtf",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
]
FAST = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def ends_well(name: str, data: bytes) -> None:
    try:
        assert isinstance(read(name, data=data), Document)
    except InputError as error:
        assert error.detail


@FAST
@given(
    st.sampled_from(HEADS),
    st.binary(max_size=400),
    st.sampled_from(["a.pdf", "a.docx", "a.txt", "a.md", "a.json", "a"]),
)
def test_any_bytes(head: bytes, data: bytes, name: str) -> None:
    ends_well(name, head + data)


@FAST
@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md", "a.json"]))
def test_any_text(text: str, name: str) -> None:
    ends_well(name, text.encode("utf-8", "surrogatepass"))


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_damaged_files(data: st.DataObject) -> None:
    seed = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(seed) - 1)))
        how = data.draw(st.sampled_from(["flip", "cut", "drop", "repeat", "insert"]))
        if how == "flip" and seed:
            seed[at] = data.draw(st.integers(0, 255))
        elif how == "cut":
            del seed[at:]
        elif how == "drop":
            del seed[at : at + data.draw(st.integers(1, 200))]
        elif how == "repeat":
            seed[at:at] = seed[at : at + 100]
        else:
            seed[at:at] = data.draw(st.binary(max_size=20))
    try:
        read_isolated("damaged", data=bytes(seed))
    except InputError as error:
        assert error.reason != "crashed", error
