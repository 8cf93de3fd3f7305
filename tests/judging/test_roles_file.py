"""roles.yaml: what is refused, what is inherited, and what a user's file may leave out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from aiscreen import matching, taxonomy
from aiscreen.models.assessment import Assessment
from aiscreen.taxonomy.labels import failed_examples
from aiscreen.taxonomy.references import references
from aiscreen.taxonomy.roles import RolesFile
from tests.judging.people import people

FILE = Path(__file__).resolve().parents[2] / "roles.yaml"
ROLES = (
    "ml-engineer",
    "deep-learning-engineer",
    "nlp-engineer",
    "computer-vision-engineer",
    "mlops-engineer",
    "genai-engineer",
    "ai-engineer",
    "ai-architect",
)


def data() -> dict[str, Any]:
    return dict(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def test_the_eight_roles_are_there(shipped: taxonomy.Taxonomy) -> None:
    assert set(shipped.roles.roles) == set(ROLES)
    for role in shipped.roles.roles.values():
        assert role.scenarios and role.titles and any(need.core for need in role.needs.values())


def test_every_reference_exists(shipped: taxonomy.Taxonomy) -> None:
    known = {"skill": shipped.skills, "category": shipped.categories, "group": shipped.roles.groups}
    wrong = [(place, name) for place, kind, name in references(shipped.roles) if name not in known[kind]]
    assert wrong == []


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (lambda d: d["rubric"]["dimensions"]["skills"].update(max=30), "add up to 110"),
        (lambda d: d["rubric"]["dimensions"].pop("depth"), "misses depth"),
        (lambda d: d["evidence"].pop("operate"), "misses operate"),
        (lambda d: d["rubric"]["half_life"].pop("default"), "needs a default"),
        (lambda d: d["roles"].update(x={"name": "X", "like": "plumber"}), "no role"),
        (
            lambda d: d["roles"].update(x={"name": "X", "like": "y"}, y={"name": "Y", "like": "x"}),
            "x. is like",
        ),
        (lambda d: d["roles"].update(x={"name": "X"}), "no needs"),
        (lambda d: d["evidence"]["deploy"]["full"].append("... to production"), "start and end with a word"),
        (lambda d: d["evidence"]["deploy"].update(ful=["x"]), "Extra inputs"),
        (lambda d: d["roles"]["ml-engineer"]["needs"].update(x={"name": "X"}), "needs skills"),
    ],
)
def test_what_is_wrong_is_said(break_it: Callable[[dict[str, Any]], Any], says: str) -> None:
    broken = data()
    break_it(broken)
    with pytest.raises(ValidationError, match=says):
        RolesFile.model_validate(broken)


def test_a_failing_example_is_found() -> None:
    changed = data()
    changed["evidence"]["operate"]["examples"]["miss"].append("On-call for the ranking service")
    changed["evidence"]["operate"]["examples"]["hit"].append("Watered the plants")
    found = {place for place, _ in failed_examples(RolesFile.model_validate(changed))}
    assert {place[:4] for place in found} == {
        ("evidence", "operate", "examples", "miss"),
        ("evidence", "operate", "examples", "hit"),
    }


def test_a_role_of_a_few_lines(tmp_path: Path, judged: Callable[..., Assessment]) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text(
        "schema: aiscreen.roles/1\n"
        "roles:\n"
        "  risk-ml:\n"
        "    name: Risk Modeller\n"
        "    like: ml-engineer\n"
        "    drop: [frameworks]\n"
        "    needs:\n"
        "      go: {name: Go, weight: 9, required: true, skills: [go]}\n",
        encoding="utf-8",
    )
    own = taxonomy.load(roles=path)
    role = own.roles.resolved("risk-ml")
    base = own.roles.resolved("ml-engineer")
    assert set(role.needs) == set(base.needs) - {"frameworks"} | {"go"}
    assert role.scenarios == base.scenarios
    assert set(ROLES) < set(own.roles.roles)
    person = next(p for p in people() if p["id"] == "senior-ranking")
    matcher = matching.Matcher(own)
    assert matcher is not None
    asked, usual = judged(person, role="risk-ml", taxonomy=own), judged(person, role="ml-engineer")
    assert (asked.score or 0) < (usual.score or 0)
    assert "Go" in next(r for r in asked.roles if r.id == "risk-ml").missing
