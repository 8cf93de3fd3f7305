"""Misspellings of distinctive names, under conditions so narrow that "perfect" is never Prefect.

A global similarity threshold cannot work: "pytroch" is as near to PyTorch as "perfect" to Prefect. So a word counts
as a misspelling only of a single-word name of a tool, with the same first letter, within one edit (two from ten
letters on; a swap of neighbours is one), and only as an item of a list of skills; a word that the language has
for itself never does.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from aiscreen.matching.listed import is_item
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import Candidate

# Every word of English (of 130,000) that stands within reach of a name the taxonomy lists, and a few names.
_REAL = """
ablation agenda alembics alimentations ambary analogic androids aneroid annular anomala anomaly anserine
apogee apteryx armilla arroyos aspire assemblyman auspice autocade babels babylons backbones balsamic bargain
bargains basemen bigeyes bistable blazer blazon blooms bloomy borzoid borzois cantos chained chromosphere
chromospheres closure cloture cockroaches cogito collaborator collaborators colossally connex constructor
constructors contained container containers contest contests contos control controlled controller controls
corner corners cortex counteract counterbid counterfact counterfeit counterfeits counterfoil counterfort
counterpoint countersuit cursors cuticle cuttle cygnet dabster decidable deckel decker decorable deepen
deepest delian dependable dependably detection dicker distillable docked dockers docket docking documental
documented documenter doling dolling dragster droops efficiently electrodes electronic electronics electrons
embers enforced enforcer enforcers evidence evident expresses firebases firestone firestorm fluent fluxed
foxgloves galling gating geneses genesis gobang grable gradin graphite graphitic graphs graviton gravitons
graylag guardrails helicon helicons icefalls icings incidental incidently incidents incision inferential
informatics information informative instating interpreter invasion ionosphere jerkins julie jupiter kerala
knockouts korean lammas lanced lavender leaflets levanter levanters linked linker linkers liters lucent
lucerne lunacy luster lustra magenta magneto mahouts mantra market markets materially megaron megaton
memcached merlin mesospheres mesospheric microhm minstrels miseries mistral misword mitral network networks
objective objectively objectives opaque openbsd opened opener openers optimally optimistic optimized optimizer
optimizers overlayers pachyderms pander panders pandora pangas pangen parlor parlors parquets pedantic perfect
perfecto planet polaris polers polypi poplars postgresql posture postures potman prediction predictions
prefects proleg prologs prolong promethean promethium pythons quadrant quarks quarto reacts recognition
recognitions redshifts reduct reductor reducts rustling scalar scanty scrape scrappy scraps seaborg seaborne
seldom selfies shapely snowflakes solids solidus spiffed spiffy spinnakers springboks springwood stagger
stardom straps strati streamlet substract substrati swagged swaggers tableaus tableaux talent temporally
tensorflow testing teston teuton threes timescales tinter tomcats trainer trustable turntables twilit
typescripts unicorn unstructured valley vertical vilest watson whisper whispers whispery wildly zanier zapper
zookeepers
"""
REAL_WORDS = frozenset(_REAL.split())
SHORTEST = 6
"""Letters of the shortest word that may be a misspelling."""
LONG = 9
"""Letters from which on nothing near has to say that it is one."""
_BRINGS = frozenset(["in", "on", "to", "with", "using", "via", "used", "from", "through", "by"])
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_MEMO = 50_000


def letters_of(word: str) -> int:
    """The letters of a word as bits: an edit changes two at most."""
    letters = 0
    for char in word:
        letters |= 1 << (ord(char) & 31)
    return letters


def misspelt(index: dict[str, Any], word: str) -> str | None:
    """The skill whose name a word misspells, or None."""
    length = len(word)
    if length < SHORTEST or length > 24 or not word.isalpha() or word in REAL_WORDS:
        return None
    if word[-1] == "s" and word[:-1] in REAL_WORDS:
        return None
    edits = 2 if length >= 10 else 1
    buckets = index["fuzzy"]
    letters = letters_of(word)
    near = [
        (key, skill)
        for size in range(max(6, length - edits), length + edits + 1)
        for key, skill, others in buckets.get(f"{word[0]}{size}", ())
        if (letters ^ others).bit_count() <= edits * 2
    ]
    if not near:
        return None
    from rapidfuzz.distance import OSA

    scored = [(OSA.distance(word, key, score_cutoff=edits), key, skill) for key, skill in near]
    best = min(scored)
    if not 0 < best[0] <= (edits if len(best[1]) >= 10 else 1):
        return None
    rivals = {skill for distance, _, skill in scored if distance == best[0]}
    return best[2] if len(rivals) == 1 else None


class _Compounds(dict[str, bool]):
    """Words with hyphens, as they stand between spaces, and whether one is a name, or a misspelling of one, without
    them ("matplot-lib"); remembered, as words repeat."""

    def __init__(self, slips: Slips) -> None:
        self._slips = slips

    def __missing__(self, word: str) -> bool:
        if len(self) > _MEMO:
            self.clear()
        joined = [part for run in _HYPHENED.findall(word) for part in accumulate(run.split("-"))]
        self[word] = found = any(self._slips[part] or part in self._slips.names for part in joined)
        return found


class Slips(dict[str, "str | None"]):
    """Words to the skill whose name they misspell, or None; remembered, as words repeat. `names`: the names that may be
    misspelt, each with its skill; `compounds`: whether a word hides one behind hyphens."""

    def __init__(self, index: dict[str, Any]) -> None:
        self._index = index
        self.compounds = _Compounds(self)
        self.names: dict[str, str] = {
            key: skill for bucket in index["fuzzy"].values() for key, skill, _ in bucket
        }

    def __missing__(self, word: str) -> str | None:
        if len(self) > _MEMO:
            self.clear()
        self[word] = found = misspelt(self._index, word)
        return found


def misspellings(
    slips: Slips, candidates: list[Candidate], normal: Normal, section: str
) -> list[tuple[int, int, str]]:
    """Token spans that misspell a tool's name, each with its skill: items of a list with a skill that is sure within
    a few words (in a skills section, or where the word is long, anywhere)."""
    tokens, count = normal.tokens, len(normal.tokens)
    if section == "skills":
        places = list(range(count))
    else:
        places = [at for c in candidates if c.sure for at in _about(c.first, c.last)]
        places += [at for at, token in enumerate(tokens) if len(token) >= LONG and slips[token]]
        if not places:
            return []
    taken = {i for c in candidates for i in range(c.first, c.last)}
    found: list[tuple[int, int, str]] = []
    while places:
        at = places.pop()
        if not 0 <= at < count or at in taken:
            continue
        last = at + 1
        while at and at - 1 not in taken and _hyphen(normal, at):
            at -= 1
        while last < count and last not in taken and _hyphen(normal, last):
            last += 1
        taken.update(range(at, last))
        word = "".join(tokens[at:last])
        hit = slips[word] or (slips.names.get(word) if last - at > 1 else None)
        if hit is not None and (
            is_item(normal, normal.start(at), normal.end(last - 1)) or _named(normal, at, word)
        ):
            found.append((at, last, hit))
            places.extend(_about(at, last))
    return found


def hyphened(slips: Slips, text: str) -> bool:
    """Whether a hyphenated word of a text in lower case is a name, or a misspelling of one, without its hyphens."""
    return any(slips.compounds[word] for word in text.split() if "-" in word)


def _named(normal: Normal, at: int, word: str) -> bool:
    """Whether a long word stands in a sentence as the name of a tool does: with its capital, behind a word that brings
    tools ("deployed to Kuberentes")."""
    return (
        len(word) >= LONG
        and at > 0
        and normal.tokens[at - 1] in _BRINGS
        and normal.gaps[at] == " "
        and normal.cased[normal.start(at)].isupper()
    )


def _hyphen(normal: Normal, at: int) -> bool:
    """Whether a hyphen alone stands before a token."""
    return normal.gaps[at] == "-"


def _about(first: int, last: int) -> tuple[int, ...]:
    """The tokens within three of a span."""
    return (*range(first - 3, first), *range(last, last + 3))
