"""What names of employers are made of in a sentence."""

from __future__ import annotations

SMALL = r"(?:of|the|and|&|de|du|des|la|le|der|die|für|for|y|e|et|di|do|da|del|von|van)"
"""Small words within a name ("Bank of the West")."""
WORD = r"[A-ZÀ-Þ0-9][\w&.'’+/-]*"
"""A word that a name may begin or end with."""


def name_pattern(word: str = WORD, group: str = "name") -> str:
    """A pattern for a name whose large words are all like `word`, held in a group."""
    return rf"(?:the\s)?(?P<{group}>{word}(?:\s(?:{SMALL}\s){{0,2}}{word})*)"
