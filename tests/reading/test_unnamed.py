"""Fonts that name no characters: whether their codes are the characters, their own words tell."""

from __future__ import annotations

import codecs

import pytest

from aiscreen.reading.pdf.unnamed import makes_words

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
