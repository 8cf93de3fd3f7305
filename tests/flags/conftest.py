from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aiscreen import parsing, reading, taxonomy
from aiscreen.judging.flags import find_flags, flags_in_text
from aiscreen.matching import Matcher
from aiscreen.models.assessment import Flag
from aiscreen.models.document import Document, Hidden
from aiscreen.taxonomy import Taxonomy

AS_OF = date(2026, 11, 15)


@pytest.fixture(scope="session")
def policy() -> Taxonomy:
    return taxonomy.load()


@pytest.fixture(scope="session")
def matcher(policy: Taxonomy) -> Matcher:
    return Matcher(policy)


@pytest.fixture(scope="session")
def rules_in(policy: Taxonomy, matcher: Matcher) -> Callable[[str], list[str]]:
    """The rules that a sentence raises."""
    return lambda text: [flag.rule for flag in flags_in_text(text, policy, matcher)]


@pytest.fixture(scope="session")
def flags_of(policy: Taxonomy, matcher: Matcher) -> Callable[..., list[Flag]]:
    """The flags of a résumé written as plain text."""

    def flags(text: str, as_of: date = AS_OF, hidden: tuple[Hidden, ...] = ()) -> list[Flag]:
        document = reading.read("resume.txt", data=text.encode())
        if hidden:
            document = Document(**{**vars(document), "hidden": hidden})
        resume = parsing.parse(document)
        return find_flags(resume, document, matcher.find_all(resume), policy, as_of)

    return flags
