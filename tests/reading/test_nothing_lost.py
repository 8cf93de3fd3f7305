"""Ordering moves words; it must not lose, repeat or invent one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from aiscreen.models.document import Line
from aiscreen.reading import read
from aiscreen.reading.layout import order
from aiscreen.reading.layout.order import Page
from aiscreen.reading.pdf import document as pdf

NUMBER = re.compile(r"\(?\d{1,2}[.)]|\[\d{1,3}\]")
ROOT = Path(__file__).resolve().parents[2]
FILES = [
    *sorted((ROOT / "tests" / "corpus" / "files").glob("*.pdf")),
    *sorted((ROOT.parent / "shared" / "corpus" / "pdf").glob("*.pdf")),
]


def letters(texts: list[str]) -> Counter[str]:
    """Letters and digits of words; signs may go, a lone letter may have been a bullet or a picture of a font, and a number
    that counts items is their mark; ligatures are their letters."""
    return Counter(
        c
        for text in map(_plain, texts)
        if len(text) > 1 and not NUMBER.fullmatch(text)
        for c in text
        if c.isalnum()
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text) if any("\ufb00" <= c <= "\ufb06" for c in text) else text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_painted_letter_is_in_one_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []

    def watched(pages: list[Page]) -> tuple[Line, ...]:
        lines = order.to_lines(pages)  # furniture is dropped from the pages inside
        painted.extend(word.text for page in pages for word in page.words)
        return lines

    monkeypatch.setattr(pdf, "to_lines", watched)
    document = read(path)
    written = letters([word.text for line in document.lines for word in line.words])
    lost, made = letters(painted) - written, written - letters(painted)
    assert not lost, f"lost {dict(lost)}"
    assert not made, f"made {dict(made)}"
