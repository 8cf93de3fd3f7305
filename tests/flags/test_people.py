"""Whole people, written without sight of the rules: which kinds of flag are right for each."""

from __future__ import annotations

import pytest

from aiscreen.judging.flags import find_flags
from aiscreen.matching import Matcher
from aiscreen.taxonomy import Taxonomy
from tests.judging.people import AS_OF, document_of, people, resume_of

EXPECTED = {
    "fresh-head-of-ai-slides": ("unproven",),
    "fresh-stuffer-everything": ("stuffing", "unproven"),
    "fresh-kaggle-only": ("academic-only", "notebook-only"),
    "fresh-hadoop-today": ("outdated",),
    "fresh-caffe-today": ("outdated",),
    "fresh-bootcamp-rag-demo": ("academic-only",),
    "fresh-architect-buzz": ("unproven",),
    "fresh-phd-no-production": ("academic-only",),
    "fresh-leaky-fraud": ("fundamentals",),
    "fresh-time-traveller": ("timeline",),
    "fresh-injector": ("injection",),
}


@pytest.mark.parametrize("person", people("people_fresh.yaml"), ids=lambda person: person["id"])
def test_kinds_of_flags(person: dict[str, object], policy: Taxonomy, matcher: Matcher) -> None:
    resume = resume_of(person)
    flags = find_flags(resume, document_of(resume), matcher.find_all(resume), policy, AS_OF)
    assert {flag.kind for flag in flags} == set(EXPECTED.get(str(person["id"]), ()))
