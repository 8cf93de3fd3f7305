"""The direction of imports is a contract; this shows that the contract can fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": ""},
        capture_output=True,
        text=True,
    )


def test_the_contract_holds_and_an_upward_import_breaks_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    kept = lint(tmp_path)
    assert kept.returncode == 0, kept.stdout

    with (tmp_path / "src/aiscreen/models/document.py").open("a", encoding="utf-8") as file:
        file.write("\nimport aiscreen.reading\n")
    broken = lint(tmp_path)
    assert broken.returncode == 1, broken.stdout
    assert "aiscreen.models" in broken.stdout
    assert "aiscreen.reading" in broken.stdout
