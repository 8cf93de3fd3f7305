"""YAML as a policy file may use it: plain mappings, lists and scalars, each with its place.

No anchors, aliases, tags or second documents (nothing to expand, nothing to execute), no duplicate keys, bounded
size and depth. Scalars follow the YAML 1.2 core schema, so `2016-09` is text; the words that older tools read as
true or false (`no`, `on`, `yes`: the Norway problem) are reported unless quoted.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

import yaml

from aiscreen.taxonomy.composer import MAX_DEPTH, MAX_NODES, Composer, TooMuchError, resolve
from aiscreen.taxonomy.places import START, Path, Span, YamlFile, span_of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.shipped import MAX_BYTES

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML allows nowhere in a file."""

__all__ = ["MAX_DEPTH", "MAX_NODES", "START", "Path", "Span", "YamlFile", "read_yaml", "resolve", "span_of"]


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
        Composer(file, loader.get_event).document()
    except yaml.MarkedYAMLError as error:
        file.problems.append(_syntax(file, error))
    except TooMuchError as error:
        file.problems.append(file.problem("syntax", error.span, str(error), error.advice))
    except yaml.YAMLError as error:
        said = " ".join(str(error).split())
        file.problems.append(file.problem("syntax", START, said, "save the file as plain text in UTF-8"))
    finally:
        loader.dispose()
    return file


def _decode(data: bytes) -> tuple[str, tuple[Span, str, str] | None]:
    """The text of a file, and what is wrong with its bytes if anything is."""
    if len(data) > MAX_BYTES:
        return "", (
            START,
            f"the file has more than {MAX_BYTES:,} bytes, which are the most that are read",
            "split it or trim it",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        shown = data.decode("utf-8", errors="replace")
        at = len(data[: error.start].decode("utf-8", errors="replace"))
        return shown, (_at(shown, at), "this is not UTF-8 text", "save the file as UTF-8")
    if found := _CONTROL.search(text):
        said = f"a control character (U+{ord(found[0]):04X})"
        return text, (_at(text, found.start()), said, "remove it: policy files hold plain text")
    return text, None


def _at(text: str, place: int) -> Span:
    """One character of a text."""
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    return Span(line, column, line, column + 1)


def _syntax(file: YamlFile, error: Any) -> Problem:
    """A parser's complaint in words that say what to do."""
    mark = error.problem_mark or error.context_mark
    # What is never closed is found at the end of the file; where it was opened tells more.
    if error.context_mark and mark.line >= len(file.lines) - 1 and not file.line(mark.line + 1).strip():
        mark = error.context_mark
    said = str(error.problem or error.context or "not YAML")
    if error.context_mark and "could not find expected ':'" in said:
        mark = error.context_mark  # the line that lacks it, not the one behind
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else START
    line = file.line(span.line)
    rest = line[span.column - 1 :]
    if "\t" in rest[:1] or "\t" in line[: len(line) - len(line.lstrip())]:
        return file.problem("syntax", span, "a tab is used for indentation", "use spaces")
    opened = error.context_mark.line + 1 if error.context_mark else span.line
    if "did not find expected ',' or" in said and rest.startswith(":") and opened == span.line:
        said = "mapping values are not allowed"  # `{name: A: b}`
    if told := _indentation(file, span, said) or _colon(line, said) or _behind_bracket(line, span, said):
        return file.problem("syntax", span, *told)
    whole = f"{error.context}: {said}" if error.context and error.problem else said
    for fragment, message, advice in _COMPLAINTS:
        if fragment in whole:
            if "not closed" in message and opened != span.line:
                column = error.context_mark.column + 1
                span = Span(opened, column, opened, column + 1)
            return file.problem("syntax", span, message, advice)
    return file.problem("syntax", span, whole, "quote the text, or write it as the lines around it are")


def _indentation(file: YamlFile, span: Span, said: str) -> tuple[str, str] | None:
    """What is wrong with a line that starts deeper than its neighbours, or between two levels."""
    line = file.line(span.line)
    indent = len(line) - len(line.lstrip(" "))
    above = next((n for n in range(span.line - 1, 0, -1) if _is_content(file.line(n))), 0)
    depth = len(file.line(above)) - len(file.line(above).lstrip(" "))
    below_nothing = bool(_KEY.match(file.line(above))) and not file.line(above).rstrip().endswith(":")
    if "mapping values are not allowed" in said and indent > depth and _KEY.match(line) and below_nothing:
        message = f"this line is indented deeper than line {above}, which is complete"
        return (
            message,
            f"indent it by {depth} space{'' if depth == 1 else 's'}, as that one; or quote the text above",
        )
    if ("did not find expected key" in said or "expected '-'" in said) and span.column - 1 == indent:
        levels = {len(row) - len(row.lstrip(" ")) for row in file.lines[: span.line - 1] if _is_content(row)}
        if indent not in levels:
            nearby = " or ".join(
                str(each) for each in sorted(levels, key=lambda each: abs(each - indent))[:2]
            )
            return (
                f"this line is indented by {indent} spaces, as no other around it",
                f"indent it by {nearby}",
            )
    return None


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _colon(line: str, said: str) -> tuple[str, str] | None:
    """A key that lacks its colon, or the space behind it."""
    found = re.match(r"\s*(?:- )?([\w-]+)(:?)\s*(\S.*)?$", line)
    if "could not find expected ':'" not in said or not found:
        return None
    if found[2]:
        return "no space behind the `:`", f"write `{found[1]}: {found[3]}`"
    return "a key without its `:`", f"write `{found[1]}: {found[3] or 'value'}`; indent text that goes on"


def _behind_bracket(line: str, span: Span, said: str) -> tuple[str, str] | None:
    """Text that goes on behind what YAML takes for a whole list or mapping: `{found} was said`."""
    if "did not find expected key" in said and line[: span.column - 1].rstrip().endswith(("}", "]")):
        return "text behind a closing bracket", "quote the whole text"
    return None


_KEY = re.compile(r"\s*(?:- )?[^\s#'\"{\[][^:]*:(?:\s|$)")
_BEGINS = "plain text cannot begin with this character"
_ESCAPE = "a backslash that means nothing in double quotes", "use single quotes, or write `\\\\`"
_DIRECTIVE = "a line that begins with `%`", "remove it, or quote the text"
_COMPLAINTS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a `: ` inside plain text, or a line indented too far", "quote the text"),
    ("found character that cannot start any token", _BEGINS, "quote the text"),
    ("while scanning an anchor", _BEGINS, "quote the text"),
    ("while scanning an alias", _BEGINS, "quote the text"),
    ("while scanning a tag", _BEGINS, "quote the text"),
    ("while parsing a tag", _BEGINS, "quote the text"),
    ("could not find expected ':'", "a key without its `:`", "write `key: value`; indent text that goes on"),
    ("did not find expected key", "this line does not fit its block", "check its indentation, and quotes before it"),
    ("did not find expected '-' indicator", "this line does not fit its list", "check its indentation"),
    ("did not find expected ',' or", "a list or mapping in brackets is not closed", "add the missing `,` or bracket"),
    ("expected node content", "a value is missing in a list or mapping in brackets", "write it, or remove the `,`"),
    ("maximum nesting depth", f"more than {MAX_DEPTH} levels of nesting", "nest less"),  # newer parsers look ahead
    ("unexpected end of stream", "a quote is not closed", "close it"),
    ("unexpected document indicator", "a quote is not closed", "close it"),
    ("unknown escape character", *_ESCAPE),
    ("expected hexdecimal number", *_ESCAPE),
    ("character escape code", *_ESCAPE),
    ("unknown directive", *_DIRECTIVE),
    ("incompatible YAML document", *_DIRECTIVE),
)  # fmt: skip
"""What the parser says, in words that a person understands, and what to do."""
