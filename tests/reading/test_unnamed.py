"""Fonts that name no characters: whether their codes are the characters, their own words tell."""

from __future__ import annotations

import codecs

import pytest
from reportlab.pdfgen.canvas import Canvas

from aiscreen.reading import read
from aiscreen.reading.pdf.unnamed import makes_words
from tests.reading.pages import draw

PAGE = (
    "Ada Berg ada.berg@post.example Experience Quarry Freight 2019 2022 Moved the ledgers of nine depots to "
    "a queue and wrote what the night shift reads in 2021 with two juniors"
)


def test_codes_that_are_characters_make_words() -> None:
    assert makes_words(PAGE)
    assert makes_words(
        "Experiencia en el puerto de Vigo 2019 2022 Analista de datos con dos personas para los muelles"
    )


@pytest.mark.parametrize("shift", [1, 3, 29])
def test_codes_that_are_something_else_do_not(shift: int) -> None:
    assert not makes_words("".join(chr(ord(c) + shift) if c != " " else c for c in PAGE))


def test_swapped_letters_do_not() -> None:
    assert not makes_words(codecs.encode(PAGE.replace("20", "§"), "rot13"))


@pytest.mark.parametrize(
    ("shown", "missing"), [("Rafa\\005l of Belgi\\005 stayed", 2), ("\\005 Rafael \\005 Gent", 0)]
)
def test_letters_that_the_font_does_not_name_are_told(shown: str, missing: int) -> None:
    """A picture or a bullet that it does not name stands apart, and is no letter."""

    def page(canvas: Canvas) -> None:
        canvas._code += [f"BT /F1 12 Tf 1 0 0 1 50 700 Tm ({shown}) Tj ET"]

    made = draw(page).replace(b"/Encoding /WinAnsiEncoding", b"/Encoding <</Differences [5 /g301]>>")
    told = [one for one in read("test.pdf", data=made).warnings if "left out" in one]
    assert [one.split()[2] for one in told] == [str(missing)] * bool(missing)
