"""What a command imports: the start is quick because most of it is left alone, which is counted here in modules and
in skills, for a clock would tell of the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import PROGRAM
from typer.main import get_group

from aiscreen.cli.app import COMMANDS, app
from aiscreen.reading.sandbox import can_isolate

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_RUN = """
import json, sys
arguments, kept = json.loads(sys.argv[1]), []
if "score" in arguments:  # what it has built is gone with it, so it is taken note of at its making
    from aiscreen.taxonomy.kept import KeptSkills
    begin = KeptSkills.__init__
    KeptSkills.__init__ = lambda self, packed: (kept.append(self), begin(self, packed))[1]
from aiscreen.cli import run
code = run(arguments)
skills = [len(each._built) for each in kept]
print(json.dumps({"code": code, "modules": sorted(sys.modules), "skills": skills}), file=sys.stderr)
"""


def start(cache: Path, *arguments: str) -> dict[str, Any]:
    """The exit code of a run in a process of its own, the modules that it has loaded, and the skills it has built."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, json.dumps(arguments)],
        env={**os.environ, "AISCREEN_CACHE_DIR": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stderr.splitlines()[-1])
    return result


def loaded(seen: dict[str, Any], *packages: str) -> set[str]:
    """Which of the packages a run has loaded, wholly or in part."""
    return {name for name in packages for each in seen["modules"] if f"{each}.".startswith(f"{name}.")}


def test_help_needs_no_command_and_nothing_heavy(tmp_path: Path) -> None:
    seen = start(tmp_path, "--help")
    assert loaded(seen, "typer", "aiscreen.cli.app") == {"typer", "aiscreen.cli.app"}
    heavy = ("pydantic", "rich", "pypdfium2", "pdfplumber", "yaml", "jinja2", "rapidfuzz")
    assert not loaded(seen, *heavy, "aiscreen.models", "aiscreen.screen")
    assert not loaded(seen, *(f"aiscreen.cli.{name}" for name in COMMANDS))


@pytest.mark.skipif(not can_isolate(), reason="no fork here: files are read in the process itself")
def test_scoring_a_pdf_leaves_alone_what_it_does_not_need(tmp_path: Path) -> None:
    file = str(EXAMPLES / "strong-production-engineer.pdf")
    first, second = start(tmp_path, "score", file), start(tmp_path, "score", file)
    assert (first["code"], second["code"]) == (0, 0)
    assert loaded(first, "yaml") == {"yaml"}, "the policy is read once, then it is in the cache"
    unused = ("yaml", "jinja2", "pdfplumber", "pypdfium2", "pypdfium2_raw", "aiscreen.taxonomy.lint")
    elsewhere = ("aiscreen.parsing", "aiscreen.reading.pdf")  # in the process that reads
    optional = ("aiscreen.judging.blind", "aiscreen.judging.advert", "aiscreen.portfolio", "aiscreen.batch")
    others = tuple(f"aiscreen.cli.{name}" for name in COMMANDS if name != "score")
    assert not loaded(second, *unused, *elsewhere, *optional, *others)
    assert not loaded(second, "typer", "aiscreen.cli.score"), "a plain call needs no library to be read"
    assert second["skills"] and max(second["skills"]) < 200, "most skills are in no single résumé"


def test_help_tells_of_each_command_what_the_command_tells_of_itself() -> None:
    group: Any = get_group(app)
    for name, told in COMMANDS.items():
        assert group.get_command(None, name).get_short_help_str(limit=1000) == told
    assert group.get_command(None, "scor") is None


@pytest.mark.parametrize("command", ["--version", "score {file} --format json", "parse {file}"])
def test_what_was_written_is_whole_though_the_process_ends_at_once(tmp_path: Path, command: str) -> None:
    """Into a pipe and into a file, where Python keeps back what it is told to write."""
    words = command.format(file=EXAMPLES / "strong-production-engineer.pdf").split()
    script = "import sys; from aiscreen.cli import run; sys.exit(run(sys.argv[1:]))"
    expected = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, check=True).stdout
    whole = [*PROGRAM, *words]
    assert subprocess.run(whole, capture_output=True, check=True).stdout == expected
    with (tmp_path / "out").open("wb") as out:
        subprocess.run(whole, stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == expected
