"""Ways to reach somebody, wherever they stand: addresses, numbers, accounts, commits, streets and post codes."""

from __future__ import annotations

import re

from aiscreen.judging.blind.labels import CONTACT
from aiscreen.parsing.words.places import STATE_CODES

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()]+[^\s<>().,;:]|"
    r"\b(?:github|gitlab|linkedin|kaggle|twitter|medium|facebook|instagram|x)\.(?:com|org)/[^\s<>()]*[^\s<>().,;:]|"
    r"\b(?:huggingface\.co|t\.me|wa\.me|scholar\.google\.\w+|orcid\.org)/[^\s<>()]*[^\s<>().,;:]|\b[\w-]+\.github\.io\b",
    re.I,
)
_PHONE = re.compile(
    r"(?<![\w.,])(?:(\+)\d{1,3}(?:[\s./-]{0,2}\(?\d{1,4}\)?){2,8}"
    r"|\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,4}\)?){2,5})(?!\w|%|,\d)"
)
"""With a country's code before it, digits may also stand alone ("+212 6 61 55 01 23", "+33 (0)6 12 ...")."""
_COMMIT = re.compile(r"(?<=\bcommit )[0-9a-f]{10}\b|(?<=\bcommits \()[0-9a-f]{10}(?:, [0-9a-f]{10})*(?=\))")
"""The names of commits as a portfolio's notes give them: a code host's search knows whose each is."""
_YEARS = re.compile(r"(?:\(?(?:19|20)\d\d\)?[\s./-]*)+")
_HANDLE = re.compile(
    r"\b(twitter|telegram|instagram|mastodon|bluesky|skype|wechat|whatsapp|github|gitlab|kaggle|handle|discord)"
    r"(\s*[:/|-]?\s*)@[\w.-]{2,}",
    re.I,
)
_ALONE = re.compile(
    r"(twitter|telegram|instagram|mastodon|bluesky|skype|github|gitlab|kaggle|linkedin|medium|hugging ?face|stack ?overflow)"
    r"(\s*:(?://)?\s*)[\w.-]{3,}",
    re.I,
)
"""An account that is all of a statement, beside its network."""
_ACCOUNT = re.compile(
    r"\b(twitter|telegram|instagram|mastodon|bluesky|skype|github|gitlab|kaggle|linkedin|wechat|whatsapp|line|discord|qq|signal|xing|handle)"
    r"(\s*[:：]\s*)(?!\[)[\w.@+-]{3,}",
    re.I,
)
_ADDRESS = re.compile(
    r"\b((?:[Hh]ome |[Pp]ostal |[Cc]urrent )?(?:[Aa]ddress|[Aa]dresse|[Aa]nschrift|[Ww]ohnort|[Ii]ndirizzo|[Dd]irección|[Dd]omicilio|[Ee]ndereço|[Aa]dres|[Rr]esidence)\s*:\s*)"
    r"(?!\s*\[contact\])[^|•·;:\n]+?(?= \[|$|\s*[|•·;(])"
)
"""An account, and an address, as a header names them."""
_BARE_HANDLE = re.compile(r"(?<![\w.@])@[a-z][\w-]{3,}\b(?!\.\w)")

_UNIT = r"(?:No\.? ?(?=\d))?(?:(?:Apt|Apartment|Flat|Unit|Suite|No)\.? ?#?\w{1,4},? )?"
_CODE = rf"(?:[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}}|[A-Z]\d[A-Z] \d[A-Z]\d|(?:{'|'.join(sorted(STATE_CODES))}) \d{{5}}(?:-\d{{4}})?)"
_TOWN = rf"(?:(?:,? [A-Z][\w'-]+){{0,3}},? \b{_CODE}\b)?"
_WORD = r"(?!Google\b|Flash\b|Hard\b|USB\b)[A-Z][\w'’.-]*"
_STREETS = re.compile(
    rf"\b{_UNIT}\d{{1,5}}[A-Za-z]?,? (?:{_WORD} ){{1,3}}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Way|Court|Close|Crescent|Terrace|Place|Square|Gardens|"
    r"Grove|Hill|Mews|Parkway|Pkwy|Highway)\b\.?(?:,? (?:Apt|Apartment|Flat|Unit|Suite|#)\.? ?#?\w{1,4})?"
    + _TOWN
    + r"|\b[A-ZÄÖÜ][\wäöüß-]*(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Gg]asse|[Aa]llee|weg|platz|ufer|damm|chaussee|straat|laan|gracht|kade|gatan|vägen|gade|katu|tie) \d{1,4} ?[a-z]?\b"
    r"|\b[A-ZÄÖÜ][\wäöüß]+er (?:Straße|Str\.|Allee|Weg|Platz|Damm|Ufer|Stieg|Chaussee|Gasse|Landstraße) \d{1,4} ?[a-z]?\b"
    r"|\b\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|allée|impasse|quai) "
    r"(?:(?:de la |de l['’]|de |du |des |d['’]|l['’]|la )[\w'’-]+|[A-ZÀ-Þ][\w'’-]*)(?: [A-ZÀ-Þ][\w'’-]*){0,3}"
    r"|\b(?:Calle|C/|Avenida|Av\.|Paseo|Plaza|Via|Viale|Piazza|Corso|Rua|Travessa|Praça|ul\.) ?[A-ZÀ-Ý][\w'’ ]{2,30}?,? (?:n\.?º? ?)?\d{1,4}\b"
    r"|\bP\.? ?O\.? Box \d+"
)
_POST_CODE = re.compile(rf"\b{_CODE}\b")
_HEADER_CODE = re.compile(r"\b(?:[A-Z]{1,2}-)?\d{5,6}\b|\b\d{4} ?[A-Z]{2}\b|\b\d{3} \d{2}\b|\b\d{2}-\d{3}\b")


def without_contact(text: str, section: str) -> str:
    """The text without ways to reach somebody."""
    text = _MAIL.sub(CONTACT, text)
    text = _LINK.sub(CONTACT, text)
    text = _COMMIT.sub(CONTACT, text)
    text = _PHONE.sub(_phone, text)
    text = _HANDLE.sub(rf"\1\2{CONTACT}", text)
    if section != "skills" and (alone := _ALONE.fullmatch(text)):
        text = f"{alone[1]}{alone[2]}{CONTACT}"
    text = _STREETS.sub(lambda found: _street(found, section), text)
    text = _POST_CODE.sub(CONTACT, text)
    if section in ("header", "education"):  # where accounts beside the text are read with it
        text = _ACCOUNT.sub(rf"\1\2{CONTACT}", text)
    if section == "header":
        text = _ADDRESS.sub(rf"\1{CONTACT}", text)
        text = _BARE_HANDLE.sub(CONTACT, text)
        text = _HEADER_CODE.sub(CONTACT, text)
    return text


def _phone(found: re.Match[str]) -> str:
    """A run of digits is a telephone number from nine digits on, with a plus from seven: years and figures are less, and
    a row of years is none, nor is a date or the number of a patent."""
    if _YEARS.fullmatch(found[0]):
        return found[0]
    if found[0].count("/") > 1 or re.search(r"[Pp]atent\b[^.;]{0,24}$", found.string[: found.start()]):
        return found[0]
    digits = sum(c.isdigit() for c in found[0])
    if digits < (7 if found[1] else 9):
        return found[0]
    written = found[0]
    if written.startswith("(") and ")" not in written[:-1]:  # the bracket is around it all
        return f"({CONTACT}{')' if written.endswith(')') else ''}"
    return CONTACT


def _street(found: re.Match[str], section: str) -> str:
    """A street, but for the year that a span of time ends with: "Dec 2023 Beacon Hill Robotics"."""
    dated = re.match(r"(?:19|20)\d\d ", found[0]) and re.search(
        r"(?:[a-z]\.?|[–—-]) ?$", found.string[: found.start()]
    )
    return found[0] if dated and section != "header" else CONTACT
