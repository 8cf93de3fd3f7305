"""Whether a résumé is written in English, and that its report says so where it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aiscreen.judging.tongue import CAUTION, foreign
from aiscreen.models.assessment import Assessment, Report
from aiscreen.reports import render
from tests.judging.people import people, resume_of

FOREIGN = {
    "German": [
        "Betrugserkennung mit PyTorch in Produktion gebracht, auf Kubernetes betrieben",
        "Rufbereitschaft für den Scoring-Dienst; Rollback nach dem Drift-Alarm",
        "Wöchentliches Nachtrainieren mit MLflow, die Fehlerrate von 9 % auf 4 % gesenkt",
    ],
    "French": [
        "Mise en production du moteur de recherche pour 2 millions de clients avec Kubernetes",
        "Réentraînement automatisé des modèles sous Airflow par une équipe de trois personnes",
        "Astreinte sur le service de recommandation dans les magasins",
    ],
    "Spanish": [
        "Desplegué el modelo de fraude en producción con PyTorch para una red de 300 tiendas",
        "Guardias del servicio por turnos desde 2021, con alertas de deriva en las colas",
    ],
    "Russian": ["Вывел модель скоринга в промышленную эксплуатацию на PyTorch и Kubernetes"],
    "Chinese": ["负责排序模型上线，日均三千万次请求，使用 PyTorch"],
}
ENGLISH = [
    "Deployed PyTorch models, on call for the service in São Paulo and Rio de Janeiro",
    "Led the team of El Corte Inglés, Banco de Crédito del Perú and Caixa de Aforros da Coruña",
    "Kubernetes, Docker, MLflow, PyTorch; C++; R; SQL",
]


@pytest.mark.parametrize("language", FOREIGN)
def test_what_is_not_in_english_is_told(language: str) -> None:
    assert foreign(FOREIGN[language])


def test_names_and_places_make_no_text_foreign() -> None:
    assert not foreign(ENGLISH)
    assert not foreign([])
    for person in people():
        assert not foreign([each.text for each in resume_of(person).statements])


@pytest.mark.parametrize("format", ["terminal", "markdown", "html", "csv", "json"])
def test_the_report_says_it_beside_the_score(format: str, judged: Callable[..., Assessment]) -> None:
    def said(bullets: list[str]) -> str:
        work = [{"title": "ML Engineer", "from": "2020-04", "bullets": bullets}]
        report = Report(schema="aiscreen.report/1", tool="aiscreen", candidates=[judged({"work": work})])
        return " ".join(render(report, format).split())

    assert CAUTION in said(FOREIGN["German"])
    assert CAUTION not in said(ENGLISH)


def test_readme_says_what_the_report_says() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert "a report says so of a résumé that is not" in " ".join(readme.split())
