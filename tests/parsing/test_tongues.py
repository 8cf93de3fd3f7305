"""Human languages: lists, and the grids of levels that a Europass form has."""

from __future__ import annotations

import pytest

from aiscreen.models.resume import Resume
from tests.parsing.build import HEADER, L, heading, resume

LEGEND = "Levels: A1 and A2: Basic user - B1 and B2: Independent user - C1 and C2: Proficient user"


def section(name: str, *lines: L | str) -> Resume:
    job: list[L | str] = [
        heading("Experience"),
        "Data Engineer, Acme Ltd, 2019 - 2021",
        L("Built pipelines", bullet=True, x=60),
    ]
    return resume([*HEADER, *job, heading(name), *lines])


def spoken(made: Resume) -> list[tuple[str, str | None]]:
    return [(language.language, language.fluency) for language in made.languages]


def test_a_grid_of_levels_among_skills() -> None:
    made = section(
        "Personal skills",
        "Mother tongue(s) || Italian",
        "Other language(s) || UNDERSTANDING || SPEAKING || WRITING",
        L("Listening || Reading || Spoken interaction || Spoken production", x=200),
        "English || B2 || B2 || B2 || B2 || B1",
        "French || A1 || A1 || A1 || A1 || A1",
        LEGEND,
        "Common European Framework of Reference for Languages",
        L("Digital skills || Python, SQL, R", gap=12),
        L("Driving licence || B", gap=12),
    )
    assert spoken(made) == [("Italian", "Mother tongue"), ("English", "B1-B2"), ("French", "A1")]
    assert [group.keywords for group in made.skills] == [["Python", "SQL", "R"]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Madrelingua: italiano", "Altre lingue:", "COMPRENSIONE || PARLATO || PRODUZIONE SCRITTA",
             "Ascolto || Lettura || Interazione || Produzione orale", "INGLESE || B1 || B2 || B1 || B1 || B1"],
            [("italiano", "Madrelingua"), ("INGLESE", "B1-B2")],
        ),
        (
            ["Muttersprache(n): Deutsch", "Weitere Sprache(n):", "VERSTEHEN || SPRECHEN || SCHREIBEN", "Englisch || C1 || C1 || C1 || C1 || C1"],
            [("Deutsch", "Muttersprache(n)"), ("Englisch", "C1")],
        ),
        (
            ["MOTHER TONGUE(S): Dutch | German", "OTHER LANGUAGE(S):", "English", "Listening C1 || Reading C2 || Writing B2",
             "Spoken production C1 || Spoken interaction C1", LEGEND],
            [("Dutch", "MOTHER TONGUE(S)"), ("German", "MOTHER TONGUE(S)"), ("English", "B2-C2")],
        ),
        (["Norwegian || English", "Native || Fluent"], [("Norwegian", "Native"), ("English", "Fluent")]),
        (["English C1", "Spanish: B2", "Italian | A2"], [("English", "C1"), ("Spanish", "B2"), ("Italian", "A2")]),
    ],
)  # fmt: skip
def test_languages_and_levels(lines: list[L | str], expected: list[tuple[str, str]]) -> None:
    assert spoken(section("Languages", *lines)) == expected


def test_a_grid_whose_cells_are_lines_of_their_own() -> None:
    made = section(
        "Personal skills",
        L("Mother tongue"),
        L("Romanian", x=200, gap=-12),
        L("UNDERSTANDING || SPEAKING || WRITING", x=200),
        L("C1", x=300),
        L("C1", x=250, gap=-12),
        L("ENGLISH", x=100, gap=-11.8),
        L("B2 || B2 || B2", x=350, gap=-12),
    )
    assert spoken(made) == [("Romanian", "Mother tongue"), ("ENGLISH", "B2-C1")]


def test_programming_languages_are_not_spoken() -> None:
    made = section("Skills", "Native languages: Python, R, Go, Scala", "Other languages: SQL, Bash")
    assert made.languages == []
    assert [group.name for group in made.skills] == ["Native languages", "Other languages"]
