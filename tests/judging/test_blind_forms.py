"""Blind reading of what forms, heads and schools tell in many countries, and of names that are words and seasons."""

from __future__ import annotations

import pytest

from aiscreen.judging.blind import Mask, blind_resume
from aiscreen.models.resume import Basics, Education, Resume, Statement

HEAD = [
    ("Verheiratet, zwei Kinder", "[personal]"),
    ("34 ans, mariée, 2 enfants", "[personal]"),
    ("casado y tres hijos | 41 años", "[personal] | [personal]"),
    ("замужем, двое детей", "[personal]"),
    ("生年月日: 1991年4月2日 性別：女", "[personal]"),
    ("Political status: CPC member | Hukou: Wuhan", "[personal] | [personal]"),
    ("WeChat: vivchen88 | Xing: kd_weiss", "WeChat: [contact] | Xing: [contact]"),
    ("Karl-Heine-Straße 41", "[contact]"),
    ("Adresse: Barmbeker Stieg 14", "Adresse: [contact]"),
    ("No. 88 Nanjing West Road", "[contact]"),
    ("Hoboken, NJ", "[place]"),
    ("Vale End, WA | Setagaya, Tokyo", "[place] | [place]"),
]  # fmt: skip
HEAD_KEPT = [
    "Engineer with a gift for models",
    "10 ans d'expérience en production",
    "8 años de experiencia",
    "ML Engineer, Node and Edge",
    "Data Scientist, Python, PyTorch",
]


@pytest.mark.parametrize(("text", "expected"), HEAD)
def test_what_heads_tell_of_a_life(text: str, expected: str) -> None:
    assert Mask(Resume())(text, "header") == expected


@pytest.mark.parametrize("text", HEAD_KEPT)
def test_what_heads_tell_of_work_stays(text: str) -> None:
    assert Mask(Resume())(text, "header") == text


STUDIES = [
    ("University of Leeds, Chelmsford: 3 A-levels", "[school]: 3 A-levels"),
    ("École Mohammadia, Rabat, State Engineer", "[school], State Engineer"),
    ("Tulane, MPH '11", "[school], MPH [year]"),
    ("University of Leeds, Computer Science, 2011", "[school], Computer Science, [year]"),
    ("University of Leeds, Mechatronics", "[school], Mechatronics"),
    ("University of Leeds, Bioinformatik", "[school], Bioinformatik"),
    ("Bioinformatics, MSc, 2012", "Bioinformatics, MSc, [year]"),
    ("University of Nigeria, Nsukka (UNN) B.Eng", "[school] B.Eng"),
    ("Exchange year in Haifa, Israel", "Exchange year in [place]"),
    ("Data Science, MSc", "Data Science, MSc"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STUDIES)
def test_towns_and_short_names_of_schools(text: str, expected: str) -> None:
    assert Mask(Resume())(text, "education") == expected


WORK = [
    ("Sep 2023 – Dec 2023 Beacon Hill Robotics", "Sep 2023 – Dec 2023 Beacon Hill Robotics"),
    ("Supervisor: Lorraine Pruitt (202-555-0177), may contact", "Supervisor: [name] ([contact]), may contact"),
    ("Education: Durham University 2009–2013", "Education: [school] [year]–[year]"),
    ("Hobbies: church bells, football", "[personal]"),
    ("Father to twin girls; co-chair of the Women's ERG", "[personal]; co-chair of [group]"),
    ("Simulator as prime contractor for the US Navy", "Simulator as prime contractor for the US Navy"),
    ("One time 2 place winner at a hackathon", "One time 2 place winner at a hackathon"),
    ("3 place des Vosges, 12 rue du commerce, 5 avenue Victor Hugo", "[contact]"),
    ("US Patent Application 11 223 344 55, filed 10/09/11/09", "US Patent Application 11 223 344 55, filed 10/09/11/09"),
    ("Date of Birth: 11th April 1983. Born on the 2nd of May, 1990", "[personal]. [personal]"),
    ("Army veteran; served in the US Navy", "[personal]; [personal]"),
    ("Veteran of the U.S. Army", "[personal]"),
    ("Gates Cambridge Scholarship", "Gates Cambridge Scholarship"),
    ("Navigation for wheelchair users", "Navigation for wheelchair users"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORK)
def test_work(text: str, expected: str) -> None:
    assert Mask(Resume())(text, "work") == expected


NAMED = [
    ("Frank Case", "Case studies and lower-case names; Case led it", "[name] studies and lower-case names; [name] led it"),
    ("Page Young", "Page load fell to 90 ms. Page ran the team", "Page load fell to 90 ms. [name] ran the team"),
    ("Page Young", "Young and Kim (2021); Young manages nine", "[name] and Kim (2021); [name] manages nine"),
    ("Grant Banks", "Banks rely on 12 banks' data; Banks was promoted", "Banks rely on 12 banks' data; [name] was promoted"),
    ("Mark Will", "Mark-up for data; a Mark-led team will ship", "Mark-up for data; a [name]-led team will ship"),
    ("Rusty Lake", "Lake formation took a week. Lake taught SQL", "Lake formation took a week. [name] taught SQL"),
    ("Hope Spring", "Since Spring 2022; Spring's work in spring", "Since Spring 2022; [name]'s work in spring"),
    ("Jordan Reid", "Jordan's paper won; offices in San Jordan", "[name]'s paper won; offices in San [name]"),
    ("Henrik Bjørnsen", "hbjornsen on GitHub, the bjoernsen-tools", "[name] on GitHub, the [name]"),
    ("Klaus Weiß", "WEISS and kweiss", "[name] and [name]"),
    ("Uwe Müller", "by Mueller and umueller", "by [name] and [name]"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), NAMED)
def test_names_that_are_words_and_names_written_without_their_letters(
    name: str, text: str, expected: str
) -> None:
    assert Mask(Resume(basics=Basics(name=name)))(text, "work") == expected


def said(text: str, section: str) -> Statement:
    return Statement.model_validate(
        {"text": text, "page": 1, "line": 1, "bbox": (0, 0, 1, 1), "section": section}
    )


def test_a_name_that_was_not_understood_is_known_by_the_address() -> None:
    resume = Resume(
        basics=Basics(email="odalys.quint@post.example"), statements=[said("THE ODALYS QUINT PAGE", "header")]
    )
    assert Mask(resume)("Odalys built it; Quint's code") == "[name] built it; [name]'s code"


def test_a_name_in_another_script_is_masked_everywhere() -> None:
    resume = Resume(basics=Basics(name="Go Tanaka"), statements=[said("Go Tanaka (田中 剛)", "header")])
    assert Mask(resume)("田中剛の論文, 田中") == "[name]の論文, [name]"


@pytest.mark.parametrize("text", ["Church choir, Nigerian cooking", "Captain of the school rugby team"])
def test_interests_tell_of_a_life(text: str) -> None:
    assert Mask(Resume())(text, "interests") == "[personal]"


def test_interests_that_name_tools_stay() -> None:
    mask = Mask(
        Resume(), tools=lambda text: [(text.index("PyTorch"), len(text))] if "PyTorch" in text else []
    )
    assert mask("Writing kernels for PyTorch", "interests") == "Writing kernels for PyTorch"
    assert mask("Interests", "interests") == "Interests"


def test_a_field_of_study_keeps_nothing_of_its_school() -> None:
    resume = Resume(
        education=[Education(institution="University", area="Information Systems, Middle East Technical")],
        statements=[said("MSc Information Systems, Middle East Technical University", "education")],
    )
    assert blind_resume(resume).education[0].area == "Information Systems"
