"""Jobs as people tell of them over a few sentences: the employer in one, what they were there and since when in others.

"Acme sells chairs. I came in 2019 as a developer and have been its AI engineer since October 2022." "Acme took me on in
2015 as an analyst."
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from aiscreen.parsing.dates import Dates, find
from aiscreen.parsing.rows import Told, ends_sentence
from aiscreen.parsing.rows.passages import sentences
from aiscreen.parsing.words.names import name_pattern
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.titles import is_title

_SENTENCES = 3
"""Sentences from the start of a paragraph among which its jobs are told."""
_TITLE = 8
"""Words in a title, at the most."""
_ME = re.compile(r"\b(?:I|[Mm]e|[Mm]y)\b")
_WORD = r"[A-ZÀ-Þ](?:[\w&'’+/-]|\.(?=\w))*"
_NAME = rf"(?!(?:the\s)?(?:I|My|In|It|They|We|This|That)\b){name_pattern(_WORD)}"
_HIRES = (
    r"(?:took|takes|hired|hires|employed|employs|recruited|paid|pays|brought|kept|made|promoted|has employed)"
)
_TAKEN_ON = re.compile(rf"(?:^|(?<=[\s,])){_NAME}(?:\s\([^()]*\)|,\s[^,.]{{3,60}},)?\s{_HIRES}\sme\b")
"""An employer as who does something to the candidate ("In 2019 Acme took me on")."""
_BUSINESS = re.compile(
    rf"^{_NAME}(?:\s\([^()]*\)|,\s[^,.]{{3,60}},)?\s(?!(?:is|was|has|does|helps|runs on)\s(?:an?|the)?\s?(?:library|tool|language|model)\b)[a-z]+s\s"
)
"""An employer in a sentence that says what its business is ("Acme sells chairs in five countries")."""
_PLACED = [
    re.compile(rf"\b{lead}\s{_NAME}")
    for lead in (
        r"(?:[Aa]t|joined|join)",
        r"(?:moved|went|came|changed|switched) (?:over )?to",
        r"(?:employed by|hired by|work(?:ed)? for|with)",
    )
]
_OF = re.compile(rf"\bthe\s[\w -]{{3,50}}?\sof\s{_NAME}(?=,\s(?:an?|the)\s|[.;]|$)")
_SOME = re.compile(r"\b(?:[Aa]t|[Ff]or)\s(?P<name>(?:an?|my)\s[\w-]+(?:\s[\w-]+){0,3}?)(?=\s(?:in|for|from|where|until|and|that|with)\b|[,.;])")  # fmt: skip
"""An employer that is not named ("at a web agency in Oslo")."""
_DET = r"(?:an?\s|the\s|their\s|its\s|his\s|her\s|our\s)?(?:(?:first|only|sole)\s)?"
_STOP = r"(?=\s(?:at|for|with|in|on|under|where|who|which|that|until|till|from|since|and|but|by|to|between|there|of\s(?=[A-ZÀ-Þ])(?<!ead of\s)(?<!tor of\s)(?<!ent of\s))|\s?[,;:().\"“”]|\s[–—-]\s|$)"
_TITLED = re.compile(
    r"\b(?:as|am|was|been|is|be|became|become|becoming|called|made me|promoted (?:me )?to|moved (?:up )?to|I['’](?:m|ve been))\s"
    rf"(?:(?:now|still|currently|first|then|today|called)\s)*{_DET}[\"“]?(?P<title>(?:in charge of|responsible for|person responsible for)\s[\w ]{{3,40}}?|[^,;:().\"“”]{{3,60}}?)[\"”]?{_STOP}"
)
_CHARGE = re.compile(r"(?:in charge of|(?:person )?responsible for)\s")
_BEGAN = re.compile(
    rf"\b(?:came|joined|started|began|arrived|hired|taken on|moved|went|became|promoted|{_HIRES} me|taking (?:me|over)|entered|got)\b"
)
"""What happens at a date that is the start of a job."""
_NOW = re.compile(
    r"\b(?:am|now|today|currently|still|employs|have (?:been|had|worked)|has been|is)\b|['’](?:m|ve)\b"
)
_PAST = re.compile(r"\bhad (?:been|worked)\b")
_STAYED = re.compile(
    r"\b(?:stayed|remained|was there|spent)\b[^.;]{0,20}?\b(?P<years>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\syears\b"
)
_NUMBERS = {
    word: n
    for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)
}
_CLAUSE = re.compile(r"[.;]\s|,\s(?:and|then|now|but|since|where|kept|in)\s|\sand\s(?=(?:now|then|have|has|since|in|was|became|I)\b)|,\s")  # fmt: skip


@dataclass
class _Post:
    """A title and when it was held, as far as is told; `at` is where its clause begins in the text."""

    title: str
    at: int
    start: str | None = None
    end: str | None = None
    current: bool = False


def held_jobs(text: str) -> list[tuple[Told, int]]:
    """The jobs at one employer of which the first sentences of a paragraph tell, the earliest first, each with the place
    where its part of them stops; none where employer, title or time is not told."""
    if _ME.search(text) is None:
        return []
    spans = sentences(text)[:_SENTENCES]
    for count in range(1, len(spans) + 1):
        said = text[: spans[count - 1][1]]
        after = text[slice(*spans[count])] if count < len(spans) else ""
        if not ends_sentence(said) or (_goes_on(after) and count < len(spans)):
            continue
        posts = _posts(said)
        name = _employer(said) if posts else None
        if name is not None:
            return _as_told(name, posts, len(said))
    return []


def _goes_on(after: str) -> bool:
    """Whether the next sentence tells of a post as well."""
    return bool(after) and bool(_posts(after)) and not any(p.search(after) for p in (*_PLACED, _TAKEN_ON))


def _employer(text: str) -> str | None:
    patterns = (_TAKEN_ON, _PLACED[0], _PLACED[1], _OF, _BUSINESS, _PLACED[2])
    for pattern in patterns:
        for match in pattern.finditer(text):
            name = match["name"].rstrip(".,'’")
            if not (name.isdigit() or find(name) or is_place(name) or is_title(name)):
                return name
    some = _SOME.search(text)
    return some["name"] if some else None


def _posts(text: str) -> list[_Post]:
    """The titles of which sentences tell, each with its time, in the order of time; none where one has no time."""
    dates, posts, loose = find(text), [], []
    cuts = [0, *[match.start() + 1 for match in _CLAUSE.finditer(text)], len(text)]
    cuts = [cut for cut in cuts if not any(span.begin < cut < span.stop for span in dates)]
    for begin, stop in pairwise(cuts):
        here = [span for span in dates if begin <= span.begin < stop]
        title = _title(text, begin, stop)
        time = next((span for span in here if span.start and _tells(text[begin:stop], span)), None)
        if title is None:
            loose += [(time, begin, stop)] if time else []
            continue
        post = _Post(title, begin)
        posts.append(post)
        if time is not None:
            _date(post, time, text[begin:stop])
    for time, begin, stop in loose:
        near = [post for post in posts if post.start is None]
        if near:
            _date(min(near, key=lambda post: abs(post.at - begin)), time, text[begin:stop])
    if len(posts) == 1 and not posts[0].end:
        posts[0].end = next((span.end for span in dates if span.start is None), None)  # "until May 2019"
    return _in_order(posts, text)


def _tells(clause: str, span: Dates) -> bool:
    return not span.single or _BEGAN.search(clause) is not None


def _title(text: str, begin: int, stop: int) -> str | None:
    for match in _TITLED.finditer(text, begin, stop):
        title = match["title"].strip()
        if len(title.split()) <= _TITLE and (is_title(title) or _CHARGE.match(title)):
            return title
    return None


def _date(post: _Post, time: Dates, clause: str) -> None:
    post.start = time.start
    post.end = None if time.single else time.end
    post.current = time.current and _PAST.search(clause) is None


def _in_order(posts: list[_Post], text: str) -> list[_Post]:
    """The posts by their starts; each ends at the latest when the next one begins, and the last goes on if it is told so."""
    for before, post in pairwise(posts):
        if post.start is None:
            post.start = before.end  # "first as a control engineer (2019 to 2021) and now as ..."
    if not posts or any(post.start is None for post in posts):
        return []
    ordered = sorted(posts, key=lambda post: post.start or "")
    for post, later in pairwise(ordered):
        post.end, post.current = post.end or later.start, False
    last = ordered[-1]
    if last.end is None and (stayed := _STAYED.search(text)):
        years = _NUMBERS.get(stayed["years"]) or int(stayed["years"])
        last.end = str(int((last.start or "")[:4]) + years)
    last.current = last.end is None and (last.current or _NOW.search(text[last.at :]) is not None)
    return ordered


def _as_told(name: str, posts: list[_Post], stop: int) -> list[tuple[Told, int]]:
    """The posts as jobs, each with a part of the text; the last has all that follows it."""
    cuts = [*sorted(post.at for post in posts)[1:], stop]
    told = []
    for post, cut in zip(posts, cuts, strict=True):
        dates = Dates(0, 0, post.start, post.end, post.end is None)
        told.append((Told(name, post.title, dates, open=post.end is None and not post.current), cut))
    return told
