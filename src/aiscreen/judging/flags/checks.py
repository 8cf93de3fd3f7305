"""The tests of a sentence, compiled: each looks at one sentence and says what it found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aiscreen.judging.flags.relations import Claim
from aiscreen.judging.flags.sentence import Sentence, Terms, tokenize
from aiscreen.taxonomy.redflag_patterns import fill_groups, parse_pattern
from aiscreen.taxonomy.redflags import Acronym, Belongs, Category, IsA, Number, Says, Together, Version


@dataclass(frozen=True)
class Found:
    """What a test found: where in the text, and words for the message."""

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Patterns:
    """Patterns as one regular expression, with what a sentence must hold for any of them to match."""

    regex: re.Pattern[str]

    @classmethod
    def of(cls, patterns: Sequence[str], terms: Terms) -> Patterns:
        written = "|".join(
            f"(?:{fill_groups(parse_pattern(pattern), terms.classes)})" for pattern in patterns
        )
        return cls(re.compile(written or r"(?!)"))

    def find(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Where they match in the sentence's `marked` form."""
        for match in self.regex.finditer(sentence.marked):
            yield match.start(), match.end()

    def __call__(self, sentence: Sentence) -> bool:
        return self.regex.search(sentence.marked) is not None


class SaysCheck:
    """Any of the phrases."""

    def __init__(self, test: Says, terms: Terms) -> None:
        self.patterns = Patterns.of(test.any, terms)

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        for start, end in self.patterns.find(sentence):
            yield Found(*sentence.of_marked(start, end))


class TogetherCheck:
    """One of each list, within so many words."""

    def __init__(self, test: Together, terms: Terms) -> None:
        self.lists = [Patterns.of(words, terms) for words in test.words]
        self.within = test.within

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        places = []
        for patterns in self.lists:
            found = list(patterns.find(sentence))
            if not found:
                return
            places.append(found)
        for anchor in places[0]:
            start, end = anchor
            for others in places[1:]:
                nearest = min(others, key=lambda span: max(span[0] - end, start - span[1], 0))
                start, end = min(start, nearest[0]), max(end, nearest[1])
            if _words(sentence.marked[start:end]) <= self.within + sum(1 for _ in places):
                yield Found(*sentence.of_marked(start, end))
                return


def _words(marked: str) -> int:
    return sum(1 for piece in marked.split() if piece[0].isalnum())


class IsACheck:
    """A member said to be of a category that it is not."""

    def __init__(self, test: IsA, terms: Terms, categories: Mapping[str, Category]) -> None:
        self.test = test
        self.members = frozenset("".join(terms.classes[group] for group in test.members))
        self.wrong = frozenset(test.category)
        self.right = frozenset(test.rightly)
        self.heads = frozenset("".join(terms.classes[category] for category in test.category))
        self.hows = {
            "such",
            "list",
            "is",
            *(["using"] if test.using else []),
            *(["after"] if test.after else []),
        }
        self.adjectives = frozenset(c for c in test.category if categories[c].adjective)
        self.listed = frozenset(c for c in test.category if categories[c].lists)
        self.terms = terms

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        marks = sentence.marks
        if marks.isdisjoint(self.members) or marks.isdisjoint(self.heads):
            return
        for claim in claims:
            if sentence.items[claim.member] in self.members and self._wrong(sentence, claim):
                start, end = sentence.of_items(min(claim.first, claim.member), max(claim.last, claim.member))
                yield Found(start, end, self._values(sentence, claim))

    def _wrong(self, sentence: Sentence, claim: Claim) -> bool:
        head = claim.head
        if not all(group & self.wrong for group in head.alternatives):
            return False
        if any(group & self.right for group in head.alternatives):
            return False
        if self.test.first and claim.place:
            return False
        if claim.how == "beside":
            return self.test.before and self._beside(sentence, claim)
        if claim.how == "list" and not all(group & self.listed for group in head.alternatives):
            return False
        return claim.how in self.hows and not self._rightly_after(sentence, claim)

    def _beside(self, sentence: Sentence, claim: Claim) -> bool:
        """ "supervised K-means", "the supervised algorithm K-means"."""
        last = sentence.items[claim.head.last]
        named = any(last in self.terms.classes[category] for category in self.wrong)
        if named and not any(last in self.terms.classes[category] for category in self.adjectives):
            return False
        return not self._rightly_after(sentence, claim)

    def _rightly_after(self, sentence: Sentence, claim: Claim) -> bool:
        """What it is, named right behind the member ("K-means for clustering")."""
        right = "".join(self.terms.classes[category] for category in self.test.rightly)
        near = sentence.items[claim.member + 1 : claim.member + 5]
        for at, item in enumerate(near):
            if item in (",", ";", "and", ")"):
                return False
            if (
                right
                and item in right
                and (at > 0 and near[at - 1] in ("for", "as", "an", "(", "is", "to", "of", "with"))
            ):
                return True
        return False

    def _values(self, sentence: Sentence, claim: Claim) -> dict[str, str]:
        items = sentence.items[claim.head.first : claim.head.last + 1]
        named = next((item for item in items if item in self.heads), items[0])
        return {
            "member": self.terms.names[sentence.items[claim.member]],
            "category": self.terms.names.get(named, named),
        }


class NumberCheck:
    """A value that cannot be."""

    def __init__(self, test: Number, terms: Terms) -> None:
        self.test = test
        measured = "|".join(
            f"(?:{fill_groups(parse_pattern(pattern), terms.classes)})" for pattern in test.of
        )
        ratio = test.unit == "ratio"
        number = r"(-?\d+(?:\.\d+)?)" + (r"(?= )" if ratio else r"\+?%(?= )")
        skip = "|".join(map(re.escape, test.skip))
        word = rf" (?!(?:{skip}) )[^\s;0-9]\S*" if skip else r" [^\s;0-9]\S*"
        filler = rf"(?:{word}){{0,{test.gap}}}?"
        self.behind = re.compile(rf"(?:{measured}){filler} {number}")
        self.before = re.compile(rf" {number}(?:{word}){{0,{min(test.gap, 3)}}}?(?:{measured})")
        self.skip = re.compile(rf" (?:{skip}) ") if skip else None
        self.where = Patterns.of(test.where, terms) if test.where else None

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        if not any(word[-1] == "%" or word[-1].isdigit() for word in sentence.words):
            return
        if self.where and not self.where(sentence):
            return
        for regex in (self.behind, self.before):
            for match in regex.finditer(sentence.marked):
                if self._out(float(match[1])) and not self._excused(sentence.marked, match):
                    yield Found(*sentence.of_marked(*match.span()), {"value": match[1]})
                    return

    def _out(self, value: float) -> bool:
        test = self.test
        if test.at is not None and value == test.at:
            return True
        if (
            test.above is not None
            and value > test.above
            and (test.unless_above is None or value < test.unless_above)
        ):
            return True
        return test.below is not None and value < test.below

    def _excused(self, marked: str, match: re.Match[str]) -> bool:
        """A number with a unit behind it, or one that a word of change goes before or behind."""
        words = marked[match.end() :].split()[:3]
        if self.test.unit == "ratio" and words and words[0] not in _AFTER_RATIO and match.re is self.behind:
            return True
        if self.skip is None:
            return False
        around = " ".join(marked[: match.start()].split()[-self.test.look :])
        behind = " ".join(words[:2])
        return bool(self.skip.search(f" {around} ") or self.skip.search(f" {behind} "))


_AFTER_RATIO_WORDS = ", . ; ) ( : - / and or on for with in at using by from over across while when after which as to than vs the"
_AFTER_RATIO = frozenset(_AFTER_RATIO_WORDS.split())


class BelongsCheck:
    """A product put under somebody who does not make it."""

    _BY = (
        r" (?:which |that )?(?:(?:is|was|are|were|has been) )?(?:originally |first )?(?:developed|created|made|built|released"
        r"|maintained|open sourced|opensourced|invented|published|introduced|designed|owned|offered|provided|launched|trained)"
        r" by (?:the )?"
    )

    def __init__(self, test: Belongs, terms: Terms) -> None:
        self.owners = {owner: frozenset(terms.classes[owner]) for owner in test.owners}
        self.products = {
            owner: frozenset("".join(terms.classes[group] for group in groups))
            for owner, groups in test.owners.items()
        }
        everyone = "".join(sorted(set("".join("".join(marks) for marks in self.owners.values()))))
        everything = "".join(sorted(set("".join("".join(marks) for marks in self.products.values()))))
        forms = []
        if test.by:
            forms += [rf"(?P<p1>[{everything}])(?: \(?,?)?{self._BY}(?P<o1>[{everyone}])"]
            forms += [rf"(?P<o2>[{everyone}])(?:'s| 's)? (?P<p2>[{everything}])"] if test.prefix else []
        elif test.prefix:
            forms += [rf"(?P<o2>[{everyone}])(?:'s| 's)? (?P<p2>[{everything}])"]
        if test.on:
            forms += [
                rf"(?P<p3>[{everything}])(?: [a-z]+)?? (?:on|in|of|from|inside|within) (?:the )?(?P<o3>[{everyone}])"
            ]
        self.regex = re.compile("|".join(forms))
        self.terms = terms

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        text = f" {' '.join(sentence.items)} "
        for match in self.regex.finditer(text):
            product = next(value for name, value in match.groupdict().items() if name[0] == "p" and value)
            owner = next(value for name, value in match.groupdict().items() if name[0] == "o" and value)
            if self._right(owner, product) or self._joined(text, match):
                continue
            first = text[: match.start()].count(" ") - (text[match.start()] == " ")
            start, end = sentence.of_items(
                max(first - 1, 0), min(first - 1 + match[0].count(" "), len(sentence.items) - 1)
            )
            yield Found(
                start, end, {"member": self.terms.names[product], "category": self.terms.names[owner]}
            )
            return

    def _right(self, owner: str, product: str) -> bool:
        """Whether this owner makes it, or nobody in the list does."""
        makers = [name for name, products in self.products.items() if product in products]
        named = [name for name, marks in self.owners.items() if owner in marks]
        return not makers or bool(set(makers) & set(named))

    def _joined(self, text: str, match: re.Match[str]) -> bool:
        """Whether the pair is part of a longer list, where it may belong to another ("AWS, GCP Vertex AI")."""
        before, behind = text[: match.start()].split()[-2:], text[match.end() :].split()[:2]
        marks = frozenset(
            "".join("".join(marks) for marks in (*self.owners.values(), *self.products.values()))
        )
        joined = {",", "and", "or", "/", "to", "vs", "("}
        left = len(before) == 2 and before[1] in joined and before[0] in marks
        right = len(behind) == 2 and behind[0] in joined and behind[1] in marks
        touching = bool(before) and before[-1] in marks
        return left or right or touching


class VersionCheck:
    """A version beyond the latest."""

    def __init__(self, test: Version) -> None:
        self.latest: dict[str, tuple[int, ...]] = {}
        for term, version in test.latest.items():
            words = " ".join(token for token, _, _ in tokenize(term))
            self.latest[words] = tuple(int(part) for part in version.split("."))
        names = "|".join(re.escape(name) for name in sorted(self.latest, key=lambda name: (-len(name), name)))
        self.regex = re.compile(
            rf" ({names})(?: [\ue000-\uf8ff])? (?:(?:version |v )(\d+(?:\.\d+)*)|v?(\d+(?:\.\d+)+|\d+\.x))(?= )"
        )

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        for match in self.regex.finditer(sentence.marked):
            latest = self.latest[match[1]]
            given = tuple(int(part) for part in (match[2] or match[3]).removesuffix(".x").split("."))
            if given[: len(latest)] > latest and given[0] < 100:
                yield Found(
                    *sentence.of_marked(*match.span()), {"value": match[2] or match[3], "member": match[1]}
                )


class AcronymCheck:
    """A wrong expansion beside its acronym: it starts with the acronym's letters and shares words with a right one."""

    def __init__(self, test: Acronym) -> None:
        self.means = {
            acronym.lower(): [tuple(token for token, _, _ in tokenize(right)) for right in rights]
            for acronym, rights in test.means.items()
        }

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            rights = self.means.get(token) or self.means.get(token.removesuffix("s"))
            if not rights:
                continue
            letters = token if token in self.means else token[:-1]
            for first, last in self._spans(tokens, at, len(letters)):
                words = tokens[first : last + 1]
                if self._wrong(words, letters, rights):
                    start, end = sentence.starts[min(first, at)], sentence.ends[max(last, at)]
                    yield Found(
                        start,
                        end,
                        {"member": token.upper(), "found": " ".join(words), "value": " ".join(rights[0])},
                    )

    @staticmethod
    def _spans(tokens: tuple[str, ...], at: int, size: int) -> Iterator[tuple[int, int]]:
        """Where an expansion may stand: in the brackets behind the acronym, or before an acronym in brackets."""
        if at + 1 < len(tokens) and tokens[at + 1] == "(" and ")" in tokens[at + 1 : at + 9]:
            yield at + 2, tokens.index(")", at + 1) - 1
        if 0 < at < len(tokens) - 1 and tokens[at - 1] == "(" and tokens[at + 1] == ")":
            for words in range(size, size + 3):
                if at - 1 - words >= 0:
                    yield at - 1 - words, at - 2

    @staticmethod
    def _wrong(words: tuple[str, ...], letters: str, rights: Sequence[tuple[str, ...]]) -> bool:
        plain = [word.removesuffix("s") for word in words if word.isalpha()]
        if len(plain) != len(words) or not plain:
            return False
        correct = [[word.removesuffix("s") for word in right] for right in rights]
        if plain in correct:
            return False
        if "".join(word[0] for word in plain if word not in ("of", "and", "the", "for")) != letters.rstrip(
            "0123456789"
        ):
            return False
        return any(
            2 * len(set(plain) & set(right)) >= len(right) and _not_same(plain, right) for right in correct
        )


def _not_same(words: list[str], right: list[str]) -> bool:
    """Not just another form of the right words ("network"/"networking")."""
    return any(a[:4] != b[:4] for a, b in zip(words, right, strict=False)) or len(words) != len(right)
