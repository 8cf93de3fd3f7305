"""Round-trip accuracy: résumés rendered through layouts, parsed back, compared with the data they were made from.

    python -m benchmarks.accuracy PDF_DIR TRUTH_DIR [--misses] [--only GLOB] [--json FILE]

PDF_DIR holds files PERSON__LAYOUT.EXT, TRUTH_DIR the people as JSON Resume (PERSON.json). A value counts only where
the page shows it. Prints hits by field, then by layout; layouts named `held_*` (not looked at during development)
are also summed apart. The macro figure is the mean of the fields' shares.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from time import perf_counter
from typing import Any

from aiscreen.errors import InputError
from aiscreen.parsing import parse
from aiscreen.reading import read
from aiscreen.reports.jsonresume import to_jsonresume
from aiscreen.text import fold

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
Result = tuple[str, bool, str]
"""A field, whether it was right, and what was wanted and got."""


def squash(text: str | None) -> str:
    """Letters and digits alone, accents and case folded away."""
    return re.sub(r"[\W_]+", "", fold(text or ""))


def close(one: str | None, other: str | None, least: float = 0.9) -> bool:
    """Whether two values say the same, give or take a few letters."""
    return likeness(one, other) > least


def likeness(one: str | None, other: str | None) -> float:
    """From 0 to 1."""
    a, b = squash(one), squash(other)
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def page_text(path: Path) -> str:
    """The text of a PDF as PDFium gives it: read apart from the reader that is measured."""
    if path.suffix != ".pdf":
        return read(path).text
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return (
            "\n".join(page.get_textpage().get_text_range() for page in pdf)
            .replace("\ufffe", "")
            .replace("\x02", "")
        )


def month_shown(date: str, page: str) -> bool:
    """Whether the page shows the month of a `YYYY-MM` anywhere in a usual form."""
    year, _, month = date.partition("-")
    name = MONTHS[int(month) - 1]
    forms = rf"{name}[a-z]*\.?,?\s*(?:{year}|['’]{year[2:]})|{month}\s?[/.]\s?{year}|{year}\s?[-/.]\s?{month}"
    return bool(re.search(forms, page, re.IGNORECASE))


def date_right(wanted: str, got: str | None, page: str) -> bool:
    """The year must agree, and the month where both give it and the page shows it."""
    if not got or wanted[:4] != got[:4]:
        return False
    return len(wanted) < 7 or len(got) < 7 or wanted[:7] == got[:7] or not month_shown(wanted[:7], page)


def compare(truth: dict[str, Any], got: dict[str, Any], page: str) -> Iterator[Result]:
    """Every value that the page shows, field by field."""
    shown = squash(page)

    def on_page(value: str | None) -> bool:
        return bool(value) and squash(value) in shown

    yield from _basics(truth["basics"], got.get("basics", {}), page, on_page)
    yield from _work(truth.get("work", []), got.get("work", []), page, on_page)
    yield from _education(truth.get("education", []), got.get("education", []), page, on_page)
    listed = {squash(word) for group in got.get("skills", []) for word in group.get("keywords", [])}
    for group in truth.get("skills", []):
        for word in group["keywords"]:
            if on_page(word):
                yield "skills", squash(word) in listed, word
    names = [project.get("name") for project in got.get("projects", [])]
    for project in truth.get("projects", []):
        if on_page(project["name"]):
            yield (
                "project",
                any(close(project["name"], name, 0.85) for name in names),
                f"{project['name']} | {names}",
            )


def _basics(truth: dict[str, Any], got: dict[str, Any], page: str, on_page: Any) -> Iterator[Result]:
    if on_page(truth["name"]):
        yield "name", squash(truth["name"]) == squash(got.get("name")), f"{truth['name']} | {got.get('name')}"
    if on_page(truth.get("label")):
        yield (
            "headline",
            close(truth["label"], got.get("label"), 0.85),
            f"{truth['label']} | {got.get('label')}",
        )
    for email in (truth["email"], truth["email"].replace(".example", ".com")):
        if on_page(email):
            yield "email", squash(email) == squash(got.get("email")), f"{email} | {got.get('email')}"
            break
    digits = re.sub(r"\D", "", truth.get("phone") or "")
    if digits and digits in re.sub(r"\D", "", page):
        right = re.sub(r"\D", "", got.get("phone") or "").endswith(digits[-9:])
        yield "phone", right, f"{truth['phone']} | {got.get('phone')}"


def _work(
    truth: list[dict[str, Any]], got: list[dict[str, Any]], page: str, on_page: Any
) -> Iterator[Result]:
    wanted = [job for job in truth if on_page(job["name"]) and on_page(job["position"])]
    free = list(got)
    for job in wanted:
        best = max(free, key=lambda other: _same_job(job, other), default=None)
        if best is not None and _same_job(job, best) >= 0.8:
            free.remove(best)
        else:
            best = {}
        label = f"{job['name']} / {job['position']} / {job['startDate']}-{job.get('endDate')}"
        mine = f"{best.get('name')} / {best.get('position')} / {best.get('startDate')}-{best.get('endDate')}"
        note = f"{label} | {mine}"
        yield "work company", close(job["name"], best.get("name")), note
        yield "work position", close(job["position"], best.get("position")), note
        if job["startDate"][:4] in page:
            yield "work start", date_right(job["startDate"], best.get("startDate"), page), note
        if "endDate" not in job:
            yield "work end", bool(best) and not best.get("endDate"), note
        elif job["endDate"][:4] in page:
            yield "work end", date_right(job["endDate"], best.get("endDate"), page), note
        for highlight in job.get("highlights", []):
            if on_page(highlight):
                said = best.get("highlights", [])
                yield "work highlight", any(close(highlight, h, 0.93) for h in said), f"{highlight} | {said}"
    for _job in wanted:
        yield "work nothing else", True, ""
    for _job in got[: max(0, len(got) - len(wanted))]:
        yield "work nothing else", False, f"{len(got)} jobs for {len(wanted)}"


def _same_job(job: dict[str, Any], other: dict[str, Any]) -> float:
    year = 0.5 * ((job["startDate"] or "")[:4] == (other.get("startDate") or "")[:4])
    return likeness(job["name"], other.get("name")) + likeness(job["position"], other.get("position")) + year


def _education(
    truth: list[dict[str, Any]], got: list[dict[str, Any]], page: str, on_page: Any
) -> Iterator[Result]:
    for course in truth:
        if not on_page(course["institution"]):
            continue
        best = max(
            got, key=lambda other: likeness(course["institution"], other.get("institution")), default={}
        )
        if sum(likeness(o.get("institution"), course["institution"]) > 0.9 for o in got) > 1:
            best = max(
                got,
                key=lambda o: (
                    likeness(course["institution"], o.get("institution"))
                    + likeness(course["area"], o.get("area"))
                ),
            )
        note = (
            f"{course['institution']} / {course['studyType']} / {course['area']} / {course.get('endDate')} | "
        )
        note += f"{best.get('institution')} / {best.get('studyType')} / {best.get('area')} / {best.get('endDate')}"
        yield "education school", close(course["institution"], best.get("institution"), 0.88), note
        if on_page(course["area"]):
            degree = squash((best.get("studyType") or "") + (best.get("area") or ""))
            right = squash(course["area"]) in degree
            yield "education degree", right, note
        if "endDate" in course and course["endDate"][:4] in page:
            yield "education end", (best.get("endDate") or "")[:4] == course["endDate"][:4], note


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("documents", type=Path)
    options.add_argument("truth", type=Path)
    options.add_argument("--misses", action="store_true", help="list what was wrong")
    options.add_argument("--only", default="*__*", help="files to take (glob)")
    options.add_argument("--json", type=Path, help="write what was parsed, by file name")
    chosen = options.parse_args()
    fields: dict[str, Counter[bool]] = defaultdict(Counter)
    held: dict[str, Counter[bool]] = defaultdict(Counter)
    layouts: dict[str, Counter[bool]] = defaultdict(Counter)
    parsed: dict[str, Any] = {}
    seconds, pages = 0.0, 0
    for path in sorted(chosen.documents.glob(chosen.only)):
        person, _, layout = path.stem.partition("__")
        truth_file = chosen.truth / f"{person}.json"
        if not truth_file.exists():
            continue
        try:
            document = read(path)
        except InputError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        begun = perf_counter()
        resume = parse(document)
        seconds, pages = seconds + perf_counter() - begun, pages + document.pages
        parsed[path.name] = got = to_jsonresume(resume)
        for field, right, note in compare(json.loads(truth_file.read_text()), got, page_text(path)):
            (held if layout.startswith("held_") else fields)[field][right] += 1
            layouts[layout][right] += 1
            if chosen.misses and not right and not layout.startswith("held_"):
                print(f"{path.stem:28} {field:18} {note[:260]}")
    _print(fields, layouts, "")
    if held:
        _print(held, {}, "held apart: ")
    print(f"parsing {1000 * seconds / max(1, pages):.2f} ms a page over {pages} pages")
    if chosen.json:
        chosen.json.write_text(json.dumps(parsed, ensure_ascii=False, indent=1))
    return 0


def _print(fields: dict[str, Counter[bool]], layouts: dict[str, Counter[bool]], title: str) -> None:
    for field, counts in sorted(fields.items()):
        print(
            f"{title}{field:20} {counts[True]:5}/{counts.total():<5} {100 * counts[True] / counts.total():6.1f}%"
        )
    for layout, counts in sorted(layouts.items(), key=lambda item: item[1][True] / item[1].total()):
        print(f"  {layout:24} {100 * counts[True] / counts.total():6.1f}%")
    macro = sum(counts[True] / counts.total() for counts in fields.values()) / max(1, len(fields))
    print(f"{title}macro {100 * macro:.1f}% over {len(fields)} fields")


if __name__ == "__main__":
    raise SystemExit(main())
