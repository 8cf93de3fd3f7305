"""YAML as a policy file may use it: plain mappings, lists and scalars, each with its place.

No anchors, aliases, tags or second documents (nothing to expand, nothing to execute), no duplicate keys, bounded
size and depth. Scalars follow the YAML 1.2 core schema, so `2016-09` is text; the words that older tools read as
true or false (`no`, `on`, `yes`: the Norway problem) are reported unless quoted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from aiscreen.taxonomy.problems import Problem, Severity

Path = tuple[str | int, ...]
MAX_BYTES = 4_000_000
MAX_DEPTH = 24

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NORWAY = re.compile(r"(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)\Z")
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
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
    """A policy file as read: `data` the plain value, `values` and `keys` the places of each path's value and key.

    `problems` holds what is wrong with it as YAML; `data` is then what could be read (None where nothing could).
    """

    name: str
    text: str
    sha256: str
    data: Any = None
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def line(self, number: int) -> str:
        """A line of the file without its end, counted from 1; empty beyond the file."""
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Where a path's value (or key) stands; the nearest thing above it where the path itself does not."""
        while path:
            first, second = (self.keys, self.values) if key else (self.values, self.keys)
            if found := first.get(path) or second.get(path):
                return found
            path, key = path[:-1], True
        return self.values.get((), START)

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
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        _Composer(file, loader.get_event).document()
    except yaml.MarkedYAMLError as error:
        file.problems.append(_syntax(file, error))
    except (yaml.YAMLError, _TooDeepError) as error:
        span = error.span if isinstance(error, _TooDeepError) else START
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


class _TooDeepError(Exception):
    def __init__(self, span: Span) -> None:
        super().__init__(f"more than {MAX_DEPTH} levels of nesting")
        self.span = span


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _Composer:
    """Builds plain data from a parser's events and notes where everything stands."""

    def __init__(self, file: YamlFile, next_event: Callable[[], Any]) -> None:
        self.file = file
        self.next = next_event

    def document(self) -> None:
        """The one document of the file."""
        import yaml

        event = self.next()  # the start of the stream
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            self._report("empty", START, "the file is empty")
            return
        self.file.data = self._node(self.next(), ())
        event = self.next()
        while isinstance(event, yaml.DocumentEndEvent):
            event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._report(
                "syntax", _span(event), "a second YAML document", "keep one document a file: remove `---`"
            )

    def _report(self, rule: str, span: Span, message: str, suggestion: str = "") -> None:
        self.file.problems.append(self.file.problem(rule, span, message, suggestion))

    def _node(self, event: Any, path: Path) -> Any:
        kind = type(event).__name__
        span = _span(event)
        self.file.values.setdefault(path, span)
        if len(path) > MAX_DEPTH:
            raise _TooDeepError(span)
        if kind == "AliasEvent":
            self._report(
                "anchor", span, f"an alias (`*{event.anchor}`)", "write the value out where it is needed"
            )
            return None
        if event.anchor is not None:
            self._report(
                "anchor", span, f"an anchor (`&{event.anchor}`)", "remove it and write values out in full"
            )
        if event.tag is not None and event.tag != "!":
            self._report(
                "anchor", span, f"a tag (`{event.tag}`)", "remove it: policy files hold plain values"
            )
        if kind == "MappingStartEvent":
            return self._mapping(path)
        if kind == "SequenceStartEvent":
            return self._sequence(path)
        return self._scalar(event, span)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while type(event := self.next()).__name__ != "SequenceEndEvent":
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name, span in self._keys(path):
            event = self.next()
            if name in result:
                first = self.file.keys[(*path, name)].line
                self._report(
                    "duplicate-key", span, f"`{name}` is already set on line {first}", "keep one of them"
                )
                # The second value is read past, under a path nobody asks for, so that its own problems show.
                self._node(event, (*path, f"{name} (again on line {span.line})"))
                continue
            self.file.keys[(*path, name)] = span
            result[name] = self._node(event, (*path, name))
        return result

    def _keys(self, path: Path) -> Iterator[tuple[str, Span]]:
        while type(event := self.next()).__name__ != "MappingEndEvent":
            span = _span(event)
            key = self._node(event, (*path, f"key on line {span.line}"))
            if not isinstance(key, str):
                shown = getattr(event, "value", "a list or mapping")
                if key is not None or getattr(event, "value", None) is not None:
                    self._report("wrong-type", span, f"the key `{shown}` is not text", f'quote it: "{shown}"')
                key = str(shown)
            yield key, span

    def _scalar(self, event: Any, span: Span) -> Any:
        value: str = event.value
        if event.style:  # quoted, or a block
            return value
        if _NORWAY.match(value):
            self._report(
                "wrong-type", span, f"unquoted `{value}` is a truth value to some YAML readers, text to others",
                f'quote it: "{value}", or write true or false',
            )  # fmt: skip
            return value
        return resolve(value)


def resolve(value: str) -> Any:
    """A plain scalar's value by the YAML 1.2 core schema."""
    if value in _NULL:
        return None
    first = value[0]
    if first in "tTfF":
        return True if value in _TRUE else False if value in _FALSE else value
    if first not in "0123456789+-.":
        return value
    if _INT.match(value):
        return int(value)
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
