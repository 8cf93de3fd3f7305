"""Jobs with which paragraphs begin: as names and dates before the first point, or told in a sentence."""

from __future__ import annotations

import pytest

from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.parsing.jobs.spoken import told_jobs
from aiscreen.reading import read


def parsed(text: str) -> Resume:
    return parse(read("resume.txt", data=text.encode()))


def jobs(found: Resume) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(job.name, job.position, job.startDate, job.endDate) for job in found.work]


@pytest.mark.parametrize(
    ("text", "name", "position", "start", "end"),
    [
        (
            "Since June 2021 I am at Holmgard Foods, as ML Engineer.",
            "Holmgard Foods",
            "ML Engineer",
            "2021-06",
            None,
        ),
        ("Before that, 2015 to 2018, I was an analyst at Tern Rail.", "Tern Rail", "analyst", "2015", "2018"),
        ("I joined Quillby in 2019 as a data engineer.", "Quillby", "data engineer", "2019", None),
        (
            "For nearly four years now, from March 2022 on, I've been Data Engineer at Hollin Ferries.",
            "Hollin Ferries",
            "Data Engineer",
            "2022-03",
            None,
        ),
        (
            "My first job was Network Administrator at Oro Cables, 2011 to 2014.",
            "Oro Cables",
            "Network Administrator",
            "2011",
            "2014",
        ),
        (
            "Prior to this I was Test Engineer at Mull & Skye (2015 – 2018), mostly radios.",
            "Mull & Skye",
            "Test Engineer",
            "2015",
            "2018",
        ),
        (
            "Since May 2023 I work for myself as data consultant under the name Lindgren Numbers.",
            "Lindgren Numbers",
            "data consultant",
            "2023-05",
            None,
        ),
        (
            "And Firmware Engineer (C) at Petrel Avionics, 2010-02 to 2012-09, altimeters.",
            "Petrel Avionics",
            "Firmware Engineer (C)",
            "2010-02",
            "2012-09",
        ),
        (
            "Before that I taught physics in a grammar school, Wexcombe School, from 2012 until 2016.",
            "Wexcombe School",
            None,
            "2012",
            "2016",
        ),
        ("She has been Head of Data at Rivermoor since 2021.", "Rivermoor", "Head of Data", "2021", None),
        ("2016 - 2018: tester at Bexley, where I found bugs.", "Bexley", "tester", "2016", "2018"),
        (
            'At Lumo (a start-up, since May 2023, "NLP Engineer") I train models.',
            "Lumo",
            "NLP Engineer",
            "2023-05",
            None,
        ),
        (
            "Now: Ostra Games. My title is Analyst, and I started in May 2022.",
            "Ostra Games",
            "Analyst",
            "2022-05",
            None,
        ),
        (
            "Fjell AI 2018 - 2020 (vision engineer, team of three). Cameras.",
            "Fjell AI",
            "vision engineer",
            "2018",
            "2020",
        ),
        (
            "From 2012 to 2015 I worked as a developer for a small bank.",
            "a small bank",
            "developer",
            "2012",
            "2015",
        ),
    ],
)
def test_a_sentence_tells_of_a_job(text: str, name: str, position: str, start: str, end: str | None) -> None:
    [(told, _)] = told_jobs(text)
    assert told.dates is not None
    assert (told.name, told.position, told.dates.start, told.dates.end) == (name, position, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "From 2021 to 2023 I led the migration at Acme.",
        "Since 2023 we work with Google on placement.",
        "Since 2024: letters with models of our own.",
        "I am a physicist who moved to machine learning in 2022.",
        "In 2020 the engineers at Acme doubled.",
    ],
)
def test_a_sentence_about_work_is_no_job(text: str) -> None:
    assert told_jobs(text) == []


TOLD = """Mirela Stan
mirela@example.org

I like quiet systems, and people who say what they want from one.

Since March 2019 I am at Kestrel Freight, first as Data Engineer and, from July 2022, as Lead
Platform Engineer. When I came the jobs ran by hand. They run by themselves now, 140 of them, and somebody reads the alarms.

The pipeline that I am proud of moves parcels' events into features within four seconds.

Before that, 2015 to February 2019, I was Developer at Bora Telecom. I wrote the billing export.
"""


def test_paragraphs_that_begin_with_a_job_are_jobs() -> None:
    found = parsed(TOLD)
    assert jobs(found) == [
        ("Kestrel Freight", "Data Engineer", "2019-03", "2022-07"),
        ("Kestrel Freight", "Lead Platform Engineer", "2022-07", None),
        ("Bora Telecom", "Developer", "2015", "2019-02"),
    ]
    said = [statement.text for statement in found.work[1].summary + found.work[1].highlights]
    assert said[0] == "When I came the jobs ran by hand."
    assert any("four seconds" in text for text in said)
    assert found.basics.summary[0].text.startswith("I like quiet systems")


HEADS = """Paul Verhoeven
paul@example.org

Zilver Insurance, Utrecht. Senior AI Engineer, since February 2024. I built the service that reads letters first. It runs in two halls.

Earlier: Polder Water, Analyst, 2019 - 2023. Load profiles in R and reports to the ministry of water.

EDUCATION
TU Delft, MSc Hydrology, 2017 - 2019. My thesis was about rivers, and rain that did not come.
"""


def test_names_and_dates_before_the_first_point_are_a_head() -> None:
    found = parsed(HEADS)
    assert jobs(found) == [
        ("Zilver Insurance", "Senior AI Engineer", "2024-02", None),
        ("Polder Water", "Analyst", "2019", "2023"),
    ]
    assert (found.education[0].institution, found.education[0].endDate) == ("TU Delft", "2019")
    said = [*found.work[0].summary, *found.work[0].highlights]
    assert said[0].text == "I built the service that reads letters first."


SUMMARY = """Ana Prieto

Since 2019 I have been a data scientist at Lupo Retail. I like forecasts, and the people who need them.

EXPERIENCE
Lupo Retail, Data Scientist, 2019 - present
- Forecasts of demand for 400 shops
Mira Bank, Analyst, 2016 - 2019
- Reports
"""


def test_a_job_that_is_listed_is_not_told_again() -> None:
    assert [job.name for job in parsed(SUMMARY).work] == ["Lupo Retail", "Mira Bank"]


@pytest.mark.parametrize("same", ["same agency", "Same agency", "the same agency"])
def test_the_same_employer_is_the_one_before(same: str) -> None:
    found = parsed(
        f"Ana Prieto\n\nEXPERIENCE\n\nML Engineer, Lupo Retail, 2020 - present\n- Forecasts\n\nAnalyst, {same}, 2016 - 2020\n- Reports\n"
    )
    assert [job.name for job in found.work] == ["Lupo Retail", "Lupo Retail"]


def test_a_sentence_about_a_time_within_a_job_is_no_job() -> None:
    found = parsed(
        "Ana Prieto\n\nCURRENT POSITION\nChief Architect, Lupo Care (12 clinics, 400 doctors), since May 2020\n\n"
        "She stopped nine pilots in the first year and published why she did so.\n\n"
        "Since 2024: letters are drafted by a model of our own, and doctors read every one of them before it leaves.\n"
    )
    assert jobs(found) == [("Lupo Care (12 clinics, 400 doctors)", "Chief Architect", "2020-05", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Tomas Verhage",
        "Tomas Verhage 🚀",
        "⭐ Tomas Verhage ⭐ Engineer of models ⭐",
        "Tomas Verhage (周文)",
        "Tomas Verhage, Berlin",
        "Hello, I'm Tomas Verhage, from a town by the sea. I build models for ports and ships.",
        "Name: Tomas Verhage. Living in Ghent, passport Dutch, no permit needed.",
        "Summary of the work of Mr. Tomas Verhage, M.Sc., who has built models for ports.",
    ],
)
def test_names_with_what_stands_around_them(text: str) -> None:
    found = parsed(f"{text}\nt@example.org\n\nSKILLS\nPython, Go, SQL\n")
    assert found.basics.name == "Tomas Verhage"
    assert not found.languages


def test_what_heads_say_is_a_quote_of_the_text() -> None:
    for text in (TOLD, HEADS, MARKED, SPANS):
        flat = " ".join(text.split())
        for statement in parsed(text).statements:
            assert statement.text in flat


MARKED = """Folake Ojo
folake@example.org

* Kola Pay (fintech), NLP Engineer, 02/2023 - present
The classifier reads chats in three languages, and is called by the backend nine thousand times a day.

* Freelance 2022, labels and guidelines for a corpus of twelve thousand pairs of sentences

-- Tide Robots, Engineer, 2019 - 2021 (sold in June 2021 to a maker of boats)
The robots saw nets and fish under water, and I wrote the part that told one from the other.
"""


def test_marks_before_heads_are_no_bullets() -> None:
    assert jobs(parsed(MARKED)) == [
        ("Kola Pay (fintech)", "NLP Engineer", "2023-02", None),
        ("Freelance", None, "2022", "2022"),
        ("Tide Robots", "Engineer", "2019", "2021"),
    ]


SPANS = """Jorun Dahl
jorun@example.org

## now
Coast clinics, Norway (nine houses). Head of models, 2022-.

I wrote a paper of nine pages in place of a platform, and then the platform that was left.
  * a gateway that all of the traffic goes through

## 2016-2021
Ship maker, Ulsteinvik. I began as a developer and ended as the lead for the models of wear.

## 2010-2016
Radio maker, Oslo. It was useful for knowing what a packet is.
"""


def test_a_heading_that_is_a_span_of_time_heads_a_job() -> None:
    found = parsed(SPANS)
    assert [(job.name, job.startDate, job.endDate) for job in found.work] == [
        ("Coast clinics, Norway (nine houses)", "2022", None),
        ("Ship maker, Ulsteinvik", "2016", "2021"),
        ("Radio maker", "2010", "2016"),
    ]
    assert found.work[0].position == "Head of models"


PASTE = """Rina Sato
Kobe

Experience

Senior Engineer
Hoshi Market · Full-time
Aug 2022 - Present · 4 yrs 4 mos
Search for a shop of twenty million people.
- Retrained the ranking every night

Kaze Labs
3 yrs 2 mos
Engineer
Full-time
Jul 2020 - Jul 2022 · 2 yrs 1 mo
Chat for two banks, on machines of their own.
Associate Engineer
Part-time
Jun 2019 - Jun 2020 · 1 yr 1 mo
Java for the same bot, and the logging of what it said.
"""


def test_a_company_with_the_whole_time_above_its_positions() -> None:
    assert jobs(parsed(PASTE)) == [
        ("Hoshi Market", "Senior Engineer", "2022-08", None),
        ("Kaze Labs", "Engineer", "2020-07", "2022-07"),
        ("Kaze Labs", "Associate Engineer", "2019-06", "2020-06"),
    ]


def test_activities_are_work_where_nothing_else_is() -> None:
    found = parsed(
        "Omid Rad\nomid@example.org\n\nI have taught for ten years, and like it.\n\nActivities:\n"
        "2016-2026 private teaching of networks to students, about 70 theses.\n"
        "2012-2016 university lecturer, fuzzy logic.\n"
    )
    assert [job.startDate for job in found.work] == ["2016", "2012"]
    assert not found.volunteer


def test_a_title_in_co_is_no_legal_form() -> None:
    found = parsed("Ana Gil\n\nEXPERIENCE\n\nOculo SAS, Co-founder & CTO, 2020 - 2025\n- Trains\n")
    assert jobs(found) == [("Oculo SAS", "Co-founder & CTO", "2020", "2025")]


@pytest.mark.parametrize(
    ("text", "name", "position", "start", "end"),
    [
        (
            "My first job (2015-2017) was as a trainee at Oulu Power. More.",
            "Oulu Power",
            "trainee",
            "2015",
            "2017",
        ),
        ("Data engineer with Savane since March 2023. More.", "Savane", "Data engineer", "2023-03", None),
        (
            "I am employed by Ume Ports, where I have been Analyst since 2020.",
            "Ume Ports",
            "Analyst",
            "2020",
            None,
        ),
        (
            "Previously (2016 to 2020) I was with Ise Steel as Tester. More.",
            "Ise Steel",
            "Tester",
            "2016",
            "2020",
        ),
        ("The Post (Jan 2022 - now): NLP engineer. Search.", "The Post", "NLP engineer", "2022-01", None),
        ("A: At Clif, as Lead Engineer, since May 2021. More.", "Clif", "Lead Engineer", "2021-05", None),
        ("What I do now: engineer at Njal since May 2021. More.", "Njal", "engineer", "2021-05", None),
    ],
)
def test_other_ways_to_tell_of_a_job(
    text: str, name: str, position: str, start: str, end: str | None
) -> None:
    [(told, _)] = told_jobs(text)
    assert told.dates is not None
    assert (told.name, told.position, told.dates.start, told.dates.end) == (name, position, start, end)


def test_labels_before_jobs_and_duties_behind_their_dates() -> None:
    found = parsed(
        "Luis Paz -- MLOps\nluis@example.org\n\nI have had three jobs.\n\n"
        "First job: Telnor, sysadmin, 2012 to 2016. Linux servers, and backups that were tested.\n"
        "Second job: Farma Sur, DevOps engineer, 2016 to 2020, forty services moved to Kubernetes.\n"
        "Third and current job: Credito Uno, MLOps engineer, 2020 to now. I carry the pager for 31 models.\n"
    )
    assert jobs(found) == [
        ("Telnor", "sysadmin", "2012", "2016"),
        ("Farma Sur", "DevOps engineer", "2016", "2020"),
        ("Credito Uno", "MLOps engineer", "2020", None),
    ]


def test_titles_in_small_letters_and_a_heading_with_its_order() -> None:
    found = parsed(
        "# Lotte Haak\n\nlotte@example.org\n\n## Jobs, most recent first\n\n**Polder Bank** · platform engineer · since May 2021\n"
        "Features in Postgres for sixty models.\n\n**Tulp Winkels** · data engineer · 2018-2021\nKafka, and too much YAML.\n"
    )
    assert jobs(found) == [
        ("Polder Bank", "platform engineer", "2021-05", None),
        ("Tulp Winkels", "data engineer", "2018", "2021"),
    ]


NOTED = """Ravi Menon, Kochi. ravi@example.org

+----------------------+----------------------------------+
| Period               | Employer and position            |
+----------------------+----------------------------------+
| Feb 2019 - present   | Palm Ads Pte Ltd, ML Engineer    |
| Nov 2014 - Jan 2019  | Bright Exchange, Data Engineer   |
+----------------------+----------------------------------+

Notes on the above

Palm Ads. I look after the bidding, which answers four million requests in a second and has twelve milliseconds for each of them.

The calibration was a thing that nobody cared about until I showed what it cost in a year, and in which of the segments it did so, quarter after quarter, until somebody asked.

Bright Exchange. I predicted clicks with a linear model, and the code that explores was still running when I last asked there, some four years after I had gone.
"""


def test_notes_below_a_table_tell_of_the_job_that_they_name() -> None:
    found = parsed(NOTED)
    assert [(job.name, len(job.highlights)) for job in found.work] == [
        ("Palm Ads Pte Ltd", 3),
        ("Bright Exchange", 2),
    ]


def test_points_part_the_time_the_employer_and_the_title() -> None:
    found = parsed(
        "Mateo Silva\nmateo@example.org\n\nWork\n\n2024-now. Rio Seguros. ML engineer. I keep the model of claims alive, every week.\n\n"
        "2021-2024. Puerto Verde. Backend developer. Services in Go and a lot of SQL.\n\n2019-2021. Freelance. Pages for shops, and for a club of rowers by the sea.\n"
    )
    assert jobs(found) == [
        ("Rio Seguros", "ML engineer", "2024", None),
        ("Puerto Verde", "Backend developer", "2021", "2024"),
        ("Freelance", None, "2019", "2021"),
    ]


def test_a_job_that_ended_and_one_that_is_led() -> None:
    found = parsed(
        "Siobhan Kerr\nsiobhan@example.org\n\nI like letters, and the machines that can read them well.\n\n"
        "I started in January 2016 as a developer at Shan Software, where I stayed until May 2019. It was small.\n\n"
        "Since September 2022 I lead the learning team at Burr Health. We are four, and read letters.\n"
    )
    assert jobs(found) == [
        ("Shan Software", "developer", "2016-01", "2019-05"),
        ("Burr Health", None, "2022-09", None),
    ]


def test_a_later_sentence_of_a_paragraph_goes_back_to_another_job() -> None:
    found = parsed(
        "Ada Berg\nada@post.example\n\n"
        "From 2019 to 2024 I was data engineer at Tarn Foods. There I kept the ledgers of nine depots in order and wrote the "
        "nightly loads. Before this, 2015 till 2018, I worked as analyst for Quarry Freight. I counted pallets.\n"
    )
    assert jobs(found) == [("Tarn Foods", "data engineer", "2019", "2024"), ("Quarry Freight", "analyst", "2015", "2018")]  # fmt: skip
    assert [s.text for s in found.work[1].highlights] == ["I counted pallets."]


def test_a_rise_at_one_employer_in_one_sentence() -> None:
    found = told_jobs("I have been at Holm Telecom since June 2021, hired as Data Analyst and promoted to Data Engineer in May 2023.")  # fmt: skip
    assert [(told.position, told.dates.start, told.dates.end) for told, _ in found if told.dates] == [
        ("Data Analyst", "2021-06", "2023-05"),
        ("Data Engineer", "2023-05", None),
    ]


def test_a_head_that_no_point_ends_is_no_sentence_with_the_line_below() -> None:
    found = parsed(
        "Ada Berg\nada@post.example\n\nExperience\n\n"
        "05/2020 – 09/2023: Developer (Go) at Tarn Foods AG, Ulm\nLedgers of nine depots, kept in a queue that never waits.\n\n"
        "05/2017 – 04/2020: Tester (C) at Quarry Freight AG, Ulm\nScales for lorries, read over a radio at night.\n"
    )
    assert [[s.text for s in [*job.summary, *job.highlights]] for job in found.work] == [
        ["Ledgers of nine depots, kept in a queue that never waits."],
        ["Scales for lorries, read over a radio at night."],
    ]


def test_a_heading_right_above_a_job_is_no_part_of_its_sentence() -> None:
    found = parsed("Ada Berg\nada@post.example\n\nExperience\n04/2020 – 09/2023: Developer at Tarn Foods AG, Ulm\nLedgers of nine depots, kept in a queue.\n")  # fmt: skip
    assert jobs(found) == [("Tarn Foods AG", "Developer", "2020-04", "2023-09")]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Dott. Carlo Benassi\ncarlo@post.example", "Carlo Benassi"),
        ("Dipl.-Ing. Jutta Wehrle\njutta@post.example", "Jutta Wehrle"),
        ("PEDRO ELIAS\nQUIROGA SALAS\n\nPuebla\npedro.quiroga@post.example", "PEDRO ELIAS QUIROGA SALAS"),
        ("Application – Aino Lind-Koski, Oulu (aino@lind-koski.example)", "Aino Lind-Koski"),
    ],
)
def test_a_name_behind_a_degree_over_two_rows_or_in_an_application(top: str, name: str) -> None:
    assert parsed(f"{top}\n\nSkills\nPython, SQL, Go\n").basics.name == name


@pytest.mark.parametrize(
    ("sentence", "school", "degree"),
    [
        ("I've got a bachelor Logistiek from Hogeschool Drenthe-Zuid (2014).", "Hogeschool Drenthe-Zuid", "bachelor"),
        ("Later on I went back to school: Kalmar Tekniska Högskola, BSc Electronics, 2017.", "Kalmar Tekniska Högskola", "BSc"),
    ],
)  # fmt: skip
def test_a_sentence_below_a_told_job_tells_of_a_course(sentence: str, school: str, degree: str) -> None:
    found = parsed(
        "Ada Berg\nada@post.example\n\n"
        "From 2018 to 2024 I was data engineer at Tarn Foods. There I kept the ledgers of nine depots in order.\n\n"
        f"{sentence}\n"
    )
    assert [(course.institution, course.studyType) for course in found.education] == [(school, degree)]


def test_a_table_of_studies_typed_with_bars_has_a_row_that_names_its_columns() -> None:
    found = parsed("Ada Berg\nada@post.example\n\nEDUCATION\n\n| Year | Institution | Degree |\n|------|------|------|\n| 2016 | Universitas Riau Utara | BSc Statistics |\n")  # fmt: skip
    assert [course.institution for course in found.education] == ["Universitas Riau Utara"]


@pytest.mark.parametrize("heading", ["School Projects", "Student Projects"])
def test_projects_of_a_school_are_projects(heading: str) -> None:
    found = parsed(f"Ada Berg\nada@post.example\n\n{heading}\n\n- Flat prices: predicted from open data with trees\n- Digits: read by a small network\n")  # fmt: skip
    assert len(found.projects) == 2 and not found.education
