"""Spans found in real résumé texts with labelled spans (the dotin collection, CC0; flattened text, no layout).

    python -m benchmarks.dotin FOLDER [--misses LABEL] [--limit N]

FOLDER holds XML files `<cv>text with <label type="Designation">spans</label></cv>`. For each label: the share of its
different spans that parsing found (recall) and the share of what parsing found that some span confirms (precision).
The labels are uneven (a title in a sentence is labelled as one above a job is), so the figures compare versions of
this parser rather than parsers.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from aiscreen.errors import InputError
from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.parsing.dates import find
from aiscreen.reading import read
from aiscreen.text import squeeze
from benchmarks.accuracy import squash

LABELS = {
    "Name": "name",
    "Email Address": "e-mail",
    "Degree": "degree",
    "College Name": "college",
    "Designation": "designation",
    "Companies worked at": "company",
    "Years of Experience": "dates",
    "Graduation Year": "graduation year",
}


def texts(folder: Path) -> Iterator[tuple[str, str, dict[str, set[str]]]]:
    """File name, text, and the different spans of each label."""
    for name, text, labels in labelled(folder):
        spans: dict[str, set[str]] = defaultdict(set)
        for kind, start, end in labels:
            if kind in LABELS and (said := squeeze(text[start:end])):
                spans[LABELS[kind]].add(said)
        yield name, text, spans


def labelled(folder: Path) -> Iterator[tuple[str, str, list[tuple[str, int, int]]]]:
    """File name, text without its markup, and each label's kind with where it begins and ends."""
    for path in sorted(folder.rglob("*.xml")):
        try:
            root = ElementTree.fromstring(path.read_text("utf-8", errors="replace"))
        except ElementTree.ParseError:
            continue
        text = unescaped(root.text or "").lstrip()
        labels = []
        for label in root:
            start = len(text)
            text += unescaped("".join(label.itertext()))
            labels.append((label.get("type", ""), start, len(text)))
            text += unescaped(label.tail or "")
        yield path.name, text.rstrip(), labels


def unescaped(text: str) -> str:
    """Text in which the collection wrote a third of its marks and accents as Python does bytes ("\\xe2\\x80\\xa2")."""
    return re.sub(
        r"(?:\\x[0-9a-f]{2})+",
        lambda found: bytes.fromhex(found.group().replace("\\x", "")).decode("utf-8", "replace"),
        text,
    )


def found(resume: Resume) -> dict[str, set[str]]:
    """What was parsed, by the same labels."""
    out: dict[str, set[str]] = defaultdict(set)
    out["name"] = {resume.basics.name} if resume.basics.name else set()
    out["e-mail"] = {resume.basics.email} if resume.basics.email else set()
    for job in (*resume.work, *resume.volunteer):
        out["designation"].update(filter(None, [job.position]))
        out["company"].update(filter(None, [job.name]))
        out["dates"].update(filter(None, [job.startDate, job.endDate]))
    if resume.basics.label:
        out["designation"].add(resume.basics.label)
    for course in resume.education:
        out["college"].update(filter(None, [course.institution]))
        out["degree"].update(filter(None, [" ".join(filter(None, [course.studyType, course.area]))]))
        out["graduation year"].update(filter(None, [course.endDate and course.endDate[:4]]))
    return out


def same(label: str, span: str, value: str) -> bool:
    """Whether a parsed value says what a labelled span says; for dates, any end of the span's range counts."""
    if label == "dates":
        ends = {end for dates in find(span) for end in (dates.start, dates.end) if end}
        return any(value[:7] == end[:7] or value == end[:4] for end in ends)
    if label == "graduation year":
        return value in re.findall(r"\d{4}", span)
    a, b = squash(span), squash(value)
    if not a or not b:
        return False
    return a in b or b in a or SequenceMatcher(None, a, b, autojunk=False).ratio() > 0.8


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--misses", help="list the spans of this label that were not found, and what was")
    options.add_argument("--limit", type=int)
    chosen = options.parse_args()
    spans_found, spans, values_right, values = (defaultdict[str, int](int) for _ in range(4))
    files = 0
    for name, text, wanted in list(texts(chosen.folder))[: chosen.limit]:
        try:
            got = found(parse(read(f"{name}.txt", data=text.encode())))
        except InputError:
            continue
        files += 1
        for label in LABELS.values():
            gold = {span for span in wanted[label] if label != "dates" or find(span)}
            hit = {span for span in gold if any(same(label, span, value) for value in got[label])}
            spans[label] += len(gold)
            spans_found[label] += len(hit)
            values[label] += len(got[label])
            values_right[label] += sum(
                any(same(label, span, value) for span in wanted[label]) for value in got[label]
            )
            if chosen.misses == label and (gold - hit):
                print(f"{name}: missed {sorted(gold - hit)[:4]} found {sorted(got[label])[:4]}")
    print(f"{files} texts")
    for label in LABELS.values():
        recall = 100 * spans_found[label] / max(1, spans[label])
        precision = 100 * values_right[label] / max(1, values[label])
        print(
            f"{label:16} recall {spans_found[label]:5}/{spans[label]:<5} {recall:5.1f}%   precision {values_right[label]:5}/{values[label]:<5} {precision:5.1f}%"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
