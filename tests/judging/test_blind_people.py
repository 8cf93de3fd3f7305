"""Blind reading of people as they come: whatever they are called and wherever they studied, no part of it is left."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from aiscreen.judging.blind import blind_resume
from aiscreen.parsing import parse
from aiscreen.reading import read
from aiscreen.text import fold

FIRST = ("Anneli", "Grace", "Siobhán", "Nguyễn", "Łukasz", "Temperance")
LAST = ("Saarinen-Mbeki", "Okonkwo", "Wójcik", "Featherstone", "O'Halloran", "Dvořáková")
SCHOOLS = (
    "Pirkanmaa University of Applied Sciences",
    "Wrocław University of Science and Technology",
    "Nsukka Polytechnic",
    "Larkfield College of Engineering",
)
TEXT = """{name}
{mail} | +358 40 555 0173
{account}

EXPERIENCE

ML Engineer, Lumo Energy
2020-01 - Present
- Deployed PyTorch rankers to production on Kubernetes, p99 of 40 ms.
- {own} rankers cut costs by 38%.

EDUCATION

{school}
MSc Physics, 2011 - 2016

SKILLS

Python, PyTorch, Kubernetes
"""


def squeezed(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    return re.sub(r"[\W_]+", "", fold(text))


@settings(max_examples=40, deadline=None)
@given(
    first=st.sampled_from(FIRST),
    last=st.sampled_from(LAST),
    school=st.sampled_from(SCHOOLS),
    joint=st.sampled_from((".", "-", "_")),
    capitals=st.booleans(),
    cut=st.integers(0, 3),
)
def test_nothing_tells_who_it_is_and_the_work_stays(
    first: str, last: str, school: str, joint: str, capitals: bool, cut: int
) -> None:
    handle = f"{fold(first)}{joint}{fold(last)[0]}m"
    name = f"{first} {last}"
    words = (school.upper() if capitals else school).split()
    broken = " ".join(words[:cut]) + "\n" + " ".join(words[cut:]) if 1 < cut < len(words) else " ".join(words)
    text = TEXT.format(
        name=name.upper() if capitals else name,
        mail=f"{handle}@posti.example",
        account=f"GitHub: {handle}",
        own=f"{last}'s",
        school=broken,
    )
    resume = blind_resume(parse(read("resume.txt", data=text.encode())))
    told = resume.model_dump_json()
    assert "Lumo Energy" in told and "PyTorch" in told and "38%" in told
    left = [
        secret
        for secret in (first, last, handle, school, words[0], "5550173")
        if squeezed(secret) in squeezed(told)
    ]
    assert not left, [statement.text for statement in resume.statements]
