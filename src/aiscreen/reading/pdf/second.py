"""A second look, by pdfplumber, at pages whose fast reading is doubtful.

Doubtful are pages with many glyphs that name no character (fonts without a Unicode map) and pages whose words are
glued or torn. The reading with fewer such words is kept.
"""

from __future__ import annotations

import io
import logging
from typing import Any

from aiscreen.reading.layout.glyphs import Glyphs, Style

DOUBT = 0.12
"""Share of a page's characters in doubtful words from which a second look is worth its time."""
_LONGEST = 28
_FEW = 40


def doubt(words: list[Glyphs]) -> float:
    """The share of characters that stand in doubtful words: unnamed glyphs, glued words, torn ones."""
    texts = [word.text for word in words]
    lengths = list(map(len, texts))
    total = sum(lengths)
    if total < _FEW:
        return 0.0
    most = 0.6 * len(words)
    if lengths.count(1) > most and len([1 for text in texts if len(text) == 1 and text.isalpha()]) > most:
        return 1.0
    whole = " ".join(texts)
    if max(lengths) <= _LONGEST and whole.isascii() and whole.isprintable() and "(cid:" not in whole:
        return 0.0  # as most pages are
    odd = [
        word
        for word, text in zip(words, texts, strict=True)
        if len(text) > _LONGEST or not text.isascii() or not text.isprintable() or "(cid:" in text
    ]
    return sum(len(word.text) for word in odd if _doubtful(word)) / total


def _doubtful(word: Glyphs) -> bool:
    text = word.text
    if word.style.pictures:
        return False
    if "(cid:" in text or (len(text) > _LONGEST and text.isalpha()):
        return True
    odd = sum(
        1
        for character in text
        if character == "\ufffd" or character < " " or "\ue000" <= character <= "\uf8ff"
    )
    return 2 * odd >= len(text) and odd > 0


def second_look(data: bytes, index: int) -> list[Glyphs]:
    """The words of a page (`index` from 0) by pdfplumber; none where it fails."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as pdf:
            page = pdf.pages[0]
            left, top = float(page.bbox[0]), float(page.bbox[1])
            found = page.dedupe_chars().extract_words(
                x_tolerance_ratio=0.15, use_text_flow=True, extra_attrs=["fontname", "size"]
            )
            return [_glyphs(word, left, top, order) for order, word in enumerate(found)]
    except Exception:  # noqa: BLE001 - pdfminer raises anything on odd files; the first reading then stands
        return []


def _glyphs(word: dict[str, Any], left: float, top: float, order: int) -> Glyphs:
    font, size = str(word["fontname"]).rpartition("+")[2], float(word["size"])
    style = Style(size, "bold" in font.lower(), "ital" in font.lower(), font, 0, 255, 0, 0)
    x0, x1 = float(word["x0"]) - left, float(word["x1"]) - left
    high, low = float(word["top"]) - top, float(word["bottom"]) - top
    return Glyphs(str(word["text"]), x0, high, x1, low, low - 0.2 * size, style, order, True)
