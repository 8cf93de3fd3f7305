"""The examples are judged as a careful person expects: order, role, flags and fields (examples/expected.yaml)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from aiscreen.batch.sources import expand
from aiscreen.models.assessment import Assessment

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
EXPECTED: dict[str, Any] = yaml.safe_load((EXAMPLES / "expected.yaml").read_text("utf-8"))
CASES: dict[str, dict[str, Any]] = EXPECTED["examples"]
RANKING: list[list[str]] = EXPECTED["ranking"]


@pytest.fixture(scope="module")
def assessments() -> dict[str, Assessment]:
    from aiscreen.screen import Options, Screener

    as_of: date = EXPECTED["as_of"]
    screener = Screener(Options(as_of=as_of))
    return {name: screener.screen(str(EXAMPLES / name)) for name in CASES}


def test_every_example_has_expectations() -> None:
    files = {p.name for p in EXAMPLES.iterdir() if p.suffix in (".pdf", ".docx", ".txt", ".md")} - {
        "README.md"
    }
    assert files == set(CASES) == {name for group in RANKING for name in group}


def test_a_batch_takes_the_examples_and_nothing_that_they_are_made_from() -> None:
    taken = [source.label for source in expand([str(EXAMPLES)])]
    assert sorted(Path(label).relative_to(EXAMPLES).as_posix() for label in taken) == sorted(CASES)


def test_sizes() -> None:
    assert all((EXAMPLES / name).stat().st_size < 120_000 for name in CASES)


@pytest.mark.parametrize("better", range(len(RANKING) - 1))
def test_ranking(assessments: dict[str, Assessment], better: int) -> None:
    above = {name: assessments[name].score or 0 for name in RANKING[better]}
    below = {name: assessments[name].score or 0 for name in RANKING[better + 1]}
    assert min(above.values()) > max(below.values()), (above, below)


@pytest.mark.parametrize("name", sorted(CASES))
def test_name(assessments: dict[str, Assessment], name: str) -> None:
    found = assessments[name].name or ""
    assert found.casefold() == CASES[name]["name"].casefold()


@pytest.mark.parametrize("name", sorted(name for name in CASES if "role" in CASES[name]))
def test_role(assessments: dict[str, Assessment], name: str) -> None:
    assert assessments[name].role in CASES[name]["role"]


@pytest.mark.parametrize("name", sorted(CASES))
def test_flags(assessments: dict[str, Assessment], name: str) -> None:
    raised = {flag.kind for flag in assessments[name].flags}
    flags = CASES[name]["flags"]
    assert set(flags["must"]) <= raised
    assert not raised & set(flags["must_not"]), [
        f for f in assessments[name].flags if f.kind in flags["must_not"]
    ]


@pytest.mark.parametrize("name", sorted(CASES))
def test_skills(assessments: dict[str, Assessment], name: str) -> None:
    levels = {skill.id: skill.level for skill in assessments[name].skills}
    assert {id: levels.get(id) for id in CASES[name].get("shipped", [])} == dict.fromkeys(
        CASES[name].get("shipped", []), "shipped"
    )
    assert not set(CASES[name].get("unknown", [])) & set(levels)
    assert all(e.section != "hidden" for skill in assessments[name].skills for e in skill.evidence)


@pytest.mark.parametrize("name", sorted(CASES))
def test_fields(name: str) -> None:
    from aiscreen.parsing import parse
    from aiscreen.reading import read

    resume = parse(read(str(EXAMPLES / name)))
    assert resume.basics.email == CASES[name]["email"]
    assert len(resume.work) == CASES[name]["work"], [(w.name, w.position) for w in resume.work]
