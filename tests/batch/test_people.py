"""Two documents are one person's only where it is certain."""

from __future__ import annotations

import pytest

from aiscreen.batch.people import Who, agree, name_key, same_person

OWN, OTHERS, HALF = frozenset(range(20)), frozenset(range(100, 120)), frozenset(range(8, 28))


def who(
    name: str = "", email: str = "", phone: str = "", profile: str = "", says: frozenset[int] = OWN
) -> Who:
    return Who(name, email, phone, profile, says)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ann lee", "ann lee", True),
        ("ann lee", "ann marie lee", True),
        ("ann m. lee", "ann marie lee", True),
        ("a. lee", "ann lee", True),
        ("wei chen", "chen wei", True),
        ("maria garcia lopez", "maria garcia", True),
        ("ann lee", "anna lee", False),
        ("ann lee", "ann smith", False),
        ("john smith", "john smith jr", False),
        ("john smith sr", "john smith jr.", False),
        ("john smith iii", "john smith", False),
        ("ann", "ann lee", False),
        ("a. l.", "ann lee", False),
        ("", "", False),
        ("", "ann lee", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # Another version: rewritten, with another e-mail address, under a married name.
        (who("ann lee", "a@x.example"), who("ann lee", "a@x.example", says=OTHERS), True),
        (who("ann lee", "a@x.example"), who("ann lee", "b@x.example", says=HALF), True),
        (
            who("ann lee", "a@x.example", "123456789"),
            who("ann lee", "b@x.example", "123456789", says=OTHERS),
            True,
        ),
        (who("ann lee", profile="github al"), who("ann lee", profile="github al", says=OTHERS), True),
        (who("ann lee", "a@x.example"), who("ann smith", "a@x.example", says=HALF), True),
        (who("", "a@x.example"), who("ann lee", "a@x.example", says=HALF), True),
        # Others: namesakes, family, an agency's people, a template's phrases, nobody's name.
        (who("ann lee", "a@x.example"), who("ann lee", "b@x.example", says=OTHERS), False),
        (who("john smith", "s@x.example"), who("john smith jr", "s@x.example", says=OTHERS), False),
        (who("ann lee", "jobs@x.example"), who("bob ray", "jobs@x.example", says=OTHERS), False),
        (who("ann lee", "a@x.example"), who("bea lee", "b@x.example", says=OWN), False),
        (who("ann lee", "a@x.example", "123456789"), who("ann ray", "b@x.example", "123456789"), False),
        (who("ann lee", "a@x.example", "123456789"), who("bea lee", "a@x.example", "123456789"), False),
        (who("", "jobs@x.example"), who("", "jobs@x.example", says=OTHERS), False),
        (who(), who(), False),
    ],
)
def test_people(one: Who, other: Who, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    "name", ["Ann Lee", "Lee Ann", "Ann M. Lee", "Ann Marie Lee", "ANN LEE Jr.", "Ánn Lee"]
)
def test_names_that_are_compared(name: str) -> None:
    assert name_key(name) == "ann lee"
