"""Make the example files again: python examples/source/make.py (needs LaTeX, Typst, Chromium and LibreOffice)."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent
sys.path.insert(0, str(EXAMPLES.parent))

from benchmarks.corpus import engines  # noqa: E402
from benchmarks.corpus.render import LAYOUTS  # noqa: E402
from benchmarks.corpus.view import View, load_person  # noqa: E402

MADE = {
    "strong-production-engineer": (LAYOUTS / "latex" / "jake.tex", ".pdf"),
    "academic-only": (LAYOUTS / "latex" / "academic.tex", ".pdf"),
    "outdated-stack": (LAYOUTS / "docx" / "word_tabs.py", ".docx"),
    "keyword-stuffer": (LAYOUTS.parent / "stuffed.html", ".pdf"),
    "unrelated-profession": (LAYOUTS / "docx" / "word_table.py", ".pdf"),
    "confused-fundamentals": (LAYOUTS / "html" / "sidebar_dark.html", ".pdf"),
    "mlops-engineer": (LAYOUTS / "latex" / "deedy.tex", ".pdf"),
    "ai-architect": (LAYOUTS / "typst" / "basic_resume.typ", ".pdf"),
}


def make(name: str, layout: Path, suffix: str) -> None:
    view, target = View(load_person(HERE / f"{name}.yaml")), EXAMPLES / (name + suffix)
    if layout.suffix == ".py" and suffix == ".pdf":
        with tempfile.TemporaryDirectory() as folder:
            for kind in ("docx", "pdf", "work"):
                (Path(folder) / kind).mkdir()
            engines.python(layout, view, Path(folder) / "docx" / f"{name}.docx")
            engines.convert_pending(Path(folder))
            target.write_bytes((Path(folder) / "pdf" / target.name).read_bytes())
    else:
        engines.ENGINES[layout.suffix](layout, view, target)


def add_keywords(path: Path, words: list[str]) -> None:
    """Keywords into the document information, as an incremental update of a PDF with a plain cross-reference table."""
    data = path.read_bytes()
    info, generation = re.findall(rb"/Info (\d+) (\d+) R", data)[-1]
    root = re.findall(rb"/Root (\d+ \d+ R)", data)[-1]
    size, previous = re.findall(rb"/Size (\d+)", data)[-1], re.findall(rb"startxref\s+(\d+)", data)[-1]
    body = re.search(rb"(?s)\b%s %s obj\s*<<(.*?)>>\s*endobj" % (info, generation), data)
    assert body is not None
    place = len(data) + 1
    update = b"\n%s %s obj\n<<%s /Keywords (%s)>>\nendobj\n" % (
        info,
        generation,
        body[1],
        ", ".join(words).encode(),
    )
    table = b"xref\n%s 1\n%010d %05d n \n" % (info, place, int(generation))
    trailer = b"trailer\n<</Size %s /Root %s /Info %s %s R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, root, info, generation, previous, len(data) + len(update),
    )  # fmt: skip
    path.write_bytes(data + update + table + trailer)


def main() -> None:
    wanted = sys.argv[1:] or list(MADE)
    for name in wanted:
        make(name, *MADE[name])
    if "keyword-stuffer" in wanted:
        person = load_person(HERE / "keyword-stuffer.yaml")
        words = [word for group in person["skills"] for word in group["keywords"]]
        add_keywords(EXAMPLES / "keyword-stuffer.pdf", words * 2)


if __name__ == "__main__":
    main()
