"""What a worker hands back can be kept and judged again as if it had just been parsed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aiscreen.batch.body import body_in_role, with_run
from aiscreen.batch.keys import parser_key, policy_key
from aiscreen.batch.task import pack, perform, slim, unpack
from aiscreen.batch.work import Done, Task
from aiscreen.models.assessment import Assessment
from aiscreen.reports.data import cells, cells_in_role, placing
from aiscreen.screen import Options, Screener

EXAMPLES = sorted(
    path
    for path in (Path(__file__).resolve().parents[2] / "examples").iterdir()
    if path.suffix in (".pdf", ".docx", ".txt")
)
SCREENER = Screener()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_packed_document_comes_back_whole_and_judges_the_same(path: Path) -> None:
    document, resume = SCREENER.read_here(path)
    packed = pack(document, resume)
    again, same = unpack(packed)
    assert again == slim(document)
    assert same == resume
    fresh = perform(Options(), Task(path.name, path.read_bytes()))
    kept = perform(Options(), Task(path.name, None, packed))
    assert isinstance(fresh, Done)
    assert isinstance(kept, Done)
    assert kept.parsed is None
    assert kept.assessed == fresh.assessed


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_kept_holds_every_role_as_a_fresh_run_judges_it(path: Path) -> None:
    document, resume = SCREENER.read_here(path)
    kept = perform(Options(), Task(path.name, path.read_bytes()))
    assert isinstance(kept, Done)
    for role in SCREENER.taxonomy.roles.roles:
        fresh = Screener(Options(role=role)).judge(slim(document), resume)
        assert body_in_role(kept.assessed.body, role) == fresh.model_dump_json().encode()
        assert kept.assessed.facts["scores"][role] == fresh.score
        row = {**kept.assessed.cells[""], **kept.assessed.cells[role], **placing(None, "", ())}
        assert row == {**cells(fresh), **cells_in_role(fresh)}


def test_a_blind_run_keeps_the_asked_role_alone() -> None:
    done = perform(Options(blind=True), Task("x", EXAMPLES[0].read_bytes()))
    assert isinstance(done, Done)
    assert len(done.assessed.facts["scores"]) == 1
    assert policy_key(Options(blind=True), {}) != policy_key(Options(blind=True, role="ai-engineer"), {})


def test_the_keys_tell_apart_what_gives_other_results() -> None:
    one = Options()
    assert parser_key(one) != parser_key(Options(ocr=True))
    others = [Options(ocr=True), Options(blind=True), Options(job="Python"), Options(as_of=date(2025, 1, 1))]
    keys = {policy_key(options, {"skills.yaml": "a"}) for options in (one, *others)}
    assert len(keys) == 5
    assert policy_key(one, {"skills.yaml": "b"}) not in keys
    assert policy_key(Options(role="ai-engineer"), {"skills.yaml": "a"}) == policy_key(
        one, {"skills.yaml": "a"}
    )


def test_rank_path_and_other_files_are_put_into_the_stored_json() -> None:
    done = perform(Options(), Task("x", EXAMPLES[0].read_bytes()))
    assert isinstance(done, Done)
    path = 'a "quoted" päth\\with\nsigns.pdf'
    best = done.assessed.facts["best"]
    body = body_in_role(done.assessed.body, best)
    whole = Assessment.model_validate_json(with_run(body, 7, path, ["other.pdf"]))
    assert (whole.rank, whole.document.path, whole.also) == (7, path, ["other.pdf"])
    assert whole.score == done.assessed.facts["scores"][best]
