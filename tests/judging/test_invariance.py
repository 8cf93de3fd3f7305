"""Who somebody is moves no score: names, pronouns, gender, schools, places, nationality, breaks from work."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiscreen import parsing, reading
from aiscreen.judging import judge as judging
from aiscreen.matching import Matcher
from aiscreen.models.assessment import Assessment
from aiscreen.taxonomy import Taxonomy
from tests.judging.people import AS_OF, people

PEOPLE = [p for p in people() if p["tier"] in (2, 4, 6)][:12]
NAMES = [
    "Julia Go",
    "Mohammed Al-Rust",
    "Ruby Swift",
    "Nguyễn Thị Hoa",
    "Bo",
    "Claude Keras",
    "Æon O'Neil",
    "李小龙",
    "Jamal",
]
SCHOOLS = [
    "Massachusetts Institute of Technology",
    "Community College of Nowhere",
    "Université de Kinshasa",
    "IIT Bombay",
    "Oracle University",
    "Spelman College",
]
PLACES = [
    "Lagos, Nigeria",
    "San Francisco, CA",
    "Phoenix, AZ",
    "Kerala, India",
    "Gaza",
    "Julia Creek, Australia",
]
WORDS = [
    "She speaks plainly.",
    "He speaks plainly.",
    "They speak plainly.",
    "Mother of two.",
    "Father of two.",
    "Married.",
    "Nationality: Syrian.",
    "Nationality: Swiss.",
    "Born 1961.",
    "Age 24.",
]

person = st.sampled_from(PEOPLE)
quick = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def essence(result: Assessment) -> tuple[Any, ...]:
    """All that decides."""
    return (
        result.score,
        result.range,
        [(d.id, d.points) for d in result.dimensions],
        [(r.id, r.score) for r in result.roles],
        [(f.rule, f.points) for f in result.flags],
    )


@quick
@given(person=person, name=st.sampled_from(NAMES) | st.text(min_size=1, max_size=30))
def test_name(judged: Callable[..., Assessment], person: dict[str, Any], name: str) -> None:
    assert essence(judged({**person, "name": name})) == essence(judged(person))


@quick
@given(person=person, school=st.sampled_from(SCHOOLS))
def test_school(judged: Callable[..., Assessment], person: dict[str, Any], school: str) -> None:
    assert essence(judged({**person, "school": school})) == essence(judged(person))


@quick
@given(person=person, place=st.sampled_from(PLACES))
def test_place(judged: Callable[..., Assessment], person: dict[str, Any], place: str) -> None:
    moved = copy.deepcopy(person)
    for job in moved["work"]:
        job["location"] = place
    assert essence(judged(moved)) == essence(judged(person))


@quick
@given(person=person, words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True))
def test_pronouns_family_nationality_age(
    judged: Callable[..., Assessment], person: dict[str, Any], words: list[str]
) -> None:
    said = {**person, "summary": " ".join([person.get("summary", ""), *words]).strip()}
    plain = {**person, "summary": person.get("summary", "") or "Speaks plainly."}
    assert essence(judged(said)) == essence(judged(plain))


@quick
@given(
    person=person,
    what=st.sampled_from(
        ["Parental leave", "Career break", "Sabbatical", "Family leave", "Military service", "Medical leave"]
    ),
    start=st.integers(2012, 2025),
    years=st.integers(0, 3),
)
def test_a_break_that_is_named(
    judged: Callable[..., Assessment], person: dict[str, Any], what: str, start: int, years: int
) -> None:
    broken = copy.deepcopy(person)
    broken["work"].append({"title": what, "company": "", "from": f"{start}-01", "to": f"{start + years}-12"})
    assert essence(judged(broken)) == essence(judged(person))


def earlier(written: str, months: int) -> str:
    year, month = (int(part) for part in written.split("-"))
    moved = 12 * year + month - 1 - months
    return f"{moved // 12:04d}-{moved % 12 + 1:02d}"


@quick
@given(person=person, months=st.integers(1, 30))
def test_a_gap_between_jobs(judged: Callable[..., Assessment], person: dict[str, Any], months: int) -> None:
    """The earlier jobs lie further back, each as long as before: only a gap has come between."""
    gap = copy.deepcopy(person)
    for job in gap["work"]:
        if "to" in job:
            job["from"], job["to"] = earlier(job["from"], months), earlier(job["to"], months)
    before, after = judged(person), judged(gap)
    assert [(d.id, d.points) for d in after.dimensions] == [(d.id, d.points) for d in before.dimensions]
    assert after.experience == before.experience


@pytest.mark.parametrize("months", [3, 12, 24])
def test_out_of_work_today(judged: Callable[..., Assessment], months: int) -> None:
    """The last job ended some time ago; as long a job that ended yesterday is worth the same."""
    for person in PEOPLE:
        ended = copy.deepcopy(person)
        gone = copy.deepcopy(person)
        for job in ended["work"]:
            job.setdefault("to", "2026-10")
        for job in gone["work"]:
            job["from"], job["to"] = earlier(job["from"], months), earlier(job.get("to", "2026-10"), months)
        now, then = judged(ended), judged(gone)
        assert [(d.id, d.points) for d in then.dimensions] == [(d.id, d.points) for d in now.dimensions], (
            person["id"]
        )


TEXT = """# {name}

Machine Learning Engineer

{city} | someone@mailbox.example | +44 20 7946 0000

## Summary

Machine learning engineer who ships.{more}

## Experience

### Machine Learning Engineer, Ferry Systems
*{city} | March 2021 - Present*

- Deployed demand forecasts to production on Kubernetes, on-call for them
- Cut waiting time by 18% for 2 million passengers

### Data Analyst, Harbour Board
*{city} | January 2018 - February 2021*

- Wrote SQL reports

## Education

### MSc in Statistics, {school}
*September 2015 - July 2017*

## Skills

Python, PyTorch, SQL, Kubernetes, Airflow
"""


@quick
@given(
    name=st.sampled_from(
        ["Emily Walsh", "Lakisha Washington", "Mohammed Aziz", "Zoltán Nagy", "Wei Chen", "Ruby Swift"]
    ),
    school=st.sampled_from(
        ["University of Oxford", "Howard University", "University of Lagos", "Smith College"]
    ),
    city=st.sampled_from(["London, UK", "Lagos, Nigeria", "Detroit, MI", "Pune, India"]),
    more=st.sampled_from(
        ["", " She mentors others.", " He mentors others.", " Mother of three.", " Indian citizen."]
    ),
)
def test_whole_documents(
    shipped: Taxonomy, matcher: Matcher, name: str, school: str, city: str, more: str
) -> None:
    """The same through reading and parsing: another name, school, place or family is the same score."""

    def judge(**who: str) -> Assessment:
        document = reading.read("cv.md", data=TEXT.format(**who).encode())
        resume = parsing.parse(document)
        return judging.judge(
            document, resume, matcher.find_all(resume), shipped, role=None, as_of=AS_OF
        ).assessment

    plain = judge(
        name="Robin Doe", school="State University", city="Leeds, UK", more=more and " Mentors others."
    )
    changed = judge(name=name, school=school, city=city, more=more)
    assert plain.score and plain.score > 20
    if "mentors" in more:
        assert essence(changed) == essence(plain)
    else:
        unchanged = judge(name="Robin Doe", school="State University", city="Leeds, UK", more="")
        assert essence(changed) == essence(unchanged)


PLAIN_WORDS = """\
# Thea Vollan

## Work

### {title}, Fjordruten
Mar 2021 - Present

- Put a model that forecasts passenger counts live for 60 ferry lines; I carry its pager every second week.
- The retraining runs by itself on Sundays, and a worse model is thrown away before anybody sees it.
- Cut the model's misses on stormy days from 31% to 12%, which saved two extra sailings a week.
"""


def read(text: str, judged: Callable[..., Assessment]) -> Assessment:
    return judged(parsing.parse(reading.read("cv.md", data=text.encode())))


@pytest.mark.parametrize(
    "title", ["Member of Technical Staff", "Consultant", "Technical Lead", "Analyst", "Senior Engineer"]
)
def test_a_title_that_names_no_field_takes_nothing_away(
    judged: Callable[..., Assessment], title: str
) -> None:
    named, plain = (read(PLAIN_WORDS.format(title=each), judged) for each in ("Engineer", title))
    assert plain.score == named.score and (plain.score or 0) > 30
    assert plain.experience.relevant_months == named.experience.relevant_months > 60


OWN_WORK = """\
# Jo Lindqvist

## Experience

### Backend Engineer, Kvarn
Jan 2018 - Present

- Ran the payment API on Kubernetes for 4 million users.

## Open source

{first}- Maintain tinyvec, a vector index in Rust with 2,400 stars, used by 30 companies.
{second}- Merged 6 pull requests in vLLM: paged prefix cache, fp8 kernels.
"""


def test_work_told_without_a_head_above_it_counts_as_with_one(judged: Callable[..., Assessment]) -> None:
    bare = read(OWN_WORK.format(first="", second=""), judged)
    headed = read(OWN_WORK.format(first="### tinyvec\n\n", second="\n### vLLM\n\n"), judged)
    assert bare.score == headed.score
    assert {s.id: s.level for s in bare.skills} == {s.id: s.level for s in headed.skills}
    assert next(skill.level for skill in bare.skills if skill.id == "vllm") != "listed"
