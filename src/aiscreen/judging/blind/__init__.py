"""Blind reading: what tells who somebody is, is masked in all that a report shows. Scores never rest on it anyway.

Masked are name, contact, profiles, pronouns and forms of address, dates of birth and ages, nationality and family,
schools, graduation years, the places of the candidate's life, and the names of repositories. The words masked come
from what was parsed, and from patterns for what was not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from aiscreen.judging.file_names import blind_path
from aiscreen.models.assessment import Assessment
from aiscreen.models.resume import Resume

NAME, CONTACT, SCHOOL, PLACE, PERSONAL, YEAR = (
    "[name]",
    "[contact]",
    "[school]",
    "[place]",
    "[personal]",
    "[year]",
)
_LONG = 4
"""Letters from which on a name is looked for in code, where it may be written small."""
_TEXTS = frozenset({"quote", "message", "ask", "because", "note", "reason", "text", "file", "listen_for"})
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), CONTACT),
    (
        re.compile(
            r"(?:https?://|www\.)\S+|\b(?:github|gitlab|linkedin|kaggle|twitter|x)\.(?:com|org)/\S+", re.I
        ),
        CONTACT,
    ),
    (
        re.compile(
            r"\b(?:date of birth|d\.?o\.?b\.?|born(?: on| in)?|birthday|geburtsdatum|né le|née le|nacid[oa] el)\b\W{0,3}"
            r"(?:\w{3,9}\.? )?\d{1,4}(?:[-./ ](?:\d{1,4}|\w{3,9})){0,2}(?:,? \d{4})?",
            re.I,
        ),
        PERSONAL,
    ),
    (re.compile(r"\b(?:aged?:?|age of) \d{2}\b(?! ?%)|\b\d{2} years old\b", re.I), PERSONAL),
    (
        re.compile(
            r"\b(?:nationality|citizenship|marital status|religion|gender|sex|ethnicity|civil status|place of birth)\s*[:\-]\s*"
            r"[^,;|\n.]{1,40}",
            re.I,
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:married|unmarried|divorced|widowed|(?:father|mother|mum|mom|dad) of (?:\d|one|two|three|four|five)\b|"
            r"(?:[A-Z][a-z]+ )citizen)\b"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\(?\b(?:she|he|they|xe|ze)/(?:her|him|them|xem|zir)(?:/(?:hers|his|theirs))?\b\)?", re.I
        ),
        PERSONAL,
    ),
    (re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]ers|[Hh]im|[Hh]imself|[Hh]erself)\b"), "they"),
    (re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Señora?|Mme|Mlle)\b\.?"), ""),
    (
        re.compile(
            r"\b(?:[A-Z][\w.&'’-]* ){0,4}(?:University|College|Polytechnic|Universit[äéàa]\w*|Universidade?d?|Hochschule|"
            r"Institute of Technology|École \w+|Ecole \w+)\b(?: (?:of|de|di|du|do|für|at) (?:[A-Z][\w'’-]*[ ,]?){1,4})?"
        ),
        SCHOOL,
    ),
)
_PHONE = re.compile(r"(?<![\w.,])(\+?)\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,4}\)?){2,5}(?![\w,%])")
_YEARS = re.compile(r"\b(?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?\b")


def _phone(found: re.Match[str]) -> str:
    """A run of digits is a telephone number from nine digits on, with a plus from seven: years and figures are less."""
    digits = sum(c.isdigit() for c in found[0])
    return CONTACT if digits >= (7 if found[1] else 9) else found[0]


class Mask:
    """Masks one candidate's texts; `repositories` are the names of the examined ones."""

    def __init__(self, resume: Resume, repositories: Iterable[str] = ()) -> None:
        words = {name: f"repository-{number}" for number, name in enumerate(repositories, 1)}
        for text, label in _words(resume):
            for form in (text, text.upper(), text.title()):
                words.setdefault(form, label)
        self._labels = words
        longest = sorted(words, key=lambda w: (-len(w), w))
        self._words = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else None
        )
        names = [word for word in longest if words[word] == NAME and len(word) >= _LONG]
        # code writes names small, and between underscores
        self._small = (
            re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, names))})(?![^\W_])", re.I)
            if names
            else None
        )

    def __call__(self, text: str, section: str = "") -> str:
        """The text without what tells who the candidate is."""
        for pattern, label in _PATTERNS[:2]:
            text = pattern.sub(label, text)
        text = _PHONE.sub(_phone, text)
        if self._words:
            text = self._words.sub(lambda m: self._labels[m[0]], text)
        if self._small and section == "code":
            text = self._small.sub(NAME, text)
        for pattern, label in _PATTERNS[2:]:
            text = pattern.sub(label, text)
        return _YEARS.sub(YEAR, text) if section in ("education", "header", "certificates") else text


def _words(resume: Resume) -> Iterator[tuple[str, str]]:
    """Texts to mask and what to put in their place; the weightier label first."""
    basics = resume.basics
    if basics.name:
        yield basics.name, NAME
        for part in re.split(r"[\s,]+", basics.name):
            if len(part.strip(".")) > 1:
                yield part, NAME
    for contact in (basics.email, basics.phone, basics.url):
        if contact:
            yield contact, CONTACT
    for profile in basics.profiles:
        for contact in (profile.url, profile.username):
            if contact and len(contact) > 2:
                yield contact, CONTACT
    for study in resume.education:
        if study.institution:
            yield study.institution, SCHOOL
            yield from ((part, SCHOOL) for part in re.split(r",\s*", study.institution) if len(part) > 5)
    yield from ((place, PLACE) for place in _places(resume))


def _places(resume: Resume) -> Iterator[str]:
    location = resume.basics.location
    written = [location.text, location.city, location.region, location.country] if location else []
    written += [job.location for job in (*resume.work, *resume.volunteer)]
    written += [study.location for study in resume.education]
    for place in written:
        if place and place.casefold() not in ("remote", "hybrid"):
            yield place
            yield from (part for part in re.split(r"\s*[,/|]\s*", place) if len(part) > 2)


def blind(assessment: Assessment, resume: Resume) -> Assessment:
    """The assessment with all of its texts masked, without name and file name. Score and order stay as they are."""
    data = assessment.model_dump()
    data = _masked(data, Mask(resume, _repositories(data)), "")
    data["name"] = None
    document = data["document"]
    document["path"] = blind_path(assessment.document.path, assessment.document.sha256)
    data["also"] = [blind_path(path, assessment.document.sha256) for path in assessment.also]
    return Assessment.model_validate(data)


def _repositories(value: Any) -> dict[str, None]:
    """The names of the repositories that are quoted, in the order of an assessment."""
    if isinstance(value, dict):
        own = dict.fromkeys([value["file"].partition("/")[0]] if value.get("file") else [])
        value = list(value.values())
    else:
        own = {}
    for each in value if isinstance(value, list) else ():
        own |= _repositories(each)
    return own


def _masked(value: Any, mask: Callable[[str, str], str], section: str, key: str = "") -> Any:
    if isinstance(value, dict):
        inside = str(value.get("section") or section)
        return {name: _masked(each, mask, inside, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_masked(each, mask, section, key) for each in value]
    return mask(value, section) if isinstance(value, str) and key in _TEXTS else value


def blind_resume(resume: Resume) -> Resume:
    """The résumé with the same masks: for the output of parsing."""
    mask = Mask(resume)
    data = resume.model_dump()
    basics = data["basics"]
    basics |= {"name": None, "email": None, "phone": None, "url": None, "location": None, "profiles": []}
    for name in ("work", "volunteer", "education"):
        for entry in data[name]:
            entry["location"] = PLACE if entry["location"] else None
    for study in data["education"]:
        study |= {"institution": SCHOOL if study["institution"] else None, "startDate": None, "endDate": None}
        study |= {"score": None, "current": False}
    for item in (*data["certificates"], *data["awards"], *data["publications"]):
        item["date"] = None
        item["url"] = None
    return Resume.model_validate(_masked_all(data, mask, ""))


def _masked_all(value: Any, mask: Callable[[str, str], str], section: str, key: str = "") -> Any:
    """Like `_masked`, with every text but dates and the names of sections and skills."""
    if isinstance(value, dict):
        inside = str(value.get("section") or section)
        return {name: _masked_all(each, mask, inside, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_masked_all(each, mask, section, key) for each in value]
    if not isinstance(value, str) or key in (
        "section",
        "startDate",
        "endDate",
        "language",
        "fluency",
        "keywords",
    ):
        return value
    return mask(value, section)
