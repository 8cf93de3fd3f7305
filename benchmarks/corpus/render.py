"""Render people through layouts: python -m benchmarks.corpus.render OUT [--people p01,p02] [--layouts a,b] [--force].

Writes OUT/truth/PERSON.json, OUT/pdf/PERSON__LAYOUT.pdf, OUT/docx and OUT/text. A layout is a file in `layouts/`:
`.html` goes through headless Chromium, `.tex` through XeLaTeX or pdfLaTeX, `.typ` through Typst, `.py` holds a
function `make(view, out)` for ReportLab, or for DOCX that LibreOffice turns into PDF. Needs those programs installed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.corpus import engines
from benchmarks.corpus.view import PEOPLE, View, load_person

LAYOUTS = Path(__file__).with_name("layouts")
UNFIT = {("p19", "deedy"), ("p06", "plain_article")}
"""People whom a layout cannot show: too long for one page, Chinese in a font without it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--people", default="")
    parser.add_argument("--layouts", default="")
    parser.add_argument("--force", action="store_true")
    options = parser.parse_args()
    out: Path = options.out
    for folder in ("truth", "pdf", "docx", "text", "work"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    wanted, chosen = options.people.split(","), options.layouts.split(",")
    people = [p for p in sorted(PEOPLE.glob("*.yaml")) if wanted == [""] or p.stem in wanted]
    layouts = [p for p in sorted(LAYOUTS.glob("*/*.*")) if p.suffix in engines.ENGINES]
    for person in people:
        truth = load_person(person)
        (out / "truth" / f"{person.stem}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
        for layout in layouts:
            if (person.stem, layout.stem) in UNFIT:
                continue
            if (chosen != [""] and layout.stem not in chosen) or layout.stem.startswith("_"):
                continue
            target = engines.target(layout, person.stem, out)
            inputs = max(layout.stat().st_mtime, person.stat().st_mtime)
            if options.force or not target.exists() or target.stat().st_mtime < inputs:
                try:
                    engines.ENGINES[layout.suffix](layout, View(truth), target)
                except engines.Failed as error:
                    print("FAILED", target.name, str(error)[-400:])
    engines.convert_pending(out)


if __name__ == "__main__":
    main()
