"""Regular expressions that are compiled once for all runs: two hundred of them take a sixth of a short run.

What `re` makes of a pattern is a list of numbers for its engine, which checks them when it takes them. They are kept as
other compiled forms are. Where this Python's `re` is built in another way than is known here, it is left as it is.
"""

from __future__ import annotations

import hashlib
import re
import sys
from importlib import import_module
from types import FrameType
from typing import Any

from aiscreen import __version__, cache

_NAME = "patterns"
_MOST = 2_000
"""How many patterns are kept, those of versions under work among them."""
_PROBE = r"(?P<word>\w+) [x-zß]+?(?i:\1|-)*"


class Patterns:
    """What `re` has compiled, by pattern and flags. Raises AttributeError or ImportError where `re` is built in another
    way."""

    def __init__(self) -> None:
        self.re = import_module("re._compiler")
        self._original = self.re.compile
        self._parse, self._code = self.re._parser.parse, self.re._code
        engine = import_module("_sre")
        self._take = engine.compile
        about = "\n".join([__version__, sys.version, f"{engine.MAGIC} {engine.CODESIZE}"])
        self._key = hashlib.sha256(about.encode()).hexdigest()
        kept = cache.read(_NAME, self._key)
        self._forms: dict[tuple[str, int], tuple[Any, ...]] = kept if isinstance(kept, dict) else {}
        self._kept = len(self._forms)

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """What `re` would compile."""
        if type(pattern) is not str or flags & re.DEBUG:
            return self._original(pattern, flags)
        form = self._forms.get((pattern, int(flags)))
        if form is None:
            form = self._form(pattern, int(flags))
            if _is_ours(sys._getframe(3)):  # behind two functions of `re`
                self._forms[pattern, int(flags)] = form
        return self._made(pattern, form)

    def _made(self, pattern: str, form: tuple[Any, ...]) -> Any:
        flags, code, *rest = form
        return self._take(pattern, flags, list(memoryview(code).cast("I")), *rest)

    def _form(self, pattern: str, flags: int) -> tuple[Any, ...]:
        """What the engine takes beside the pattern, worked out as `re` itself does, as plain data."""
        from array import array

        parsed = self._parse(pattern, flags)
        code = array("I", self._code(parsed, flags)).tobytes()
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, group in state.groupdict.items():
            names[group] = name
        return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)

    def same(self) -> bool:
        """Whether a pattern comes out as `re` itself compiles it."""
        form = self._form(_PROBE, 0)
        return bool(self._made(_PROBE, form) == self._original(_PROBE, 0))

    def keep(self) -> None:
        """Keeps what has been compiled, for the runs to come."""
        if self._kept < len(self._forms) <= _MOST:
            cache.write(_NAME, self._key, self._forms)
            self._kept = len(self._forms)


def _is_ours(frame: FrameType) -> bool:
    """Whether one of our modules asks while it is loaded. What it asks later may hold a document's words, which are
    nobody else's business."""
    return frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__", "").startswith("aiscreen.")


_IN_USE: list[Patterns] = []


def remember() -> None:
    """Have `re` look patterns up before it compiles them, in this process and in those forked from it."""
    try:
        patterns = Patterns()
        if not patterns.same():
            return
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return
    patterns.re.compile = patterns.compile  # type: ignore[attr-defined]
    _IN_USE[:] = [patterns]


def keep() -> None:
    """Keep what was compiled since `remember`, where that took effect."""
    for patterns in _IN_USE:
        patterns.keep()
