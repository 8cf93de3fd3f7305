"""The other commands as their users meet them, each on real files: parse, inspect, compare, interview, audit, help."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from tests.cli.conftest import PROGRAM, STRONG, Run

from aiscreen.cli.app import COMMANDS, app

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STRONGEST = EXAMPLES / "strong-production-engineer.pdf"
CONFUSED = EXAMPLES / "confused-fundamentals.pdf"
STUFFER = EXAMPLES / "keyword-stuffer.pdf"


def commands() -> Iterator[tuple[str, Any]]:
    """Every command that does something, with its full name."""
    context = typer.Context(typer.main.get_command(app))
    for name in COMMANDS:
        command = typer.main.get_command(app).get_command(context, name)  # type: ignore[attr-defined]
        under = getattr(command, "commands", None)
        yield from ((f"{name} {each}", one) for each, one in under.items()) if under else [(name, command)]


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda each: each if isinstance(each, str) else ""
)
def test_every_help_text_shows_how_to_call_it(name: str, command: Any) -> None:
    assert f"aiscreen {name}" in (command.help or "")


def test_parse_says_what_was_understood_in_three_forms(aiscreen: Run) -> None:
    whole = json.loads(aiscreen("parse", STRONGEST).stdout)
    assert whole["work"][0]["position"] == "Senior Machine Learning Engineer"
    exported = json.loads(aiscreen("parse", STRONGEST, "--format", "jsonresume").stdout)
    assert exported["work"][0]["startDate"] == "2022-08"
    assert "endDate" not in exported["work"][0]
    assert "Leila Haddadi" in aiscreen("parse", STRONGEST, "--format", "text").stdout


@pytest.mark.parametrize("format", ["json", "jsonresume", "text"])
def test_parse_blind_does_not_say_who(aiscreen: Run, format: str) -> None:
    seen = aiscreen("parse", STRONGEST, "--blind", "--format", format).stdout
    assert "3,200 requests per second" in seen
    for secret in ("Leila", "Haddadi", "Pacific State", "@"):
        assert secret not in seen


def test_inspect_lists_lines_hidden_text_and_flags_at_their_places(aiscreen: Run) -> None:
    seen = aiscreen("inspect", CONFUSED).stdout
    place = next(
        line.split()[0] for line in seen.splitlines() if "supervised learning algorithms such as" in line
    )
    assert f"flag, fundamentals at {place}: K-means is called supervised" in seen
    assert "hidden, page 1, white: Ten years of production" in aiscreen("inspect", STUFFER).stdout


def test_inspect_draws_the_page(aiscreen: Run, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    assert aiscreen("inspect", CONFUSED, "--output", picture).returncode == 0
    from PIL import Image

    with Image.open(picture) as drawn:
        colours = {colour for _, colour in drawn.convert("RGB").getcolors(1 << 20) or []}
    assert (0xBE, 0x12, 0x3C) in colours, "flagged statements are boxed"
    assert (0x7C, 0x3A, 0xED) in colours, "entries are boxed"


def test_inspect_says_why_it_draws_nothing(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    text = aiscreen("inspect", folder / "strong.txt", "--output", tmp_path / "page.png")
    assert (text.returncode, "leave out --output" in text.stderr) == (2, True)
    page = aiscreen("inspect", CONFUSED, "--output", tmp_path / "page.png", "--page", 9)
    assert (page.returncode, page.stderr.endswith("has 1 page\n")) == (2, True)
    nowhere = aiscreen("inspect", CONFUSED, "--output", tmp_path / "no/such/page.png")
    assert (nowhere.returncode, "choose another --output" in nowhere.stderr) == (2, True)


def test_inspect_refuses_to_be_blind_and_says_what_is(aiscreen: Run) -> None:
    told = aiscreen("inspect", STRONGEST, "--blind")
    assert (told.returncode, told.stdout) == (
        2,
        "",
    ) and f"`aiscreen parse {STRONGEST} --blind`" in told.stderr


def test_inspect_lists_one_page_where_one_is_named(aiscreen: Run, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    two = tmp_path / "two.pdf"
    canvas = Canvas(str(two))
    for name, text in (("Experience", "Deployed rankers to Kubernetes"), ("Education", "BSc in Mathematics")):
        canvas.drawString(72, 760, name)
        canvas.drawString(72, 740, text)
        canvas.showPage()
    canvas.save()
    assert {"Kubernetes", "Mathematics"} <= set(aiscreen("inspect", two).stdout.split())
    second = aiscreen("inspect", two, "--page", 2).stdout
    assert "Mathematics" in second and "Kubernetes" not in second
    assert aiscreen("inspect", two, "--page", 3).stderr == f"aiscreen: --page 3: {two} has 2 pages\n"


def test_lists_of_commands_are_not_cut_off(aiscreen: Run) -> None:
    for group in ("taxonomy", "store", "audit"):
        assert "..." not in aiscreen(group, "--help").stdout.replace("[ARGS]...", "")


def test_compare_tells_who_is_ahead_and_why(aiscreen: Run) -> None:
    seen = " ".join(aiscreen("compare", STUFFER, STRONGEST).stdout.split())
    assert "Leila Haddadi stands above Brandon Kessler by" in seen
    table = aiscreen("compare", STUFFER, STRONGEST, "--format", "markdown").stdout
    assert table.count("| Production delivery |") == 1


def test_interview_asks_about_this_candidates_own_claims(aiscreen: Run) -> None:
    sheet = aiscreen("interview", CONFUSED, "--format", "markdown").stdout
    assert "K-means" in sheet
    assert "Describe a failure in production" in sheet


def test_a_job_advert_becomes_the_role(aiscreen: Run, tmp_path: Path) -> None:
    advert = tmp_path / "advert.txt"
    advert.write_text(
        "MLOps Engineer\nRequirements: Kubernetes, MLflow, Airflow, Terraform, model monitoring", "utf-8"
    )
    report = json.loads(aiscreen("score", STRONGEST, "--job", advert, "--format", "json").stdout)
    assert report["role"] == "job"
    assert "MLOps" in next(role["name"] for role in report["candidates"][0]["roles"] if role["id"] == "job")
    both = aiscreen("score", STRONGEST, "--job", advert, "--role", "ml-engineer")
    assert (both.returncode, "give one of them" in both.stderr) == (2, True)


def test_audit_reports_rates_by_group_and_no_verdict(aiscreen: Run, tmp_path: Path) -> None:
    files = sorted(EXAMPLES.glob("*.pdf"))
    results = tmp_path / "results.json"
    aiscreen("score", *files, "--format", "json", "--output", results)
    groups = tmp_path / "groups.csv"
    rows = [f"{file},{'ab'[index % 2]}" for index, file in enumerate(files)]
    groups.write_text("\n".join(["file,group", *rows]) + "\n", "utf-8")
    seen = aiscreen("audit", "fairness", results, "--groups", groups)
    assert seen.returncode == 0, seen.stderr
    assert "impact ratio" in seen.stdout.casefold()
    assert "compliant" not in seen.stdout.casefold()


def terminal(arguments: list[str], **environment: str) -> str:
    """What a command writes to a terminal of its own."""
    master, slave = pty.openpty()
    child = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=slave,
        stdout=slave,
        stderr=subprocess.DEVNULL,
        env={
            **{k: v for k, v in os.environ.items() if k != "NO_COLOR"},
            "TERM": "xterm-256color",
            **environment,
        },
    )
    os.close(slave)
    seen = b""
    try:
        while piece := os.read(master, 65536):
            seen += piece
    except OSError:  # Linux ends a terminal without writers so
        pass
    finally:
        os.close(master)
    assert child.wait() == 0
    return seen.decode()


def test_colours_on_a_terminal_only_and_not_where_refused(
    folder: Path, tmp_path: Path, aiscreen: Run
) -> None:
    file = str(folder / "strong.txt")
    assert re.search(r"\x1b\[[\d;]*3\dm", terminal(["score", file]))
    assert not re.search(r"\x1b\[[\d;]*[34]\dm", terminal(["score", file], NO_COLOR="1"))
    assert "\x1b" not in aiscreen("score", file).stdout


def test_a_documents_escapes_never_reach_the_terminal(tmp_path: Path) -> None:
    hostile = tmp_path / "\x1b[31mred.txt"
    hostile.write_text(STRONG.replace("Ines Marchetti", "Ines \x1b]0;owned\x07\u202eMarchetti"), "utf-8")
    seen = terminal(["score", str(hostile)], NO_COLOR="1")
    assert "Ines" in seen
    assert not {"\x1b]", "\x07", "\u202e", "\x1b[31m"} & {
        c for c in ("\x1b]", "\x07", "\u202e", "\x1b[31m") if c in seen
    }


def test_one_of_two_may_come_from_stdin(aiscreen: Run) -> None:
    named = json.loads(aiscreen("compare", STRONGEST, CONFUSED, "--format", "json").stdout)
    for pair in (["-", CONFUSED], [STRONGEST, "-"]):
        with (STRONGEST if pair[0] == "-" else CONFUSED).open("rb") as piped:
            done = aiscreen("compare", *pair, "--format", "json", stdin=piped)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["sentences"] == named["sentences"]
    both = aiscreen("compare", "-", "-", stdin=subprocess.DEVNULL)
    assert (both.returncode, both.stdout) == (2, "") and "stdin holds one" in both.stderr


def test_a_sheet_is_written_for_stdin(aiscreen: Run) -> None:
    with STRONGEST.open("rb") as piped:
        done = aiscreen("interview", "-", stdin=piped)
    assert done.returncode == 0 and "Leila Haddadi" in done.stdout


@pytest.mark.parametrize("option", [["--timeout", "5"], ["--memory", "512"]])
def test_limits_of_this_machine_are_refused_for_a_cluster(aiscreen: Run, option: list[str]) -> None:
    done = aiscreen("batch", EXAMPLES, "--cluster", "tcp://127.0.0.1:9", *option)
    assert done.returncode == 2 and "dask worker --memory-limit" in done.stderr


@pytest.mark.parametrize("typed", ["amara_nwsou.pdf", "amara_nwosu", "amara-nwosu.pdf"])
def test_a_file_that_is_missing_brings_the_nearest_to_mind(aiscreen: Run, tmp_path: Path, typed: str) -> None:
    (tmp_path / "amara_nwosu.pdf").write_bytes(STRONGEST.read_bytes())
    for command in ("score", "parse", "interview"):
        done = aiscreen(command, typed)
        assert done.returncode == 3 and "no such file; did you mean amara_nwosu.pdf?" in done.stderr
        blind = aiscreen(command, typed, "--blind")
        assert blind.returncode == 3 and "no such file\n" in blind.stderr and "amara" not in blind.stderr
    away = aiscreen("parse", "inboks/amara_nwosu.pdf")
    assert "no such file; there is no folder inboks" in away.stderr
    assert "inboks" not in aiscreen("parse", "inboks/amara_nwosu.pdf", "--blind").stderr
    assert (
        aiscreen("score", "quite_another.docx").stderr
        == "aiscreen: skipped quite_another.docx: no such file\n"
    )


def test_figures_are_not_explained_where_there_are_none(aiscreen: Run) -> None:
    done = aiscreen("score", "none.pdf")
    assert (done.returncode, done.stdout) == (3, "")


def test_narrow_terminals_show_every_command(aiscreen: Run) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    assert aiscreen("taxonomy", "try", "a café on PyTorch", env=environment).stdout.startswith(
        "a cafe on PyTorch"
    )


def test_files_of_two_kinds_are_not_compared(aiscreen: Run) -> None:
    root = EXAMPLES.parent
    done = aiscreen("taxonomy", "diff", root / "skills.yaml", root / "roles.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds skills and" in done.stderr and "give two files of one kind" in done.stderr


def test_a_far_word_brings_no_skill_to_mind(aiscreen: Run) -> None:
    assert "did you mean `pytorch`" in aiscreen("taxonomy", "show", "pytroch").stderr
    assert (
        aiscreen("taxonomy", "show", "quantum flux").stderr == "aiscreen: there is no skill `quantum flux`\n"
    )


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("aiscreen sc", ["score"]),
        ("aiscreen score --role ml", ["ml-engineer", "mlops-engineer"]),
        ("aiscreen score --format js", ["json", "jsonl"]),
        ("aiscreen taxonomy di", ["diff"]),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes(aiscreen: Run, words: str, offered: list[str], shell: str) -> None:
    begun = words.split()
    environment = {
        **os.environ,
        "_AISCREEN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(begun) - 1),
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": begun[-1],
    }
    answered = subprocess.run(
        [sys.executable, "-c", "from aiscreen.cli import main; main()"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert [word for word in offered if not re.search(rf"\b{word}\b", answered.stdout)] == [], answered
