"""Years claimed with a tool ("8 years of PyTorch", "vLLM since 2013"), and whether the tool has existed that long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from aiscreen.judging.flags.checks import Found
from aiscreen.models import periods
from aiscreen.taxonomy.redflags.document import TimelineYears

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy.skills import Skill

_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30
}  # fmt: skip
COUNT = rf"(?<![\d.,/-])(\d{{1,2}}|\b(?:{'|'.join(_WORDS)}))"
_YEARS = re.compile(rf"{COUNT}(?:\.\d)?\s?\+?\s?(?:plus\s)?-?(?:years?|yrs?)\b(?!\s(?:old|ago|of age))", re.I)
_LEADS = re.compile(
    r"^(?:['’]|\s|of|hands-on|strong|solid|professional|industry|commercial|practical|deep|proven|working|experience"
    r"|expertise|work|background|exp|in|with|on|using|building|developing|development|writing|programming|designing|coding"
    r"|training|deploying|production|the|and|models?|systems?|applications?|apps|services|as|a|an|at|,|:|\(|-|–)*$",
    re.I,
)
_JOINS = re.compile(r"^(?:\s|,|/|and|or|&|\+|\(|\)|plus|with|the|as well as)*$", re.I)
_TRAILS = re.compile(
    r"^\s?(?:experience\s?)?(?:\(|:|-|–|—|for)?\s?(?:over|about|more than|~|approx\.?)?\s?$", re.I
)
# The year from which a tool is said to have been used: "vLLM since 2013", "ChatGPT in 2015", "LangGraph (2016 - 2019)",
# "LangChain (2017)".
_FROM_YEAR = re.compile(
    r"\s?(?:[(,]?\s?(?:since|in|from)\s(?:(?:early|mid|late|spring|summer|autumn|fall|[a-z]{3,9}\.?)[\s-])?"
    r"|\((?=\d{4}\s?(?:-|–|—|to\b|until\b|\))))(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
# "Since 2014 I have built with LangChain"; "at Corva since 2014 using LangChain" speaks of Corva.
_SINCE_YEAR = re.compile(
    r"(?:^|[.;:,(–—]\s?)since\s(?:(?:early|mid|late)[\s-])?(?P<year>(?:19|20)\d\d)\b(?:[\s,]|I|we|have|been|working|with"
    r"|using|used|use|building|built|deploying|deployed|programming|coding|developing|developed|in|on)*$",
    re.I,
)
# Who made a tool had it before it was out.
_MAKES = re.compile(
    r"\b(?:creat|co-?creat|found|co-?found|start|author|co-?author|invent|initiat|launch|wrote|develop|design|built|build"
    r"|open[- ]?sourc|maintain|contribut|early)[\w-]*(?:\W+(?:the|of|to|what|became|is|now|its|our|own|a|an|internal|project"
    r"|team|core|version|users?|adopters?)){0,5}\W*$",
    re.I,
)
SURE = frozenset({"exact", "alias"})


def speaks_of_years(text: str) -> bool:
    """Whether a text counts years, or names one; most do not, and a look for the word tells."""
    if names_years(text) and _YEARS.search(text) is not None:
        return True
    return " 20" in text or " 19" in text or "(20" in text


def names_years(text: str) -> bool:
    """Whether the word is there, without which nobody counts years."""
    lower = text.lower()
    return "year" in lower or "yr" in lower


def number(written: str) -> int:
    """A number in figures or in words."""
    return int(written) if written.isdigit() else _WORDS[written.lower()]


def years_claimed(
    text: str, mentions: Sequence[Mention]
) -> Iterator[tuple[int, list[Mention], tuple[int, int]]]:
    """Each claim of years with the skills it is of, and its place: "8 years of PyTorch", "PyTorch (8 years)".

    A list of skills behind the years shares the claim.
    """
    own = [mention for mention in mentions if mention.how in SURE]
    for match in _YEARS.finditer(text) if names_years(text) else ():
        years = number(match[1])
        behind = [mention for mention in own if mention.start >= match.end()]
        claimed: list[Mention] = []
        at, leads = match.end(), _LEADS
        for mention in behind:
            if not leads.match(text[at : mention.start]):
                break
            claimed.append(mention)
            at, leads = mention.end, _JOINS
        if claimed:
            yield years, claimed, (match.start(), claimed[-1].end)
            continue
        ahead = [mention for mention in own if mention.end <= match.start()]
        if ahead and _TRAILS.match(text[ahead[-1].end : match.start()]):
            yield years, ahead[-1:], (ahead[-1].start, match.end())


def years_since(
    text: str, mentions: Sequence[Mention], as_of: date
) -> Iterator[tuple[int, list[Mention], tuple[int, int]]]:
    """Each year from which a tool is said to have been used, as a claim of the years since (see `years_claimed`)."""
    for mention in mentions:
        if mention.how not in SURE:
            continue
        if match := _FROM_YEAR.match(text, mention.end):
            start, end = mention.start, match.end()
        elif match := _SINCE_YEAR.search(text, 0, mention.start):
            start, end = match.start(), mention.end
        else:
            continue
        if not _MAKES.search(text[: mention.start]):
            yield as_of.year - int(match["year"]), [mention], (start, end)


def years_beyond(
    text: str, mentions: Sequence[Mention], skills: Mapping[str, Skill], test: TimelineYears, as_of: date
) -> Iterator[Found]:
    """The claims of more years than the oldest of their tools exists."""
    claims = chain(years_claimed(text, mentions), years_since(text, mentions, as_of))
    for years, claimed, (start, end) in claims:
        ages = [_age(mention.skill, skills, test, as_of) for mention in claimed]
        if None in ages or any(mention.surface.lower() in test.older for mention in claimed):
            continue
        oldest = max(age for age in ages if age is not None)
        if years > oldest / 12 + test.slack_years:
            first = max(zip(ages, claimed, strict=True), key=lambda pair: pair[0] or 0)[1]
            skill = skills[first.skill]
            values = {
                "member": skill.name,
                "value": str(years),
                "category": _since(first.skill, skills, test) or "",
            }
            yield Found(start, end, values)


def _since(id: str, skills: Mapping[str, Skill], test: TimelineYears) -> str | None:
    """The month since when there is such a thing, where that is sure."""
    if id in test.since:
        return test.since[id]
    skill = skills.get(id)
    return skill.released if skill and skill.confidence in ("high", "medium") else None


def _age(id: str, skills: Mapping[str, Skill], test: TimelineYears, as_of: date) -> int | None:
    released = _since(id, skills, test)
    return 12 * as_of.year + as_of.month - 1 - periods.month(released) if released else None
