"""Folders, globs, archives and lists become documents, in an order that never changes."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest

from aiscreen.batch import sources
from aiscreen.batch.sources import expand
from aiscreen.errors import ConfigError, InputError


def labels(*arguments: object) -> list[str]:
    return [source.label for source in expand([str(argument) for argument in arguments])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.pdf",
        "a.docx",
        "sub/c.TXT",
        "sub/deep/d.md",
        ".hidden.pdf",
        "~$a.docx",
        "table.xlsx",
        "ReadMe.txt",
        "old.doc",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path / "in"


def test_a_folder_is_walked_in_order_and_leaves_out_what_is_no_document(folder: Path) -> None:
    found = [Path(label).relative_to(folder).as_posix() for label in labels(folder)]
    assert found == ["a.docx", "b.pdf", "old.doc", "sub/c.TXT", "sub/deep/d.md"]


def test_kinds_that_hold_resumes_but_are_not_read_are_not_lost(folder: Path) -> None:
    for name in ("scan.JPG", "cv.html", "mail.eml", "cv.tex"):
        (folder / name).write_bytes(b"x")
    found = {Path(label).name for label in labels(folder)}
    assert {"scan.JPG", "cv.html", "mail.eml", "cv.tex"} <= found


def test_a_glob_and_a_file(folder: Path) -> None:
    assert labels(folder / "*.pdf") == [str(folder / "b.pdf")]
    assert labels(folder / "**" / "*.md") == [str(folder / "sub/deep/d.md")]
    assert labels(folder / "table.xlsx") == [str(folder / "table.xlsx")], (
        "what is named is tried, whatever its suffix"
    )


@pytest.mark.parametrize("argument", ["nowhere", "nowhere/*.pdf"])
def test_what_is_nowhere_is_an_error_that_says_so(tmp_path: Path, argument: str) -> None:
    with pytest.raises(ConfigError, match="nowhere"):
        labels(tmp_path / argument)


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert len(labels(folder)) == 5


def test_an_archive_is_read_in_memory_whatever_its_names_say(tmp_path: Path) -> None:
    path = tmp_path / "cvs.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escape.txt", "outside")
        archive.writestr("in/cv.txt", "inside")
        archive.writestr("in/run.sh", "no document")
    found = list(expand([str(path)]))
    assert [source.label for source in found] == [f"{path}!/../../escape.txt", f"{path}!/in/cv.txt"]
    assert [source.load() for source in found] == [b"outside", b"inside"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["cvs.zip"], "nothing is unpacked"


def test_a_bomb_in_an_archive_is_refused_by_what_it_really_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 1000)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 1_000_000)
    (source,) = expand([str(path)])
    with pytest.raises(InputError) as caught:
        source.load()
    assert caught.value.reason == "too-large"


def test_a_broken_archive_is_one_document_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "cvs.zip").write_bytes(b"PK\x03\x04 and then nothing of use")
    (source,) = expand([str(tmp_path)])
    with pytest.raises(InputError) as caught:
        source.load()
    assert caught.value.reason == "damaged"


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    (tmp_path / "big.pdf").write_bytes(b"x" * 11)
    (source,) = expand([str(tmp_path / "big.pdf")])
    with pytest.raises(InputError) as caught:
        source.load()
    assert caught.value.reason == "too-large"


def test_a_bucket_is_listed_and_read_through_fsspec() -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe({"/cvs/b.txt": b"two", "/cvs/deep/a.pdf": b"one", "/cvs/table.xlsx": b"no"})
    found = list(expand(["memory://cvs"]))
    assert [(source.label, source.load()) for source in found] == [
        ("memory://cvs/b.txt", b"two"),
        ("memory://cvs/deep/a.pdf", b"one"),
    ]
    memory.rm("/cvs/b.txt")
    with pytest.raises(InputError) as caught:
        found[0].load()
    assert caught.value.reason == "unreadable"


def test_a_bucket_of_an_unknown_kind_is_an_error_that_says_so() -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(ConfigError, match="nosuch://"):
        labels("nosuch://bucket/cvs")


def test_a_list_may_name_what_is_gone(folder: Path) -> None:
    gone, there = expand([], [str(folder / "gone.pdf"), str(folder / "b.pdf")])
    assert there.load() == b"b.pdf"
    with pytest.raises(InputError) as caught:
        gone.load()
    assert caught.value.reason == "missing"


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_name_that_is_no_text_gets_a_label_that_is(folder: Path) -> None:
    name = os.fsencode(folder / "x") + b"\xff\x1b[31m.pdf"
    try:
        Path(os.fsdecode(name)).write_bytes(b"here")
    except OSError:
        pytest.skip("this disk wants names that are text")
    (source,) = expand([str(folder / "x*.pdf")])
    assert source.label.encode().endswith("x\ufffd\x1b[31m.pdf".encode())
    assert source.load() == b"here"


def test_a_folder_that_cannot_be_listed_is_one_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = list(expand([str(folder)]))
    assert [Path(source.label).name for source in found] == ["a.docx", "b.pdf", "old.doc", "sub"]
    with pytest.raises(InputError, match="cannot be listed: Permission denied"):
        found[-1].load()


def test_an_archive_in_an_archive_is_named_not_lost(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cvs.zip", "w") as archive:
        archive.writestr("inner.zip", b"PK\x03\x04")
    (source,) = expand([str(tmp_path)])
    assert source.label.endswith("cvs.zip!/inner.zip")
    with pytest.raises(InputError, match="archive inside an archive"):
        source.load()


def test_an_archive_that_unpacks_to_too_much_is_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_UNPACKED", 100_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(10):
            archive.writestr(f"{n}.txt", b"0" * 1_000_000)
    (source,) = expand([str(tmp_path / "bomb.zip")])
    with pytest.raises(InputError) as caught:
        source.load()
    assert caught.value.reason == "too-large"


def test_what_an_earlier_run_wrote_is_no_document(folder: Path) -> None:
    for name in ("manifest.json", "report.md"):
        (folder / "sub" / name).write_text("{}", encoding="utf-8")
    assert len(labels(folder)) == 7, "files of these names are documents like others"
    for name in ("results.jsonl", "skipped.csv"):
        (folder / "sub" / name).write_text("", encoding="utf-8")
    assert len(labels(folder)) == 5


@pytest.mark.parametrize("line", ["x" * 300 + ".pdf", "a/" * 5000, "\udcff.pdf"])
def test_a_line_that_can_be_no_path_is_one_document_that_cannot_be_read(line: str) -> None:
    (source,) = expand([], [line])
    with pytest.raises(InputError) as told:
        source.load()
    assert told.value.reason in ("unreadable", "missing")


def test_whatever_is_wrong_with_an_archive_is_told(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(3):
            archive.writestr(f"{n}.txt", "hello world " * 50)
    dice = random.Random(3)
    for _ in range(400):
        body = bytearray(whole.getvalue())
        for _ in range(dice.choice((1, 1, 3))):
            body[dice.randrange(len(body))] = dice.randrange(256)
        (tmp_path / "odd.zip").write_bytes(body)
        for source in expand([str(tmp_path / "odd.zip")]):
            try:
                source.load()
            except InputError as error:
                assert error.reason in ("damaged", "encrypted", "too-large")


def test_an_argument_that_names_nothing_is_told_why() -> None:
    for argument, why in (
        ("gone.pdf", "does not exist"),
        ("x" * 300, r"cannot be looked at \(File name too long\)"),
    ):
        with pytest.raises(ConfigError, match=f"{argument} {why}; name a folder"):
            list(expand([argument]))


def test_an_archive_that_cannot_be_read_is_told_from_a_broken_one(tmp_path: Path) -> None:
    (tmp_path / "loop.zip").symlink_to(tmp_path / "loop.zip")
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04")
    told = {}
    for source in expand([str(tmp_path)]):
        with pytest.raises(InputError) as error:
            source.load()
        told[Path(source.label).name] = (error.value.reason, error.value.detail.rsplit("; ", 1)[1])
    assert told == {
        "loop.zip": ("unreadable", "check the path and its permissions"),
        "cut.zip": ("damaged", "ask for it again, or unpack it by hand"),
    }
