"""Render the people through real JSON Resume themes: python -m benchmarks.corpus.themes OUT NODE_FOLDER THEME...

NODE_FOLDER is where `npm install jsonresume-theme-THEME` was run; OUT is a corpus folder made by `render`. Needs Node
and Chromium. A theme prefixed with `held_` keeps the prefix in the file names. Themes of the old schema read
`company` and `website`, so both spellings are given.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.corpus import engines

LISTS = [
    "volunteer",
    "awards",
    "publications",
    "interests",
    "references",
    "projects",
    "certificates",
    "languages",
]
SCRIPT = """
const [theme, file] = process.argv.slice(-2);
process.chdir(require('path').dirname(require.resolve('jsonresume-theme-' + theme + '/package.json')));
const resume = JSON.parse(require('fs').readFileSync(file));
process.stdout.write(require('jsonresume-theme-' + theme).render(resume));
"""


def for_themes(person: dict[str, Any]) -> dict[str, Any]:
    """The person in the fields of the schema's both generations."""
    person = {**{key: [] for key in LISTS}, **{k: v for k, v in person.items() if k != "meta"}}
    person["basics"] = {"profiles": [], "picture": "", **person["basics"]}
    person["basics"]["website"] = person["basics"].get("url", "")
    person["work"] = [{**job, "company": job["name"], "website": ""} for job in person["work"]]
    person["education"] = [{"courses": [], **course} for course in person["education"]]
    return person


def main() -> None:
    out, node, *themes = sys.argv[1:]
    for truth in sorted(Path(out, "truth").glob("*.json")):
        for theme in themes:
            bare = theme.removeprefix("held_")
            target = Path(out, "pdf", f"{truth.stem}__{'held_' if bare != theme else ''}json_{bare}.pdf")
            if target.exists():
                continue
            with tempfile.TemporaryDirectory() as folder:
                data, page = Path(folder, "resume.json"), Path(folder, "page.html")
                data.write_text(json.dumps(for_themes(json.loads(truth.read_text("utf-8")))), "utf-8")
                done = subprocess.run(
                    ["node", "-e", SCRIPT, bare, str(data)], cwd=node, capture_output=True, text=True
                )
                if done.returncode:
                    print("FAILED", target.name, done.stderr[-300:])
                    continue
                page.write_text(done.stdout, "utf-8")
                engines.print_page(page, target)


if __name__ == "__main__":
    main()
