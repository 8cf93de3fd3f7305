"""What roles have in common is kept once, and each role's JSON comes back to the byte, whatever the texts hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aiscreen.batch.body import body_in_role
from aiscreen.batch.packing import pack_roles
from aiscreen.models.assessment import Assessment, Criterion, Dimension, DocumentRef, Question

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    st.sampled_from(
        ['"score":1.0,"range":null', '","role":"b"', '"questions":[]', "\\", "\x00", "}],", "é\u2028"]
    ),
)
POINTS = st.floats(0, 100).map(lambda value: round(value, 1))


def dimension(id: str) -> st.SearchStrategy[Dimension]:
    return st.builds(Dimension, id=st.just(id), name=TEXTS, points=POINTS, max=POINTS, note=TEXTS)


def assessment(role: str) -> st.SearchStrategy[Assessment]:
    return st.builds(
        Assessment,
        rank=st.none(),
        document=st.builds(DocumentRef, path=st.just(""), sha256=TEXTS, pages=st.just(1)),
        name=TEXTS,
        score=st.none() | POINTS,
        range=st.none() | st.tuples(POINTS, POINTS),
        reason=st.none() | TEXTS,
        role=st.just(role),
        dimensions=st.tuples(*map(dimension, ("production", "skills", "depth", "currency"))).map(list),
        criteria=st.builds(Criterion, id=st.just("depth"), name=TEXTS, met=st.booleans()).map(lambda c: [c]),
        questions=st.lists(st.builds(Question, ask=TEXTS, because=TEXTS), max_size=3),
    )


@given(assessment("a"), assessment("b"))
def test_each_role_comes_back_to_the_byte(one: Assessment, own: Assessment) -> None:
    changed = {"score", "range", "role", "questions", "criteria"}
    parts = [
        d if d.id not in ("skills", "depth") else o
        for d, o in zip(one.dimensions, own.dimensions, strict=True)
    ]
    other = one.model_copy(update={**{key: getattr(own, key) for key in changed}, "dimensions": parts})
    packed = pack_roles([one, other])
    assert body_in_role(packed, "a") == one.model_dump_json().encode()
    assert body_in_role(packed, "b") == other.model_dump_json().encode()
