"""`aiscreen batch`: ranked, isolated, cached, and the same bytes however the run went."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import signal
import subprocess
import threading
import time
import zipfile
from pathlib import Path

import pytest
from tests.cli.conftest import PROGRAM, STRONG, STUDENT, Run
from tests.cli.test_score import bad_inputs

from aiscreen.batch import Batch, Plan
from aiscreen.cli.batching import SHOWN, summary
from aiscreen.screen import Options
from aiscreen.store import Store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")


def test_a_folder_is_ranked_and_what_is_unreadable_is_listed(aiscreen: Run, folder: Path) -> None:
    bad = bad_inputs(folder)
    done = aiscreen("batch", folder, "--format", "json")
    assert done.returncode == 3, done.stderr
    report = json.loads(done.stdout)
    assert [c["name"] for c in report["candidates"]] == ["Ines Marchetti", "Tomas Novotny"]
    assert [c["rank"] for c in report["candidates"]] == [1, 2]
    assert len(report["skipped"]) == len(bad) - 2, (
        "a folder named .pdf is walked, what is missing is not there"
    )
    assert "2 candidates from 6 files" in done.stderr


def test_that_more_were_ranked_than_are_shown_is_told(aiscreen: Run, tmp_path: Path) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz"[: SHOWN + 1]:
        person = STRONG.replace("Ines Marchetti", f"Ines {letter.upper()}{letter * 3} Marchetti")
        (tmp_path / f"{letter}.txt").write_text(person.replace("@", f"{letter}@"), encoding="utf-8")
    done = aiscreen("batch", tmp_path, "--no-store")
    assert f"the best {SHOWN} of {SHOWN + 1} are shown; --top N shows more" in done.stderr
    assert "are shown" not in aiscreen("batch", tmp_path, "--no-store", "--top", 3).stderr
    assert "are shown" not in aiscreen("batch", tmp_path, "--no-store", "--format", "csv").stderr


def test_to_keep_and_not_to_keep_is_refused(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    done = aiscreen("batch", folder, "--no-store", "--store", tmp_path / "kept.sqlite3")
    assert (done.returncode, "give one of them" in done.stderr) == (2, True)
    assert not (tmp_path / "kept.sqlite3").exists()


def test_batch_and_score_agree_to_the_byte(aiscreen: Run, folder: Path) -> None:
    scored = aiscreen("score", folder / "strong.txt", folder / "more/student.md", "--format", "json")
    batched = aiscreen("batch", folder, "--format", "json")
    assert json.loads(scored.stdout) == json.loads(batched.stdout)


def test_a_second_run_takes_everything_from_the_store(aiscreen: Run, folder: Path) -> None:
    first = aiscreen("batch", folder, "--format", "jsonl")
    second = aiscreen("batch", folder, "--format", "jsonl")
    assert first.stdout == second.stdout
    assert "2 unchanged" not in first.stderr
    assert "2 unchanged" in second.stderr
    (folder / "strong.txt").write_text(STRONG.replace("Kubernetes", "Nomad"), encoding="utf-8")
    third = aiscreen("batch", folder, "--format", "jsonl")
    assert "1 unchanged" in third.stderr
    assert third.stdout != second.stdout


def test_another_role_parses_nothing_again(aiscreen: Run, folder: Path) -> None:
    aiscreen("batch", folder)
    # The parsed résumés are enough: with the files gone from the parser's sight, the scores still come.
    one = json.loads(aiscreen("batch", folder, "--role", "mlops-engineer", "--format", "json").stdout)
    assert {c["role"] for c in one["candidates"]} == {"mlops-engineer"}
    fresh = json.loads(
        aiscreen("batch", folder, "--role", "mlops-engineer", "--format", "json", "--no-store").stdout
    )
    assert one == fresh


def test_a_changed_policy_judges_again_and_parses_nothing(
    aiscreen: Run, folder: Path, tmp_path: Path
) -> None:
    shipped = (Path(__file__).resolve().parents[2] / "roles.yaml").read_text(encoding="utf-8")
    own = tmp_path / "own-roles.yaml"
    own.write_text(shipped.replace("spread: 0.2", "spread: 0.1"), encoding="utf-8")
    assert own.read_text(encoding="utf-8") != shipped
    before = aiscreen("batch", folder, "--format", "json").stdout
    after = aiscreen("batch", folder, "--format", "json", "--roles", own).stdout
    assert after != before
    assert after == aiscreen("batch", folder, "--format", "json", "--roles", own, "--no-store").stdout
    assert "2 parsed résumés, 4 assessments" in aiscreen("store", "info").stdout


def test_the_out_folder_holds_the_run(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    done = aiscreen("batch", folder, "--out", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stderr) == (3, "")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "manifest.json",
        "ranking.csv",
        "report.html",
        "report.md",
        "results.jsonl",
        "skipped.csv",
    ]
    rows = [json.loads(line) for line in (tmp_path / "out/results.jsonl").read_text().splitlines()]
    assert [Path(row["document"]["path"]).name for row in rows] == ["student.md", "strong.txt"], (
        "in the folder's order"
    )
    assert "empty" in (tmp_path / "out/skipped.csv").read_text()
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert manifest["options"]["documents"] == 3
    assert set(manifest["taxonomy"]) == {"skills.yaml", "roles.yaml", "redflags.yaml"}


def test_the_same_person_twice_is_ranked_once(aiscreen: Run, folder: Path) -> None:
    (folder / "strong-v2.txt").write_text(STRONG.replace("Milan, Italy", "Turin, Italy"), encoding="utf-8")
    (folder / "copy.txt").write_text(STRONG, encoding="utf-8")
    report = json.loads(aiscreen("batch", folder, "--format", "json").stdout)
    assert len(report["candidates"]) == 2
    assert len(report["candidates"][0]["also"]) == 2


def test_the_same_bytes_under_another_kind_of_name_are_another_document(aiscreen: Run, folder: Path) -> None:
    for name in ("a.pdf", "b.docx", "c.eml", "d.txt", "e.md"):
        (folder / name).write_text(STRONG.replace("41%", "40%"), encoding="utf-8")
    for _ in range(2):  # worked out, and from the store
        done = aiscreen("batch", folder, "--format", "json")
        report = json.loads(done.stdout)
        details = {Path(row["path"]).name: row["detail"] for row in report["skipped"]}
        assert details.keys() == {"a.pdf", "b.docx", "c.eml"}
        assert "PDF" in details["a.pdf"] and "Word" in details["b.docx"] and "e-mail" in details["c.eml"]
        files = {
            Path(name).name for c in report["candidates"] for name in [c["document"]["path"], *c["also"]]
        }
        assert files == {"d.txt", "e.md", "strong.txt", "student.md"}
        assert "2 candidates from 7 files, 2 grouped" in done.stderr and "3 skipped" in done.stderr


def test_a_file_that_is_named_twice_is_told(aiscreen: Run, folder: Path) -> None:
    done = aiscreen("batch", folder, folder / "strong.txt", "--format", "json")
    assert [c["also"] for c in json.loads(done.stdout)["candidates"]] == [[], []]
    assert "2 candidates from 3 files, 1 named before" in done.stderr


def test_what_an_earlier_run_left_is_not_touched_by_one_that_cannot_begin(
    aiscreen: Run, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    aiscreen("batch", folder, "--out", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert before["results.jsonl"] and before["manifest.json"]
    (tmp_path / "void").mkdir()
    assert aiscreen("batch", tmp_path / "void", "--out", out).returncode == 2
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_middle_initial_and_another_address_are_the_same_person(aiscreen: Run, folder: Path) -> None:
    other = STRONG.replace("Ines Marchetti", "Ines R. Marchetti", 1).replace("ines.marchetti@", "irm@")
    other = other.replace("+39 02 5550 0134 | ", "").replace(" | https://github.com/inesm", "")
    (folder / "zz.txt").write_text(other, encoding="utf-8")
    done = aiscreen("batch", folder)
    assert "also zz.txt" in done.stdout or "also strong.txt" in done.stdout
    assert "2 candidates from 3 files, 1 grouped with another file of the same person" in done.stderr


def test_a_blind_run_names_no_file(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "Ines_Marchetti_CV.pdf").write_text("%PDF-1.7 broken", encoding="utf-8")
    (folder / "Marchetti, Ines.md").write_text("", encoding="utf-8")
    with zipfile.ZipFile(folder / "Marchetti.zip", "w") as archive:
        archive.writestr("Marchetti Ines.pdf", "%PDF-1.7 broken too")
    out = tmp_path / "out"
    for format in ("terminal", "json", "jsonl", "csv", "markdown", "html"):
        done = aiscreen("batch", folder, "--blind", "--format", format, "--out", out)
        assert done.returncode == 3
        written = done.stdout + done.stderr + "".join(file.read_text() for file in out.iterdir())
        assert "Marchetti" not in written and "Ines" not in written, format
    assert (out / "skipped.csv").read_text().count("candidate-") == 3
    for command in ("score", "parse", "interview"):
        done = aiscreen(command, folder / "Ines_Marchetti_CV.pdf", "--blind")
        assert done.returncode == 3
        assert "Ines" not in done.stdout + done.stderr


def test_a_list_from_stdin_and_top(aiscreen: Run, folder: Path) -> None:
    listed = f"{folder / 'strong.txt'}\n{folder / 'more/student.md'}\n"
    done = aiscreen("batch", "-", "--top", "1", "--format", "jsonl", input=listed)
    assert [json.loads(line)["name"] for line in done.stdout.splitlines()] == ["Ines Marchetti"]


def test_a_folder_without_documents_says_what_is_read(aiscreen: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    done = aiscreen("batch", tmp_path / "void")
    assert done.returncode == 2
    assert "PDF" in done.stderr


def test_on_a_terminal_there_is_a_bar_and_none_in_what_is_piped(aiscreen: Run, folder: Path) -> None:
    parent, child = pty.openpty()
    seen = bytearray()
    reader = threading.Thread(target=drain, args=(parent, seen))
    reader.start()
    done = aiscreen(
        "batch", folder, "--format", "json", capture_output=False, stdout=subprocess.PIPE, stderr=child
    )
    os.close(child)
    reader.join()
    assert json.loads(done.stdout)["candidates"]
    assert b"screening" in seen
    assert re.search(rb"\d/2", seen)


def drain(terminal: int, seen: bytearray) -> None:
    """Read what is shown for as long as anybody shows something: nobody may wait on a full terminal."""
    try:
        while chunk := os.read(terminal, 65536):
            seen += chunk
    except OSError:  # the terminal's other end is closed: Linux says so with an error
        os.close(terminal)


def many(folder: Path, count: int) -> Path:
    """Different people's résumés, and one broken file."""
    folder.mkdir()
    for n in range(count):
        text = (
            (STRONG if n % 2 else STUDENT).replace("mail.example", f"mail{n}.example").replace("41%", f"{n}%")
        )
        text = text.replace("0134", f"{n:04d}").replace("inesm", f"inesm{n}")
        for name in ("Marchetti", "Novotny"):
            text = text.replace(name, f"{name} {chr(65 + n % 26)}{chr(97 + n // 26)}")
        (folder / f"{n:04d}.txt").write_text(text, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    return folder


@pytest.mark.slow
def test_killed_again_and_again_the_end_is_the_same_to_the_byte(aiscreen: Run, tmp_path: Path) -> None:
    folder = many(tmp_path / "many", 80)
    whole = aiscreen("batch", folder, "--no-store", "--out", tmp_path / "whole", "--format", "jsonl")
    assert whole.returncode == 3, whole.stderr

    command = [*PROGRAM, "batch", str(folder), "--out", str(tmp_path / "cut"), "--format", "jsonl"]
    environment = {**os.environ, "AISCREEN_STORE": str(tmp_path / "store.sqlite3")}
    dice = random.Random(7)
    for _ in range(10):
        kill_at_some_moment(command, environment, tmp_path / "cut", dice)
    last = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert last.stdout == whole.stdout
    for name in ("ranking.csv", "results.jsonl", "skipped.csv", "report.html", "report.md", "manifest.json"):
        assert (tmp_path / "cut" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes(), name
    assert len(list((tmp_path / "cut").iterdir())) == 6, "nothing half-written is left"


def kill_at_some_moment(
    command: list[str], environment: dict[str, str], out: Path, dice: random.Random
) -> None:
    """Kill a run and all its workers: after a while, in the middle of the results, or while it writes its reports."""
    seconds = dice.uniform(0.2, 1.5)
    watched, size = dice.choice(
        [(None, 0), ("results.jsonl", dice.randrange(300_000)), (".ranking.csv.part", 0), ("report.html", 0)]
    )
    for name in ("results.jsonl", "report.html"):
        (out / name).unlink(missing_ok=True)  # they are seen again when this run writes them
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdout=nowhere, stderr=nowhere, env=environment, start_new_session=True
    )
    end = time.monotonic() + (20 if watched else seconds)
    while process.poll() is None and time.monotonic() < end:
        if watched and (out / watched).exists() and (out / watched).stat().st_size >= size:
            break
        time.sleep(0.001)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_two_runs_share_a_store(aiscreen: Run, tmp_path: Path) -> None:
    folders = [many(tmp_path / name, 30) for name in ("one", "two")]
    environment = {**os.environ, "AISCREEN_STORE": str(tmp_path / "store.sqlite3")}
    runs = [
        subprocess.Popen(
            [*PROGRAM, "batch", str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for folder in folders
    ]
    for run in runs:
        _, err = run.communicate(timeout=60)
        assert run.returncode == 3, err
    again = aiscreen("batch", *folders)
    assert "30 unchanged" in again.stderr, "both runs' results are kept; the folders hold the same"


@pytest.mark.parametrize(("between", "prefix"), [("\r\n", "\ufeff"), ("\0", "")])
def test_lists_of_other_systems_and_of_print0(aiscreen: Run, folder: Path, between: str, prefix: str) -> None:
    odd = folder / "line\u2028end.txt"
    odd.write_text(STRONG.replace("41%", "40%"), encoding="utf-8")
    listed = prefix + between.join([str(odd), str(folder / "gone.pdf"), ""])
    done = aiscreen("batch", "-", "--format", "jsonl", input=listed.encode(), text=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row.get("name") for row in rows] == ["Ines Marchetti", None]
    assert rows[1]["skipped"]["reason"] == "missing"


def test_a_full_disk_under_the_output_is_told(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full here")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "results.jsonl").symlink_to("/dev/full")
    done = aiscreen("batch", folder, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "No space left" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_ends_cleanly_with_what_is_done_kept(tmp_path: Path, way: signal.Signals) -> None:
    folder = many(tmp_path / "many", 2000)  # far more than it gets to
    command = [*PROGRAM, "batch", str(folder), "--format", "jsonl"]
    environment = {**os.environ, "AISCREEN_STORE": str(tmp_path / "store.sqlite3")}
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        preexec_fn=lambda: signal.signal(way, signal.SIG_DFL),  # a shell's background job ignores Ctrl-C
    )
    log = tmp_path / "store.sqlite3-wal"
    deadline = time.monotonic() + 20
    while not (log.exists() and log.stat().st_size > 200_000) and time.monotonic() < deadline:
        time.sleep(0.05)  # the first documents are kept
    process.send_signal(way)
    process.send_signal(way)  # the second changes nothing
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert "kept; run the same command to go on" in err
    assert "Traceback" not in err
    assert out == ""


@pytest.mark.parametrize("arguments", [("batch", "."), ("score", "strong.txt")])
def test_an_unknown_role_is_one_error_before_any_work(
    aiscreen: Run, folder: Path, arguments: tuple[str, ...]
) -> None:
    done = aiscreen(*arguments, "--role", "wizard", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("aiscreen: there is no role wizard; roles here: ")
    assert len(done.stderr.splitlines()) == 1


def test_more_skipped_than_fit_a_terminal_are_counted(aiscreen: Run, folder: Path, tmp_path: Path) -> None:
    for n in range(30):
        (folder / f"{n}.pdf").write_bytes(b"%PDF-1.4 nothing more" + bytes([n]))
    elsewhere = aiscreen("batch", folder, "--format", "csv")
    assert elsewhere.stderr.count("aiscreen: skipped ") == 30
    parent, child = pty.openpty()
    seen = bytearray()
    reader = threading.Thread(target=drain, args=(parent, seen))
    reader.start()
    aiscreen(
        "batch",
        folder,
        "--out",
        tmp_path / "out",
        stderr=child,
        stdout=subprocess.DEVNULL,
        capture_output=False,
    )
    os.close(child)
    reader.join()
    assert seen.count(b"aiscreen: skipped ") == 25
    assert b"and 5 more; all are in " in seen


def test_a_folder_that_grows_or_shrinks_while_it_is_read_is_counted_as_it_was_found(
    tmp_path: Path, folder: Path
) -> None:
    with Store(tmp_path / "store.sqlite3") as store:
        work = Batch([str(folder)], Plan(Options()), store)
        work.count()
        assert work.total == 2
        (folder / "more/student.md").unlink()
        work.run()
        assert summary(work) == "aiscreen: 1 candidate from 1 file"
