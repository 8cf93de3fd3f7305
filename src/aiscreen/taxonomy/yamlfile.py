"""YAML as a policy file may use it: plain mappings, lists and scalars, each with its place.

No anchors, aliases, tags or second documents (nothing to expand, nothing to execute), no duplicate keys, bounded
size and depth. Scalars follow the YAML 1.2 core schema, so `2016-09` is text; the words that older tools read as
true or false (`no`, `on`, `yes`: the Norway problem) are reported unless quoted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from aiscreen.taxonomy.problems import Problem, Severity
from aiscreen.taxonomy.shipped import MAX_BYTES

Path = tuple[str | int, ...]
MAX_DEPTH = 24
MAX_NODES = 200_000

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NORWAY = frozenset(
    ["y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"]
)
_WORDS = _NULL | _TRUE | _FALSE | _NORWAY
_NUMERIC = frozenset("0123456789+-.")
_INT = re.compile(r"[-+]?[0-9]+\Z")
_HEX = re.compile(r"0x[0-9a-fA-F]{1,15}\Z|0o[0-7]{1,20}\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?\Z")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")


class Span(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end column one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


@dataclass
class YamlFile:
    """A policy file as read: `data` the plain value, `events` and `key_events` what the parser said of each path's
    value and key, its place above all.

    `problems` holds what is wrong with it as YAML; `data` is then what could be read (None where nothing could).
    """

    name: str
    text: str
    sha256: str
    data: Any = None
    events: dict[Path, Any] = field(default_factory=dict, repr=False)
    key_events: dict[Path, Any] = field(default_factory=dict, repr=False)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def line(self, number: int) -> str:
        """A line of the file without its end, counted from 1; empty beyond the file."""
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""

    def is_alias(self, path: Path) -> bool:
        """Whether a YAML alias stands at a path: refused, and read as nothing."""
        return type(self.events.get(path)) is yaml.AliasEvent

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Where a path's value (or key) stands; the nearest thing above it where the path itself does not."""
        while path:
            first, second = (self.key_events, self.events) if key else (self.events, self.key_events)
            if found := first.get(path) or second.get(path):
                return span_of(found)
            path, key = path[:-1], True
        return span_of(self.events[()]) if () in self.events else START

    def problem(
        self, rule: str, at: Path | Span, message: str, suggestion: str = "", *, key: bool = False,
        severity: Severity = "error",
    ) -> Problem:  # fmt: skip
        """A problem at a path or a span of this file."""
        span = at if isinstance(at, Span) else self.span(at, key=key)
        return Problem(self.name, *span, rule, severity, message, suggestion, self.line(span.line))


def read_yaml(name: str, data: bytes) -> YamlFile:
    """A policy file from its bytes. Never raises on content: what is wrong is in `problems`."""
    sha256 = hashlib.sha256(data).hexdigest()
    text, trouble = _decode(data)
    file = YamlFile(name, text, sha256)
    if trouble:
        file.problems.append(file.problem("syntax", trouble[0], trouble[1], trouble[2]))
        return file
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        _Composer(file, loader.get_event).document()
    except yaml.MarkedYAMLError as error:
        file.problems.append(_syntax(file, error))
    except (yaml.YAMLError, _TooMuchError) as error:
        span = error.span if isinstance(error, _TooMuchError) else START
        file.problems.append(file.problem("syntax", span, " ".join(str(error).split())))
    finally:
        loader.dispose()
    return file


def _decode(data: bytes) -> tuple[str, tuple[Span, str, str] | None]:
    """The text of a file, and what is wrong with its bytes if anything is."""
    if len(data) > MAX_BYTES:
        return "", (
            START,
            f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read",
            "split it or trim it",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        shown = data.decode("utf-8", errors="replace")
        return shown, (
            Span(line, column, line, column + 1),
            "this is not UTF-8 text",
            "save the file as UTF-8",
        )
    return text, None


class _TooMuchError(Exception):
    def __init__(self, span: Span, what: str) -> None:
        super().__init__(f"more than {what}")
        self.span = span


def span_of(event: Any) -> Span:
    """Where a parser's event stands."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _Composer:
    """Builds plain data from a parser's events and notes where everything stands."""

    def __init__(self, file: YamlFile, next_event: Callable[[], Any]) -> None:
        self.file = file
        self.next = next_event

    def document(self) -> None:
        """The one document of the file."""
        self.next()  # the start of the stream
        if type(self.next()) is yaml.StreamEndEvent:
            self._report("empty", START, "the file is empty")
            return
        self.file.data = self._node(self.next(), ())
        event = self.next()
        while type(event) is yaml.DocumentEndEvent:
            event = self.next()
        if type(event) is not yaml.StreamEndEvent:
            self._report(
                "syntax", span_of(event), "a second YAML document", "keep one document a file: remove `---`"
            )

    def _report(self, rule: str, span: Span, message: str, suggestion: str = "") -> None:
        self.file.problems.append(self.file.problem(rule, span, message, suggestion))

    def _node(self, event: Any, path: Path) -> Any:
        self.file.events[path] = event
        kind = type(event)
        if kind is yaml.AliasEvent:
            span = span_of(event)
            self._report(
                "anchor", span, f"an alias (`*{event.anchor}`)", "write the value out where it is needed"
            )
            return None
        if event.anchor is not None or (event.tag is not None and event.tag != "!"):
            self._refuse(event)
        if len(path) > MAX_DEPTH:
            raise _TooMuchError(span_of(event), f"{MAX_DEPTH} levels of nesting")
        if len(self.file.events) > MAX_NODES:
            raise _TooMuchError(span_of(event), f"{MAX_NODES:,} values in one file")
        if kind is yaml.ScalarEvent:
            return event.value if event.style else self._plain(event)
        return self._mapping(path) if kind is yaml.MappingStartEvent else self._sequence(path)

    def _refuse(self, event: Any) -> None:
        """Reports the anchor and the tag in front of a value, each where it is written."""
        span = span_of(event)
        head = self.file.line(span.line)[span.column - 1 :]
        for mark, name, advice in (
            ("&", "an anchor", "remove it and write values out in full"),
            ("!", "a tag", "remove it: policy files hold plain values"),
        ):
            written = re.search(rf"(?:^|(?<=\s)){mark}[^\s,\[\]{{}}]*", head)
            if written and (event.anchor if mark == "&" else event.tag) is not None:
                start = span.column + written.start()
                here = Span(span.line, start, span.line, start + len(written.group()))
                self._report("anchor", here, f"{name} (`{written.group()}`)", advice)
            elif (event.anchor if mark == "&" else event.tag) is not None:
                self._report("anchor", span, name, advice)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        keys = self.file.key_events
        while type(event := self.next()) is not yaml.MappingEndEvent:
            name = event.value if self._plain_key(event) else self._odd_key(event, path)
            below = (*path, name)
            if name in result:
                first, again = span_of(keys[below]).line, span_of(event)
                self._report(
                    "duplicate-key", again, f"`{name}` is already set on line {first}", "keep one of them"
                )
                # The second value is read past, under a path that nobody asks for, so that its own problems show.
                self._node(self.next(), (*path, f"{name} (again on line {again.line})"))
                continue
            keys[below] = event
            result[name] = self._node(self.next(), below)
        return result

    def _plain_key(self, event: Any) -> bool:
        """Whether a key is text without more ado."""
        if type(event) is not yaml.ScalarEvent or event.anchor is not None or event.tag is not None:
            return False
        value = event.value
        return bool(event.style) or (value not in _WORDS and value[:1] not in _NUMERIC)

    def _odd_key(self, event: Any, path: Path) -> str:
        """A key that is a number, a truth value or worse, as text."""
        span = span_of(event)
        shown = str(getattr(event, "value", "a list or mapping"))
        value = self._node(event, (*path, f"key on line {span.line}"))
        if not isinstance(value, str):
            self._report("wrong-type", span, f"the key `{shown}` is not text", f'quote it: "{shown}"')
        return shown

    def _plain(self, event: Any) -> Any:
        """An unquoted scalar's value."""
        value: str = event.value
        if value in _NORWAY:
            self._report(
                "wrong-type", span_of(event), f"unquoted `{value}` is a truth value to some YAML readers, text to others",
                f'quote it: "{value}", or write true or false',
            )  # fmt: skip
            return value
        return resolve(value) if value in _WORDS or value[0] in _NUMERIC else value


def resolve(value: str) -> Any:
    """A plain scalar's value by the YAML 1.2 core schema."""
    if value in _NULL:
        return None
    if value in _TRUE or value in _FALSE:
        return value in _TRUE
    if _INT.match(value):
        return int(value) if len(value) < 19 else value
    if _HEX.match(value):
        return int(value, 0)
    if _FLOAT.match(value):
        return float(value)
    if _SPECIAL.match(value):
        return float(value.replace(".", ""))
    return value


def _syntax(file: YamlFile, error: Any) -> Problem:
    """A parser's complaint in words that say what to do."""
    mark = error.problem_mark or error.context_mark
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else START
    said = str(error.problem or error.context or "not YAML")
    line = file.line(span.line)
    rest = line[span.column - 1 :]
    if "\t" in rest[:1] or "\t" in line[: len(line) - len(line.lstrip())]:
        return file.problem("syntax", span, "a tab is used for indentation", "use spaces")
    for fragment, message, advice in _COMPLAINTS:
        if fragment in said:
            return file.problem("syntax", span, message, advice)
    context = f"{error.context}: " if error.context and error.problem else ""
    return file.problem("syntax", span, f"{context}{said}")


_COMPLAINTS = (
    (
        "mapping values are not allowed",
        "a `: ` inside plain text, or a line indented too far",
        "quote the text",
    ),
    (
        "found character that cannot start any token",
        "plain text cannot begin with this character",
        "quote the text",
    ),
    ("could not find expected ':'", "a key without its `:`", "write `key: value`; indent text that goes on"),
    (
        "did not find expected key",
        "this line does not fit its block",
        "check its indentation, and quotes before it",
    ),
    ("did not find expected '-' indicator", "this line does not fit its list", "check its indentation"),
    (
        "did not find expected ',' or",
        "a list or mapping in brackets is not closed",
        "add the missing `,` or bracket",
    ),
    ("unexpected end of stream", "a quote is not closed", "close it"),
)
