"""Schools by the words that name one, by their best known short names, and the years beside them."""

from __future__ import annotations

import re

from aiscreen.judging.blind.labels import PLACE, SCHOOL, YEAR
from aiscreen.parsing.words.places import known
from aiscreen.parsing.words.schools import degree_in
from aiscreen.taxonomy.common_words import common_words
from aiscreen.text import vocabulary

_KIND = (
    r"Universit(?:y|ies|ät|é|à|at|eit|et|etet|as)|Univers(?:idad|idade|itat)|Uniwersytet\w*|Üniversitesi|Yliopisto|Egyetem\w*|"
    r"College|Colegio|Colégio|Collège|Polytechnic|Polytechnique|Politecnico|Politechnika|Hochschule|Fachhochschule|"
    r"(?<!Summer )(?<!Winter )(?<!Old )(?<!New )School|Schule|Gesamtschule|Realschule|Academy|Akademie|Académie|Lycée|Liceo|Liceu|Liceum|"
    r"Escuela|Escola|École|Ecole|Scuola|Szkoła|Conservatory|Seminary|Madrasa|Yeshiva|Vidyalaya|Mahavidyalaya|Technion|"
    r"Institut[eo]? (?:of|für|de|di) (?:Technology|Science|Management|Technologie|Tecnología|Tecnologia)|Institut[eo] Tecnol[oó]gico"
)
_WORD = r"[A-ZÀ-ÞŁŚŻ][\w&'’.\-]*"
_LEAD = (
    r"(?!(?:At|In|From|With|For|And|The|Of|To|On|By|As|Led|Built|Taught|Gave|Ran|Won|Held|Wrote|Made|Our|A|An|Tutor|Lecturer|"
    r"[A-Z][a-z]+(?:ed|ing)|(?:MSc|BSc|PhD|BA|MA|MEng|BEng|MBA|Summer|Winter|Sunday|Alumn\w+))\b)"
)
_LINKED = r"(?:(?: (?:of|de|di|du|do|da|del|della|für|zu|at|in|for) (?:the |la |las |los )?)[A-ZÀ-Þ][\w'’-]*(?:(?: and| &|,(?= (?:Berkeley|Los|San|Santa|Irvine|Davis)))? [A-ZÀ-Þ][\w'’-]*){0,3})"
_NAMED = re.compile(
    rf"\b(?:the )?(?:{_LEAD}{_WORD}[ -]){{0,4}}(?:{_KIND})(?![\w-])(?:{_LINKED}|(?<=Lycée|École|Ecole|Liceo) {_WORD}(?: {_WORD})?)?"
    rf"(?: {_WORD}(?=\b[,;.]?(?:\s|$)))?",
)
_CAPITAL = r"[A-ZÀ-ÞŁŚŻ][A-ZÀ-ÞŁŚŻ&'’.\-]+"
_IN_CAPITALS = re.compile(
    rf"\b(?:(?!(?:AT|IN|FROM|OF|THE|AND|MSC|BSC|PHD|BA|MA|MBA)\b){_CAPITAL} ){{0,4}}"
    r"(?:UNIVERSIT(?:Y|ÄT|É|À|AT|EIT|ET)|UNIVERSIDADE?|COLLEGE|POLYTECHNIC|POLITECNICO|HOCHSCHULE|INSTITUTE OF TECHNOLOGY|ACADEMY|LYCÉE|LICEO)\b"
    rf"(?: (?:OF|DE|DI|DEGLI|FOR|FÜR|AT) (?:THE )?{_CAPITAL}(?:(?: AND| &)? {_CAPITAL}){{0,3}})?"
)
_ALONE = vocabulary(
    "school college university academy seminary conservatory universities polytechnic institute"
)
"""Words that name no school where they stand alone: "the University rankings" but in the middle of a name."""
_GYMNASIUM = re.compile(
    rf"\b(?:am |vom )?(?:(?!OpenAI|Farama|PyTorch)[A-ZÄÖÜ][\wäöüß-]+[ -])+Gymnasium\b|\bGymnasium (?:am |in )?{_WORD}"
)
_KNOWN = re.compile(
    r"\b(?:I\.I\.T\.(?:,? [A-Z]\w+)?|IIT-[A-Z]\w*|(?:IIT|NIT|IIIT|BITS|UC|SUNY|CUNY|TU|KU|FH|ETH|INSA|Sciences Po|UNSW|Uni)[ -](?:[A-ZÀ-Þ][\w-]+)(?: [A-Z][a-z]+(?=\b[,.;)]))?|"
    r"EPFL|UCLA|UCL|Caltech|Georgia Tech|Virginia Tech|KAIST|RWTH(?: Aachen)?|INSEAD|IISc|CMU|TUM|KTH|NUS|"
    r"MIT(?![ -]?(?:[Ll]icen[cs]e|/|,? (?:BSD|Apache)))|"
    r"(?:Stanford|Harvard|Princeton|Yale|Cornell|Tsinghua|Peking)(?![ -](?:Core|NLP|NER|Alpaca|Parser|parser|CRFM|HELM|DSPy|Sentiment|Question|Cars|Dogs|Online|Background))|"
    r"(?<=at )(?:Oxford|Cambridge|Berkeley)(?! (?:Analytica|Nanopore|Economics|DB)))\b"
)
_BESIDE_PLACE = re.compile(rf"\b(?!MSC|BSC|PHD|MBA|GPA|BBA)[A-Z]{{3,6}} {re.escape(PLACE)}")
_NO_FIELD = r"(?!(?:\w+ )*(?:\w*(?:ics|ing|logy|tik|gie|ion|phy|ity|ia|ie|stry|ance|ence|sis|ure|ment|ología|mica|tica|tique|schaft|lehre|wesen|MBA|[A-Z]{2,})\b))"
_RUN = r"[A-ZÀ-ÞŁŚŻ][a-zà-ÿłśż'’-]+(?: [A-ZÀ-ÞŁŚŻ][a-zà-ÿłśż'’-]+){0,2}"
_TOWN = re.compile(rf"(?<=\[school\], )({_NO_FIELD}{_RUN})(?=\s*(?:[,:;.|·•(]|$))")
"""A school's town that nobody listed; fields of study have endings of their own."""
_BEFORE_DEGREE = re.compile(rf"(?:(?<=^)|(?<=[;|·•] )|(?<=\] )|(?<=\d{{4}} ))({_NO_FIELD}{_RUN})(?=, )")
_SCHOLARSHIP = re.compile(r"\b(?:[A-Z]\w+ )?\[(?:place|school)\](?= (?:Scholar|Fellow)(?:ship)?s?\b)")
_LETTERS = re.compile(r"\[school\] \([A-Z]{2,8}\)")
_ABROAD = re.compile(rf"(?<=\bin ){_RUN}, ({re.escape(PLACE)}|{_RUN})")
_YEAR = r"(?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?"
_YEARS = re.compile(rf"\b{_YEAR}\b")
_STUDY = (
    r"(?:[Gg]raduat(?:ed|ing|ion)|[Cc]lass of|\b[BM]\.?Sc\.?|\bPh\.?D\.?|\b[BM]\.?Eng\.?|\bMBA\b|[Bb]achelor(?:['’]s| of)|[Mm]aster(?:['’]s| of| in)|[Dd]iplom[ae]?\b|"
    r"[Dd]octorate|[Aa]lum\w+|[Mm]atriculat\w+|[Ss]tudied|A-levels?|[Ee]nrolled|[Aa]bitur|[Mm]atura|[Bb]accalaur\w+)"
)
_AFTER = re.compile(
    rf"({_STUDY}[^.;:\n\d]{{0,40}}?(?:\b(?:in|of|from|since|,)|[(,–-])? ?)({_YEAR}(?:\s*[–-]\s*{_YEAR})?)\b"
)
_AT_SCHOOL = re.compile(rf"(\[school\][ ,(–-]{{1,3}}(?:in |class of )?)({_YEAR}(?:\s*[–-]\s*{_YEAR})?)\b")
_BEFORE = re.compile(rf"\b({_YEAR})(?=[ ,:–-]{{1,3}}{_STUDY}(?!\w))")
_SHORT = re.compile(r"(?<![\w'’])['’]\d\d\b")
_DATED = frozenset(("education", "header", "certificates"))


def without_schools(text: str, section: str) -> str:
    """The text without names of schools."""
    text = _IN_CAPITALS.sub(_school, _NAMED.sub(_school, text))
    text = _GYMNASIUM.sub(SCHOOL, text)
    text = _KNOWN.sub(SCHOOL, text)
    if section == "education":
        text = _BESIDE_PLACE.sub(SCHOOL, text)
        text = _TOWN.sub(_town, _BEFORE_DEGREE.sub(_before_degree, text))
        text = _ABROAD.sub(lambda m: PLACE if m[1] == PLACE or known(m[1]) else m[0], text)
    text = _SCHOLARSHIP.sub(SCHOOL, text)
    text = re.sub(r"\[school\](?:(?:,| of| at| \(|-)? ?\[(?:school|place)\]\)?)+", SCHOOL, text)
    return _LETTERS.sub(SCHOOL, text)


def without_years(text: str, section: str) -> str:
    """The text without the years beside schools and degrees: they tell an age."""
    if section in _DATED:
        return _SHORT.sub(YEAR, _YEARS.sub(YEAR, text))
    text = _AFTER.sub(rf"\1{YEAR}", text)
    if section != "work":
        text = _AT_SCHOOL.sub(rf"\1{YEAR}", text)
    return _BEFORE.sub(YEAR, text)


def _school(found: re.Match[str]) -> str:
    said = found[0]
    if said.removeprefix("the ").casefold() in _ALONE:
        return said
    return f"the {SCHOOL}" if said.startswith("the ") else SCHOOL


def _plain(words: str) -> bool:
    """Whether all of some words are everyday ones, as those of fields of study are."""
    return all(word.casefold() in common_words() or degree_in(word) for word in words.split())


def _town(found: re.Match[str]) -> str:
    return found[0] if _plain(found[1]) or degree_in(found[1]) else PLACE


def _before_degree(found: re.Match[str]) -> str:
    """What stands before a degree, with a comma between: a school that no word tells for one, "Tulane, MPH"."""
    behind = found.string[found.end() + 2 :]
    degree = degree_in(behind)
    return (
        SCHOOL if degree and degree[0] == 0 and not _plain(found[1]) and not degree_in(found[1]) else found[0]
    )
