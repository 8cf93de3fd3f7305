"""Reading YAML: plain values with their places, and nothing that expands, executes or surprises."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from aiscreen.errors import TaxonomyError
from aiscreen.taxonomy import load, shipped
from aiscreen.taxonomy.lint import check
from aiscreen.taxonomy.yamlfile import MAX_DEPTH, MAX_NODES, Span, YamlFile, read_yaml, resolve


def read(text: str) -> YamlFile:
    return read_yaml("f.yaml", text.encode())


def rules(file: YamlFile) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.line, problem.column) for problem in file.problems]


def test_plain_values_and_their_places() -> None:
    file = read("a: {b: [1, two], 'c d': null}\ne: |\n  text\n  more\nf: 'x # y' # z\n")
    assert file.problems == []
    assert file.data == {"a": {"b": [1, "two"], "c d": None}, "e": "text\nmore\n", "f": "x # y"}
    assert file.span(("a", "b", 1)) == Span(1, 12, 1, 15)
    assert file.span(("a", "c d"), key=True) == Span(1, 18, 1, 23)
    assert file.span(("a", "b", "nowhere"), key=True) == file.span(("a", "b"), key=True) == Span(1, 5, 1, 6)
    assert file.line(2) == "e: |" and file.line(99) == ""


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("False", False), ("null", None), ("~", None), ("12", 12), ("-3", -3), ("0x1F", 31),
        ("0o17", 15), ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5), ("-.inf", float("-inf")), ("2016-09", "2016-09"),
        ("2016-09-01", "2016-09-01"), ("12:30", "12:30"), ("1_000", "1_000"), ("v1.0", "v1.0"), ("+", "+"),
        ("-", "-"), (".NET", ".NET"), ("0755", 755), ("tRUE", "tRUE"), ("9" * 40, "9" * 40),
    ],
)  # fmt: skip
def test_scalars_follow_yaml_1_2(written: str, value: object) -> None:
    assert resolve(written) == value
    assert type(resolve(written)) is type(value)


@pytest.mark.parametrize("word", ["no", "No", "NO", "yes", "on", "OFF", "y", "N"])
def test_the_norway_problem(word: str) -> None:
    file = read(f"a: {word}\nb: '{word}'\n{word}: 1\n")
    assert rules(file) == [("wrong-type", 1, 4), ("wrong-type", 3, 1)]
    assert f'quote it: "{word}"' in file.problems[0].suggestion
    assert file.data == {"a": word, "b": word, word: 1}


def test_keys_are_text() -> None:
    assert rules(read("1.10: a\n")) == [("wrong-type", 1, 1)]
    assert rules(read("? [a, b]\n: c\n")) == [("wrong-type", 1, 3)]
    assert rules(read("true: a\n")) == [("wrong-type", 1, 1)]
    assert read("1.10: a\n").data == {"1.10": "a"}


def test_nothing_expands_and_nothing_executes() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert {rule for rule, _, _ in rules(read(laughs))} == {"anchor"}
    assert read(laughs).data == {"a": ["x", "x"], "b": [None, None], "c": [None, None]}
    tagged = read("a: !!python/object/apply:os.system ['true']\nb: !secret x\nc: ! plain\n")
    assert rules(tagged) == [("anchor", 1, 4), ("anchor", 2, 4)]


def test_bombs_are_stopped_soon() -> None:
    for text, message in (
        ("[" * 5000, f"more than {MAX_DEPTH} levels"),
        ("- " * 5000 + "x", f"more than {MAX_DEPTH} levels"),
        ("a: {" * 3000, f"more than {MAX_DEPTH} levels"),
        ("- x\n" * (MAX_NODES + 2), f"more than {MAX_NODES:,} values"),
        ("x" * 2_000_001, "more than 2,000,000 bytes"),
    ):
        started = time.process_time()
        (problem,) = read(text).problems
        assert message in problem.message
        assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ("a: b: c\n", (1, 5), "quote the text"),
        ("a:\n\tb: c\n", (2, 1), "use spaces"),
        ("a: [b, c\nd: e\n", (1, 4), "bracket"),
        ("a: 'b\n", (1, 4), "close it"),
        ("a: b\nc: [d, e\n", (2, 4), "bracket"),
        ("a: {b: c: d}\n", (1, 9), "quote the text"),
        ("a: b\nc: d\x00e\n", (2, 5), "remove it"),
        ("a: @b\n", (1, 4), "quote the text"),
        ("a: b\n c: d\n", (2, 3), "quote the text"),
        ("a: b\n---\nc: d\n", (2, 1), "remove `---`"),
        ('a: "\\q"\n', (1, 5), "single quotes"),
        ("a: *\n", (1, 5), "quote the text"),
        ("a: [b,,c]\n", (1, 7), "write it"),
        ("%FOO\na: b\n", (1, 5), "remove it"),
        ("a: |9x\n b\n", (1, 6), "quote the text"),
    ],
)
def test_syntax_errors_say_what_to_do(text: str, place: tuple[int, int], advice: str) -> None:
    (problem,) = read(text).problems
    assert problem.rule == "syntax"
    assert (problem.line, problem.column) == place
    assert advice in problem.suggestion


def test_bytes_that_are_no_text() -> None:
    (problem,) = read_yaml("f", b"a: b\nc: \xff\n").problems
    assert (problem.rule, problem.line, problem.column) == ("syntax", 2, 4)
    assert "UTF-8" in problem.suggestion
    assert read_yaml("f", b"\xff\xfea\x00").problems and read_yaml("f", b"a: \x00\n").problems
    assert [p.rule for p in read_yaml("f", b"").problems] == ["empty"]
    assert [p.rule for p in read_yaml("f", b"# only a comment\n").problems] == ["empty"]


@given(st.recursive(
    st.text(max_size=8) | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
))  # fmt: skip
def test_what_a_writer_writes_is_read_back(value: object) -> None:
    """Whatever PyYAML writes with every text quoted; it never needs anchors for trees."""
    dumped = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=4000)
    file = read_yaml("f", dumped.encode("utf-8", errors="replace"))
    if not file.problems:
        loaded = yaml.safe_load(dumped)
        assert file.data == _plain(loaded) or "!!" in dumped


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


ANY_BYTES = st.binary(max_size=200) | st.text(alphabet=" \n\t-:[]{}&*!|>'\"#%@`,?abn0.", max_size=120).map(
    str.encode
)
ENTRY = b"schema: aiscreen.skills/1\ncategories: {a: A}\nskills:\n  b:\n    "


@settings(max_examples=300, deadline=None)
@given(ANY_BYTES, st.sampled_from([b"", ENTRY, ENTRY + b"name: B\n    category: a\n    aliases: "]))
def test_any_bytes_are_checked_without_raising(data: bytes, head: bytes) -> None:
    file = read_yaml("skills.yaml", head + data)
    problems = check({"skills": file}).problems
    assert all(problem.suggestion for problem in problems if problem.rule == "syntax")
    lines = len(file.lines) + 1
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)
    if not head:
        assert problems, "no such bytes are a whole file"


@pytest.mark.parametrize("data", [b"&a *a", b"%YAML 9.9\n---\n"])
def test_loading_anything_raises_taxonomy_errors_only(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.yaml"
    for kind, body in (("skills", data), ("skills", ENTRY + data), ("roles", data), ("redflags", data)):
        path.write_bytes(body)
        with pytest.raises(TaxonomyError) as caught:
            load(**{kind: path})
        assert caught.value.problems
        assert str(caught.value).startswith(f"{path}:")


@pytest.mark.parametrize("kind", shipped.KINDS)
def test_shipped_files_are_plain_yaml_to_other_readers_too(kind: shipped.Kind) -> None:
    data = shipped.path(kind).read_bytes()
    file = read_yaml(kind, data)
    assert file.problems == []
    assert list(file.data) == list(yaml.safe_load(data))
