"""Plain texts as modest people write them: jobs without a heading above, sections named before a colon, work told in prose."""

from __future__ import annotations

from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.reading import read


def parsed(text: str) -> Resume:
    return parse(read("resume.txt", data=text.encode()))


JOBS_AT_ONCE = """Wen Zhao
Taipei (remote in UTC+6 to +10)

I run the machines and the plumbing that the models of other people live on, and have done so for eleven years.

LANTERN PAY, Staff engineer, ML platform                                  2020-05 .. now
 Started the platform alone; now six of us, 140 models live.
 - from merged branch to traffic: 6 weeks in 2020, median 50 minutes now
 - every model has a canary and a rollback that needs no human

RIVER TRADE, Site reliability engineer                                    2015 .. 2020
 Kubernetes from 1.4 on. Rotation day and night, 2,000 nodes.

TOOLS
 Go, Python, Kubernetes, Flink, Redis, Terraform
"""


def test_jobs_right_below_the_name_need_no_heading() -> None:
    found = parsed(JOBS_AT_ONCE)
    assert [(w.name, w.position, w.startDate, w.current) for w in found.work] == [
        ("LANTERN PAY", "Staff engineer, ML platform", "2020-05", True),
        ("RIVER TRADE", "Site reliability engineer", "2015", False),
    ]
    assert found.work[0].highlights[0].text.startswith("from merged branch")
    assert found.basics.name == "Wen Zhao"
    assert any("plumbing" in statement.text for statement in found.basics.summary)


PIECES_OF_WORK = """Thandi Nkosi
thandi@example.com

ORCHARD ROBOTICS, senior vision engineer (employee no. 6)          2020 - present
  Fruit counter (product since 2021)
    - detector and tracker, 22 fps at tractor speed
  Picking (since 2024)
    - stereo and segmentation for the position of the stem
  Label reader (stopped 2023)
    - saved little, so we switched it off

MINE LAB, research engineer                                        2016 - 2020
  Mine safety: persons found on loaders. A trial at two mines, not sold.
"""


def test_pieces_of_work_within_a_job_are_no_jobs() -> None:
    found = parsed(PIECES_OF_WORK)
    assert [(w.name, w.startDate, w.endDate) for w in found.work] == [
        ("ORCHARD ROBOTICS", "2020", None),
        ("MINE LAB", "2016", "2020"),
    ]
    assert len(found.work[0].highlights) >= 3


FRAMED = """Seun Ade
Backend engineer, Leeds

** Parcel Works (logistics, 140 staff) - Senior Software Engineer - Apr 2023 to date **
  - Reads 22k emails a day and drafts a reply; 34% go out without a human touching them

** Fen Digital - Software Engineer - 2019 to 2023 **
  - Django for clients of the agency

Education: BSc Computing, Leeds, 2018

Tools: Python, Go, FastAPI, Postgres
"""


def test_framed_heads_and_sections_named_before_a_colon() -> None:
    found = parsed(FRAMED)
    assert [(w.name, w.position) for w in found.work] == [
        ("Parcel Works (logistics, 140 staff)", "Senior Software Engineer"),
        ("Fen Digital", "Software Engineer"),
    ]
    assert found.education[0].endDate == "2018"
    assert [keyword for group in found.skills for keyword in group.keywords] == [
        "Python", "Go", "FastAPI", "Postgres",
    ]  # fmt: skip


TOLD = """Ruth Vermeer

Ghent. I have read the letters of hospitals with programs for sixteen years.

How it went

The coding assistant of our group reads discharge letters and proposes codes of diagnoses. I wrote its first version in 2014 and
have led it since; 61 hospitals use it for about 19,000 letters a day.

  It has been replaced from inside three times. Each time the old one ran beside the new for a season and we counted.
  Coders accept 83 in 100 proposals without a change. Time for a letter fell from 9.5 to 3.8 minutes.
  Monitoring by hospital; a new template dropped recall by 14, we saw it on the second day and mended it.

Tools: Python, PyTorch, spaCy
"""


def test_work_told_in_prose_is_work() -> None:
    found = parsed(TOLD)
    assert len(found.work) == 1
    assert (found.work[0].name, found.work[0].position, found.work[0].startDate) == (None, None, None)
    assert any("first version" in statement.text for statement in found.work[0].highlights)
    assert all(statement.section == "work" for statement in found.work[0].highlights)
    assert "sixteen years" in " ".join(statement.text for statement in found.basics.summary)


ONLY_STUDIED = """Ina Berg
ina@example.com

I am a student of informatics and look forward to my first position, in which I want to learn how models are brought to people
who need them, and how a team works. In my free time I read about agents and try things out.

EDUCATION
BSc Informatics, Oslo, 2023 - 2026

PROJECTS
Digits
 - Trained a small network on pictures of digits for a course of the second year, and compared it with a forest of trees
 - Wrote the report and the slides, and showed both to the class with a demo that ran on my own laptop in the browser
"""


def test_a_student_who_tells_of_hopes_has_no_job() -> None:
    assert parsed(ONLY_STUDIED).work == []


POSITIONS_ALONE = """Aino Niemi
Espoo, Finland

Positions

 2021–      Chief engineer of speech, Call Office Oy
 2014–2021  Technical University, doctoral researcher then research fellow
 2012–2014  Phone Works, software engineer (audio drivers, C)

What has been shipped

 - A streaming recogniser for three languages, trained from scratch on 31,000 hours; in use by the emergency centre since 2022
 - Every week three hours of calls are transcribed by hand and the error is reported by region; a drop was traced to a codec

Code: Python, C++, Shell, SQL
"""


def test_what_was_done_stands_below_a_bare_list_of_jobs() -> None:
    """Nobody knows of which job it tells: surely not of the oldest, below which it stands."""
    found = parsed(POSITIONS_ALONE)
    assert [w.startDate for w in found.work] == ["2021", "2014", "2012", None]
    assert not found.work[2].highlights
    assert len(found.work[3].highlights) == 2
    assert [group.keywords for group in found.skills] == [["Python", "C++", "Shell", "SQL"]]


def test_a_company_above_its_first_position_and_jobs_of_one_line() -> None:
    found = parsed(
        "Greta Lind\n\nArchitect on the side of the bank. I still write code on most days, though less than I would like to.\n\n"
        "NORTH BANK (9m customers)\n\nLead architect, 2021–present\n  - Chose not to use agents for payments, and wrote down why\n\n"
        "COPPER PAY, senior engineer, 2012–2017: risk models in production (Erlang, then Scala)\nTELCO, engineer, 2006–2012\n"
    )
    assert [(w.name, w.startDate) for w in found.work] == [
        ("NORTH BANK (9m customers)", "2021"), ("COPPER PAY", "2012"), ("TELCO", "2006"),
    ]  # fmt: skip


OTHER = """Jane Doe
jane@example.org

OTHER
Data Engineer, Quarry Freight, Jan 2018 - May 2020
Moved the ledgers to a queue that never waits.

EDUCATION
BSc Physics, University of Leeds, 2010 - 2014
"""


def test_jobs_at_once_below_a_heading_that_says_nothing() -> None:
    found = parsed(OTHER)
    assert [(w.name, w.position) for w in found.work] == [("Quarry Freight", "Data Engineer")]


DRAWN = """Seun Klein
seun@example.com

Client (sector)              | Period            | What was delivered
-----------------------------|-------------------|------------------------------
Rail Works (rail)            | Jan 2025 – now    | GPU cluster with a queue;
                             |                   | waiting fell from 9 h to 40 min.
Kontor (bank)                | Mar 2023 – Dec 24 | model registry and gates for
                             |                   | 44 models; drift alerts to the
                             |                   | owner. Still in use.

Tools: Kubernetes, Terraform, Triton
"""


def test_a_table_drawn_with_bars() -> None:
    found = parsed(DRAWN)
    assert [(w.startDate, w.endDate) for w in found.work] == [("2025-01", None), ("2023-03", "2024-12")]
    assert "Rail Works (rail)" in (found.work[0].name, found.work[0].position)
    assert [h.text for h in found.work[0].highlights] == [
        "GPU cluster with a queue; waiting fell from 9 h to 40 min."
    ]
    assert found.work[1].highlights[0].text.endswith("Still in use.")


def test_dates_said_in_a_jobs_first_words() -> None:
    found = parsed(
        "Getu Alem\ngetu@example.org\n\nEXPERIENCE\nSenior research engineer, University of Harbour and Voice Works\n"
        "The company came out of the project. Since 2020 I have run its servers, and the pager is mine on even weeks.\n"
        "- 26,000 calls a day for a hotline of nurses\n\nEDUCATION\nBSc Physics, Harbour University, 2012\n"
    )
    assert [(w.position, w.startDate, w.current) for w in found.work] == [
        ("Senior research engineer", "2020", True)
    ]


def test_what_stands_below_the_last_job_is_not_of_it() -> None:
    """What somebody uses today was not used in a job that ended long ago."""
    found = parsed(
        "Zita Barna\nfreelance developer, Pécs\n\nI take paper and make rows of it in the databases of other companies.\n\n"
        "CLIENTS\n\nCustoms broker (2018 – today)\n  Invoices, 26,000 pages a day; the sums are checked before anything is written.\n\n"
        "Rail Office, programmer, 2006 – 2013\n  Timetables in Java.\n\nI use: Python, PyTorch, vLLM\n\n"
        "Public code: huform, training data for forms, 240 stars.\n\nSchool: ELTE, mathematics, 2006\n"
    )
    assert [(w.startDate, w.endDate) for w in found.work] == [("2018", None), ("2006", "2013")]
    assert [group.keywords for group in found.skills] == [["Python", "PyTorch", "vLLM"]]
    assert not any(
        "vLLM" in s.text or "huform" in s.text for s in [*found.work[1].summary, *found.work[1].highlights]
    )
    assert found.education


def test_headings_in_a_text_whose_lines_were_lost() -> None:
    """Copied out of a form: only wide spaces part what were lines, and a heading stands behind a sentence."""
    found = parsed(
        "Vera Novak  vera@example.org  Marketing writer with nine years of experience in content and branding,  known for plain"
        " words and for meeting every date.    PROFESSIONAL EXPERIENCE  Sandbay Ferries, Port Orrin  Content Manager, May 2016"
        "  Present  Wrote the timetable pages and the letters to passengers.  Doubled the readers of the newsletter in two"
        " years without a paid advertisement.    EDUCATION  North Valley University  BA English, 2012\n"
    )
    assert [w.startDate for w in found.work] == ["2016-05"]
    assert [e.endDate for e in found.education] == ["2012"]


def test_a_spanish_form() -> None:
    found = parsed(
        "Nombre: Vera Robles\n\nEXPERIENCIA LABORAL\nFechas: 09/2021 – actualidad\nPuesto desempeñado: Responsable de Calidad\n"
        "Empresa: Molinos Arce\nFunciones:\n- Norma ISO 22000 en dos plantas\n\nFechas: 02/2017 – 08/2021\n"
        "Puesto desempeñado: Técnica de Laboratorio\nEmpresa: Quesos Valdeón\n"
    )
    assert [(w.name, w.position) for w in found.work] == [
        ("Molinos Arce", "Responsable de Calidad"),
        ("Quesos Valdeón", "Técnica de Laboratorio"),
    ]


DEGREES_LAST = """Aiko Brennan
Austin TX | aiko@post.example

Lumen Ads, ML engineer, 2017-2021
- trained the ranking models on 64 GPUs
- served them at 120k QPS

BSEE, UT San Antonio, 2017
BA Linguistics, Bangor, 2013
C++ CUDA Python PyTorch Triton vLLM
"""


def test_degrees_and_a_list_of_tools_below_the_last_job_are_none_of_its_work() -> None:
    made = parsed(DEGREES_LAST)
    assert [job.name for job in made.work] == ["Lumen Ads"]
    assert [course.studyType for course in made.education] == ["BSEE", "BA"]
    assert made.skills


WITHIN = """ADA BERG ............ Platform engineer
Oslo, from home since 2020 ............ ada@post.example

IN SHORT     Eleven years of keeping other people's software alive, the last six of them models.
             I care how long it takes to get a change in front of a customer and
             how long to take it away again.
2021-06      Tarn Pay (lender, 4 M customers)
to now       Staff engineer, platform

             What runs today       44 models on one path, each with tests of its own
                                   and a way back that takes a minute and a half.

2017-2021    Quarry Freight, reliability engineer. Moved 70 services.

2015-2017    Sysadmin, Lotus Grain.
TOOLS        Go, Argo, Postgres
"""


def test_a_job_that_begins_within_the_paragraph_that_introduces_somebody() -> None:
    made = parsed(WITHIN)
    assert made.basics.name == "ADA BERG"
    assert (made.work[0].name, made.work[0].startDate) == ("Tarn Pay (lender, 4 M customers)", "2021-06")


TABLE = """ADA BERG
ada@post.example

EMPLOYER            PERIOD          POSITION
Tarn Foods          2020-           Baker (3 reports)
Lotus Grain         2016-2020       Cook

SELECTED WORK       RESULT                              WHAT I TELL OVER COFFEE

Bread plan          Forty shops bake what they sell,    The model was the easy half. Bakers
for the north       with a third less thrown away.      wanted to see why, and so they do.
"""


def test_the_capitals_above_a_table_are_no_skills() -> None:
    made = parsed(TABLE)
    assert not made.skills
    assert [job.name for job in made.work][:2] == ["Tarn Foods", "Lotus Grain"]


MADE = """Ada Berg
ada@post.example

I ran the floors of restaurants, and would like a first job with data.

What I made at {place} and after (all in notebooks, on my GitHub)

House prices. The Ames data, top 18% of all.
Films. Collaborative filtering on ratings of a thousand people, with a small error.

Before
Restaurant Manager, The Copper Hen, 2019 - 2025. Team of 22, schedules, stock.
"""


def test_what_somebody_made_at_a_school_is_a_heading_of_projects() -> None:
    made = parsed(MADE.format(place="Pear Academy"))
    assert [job.position for job in made.work] == ["Restaurant Manager"]
    assert {said.section for said in made.statements if "Films" in said.text} == {"projects"}


def test_what_somebody_made_at_an_employer_is_work() -> None:
    made = parsed(MADE.format(place="The Copper Hen"))
    assert {said.section for said in made.statements if "Films" in said.text} == {"work"}
