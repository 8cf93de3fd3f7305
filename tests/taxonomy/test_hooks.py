"""What others' CI runs: the pre-commit hook and the composite action, as far as they run without their hosts."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GOOD = (
    "schema: aiscreen.skills/1\ncategories: {tools: Tools}\nskills:\n  perl: {name: Perl, category: tools}\n"
)
BAD = GOOD + "  scala: {name: Scala, category: tolls}\n"


def environment(**more: str) -> dict[str, str]:
    """Where `aiscreen` is the one under test, and nothing says that this is a CI run."""
    kept = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    return {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **more}


def test_the_hook_finds_policy_files_under_any_name(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["types"] == ["yaml"] and "files" not in hook
    (tmp_path / "compose.yaml").write_text("services: {web: {image: nginx}}\n", encoding="utf-8")
    (tmp_path / "data").mkdir()
    for text, code in ((GOOD, 0), (BAD, 1)):
        (tmp_path / "data" / "our-skills.yml").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [*shlex.split(hook["entry"]), "compose.yaml", "data/our-skills.yml"],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
        )
        assert done.returncode == code, done.stderr
        assert done.stderr.startswith("1 file checked: ")
    assert done.stdout.startswith("data/our-skills.yml:5:34: error[unknown-reference] there is no category")


def steps() -> list[dict[str, object]]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert action["runs"]["using"] == "composite"
    found: list[dict[str, object]] = action["runs"]["steps"]
    return found


@pytest.mark.parametrize(
    ("files", "format", "code", "said"),
    [
        ("skills.yaml", "github", 1, "::error file=skills.yaml,line=5,endLine=5,col=34,endColumn=39,title="),
        ("good.yaml", "github", 0, ""),
        ("good.yaml\nskills.yaml", "text", 1, "skills.yaml:5:34: error[unknown-reference]"),
        ("--help", "text", 2, ""),
        ("$(touch pwned) ; touch pwned", "text", 2, ""),
    ],
)
def test_the_action_checks_files_and_runs_nothing_else(
    tmp_path: Path, files: str, format: str, code: int, said: str
) -> None:
    (tmp_path / "skills.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    script = str(steps()[-1]["run"])
    env = environment(FILES=files, FORMAT=format, OUTPUT="")
    done = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith(said)
    assert not (tmp_path / "pwned").exists()


def test_the_action_writes_sarif_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "skills.yaml").write_text(BAD, encoding="utf-8")
    env = environment(FILES="skills.yaml", FORMAT="sarif", OUTPUT="found.sarif")
    script = str(steps()[-1]["run"])
    done = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 1
    log = json.loads((tmp_path / "found.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["unknown-reference"]


def test_no_input_is_pasted_into_a_script() -> None:
    for step in steps():
        assert "${{" not in str(step.get("run", ""))
