"""The candidate's name in running text, in code and inside other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from aiscreen.judging.blind.labels import CONTACT, NAME
from aiscreen.judging.blind.own import FUNCTION, MONTHS, SEASONS, Own, everyday, spellings
from aiscreen.parsing.words.places import known
from aiscreen.taxonomy.common_words import common_words
from aiscreen.text import fold, vocabulary

Spans = Iterable[tuple[int, int]]
_TOKEN = re.compile(r"[^\W_]+")
_SURE, _LONG = 4, 6
"""Letters from which on a part of a name is looked for in small letters, and at either end of a longer word."""
_ENDINGS = vocabulary(
    "s es ed d er ers ing ly al ally ful fully less ness able ism ist ists ian ity y ic ical ment ation n ns or ors"
)
_DOES = (
    r"\s+(?:also |then |now |later |\w+ly )?(?:is|was|has|had|led|built|ran|wrote|made|won|began|grew|drove|cut|took|brought|set|holds|leads|builds|owns|runs|"
    r"works|writes|brings|taught|gave|spoke|came|went|kept|left|found|sold|met|chose|became|began|[a-z]{2,}ed)\b"
)
_SAYS = re.compile(
    r" (?!(?:and|or|with|of|in|at|on|for|to|as|by|from|who|et|und|y|e|aka)\b)[a-z-]*[a-rt-z]\b"
)
"""What goes on from an everyday word that opens a sentence, "Page load fell": no verb of a person's, no list of people."""
_JOINED = re.compile(r"-(?!led\b|built\b|made\b|run\b|owned\b)[a-z]")
"""What makes another word of an everyday one: "Mark-up"."""
_WHEN = re.compile(r"\.?,?\s*(?:of )?(?:[12]\d{3}|['’]\d\d|[-–—]|to\b)")
_TITLED = r"(?:\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Herr|Frau)\.? )"
_ACCOUNT = re.compile(rf"(?<![\w.-])((?:[a-z0-9]+[._-])*){re.escape(NAME)}((?:[._-][a-z0-9]+)*)(?![\w-])")


def _account(found: re.Match[str]) -> str:
    """An account that a masked part is joined into, "[name]-sm", as a whole; a plain word beside it stays."""
    joined = re.findall(r"[a-z0-9]+", found[1] + found[2])
    return found[0] if all(word in common_words() for word in joined) else NAME


class Names:
    """Finds one candidate's name. `tools` gives the spans of a text that name tools."""

    def __init__(self, own: Own, tools: Callable[[str], Spans] | None) -> None:
        self._own, self._tools = own, tools
        forms = {
            form
            for part in own.parts
            for written in (part, *spellings(part))
            for form in (part, written.upper(), written.title())
        }
        forms |= {form.replace("'", "’") for form in forms}
        forms |= {" ".join(form) for form in forms if form.isupper() and len(form) >= _SURE}  # letter-spaced
        listed = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
        cjk = "|".join(
            re.escape(form)
            for form in sorted(forms, key=len, reverse=True)
            if not form.isascii() and ord(form[0]) > 0x2E80
        )
        # names in writing without spaces stand in the middle of words
        self._part = (
            re.compile(rf"(?<!\w)(?:{listed})(?!\w)" + (f"|{cjk}" if cjk else "")) if listed else None
        )
        middle = r"(?:[ \-]|\.? [A-Z]\. |(?: (?:de|da|do|dos|das|del|della|di|du|la|los|las|van|von|der|den|ter|zu|bin|ibn|al|el|y|e)){1,3} )"
        self._whole = re.compile(rf"(?<!\w)(?:{listed})(?:{middle}(?:{listed}))+(?!\w)") if listed else None
        small = {form for part in own.parts for form in spellings(part)}
        self._small = frozenset(part for part in small if len(part) > 1)
        self._letters = frozenset(own.initials.upper())

    def without(self, text: str, section: str) -> str:
        """The text without the name, its parts and accounts made of them."""
        if self._part is None and not self._own.handles:
            return text
        if self._whole is not None:
            text = self._whole.sub(NAME, text)
        if self._part is not None and self._part.search(text):
            text = self._alone(text)
        text = _TOKEN.sub(lambda m: self._inside(m, section), text)
        return self._with_initials(text if section == "code" else _ACCOUNT.sub(_account, text))

    def _alone(self, text: str) -> str:
        """Parts that stand alone, where they are neither a tool, a month nor a little word."""
        spans = list(self._tools(text)) if self._tools else []

        def hide(found: re.Match[str]) -> str:
            word, start, end = found[0].casefold(), found.start(), found.end()
            acts = self._acts(text, start, end)
            before = text[:start].rstrip().rpartition(" ")[2]
            if (word in FUNCTION and not acts) or (before and known(f"{before} {found[0]}")):
                return found[0]
            if word in MONTHS | SEASONS and _WHEN.match(text[end:]):
                return found[0]
            goes_on = self._opens(text, start) and _SAYS.match(text[end:])
            if not acts and everyday(word) and (goes_on or _JOINED.match(text[end:])):
                return found[0]
            tool = next(((a, b) for a, b in spans if a <= start and end <= b), None)
            if tool is not None and (tool != (start, end) or not acts):
                return found[0]
            return NAME

        assert self._part is not None
        return self._part.sub(hide, text)

    @staticmethod
    def _opens(text: str, start: int) -> bool:
        """Whether a sentence begins there."""
        return re.search(r"(?:^|[.;:!?] |[-•] )$", text[:start]) is not None

    @classmethod
    def _acts(cls, text: str, start: int, end: int) -> bool:
        """Whether a word does something, or is addressed: a person, whatever tool has the same name."""
        titled = re.search(rf"{_TITLED}$", text[:start]) is not None
        return titled or (cls._opens(text, start) and re.match(_DOES, text[end:]) is not None)

    def _inside(self, found: re.Match[str], section: str) -> str:
        """A word that is an account, a part in small letters, or made of a part and something else."""
        token = found[0]
        word = fold(token)
        if word in self._own.handles:
            return CONTACT if word not in common_words() else token
        if word in self._small:
            plain = everyday(word) or word in FUNCTION
            code = section == "code" or "_" in found.string[max(0, found.start() - 1) : found.end() + 1]
            return NAME if len(word) >= _SURE and token.islower() and (code or not plain) else token
        if len(word) < _SURE or everyday(word):
            return token
        for part in self._small:
            if len(part) > 2 and part != word and self._made_of(word, part, token):
                return NAME
        return token

    def _made_of(self, word: str, part: str, token: str) -> bool:
        """Whether a word is a part of the name with initials, figures, another part or a plain word beside it."""
        if word.startswith(part):
            rest, before = word[len(part) :], False
        elif word.endswith(part):
            rest, before = word[: -len(part)], True
        else:
            return len(part) > _LONG and part in word
        if rest.isdigit() or rest in self._small:
            return True
        if rest in _ENDINGS and not before:
            return rest == "s" and len(part) > _SURE and token[:1].isupper() and part not in common_words()
        if len(rest) <= 2 and self._letters.issuperset(rest.upper()):
            return before or len(part) >= _SURE
        if len(part) < _SURE:
            return False
        # a name that is a word too makes other words: "milestone", "benchmark"
        return part not in common_words() and (len(part) >= _LONG or rest in common_words())

    def _with_initials(self, text: str) -> str:
        """The masked name without the initials before and behind it, once."""
        own = self._own.initials.upper()
        if len(own) > 1:  # each with its point, as "F. B. K."
            text = re.sub(
                rf"(?<![\w.]){'[ -]?'.join(re.escape(letter) + '[.]' for letter in own)}(?!\w)", NAME, text
            )
        if NAME not in text:
            return text
        letters = "".join(sorted(self._letters))
        if letters:
            one = rf"[{re.escape(letters)}]"
            mark = re.escape(NAME)
            text = re.sub(rf"(?<!\w)(?:{one}\.[ -]?){{1,3}}(?={mark})", "", text)
            text = re.sub(rf"{mark},? (?:{one}\.[ -]?){{1,3}}(?!\w)(?= |,|;|$)?", f"{NAME} ", text).replace(
                "  ", " "
            )
            text = re.sub(rf"{mark},? {one}{{2,3}}\b", NAME, text)
        text = re.sub(rf"{re.escape(NAME)} +(?=[,.;:)]|$)", NAME, text)
        return re.sub(rf"{re.escape(NAME)}(?:[ ,-]+{re.escape(NAME)})+", NAME, text)
