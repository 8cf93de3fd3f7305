"""Résumés on people's own sites: lists in lists, quotes below heads, pages that name nobody."""

from __future__ import annotations

import pytest

from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.reading import read


def page(text: str) -> Resume:
    return parse(read("cv.md", data=text.encode()))


def jobs(made: Resume) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(job.name, job.position, job.startDate, job.endDate) for job in made.work]


def test_the_list_within_an_item_names_the_employer_first() -> None:
    made = page("""Work experience
======
* 2019-2021: Data Engineer
  * Tarn Semiconductors
  * Duties included: models of yield
  * Supervisor: Professor Okafor
* **Apr. 2017 - Oct. 2018: Vision Intern**
    * Rill Optics, Palaiseau, France
    * Segmented lenses
* 05/2015 - 03/2017
    * Analyst at Moor GmbH, Karlsruhe
    * Deep learning for speech
* 2014: Internship
  * Analysis of how full glasses are
""")
    assert jobs(made) == [
        ("Tarn Semiconductors", "Data Engineer", "2019", "2021"),
        ("Rill Optics", "Vision Intern", "2017-04", "2018-10"),
        ("Moor GmbH", "Analyst", "2015-05", "2017-03"),
        (None, "Internship", "2014", "2014"),
    ]
    assert made.work[1].location == "Palaiseau, France"
    assert [len(job.highlights) for job in made.work] == [1, 1, 1, 1]
    assert made.work[0].address is not None


def test_a_list_within_an_item_that_names_its_employer_tells_of_the_work() -> None:
    made = page("## Work\n* 2019 - 2022: Data Engineer at Tarn Rail\n  * Graph Data Mining\n* 2017 - 2019: Analyst at Rill\n  * Python, SQL\n")  # fmt: skip
    assert jobs(made) == [
        ("Tarn Rail", "Data Engineer", "2019", "2022"),
        ("Rill", "Analyst", "2017", "2019"),
    ]
    assert [len(job.highlights) for job in made.work] == [1, 1]


def test_the_list_within_an_item_names_the_school_first() -> None:
    made = page("""## Education
- **Master of Computer Science** (August 2022 - May 2024)
  - Harrow Institute of Technology
- **Bachelor of Engineering in Electronics** (August 2018 - June 2022)
  - Penrith Engineering College, Chennai, India
  - Thesis on radios
""")
    assert [(one.institution, one.studyType) for one in made.education] == [
        ("Harrow Institute of Technology", "Master of Computer Science"),
        ("Penrith Engineering College", "Bachelor of Engineering"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "###### Hod Hasharon, October 2019 – October 2021",
        "**Tarn Rail** *(2019–2021)*\nGeneva, Switzerland",
        "Tarn Rail – Paris, France\n*2019 - 2021*",
    ],
)
def test_a_page_that_names_nobody_has_no_name(head: str) -> None:
    made = page(
        f"## Work Experience\n### Data Scientist\n{head}\n- Built the forecast\n\n## Skills\nPython, Go\n"
    )
    assert made.basics.name is None
    assert made.basics.location is None


def test_the_page_is_titled_about_me() -> None:
    made = page("""# About Me
> My name is **Mira Okonkwo**. I like working with **data**.

### Work Experience
* *2018-present* **Founder** at **tarn.ai**. In 2018 I founded a startup for the pricing of houses.
* *2016-2018* **Data Scientist** at **Rill**. I worked on the evaluation of campaigns and on forecasts.

### Education
* *2010-2014* **BSc Physics** at **University of Leeds**
""")
    assert made.basics.name == "Mira Okonkwo"
    assert jobs(made) == [("tarn.ai", "Founder", "2018", None), ("Rill", "Data Scientist", "2016", "2018")]
    assert [one.institution for one in made.education] == ["University of Leeds"]


def test_a_quote_below_a_head_holds_its_employer() -> None:
    made = page("# Mira Okonkwo\n## Experience\n### Data Scientist | May 2019 - June 2022\n\n> Tarn Rides, Tehran\n\n- Built the forecast\n\n### Rill - Senior Engineer _[main position]_\n> Buenos Aires, Argentina\n> August 2016 - May 2019\n\n- Wrote it\n")  # fmt: skip
    assert jobs(made) == [
        ("Tarn Rides", "Data Scientist", "2019-05", "2022-06"),
        ("Rill", "Senior Engineer", "2016-08", "2019-05"),
    ]
    assert [job.location for job in made.work] == ["Tehran", "Buenos Aires, Argentina"]


def test_years_as_something() -> None:
    made = page("# Mira Okonkwo\n## Experience\n* 2 years as Front-End Captain at Tarn from 2014 to today\n* 3 years as Web Developer at Rill from 2011 to 2014\n")  # fmt: skip
    assert jobs(made) == [("Tarn", "Front-End Captain", "2014", None), ("Rill", "Web Developer", "2011", "2014")]  # fmt: skip


def test_dashes_between_a_name_and_a_place_are_a_gap() -> None:
    made = parse(read("cv.txt", data=b"Mira Okonkwo\n\nEXPERIENCE\n......................\n\n2018-        Tarn ---------- Boston, MA\n             Principal engineer of the search team; moved the index\n             to a new store.\n\n2014-2018    Rill Corp -------- Portland, ME\n             Software engineer.\n"))  # fmt: skip
    assert [(job.name, job.position, job.location, job.startDate) for job in made.work] == [
        ("Tarn", None, "Boston, MA", "2018"),
        ("Rill Corp", "Software engineer", "Portland, ME", "2014"),
    ]


def test_items_that_name_fields_of_the_head() -> None:
    made = page("""## Experiencia
### Ingeniero de datos - Quarzo S.A.
- **Duración**: Marzo/2020 - Junio/2022
- **Responsabilidades**:
  - Construcción de tuberías de datos.

## Educación
### Grado en Matemáticas - Universidad de Zaragoza
- **Año de finalización**: 2019
""")
    assert jobs(made) == [("Quarzo S.A.", "Ingeniero de datos", "2020-03", "2022-06")]
    assert [one.text for one in made.work[0].highlights] == ["Construcción de tuberías de datos."]
    assert [(one.institution, one.endDate) for one in made.education] == [("Universidad de Zaragoza", "2019")]


def test_the_word_before_an_employer_in_bold_is_no_part_of_the_title() -> None:
    made = page("## Experience\n- Doctoral assistant at **Tarn** (2021-present)\n- Data analyst at **Rill** (2017-2020)\n")  # fmt: skip
    assert jobs(made) == [
        ("Tarn", "Doctoral assistant", "2021", None),
        ("Rill", "Data analyst", "2017", "2020"),
    ]


def test_a_sentence_below_a_head_is_no_title() -> None:
    made = page("# Kaya Onari\n## Experience\n### Search Group, Tarn Inc\nNov 2020 -- Present\nWorking closely with units and engineers.\n\n - Explain it\n")  # fmt: skip
    assert [one.text for one in made.work[0].summary] == ["Working closely with units and engineers."]


def test_what_a_title_says_in_brackets_is_no_place() -> None:
    made = page("# Mira Okonkwo\n## Work\n### Tarn LP, New York, NY\n#### Software Engineer (Backend), Jan 2023 - Present\n- Ran it\n#### Software Engineer (Full Stack), Jan 2022 - Dec 2022\n- Made it\n")  # fmt: skip
    assert [(job.position, job.location) for job in made.work] == [
        ("Software Engineer (Backend)", "New York, NY"),
        ("Software Engineer (Full Stack)", "New York, NY"),
    ]


def test_schools_between_strong_marks_and_their_places() -> None:
    made = page("""## Education
### BS-MS | Aug 2018 - April 2019 | IISER Mohali
- **CPI**: 9.95
### 12th Grade | April 2018 | Moor Academy Sr. Sec. School
- **Physics**: 96
### M.S.c in Statistics (Learning) | 2015 | University of Osnabrück, Osnabrück, Germany
### PhD in Computer Science, _[ENSAM](https://ensam.example)_, 2025 (expected)
### Masters in Physics, [University of Leeds] | 2012
""")
    assert [(one.studyType, one.area, one.institution, one.endDate) for one in made.education] == [
        ("BS-MS", None, "IISER Mohali", "2019-04"),
        ("12th Grade", None, "Moor Academy Sr. Sec. School", "2018-04"),
        ("M.S.c", "Statistics (Learning)", "University of Osnabrück", "2015"),
        ("PhD", "Computer Science", "ENSAM", "2025"),
        ("Masters", "Physics", "University of Leeds", "2012"),
    ]


def test_lists_of_lists_of_skills_are_labelled() -> None:
    made = page("## Skills\n* Languages:\n  * French : Mother tongue\n  * English : C1\n* Computer Skill\n  * Python (NumPy, Pandas)\n  * Git\n")  # fmt: skip
    assert [(one.language, one.fluency) for one in made.languages] == [
        ("French", "Mother tongue"),
        ("English", "C1"),
    ]
    assert [(one.name, one.keywords) for one in made.skills] == [
        ("Computer Skill", ["Python (NumPy, Pandas)", "Git"])
    ]


def test_cards_of_html_and_timelines_of_shortcodes() -> None:
    made = page("""<section>
    <h1>Professional Experience</h1>
    <p>Building scalable systems and leading teams of engineers</p>
    <div class="card">
        <div><h3>Senior Data Engineer</h3><p>Tarn Data Inc</p><p>Pune, India</p></div>
        <div>
            Jan 2022 - Present
        </div>
        <ul>
            <li>Led the design</li>
        </ul>
    </div>
    <div class="card">
        <div><h3>Data Engineer</h3><p>Rill Soft</p><p>Delhi, India</p></div>
        <div>
            Jan 2019 - Dec 2021
        </div>
        <ul><li>Built it</li></ul>
    </div>
</section>
""")
    assert jobs(made) == [
        ("Tarn Data Inc", "Senior Data Engineer", "2022-01", None),
        ("Rill Soft", "Data Engineer", "2019-01", "2021-12"),
    ]
    assert [len(job.highlights) for job in made.work] == [1, 1]
    made = page('## Experience\n{{< timeline >}}\n{{< timelineItem icon=none header="Data Engineer" badge="Sep \'22 - Present" subheader="Tarn" >}}\n{{< /timelineItem >}}\n{{< timelineItem header="Analyst" badge="Oct \'20 - Aug \'22" subheader="Rill" >}}{{< /timelineItem >}}\n')  # fmt: skip
    assert jobs(made) == [("Tarn", "Data Engineer", "2022-09", None), ("Rill", "Analyst", "2020-10", "2022-08")]  # fmt: skip


def test_undated_lists_in_lists_and_fields_without_bold() -> None:
    made = page("## Internships\n* AI Software Engineer\n  * Tarn Ticket LLC (Palm City, FL, USA)\n\n* Full Stack Engineer\n  * Rill & Chess Inc. (Boise, ID, USA)\n")  # fmt: skip
    assert [(job.name, job.position, job.location) for job in made.work] == [
        ("Tarn Ticket LLC", "AI Software Engineer", "Palm City, FL, USA"),
        ("Rill & Chess Inc.", "Full Stack Engineer", "Boise, ID, USA"),
    ]
    made = page("""## Experiência acadêmica
* Mestrando em Métodos Numéricos, UFPR, 2023 (data de término esperada).
* Bacharel em Ciências Econômicas, UFPR, 2021.

## Experiência profissional
* dez/2020 - hoje: cientista de dados
  * Instituição: <em>Banco Urze</em>
  * Tarefas: modelos de crédito
* mar/2020 - dez/2020: estudante pesquisador
  * Instituição: <em>Charneca</em> (projeto de extensão)
  * Tarefas: estudo de carteiras
""")
    assert jobs(made) == [
        ("Banco Urze", "cientista de dados", "2020-12", None),
        ("Charneca (projeto de extensão)", "estudante pesquisador", "2020-03", "2020-12"),
    ]
    assert [(one.institution, one.studyType, one.area, one.endDate) for one in made.education] == [
        ("UFPR", "Mestrando", "Métodos Numéricos", "2023"),
        ("UFPR", "Bacharel", "Ciências Econômicas", "2021"),
    ]


def test_dates_are_no_phone() -> None:
    made = page("# Max Berger\n- Tarn France - **Analyste** | 01/03/2022 – 31/08/2022\n")
    assert made.basics.phone is None


def test_a_town_state_and_country_behind_a_school() -> None:
    made = page("## Education\n* M.S. in Computer Science, University of Massachusetts Amherst, Amherst, MA, USA. *2024*\n* BTech in Physics, Moor Institute, Delhi, India. *2019*\n")  # fmt: skip
    assert [(one.area, one.location) for one in made.education] == [
        ("Computer Science", "Amherst, MA, USA"),
        ("Physics", "Delhi, India"),
    ]


def test_labels_of_lists_in_jobs_are_no_headings() -> None:
    made = page("""# Berufserfahrung
## Software Developer | Moor AG
*Januar 2020 - Heute*

**Verantwortlichkeiten:**
- Entwicklung von Anwendungen

**Erfolge:**
- Ladezeiten um 40% gesenkt

## Werkstudent | Tarn Solutions
*September 2015 - Februar 2017*

**Tätigkeiten:**
- Werkzeuge für die Analyse
""")
    assert jobs(made) == [
        ("Moor AG", "Software Developer", "2020-01", None),
        ("Tarn Solutions", "Werkstudent", "2015-09", "2017-02"),
    ]
    assert [len(job.highlights) for job in made.work] == [2, 1]
    assert [job.location for job in made.work] == [None, None]


def test_a_degree_right_before_its_school_and_who_guided_it() -> None:
    made = page("""## Educations
* B.S. in Harrow University, 2014-2018
* Ph.D Student in Computer Science, Moor University, 2023.01 - Now, <br>Advisor: Dr. Wen Okafor
""")
    guided = page("""## Education
* **Tarn University** <span style="float:right;"> Shanghai, China </span><br/>
  _Doctor of Philosophy (Ph.D.) in Bioinformatics_ <span style="float:right;"> 2010 &mdash; 2013 </span><br/>
  Supervisor: Prof. Zhang Okafor, Department of Bioinformatics
""")
    assert [(one.institution, one.studyType, one.area) for one in (*made.education, *guided.education)] == [
        ("Harrow University", "B.S.", None),
        ("Moor University", "Ph.D", "Computer Science"),
        ("Tarn University", "Doctor of Philosophy (Ph.D.)", "Bioinformatics"),
    ]


def test_marked_names_above_their_degree_and_dates() -> None:
    made = page("# 📖 Education\n- *Harrow University, Singapore*  \n**Ph.D., Aug 2019 – Present**  \n◦ Supervised by Prof. Okafor\n\n- *Moor University, China* <br/>\n**M.Eng., Sept. 2016 – Jun. 2019**  \n◦ Supervised by Prof. Prieto\n")  # fmt: skip
    assert [(one.institution, one.studyType, one.startDate) for one in made.education] == [
        ("Harrow University", "Ph.D.", "2019-08"),
        ("Moor University", "M.Eng.", "2016-09"),
    ]


def test_a_place_on_the_row_below_the_employer() -> None:
    made = page("# Mira Okonkwo\n## Experience\n**Data Engineer**, Tarn Analytics\nMumbai, India — *Jul 2020 to Aug 2022*\n- Built it\n\n**Analyst** - Rill\nLeeds, UK — *November 2017 - Feburary 2019*\n- Ran it\n")  # fmt: skip
    assert [(job.name, job.location) for job in made.work] == [
        ("Tarn Analytics", "Mumbai, India"),
        ("Rill", "Leeds, UK"),
    ]
    assert made.work[1].endDate == "2019-02"


def test_a_school_in_bold_before_its_degree() -> None:
    made = page("# Mira Okonkwo\n## Education\n`2016 - 2019`\n__Friedrich-Universität Tarn__ Master of Science, Market Research\n")  # fmt: skip
    assert [(one.institution, one.studyType, one.area) for one in made.education] == [
        ("Friedrich-Universität Tarn", "Master of Science", "Market Research")
    ]


def test_sentences_about_experience_name_no_employer() -> None:
    made = page("# Mira Okonkwo\n### Work experience\n-   Over 7 years of experience in central heating and communications.\n-   Currently working in small energetics\n")  # fmt: skip
    assert all(job.name is None and job.position is None for job in made.work)


def test_a_town_with_its_region_and_country_is_no_headline() -> None:
    made = page(
        "Mira Okonkwo\n\nNadiad, Gujarat, India\n\nmira@okonkwo.example\n\n**Skills**\n\nPython, Go\n"
    )
    assert made.basics.label is None
    assert made.basics.location is not None and made.basics.location.text == "Nadiad, Gujarat, India"
