"""`aiscreen score` as its users meet it: reports, exit codes, and one clear line for bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import PROGRAM, STRONG, Run


def test_the_shipper_stands_above_the_student_in_every_format(aiscreen: Run, folder: Path) -> None:
    files = (folder / "more/student.md", folder / "strong.txt")
    seen = json.loads(aiscreen("score", *files, "--format", "json").stdout)
    assert [c["name"] for c in seen["candidates"]] == ["Ines Marchetti", "Tomas Novotny"]
    assert seen["candidates"][0]["score"] > 2 * seen["candidates"][1]["score"]
    for format in ("terminal", "csv", "markdown", "html", "jsonl"):
        text = aiscreen("score", *files, "--format", format).stdout
        assert 0 < text.index("Ines Marchetti") < text.index("Tomas Novotny"), format


def test_parts_and_flags_sum_to_the_score_and_every_quote_is_found_at_its_address(
    aiscreen: Run, folder: Path
) -> None:
    files = (folder / "more/student.md", folder / "strong.txt")
    texts = {str(file): file.read_text(encoding="utf-8") for file in files}
    for candidate in json.loads(aiscreen("score", *files, "--format", "json").stdout)["candidates"]:
        parts = sum(d["points"] for d in candidate["dimensions"]) + sum(
            f["points"] for f in candidate["flags"]
        )
        assert candidate["score"] == pytest.approx(max(0.0, min(100.0, parts)), abs=0.051)
        text = " ".join(texts[candidate["document"]["path"]].split())
        for part in candidate["dimensions"] + candidate["flags"] + candidate["skills"]:
            for evidence in part["evidence"]:
                assert evidence["quote"] in text
                assert evidence["page"] == 1
                assert evidence["line"] >= 1


def test_stdin_and_output_file(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    piped = aiscreen("score", "-", "--format", "json", input=STRONG)
    assert json.loads(piped.stdout)["candidates"][0]["name"] == "Ines Marchetti"
    written = aiscreen(
        "score", folder / "strong.txt", "--output", tmp_path / "report.md", "--format", "markdown"
    )
    assert (written.returncode, written.stdout) == (0, "")
    assert "Ines Marchetti" in (tmp_path / "report.md").read_text(encoding="utf-8")
    refused = aiscreen("score", folder / "strong.txt", "--output", tmp_path / "no/such/folder/report.md")
    assert refused.returncode == 2
    assert "choose another --output" in refused.stderr


def bad_inputs(folder: Path) -> dict[str, Path]:
    """One of each thing that is no résumé."""
    files = {
        "empty": (folder / "empty.pdf", b""),
        "damaged": (folder / "random.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20),
        "no-pages": (folder / "nopages.pdf", NO_PAGES),
        "unsupported": (folder / "random.docx", bytes(range(256)) * 4),
    }
    for path, data in files.values():
        path.write_bytes(data)
    (folder / "sub.pdf").mkdir()
    return {name: path for name, (path, _) in files.items()} | {
        "missing": folder / "nowhere.pdf",
        "folder": folder / "sub.pdf",
    }


NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
)


def test_bad_input_is_one_clear_line_each_and_the_rest_goes_on(aiscreen: Run, folder: Path) -> None:
    bad = bad_inputs(folder)
    done = aiscreen("score", folder / "strong.txt", *bad.values(), "--format", "json")
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert [c["name"] for c in report["candidates"]] == ["Ines Marchetti"]
    assert len(report["skipped"]) == len(bad)
    reasons = {row["path"]: row["reason"] for row in report["skipped"]}
    for reason in ("empty", "missing", "folder"):
        assert reasons[str(bad[reason])] == reason
    lines = done.stderr.splitlines()
    assert len(lines) == len(bad)
    assert all(line.startswith("aiscreen: skipped ") and len(line) < 400 for line in lines)
    assert "Traceback" not in done.stderr


def test_a_broken_policy_file_is_named_with_its_place(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    policy = tmp_path / "skills.yaml"
    policy.write_text("schema: aiscreen.skills/1\nskills:\n  pytorch: {nmae: PyTorch}\n", encoding="utf-8")
    done = aiscreen("score", folder / "strong.txt", "--skills", policy)
    assert done.returncode == 2
    assert "skills.yaml:3:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--role", "plumber"), "mlops-engineer"),
        (("--as-of", "someday"), "2026-11"),
        (("--format", "xml"), "markdown"),
        (("--skills", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_wrong_options_say_what_would_be_right(
    aiscreen: Run, folder: Path, arguments: tuple[str, str], words: str
) -> None:
    done = aiscreen("score", folder / "strong.txt", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_portfolio_that_is_not_there_is_no_fault_of_the_resume(aiscreen: Run, folder: Path) -> None:
    done = aiscreen("score", folder / "strong.txt", "--portfolio", folder / "clones")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"aiscreen: {folder / 'clones'}: no such file or folder; give a clone")


def test_a_choice_that_there_is_not_is_told_in_plain_words(aiscreen: Run, folder: Path) -> None:
    done = aiscreen("score", folder / "strong.txt", "--format", "pdf")
    assert done.returncode == 2
    assert "Value error" not in done.stderr and "'pdf' is not one of 'terminal', 'json'" in done.stderr


def test_fail_on(aiscreen: Run, folder: Path) -> None:
    confused = folder / "confused.txt"
    claim = "- Applied supervised learning algorithms such as K-means and DBSCAN to segment customers\n"
    confused.write_text(
        STRONG.replace("- On-call for ranking", claim + "- On-call for ranking"), encoding="utf-8"
    )
    flags = json.loads(aiscreen("score", confused, "--format", "json").stdout)["candidates"][0]["flags"]
    assert [(flag["kind"], flag["severity"]) for flag in flags] == [("fundamentals", "medium")]
    assert aiscreen("score", confused, "--fail-on", "low").returncode == 1
    assert aiscreen("score", confused, "--fail-on", "high").returncode == 0
    assert aiscreen("score", confused).returncode == 0


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    def report(seed: str) -> bytes:
        command = [*PROGRAM, "score", str(folder / "strong.txt"), "--format", "json"]
        return subprocess.run(
            command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=True
        ).stdout

    assert report("1") == report("2") == report("77")


def test_as_of_says_what_present_means(aiscreen: Run, folder: Path) -> None:
    def months(as_of: str) -> int:
        done = aiscreen("score", folder / "strong.txt", "--as-of", as_of, "--format", "json")
        return int(json.loads(done.stdout)["candidates"][0]["experience"]["months"])

    assert months("2025-03-31") - months("2023-03-31") == 24


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe that closes")
def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m aiscreen score {folder / 'strong.txt'} --format json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert done.stderr == ""
