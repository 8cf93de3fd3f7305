"""What a worker hands back can be kept and judged again as if it had just been parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiscreen.batch.task import Done, Task, pack, perform, slim, unpack, with_run
from aiscreen.models.assessment import Assessment
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
    assert (kept.body, kept.facts) == (fresh.body, fresh.facts)


def test_rank_path_and_other_files_are_put_into_the_stored_json() -> None:
    done = perform(Options(), Task("x", EXAMPLES[0].read_bytes()))
    assert isinstance(done, Done)
    path = 'a "quoted" päth\\with\nsigns.pdf'
    whole = Assessment.model_validate_json(with_run(done.body, path, 7, ["other.pdf"]))
    assert (whole.rank, whole.document.path, whole.also) == (7, path, ["other.pdf"])
    assert whole.score == done.facts["score"]
