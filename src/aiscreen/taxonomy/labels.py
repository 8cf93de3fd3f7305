"""What a sentence shows by the words of roles.yaml: classes of production evidence and signals, each whole or half.

What counts is what somebody did. Who learned of it, watched it, planned it or told of it shows nothing by that clause
(`apart`); who helped those that did it shows half (`helped`); what came to nothing shows nothing at all (`idle`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.patterns.words import BARRIER, Sentence, sentences
from aiscreen.taxonomy.rubric import EVIDENCE

if TYPE_CHECKING:
    from aiscreen.taxonomy.roles import RolesFile

Hit = tuple[str, int, int]
"""A label, and the first and last word that show it."""

ABOUT_AI = "about-ai"
"""The label of words that make a statement one of AI, whatever its skills."""
HINT = "hint"
"""The label of words that do so where the candidate works in AI anyhow."""
UNDONE = "undone"
"""The label of words of planning and wishing."""
_IDLE, _OWN, _BUZZ = "idle", "ownership", "buzz"
_REACH = 5
"""How many words behind a word of planning or wishing what it takes back may begin."""
_CLAIMS = frozenset(EVIDENCE)
_DEEDS = _CLAIMS | {_OWN, "ambiguity", "tradeoff", "architecture"}
_IDLED = _CLAIMS | {"ambiguity"}
_STANDING = {"apart": (0.0, _DEEDS), "helped": (0.5, _CLAIMS)}
"""How much of which labels is left of a clause that says so."""
_OPENING = 3
"""How many words may stand before such a word in its clause ("As an intern, observed")."""
_SUBJECT = frozenset({"the", "a", "an", "my", "our", "its", "this", "these", "their"})
"""What opens a clause that has another subject than the candidate: "The scorer helped"."""
_ONESELF = frozenset({"then", "but", "later", "afterwards", "before", "i", "we"})
_TURNS = frozenset({"but", "so", "now", "then", "instead", "until", "since", "because"})
"""What lies behind such a word is no longer planned, wished or denied."""
_DENIALS = frozenset({"never", "without", "not", "no"})
_COMMAS = frozenset({",", ":", "-"})
_DECIDES = frozenset({"tradeoff"})
"""To decide against something is to decide."""
_NOW = frozenset({"now", "today", "since", "went"})
_OTHERS = frozenset({"who", "that", "which", "how", "whose", "what"})
"""Behind these the verbs are somebody else's, but where one of the words above comes first."""


def labelled(roles: RolesFile) -> Iterator[tuple[str, Sequence[str]]]:
    """The patterns of evidence and signals: labels are `deploy`, `deploy/half`, `deploy/unless` and so on."""
    for _, key, words in roles.words():
        yield key, words.full
        yield f"{key}/half", words.half
        yield f"{key}/unless", words.unless
    yield ABOUT_AI, roles.rubric.relevant.says
    yield HINT, roles.rubric.relevant.hints
    yield f"{HINT}/unless", roles.rubric.relevant.no_hints


def labels(lexicon: Lexicon[str], text: str) -> dict[str, float]:
    """What the lexicon finds in a text: label and strength (1.0 or 0.5)."""
    found: dict[str, float] = {}
    for sentence in sentences(text):
        if hits := lexicon.find(sentence):
            said = _standing(sentence, hits)
            if _IDLE in said:
                said = {key: strength for key, strength in said.items() if key not in _IDLED}
                if any(_speaks_back(sentence, hit) for hit in hits if hit[0] == _IDLE):
                    found = {key: strength for key, strength in found.items() if key not in _IDLED}
            if _BUZZ in said:  # great words say little of what was done
                said = {
                    key: min(strength, 0.5) if key in _DEEDS else strength for key, strength in said.items()
                }
            for key, strength in said.items():
                if strength > found.get(key, 0.0):
                    found[key] = strength
    return found


def _speaks_back(sentence: Sentence, hit: Hit) -> bool:
    """Whether what came to nothing is what the sentence before told: "..., so we left it"."""
    _, first, last = hit
    return first <= _OPENING or "it" in sentence.words[first : last + 1]


def _standing(sentence: Sentence, hits: Sequence[Hit]) -> dict[str, float]:
    """The strength of what a sentence's hits show, but of those that an `unless` overlaps, of what is only planned or
    wished, and of what others did."""
    barred = [hit for hit in hits if hit[0].endswith("/unless")]
    if barred:
        hits = [hit for hit in hits if hit not in barred and not _barred(hit, barred)]
    undone = _wishes(sentence, [last for label, _, last in hits if label == UNDONE])
    clauses = list(_clauses(sentence, hits)) if any(hit[0] in _STANDING for hit in hits) else []
    said: dict[str, float] = {}
    for label, first, _ in hits:
        key, strength = (label[:-5], 0.5) if label[-5:] == "/half" else (label, 1.0)
        if strength <= said.get(key, 0.0):
            continue
        if undone and key not in _DECIDES and key != UNDONE and _denied(sentence, first, undone):
            continue
        if clauses or key in _STANDING:
            strength = _left(key, first, strength, clauses)
        if strength:
            said[key] = max(strength, said.get(key, 0.0))
    return said


def _wishes(sentence: Sentence, ends: list[int]) -> list[int]:
    """Where each word of planning or wishing ends, and where it goes on: "ready to be on call and to run models"."""
    words = sentence.words
    for end in ends:
        for at in range(end + 1, min(end + _REACH, len(words) - 1)):
            if words[at] in ("and", "or") and words[at + 1] == "to":
                ends.append(at + 1)
    return ends


def _denied(sentence: Sentence, first: int, undone: Sequence[int]) -> bool:
    """Whether one of the words of planning, wishing or denying reaches the word at `first`: a "not" ends at a comma, a
    wish goes on behind it."""
    for end in undone:
        if not 0 < first - end <= _REACH or not _TURNS.isdisjoint(sentence.words[end + 1 : first]):
            continue
        between = sentence.tokens[sentence.places[end] : sentence.places[first]]
        if sentence.words[end] not in _DENIALS or _COMMAS.isdisjoint(between):
            return True
    return False


def _left(key: str, first: int, strength: float, clauses: Sequence[Hit]) -> float:
    """What is left of a hit where a clause says that somebody was only near the work; such a word itself counts where
    it opens its clause."""
    if key in _STANDING:
        return strength if any((key, first) == clause[:2] for clause in clauses) else 0.0
    for which, start, stop in clauses:
        left, of = _STANDING[which]
        if key in of and start <= first < stop:
            strength = min(strength, left)
    return strength


def _barred(hit: Hit, barred: Sequence[Hit]) -> bool:
    label, first, last = hit
    unless = f"{label.partition('/')[0]}/unless"
    return any(bar == unless and low <= last and first <= high for bar, low, high in barred)


def _clauses(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The clauses that say that somebody was near the work or helped with it: which of the two, the first word, and the
    word behind the last. Such a word must open its clause: in "the model that helped agents" it does not."""
    words = sentence.words
    deeds = [first for label, first, _ in hits if label == _OWN or words[first].endswith("ed")]
    turns = sorted({at for at in deeds if _turns(sentence, at)})
    stops = [at for at, word in enumerate(words) if word == BARRIER or word in _NOW]
    for label, first, last in hits:
        if label not in _STANDING:
            continue
        opened = max([at for at in turns if at <= first], default=0)
        opened = max([opened, *(at + 1 for at in stops if at < first)])
        subject = words[opened] in _SUBJECT and opened < first
        if subject or first - opened > _OPENING or any(opened <= at < first for at in deeds):
            continue
        others = next((at for at in range(last + 1, len(words)) if words[at] in _OTHERS), len(words))
        ends = [at for at in turns if at > last and (at < others or words[at - 1] in _ONESELF)]
        yield label, first, min([*ends, *(at for at in stops if at > last), len(words)])


def _turns(sentence: Sentence, at: int) -> bool:
    """Whether a verb begins a clause of its own: behind "and", "then", "I", a comma or a colon."""
    before = sentence.words[at - 1] if at else "then"
    return (
        before == "and" or before in _ONESELF or sentence.tokens[sentence.places[at] - 1] in (",", ":", "-")
    )


def failed_examples(roles: RolesFile) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every example sentence of evidence and signals that its patterns read wrongly: its place, and why."""
    for group, key, words in roles.words():
        for kind, examples in (("hit", words.examples.hit), ("miss", words.examples.miss)):
            for index, example in enumerate(examples):
                found = key in labels(roles.lexicon, example)
                if found != (kind == "hit"):
                    why = "is not found" if kind == "hit" else "is found, though it should not be"
                    yield (group, key, "examples", kind, str(index)), f"{example!r} {why}"
