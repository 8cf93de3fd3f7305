"""Words that tell gender, family, age, religion, ethnicity, nationality or mother tongue."""

from __future__ import annotations

import re

from aiscreen.judging.blind.forms import ANYWHERE, IN_HEAD
from aiscreen.judging.blind.groups import GROUPS
from aiscreen.judging.blind.labels import CONTACT, NAME, PERSONAL, PLACE
from aiscreen.judging.blind.peoples import FAITH, NATIONS, PEOPLE
from aiscreen.judging.blind.pronouns import PRONOUNS, Change, swap
from aiscreen.parsing.words.places import known
from aiscreen.parsing.words.schools import LANGUAGE_NAMES
from aiscreen.text import either

_FEW = r"(?:one|two|three|four|five|[1-6])"
_LANGUAGE = rf"(?:{either(sorted(LANGUAGE_NAMES))})"


def _move(found: re.Match[str]) -> str:
    """A move between places; services move too, from a tool to another."""
    if not any(place and (place == PLACE or known(place)) for place in (found[2], found[4])):
        return found[0]
    return found[1] + PLACE + (f"{found[3]}{PLACE}" if found[3] else "")


_PATTERNS: tuple[Change, ...] = (
    # When and where somebody was born, and what forms ask
    (
        re.compile(
            r"\b(?:date of birth|d\.?o\.?b\.?|born(?: on| in)?|birthday|birth date|geburtsdatum|geboren(?: am)?|né(?:e)? le|nacid[oa] el|nato il|nata il)\b\W{0,3}"
            r"(?:(?:the )?\w{3,9}\.? )?\d{1,4}(?:st|nd|rd|th)?(?:(?:[-./]|\.? (?:of )?)(?:\d{1,4}|\w{3,9})){0,2}(?:,? \d{4})?",
            re.I,
        ),
        PERSONAL,
    ),
    (re.compile(r"\b[Bb]orn (?:and raised )?in (?:\[place\]|[A-Z]\w+)(?:,? [A-Z]\w+)?"), PERSONAL),
    (
        re.compile(
            r"\b(?:aged?:?|age of) \d{2}\b(?! ?%)|\b\d{2} years old\b|\b\d{2}[- ]year[- ]old(?= (?:engineer|developer|scientist|professional|wom|man\b))",
            re.I,
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:nationality|citizenship|citizen of|marital status|religion|gender|sex|ethnicity|race|civil status|place of birth|birthplace|caste|"
            r"familienstand|staatsangehörigkeit|nationalität|konfession|nationalité|situation familiale|nacionalidad|estado civil|nacionalidade|"
            r"father['’]?s name|mother['’]?s name|spouse|mother tongue|native language|first language|muttersprache|langue maternelle|lengua materna|madrelingua)"
            r"\s*(?:[:\-–]|\bis\b)\s*[^,;|·•\n.]{0,39}[^,;|·•\n.\s]",
            re.I,
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+|US|U\.S\.|EU|UK)[- ](?:citizen(?:ship)?|national(?=[,;.|·]|$| (?:with|and|living|based|by)\b)|passport(?: holder)?|permanent residen\w+)\b"
        ),
        PERSONAL,
    ),
    (
        re.compile(r"\b(?:green card(?: holder)?|indefinite leave to remain|H-?1B\b|settled status)\b", re.I),
        PERSONAL,
    ),
    (
        re.compile(
            rf"\b(?:of )?(?:{NATIONS})(?:[- ](?:{NATIONS}))?(?: (?:descent|origin|heritage|roots|ancestry|nationality|immigrants?|refugee|diaspora|expat)|-born|-raised)\b"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:refugee|asylum seeker|first[- ]generation immigrant) (?=from|who|and|background|status|engineer)"
        ),
        f"{PERSONAL} ",
    ),
    # Family
    (
        re.compile(
            rf"\b(?:happily )?(?:[Mm]arried|[Uu]nmarried|[Dd]ivorced|[Ww]idowed)\b(?=\s*(?:[,.;|·•)]|$|with\b|and\b|to\b))(?:(?:,| with| and) (?:{_FEW} )?(?:children|kids|sons?|daughters?)\b)?"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            rf"\b(?:a |the )?(?:proud |single |working |busy )?(?:[Ff]ather|[Mm]other|[Mm]um|[Mm]om|[Dd]ad|[Pp]arent|[Mm]ama|[Pp]apa) (?:of|to) (?:a|twin|{_FEW}|twins|triplets)\b(?: (?:young |small |grown )?(?:children|kids|boys|girls|sons?|daughters?|toddler)\b)?"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:[Pp]roud|[Ss]ingle|[Ww]orking|[Ss]tay[- ]at[- ]home|[Ff]ull[- ]time) (?:father|mother|mum|mom|dad|parent|carer|caregiver|homemaker)\b"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            rf"\b{_FEW} (?:young |small |grown )?(?:children|kids|sons|daughters)\b(?! (?:nodes?|process\w*|elements?))"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:my|their|our) (?:wife|husband|spouse|partner|child|children|kids|son|daughter|family|newborn|baby|father|mother)\b(?! (?:process|node|class|companies))",
            re.I,
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:maternity|paternity|parental|adoption|childcare|pregnancy) (?=leave|break|pause|cover)|(?<=\()(?:maternity|paternity|pregnancy|parental|childcare|motherhood|fatherhood)(?=[ )])",
            re.I,
        ),
        f"{PERSONAL} ",
    ),
    (
        re.compile(
            r"\b(?:[Ww]ife|[Hh]usband|[Hh]ousewife)\b(?!-)|(?<=\b[Aa]s a )(?:mother|father|mum|mom|dad|parent)\b"
        ),
        PERSONAL,
    ),
    # Gender and ethnicity of a person
    (
        re.compile(
            rf"\b(?:[Ff]irst|[Oo]nly|[Ss]ole|[Ll]one|[Yy]oungest|[Aa]s an?|[Pp]roud|[Aa]n?)(?: (?:young|{PEOPLE}|{NATIONS}|black|queer|gay|trans|disabled))* (?:wom[ae]n|females?|girls?|lad(?:y|ies)|m[ae]n|males?|boys?)\b(?![-–]in)(?: of colou?r)?"
        ),
        lambda m: f"{m[0].split()[0]} {PERSONAL}",
    ),
    (
        re.compile(
            r"\b(?:[Ff]emale|[Mm]ale|[Ww]om[ae]n|[Bb]lack|[Ll]atin[oax]|[Hh]ispanic|[Qq]ueer|[Gg]ay|[Ll]esbian|[Tt]ransgender|[Nn]on-?binary)(?= (?:engineers?|founders?|developers?|scientists?|researchers?|leaders?|students?|professionals?|mentors?|mentees?|speakers?|colleagues?|veterans?)\b)"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b((?:[Mm]entor|[Cc]oach|[Tt]utor|[Tt]each|[Ee]ncourag|[Ss]upport|[Ii]nspir|[Ee]mpower)\w*|[Tt]aught)((?: \w+){0,2}) (?:girls|boys|women|men|ladies)\b"
        ),
        rf"\1\2 {PERSONAL}",
    ),
    (
        re.compile(r"\b(?:women|girls) (?=in (?:tech|STEM|AI|ML|science|engineering|computing|data))"),
        f"{PERSONAL} ",
    ),
    (
        re.compile(
            r"\b(?:LGBTQ?\w*\+?|queer|lesbian|transgender|women of colou?r|people of colou?r)(?!\w)", re.I
        ),
        PERSONAL,
    ),
    # Mother tongue
    (
        re.compile(
            rf"\b(?:[Nn]ative|[Mm]other[- ]tongue)(?: or bilingual)?(?= (?:speakers? of|in (?={_LANGUAGE}\b)|{_LANGUAGE}\b))",
            re.I,
        ),
        swap("fluent"),
    ),
    (
        re.compile(
            rf"\b({_LANGUAGE})(\W{{1,3}})(?:native(?: or bilingual)?(?: (?:speaker|level|proficiency|fluency|language))?|mother[- ]tongue|first language|bilingual|muttersprache\w*|langue maternelle|natif|native?[oa]|lengua materna|madrelingua|língua materna|moedertaal)(?![\w-])",
            re.I,
        ),
        r"\1\2fluent",
    ),
    # Places of a life
    (
        re.compile(
            r"\b((?:[Mm]oved|[Rr]elocated|[Ee]migrated|[Ii]mmigrated|[Cc]ame)(?: here)? (?:from|to) )(\[place\]|[A-Z]\w+(?: [A-Z]\w+)?)"
            r"(?:( to )(\[place\]|[A-Z]\w+(?: [A-Z]\w+)?))?"
        ),
        _move,
    ),
    (
        re.compile(
            r"\b((?:[Gg]rew up|[Rr]aised|[Bb]ased|[Ll]iv(?:ing|es?)|[Rr]esid(?:ing|es?)) in )(?:\[place\]|[A-Z]\w+)(?: [A-Z]\w+)?"
        ),
        rf"\1{PLACE}",
    ),
    (
        re.compile(
            r"\b((?:[Ee]ngineer|[Dd]eveloper|[Ss]cientist|[Pp]rofessional|[Ii]mmigrant|[Oo]riginally|[Hh]ail(?:s|ing)?) from )([A-Z]\w+(?: [A-Z]\w+)?)"
        ),
        lambda m: m[1] + PLACE if known(m[2]) else m[0],
    ),
    (
        re.compile(rf"\b(?:{NATIONS}) (?:Air Force|Army|Navy|Defen[cs]e Forces?|Marines?)\b"),
        PERSONAL,
    ),
    (
        re.compile(rf"({re.escape(CONTACT)}),? (?:\d{{4,6}} )?([A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)"),
        lambda m: f"{m[1]}, {PLACE}" if known(m[2]) else m[0],
    ),
    # Those who speak for somebody
    (
        re.compile(
            r"\b([Rr]eferees?|[Rr]eferences?)(\s*:\s*)(?=(?:Dr|Prof|Mr|Ms)\b|[A-Z]\w+ [A-Z]|\[)[^;|\n]{3,80}"
        ),
        rf"\1\2{NAME}",
    ),
)
_IN_HEADER = re.compile(
    rf"\b(?:{NATIONS}|{FAITH}|{PEOPLE})(?:[ -/](?:{NATIONS}|{FAITH}|{PEOPLE}))*\b(?![\w-])|\b(?:[Ss]ingle|[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman)(?=\s*(?:[,;|·•]|$))"
)
_TONGUE = re.compile(
    r"\b(?:native(?: or bilingual)?(?: (?:speaker|level|proficiency|fluency))?|mother[- ]tongue|first language|bilingual|muttersprache\w*|langue maternelle|lengua materna|madrelingua|língua materna|moedertaal|nativo|nativa)\b",
    re.I,
)
_ON_REQUEST = re.compile(r"\b(?:request|available|provided|furnished)\b", re.I)


def without_personal(text: str, section: str) -> str:
    """The text without words that tell what somebody is apart from their work."""
    for pattern, label in (*GROUPS, *_PATTERNS, *ANYWHERE, *PRONOUNS):
        text = pattern.sub(label, text)
    if section == "header":
        for pattern, label in IN_HEAD:
            text = pattern.sub(label, text)
        text = _IN_HEADER.sub(PERSONAL, text)
    if section in ("header", "languages"):
        text = fluent(text)
    if section == "references" and " " in text and not _ON_REQUEST.search(text):
        return NAME
    return text


def fluent(text: str) -> str:
    """How well a language is spoken, without whether it is the mother's."""
    return _TONGUE.sub(lambda m: "Fluent" if m[0][0].isupper() else "fluent", text)
