"""Text that flows around a float: items that begin beside an entry's head."""

from __future__ import annotations

from tests.reading.pages import Put, column, document, texts

HEAD: list[Put] = [(40, 50, "Ilse Marchetti", 22, True), (40, 72, "Data analyst who counts what floats")]


def jobs(back: float) -> list[Put]:
    """Two jobs whose heads are floats, painted before all items; the items go on at `back`."""
    heads: list[Put] = []
    items: list[Put] = []
    for y, firm, title, dates, said in (
        (110, "Harbour Statistics", "Data Analyst", "2020 - 2023", "Counted containers at four berths"),
        (200, "Tide Office", "Clerk", "2018 - 2020", "Answered letters from sailors"),
    ):
        heads += [(40, y, firm, 12, True), (40, y + 20, title), (180, y + 20, dates)]
        items += [
            (330, y + 20, "• " + said),
            (338, y + 32, "and reported delays to the harbour"),
            (back + 8, y + 44, "master in time"),
            (back, y + 56, "• Kept the tables of tides and currents"),
        ]
    return heads + items


def test_items_come_after_the_head_beside_which_they_begin() -> None:
    side: list[Put] = [(330, 300, "Skills", 14, True), (330, 320, "Python"), (330, 333, "PostgreSQL")]
    found = document(HEAD + jobs(back=60) + side).lines[2:]
    assert [line.text for line in found] == [
        "Harbour Statistics", "Data Analyst 2020 - 2023",
        "Counted containers at four berths", "and reported delays to the harbour", "master in time",
        "Kept the tables of tides and currents",
        "Tide Office", "Clerk 2018 - 2020",
        "Answered letters from sailors", "and reported delays to the harbour", "master in time",
        "Kept the tables of tides and currents",
        "Skills", "Python", "PostgreSQL",
    ]  # fmt: skip
    assert [line.text for line in found if line.bullet] == [
        "Counted containers at four berths", "Kept the tables of tides and currents",
        "Answered letters from sailors", "Kept the tables of tides and currents",
    ]  # fmt: skip


def test_a_column_of_items_that_happens_to_stand_beside_dates_stays_a_column() -> None:
    main = [
        "WORK",
        "Harbour Statistics",
        "Counted containers",
        "Tide Office",
        "Kept the tables",
        "Answered letters",
    ]
    left = column(40, 120, main)
    left += [(200, left[1][1], "2020 - 2023"), (200, left[3][1], "2018 - 2020")]
    items = [
        "• Python and its whole zoo",
        "• PostgreSQL with all its indexes",
        "• Airflow for the nightly runs",
        "• Spark",
    ]
    right: list[Put] = [(330, left[0][1], "SKILLS", 12, True)]
    right += [(330, left[at][1], item) for at, item in enumerate(items, 1)]
    found = texts(document(HEAD + left + right))
    assert found[found.index("SKILLS") + 1 :] == [item.removeprefix("• ") for item in items]
