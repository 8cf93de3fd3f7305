"""What is no column, though it stands like one: dates flush right, centred lines, a header at the right."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from aiscreen.parsing import parse
from tests.reading.pages import Put, cells, document, texts

SENTENCE = "Counted containers at four berths for the port and reported delays to the harbour master daily"


def test_columns_of_skills_between_entries_with_dates_flush_right() -> None:
    """As in boxes with a margin inside: the dates end a little before the header does."""
    put: list[Put] = [
        (-560, 50, "Ilse Marchetti", 18, True), (-560, 66, "ilse@brief.example"), (-560, 80, "+31 20 555 0101"),
        (52, 120, "Education", 12, True), (46, 140, "BSc Mathematics", 10, True), (-548, 140, "2014 - 2018"), (46, 153, "Delta College"),
        (52, 185, "Skills", 12, True),
    ]  # fmt: skip
    lists = [
        ["Languages", "Python", "Go", "SQL"],
        ["Tools", "Airflow", "dbt", "Docker"],
        ["Clouds", "AWS", "GCP"],
    ]
    put += [
        (x, 205 + 13 * at, word, 10, at == 0)
        for x, words in zip((46, 219, 393), lists, strict=True)
        for at, word in enumerate(words)
    ]
    put += [
        (52, 285, "Experience", 12, True), (46, 305, "Harbour Statistics", 10, True), (-548, 305, "2020 - 2023"),
        (46, 318, "Data Analyst"), (58, 333, SENTENCE), (46, 353, "Tide Office", 10, True), (-548, 353, "2018 - 2020"),
        (46, 366, "Clerk"), (58, 381, "Kept the tables of tides and currents"),
    ]  # fmt: skip
    found = document(put)
    assert texts(found)[:3] == ["Ilse Marchetti", "ilse@brief.example", "+31 20 555 0101"]
    assert [cells(line) for line in found.lines[3:]] == [
        ["Education"], ["BSc Mathematics", "2014 - 2018"], ["Delta College"], ["Skills"],
        *[[word] for words in lists for word in words],
        ["Experience"], ["Harbour Statistics", "2020 - 2023"], ["Data Analyst"], [SENTENCE],
        ["Tide Office", "2018 - 2020"], ["Clerk"], ["Kept the tables of tides and currents"],
    ]  # fmt: skip


def centred(y: float, text: str, bold: bool = False) -> Put:
    return (300 - 2.4 * len(text), y, text, 10, bold)


def test_centred_lines_that_begin_alike_are_no_column() -> None:
    lines = [
        "Prefecture of Itatiba", "Data Intern", "Santiago", "March 2020 - December 2020", "Education", "State University",
        "Statistics", "Bachelor", "February 2017 - December 2020", "Competences", "Languages known", "Portuguese, native",
    ]  # fmt: skip
    put: list[Put] = [centred(100 + 14 * at, text) for at, text in enumerate(lines)]
    put += [(60, 280, "• Python"), (60, 293, "• SQL")]
    assert texts(document(put)) == [*lines, "Python", "SQL"]


def test_a_sidebar_level_with_the_date_of_an_entry_stays_a_sidebar() -> None:
    tags = [
        "MLOps",
        "MLflow",
        "BentoML",
        "Argo Workflows",
        "Kubernetes",
        "Docker",
        "Terraform",
        "Prometheus",
        "Kafka",
    ]
    side: list[Put] = [(50, 120 + 16 * at, tag) for at, tag in enumerate(tags)]
    main: list[Put] = [
        (190, 120, "Experience", 12, True), (190, 133, "Rhone Energy", 11, True), (-540, 133, "01/2021 - Present", 8), (190, 146, "Engineer"),
        (190, 159, "Kept the tables of tides and currents for all ships"), (190, 187, "Grand Marche", 11, True),
        (-540, 184, "09/2017 - 12/2020", 8), (190, 199, "Data Engineer"), (190, 212, "Counted containers at four berths"),
        (190, 225, "Reported delays to the harbour master"), (190, 238, "Answered letters from sailors"),
    ]  # fmt: skip
    found = texts(document(side + main))
    assert found[: len(tags)] == tags
    assert found[len(tags) : len(tags) + 2] == ["Experience", "Rhone Energy 01/2021 - Present"]


def test_headings_and_dates_painted_as_one_cell_go_with_the_text_painted_next() -> None:
    rows: list[tuple[list[tuple[str, float]], list[str]]] = [
        ([("Contact", 14)], ["ilse@brief.example", "+31 20 555 0101"]),
        ([("Experience", 14), ("2020 to 2023", 8)], ["Data Analyst at Harbour Statistics", "Counted containers", "Reported delays", "Kept tables"]),
        ([("2018 to 2020", 8)], ["Clerk at Tide Office", "Answered letters from sailors", "Filed the charts"]),
        ([("Education", 14), ("2014 to 2018", 8)], ["Delta College", "BSc: Mathematics", "Rowing club"]),
        ([("Languages", 14)], ["Dutch", "English", "Frisian"]),
        ([("Awards", 14), ("Golden Anchor", 8)], ["Port Authority", "For the tables", "Of tides"]),
    ]  # fmt: skip
    put: list[Put] = [(250, 60, "Ilse Marchetti", 18, True)]
    wanted: list[list[str]] = [["Ilse Marchetti"]]
    y = 120.0
    for labels, lines in rows:
        put += [(60, y + 20 * at, label, size) for at, (label, size) in enumerate(labels)]
        put += [(210, y + 13 * at, line, 9) for at, line in enumerate(lines)]
        y += max(13 * len(lines), 20 * len(labels)) + 16
        wanted += [[label] for label, size in labels if size == 14]
        wanted += [
            [label for label, size in labels if size != 14] + lines[:1],
            *([line] for line in lines[1:]),
        ]
    assert [cells(line) for line in document(put).lines] == wanted


def test_labels_flush_right_whose_values_begin_anew_are_labels_of_their_own() -> None:
    put: list[Put] = [(52, 100, "Skills", 14, True)]
    for at, (label, value) in enumerate(
        (
            ("Languages", "Python, Go"),
            ("ML", "PyTorch, LightGBM, Ray and FAISS"),
            ("Data", "Kafka"),
            ("Cloud", "AWS, GCP"),
        )
    ):
        put += [(-145, 120 + 14 * at, label, 10, True), (155, 120 + 14 * at, value)]
    put += [(52, 200, "Projects", 14, True), (52, 220, SENTENCE)]
    found = [cells(line) for line in document(put).lines]
    assert [line[0] for line in found] == ["Skills", "Languages", "ML", "Data", "Cloud", "Projects", SENTENCE]


def card(x: float, y: float, lines: list[str]) -> list[Put]:
    return [(x, y + 13 * at, line, 8 if at == 2 else 9, at == 0) for at, line in enumerate(lines)]


def test_cards_of_one_kind_are_columns_between_the_headings_over_both() -> None:
    jobs = [
        ["Data Analyst", "Harbour Statistics", "2020 - 2023, Rotterdam, Netherlands", "Counted containers at four berths", "Reported delays"],
        ["Tide Clerk", "Tide Office", "2018 - 2020, Den Helder, Netherlands", "Answered letters from sailors", "Filed the charts"],
    ]  # fmt: skip
    courses = [
        ["MSc Statistics", "Delta College", "2014 - 2018"],
        ["BSc Mathematics", "River College", "2011 - 2014"],
    ]
    put: list[Put] = [(40, 50, "Ilse Marchetti", 19, True), (40, 70, "Data analyst")]
    for y, heading, cards in ((110, "Experience", jobs), (240, "Education", courses)):
        put.append((28, y, heading, 11, True))
        for x, lines in zip((40, 316), cards, strict=True):
            put += card(x, y + 30, lines)
    put += [(28, 330, "Skills", 11, True), (28, 345, SENTENCE, 9)]
    assert texts(document(put)) == [
        "Ilse Marchetti", "Data analyst", "Experience", *jobs[0], *jobs[1], "Education", *courses[0], *courses[1], "Skills", SENTENCE,
    ]  # fmt: skip


def test_a_list_in_two_columns_under_an_entry() -> None:
    left = [
        "• Operated the forecasts in production on",
        "the cluster with alerts",
        "• Kept the tables of tides for",
    ]
    right = [
        "• Wrote the drift detection and roll-back",
        "that prevented three outages",
        "• Cut the cost of training by half",
    ]
    put: list[Put] = [
        (30, 100, "Data Analyst", 10, True),
        (-420, 100, "2020 - 2023"),
        (30, 114, "Harbour Statistics"),
    ]
    put += [(32, 130 + 11 * at, line, 8) for at, line in enumerate(left)]
    put += [(226, 130 + 11 * at, line, 8) for at, line in enumerate(right)]
    put += [(30, 185, "Tide Clerk", 10, True), (-420, 185, "2018 - 2020"), (30, 199, "Tide Office")]
    found = texts(document(put))
    assert found[2:8] == [line.removeprefix("• ") for line in left + right]


def test_two_lists_beside_each_other_both_set_flush_right() -> None:
    main = [
        "Data Analyst at Harbour Statistics", "Counted containers at four berths for the port", "and reported delays to the harbour master",
        "Filed the charts of every tide of the year", "Tide Clerk at the Tide Office", "Answered letters from sailors and from ships",
        "Kept the tables of tides and of currents",
    ]  # fmt: skip
    put: list[Put] = [(30, 100, "Experience", 14, True)]
    put += [(30, 122 + 13 * at, line) for at, line in enumerate(main)]
    put += [(-560, 100, "Skills", 14, True)]
    lists = [
        ["Languages", "Python", "Go", "SQL", "Rust", "Haskell"],
        ["Learning", "PyTorch", "scikit-learn", "Ray", "FAISS", "Keras"],
    ]
    put += [
        (-490 - 70 * column, 122 + 10 * at, word, 8)
        for column, words in enumerate(lists)
        for at, word in enumerate(words)
    ]
    put += [
        (-560, 200, "Education", 14, True),
        (-560, 216, "BSc Mathematics", 8),
        (-560, 227, "Delta College", 8),
    ]
    assert texts(document(put))[: len(main) + 1] == ["Experience", *main]


def test_dates_left_of_a_sidebar_are_not_its_edge() -> None:
    put: list[Put] = [(-560, 60, "Ilse Marchetti", 16, True), (470, 80, "Data Analyst", 8)]
    put += [
        (470, 130 + 19 * at, word, 7)
        for at, word in enumerate(("ilse@brief.example", "+31 20 555 0101", "www.ilse.example"))
    ]
    put += [
        (446, 230 + 12 * at, word, 8)
        for at, word in enumerate(
            ("EDUCATION", "BSc Mathematics", "Delta College", "Rowing club", "Chess club")
        )
    ]
    for at, (title, firm, dates) in enumerate(
        (
            ("Data Analyst", "Harbour Statistics, Rotterdam", "2020 - 2023"),
            ("Tide Clerk", "Tide Office, Den Helder", "2018 - 2020"),
            ("Intern", "Lighthouse, Texel", "2016 - 2017"),
        )
    ):
        put += [(93, 165 + 36 * at, title, 9), (362, 166 + 36 * at, dates, 7), (93, 177 + 36 * at, firm, 8)]
    found = document(put)
    heads = [
        cells(line)
        for line in found.lines
        if "20" in line.text and "@" not in line.text and "+" not in line.text
    ]
    assert heads == [
        ["Data Analyst", "2020 - 2023"],
        ["Tide Clerk", "2018 - 2020"],
        ["Intern", "2016 - 2017"],
    ]


def test_headings_centred_on_one_axis_stand_over_the_cards_below_them() -> None:
    """The page's longest line is short of its margin: the axis of the headings is not the middle of the text."""
    put: list[Put] = []
    for y, heading in ((100, "Work"), (240, "Education"), (340, "Skills and tools")):
        put.append((300 - 3.4 * len(heading), y, heading, 14, True))
    put += [
        (40, 125 + 13 * at, line)
        for at, line in enumerate(("Data Analyst", "Harbour Statistics", "2020 - 2023", SENTENCE[:80]))
    ]
    courses = [
        ["MSc Statistics", "Delta College", "2014 - 2018"],
        ["BSc Mathematics", "River College", "2011 - 2014"],
    ]
    for x, lines in zip((40, 318), courses, strict=True):
        put += [(x, 265 + 13 * at, line, 10, at == 0) for at, line in enumerate(lines)]
    put += [(40, 365, "Python, PostgreSQL, Airflow")]
    found = texts(document(put))
    assert found[5:12] == ["Education", *courses[0], *courses[1]]


def test_a_typewriter_s_spaces_are_spaces() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Courier", 10)
        for at, line in enumerate(
            (
                "Counted containers at four berths",
                "Reported delays to the harbour m.",
                "Answered letters of every sailor.",
            )
        ):
            canvas.drawString(60, 700 - 10.4 * at, line)

    assert [len(line.cells) for line in document(page).lines] == [1, 1, 1]


def test_two_sections_side_by_side_below_entries_with_dates_flush_right() -> None:
    put: list[Put] = []
    for at, (firm, place, title, dates) in enumerate(
        (
            ("Harbour Statistics", "Rotterdam", "Data Analyst", "2020 - 2023"),
            ("Tide Office", "Den Helder", "Clerk", "2018 - 2020"),
            ("Lighthouse", "Texel", "Intern", "2017 - 2018"),
        )
    ):
        y = 120 + 55 * at
        put += [
            (43, y, firm, 10, True),
            (-552, y, place),
            (43, y + 14, title),
            (-552, y + 14, dates),
            (55, y + 28, "• " + SENTENCE),
        ]
    put += [(140, 300, "Education", 12, True), (414, 300, "Skills", 12, True)]
    left = ["Delta College", "BSc Mathematics", "2014 - 2018", "River College", "Diploma", "2011 - 2014"]
    right = ["Languages: Python, Go, Rust", "Databases: PostgreSQL", "Tools: Airflow, Docker"]
    for x, lines in ((43, left), (306, right)):
        put += [(x, 320 + 14 * at, line, 10, at % 3 == 0) for at, line in enumerate(lines)]
    put += [(275, 420, "Projects", 12, True), (43, 440, SENTENCE)]
    found = texts(document(put))
    assert found[-11:] == ["Education", *left, "Skills", *right, "Projects", SENTENCE][-11:]
    assert found[found.index("Skills") + 1 :][:3] == right


def test_headings_of_two_columns_end_the_dates_above_them() -> None:
    """Dates at the left of a timeline; below it two columns, of which the left begins where the dates do."""
    page: list[Put] = [
        (44, 60, "Anahit Petros", 22, True), (44, 110, "CAREER", 13, True),
        (70, 135, "May 2021 – Present"), (170, 135, "Verdugo Medical Center", 11, True), (170, 149, "• Run a unit of 24 beds"),
        (70, 175, "Mar 2018 – Apr 2021"), (170, 175, "Saint Gregory Hospital", 11, True), (170, 189, "• Cared for patients"),
        (44, 220, "EDUCATION", 13, True), (70, 242, "2011 – 2015"), (170, 242, "Fresno College", 11, True),
        (44, 290, "SKILLS", 13, True), (44, 312, "Clinical", 10, True), (44, 326, "Ventilators, Wound care, Haemodynamics"),
        (44, 340, "Systems", 10, True), (44, 354, "Epic, Pyxis, Cerner"),
        (321, 290, "CERTIFICATIONS", 13, True), (321, 312, "CCRN, AACN (2019)"), (321, 326, "ACLS, Heart Association (2024)"),
        (321, 350, "LANGUAGES", 13, True), (321, 372, "Armenian – Native"), (321, 386, "English – Fluent"),
    ]  # fmt: skip
    found = texts(document(page))
    assert found[found.index("SKILLS") :] == [
        "SKILLS", "Clinical", "Ventilators, Wound care, Haemodynamics", "Systems", "Epic, Pyxis, Cerner",
        "CERTIFICATIONS", "CCRN, AACN (2019)", "ACLS, Heart Association (2024)", "LANGUAGES", "Armenian – Native", "English – Fluent",
    ]  # fmt: skip
    assert "May 2021 – Present Verdugo Medical Center" in found


def test_dates_go_with_the_most_level_line() -> None:
    """A line of the left column stands nearly on the line of a job in the right one, whose dates are flush right."""
    page: list[Put] = [
        (230, 50, "Ioana Cristea", 18, True), (34, 110, "Cluj"), (34, 125, "+40 721 555 087"), (34, 138.6, "ioana@mail.example"), (34, 170, "SKILLS", 11, True), (34, 185, "Epi Info, SPSS"), (34, 200, "QGIS"),
        (217, 100, "EXPERIENCE", 11, True), (217, 115, "Directorate of Health", 10, True), (-560, 115, "2019 - 2021"), (228, 127, "• Coordinated the registry"),
        (217, 140, "Carpathia Foundation", 10, True), (-560, 140, "2016 - 2019"), (228, 152, "• Organised mobile screening"), (217, 165, "Farmacia Salvia", 10, True), (-560, 165, "2014 - 2016"), (228, 177, "• Received deliveries"),
    ]  # fmt: skip
    found = texts(document(page))
    assert "Carpathia Foundation 2016 - 2019" in found
    assert "ioana@mail.example" in found


def test_two_rows_beside_two_that_share_one_line_are_no_columns() -> None:
    """A name that goes on below, over the first job and its employer."""
    page: list[Put] = [
        (51, 61, "Porto"), (250, 61, "Beatriz Figueiredo", 14, True), (440, 61, "beatriz@mail.example"), (290, 82, "Antunes", 14, True),
        (51, 105, "Employment", 11, True), (51, 120, "Senior Editor", 10, True), (290, 120, "Editora Alta"), (-561, 120, "2017 - 2021"),
        (63, 133, "• Acquire eight to ten foreign titles a year and commission their translators"),
        (51, 150, "Assistant Editor", 10, True), (290, 150, "Casa do Norte"), (-561, 150, "2012 - 2017"), (63, 163, "• Copy-edited some 60 manuscripts for two houses of the group"),
    ]  # fmt: skip
    found = document(page)
    assert texts(found)[1:4] == ["Antunes", "Employment", "Senior Editor Editora Alta 2017 - 2021"]
    assert parse(found).basics.name == "Beatriz Figueiredo Antunes"


def test_headings_over_two_lines_in_a_tables_first_column() -> None:
    """Each heading painted before the cell beside it, its further lines in small capitals, as browsers paint a table."""
    put: list[Put] = [(57, 60, "Ilse Marchetti", 18), (57, 78, "ilse@brief.example")]
    y = 110.0
    for title, entries in (
        (["Professional", "Experience"], [("Data Analyst", "Harbour Statistics"), ("Clerk", "Tide Office")]),
        (["Education and", "Further", "Training"], [("BSc Mathematics", "Delta College")]),
        (["Skills and", "Knowledge"], [("Python, SQL, dbt", "Airflow, Docker")]),
    ):
        put += [(57, y + 13 * at, part, 10 if at == 0 else 8) for at, part in enumerate(title)]
        top = y
        for number, (name, place) in enumerate(entries):
            put += [(150, top, name, 10, "," not in name), (150, top + 13, place)]
            if "," not in name:
                put.append((-560, top, f"{2019 - 4 * number} - {2023 - 4 * number}"))
            if len(entries) > 1:
                put += [(160, top + 26 + 13 * at, SENTENCE[:59]) for at in range(3)]
            top += 13 * (5 if len(entries) > 1 else 2) + 6
        y = max(top, y + 13 * len(title)) + 8
    made = parse(document(put))
    assert [(job.position, job.name) for job in made.work] == [
        ("Data Analyst", "Harbour Statistics"),
        ("Clerk", "Tide Office"),
    ]
    assert [(course.studyType, course.institution) for course in made.education] == [("BSc", "Delta College")]
    assert [word for group in made.skills for word in group.keywords] == [
        "Python",
        "SQL",
        "dbt",
        "Airflow",
        "Docker",
    ]


def test_years_in_circles_beside_two_entries() -> None:
    """Small and centred, the dash level with the second row of the entry, each circle painted before its entry."""
    put: list[Put] = [(44, 60, "Ilse Marchetti", 18), (44, 90, "Experience", 12, True)]
    for y, years, title, firm in (
        (115, ("2018", "now"), "Data Analyst", "Harbour Statistics"),
        (200, ("2011", "2018"), "Clerk", "Tide Office"),
    ):
        put += [(53, y + 7, years[0], 7), (59, y + 14, "–", 7), (53, y + 21, years[1], 7)]
        put += [(91, y, title, 10, True), (91, y + 13, firm, 10, True)]
        put += [(102, y + 27 + 12 * at, SENTENCE[:59]) for at in range(3)]
    made = parse(document(put))
    assert [(job.position, job.name, job.startDate, job.endDate) for job in made.work] == [
        ("Data Analyst", "Harbour Statistics", "2018", None),
        ("Clerk", "Tide Office", "2011", "2018"),
    ]


def test_a_margin_of_headings_and_dates_stands_before_its_text() -> None:
    """Headings in the middle of their section or over its first dates, each with what begins below the widest gap."""
    put: list[Put] = [
        (93, 116, "Contact", 14), (213, 104, "fz@brief.example"), (213, 119, "+212 661 555 018"), (213, 134, "Rabat"),
        (88, 195, "About", 14), (213, 195, "Researcher in remote sensing who likes problems of water"),
        (80, 236, "Experience", 14), (85, 253, "2021 - 2024"), (213, 253, "Head of Vision at Atlas", 10, True),
        (227, 266, SENTENCE), (227, 279, "Held two patents"),
        (85, 303, "2018 - 2021"), (213, 303, "Researcher at Delta", 10, True), (227, 316, "Trained models of parcels"),
        (227, 329, "Supervised three students"),
        (85, 353, "2016 - 2018"), (213, 353, "Engineer at Tide", 10, True), (227, 366, "Detected ships"),
        (90, 425, "Skills", 14), (213, 405, "Python, Go"), (213, 418, "Airflow, dbt"), (213, 431, "AWS, GCP"), (213, 444, "Hiring"),
    ]  # fmt: skip
    put.sort(key=lambda one: one[0] < 200)  # the text is painted first, as browsers paint floats
    put += [(213, 470 + 13 * at, "A further line of the last section") for at in range(6)]
    found = [cells(line) for line in document(put).lines]
    assert found[:5] == [["Contact"], ["fz@brief.example"], ["+212 661 555 018"], ["Rabat"], ["About"]]
    assert found[6:8] == [["Experience"], ["2021 - 2024", "Head of Vision at Atlas"]]
    assert ["2018 - 2021", "Researcher at Delta"] in found
    assert found[found.index(["Skills"]) + 1] == ["Python, Go"]
