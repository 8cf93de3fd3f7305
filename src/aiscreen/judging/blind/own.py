"""The candidate's own words: the parts of their name and the forms these take, schools and places that were parsed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from aiscreen.judging.blind.labels import CONTACT, PLACE, SCHOOL
from aiscreen.judging.blind.peoples import NATION
from aiscreen.models.resume import Resume
from aiscreen.parsing.words.places import STATE_CODES, known, place_score
from aiscreen.parsing.words.schools import names_school
from aiscreen.parsing.words.titles import title_score
from aiscreen.taxonomy.common_words import common_words
from aiscreen.text import fold, vocabulary

_NO_PART = vocabulary(
    """
    de da do dos das del della di du la le las los van von der den ten ter zu bin ibn al el y e af av abu ben mac mc st dr prof mr mrs ms miss mx phd md msc bsc
    mba sir jr sr ii iii iv he him she her they them ing dipl esq
    """
)
FUNCTION = vocabulary(
    """
    a an my so do no in is to the he she me we us it go be or on as at by for from not all any and but if of can may will more long see day good so son
    own new one two
    """
)
"""Words that are names too, and far more often something else: alone they name nobody."""
MONTHS = vocabulary(
    "jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september"
)
SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_GENERIC = vocabulary(
    """
    university college school institute academy technology science sciences applied national state international open free high grammar business
    engineering conference center centre hospital society association council library analysis trauma of polytechnic technical medical central northern southern eastern western girls boys women royal
    """
)
_MOST_WORDS = 6
"""Spaces in the name of a school, beyond which it is a sentence."""
_NOWHERE = frozenset({"remote", "hybrid", "on-site", "onsite"})
"""What stands where a job's place would."""
_SPLIT = re.compile(r"[\s,;()\"“”«»]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BRACKETED = re.compile(r"\s*[(（]([^()（）a-zA-ZÀ-ɏ\d]{2,30})[)）]")
"""The name in another script, behind the one in letters."""
IN_STATE = re.compile(rf"\b([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,2}}), (?:{'|'.join(sorted(STATE_CODES))})\b")
"""A town before its state's letters."""
_PIECE = re.compile(r"\s*[|•·‧∙⋅◦;]\s*|\s+[–—-]\s+|\s{2,}|\t")
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_LONG_FORMS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@dataclass(frozen=True)
class Own:
    """Names' parts as written, folded handles, and texts that have a label of their own."""

    name: str = ""
    parts: tuple[str, ...] = ()
    handles: frozenset[str] = frozenset()
    labelled: dict[str, str] = field(default_factory=dict)
    schools: tuple[str, ...] = ()
    broken: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, resume: Resume) -> Own:
        """The words of a résumé's candidate."""
        name = resume.basics.name or _guessed(resume)
        labelled: dict[str, str] = {}
        for text, label in _labelled(resume):
            for form in (text, text.upper(), text.title(), fold_case(text)):
                labelled.setdefault(form, label)
        return cls(
            name,
            tuple(dict.fromkeys([*_parts(name), *_in_another_script(resume, name)])),
            frozenset(_handles(resume)),
            labelled,
            tuple(dict.fromkeys(_school_words(resume))),
            _broken(resume),
        )

    @property
    def initials(self) -> str:
        """The first letters of the name's parts, in order."""
        return "".join(part[0] for part in self.parts if "-" not in part)


def fold_case(text: str) -> str:
    """The text without its accents, in its own case."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    return "".join(b.upper() if a.isupper() else b for a, b in zip(text, folded, strict=True))


def _parts(name: str) -> Iterator[str]:
    """The words of a name, and those that hyphens join in one."""
    for word in _SPLIT.split(name):
        bare = word.strip(".'’·-")
        pieces = [piece.strip(".'’") for piece in re.split(r"[-\u2010\u2011]", bare)]
        for piece in (bare, *pieces, *re.findall(r"(?<=['’])[A-Z]\w{3,}", bare)):
            if len(piece) > 1 and piece.casefold().replace(".", "") not in _NO_PART:
                yield piece
    if _CJK.match(name) and " " not in name and 2 < len(name) <= 4:
        yield name[1:]


def _guessed(resume: Resume) -> str:
    """The words at the top that an address or an account is made of, where no name was understood."""
    accounts = " ".join(_handles(resume)) + fold((resume.basics.email or "").partition("@")[0])
    top = list(islice(resume.of_section("header"), 3))
    words = [word for said in top for word in re.findall(r"\b[^\W\d_][^\W\d_'’-]{2,}\b", said.text)]
    return " ".join(word for word in words if word[0].isupper() and fold(word) in accounts)


def _in_another_script(resume: Resume, name: str) -> Iterator[str]:
    if not name:
        return
    for said in islice(resume.of_section("header"), 3):
        found = _BRACKETED.match(said.text.partition(name)[2])
        if found:
            yield from (
                word for word in (found[1].strip(), *found[1].split(), found[1].replace(" ", "")) if word
            )


def spellings(word: str) -> set[str]:
    """A word in small letters without accents, in the ways that addresses and other countries write it: "Bjørn" as
    "bjorn" and "bjoern"."""
    small = unicodedata.normalize("NFC", word.casefold())
    return {fold(word), fold(small.translate(_PLAIN)), fold(small.translate(_LONG_FORMS).translate(_PLAIN))}


def _handles(resume: Resume) -> Iterator[str]:
    basics = resume.basics
    for profile in basics.profiles:
        for handle in (profile.username, (profile.url or "").rstrip("/").rpartition("/")[2]):
            if handle and len(handle) > 2:
                yield fold(handle.lstrip("@"))
    mailbox = fold((basics.email or "").partition("@")[0])
    if len(mailbox) > 3:
        yield mailbox


def _labelled(resume: Resume) -> Iterator[tuple[str, str]]:
    """Texts to mask and what to put in their place; the weightier label first."""
    basics = resume.basics
    for contact in (basics.email, basics.phone, basics.url, *(profile.url for profile in basics.profiles)):
        if contact:
            yield contact, CONTACT
            yield re.sub(r"^(?:https?://)?(?:www\.)?", "", contact).rstrip("/"), CONTACT
    for study in resume.education:
        if study.institution and not _GENERIC.issuperset(study.institution.casefold().split()):
            yield from ((text, SCHOOL) for text in _school(study.institution))
    yield from ((place, PLACE) for place in _places(resume))


def _broken(resume: Resume) -> dict[str, str]:
    """Statements over which a line break parts the name of a school, each with its share of it masked: "... UNIVERSITY
    OF APPLIED" and "SCIENCES". Apart, neither share is sure to name a school."""
    texts = [statement.text for statement in resume.statements]
    whole = "\n".join(texts)
    hidden: dict[str, str] = {}
    for name in {study.institution for study in resume.education if study.institution}:
        words = r"\s+".join(map(re.escape, name.split()))
        for found in re.finditer(rf"(?<!\w){words}(?!\w)", whole, re.I):
            if "\n" not in found[0]:
                continue
            first = whole.count("\n", 0, found.start())
            shares = found[0].split("\n")
            for text, share in zip(texts[first:], shares, strict=False):
                before, _, after = text.rpartition(share) if share is shares[0] else text.partition(share)
                hidden[text] = f"{before}{SCHOOL}{after}"
    return hidden


def _school(institution: str) -> Iterator[str]:
    yield institution
    yield from (part for part in re.split(r"\s*[,()]\s*", institution) if len(part) > 5)
    yield from re.findall(r"\b[A-Z]{3,6}\b", institution)
    acronym = "".join(word[0] for word in re.findall(r"\b[A-ZÀ-Þ][\w-]+", institution))
    if len(acronym) > 2:
        yield acronym


def _school_words(resume: Resume) -> Iterator[str]:
    """Words by which people call their schools for short: neither everyday words nor places."""
    for study in resume.education:
        name = study.institution or ""
        if name.count(" ") > _MOST_WORDS or not names_school(name):
            continue
        for word in re.findall(r"\b[A-ZÀ-Þ][\w'’-]{4,}", name):
            plain = word.casefold() in _GENERIC or word.casefold() in common_words()
            if not plain and not known(word) and not NATION.fullmatch(word):
                yield word


def everyday(word: str) -> bool:
    """Whether a word in small letters, or what it is the plural of, is one of everyday English."""
    words = common_words()
    return word in words or (word.endswith("s") and word[:-1] in words)


def _places(resume: Resume) -> Iterator[str]:
    location = resume.basics.location
    written = [location.text, location.city, location.region, location.country] if location else []
    written += [job.location for job in (*resume.work, *resume.volunteer)]
    written += [study.location for study in resume.education]
    written += _header_places(resume)
    for place in written:
        if place and place.casefold() not in _NOWHERE:
            yield place
            yield from (
                part
                for part in re.split(r"\s*[,/|()]\s*", place)
                if len(part) > 2
                and part.casefold() not in _NOWHERE
                and (known(part) or part.casefold() not in common_words() | _GENERIC)
            )


def _header_places(resume: Resume) -> list[str]:
    """What may be a place by its form, "Fremantle, WA", in the header."""
    said = [statement.text for statement in resume.of_section("header")]
    pieces = [piece for text in said for piece in _PIECE.split(text)]
    pieces += [found[0] for text in said for found in IN_STATE.finditer(text)]
    return [piece for piece in pieces if "," in piece and place_score(piece) > 0.5 and title_score(piece) < 1]
