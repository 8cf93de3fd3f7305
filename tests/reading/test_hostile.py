"""Whatever the file, reading ends within its limits, with a Document or a typed reason."""

from __future__ import annotations

import os
import time
from dataclasses import replace

import pytest

from aiscreen.errors import InputError
from aiscreen.models.document import Document
from aiscreen.reading import LIMITS, read, read_isolated, sandbox
from aiscreen.reading.sandbox import Isolated
from tests.reading.hostile import ANY, GOOD, HOSTILE

TIGHT = replace(LIMITS, seconds=8.0, memory=1000)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_file_ends_with_a_reason(name: str) -> None:
    build, reasons = HOSTILE[name]
    data = build()
    start = time.monotonic()
    try:
        document = read_isolated(name, data=data, limits=TIGHT)
    except InputError as error:
        assert error.reason in reasons, error
        assert error.path == name
        assert len(error.detail) > 10
    else:
        assert isinstance(document, Document)
        assert not reasons or reasons == ANY, f"{name} was read: {document.text[:80]!r}"
    assert time.monotonic() - start < TIGHT.seconds + 8  # a busy machine takes its time to notice


def test_good_file_says_what_it_says() -> None:
    assert read("good.pdf", data=GOOD).text == "Ilse Marchetti, data analyst"
    assert read_isolated("good.pdf", data=GOOD) == read("good.pdf", data=GOOD)


def test_a_crash_of_the_parser_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> Document:
        os.abort()

    monkeypatch.setattr(sandbox, "read", crash)
    with pytest.raises(InputError) as caught:
        read_isolated("x.pdf", data=GOOD)
    assert caught.value.reason == "crashed"


def test_a_crash_is_no_want_of_memory_because_the_parent_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> Document:
        os.abort()

    monkeypatch.setattr(sandbox, "read", crash)
    large = b"x" * 200_000_000
    with pytest.raises(InputError) as caught:
        read_isolated("x.pdf", data=GOOD, limits=replace(LIMITS, memory=400))
    assert caught.value.reason == "crashed" and large


def test_an_endless_parser_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def sleep(*_: object, **__: object) -> Document:
        time.sleep(60)
        raise AssertionError

    monkeypatch.setattr(sandbox, "read", sleep)
    start = time.monotonic()
    with pytest.raises(InputError) as caught:
        read_isolated("x.pdf", data=GOOD, limits=replace(LIMITS, seconds=0.3))
    assert caught.value.reason == "timeout"
    assert time.monotonic() - start < 3


def test_a_greedy_parser_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object, **__: object) -> Document:
        hoard = [bytearray(50_000_000) for _ in range(1000)]
        raise AssertionError(len(hoard))

    monkeypatch.setattr(sandbox, "read", greedy)
    with pytest.raises(InputError) as caught:
        read_isolated("x.pdf", data=GOOD, limits=replace(LIMITS, memory=1200))
    assert caught.value.reason == "memory"


def test_any_failure_of_the_reader_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Document:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(sandbox, "read", fail)
    with pytest.raises(InputError, match="ZeroDivisionError") as caught:
        read_isolated("x.pdf", data=GOOD)
    assert caught.value.reason == "crashed"


def test_reading_goes_on_while_others_work() -> None:
    reading = Isolated("good.pdf", data=GOOD, then=lambda document: (os.getpid(), document.text))
    assert sum(range(100_000)) > 0
    process, text = reading.result()
    assert text.startswith("Ilse")
    assert (process != os.getpid()) == sandbox.can_isolate()


def test_missing_file_and_folder_are_told_apart(tmp_path: object) -> None:
    with pytest.raises(InputError) as caught:
        read(f"{tmp_path}/none.pdf")
    assert caught.value.reason == "missing"
    with pytest.raises(InputError) as caught:
        read(str(tmp_path))
    assert caught.value.reason == "folder"


def test_limits_of_file_and_pages_are_kept() -> None:
    with pytest.raises(InputError) as caught:
        read("good.pdf", data=GOOD, limits=replace(LIMITS, megabytes=0.0001))
    assert caught.value.reason == "too-large"
