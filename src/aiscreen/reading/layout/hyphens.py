"""Words broken at a line's end are made whole again, on the upper line.

Whether the hyphen was the word's own is decided by the document itself where it writes the word elsewhere, else by the
first half: some words take a hyphen before anything ("real-time"), a half that has one already keeps the next, and so
does a single letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BREAK = "\ufffe"
"""What a broken word's text holds where it was broken (PDFium joins the halves of some itself)."""
_BROKEN = re.compile(r"[^\W\d_]+[-\u2010]$")
_HALF = re.compile(r"[^\W\d_]{2,}")
_EDGES = re.compile(r"^\W+|\W+$")
_OWN = frozenset(
    re.findall(
        r"\w+",
        """real open high low multi cross self pre post large long short full part end data cost time
        state well non semi fine user two three four five six first second third one zero few single
        deep on off in up co ex cloud event role model rule text image machine human domain task
        customer client server production enterprise world hands problem decision test feature market
        key mid front back anti inter intra super over under e vision speech graph object encoder
        sequence point near day week month year late early old new best peer team product security
        privacy memory compute hardware software cutting leading award industry company career goal
        result detail fast slow hyper mixed half quarter top bottom left right retrieval tool
        instruction reinforcement transformer attention scikit""",
    )
)


class Hyphens:
    """Joins halves by what a document's other words say."""

    def __init__(self, texts: Iterable[str], automatic: bool = False) -> None:
        """`automatic` is whether the document's lines are broken inside words by a program."""
        self._words = {_EDGES.sub("", text).casefold() for text in texts}
        self._automatic = automatic or any(BREAK in text for text in self._words)

    def join(self, left: str, right: str) -> str:
        """One word of two halves, the hyphen between them kept or dropped."""
        bare_left, bare_right = _EDGES.sub("", left).casefold(), _EDGES.sub("", right).casefold()
        if f"{bare_left}-{bare_right}" in self._words:
            return f"{left}-{right}"
        if bare_left + bare_right in self._words:
            return left + right
        # No program leaves a single letter behind: "K-means", "e-commerce".
        own = len(bare_left) == 1 or bare_left in _OWN or "-" in bare_left or "-" in bare_right
        capital = right[:1].isupper() and not (
            self._automatic and left[:1].isupper() and right[1:2].islower()
        )
        return f"{left}-{right}" if own or capital or not right[:1].isalpha() else left + right

    def resolve(self, text: str) -> str:
        """A word that PDFium joined."""
        left, _, right = text.partition(BREAK)
        if not right:
            return left + "-"
        return self.join(left, self.resolve(right) if BREAK in right else right)


def is_broken(last: str, first: str) -> bool:
    """Whether a line that ends in `last` goes on in the word `first` of the next: in small letters, or as a name
    written like the first half ("Wójcik-" above "Lewandowska")."""
    if last[-1:] not in "-\u2010" or not _BROKEN.search(last) or not _HALF.match(first):
        return False
    left = _EDGES.sub("", last)
    alike = (left.isupper() and first.isupper()) or (left.istitle() and first[:2].istitle())
    return first[0].islower() or alike
