"""The wheel carries the policy files and works in an environment that never saw the source."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
POLICY = ("skills.yaml", "roles.yaml", "redflags.yaml")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_policy_and_the_template_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in POLICY:
        assert f"aiscreen/policy/{name}" in names
    assert "aiscreen/reports/templates/report.html" in names
    assert "aiscreen/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "examples/"))]


def dependencies(folder: Path) -> Path:
    """A folder with everything that is installed here but aiscreen itself, whichever way that was installed."""
    folder.mkdir()
    for scheme in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for entry in Path(scheme).iterdir():
            if not entry.name.startswith("aiscreen") and entry.suffix != ".pth":
                (folder / entry.name).symlink_to(entry)
    return folder


def test_a_clean_environment_screens_with_the_wheel(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True, symlinks=os.name == "posix")
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    # The dependencies come from this environment; aiscreen itself must come from the wheel, from another folder.
    environment = {
        **os.environ,
        "PYTHONPATH": str(dependencies(tmp_path / "dependencies")),
        "AISCREEN_CACHE_DIR": str(tmp_path / "cache"),
    }
    install = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--ignore-installed",
        str(wheel),
    ]
    subprocess.run(
        install, check=True, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": ""}
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [python, "-m", "aiscreen", *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment)

    where = subprocess.run(
        [python, "-c", "import aiscreen; print(aiscreen.__file__)"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
    )
    assert str(tmp_path) in where.stdout, where.stderr
    check = run("taxonomy", "check")
    assert check.returncode == 0, check.stderr
    example = next((ROOT / "examples").glob("*.pdf"))
    scored = run("score", str(example))
    assert scored.returncode == 0, scored.stderr
    assert "Production" in scored.stdout
