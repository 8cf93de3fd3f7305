"""Whether a résumé is written in English: the words that show evidence are, so elsewhere a score says too little.

Told by the smallest words of a language, which no tool, title or name is made of, and by letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CAUTION = (
    "most of it is not in English, and evidence is looked for in English words: the score says too little, so "
    "read it yourself or ask for an English version"
)

_SMALL = "the and of to for with from by our that which their this into over"
_THEIRS = (
    "und der die das mit von für ein eine einer im auf bei zur zum wurde nach durch über als den dem des "
    "et le les du une pour avec dans sur par au aux leur chez del con para una por que desde sus "
    "os da das dos em uma pelo pela ao di della delle dei nel nella gli alla de het een van voor bij door naar "
    "dla oraz przez się och att för av på som ett og til fra ile için bir"
)
"""Of German, French, Spanish, Portuguese, Italian, Dutch, Polish, the Nordic languages and Turkish; none that is an
English word or a piece of one, too."""
_ENGLISH, _OTHERS = frozenset(_SMALL.split()), frozenset(_THEIRS.split())
_LEAST, _SHARE = 6, 0.08
"""How many of them a text has that is in another language, and which part of its words: names hold a few as well."""
_NOT_LATIN, _WRITTEN = re.compile(r"[\u0370-\u1fff\u3040-\ud7ff]"), 0.2
"""Letters that are not Latin, and which part of a text they are where it is written in them."""


def foreign(texts: Iterable[str]) -> bool:
    """Whether most of what these texts say is not in English; False where there is too little to tell."""
    said = " ".join(texts)
    words = said.lower().split()
    english = sum(map(_ENGLISH.__contains__, words))
    other = sum(map(_OTHERS.__contains__, words))
    if other >= max(_LEAST, _SHARE * len(words)) and other > english:
        return True
    return not said.isascii() and len(_NOT_LATIN.findall(said)) > _WRITTEN * len(said)
