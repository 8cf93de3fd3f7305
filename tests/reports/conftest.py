"""A report with everything in it, among it what a hostile résumé would write."""

from __future__ import annotations

import pytest

from aiscreen.models.assessment import (
    Assessment,
    Criterion,
    Dimension,
    DocumentRef,
    Evidence,
    Experience,
    Flag,
    Question,
    Report,
    RoleFit,
    SkillProof,
    Skipped,
)

HOSTILE = '=HYPERLINK("http://x") [bold]x[/] </td><script>alert(1)</script> | `code` \x1b[31mred\u202e'


def evidence(quote: str, page: int = 1, line: int = 12) -> Evidence:
    return Evidence(quote=quote, page=page, line=line, bbox=(50.0, 100.0, 400.0, 112.0), section="work")


def strong() -> Assessment:
    quote = "Own the product search ranking service, 4,500 queries per second at 40 ms p99"
    return Assessment(
        rank=1,
        document=DocumentRef(path="cvs/amara.pdf", sha256="a" * 64, pages=2, date="2026-10-01"),
        name="Amara Nwosu",
        score=74.5,
        range=(70.1, 79.0),
        role="ml-engineer",
        roles=[RoleFit(id="ml-engineer", name="Machine learning engineer", score=86.0)],
        dimensions=[
            Dimension(
                id="production",
                name="Production delivery",
                points=27.5,
                max=30,
                note="deployed, operated",
                evidence=[evidence(quote)],
            ),
            Dimension(id="skills", name="Skills at their proof", points=50.0, max=60),
            Dimension(id="education", name="Education", points=0.0, max=2),
        ],
        skills=[
            SkillProof(
                id="pytorch",
                name="PyTorch",
                category="frameworks",
                level="shipped",
                months=52,
                last_used="2026-10",
                evidence=[evidence(quote)],
            ),
            SkillProof(id="go", name="Go", category="languages", level="listed"),
        ],
        flags=[
            Flag(
                rule="old",
                kind="outdated",
                severity="medium",
                message="The recent work rests on Theano",
                points=-3.0,
                evidence=[evidence("Trained with Theano", 2, 4)],
            )
        ],
        criteria=[
            Criterion(
                id="production", name="Runs systems in production", met=True, evidence=[evidence(quote)]
            ),
            Criterion(id="oss", name="Open source", met=False),
        ],
        questions=[
            Question(
                ask="What did you trade for 40 ms?",
                because="“4,500 queries per second”",
                listen_for=["names a cost"],
            )
        ],
        experience=Experience(months=86, relevant_months=80),
        confidence=0.95,
        as_of="2026-10-01",
    )


def hostile() -> Assessment:
    other = strong()
    other.rank, other.name, other.score, other.document.path = 2, HOSTILE, 12.0, f"{HOSTILE}.pdf"
    other.dimensions[0].evidence = [evidence(HOSTILE)]
    other.flags[0].message = HOSTILE
    other.questions[0].because = HOSTILE
    other.also = ["-2+3.pdf"]
    return other


def unread() -> Assessment:
    return Assessment(
        rank=3,
        document=DocumentRef(path="cvs/poem.txt", sha256="c" * 64, pages=1),
        reason="This does not read like a résumé: no name, no dates and no known section were found.",
        confidence=0.1,
    )


@pytest.fixture
def report() -> Report:
    return Report(
        schema="aiscreen.report/1",
        tool="aiscreen 0.1.0",
        taxonomy={"skills.yaml": "d" * 64},
        candidates=[strong(), hostile(), unread()],
        skipped=[
            Skipped(
                path="cvs/locked.pdf",
                reason="encrypted",
                detail="is encrypted; ask for a copy without a password",
            )
        ],
    )
