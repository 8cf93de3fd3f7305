"""Forms in which the ends of a range, places and what was done stand under labels or in brackets."""

from __future__ import annotations

import pytest

from aiscreen.parsing import parse
from aiscreen.parsing.dates import find, remove
from aiscreen.reading import read

PORTUGUESE = """Lívia Andrade Peixoto
Analista de Qualidade
E-mail: livia.peixoto@correio.example

EXPERIÊNCIA PROFISSIONAL

03/2021 a atual – Cooperativa Serra Azul (Ouro Preto - MG)
Cargo: Analista de Qualidade
Principais atividades: Inspeção de 40 lotes por semana; Redução de 9% nas devoluções de clientes.

06/2017 a 02/2021 – Laticínios Boa Vista (Garanhuns/PE)
Cargo: Auxiliar de Laboratório
Principais atividades: Controle de amostras e calibração de balanças.

FORMAÇÃO ACADÊMICA

Especialização em Gestão da Qualidade – PUC Minas (2019 – 2020)
"""


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("From: 05/2017 To: 10/2020", "2017-05", "2020-10"),
        ("From: 11/2020 To: Present", "2020-11", None),
        ("Start date: 03/2015 | End date: 04/2016", "2015-03", "2016-04"),
        ("Von: 01/2019 Bis: 03/2020", "2019-01", "2020-03"),
        ("Início: 05/2022 Término: atual", "2022-05", None),
    ],
)
def test_ends_of_a_range_under_labels(text: str, start: str, end: str | None) -> None:
    (dates,) = find(text)
    assert (dates.start, dates.end, dates.current) == (start, end, end is None)
    assert remove(text, [dates]) == ""


def test_a_portuguese_form() -> None:
    found = parse(read("livia.txt", data=PORTUGUESE.encode()))
    first, second = found.work
    assert (first.name, first.position) == ("Cooperativa Serra Azul", "Analista de Qualidade")
    assert (second.name, second.position) == ("Laticínios Boa Vista", "Auxiliar de Laboratório")
    assert [one.text for one in first.highlights] == [
        "Inspeção de 40 lotes por semana",
        "Redução de 9% nas devoluções de clientes.",
    ]
    (course,) = found.education
    assert (course.institution, course.studyType) == ("PUC Minas", "Especialização")


def test_what_a_company_does_stands_below_its_name_and_place() -> None:
    text = """Experience

2019 - 2023  Data Engineer
Tidewater Mutual, Bristol
Building society
- Moved the ledgers to Kafka in eight months
- Cut the nightly run from six hours to one

2016 - 2019  Analyst
Harbour Works, Cardiff
- Counted the containers of four berths
"""
    assert [job.name for job in parse(read("x.txt", data=text.encode())).work] == [
        "Tidewater Mutual",
        "Harbour Works",
    ]
