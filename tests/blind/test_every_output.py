"""A blind run, swept in every output for everything that tells who each of fifteen people is: their files carry their
names, their words are also tools and everyday words."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from aiscreen.cli import run

PEOPLE = Path(__file__).parent / "people"
FACTS: dict[str, dict[str, list[str]]] = json.loads((PEOPLE / "facts.json").read_text(encoding="utf-8"))
FILES = [PEOPLE / f"{name}.txt" for name in FACTS]
REPORTS = ("terminal", "json", "jsonl", "csv", "markdown", "html")
SHEETS = ("terminal", "json", "markdown")


def told(written: str, who: list[str]) -> dict[str, list[str]]:
    """The facts about each of `who` that a text tells, whatever its line breaks."""
    flat = re.sub(r"[\s│]+", " ", written)
    leaks = {name: [fact for fact in [*FACTS[name]["told"], name] if fact in flat] for name in who}
    return {name: facts for name, facts in leaks.items() if facts}


def of_all() -> Iterator[tuple[str, str]]:
    for name in FACTS:
        for fact in FACTS[name]["told"]:
            if len(fact) > 4 and not fact.isdigit():  # what is one's secret may be another's work
                yield name, fact


def told_of_any(written: str) -> list[tuple[str, str]]:
    flat = re.sub(r"[\s│]+", " ", written)
    return [(name, fact) for name, fact in of_all() if fact in flat or name in flat]


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A folder of files that carry names: the fifteen, one twice, one empty and one damaged."""
    folder = tmp_path / "cvs"
    folder.mkdir()
    for file in FILES:
        shutil.copy(file, folder)
    (folder / "Julia Swift (final).txt").write_text(
        (PEOPLE / "julia_swift.txt").read_text(encoding="utf-8") + "\nMerit: 1\n", encoding="utf-8"
    )
    (folder / "frank_case_2.pdf").write_bytes(b"")
    (folder / "rust_lake_old.docx").write_bytes(b"PK\x03\x04 rusty lake")
    return folder


@pytest.mark.parametrize("format", ["json", "jsonresume", "text"])
@pytest.mark.parametrize("name", FACTS)
def test_what_was_understood(name: str, format: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", str(PEOPLE / f"{name}.txt"), "--blind", "--format", format]) == 0
    seen = "".join(capfd.readouterr())
    assert told(seen, [name]) == {}
    flat = " ".join(seen.split())
    if format != "jsonresume":  # which has no room for some of it
        assert [fact for fact in FACTS[name]["kept"] if fact not in flat] == []


@pytest.mark.parametrize("format", REPORTS)
def test_scores(format: str, named: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    files = [str(file) for file in sorted(named.iterdir())]
    assert (
        run(["score", *files, "--blind", "--explain", "--format", format, "--manifest", str(manifest)]) == 3
    )
    assert told_of_any("".join(capfd.readouterr())) == []
    assert told_of_any(manifest.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "other", "format"), list(zip(list(FACTS)[::5], list(FACTS)[1::5], SHEETS, strict=True))
)
def test_sheets(name: str, other: str, format: str, capfd: pytest.CaptureFixture[str]) -> None:
    one, two = (str(PEOPLE / f"{each}.txt") for each in (name, other))
    assert run(["interview", one, "--blind", "--format", format]) == 0
    assert told("".join(capfd.readouterr()), [name]) == {}
    assert run(["compare", one, two, "--blind", "--format", format]) == 0
    assert told("".join(capfd.readouterr()), [name, other]) == {}


def test_the_same_sweep_finds_them_in_a_run_that_is_not_blind(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["score", *map(str, FILES), "--explain", "--format", "json"]) == 0
    assert {name for name, _ in told_of_any("".join(capfd.readouterr()))} == set(FACTS)


@pytest.mark.parametrize("format", ["terminal", "jsonl", "csv"])
def test_batches(format: str, named: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["batch", str(named), "--blind", "--explain", "--jobs", "1", "--no-store"]
    assert run([*arguments, "--format", format, "--out", str(out)]) == 3
    assert told_of_any("".join(capfd.readouterr())) == []
    written = {file.name: file.read_text(encoding="utf-8") for file in out.iterdir()}
    assert {
        "ranking.csv",
        "results.jsonl",
        "skipped.csv",
        "report.html",
        "report.md",
        "manifest.json",
    } <= written.keys()
    assert {name: leaks for name, text in written.items() if (leaks := told_of_any(text))} == {}


@pytest.mark.parametrize("command", ["score", "interview"])
def test_errors_name_no_repository(command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "frank-case-code")
    assert run([command, str(FILES[1]), "--portfolio", missing, "--blind"]) == 3
    seen = "".join(capfd.readouterr())
    assert "no such file or folder" in seen and "frank" not in seen


@pytest.mark.parametrize("command", ["score", "parse", "interview", "compare"])
def test_errors_name_no_file(command: str, named: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for file in ("frank_case_2.pdf", "rust_lake_old.docx", "rusty lake.pdf"):
        files = [str(named / file)] * (2 if command == "compare" else 1)
        assert run([command, *files, "--blind"]) == 3
        seen = "".join(capfd.readouterr())
        assert "candidate-" in seen and not re.search("frank|case_2|rust", seen, re.I), seen
