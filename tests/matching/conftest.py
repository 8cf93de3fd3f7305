"""The shipped taxonomy and its matcher, once for all tests here."""

from __future__ import annotations

import pytest

from aiscreen.matching import Matcher
from aiscreen.taxonomy import Taxonomy, load


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load()


@pytest.fixture(scope="session")
def matcher(taxonomy: Taxonomy) -> Matcher:
    return Matcher(taxonomy)
