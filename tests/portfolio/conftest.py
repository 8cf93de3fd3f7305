"""What the portfolio's tests share: one taxonomy, one candidate, and the sample repositories, each built once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from aiscreen.models.portfolio import Identity, RepoEvidence
from aiscreen.portfolio import examine
from aiscreen.taxonomy import Taxonomy, shipped
from aiscreen.taxonomy.load import read_policy
from aiscreen.taxonomy.redflags import RedFlagsFile
from aiscreen.taxonomy.roles import RolesFile
from aiscreen.taxonomy.skills import SkillsFile
from tests.portfolio import samples
from tests.portfolio.history import ADA

Judge = Callable[..., RepoEvidence]


@pytest.fixture(scope="session")
def known() -> Taxonomy:
    """The shipped skills alone: roles and red flags say nothing about repositories."""
    file = SkillsFile.model_validate(read_policy(shipped.path("skills")).data)
    return Taxonomy(
        file.skills, RolesFile.model_construct(), RedFlagsFile.model_construct(), {}, file.categories
    )


@pytest.fixture(scope="session")
def ada() -> Identity:
    return Identity(names=[ADA[0]], emails=[ADA[1]], usernames=["ada-okafor"])


@pytest.fixture(scope="session")
def judge(known: Taxonomy, ada: Identity) -> Judge:
    """Examine one repository as Ada's (or another's)."""

    def judged(place: Path, identity: Identity | None = None) -> RepoEvidence:
        (repo,) = examine([place], identity or ada, taxonomy=known)
        return repo

    return judged


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Where a sample repository stands, by the name of the function that makes it."""
    root = tmp_path_factory.mktemp("samples")

    @cache
    def built(name: str) -> Path:
        place: Path = getattr(samples, name)(root / name).build()
        return place

    return built
