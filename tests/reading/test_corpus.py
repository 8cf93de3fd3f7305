"""Real layouts: sections keep their contents, no false alarm, and pdfplumber finds the same words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from aiscreen.reading import read

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
FILES = sorted((SHARED / "pdf").glob("*.pdf"))
BROKEN = "class"
"""A page whose own columns run into each other: left out of the count of whole entries."""

pytestmark = pytest.mark.skipif(not FILES, reason="the shared corpus is not there")


def squash(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text)).casefold()


def layout(path: Path) -> str:
    return path.stem.partition("__")[2]


@pytest.mark.parametrize("name", sorted({layout(path) for path in FILES} - {BROKEN}))
def test_highlights_are_whole_and_together(name: str) -> None:
    """Each highlight's text is unbroken on the page as read, and those of one job follow each other directly."""
    for path in (path for path in FILES if layout(path) == name):
        persona = json.loads((SHARED / "personas" / f"{path.stem.partition('__')[0]}.json").read_text())
        text = squash(read(path).text)
        for work in persona["work"]:
            together = "".join(squash(highlight) for highlight in work["highlights"])
            assert together in text, (path.name, work["position"])


@pytest.mark.parametrize("path", FILES[::4], ids=lambda path: path.stem)
def test_words_agree_with_pdfplumber(path: Path) -> None:
    ours = Counter(squash(word.text) for line in read(path).lines for word in line.words)
    with pdfplumber.open(path) as pdf:
        found = [
            word["text"]
            for page in pdf.pages
            for word in page.dedupe_chars().extract_words(x_tolerance_ratio=0.15)
        ]
    theirs = Counter(squash(text) for text in found)
    for counts in (ours, theirs):
        del counts[""]
    same = sum((ours & theirs).values())
    assert 2 * same / (sum(ours.values()) + sum(theirs.values())) > 0.93, (ours - theirs, theirs - ours)


def test_no_real_layout_raises_an_alarm() -> None:
    assert {path.name: found.hidden for path in FILES if (found := read(path)).hidden} == {}


def test_lines_are_in_their_pages() -> None:
    for path in FILES[::6]:
        found = read(path)
        for line in found.lines:
            assert line.words
            assert line.box.x0 <= line.box.x1
            assert line.box.top <= line.box.bottom
            assert 1 <= line.page <= found.pages
            assert line.text == line.text.strip()
        assert len({(line.page, line.number) for line in found.lines}) == len(found.lines)
