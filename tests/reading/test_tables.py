"""Ruled tables: each cell is read by itself, row by row."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.reading.pages import HEIGHT, cells, document, put, texts

ACROSS = [50, 120, 225, 310, 540]
DOWN = [90, 110, 160, 200]
JOBS = [
    (55, 104, "Period"), (125, 104, "Employer"), (230, 104, "Role"), (315, 104, "Duties"),
    (55, 124, "03/2019 –"), (55, 136, "06/2022"), (125, 124, "Quarry Freight"), (125, 136, "Ely"),
    (230, 124, "Senior Software"), (230, 136, "Engineer"), (315, 124, "Moved the ledgers of nine depots to a queue and"),
    (315, 136, "wrote down all that the night shift now reads"), (315, 148, "• Taught two juniors"),
    (55, 174, "2016 – 2019"), (125, 174, "Tarn Foods"), (230, 174, "Analyst"), (315, 174, "• Counted pallets"),
]  # fmt: skip


def ruled(canvas: Canvas) -> None:
    put(canvas, [(50, 60, "Experience"), *JOBS, (50, 220, "Education")])
    for x in ACROSS:
        canvas.line(x, HEIGHT - DOWN[0], x, HEIGHT - DOWN[-1])
    for y in DOWN:
        canvas.line(ACROSS[0], HEIGHT - y, ACROSS[-1], HEIGHT - y)


def test_cells_of_a_ruled_table_are_read_one_by_one() -> None:
    found = document(ruled)
    assert [cells(line) for line in found.lines[1:4]] == [
        ["Period", "Employer", "Role", "Duties"],
        ["03/2019 – 06/2022", "Quarry Freight", "Ely", "Senior Software Engineer"],
        ["Moved the ledgers of nine depots to a queue and"],
    ]
    assert texts(found)[4:6] == ["wrote down all that the night shift now reads", "Taught two juniors"]
    assert texts(found)[-3:] == ["2016 – 2019 Tarn Foods Analyst", "Counted pallets", "Education"]


def test_rules_that_make_no_table_change_nothing() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, [(50, 60, "Experience"), *JOBS])
        for y in DOWN:
            canvas.line(ACROSS[0], HEIGHT - y, ACROSS[-1], HEIGHT - y)
        canvas.line(45, HEIGHT - 50, 45, HEIGHT - 300)

    assert texts(document(page)) == texts(document([(50, 60, "Experience"), *JOBS]))
