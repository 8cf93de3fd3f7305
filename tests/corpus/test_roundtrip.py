"""Fictional people in 101 files of many layouts and producers, read and parsed back, compared with what they were made from.

The floors are what holds today, less the weight of one value: they are there to be raised.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from benchmarks.accuracy import compare, page_text

from aiscreen.parsing import parse
from aiscreen.reading import read
from aiscreen.reports.jsonresume import to_jsonresume

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").iterdir())
FIELD_FLOORS: dict[str, float] = {
    "education degree": 0.985,
    "education end": 0.985,
    "education school": 0.985,
    "email": 0.97,
    "headline": 0.86,
    "name": 0.97,
    "phone": 0.97,
    "project": 0.95,
    "skills": 0.99,
    "work company": 0.985,
    "work end": 0.99,
    "work highlight": 0.99,
    "work nothing else": 0.99,
    "work position": 0.99,
    "work start": 0.99,
}
FILE_FLOOR = 0.3
"""Every file must give at least this share of its values."""
MACRO_FLOOR = 0.985

Results = dict[str, list[tuple[str, bool, str]]]


@pytest.fixture(scope="module")
def results() -> Results:
    """For each file, its values: field, whether it was right, what was wanted and got."""
    return {path.name: list(judged(path)) for path in FILES}


def judged(path: Path) -> list[tuple[str, bool, str]]:
    person = path.stem.partition("__")[0]
    truth = json.loads((HERE / "truth" / f"{person}.json").read_text("utf-8"))
    return list(compare(truth, to_jsonresume(parse(read(path))), page_text(path)))


def by_field(results: Results) -> dict[str, Counter[bool]]:
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for values in results.values():
        for field, right, _ in values:
            counts[field][right] += 1
    return counts


def test_there_is_something_to_compare(results: Results) -> None:
    assert len(FILES) == 101
    assert all(len(values) >= 20 for values in results.values()), {k: len(v) for k, v in results.items()}
    assert set(FIELD_FLOORS) == set(by_field(results))


@pytest.mark.parametrize("field", sorted(FIELD_FLOORS))
def test_field(results: Results, field: str) -> None:
    counts = by_field(results)[field]
    missed = [
        f"{name}: {note[:160]}" for name, vs in results.items() for f, ok, note in vs if f == field and not ok
    ]
    assert counts[True] / counts.total() >= FIELD_FLOORS[field], "\n".join(missed)


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_file(results: Results, name: str) -> None:
    values = results[name]
    missed = [f"{field}: {note[:160]}" for field, right, note in values if not right]
    assert sum(right for _, right, _ in values) / len(values) >= FILE_FLOOR, "\n".join(missed)


def test_macro(results: Results) -> None:
    shares = [counts[True] / counts.total() for counts in by_field(results).values()]
    assert sum(shares) / len(shares) >= MACRO_FLOOR


def test_same_file_same_result(results: Results) -> None:
    again = FILES[0]
    assert judged(again) == results[again.name]


def test_a_grid_of_levels_tells_of_languages() -> None:
    made = parse(read(HERE / "files" / "p31__europass_grid.pdf"))
    assert [(language.language, language.fluency) for language in made.languages] == [
        ("German", "Mother tongue"),
        ("ENGLISH", "C1"),
        ("DANISH", "B1"),
    ]
    assert "B1" not in {keyword for group in made.skills for keyword in group.keywords}
