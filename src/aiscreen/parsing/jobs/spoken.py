"""Jobs as people tell of them in a sentence: "Since May 2020 I am at Acme, as Engineer", "Before that, 2015 to 2020, I
was Analyst at Lotus"."""

from __future__ import annotations

import re

from aiscreen.parsing.dates import Dates, find
from aiscreen.parsing.rows import Told, ends_sentence
from aiscreen.parsing.rows.passages import each_sentence
from aiscreen.parsing.words.heads import LEAD
from aiscreen.parsing.words.names import name_pattern
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.titles import is_title

_EARLY = 48
"""Characters within which a sentence gives the time of its job, if it does not begin with the job itself."""
_TITLE = 9
"""Words in a title, at the most."""
_I = r"(?:I|[Hh]e|[Ss]he|[Tt]hey)"
_BE = r"(?:['’](?:m|ve been|ve worked|d worked)|am|was|is|were|have been|has been|had been|became)"
_WORK = r"(?:(?:have |has |had )?(?:worked|work|works|working|served|serve|joined|started|began|been))"
_SUBJECT = re.compile(
    r"(?:(?:currently|now|today|at present|since then|(?:before|prior to) (?:that|this)|previously|earlier)[,:]?\s+)?"
    rf"(?:{_I}(?:{_BE}|\s(?:{_BE}|{_WORK}|taught))|my (?:\w+ )?(?:job|role|position|post) (?:is|was))\b",
    re.IGNORECASE,
)
"""How a sentence begins that says first what somebody is or was."""
_SPENT = re.compile(rf"[\w\s,]{{0,24}}\b{_I}\s(?:have |had )?spent\b")
"""How a sentence begins that says how long a job lasted ("Before that I spent four years (2016 to 2020) at Acme")."""
_WHO = re.compile(rf"(?: on\b)?[\s,)]*{_I}(?:{_BE}|\s(?:{_BE}|{_WORK}))\b")
_EMPLOYED = re.compile(
    rf"\b{_I}(?:['’](?:m|ve been|ve worked|d worked)|\s{_BE}|\s{_WORK})\s(?:(?:now|still|there|working|employed)\s)*(?:at|with|for)\b"
    rf"|\b{_I}\s(?:have |had )?(?:spent|passed|put in)\s[^.;]{{2,50}}?\s(?:at|with)\b"
)
_LEADS = re.compile(
    rf"\b{_I}\s(?:lead|leads|led|run|runs|ran|head|heads|headed|manage|manages|managed)\s[^,.;]{{2,50}}?\s(?:team|group|department)\s(?:at|with|for)\b"
)
_AT_FIRST = re.compile(r"(?:At|Bei|Chez)\s(?=\S)")
_JOINED = re.compile(r"\b(?:joined|started|began|came|hired)\b[^.;]{0,60}?\b(?:in|on)\s+$")
_STILL = re.compile(r"\b(?:am|now|still|today)\b|['’](?:m|ve)\b")
"""What says of a job with no more than its start that it goes on."""
_STOP = r"(?=\s+(?:at|for|with|in|under|where|who|which|until|till|from|since|and|but|on|by|to|bei|chez)\b|\s*[,;:().\"“”]|\s[–—-]\s|$)"
_TITLED = re.compile(
    rf"(?:\bas|\b{_I}{_BE}|\b{_BE}|\b(?:title|role|position|job)(?: there)? (?:is|was))\s+(?:an?\s|the\s|their\s|its\s)?[\"“]?(?P<title>[^,;:().\"“”]{{3,70}}?)[\"”]?{_STOP}"
)
_AS = re.compile(
    rf"^.*\b(?:as|{_I}{_BE}|{_I}\s{_BE}|(?:job|role|position|post) (?:is|was))\s(?:an?\s|the\s)?"
)
_ROSE = re.compile(
    r"\b(?:(?:moved|promoted|rose|advanced|switched)\s(?:up\s)?(?:in)?to|became|made)\s(?:an?\s|the\s)?(?P<title>[^,;:().]{3,60}?)"
    r",?\s(?:in|from|since|as of|on)?\s?\(?$"
)
"""A second title, right before the date from which it was held ("moved to Data Engineer in 2023")."""
_QUOTED = re.compile(r"[\"“](?P<title>[^\"“”]{3,60})[\"”]")
_BEHIND = re.compile(
    rf"[\s,:–—-]*(?:(?:And|Then|Before(?: (?:that|this))?|Earlier|Previously)[,:]?\s)?(?:{_I}(?:{_BE}|\s{_BE}|\s{_WORK})\s)?(?:as\s)?(?:an?\s|the\s)?"
    r"(?P<title>[^,;:().\"“”]{3,70}?(?:\s\([^()]{1,30}\))?)(?=\s+(?:at|for|with|bei|chez)\s)"
)
"""A title right behind the dates ("2023 - Feb 2024: trainee at Acme")."""
_NAME = name_pattern()
_AT = re.compile(rf"\b(?:[Aa]t|joined|join|under the name(?: of)?|trading as|[Bb]ei|[Cc]hez)\s+{_NAME}")
_SCHOOL = re.compile(rf"\btaught\s[^.;]*?\sin\s(?:an?\s[\w -]{{3,40}},\s)?{_NAME}")
_FOR = re.compile(rf"\b(?:with|for|employed by)\s+{_NAME}")
_SOME = re.compile(
    rf"\b(?:at|for)\s+(?P<name>(?:an?|the|my|our)\s[\w-]+(?:\s(?!who\b|that\b|where\b|which\b|and\b|in\b)[\w-]+){{0,4}})(?:,\s{name_pattern(group='after')}(?=[,.;]|$))?"
)
"""An employer that is not named ("at a small bank"), or named behind that ("at the acquirer, Acme")."""
_LEAD = re.compile(r"^(?:[\w ]{2,24}:\s+)?" + _NAME + r"[.:]?$")
_HELD = re.compile(
    r"(?:[\s,]+(?!since\b|from\b|until\b)\S+){0,6}?\s(?:years?|months|experience|background|skills?|knowledge|expertise|certificat\w+|certified|degree|diploma|title|stack|projects)\b"
)
"""How what somebody has goes on, with which they are something ("engineer with Python experience", "with 9 years of")."""
_IN_BRACKET = re.compile(r"^(?P<name>[^,;:()]{2,60}?)[\s,]*\0[\s,]*\((?P<title>[^(),;]{3,60})[^()]*\)\s*[.:]")

_COLON = re.compile(r"^(?P<name>[^,;:()]{2,60}?)[\s,]*(?:\(\0\)|\0)\s*:\s*(?P<title>[^,;:()]{3,60}?)\.$")

_AS_WAS = re.compile(
    r"As\s(?:an?|the|their)\s(?P<title>[^,;:().]{3,50}?)\s?[(,]\s?(?P<dates>[^():.]{4,40}?)\)?\s?:\s"
)


def told_jobs(text: str) -> list[tuple[Told, int]]:
    """The jobs of which a paragraph tells at its start, each with the place where its head stops; none where it tells of
    other things."""
    if "." not in text and "!" not in text and "?" not in text:
        return []  # no sentence ends
    if ":" in text and (lead := LEAD.match(text)):
        return [(told, lead.end() + stop) for told, stop in told_jobs(text[lead.end() :])]
    spans = each_sentence(text)
    first = text[: next(spans, (0, 0))[1]]
    if not ends_sentence(first):
        return []
    found = find(first)
    if (bracketed := _beside_title(first, found)) is not None:
        return [(bracketed, len(first))]
    if (post := _as_was(text)) is not None:
        return [post]
    if not found:
        return _named_first(text, first, next(spans, None))
    dates = _time(first, found)
    if dates is None or not _is_employed(first, dates):
        return []
    title, name = _title(first, dates), _employer(first)
    if name is None or not (title or any(said.search(first) for said in (_EMPLOYED, _LEADS, _SCHOOL))):
        return []
    told = Told(
        name, title, dates, open=dates.current and dates not in found and _STILL.search(first) is None
    )
    return _in_turn(first, found, told) or [(told, len(first))]


def _is_employed(text: str, dates: Dates) -> bool:
    """Whether a sentence begins with the time of a job, with its employer, or with what somebody is."""
    return (
        (dates.begin <= _EARLY and not dates.single and _only_leads(text, dates))
        or _AT_FIRST.match(text) is not None
        or _SUBJECT.match(text) is not None
        or _SPENT.match(text) is not None
        or _titled_first(text)
    )


def _only_leads(text: str, dates: Dates) -> bool:
    """Whether what stands before the time of a job leads to it and says nothing else ("Before that, "); a longer lead ends
    where the sentence says who ("For five years now, from 2021 on, I've been")."""
    before = text[: dates.begin]
    most = 4 if _WHO.match(text, dates.stop) is None else 10
    return len(before.split()) <= most and not any(mark in before.rstrip(" (") for mark in ".;(")


def _titled_first(text: str) -> bool:
    """Whether a sentence begins with a title and the employer ("AI engineer with Acme since May 2020")."""
    match = _BEHIND.match(text)
    return match is not None and is_title(match["title"])


def _time(text: str, found: tuple[Dates, ...]) -> Dates | None:
    """The first range of a sentence; the date of a start is one with an open end."""
    ranges = [dates for dates in found if not dates.single and dates.start]
    if ranges:
        return ranges[0]
    joined = next((dates for dates in found if _JOINED.search(text[: dates.begin])), None)
    if joined is None:
        return None
    end = next((dates.end for dates in found if dates.end and not dates.start), None)
    return Dates(joined.begin, joined.stop, joined.start, end, current=end is None)


def _title(text: str, dates: Dates) -> str | None:
    found = [m for m in (_BEHIND.match(text, dates.stop), _BEHIND.match(text)) if m]
    for match in [*found, *_TITLED.finditer(text), *_QUOTED.finditer(text)]:
        title = _AS.sub("", match["title"]).strip()
        if len(title.split()) <= _TITLE and is_title(title):
            return title
    return None


def _employer(text: str) -> str | None:
    for match in (*_AT.finditer(text), *_FOR.finditer(text), *_SCHOOL.finditer(text)):
        name = match["name"].rstrip(".,'’")
        if not (name.isdigit() or find(name) or is_place(name) or _HELD.match(text, match.end("name"))):
            return name
    some = _SOME.search(text)
    return (some["after"] or some["name"]).rstrip(".") if some else None


def _in_turn(text: str, found: tuple[Dates, ...], told: Told) -> list[tuple[Told, int]]:
    """Two positions at one employer, the second with the date from which it was held ("first as A and, from 2023, as B")."""
    whole, later = found[0], found[1] if len(found) > 1 else None
    if later is None or whole.single or later.start is None:
        return []
    titles = [m for m in _TITLED.finditer(text) if is_title(m["title"])]
    if titles and (risen := _ROSE.search(text, titles[0].end(), later.begin)):
        titles[1:] = [risen]
    elif not later.current or len(titles) < 2 or not titles[0].end() <= later.begin < titles[1].start():
        return []
    cut = titles[0].end()
    first = Dates(whole.begin, whole.stop, whole.start, later.start)
    second = Dates(later.begin, later.stop, later.start, whole.end, whole.current)
    return [
        (Told(told.name, titles[0]["title"], first), cut),
        (Told(told.name, titles[1]["title"], second), len(text)),
    ]


def _beside_title(text: str, found: tuple[Dates, ...]) -> Told | None:
    """An employer with the time there and the title behind it, in brackets or after a colon ("Acme 2019 - now (engineer, in a
    team of 4).", "Acme (2019 - now): engineer.")."""
    if not found or found[0].single:
        return None
    dateless = f"{text[: found[0].begin]}\0{text[found[0].stop :]}"
    match = _IN_BRACKET.match(dateless) or _COLON.match(dateless)
    if match is None or not match["name"][:1].isupper() or not is_title(match["title"]):
        return None
    return Told(match["name"], match["title"], found[0])


def _as_was(text: str) -> tuple[Told, int] | None:
    """A position with its time at an employer that was named before ("As a developer (2019 to 2022): menus in Java.")."""
    match = _AS_WAS.match(text)
    dates = next(iter(find(match["dates"])), None) if match else None
    if match is None or dates is None or dates.single or not is_title(match["title"]):
        return None
    return Told(None, match["title"], dates), match.end()


def _named_first(text: str, first: str, span: tuple[int, int] | None) -> list[tuple[Told, int]]:
    """An employer in a sentence of its own, and in the next the title there and the time ("Now: Acme. My title is Engineer,
    and I started in March 2022.")."""
    lead = _LEAD.match(first) if span is not None else None
    if lead is None or span is None:
        return []
    second = text[slice(*span)]
    dates = _time(second, find(second))
    title = _title(second, dates) if dates else None
    return [(Told(lead["name"].rstrip("."), title, dates), span[1])] if title is not None else []
