"""Where output goes, and what is said where a command is stopped."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.cli.conftest import PROGRAM, STRONG

from aiscreen.batch.outputs import OutFolder
from aiscreen.cli import run
from aiscreen.cli.batching import Shown
from aiscreen.cli.output import write
from aiscreen.errors import ConfigError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


def test_a_pipe_or_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write("ranking\n", pipe)
    reader.join()
    assert read == ["ranking\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("encoding", "written"), [("ascii", '==-- "Grun..." + | a ?\n'), ("latin-1", '==-- "Grün..." + · á ?\n')]
)
def test_a_narrow_encoding_gets_the_nearest_that_it_has(
    encoding: str, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    monkeypatch.setattr(sys, "stdout", stream)
    write("━━── “Grün…” ✓ · á 機\n", None)
    assert stream.buffer.getvalue().decode(encoding) == written


def test_a_folder_is_no_place_to_write_a_file_to(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="directory; choose another --output"):
        write("ranking\n", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    first = OutFolder(tmp_path / "out")
    first.add(b"one\n")
    with pytest.raises(ConfigError, match=r"another run is writing to .*out; wait for it"):
        OutFolder(tmp_path / "out")
    del first  # however a run ends, its hold ends with it
    OutFolder(tmp_path / "out").add(b"two\n")
    assert (tmp_path / "out" / "results.jsonl").read_bytes() == b"two\n"


def test_a_batch_that_is_stopped_before_it_counts_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(Shown, "run", stopped)
    assert run(["batch", str(tmp_path), "--no-store"]) == 130
    assert capsys.readouterr().err.strip() == "aiscreen: interrupted"


@pytest.mark.parametrize("closed", ["2>&-", ">&-", "<&- >&- 2>&-"])
def test_closed_streams_lead_nowhere(folder: Path, closed: str) -> None:
    command = f"{sys.executable} -m aiscreen batch {folder} --no-store --format csv --output {folder}/ranking.csv {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (0, "")
    assert (folder / "ranking.csv").read_text().count("\n") == 3


@pytest.mark.skipif(shutil.which("bash") is None, reason="asks bash for a pipe's first exit code")
def test_a_reader_that_goes_early_is_no_finding(folder: Path) -> None:
    command = f"{sys.executable} -m aiscreen batch {folder} --no-store --format json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full")
@pytest.mark.parametrize(
    "command",
    [
        ["taxonomy", "try", "Used PyTorch"],
        ["taxonomy", "show", "pytorch"],
        ["score", str(EXAMPLES / "strong-production-engineer.pdf")],
        ["--help"],
        ["--version"],
    ],
)
def test_a_full_disk_behind_stdout_is_no_bug_of_ours(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "aiscreen: cannot write: No space left on device; make room and run again\n"


def test_where_to_write_is_said_when_the_place_is_none(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"there is no folder .*none; make it, or choose another --output"):
        write("ranking\n", tmp_path / "none" / "report.html")
    (tmp_path / "report.html").write_text("kept", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"report\.html is a file; give a folder"):
        OutFolder(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "kept"


@pytest.mark.skipif(shutil.which("setpriv") is None and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    closed, open_ = tmp_path / "jane_doe.txt", tmp_path / "other.txt"
    for file in (closed, open_):
        file.write_text(STRONG, encoding="utf-8")
    closed.chmod(0)
    caps = "-dac_override,-dac_read_search"
    drop = ["setpriv", f"--bounding-set={caps}", f"--inh-caps={caps}"] if os.geteuid() == 0 else []
    for blind in ([], ["--blind"]):
        done = subprocess.run(
            [*drop, *PROGRAM, "score", str(closed), str(open_), *blind],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 3, done.stderr
        assert "cannot be opened (Permission denied)" in done.stderr
        assert "Senior" not in done.stderr and "PyTorch" in done.stdout
        assert ("jane_doe" in done.stderr) is not bool(blind)


def test_a_place_that_may_not_be_used_is_no_bug_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied", "/home/x/.bashrc")

    monkeypatch.setattr("aiscreen.cli._obey", refuse)
    assert run(["--install-completion"]) == 2
    assert "cannot use /home/x/.bashrc: Permission denied" in capsys.readouterr().err
