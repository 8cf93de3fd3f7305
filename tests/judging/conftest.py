"""The shipped taxonomy and its matcher, loaded once for the folder's tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aiscreen import matching, taxonomy
from aiscreen.judging import judge as judging
from aiscreen.models.assessment import Assessment
from aiscreen.models.resume import Resume
from tests.judging.people import AS_OF, document_of, resume_of


@pytest.fixture(scope="session")
def shipped() -> taxonomy.Taxonomy:
    return taxonomy.load()


@pytest.fixture(scope="session")
def matcher(shipped: taxonomy.Taxonomy) -> matching.Matcher:
    return matching.Matcher(shipped)


@pytest.fixture(scope="session")
def judged(shipped: taxonomy.Taxonomy, matcher: matching.Matcher) -> Callable[..., Assessment]:
    """Judges a person written as YAML data, or a résumé."""

    def judge(person: dict[str, Any] | Resume, role: str | None = None, **options: Any) -> Assessment:
        resume = person if isinstance(person, Resume) else resume_of(person)
        name = "person.txt" if isinstance(person, Resume) else f"{person.get('id', 'person')}.txt"
        return judging.judge(
            document_of(resume, name),
            resume,
            matcher.find_all(resume),
            options.pop("taxonomy", shipped),
            role=role,
            as_of=options.pop("as_of", AS_OF),
            **options,
        ).assessment

    return judge
