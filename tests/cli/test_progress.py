"""Progress away from a terminal: a line now and then, and nothing when quiet."""

from __future__ import annotations

import pytest

from aiscreen.batch import Progress
from aiscreen.cli import progress as own
from aiscreen.cli.progress import lasting, progress


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.4, "0 s"), (89.0, "89 s"), (90.0, "2 min"), (5940.0, "99 min"), (6000.0, "1 h 40 min")],
)
def test_durations_are_said_as_people_do(seconds: float, said: str) -> None:
    assert lasting(seconds) == said


def test_plain_lines_come_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 1000, 6))
    monkeypatch.setattr(own.time, "monotonic", lambda: float(next(clock)))
    with progress(quiet=False) as show:
        for settled in range(1, 7):
            show(Progress(settled * 10, 2, 0, 60))
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "aiscreen: 20 of 60, 2/s, 24 s left, 2 skipped",
        "aiscreen: 40 of 60, 2/s, 12 s left, 2 skipped",
    ]


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=True) as show:
        show(Progress(1, 0, 0, 2))
    assert capsys.readouterr().err == ""
