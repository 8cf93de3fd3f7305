"""The name: which of the header's texts it is, and where it ends."""

from __future__ import annotations

import re

from aiscreen.parsing.person.headline import same_style
from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.words.contact import LABELLED, NETWORK_NAMES, TITLE_WORDS, TITLES, TITLES_AFTER, behind
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.places import is_place, place_score
from aiscreen.parsing.words.titles import title_score
from aiscreen.text import fold, vocabulary

_CREDENTIALS = re.compile(
    r"[\s,]+\(?(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|M\.?Sc\.?|B\.?Sc\.?|M\.?Eng\.?|B\.?Eng\.?|M\.?S\.|B\.?Tech|M\.?Tech|PMP|CPA|CFA|RN|BSN|MSN|PE|P\.?\s?Eng\.?|Esq\.?|CISSP|Dipl\.-Ing\.?|CEng|FRM|SHRM-CP|LLM|JD|DDS|DVM|EIT|CSM|ACCA|he/him|she/her|they/them)\)?$"
)

_WORD = re.compile(r"^[^\W\d_][\w.'’ʼ`\-\u2010\u2011\u0300-\u036f]*$", re.UNICODE)
"""A word of a name; marks that no letter has in one character stand behind it."""

_MARKS = re.compile(r"\W+")

_NO_NAME = re.compile(r"[@/:|•·_]|\s[–—-]\s")

_NO_LETTER = re.compile(r"[\W\d_]+")

_SYMBOL = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
_PARTS = re.compile(rf"\s*[,|•·–—]\s+|\s+-\s+|\s*\|\s*|\s*{_SYMBOL}\s*")
_SYMBOLS = re.compile(rf"^(?:{_SYMBOL}\s*)+|(?:\s*{_SYMBOL})+$")
"""Pictures before and behind a name."""
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|herr|frau|mme|monsieur|madame|sra?|srta|sig|dhr|mevr|dott(?:\.\s?ssa|oressa)?|dipl\.?-\s?\w+|prof|professor)\b\.?|(?:ing|mag|mgr)\.)\s+(?=\w{2})",
    re.IGNORECASE,
)
_OTHER_SCRIPT = re.compile(r"\s*[(（][^\W\d_a-zA-ZÀ-ɏ][^()（）a-zA-Z]*[)）]$")
"""A name in another script, in brackets behind the one in letters."""

_INNER = re.compile(r"[-'’\u2010\u2011][A-ZÀ-Þ]")

_PARTICLES = vocabulary(
    """
    de da do dos das del della di du la le van von der den ten ter zu bin ibn al el y e af av abu ben mac mc san santa st. bint binti binte bte do dello degli dei op vom zum zur las los lo la
    """
)


_SURNAMES = vocabulary(
    "cook baker judge porter gardener farmer butcher carpenter mason chef koch fellow master cooper driver marshal clerk head page"
)


_NEVER = vocabulary(
    """
    resume résumé cv curriculum vitae lebenslauf template example examples sample page profile summary objective
    name title personal particulars details status contact address email phone applicant candidate
    the a an and at in on to with for from my our your of
    areas excellence skills strengths highlights experience employment education career center centre
    analytical leadership communication management marketing media sales advertising business technology
    university college school institute academy department
    inc inc. llc ltd ltd. gmbh corp corp. corporation company group s.a.
    ba bs bsc ma ms msc mba bachelor bachelors master's degree diploma
    """
)
"""Words of headings, forms and firms: what holds one of them names nobody."""


def find_name(header: list[Row], email: str | None) -> tuple[str, Row] | None:
    """The name: large, near the top, made of capitalised words, like the e-mail address; never a title of a document."""
    best: tuple[float, Row, str] | None = None
    sizes = sorted((row.first.size for row in header), reverse=True)
    top = sizes[0] if sizes else 0.0
    mailbox = _NO_LETTER.sub("", fold((email or "").partition("@")[0]))
    for order, row in enumerate(header[:40]):
        if row.line.page > 1 or row.bullet:
            continue
        for number, cell in enumerate(row.cells):
            text = _clean_name(_large(cell))
            if not reads_as_name(text):
                text = _among(_PARTS.split(text), mailbox)
                if not text:
                    continue
            if text.islower() and not any(part in mailbox for part in text.split()):
                continue
            larger = order == 0 and (len(sizes) < 2 or row.first.size > sizes[1] + 0.9)
            if title_score(text) >= 1.5 and not larger and not _may_be_name(text, order, mailbox):
                continue
            size = cell.words[0].size
            whole = _whole_name(text, row, header) if size > top - 0.6 and " " not in text else text
            score = _name_score(whole, size, top, order, number, mailbox)
            if best is None or score > best[0] + 1e-9:
                best = (score, row, text)
    # Where all letters are of one size, the size of a name says nothing for it.
    if best is None or best[0] < (1.0 if top > sizes[-1] + 0.5 else 4.0):
        return None
    _, row, text = best
    i = header.index(row)
    if i and len(text.split()) <= 3 and row.first.size >= top - 0.6 and row.cells[0].text == text:
        for first in header[max(0, i - 2) : i]:
            begin = first.cells[0].text
            whole = _whole_name(begin, first, header)
            if f" {text}" in whole[len(begin) :] and reads_as_name(whole) and title_score(whole) < 1:
                return whole, row
    whole = _whole_name(text, row, header)
    return (_halved(text, row, header, mailbox) if whole == text else whole), row


def _among(pieces: list[str], mailbox: str) -> str:
    """The piece of a row ("Certified Expert | Ana Lee") that names a person: the one in the mailbox, else the first, if that
    reads as a name; empty where there is none."""
    names = [piece for piece in pieces if reads_as_name(piece)] if len(pieces) > 1 else []
    known = [name for name in names if _in_mailbox(name, mailbox)]
    return known[0] if known else pieces[0] if pieces[0] in names else ""


def _in_mailbox(text: str, mailbox: str) -> int:
    """How many words of a text the mailbox holds."""
    parts = [_MARKS.sub("", part) for part in fold(text).split()]
    return sum(len(part) >= 3 and part in mailbox for part in parts)


def _halved(text: str, row: Row, header: list[Row], mailbox: str) -> str:
    """A name whose second half stands alone below it, in letters of no other size, where the mailbox has both."""
    i = header.index(row)
    if not mailbox or row.cells[0].text != text or i + 1 == len(header):
        return text
    below = header[i + 1]
    more = below.cells[0].text
    halves = (text, more)
    if (
        below.y - row.y > 2 * row.height
        or (text.isupper(), row.first.size) != (more.isupper(), below.first.size)
        or not all(len(half.split()) <= 2 and reads_as_name(half) for half in halves)
        or title_score(more) >= 1
    ):
        return text
    parts = [[_MARKS.sub("", fold(word)) for word in half.split()] for half in halves]
    known = all(any(len(part) >= 3 and part in mailbox for part in half) for half in parts)
    return f"{text} {more}" if known and not any(part in parts[0] for part in parts[1]) else text


def _large(cell: Cell) -> str:
    """A cell's text, or the words with which it starts where what follows is clearly smaller: a name and its headline
    on one line."""
    size = cell.words[0].size
    large = [word.size > 0.8 * size for word in cell.words]
    count = sum(large)
    if all(large) or not all(large[:count]):
        return cell.text  # small capitals are small letters too: a particle among them
    return " ".join([word.text for word in cell.words[:count]])


def _may_be_name(text: str, order: int, mailbox: str) -> bool:
    """Whether a text in the words of a job title may yet name a person ("Emily Cook"): the mailbox or its place say so."""
    before, _, last = text.rpartition(" ")
    return _in_mailbox(text, mailbox) > 0 or (
        order == 0 and _MARKS.sub("", fold(last)) in _SURNAMES and title_score(before) <= 0
    )


def _name_score(text: str, size: float, top: float, order: int, number: int, mailbox: str) -> float:
    words = text.split()
    weighty = sum(word.casefold() not in _PARTICLES for word in words)
    score = 2.0 if 2 <= weighty <= 4 else 0.3 if weighty <= 1 else 1.2
    score += 3.0 * (size / top) if top else 0.0
    score -= 0.12 * order + 0.3 * number
    if name_of(text) is not None or fold(text) in NETWORK_NAMES:
        score -= 4
    if title_score(text) >= 1.2 and not _may_be_name(text, order, mailbox):
        score -= 3.0
    if is_place(text):
        score -= 2.5
    if mailbox:
        score += min(2.4, 1.2 * _in_mailbox(text, mailbox))
    return score


def reads_as_name(text: str) -> bool:
    words = text.split()
    if (
        not 1 <= sum(word.casefold() not in _PARTICLES for word in words) <= 6
        or _NO_NAME.search(text)
        or any(map(str.isdigit, text))
        or (len(text) < 3 and text.isascii())
    ):
        return False
    if "," in text and (len(words) > 4 or text.count(",") > 1 or title_score(text) >= 1):
        return False
    if any(word.strip(",()").casefold() in _NEVER for word in words):
        return False
    if not all(_WORD.match(word.strip(",()\"“”'’.")) or len(word) <= 2 for word in words):
        return False
    return all(
        word[:1].isupper()
        or not word[0].isascii()
        or word.casefold() in _PARTICLES
        or not word[0].isalpha()
        or _INNER.search(word)
        or (len(word) <= 3 and word not in (words[0], words[-1]))
        for word in words
    ) or (text.islower() and len(words) >= 2)


def _clean_name(text: str) -> str:
    text = behind(TITLES, text)
    if text.casefold().endswith(TITLE_WORDS):
        text = TITLES_AFTER.sub("", text)
    text = text.strip(" ,;:|–—-•·").strip()
    if not text.isascii():
        text = _OTHER_SCRIPT.sub("", _SYMBOLS.sub("", text).strip())
    text = behind(_HONORIFIC, text)
    bare = text.strip('"“”')
    text = text if any(quote in bare for quote in '"“”') else bare  # a nickname keeps its quotes
    text = behind(LABELLED, text)
    before = None
    while before != text:
        before, text = text, _CREDENTIALS.sub("", text).strip(" ,|")
    head, _, tail = text.partition(", ")
    if tail and is_place(tail) and reads_as_name(head):
        return head
    return _turned(text)


def _turned(text: str) -> str:
    """A name with the family name first ("Cristea, Ioana") in the order in which it is said."""
    last, comma, first = text.partition(", ")
    weighty = [word for word in last.split() if word.casefold() not in _PARTICLES]
    plain = (
        comma and len(weighty) == 1 and not first.isupper() and fold(first.rstrip(".")) not in ("jr", "sr")
    )
    names = plain and reads_as_name(last) and reads_as_name(first) and not is_place(first)
    return f"{first} {last}" if names and title_score(first) < 1 and title_score(last) < 1 else text


def _whole_name(text: str, row: Row, header: list[Row]) -> str:
    """A name that goes on over the next row in the same large style, under its own cell."""
    i = header.index(row)
    cell = next((c for c in row.cells if c.text.rstrip("-").endswith(text)), None)
    size = cell.words[0].size if cell is not None else 0.0
    body = sorted(r.first.size for r in header)[(len(header) - 1) // 4]
    open_ended = text.rpartition(" ")[2].casefold() in _PARTICLES
    if (len(text.split()) > 4 and not open_ended) or i + 1 >= len(header) or cell is None:
        return text
    after = header[i + 2].first.size if i + 2 < len(header) else size
    alone = len(header) <= 3 and all(reads_as_name(r.text) and not place_score(r.text) for r in header)
    if size < body + 2 and not size > after + 0.6 and not alone:
        return text
    below = header[i + 1]
    same = same_style(below, cell.words[-1])
    if not same and _other_weight(row, below, header):
        same = list(below.cells[0].words)
    more = " ".join(word.text for word in same)
    near = below.line.page == row.line.page and 0 <= below.box.top - row.box.top < 2.2 * size
    if (
        near
        and 0 < sum(word.casefold() not in _PARTICLES for word in more.split()) <= 2
        and reads_as_name(more)
        and title_score(more) < 1
        and fold(more) != fold(text)
    ):
        whole = f"{text}{'-' if cell.text.endswith('-') else ' '}{more.rstrip(' |,')}"
        return whole if more != below.text else _third_row(whole, below, header)
    return text


def _other_weight(row: Row, below: Row, header: list[Row]) -> bool:
    """Whether a name has its other half below it in another weight or colour: the two rows are of one size, and larger than
    all others."""
    size = row.first.size
    others = [other.first.size for other in header if other is not row and other is not below]
    return (
        len(row.cells) == len(below.cells) == 1
        and abs(below.first.size - size) < 0.3
        and max(others, default=0.0) < 0.8 * size
    )


def _third_row(text: str, row: Row, header: list[Row]) -> str:
    """A name set over three rows in a narrow column, each of one or two words and close to the next."""
    i = header.index(row)
    below = header[i + 1] if i + 1 < len(header) else row
    close = 0 < below.box.top - row.box.top < 1.55 * row.first.size and below.line.page == row.line.page
    more = " ".join(word.text for word in same_style(below, row.first))
    names = more == below.text and len(more.split()) <= 2 and reads_as_name(more) and title_score(more) < 1
    return f"{text} {more}" if close and names else text
