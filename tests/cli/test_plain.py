"""The short way to `score`: what it reads, the library that reads command lines reads just so; the rest it leaves to
it."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiscreen.cli import plain, run, score, settings
from aiscreen.cli.plain import plain_score
from aiscreen.cli.scoring import score_files

VALUES = {
    "role": ["auto", "mlops-engineer", "nobody's"],
    "as_of": ["2026-11", "yesterday"],
    "fail_on": [*settings.FailOn, "High"],
    "format": [*settings.Format, "pdf"],
}
NAMED = [(option, value) for option, (name, _) in plain.CHOICES.items() for value in VALUES[name]]
NAMED += [(option, "x.yaml") for option in plain.PATHS]
OPTIONS = st.one_of(
    st.sampled_from([[option] for option in plain.SWITCHES]),
    st.sampled_from([[option, value] for option, value in NAMED]),
    st.sampled_from([[f"{option}={value}"] for option, value in NAMED]),
    st.sampled_from([["--"], ["-x"], [""], ["--role="], ["--no-blind"], ["--format"]]),
)
FILES = st.sampled_from(["a.pdf", "b c.txt", "résumé.md", "-", "~/a"]).map(lambda name: [name])
WORDS = (
    st.tuples(st.lists(FILES, max_size=2), st.lists(OPTIONS, max_size=2))
    .flatmap(lambda told: st.permutations([*told[0], *told[1]]))
    .map(lambda groups: list(chain.from_iterable(groups)))
)


def by_library(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any] | None:
    """What the library makes of the arguments; None where it refuses them."""
    told: list[dict[str, Any]] = []

    def take(files: list[Path], **named: Any) -> int:
        told.append({"files": files, **named})
        return 0

    with monkeypatch.context() as patch:
        patch.setattr(score, "score_files", take)
        patch.setattr(plain, "plain_score", lambda arguments: None)
        code = run(arguments)
    assert (code == 0) == bool(told)
    return told[0] if told else None


@given(words=WORDS)
def test_it_reads_what_the_library_reads(words: list[str]) -> None:
    arguments = ["score", *words]
    found = plain_score(arguments)
    if found is not None:
        defaults = score_files.__kwdefaults__ or {}
        with pytest.MonkeyPatch.context() as patch:
            assert {**defaults, **found} == by_library(arguments, patch)


@pytest.mark.parametrize("option", [*plain.SWITCHES, *plain.CHOICES, *plain.PATHS])
def test_each_option_of_the_tables_is_read(option: str) -> None:
    value = {"fail_on": "high", "format": "json"}.get(plain.CHOICES.get(option, ("",))[0], "given")
    words = [option] if option in plain.SWITCHES else [option, value]
    assert plain_score(["score", "a.pdf", *words]) is not None
    assert plain_score(["score", *words, *words, "a.pdf"]) is None, "twice is not plain"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["score"],
        ["batch", "folder"],
        ["--help"],
        ["score", "--help"],
        ["score", "a.pdf", "--help"],
        ["score", "a.pdf", "--role"],
        ["score", "a.pdf", "--role", "--blind"],
        ["score", "a.pdf", "--format", "pdf"],
        ["score", "a.pdf", "--portfolio", "clone"],
        ["score", "a.pdf", "-fjson"],
        ["score", "--", "-a.pdf"],
        ["score", "a" * 5000],
    ],
)
def test_what_is_not_plain_is_left_alone(arguments: list[str]) -> None:
    assert plain_score(arguments) is None


def test_a_file_that_may_not_be_read_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.pdf"
    file.touch()
    assert plain_score(["score", str(file)]) is not None
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert plain_score(["score", str(file)]) is None


def test_a_shell_that_asks_for_completions_gets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_AISCREEN_COMPLETE", "complete_bash")
    assert plain_score(["score", "a.pdf"]) is None
