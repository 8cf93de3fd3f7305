"""Whole résumés in seven languages: headings, dates in words, and four ways to head a job."""

from __future__ import annotations

import pytest

from tests.parsing.build import L, heading, resume

Course = tuple[str, str]
WRITTEN = [
('fr','Expériences professionnelles','Depuis septembre 2020','Octobre 2017 – août 2020','Formation',('Master Informatique','Université de Lyon'),'Compétences','Langues','Français (langue maternelle), anglais (courant)'),
('fr2','Parcours professionnel','De septembre 2020 à aujourd’hui',"D'octobre 2017 à août 2020",'Diplômes',('Licence de Mathématiques','Université de Nantes'),'Compétences techniques','Langues','Français : langue maternelle | Anglais : C1'),
('fr3','Expérience','09/2020 – Aujourd’hui','10/2017 – 08/2020','Études',('Diplôme d’ingénieur','École Centrale de Nantes'),'Savoir-faire','Langues','Français natif, Anglais B2'),
('de','Berufserfahrung','seit 09/2020','10/2017 – 08/2020','Ausbildung',('B.Sc. Informatik','Universität Bremen'),'Kenntnisse','Sprachen','Deutsch (Muttersprache), Englisch (fließend)'),
('de2','Beruflicher Werdegang','September 2020 bis heute','Oktober 2017 bis August 2020','Akademische Ausbildung',('Diplom-Informatiker','Technische Universität Dresden'),'Fachkenntnisse','Sprachkenntnisse','Deutsch – Muttersprache, Englisch – C1'),
('de3','Praxiserfahrung','09.2020 – dato','10.2017 – 08.2020','Studium',('Master of Science','Hochschule Bremen'),'IT-Kenntnisse','Sprachen','Deutsch: Muttersprache; Englisch: sehr gut'),
('es','Experiencia profesional','septiembre de 2020 – actualidad','octubre de 2017 – agosto de 2020','Formación académica',('Grado en Informática','Universidad de Sevilla'),'Habilidades','Idiomas','Español (nativo), inglés (avanzado)'),
('es2','Experiencia laboral','Desde septiembre 2020','Oct 2017 a Ago 2020','Estudios',('Licenciatura en Matemáticas','Universidad de Oviedo'),'Competencias técnicas','Idiomas','Español: nativo, Inglés: C1'),
('it','Esperienze lavorative','settembre 2020 – in corso','ottobre 2017 – agosto 2020','Istruzione e formazione',('Laurea Magistrale in Informatica','Università di Pisa'),'Competenze','Lingue','Italiano (madrelingua), inglese (B2)'),
('it2','Esperienza professionale','Da settembre 2020 ad oggi','Da ottobre 2017 ad agosto 2020','Formazione',('Laurea Triennale in Fisica','Politecnico di Torino'),'Competenze tecniche','Lingue','Italiano: madrelingua, Inglese: ottimo'),
('nl','Werkervaring','september 2020 – heden','oktober 2017 – augustus 2020','Opleiding',('Bachelor Informatica','Universiteit Twente'),'Vaardigheden','Talen','Nederlands (moedertaal), Engels (vloeiend)'),
('nl2','Werkervaring','sept. 2020 tot heden','okt. 2017 t/m aug. 2020','Opleidingen',('HBO Informatica','Hogeschool Utrecht'),'Competenties','Talenkennis','Nederlands: moedertaal, Engels: goed'),
('pt','Experiência profissional','set. 2020 – presente','out. 2017 – ago. 2020','Formação acadêmica',('Bacharelado em Ciência da Computação','Universidade de São Paulo'),'Competências','Idiomas','Português (nativo), inglês (fluente)'),
('pt2','Experiência','setembro de 2020 – atual','outubro de 2017 a agosto de 2020','Formação',('Licenciatura em Engenharia Informática','Instituto Superior Técnico'),'Habilidades','Línguas','Português – nativo, Inglês – C1'),
('en','Where I have worked','Sept 2020 till now','Oct 2017 to Aug 2020','Where I studied',('BSc Physics','University of Leeds'),'What I know','Languages','English (native), French (B1)'),
]  # fmt: skip
"""Name, then the heading of work, dates of two jobs, and further headings with what stands below them."""


def head(form: int, position: str, company: str, dates: str) -> list[L | str]:
    if form == 0:
        return [L(f"{position} || {dates}", bold=True, gap=8), company]
    if form == 1:
        return [L(dates, gap=8), L(f"{position}, {company}", bold=True)]
    if form == 2:
        return [L(f"{position} – {company} ({dates})", bold=True, gap=8)]
    return [L(f"{company} || {dates}", bold=True, gap=8), position]


@pytest.mark.parametrize("form", range(4))
@pytest.mark.parametrize("written", WRITTEN, ids=lambda written: written[0])
def test_work_study_skills_and_languages(
    written: tuple[str, str, str, str, str, Course, str, str, str], form: int
) -> None:
    _, work, now, then, study, (degree, school), skills, languages, spoken = written
    lines: list[L | str] = [L("Ines Okafor", size=22, bold=True), "ines@post.example", heading(work)]
    for position, company, dates in (
        ("Senior Data Engineer", "Acme Iberia", now),
        ("Data Analyst", "Beta Norte", then),
    ):
        lines += head(form, position, company, dates)
        lines += [L("Built pipelines for banks with much care", bullet=True, x=60)]
    lines += [heading(study), f"{degree}, {school} || 2010 - 2013", heading(skills), "Python, SQL, Go, Kafka"]
    made = resume([*lines, heading(languages), spoken])
    assert [
        (job.position, job.name, job.startDate, job.endDate, len(job.highlights)) for job in made.work
    ] == [
        ("Senior Data Engineer", "Acme Iberia", "2020-09", None, 1),
        ("Data Analyst", "Beta Norte", "2017-10", "2020-08", 1),
    ]
    assert [(course.institution, course.endDate) for course in made.education] == [(school, "2013")]
    assert [keyword for group in made.skills for keyword in group.keywords] == [
        "Python",
        "SQL",
        "Go",
        "Kafka",
    ]
    assert [bool(language.fluency) for language in made.languages] == [True, True]
