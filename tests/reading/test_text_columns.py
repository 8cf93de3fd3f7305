"""Columns and tables that plain text makes of characters."""

from __future__ import annotations

from aiscreen.parsing import parse
from aiscreen.reading import read
from tests.reading.pages import cells, texts

SIDEBAR = """\
                              N E R E A   E C H E V E R R I

CONTACT                                       PROFILE
Bilbao                        Tide forecaster who keeps small models
nerea@muelle.example          honest. Seven years of harbours, locks
+34 944 550 112               and weather stations.

SKILLS                                         WORK
Python                        FORECASTER
PyTorch                       Muelle Norte, Bilbao
Airflow                       03/2021 - present
                              Trained the model of the outer harbour
LANGUAGES                     and its alarms for nine shipping
Basque                        companies.
English                       - Wrote the nightly jobs in Airflow
                              - Moved the sensors to one queue

                              ANALYST
                              Locks of Zorroza, 2018 - 2020
                              Counted barges by hand and by camera.
"""


def _read(text: str) -> list[str]:
    return texts(read("a.txt", data=text.encode()))


def test_a_sidebar_is_read_before_the_column_beside_it() -> None:
    found = _read(SIDEBAR)
    assert found[1:10] == [
        "CONTACT", "Bilbao", "nerea@muelle.example", "+34 944 550 112", "SKILLS", "Python", "PyTorch", "Airflow", "LANGUAGES",
    ]  # fmt: skip
    assert found[12:16] == ["PROFILE", "Tide forecaster who keeps small models", "honest. Seven years of harbours, locks", "and weather stations."]  # fmt: skip
    resume = parse(read("a.txt", data=SIDEBAR.encode()))
    assert [job.startDate for job in resume.work] == ["2021-03", "2018"]


def test_columns_go_on_over_pages_and_lines_number_them() -> None:
    text = SIDEBAR.replace("LANGUAGES", "\fLANGUAGES")
    document = read("a.txt", data=text.encode())
    assert texts(document) == _read(SIDEBAR)
    assert [line.number for line in document.lines] == [*range(1, len(document.lines) + 1)]
    assert len({line.block for line in document.lines}) == 3


def test_columns_parted_by_a_bar() -> None:
    found = _read("\n".join(line[:28].ljust(28) + "| " + line[30:] for line in SIDEBAR.splitlines()[2:]))
    assert found[:2] == ["CONTACT", "Bilbao"]
    assert "Forecaster who keeps | Python" not in found and not any("|" in line for line in found)
    assert found[11:13] == ["PROFILE", "Tide forecaster who keeps small models"]


def test_the_name_over_the_right_column_comes_first() -> None:
    lines = SIDEBAR.splitlines()[2:]
    over = ["CONTACT".ljust(30) + "Nerea Echeverri", "Bilbao".ljust(30) + "Tide forecaster", "", *lines[2:]]
    assert _read("\n".join(over))[:4] == ["Nerea Echeverri", "Tide forecaster", "CONTACT", "Bilbao"]


def test_what_belongs_to_its_line_stays_there() -> None:
    text = """\
Nerea Echeverri

WORK
Forecaster, Muelle Norte, Bilbao                        2021 - present
  - Trained the model of the outer harbour and its
    alarms for nine shipping companies
Analyst, Locks of Zorroza                                  2018 - 2020
  - Counted barges by hand and by camera
Deckhand, Ría Ferries                                      2016 - 2018
  - Sold tickets
Clerk, Fish Market                                         2014 - 2016

SKILLS
Languages      Python, Rust and enough Fortran to
               read the old tide tables
Models         PyTorch, gradient boosting
Pipelines      Airflow, Kafka
Places         AWS, the harbour's own racks

Python              Airflow             Kafka
PyTorch             Rust                Docker
gradient boosting   Grafana             Postgres
tide tables         Terraform           Linux
"""
    found = _read(text)
    assert "Analyst, Locks of Zorroza 2018 - 2020" in found
    assert "Languages Python, Rust and enough Fortran to" in found
    assert "gradient boosting Grafana Postgres" in found
    assert len({line.block for line in read("a.txt", data=text.encode()).lines}) == 1


def test_boxes_and_their_tables() -> None:
    text = """\
╔══════════════════════════════════════════════════════╗
║  NEREA ECHEVERRI                                     ║
║  nerea@muelle.example │ Bilbao                       ║
╠══════════════════════════════════════════════════════╣
║  WORK                                                ║
╟─────────────┬────────────────────────────────────────╢
║ 2021 – now  │ ML Engineer, Muelle Norte              ║
║             │ Trained the model of the outer harbour ║
║             │ and its alarms.                        ║
╟─────────────┼────────────────────────────────────────╢
║ 2018 – 2020 │ Analyst, Locks of Zorroza              ║
║             │ Counted barges by hand and by camera.  ║
╚═════════════╧════════════════════════════════════════╝
"""
    document = read("a.txt", data=text.encode())
    assert texts(document) == [
        "NEREA ECHEVERRI", "nerea@muelle.example | Bilbao", "WORK",
        "2021 – now | ML Engineer, Muelle Norte", "Trained the model of the outer harbour", "and its alarms.",
        "2018 – 2020 | Analyst, Locks of Zorroza", "Counted barges by hand and by camera.",
    ]  # fmt: skip
    assert [line.text[:7] for line in document.lines if line.bullet] == ["Trained", "Counted"]
    assert [job.position for job in parse(document).work] == ["ML Engineer", "Analyst"]


def test_rules_and_leaders_are_no_text() -> None:
    found = read(
        "a.txt", data="── WORK ──────────\nMuelle Norte ........ 2019 - 2021\nSKILLS ________\nC++\n".encode()
    )
    assert texts(found) == ["WORK", "Muelle Norte 2019 - 2021", "SKILLS", "C++"]
    assert cells(found.lines[1]) == ["Muelle Norte", "2019 - 2021"]
    assert texts(read("a.txt", data=("--" + "a-" * 40_000).encode()))[0].endswith("a-a-"), "in no time"


def test_cells_of_a_table_that_go_on_over_lines() -> None:
    text = """\
WHAT              RESULT                      WHAT I LEARNED

Tide model        Error down from 31 to 19    Start with the harmonic model. The
of the outer      centimetres on two years    network only had to learn what was
harbour           kept aside.                 left over.

Lock queue        Waiting time 12% lower.     Masters of barges lie about their
(2019)            Runs on one                 draught, and the camera saw it
                  machine.                    before we did.
"""
    document = read("a.txt", data=text.encode())
    assert [line.text for line in document.lines if not line.bullet and line.text[0].isupper()][:2] == [
        "WHAT | RESULT | WHAT I LEARNED",
        "Tide model of the outer harbour",
    ]
    found = document.text
    assert "Error down from 31 to 19\ncentimetres on two years\nkept aside." in found
    assert "network only had to learn what was\nleft over.\nLock queue (2019)" in found


def test_rows_of_a_table_begin_where_every_cell_holds_something() -> None:
    text = """\
Employer           Position          Period         Duties
Muelle Norte       Data Engineer     Jan 2021 to    • Kept the sensors of the outer
Lea                                  present        harbour on one queue
                                                    • Wrote the nightly jobs
Locks of Zorroza   Analyst           Feb 2018 to    • Counted barges
                                     Dec 2020       by hand and by camera
"""
    found = _read(text)
    assert "Muelle Norte | Lea | Data Engineer | Jan 2021 to present" in found
    assert found[-3:] == [
        "Locks of Zorroza | Analyst | Feb 2018 to Dec 2020",
        "Counted barges",
        "by hand and by camera",
    ]


def test_dates_broken_left_of_two_lines_are_whole() -> None:
    french = "janv. 2016 – févr. Chargée de projet, Nantes\n          2019 ○ Rédaction du programme\n"
    assert _read(french) == ["janv. 2016 – févr. 2019 Chargée de projet, Nantes", "Rédaction du programme"]
    text = "02/2014– Engineer, Muelle Norte\n07/2018  ○ Kept the sensors\n2010 - present\n2008\nMay 2006 –   Clerk\nMay 2008     Market\n"
    assert _read(text) == [
        "02/2014– 07/2018 Engineer, Muelle Norte", "Kept the sensors", "2010 - present", "2008", "May 2006 – Clerk",
        "May 2008 Market",
    ]  # fmt: skip


def test_dates_flush_right_beside_items_go_to_the_head() -> None:
    text = """\
Muelle Norte, Data Engineer                                  Bilbao
  • Kept the sensors of the outer harbour          Jan 2021 – present
    on one queue                                    5 years 10 months
  • Wrote the nightly jobs

Locks of Zorroza, Analyst                                   Zorroza
  • Counted barges                              Feb 2018 – Dec 2020
"""
    assert _read(text) == [
        "Muelle Norte, Data Engineer Bilbao Jan 2021 – present 5 years 10 months",
        "Kept the sensors of the outer harbour", "on one queue", "Wrote the nightly jobs",
        "Locks of Zorroza, Analyst Zorroza Feb 2018 – Dec 2020", "Counted barges",
    ]  # fmt: skip


def test_dates_and_places_left_of_their_entries_are_no_column() -> None:
    entry = "{:<22}Data Engineer, Muelle Norte\n{:<22}\n{:22}• Kept the sensors of the outer harbour on\n{:22}  one queue and its alarms\n"
    years = range(2020, 2008, -2)
    text = "Nerea Echeverri\n\n" + "\n".join(
        entry.format(f"{year} - {year + 2}", "Bilbao", "", "") for year in years
    )
    found = read("a.txt", data=text.encode())
    assert "2020 - 2022 Data Engineer, Muelle Norte" in texts(found)
    assert len({line.block for line in found.lines}) == 1


def test_letters_that_stand_for_bullets_and_numbers_of_pages() -> None:
    items = ["Kept the sensors", "Wrote jobs", "Counted barges", "Sold tickets"]
    text = (
        "Nerea Echeverri\n"
        + "".join(f"  f {item}\n" for item in items)
        + "\n   Nerea Echeverri – 1/2\n\n\fClerk\nf Sold fish\n"
    )
    document = read("a.txt", data=text.encode())
    assert [line.text for line in document.lines if line.bullet] == [*items, "Sold fish"]
    assert texts(document)[-2:] == ["Clerk", "Sold fish"]
    assert "1/2" not in document.text


def test_columns_inside_a_fence_of_markdown() -> None:
    found = texts(read("a.md", data=f"# Nerea Echeverri\n\n```\n{SIDEBAR}```\n\nSee **above**\n".encode()))
    assert found[0] == "Nerea Echeverri"
    assert found[2:4] == ["CONTACT", "Bilbao"]
    assert found[12:14] == ["English", "PROFILE"]
    assert found[-1] == "See above"
