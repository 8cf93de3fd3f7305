"""Lists of words as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest that matches. It branches letter by letter, so that a text is not
    compared with every word."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    """The pattern of all ways from a node to the ends of words; "" among its letters means that one ends there."""
    ways = "|".join([re.escape(letter) + _branches(node[letter]) for letter in sorted(node) if letter])
    return f"(?:{ways}){'?' if '' in node else ''}" if ways else ""
