"""Whole résumés of fictional people through the whole pipeline: order, role and flags (data/whole*/truth.yaml)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from aiscreen.models.assessment import Assessment
from aiscreen.screen import Options, Screener

DATA = Path(__file__).parent / "data"
Judged = list[tuple[dict[str, Any], Assessment]]


@pytest.fixture(scope="module", params=["whole", "whole_plain", "whole_trades"])
def judged_people(request: pytest.FixtureRequest) -> Judged:
    folder: Path = DATA / request.param
    screener = Screener(Options(as_of=date(2026, 11, 1)))
    truth = yaml.safe_load((folder / "truth.yaml").read_text("utf-8"))
    return [
        (person, screener.screen_document(*screener.read_here(folder / f"{person['id']}.json")))
        for person in truth
    ]


def test_pairs_are_in_order(judged_people: Judged) -> None:
    pairs = [
        (one["id"], other["id"], (above.score or 0) > (below.score or 0))
        for one, above in judged_people
        for other, below in judged_people
        if one["tier"] < other["tier"]
    ]
    wrong = [(one, other) for one, other, right in pairs if not right]
    assert len(pairs) > 300
    assert len(wrong) <= 0.05 * len(pairs), wrong


def test_the_work_tells_the_role(judged_people: Judged) -> None:
    wrong = [(p["id"], p["role"], a.role) for p, a in judged_people if p["role"] not in (None, a.role)]
    assert len(wrong) <= 2, wrong


def test_no_flag_is_false(judged_people: Judged) -> None:
    false = [
        (person["id"], flag.kind, flag.message)
        for person, assessment in judged_people
        for flag in assessment.flags
        if flag.kind not in person["flags"]
    ]
    assert not false


def test_the_flags_that_are_right_are_raised(judged_people: Judged) -> None:
    missed = [
        (person["id"], kind)
        for person, assessment in judged_people
        for kind in person["flags"]
        if kind not in {flag.kind for flag in assessment.flags}
    ]
    assert len(missed) <= 1, missed
