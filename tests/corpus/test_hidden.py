"""Every way of hiding text is found and kept out of what is read; what only looks like it raises nothing."""

from __future__ import annotations

import pytest

from aiscreen.reading import read
from tests.corpus import hidden


@pytest.mark.parametrize("way", sorted(hidden.HIDING))
def test_hiding_is_found(way: str) -> None:
    document = read("resume.pdf", data=hidden.HIDING[way]())
    found = " ".join(item.text for item in document.hidden)
    assert all(word in found for word in hidden.SECRET_WORDS)
    assert {item.reason for item in document.hidden} <= set(hidden.REASONS[way])
    assert not any(word in document.text for word in hidden.SECRET_WORDS)
    assert all(line in document.text for line in hidden.VISIBLE)


@pytest.mark.parametrize("look", sorted(hidden.INNOCENT))
def test_innocent_raises_nothing(look: str) -> None:
    document = read("resume.pdf", data=hidden.INNOCENT[look]())
    assert document.hidden == ()
    assert all(line in document.text for line in hidden.VISIBLE)
    if look != "ocr_layer":
        assert all(word in document.text for word in hidden.SECRET_WORDS)


def test_zero_width_text() -> None:
    document = read("resume.txt", data=hidden.zero_width_text())
    assert [(item.reason, item.text) for item in document.hidden] == [("zero-width", hidden.SECRET)]
    assert document.text.endswith("Harbour Statistics")
    assert not any(word in document.text for word in hidden.SECRET_WORDS)


def test_the_samples_are_reproducible() -> None:
    for make in [*hidden.HIDING.values(), *hidden.INNOCENT.values()]:
        assert make() == make()
