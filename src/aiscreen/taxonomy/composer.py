"""Plain data from a YAML parser's events, with the place of everything, and refusals of what is not plain."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from aiscreen.taxonomy.places import START, Path, Span, YamlFile, span_of
from aiscreen.taxonomy.shipped import BEGIN

MAX_DEPTH = 24
MAX_NODES = 200_000

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NORWAY = frozenset(
    ["y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"]
)
_WORDS = _NULL | _TRUE | _FALSE | _NORWAY
_CURLY = frozenset("“”„‘’«»")
_NUMERIC = frozenset("0123456789+-.")
_INT = re.compile(r"[-+]?[0-9]+\Z")
_HEX = re.compile(r"0x[0-9a-fA-F]{1,15}\Z|0o[0-7]{1,20}\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?\Z")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")


class TooMuchError(Exception):
    """More than a policy file may hold; `advice` says what to do."""

    def __init__(self, span: Span, what: str, advice: str) -> None:
        super().__init__(f"more than {what}")
        self.span, self.advice = span, advice


class Composer:
    """Builds plain data from a parser's events and notes where everything stands."""

    def __init__(self, file: YamlFile, next_event: Callable[[], Any]) -> None:
        self.file = file
        self.next = next_event

    def document(self) -> None:
        """The one document of the file."""
        self.next()  # the start of the stream
        if type(self.next()) is yaml.StreamEndEvent:
            self._report("empty", START, "the file is empty", BEGIN)
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
            raise TooMuchError(span_of(event), f"{MAX_DEPTH} levels of nesting", "nest less")
        if len(self.file.events) > MAX_NODES:
            raise TooMuchError(span_of(event), f"{MAX_NODES:,} values in one file", "trim it")
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
            if name == "<<" and not event.style:
                self._report("anchor", span_of(event), "a merge key (`<<`)", "write the fields out")
                self._node(self.next(), (*path, f"merged on line {span_of(event).line}"))
                continue
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
                f'quote it: "{value}"',
            )  # fmt: skip
            return value
        if value[:1] in _CURLY and value[-1:] in _CURLY and len(value) > 1:
            self._report("syntax", span_of(event), "curly quotes quote nothing", f'write "{value[1:-1]}"')
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
