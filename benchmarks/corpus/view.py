"""A person as a template sees them: JSON Resume fields, plus dates in the wanted form and headings in their language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus.words import HEADINGS, MONTHS, PRESENT, SHORT, SINCE

PEOPLE = Path(__file__).with_name("people")
SECTIONS = [
    "work",
    "education",
    "skills",
    "projects",
    "publications",
    "certificates",
    "awards",
    "languages",
    "volunteer",
]


def load_person(path: Path) -> dict[str, Any]:
    """JSON Resume of one person, all dates as strings."""
    person: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return person


class View:
    """`v.basics`, `v.work`, ... `v.h("work", "Career")`, `v.span(entry, "mon")`; missing sections are empty lists."""

    def __init__(self, person: dict[str, Any]) -> None:
        self.lang: str = person.get("meta", {}).get("language", "en")
        self.basics: dict[str, Any] = person["basics"]
        for section in SECTIONS:
            setattr(self, section, person.get(section, []))
        self.work: list[dict[str, Any]] = person["work"]

    def h(self, section: str, english: str, variant: int = 0) -> str:
        """The heading: the layout's own in English, else a usual one of the person's language."""
        if self.lang == "en":
            return english
        return (options := HEADINGS[section][self.lang])[variant % len(options)]

    @property
    def place(self) -> str:
        where = self.basics.get("location", {})
        return ", ".join(x for x in (where.get("city"), where.get("region")) if x)

    @property
    def profiles(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = self.basics.get("profiles", [])
        return found

    @property
    def grouped(self) -> list[dict[str, Any]]:
        """Work by company: consecutive positions at one company in one group."""
        groups: list[dict[str, Any]] = []
        for job in self.work:
            if groups and groups[-1]["name"] == job["name"]:
                groups[-1]["roles"].append(job)
            else:
                groups.append({"name": job["name"], "location": job.get("location"), "roles": [job]})
        return groups

    def date(self, written: str | None, form: str) -> str:
        """One date. Forms: mon, month, slash, dot, iso, apos, year, quarter, season; a year stays a year."""
        if not written:
            return PRESENT[self.lang] if form != "lower" else PRESENT[self.lang].lower()
        year, _, number = written.partition("-")
        if not number or form in ("year", "yy"):
            return year
        n = int(number[:2])
        if form == "slash":
            return f"{n:02}/{year}"
        if form == "dot":
            return f"{n:02}.{year}"
        if form == "iso":
            return f"{year}-{n:02}"
        if form == "quarter":
            return f"Q{(n + 2) // 3} {year}"
        if form == "season" and self.lang == "en":
            return f"{['Winter', 'Spring', 'Summer', 'Fall'][n % 12 // 3]} {year}"
        if form == "month":
            return f"{MONTHS[self.lang].split()[n - 1]} {year}"
        short = SHORT[self.lang].split()[n - 1]
        if form == "apos":
            return f"{'Sept' if short == 'Sep' else short}. '{year[2:]}".replace("May.", "May").replace(
                "..", "."
            )
        return f"{short} {year}"

    def span(self, entry: dict[str, Any], form: str = "mon", dash: str = " – ", since: bool = False) -> str:
        """Both dates of an entry; with `since`, a current one is "Since 2021"; form `yy` is 2017–19."""
        start, end = entry.get("startDate"), entry.get("endDate")
        if not start:
            return self.date(end, form) if end else ""
        if since and not end:
            return f"{SINCE[self.lang]} {self.date(start, form)}"
        if form == "yy" and end and end[:2] == start[:2]:
            return start[:4] if start[:4] == end[:4] else f"{start[:4]}{dash}{end[2:4]}"
        left, right = self.date(start, form), self.date(end, form)
        return left if left == right else f"{left}{dash}{right}"

    def bare(self, url: str) -> str:
        """An address without its scheme."""
        return re.sub(r"^https?://(www\.)?", "", url)
