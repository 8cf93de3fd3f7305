"""What is compiled once for all runs: the same patterns that `re` compiles, ours alone, and none of a document's words."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from aiscreen.cli import patterns
from aiscreen.reading.sandbox import can_isolate

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SCRIPT = """
import re._compiler, sys
seen, own = [], re._compiler._code
def watched(parsed, flags):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"].startswith("re") or frame.f_globals["__name__"] == "aiscreen.cli.patterns":
        frame = frame.f_back
    seen.append((frame.f_globals["__name__"], frame.f_code.co_name))
    return own(parsed, flags)
re._compiler._code = watched
from aiscreen.cli import run
run(sys.argv[1:])
print(*sorted({name for name, function in seen if name.startswith("aiscreen.") and function == "<module>"}),
      file=sys.stderr)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AISCREEN_CACHE_DIR", str(tmp_path))
    return tmp_path / "taxonomy"


def ours() -> list[re.Pattern[Any]]:
    """The patterns of our modules."""
    for name in ("aiscreen.parsing", "aiscreen.reading.pdf", "aiscreen.screen", "aiscreen.portfolio"):
        import_module(name)
    modules = [module for name, module in sys.modules.items() if name.startswith("aiscreen.")]
    return [value for module in modules for value in vars(module).values() if isinstance(value, re.Pattern)]


def test_patterns_are_those_that_re_compiles(folder: Path) -> None:
    first = patterns.Patterns()
    assert first.same() and len(ours()) > 150
    for each in ours():
        first.patterns[each.pattern, each.flags] = first._form(each.pattern, each.flags)
    first.keep()
    second = patterns.Patterns()
    assert len(second.patterns) > 150
    for each in ours():
        again = second.pattern(each.pattern, each.flags)
        assert again == each
        assert (again.groups, again.groupindex) == (each.groups, each.groupindex)


@pytest.mark.skipif(not can_isolate(), reason="no fork here: one process does it all")
def test_the_second_run_compiles_none_of_ours_and_keeps_no_words_of_a_document(folder: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, "score", str(EXAMPLES / "strong-production-engineer.pdf")]
    done, kept = [], []
    for _ in range(3):
        done.append(subprocess.run(command, capture_output=True, text=True, check=True))
        (file,) = folder.glob("patterns-*.bin")
        kept.append((file.stat().st_mtime_ns, file.read_bytes()))
    assert "aiscreen.judging" in done[0].stderr
    assert done[2].stderr.strip() == "" and done[2].stdout == done[0].stdout
    assert kept[2] == kept[1], "the process that reads has compiled none either"
    assert len(kept[2][1]) > 50_000
    assert b"haddadi" not in kept[2][1].lower()


def test_a_pattern_that_a_function_asks_for_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    own = patterns.Patterns()
    with monkeypatch.context() as patch:
        patch.setattr("re._compiler.compile", own.pattern)
        assert re.compile("a name of somebody").search("a name of somebody")
        code = compile("import re; re.compile('of a module')", "<module>", "exec")
        exec(code, {"__name__": "aiscreen.some"})
        exec(code.replace(co_consts=(0, None, "of another's module")), {"__name__": "other"})
    assert [pattern for pattern, _ in own.patterns] == ["of a module"]


@pytest.mark.parametrize("damage", [b"", b"?", b"aiscreen-cache-1 0\n{}"])
def test_a_damaged_entry_is_passed_over(folder: Path, damage: bytes) -> None:
    first = patterns.Patterns()
    first.patterns["a", 0] = first._form("a", 0)
    first.keep()
    (kept,) = folder.glob("patterns-*.bin")
    kept.write_bytes(damage)
    assert patterns.Patterns().patterns == {}


def test_where_re_is_built_otherwise_it_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = import_module("re._compiler")
    before = compiler.compile
    monkeypatch.setattr(patterns, "_IN_USE", [])
    with monkeypatch.context() as patch:
        patch.delattr(compiler, "_code")
        patterns.remember()
    with monkeypatch.context() as patch:
        patch.setattr(patterns.Patterns, "same", lambda self: False)
        patterns.remember()
    assert compiler.compile is before
    patterns.keep()  # keeps nothing, and says nothing


def test_errors_of_a_pattern_are_those_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.Patterns().pattern("(a")
    assert patterns.Patterns().pattern(rb"\d+").search(b"a1")
