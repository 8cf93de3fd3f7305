"""What a name's text looks like: whether a text reads as one, and what stands around it."""

from __future__ import annotations

import re
from functools import lru_cache

from aiscreen.parsing.words.contact import LABELLED, TITLE_WORDS, TITLES, TITLES_AFTER, behind
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.titles import may_be_title
from aiscreen.text import fold, vocabulary

_CREDENTIALS = re.compile(
    r"[\s,]+\(?(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|M\.?Sc\.?|B\.?Sc\.?|M\.?Eng\.?|B\.?Eng\.?|M\.?S\.|B\.?Tech|M\.?Tech|PMP|CPA|CFA|RN|BSN|MSN|PE|P\.?\s?Eng\.?|Esq\.?|CISSP|Dipl\.-Ing\.?|CEng|FRM|SHRM-CP|LLM|JD|DDS|DVM|EIT|CSM|ACCA|he/him|she/her|they/them)\)?$"
)
_MARKS = re.compile(r"\W+")
_WORD = re.compile(r"^[^\W\d_][\w.'’ʼ`\-\u2010\u2011\u0300-\u036f]*$", re.UNICODE)
"""A word of a name; marks that no letter has in one character stand behind it."""
_NO_NAME = re.compile(r"[@/:|•·_]|\s[–—-]\s")
SYMBOL = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
_SYMBOLS = re.compile(rf"^(?:{SYMBOL}\s*)+|(?:\s*{SYMBOL})+$")
"""Pictures before and behind a name."""
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|herr|frau|mme|monsieur|madame|sra?|srta|sig|dhr|mevr|dott(?:\.\s?ssa|oressa)?|dipl\.?-\s?\w+|dr\.?-\s?ing|dr\.? (?:rer|phil|med|jur|oec)\.? ?(?:nat|pol|habil|publ)?|prof|professor)\b\.?|(?:ing|mag|mgr)\.)\s+(?=\w{2})",
    re.IGNORECASE,
)
SAYS = r"(?:I['’]m|I am|[Mm]y name is|[Ii]ch bin|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e suis|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]eu nome é|[Ii]k ben)"
"""How people say their names."""
_SAID = re.compile(rf"^(?:[^\W\d_]+[,!.]? )?{SAYS}\s+(?=[A-ZÀ-Ž])")
"""What stands before a name that is said ("Hello, I'm Ines Okafor")."""
_BORN = re.compile(r"\s*\((?:\*|born|geb|née?|nacid[oa])[^()]*\)$", re.IGNORECASE)
"""When somebody was born, behind their name."""
_OTHER_SCRIPT = re.compile(r"\s*[(（][^\W\d_a-zA-ZÀ-ɏ][^()（）a-zA-Z]*[)）]$")
"""A name in another script, in brackets behind the one in letters."""
_INNER = re.compile(r"[-'’\u2010\u2011][A-ZÀ-Þ]")
PARTICLES = vocabulary(
    """
    de da do dos das del della di du la le van von der den ten ter zu bin ibn al el y e af av abu ben mac mc san santa st. bint binti binte bte do dello degli dei op vom zum zur las los lo la
    """
)
_NEVER = vocabulary(
    """
    resume résumé cv curriculum vitae lebenslauf template example examples sample profile summary objective
    name title personal particulars details status contact address email phone applicant candidate
    a and at with for from our your of portfolio biography bio
    areas excellence skills strengths highlights experience employment education career center centre
    analytical leadership communication management marketing media sales advertising business technology
    university college school institute academy department
    inc inc. llc ltd ltd. gmbh corp corp. corporation company group s.a.
    bs bsc ms msc mba bachelor bachelors master's degree diploma
    """
)
"""Words of headings, forms and firms: what holds one of them names nobody."""
_SELDOM = vocabulary("an in on to my the ba ma page")
"""Little words and degrees that name people too: An Nguyen, Amadou Ba, Wei Ma."""


def weight_of(text: str) -> int:
    """How many words of a name are no particles ("Ludwig van Beethoven" has two); with a capital, what a name begins or
    ends with is none ("Ben Carter", "Linh Do")."""
    words = text.split()
    return sum(
        word.casefold() not in PARTICLES or (number in (0, len(words) - 1) and word[0].isupper())
        for number, word in enumerate(words)
    )


def letters_of(text: str) -> list[str]:
    """The words of a name, folded, without the marks in them."""
    return [word if word.isalnum() else _MARKS.sub("", word) for word in fold(text).split()]


def in_mailbox(text: str, mailbox: str) -> int:
    """How many words of a name the name of a mailbox holds; two letters are too few to tell."""
    return sum(len(part) >= 3 and part in mailbox for part in letters_of(text))


@lru_cache(maxsize=256)
def reads_as_name(text: str, *, known: bool = False) -> bool:
    """Whether a text may be a name: capitalised words, at most six beside particles, none of `_NEVER`; one of `_SELDOM`
    only in a name of two or three words that its place or the mailbox makes `known` for one."""
    words = text.split()
    seldom = sum(word.casefold() in _SELDOM for word in words)
    if seldom and not (known and 2 <= len(words) <= 3 and seldom < len(words)):
        return False
    if (
        not 1 <= weight_of(text) <= 6
        or _NO_NAME.search(text)
        or any(map(str.isdigit, text))
        or (len(text) < 3 and text.isascii())
    ):
        return False
    if "," in text and (len(words) > 4 or text.count(",") > 1 or may_be_title(text)):
        return False
    if any(word.strip(",()").casefold() in _NEVER for word in words):
        return False
    if not all(_WORD.match(word.strip(",()\"“”'’.")) or len(word) <= 2 for word in words):
        return False
    return all(
        word[:1].isupper()
        or not word[0].isascii()
        or word.casefold() in PARTICLES
        or not word[0].isalpha()
        or _INNER.search(word)
        or (len(word) <= 3 and word not in (words[0], words[-1]))
        for word in words
    ) or (text.islower() and len(words) >= 2)


def _turned(text: str) -> str:
    """A name with the family name first ("Cristea, Ioana") in the order in which it is said."""
    last, comma, first = text.partition(", ")
    weighty = [word for word in last.split() if word.casefold() not in PARTICLES]
    plain = (
        comma and len(weighty) == 1 and not first.isupper() and fold(first.rstrip(".")) not in ("jr", "sr")
    )
    names = plain and reads_as_name(last) and reads_as_name(first) and not is_place(first)
    return f"{first} {last}" if names and not may_be_title(first) and not may_be_title(last) else text


def clean_name(text: str) -> str:
    """A name without titles, labels, degrees and pictures around it."""
    text = behind(TITLES, text)
    if text.casefold().endswith(TITLE_WORDS):
        text = TITLES_AFTER.sub("", text)
    text = text.strip(" ,;:|–—-•·").strip()
    if not text.isascii():
        text = _OTHER_SCRIPT.sub("", _SYMBOLS.sub("", text).strip())
    text = behind(_HONORIFIC, behind(_SAID, behind(LABELLED, text)))
    bare = text.strip('"“”')
    text = text if any(quote in bare for quote in '"“”') else bare  # a nickname keeps its quotes
    text = _BORN.sub("", text)
    before = None
    while before != text:
        before, text = text, _CREDENTIALS.sub("", text).strip(" ,|")
    head, _, tail = text.partition(", ")
    if tail and is_place(tail) and reads_as_name(head):
        return head
    return _turned(text)
