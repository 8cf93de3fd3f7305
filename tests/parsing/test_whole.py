"""Whole documents: the shared corpus read back, statements and their addresses, confidence, and whatever comes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest
from benchmarks.accuracy import compare, page_text
from hypothesis import given, settings
from hypothesis import strategies as st

from aiscreen.models.document import Box, Document, Line, Word
from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.reading import read
from aiscreen.reports.jsonresume import to_jsonresume
from tests.parsing.build import HEADER, L, document, heading, resume

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
FILES = sorted((SHARED / "pdf").glob("*.pdf"))
shared = pytest.mark.skipif(not FILES, reason="the shared corpus is not beside the repository")


@cache
def parsed(path: Path) -> tuple[Document, Resume]:
    read_ = read(path)
    return read_, parse(read_)


def squeezed(text: str) -> str:
    """Text without white space and without the hyphens at which lines are joined."""
    return "".join(c for c in text if not c.isspace() and c not in "-\u00ad\u2010\ufffe")


@shared
def test_the_shared_corpus_comes_back() -> None:
    fields: dict[str, Counter[bool]] = defaultdict(Counter)
    for path in FILES:
        truth = json.loads((SHARED / "personas" / f"{path.stem.partition('__')[0]}.json").read_text("utf-8"))
        for field, right, _ in compare(truth, to_jsonresume(parsed(path)[1]), page_text(path)):
            fields[field][right] += 1
    shares = {field: counts[True] / counts.total() for field, counts in fields.items()}
    assert sum(shares.values()) / len(shares) >= 0.97, shares
    assert min(shares.values()) >= 0.92, shares


@shared
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_quote_stands_at_its_address(path: Path) -> None:
    read_, made = parsed(path)
    at = {(line.page, line.number): i for i, line in enumerate(read_.lines)}
    texts = [squeezed(line.text) for line in read_.lines]
    for said in made.statements:
        i = at[said.page, said.line]
        start = "".join(texts[i : i + 30]).find(squeezed(said.text))
        assert 0 <= start < max(1, len(texts[i])), said
        x0, top, x1, bottom = said.bbox
        assert x0 <= x1
        assert top <= bottom


@shared
@pytest.mark.parametrize("path", FILES[::5], ids=lambda path: path.stem)
def test_every_line_is_said_and_in_order(path: Path) -> None:
    read_, made = parsed(path)
    said = squeezed(" ".join(s.text for s in made.statements))
    lost = [
        line.text
        for line in read_.lines
        if not all(
            squeezed(word.text) in said for word in line.words if word.text.isascii() and word.text.isalnum()
        )
    ]
    assert [text for text in lost if not any(mark in text for mark in ("updated", "/1", "/2"))] == []
    assert len({(s.page, s.line, s.text, s.section) for s in made.statements}) == len(made.statements)
    for entries in (made.work, made.education, made.projects):
        for entry in entries:
            assert entry.address is None or entry.address in made.statements


@shared
def test_the_same_document_gives_the_same_bytes() -> None:
    for path in FILES[::9]:
        assert parse(read(path)).model_dump_json() == parsed(path)[1].model_dump_json()


@pytest.mark.parametrize(
    "pause", ["Career break (maternity)", "Parental leave", "Sabbatical", "Elternzeit", ""]
)
@pytest.mark.parametrize("name", ["Bo Li", "Maria de los Ángeles van der Berg y Soto"])
def test_confidence_is_the_same_with_a_gap_and_with_any_name(name: str, pause: str) -> None:
    gap = f"### {pause}\nJan 2020 - Dec 2020\n" if pause else ""
    text = (
        f"# {name}\na@b.example | Oslo\n\n## Experience\n### Engineer, Acme\nJan 2021 - Present\n- Built the ranking service\n"
        f"{gap}### Analyst, Oakmere\nJan 2018 - Dec 2019\n- Forecast the demand of shops\n\n## Education\nBSc Physics, University of York, 2017\n"
    )
    made = parse(read("cv.md", data=text.encode()))
    assert made.basics.name == name
    assert made.confidence["overall"] == 0.94


def test_confidence_tells_a_resume_from_other_papers() -> None:
    good = resume(
        [
            *HEADER,
            heading("Experience"),
            "Engineer, Acme Ltd || 2019 - 2021",
            L("Built it", x=65, bullet=True),
            heading("Education"),
            "BSc Physics, University of York || 2015",
        ]
    )
    assert good.confidence["overall"] > 0.8
    invoice = resume(
        [
            L("INVOICE", size=20, bold=True),
            "Acme Supplies Ltd",
            "Date: 12 March 2023",
            "Screws || 100 || 5.00",
            "Hammer || 1 || 12.00",
            "Total due: 17.00 GBP, questions to billing@acme.example",
        ]
    )
    story = resume(
        [
            L("It rained in the town, and nobody came to the door that she had painted in spring.")
            for _ in range(12)
        ]
    )
    advert = resume(
        [
            L("Senior Machine Learning Engineer", size=18),
            "We build search for shops.",
            heading("Your tasks"),
            L("Train ranking models", bullet=True),
            heading("Your profile"),
            L("Five years of Python", bullet=True),
        ]
    )
    for other in (invoice, story, advert, resume([])):
        assert other.confidence["overall"] < 0.3
        assert other.work == []


def test_json_resume_keys() -> None:
    made = to_jsonresume(
        resume(
            [
                *HEADER,
                heading("Experience"),
                "Engineer, Acme Ltd || 2019 - Present",
                L("Built it", x=65, bullet=True),
                heading("Languages"),
                "English (Native)",
            ]
        )
    )
    assert made["work"] == [
        {"name": "Acme Ltd", "position": "Engineer", "startDate": "2019", "highlights": ["Built it"]}
    ]
    assert made["languages"] == [{"language": "English", "fluency": "Native"}]
    assert made["basics"]["name"] == "Ines Okafor"
    assert set(made) <= {
        "basics",
        "work",
        "volunteer",
        "education",
        "projects",
        "skills",
        "languages",
        "awards",
        "certificates",
        "publications",
    }


TEXTS = st.one_of(
    st.text(min_size=1, max_size=30),
    st.sampled_from(["Experience", "Education", "Skills", "Languages", "2019 - 2021", "Jan 2020 –", "Present", "Engineer, Acme", "University of York", "(", "- - -", "•", ":", "a@b.example", "Python, Go", "Name:", "Degree || Year", "2024", "MSc"]),
)  # fmt: skip
LINES = st.lists(
    st.tuples(
        TEXTS,
        st.floats(0, 500),
        st.floats(-50, 900),
        st.sampled_from([4.0, 10.0, 10.0, 14.0, 30.0]),
        st.booleans(),
        st.booleans(),
        st.integers(1, 3),
        st.integers(0, 4),
    ),
    max_size=14,
)


@given(LINES)
@settings(max_examples=300, deadline=None)
def test_nothing_raises(specs: list[tuple[str, float, float, float, bool, bool, int, int]]) -> None:
    lines = []
    for number, (text, x, top, size, bold, bullet, page, block) in enumerate(specs, 1):
        words = tuple(
            Word(w, Box(x + 9 * i, top, x + 9 * i + 8, top + size), size, bold)
            for i, w in enumerate(text.split())
        )
        if words:
            lines.append(Line(words, Box(x, top, words[-1].box.x1, top + size), page, number, block, bullet))
    made = parse(Document("x.pdf", "0", "pdf", 3, tuple(lines)))
    to_jsonresume(made)
    assert 0 <= made.confidence["overall"] <= 1


@given(st.lists(TEXTS, max_size=12))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(texts: list[str]) -> None:
    parse(
        document(
            [text for text in texts if text.split() and all(cell.split() for cell in text.split(" || "))]
        )
    )
