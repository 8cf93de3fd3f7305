"""Whole reports, compared to the letter with the files beside this one.

After a wanted change: `AISCREEN_WRITE_GOLDENS=1 python -m pytest tests/reports`, then read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.console import Console

from aiscreen.models.assessment import Report
from aiscreen.reports import render

GOLDENS = Path(__file__).parent / "goldens"
NAMES = {
    "terminal-80.txt": ("terminal", 80),
    "terminal-120.txt": ("terminal", 120),
    "report.json": ("json", None),
    "report.jsonl": ("jsonl", None),
    "report.csv": ("csv", None),
    "report.md": ("markdown", None),
    "report.html": ("html", None),
}


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_report_is_as_it_was(report: Report, name: str) -> None:
    format, width = NAMES[name]
    console = Console(width=width, color_system=None, highlight=False, markup=False) if width else None
    text = render(report, format, console=console)
    golden = GOLDENS / name
    if os.environ.get("AISCREEN_WRITE_GOLDENS"):
        golden.write_bytes(text.encode())
    assert text.encode() == golden.read_bytes()
