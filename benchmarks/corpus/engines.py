"""How a template becomes a file: one function an engine, each (layout, view, target)."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2

from benchmarks.corpus.view import View

TEX = str.maketrans({c: "\\" + c for c in "&%$#_{}"} | {"~": r"\textasciitilde{}", "^": r"\^{}"})
TYPST = re.compile(r"([\\#$*_`<>@\[\]~=+/'\"-])")


class Failed(Exception):
    """The producer did not make the file."""


def target(layout: Path, person: str, out: Path) -> Path:
    folder = "text" if layout.parent.name == "text" else "docx" if layout.parent.name == "docx" else "pdf"
    suffix = {"pdf": ".pdf", "docx": ".docx"}.get(folder) or Path(layout.stem).suffix
    return out / folder / f"{person}__{Path(layout.stem).stem if folder == 'text' else layout.stem}{suffix}"


def run(command: list[str], cwd: Path, made: Path, seconds: int = 120) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=seconds, errors="replace")
    if not made.exists():
        raise Failed((done.stdout + done.stderr)[-1500:])


def fill(
    layout: Path, view: View, escape: Callable[[Any], Any] | None, html: bool = False, **marks: str
) -> str:
    """The template with the person in it. Values are escaped for the language of the template."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(layout.parent), autoescape=html, finalize=escape,
        trim_blocks=True, lstrip_blocks=True, undefined=jinja2.ChainableUndefined, **marks,
    )  # fmt: skip
    return environment.get_template(layout.name).render(v=view, b=view.basics, raw=Raw)


class Raw(str):
    """Markup of the template itself, not to be escaped."""


def html(layout: Path, view: View, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(fill(layout, view, None, html=True), "utf-8")
        print_page(page, target)


def print_page(page: Path, target: Path) -> None:
    """An HTML file as PDF, by headless Chromium with a profile of its own beside the page."""
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--disable-background-networking", f"--user-data-dir={page.parent}/profile", f"--print-to-pdf={target}", page.as_uri(),
    ]  # fmt: skip
    target.unlink(missing_ok=True)
    run(command, page.parent, target)


def tex(text: str) -> str:
    """Text for TeX: specials escaped, Han and Cyrillic in fonts that have them."""
    text = re.sub("[\u4e00-\u9fff]+", r"{\\han \g<0>}", text.translate(TEX))
    return re.sub("[\u0400-\u04ff]+", r"{\\slav \g<0>}", text)


def latex(layout: Path, view: View, target: Path) -> None:
    escape = lambda value: value if isinstance(value, Raw) else tex(str(value))  # noqa: E731
    source = fill(
        layout, view, escape, block_start_string="<%", block_end_string="%>", variable_start_string="<<",
        variable_end_string=">>", comment_start_string="<#", comment_end_string="#>",
    )  # fmt: skip
    engine = "pdflatex" if "% pdflatex" in source[:200] else "xelatex"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cv.tex").write_text(source, "utf-8")
        for extra in layout.parent.glob("*.cls"):
            shutil.copy(extra, folder)
        for _ in range(2 if "% twice" in source[:300] else 1):
            run([engine, "-interaction=nonstopmode", "cv.tex"], folder, folder / "cv.pdf")
        shutil.move(folder / "cv.pdf", target)


def typst(layout: Path, view: View, target: Path) -> None:
    import typst as compiler

    escape = lambda value: value if isinstance(value, Raw) else TYPST.sub(r"\\\1", str(value))  # noqa: E731
    source = fill(
        layout, view, escape, block_start_string="<%", block_end_string="%>", variable_start_string="<<",
        variable_end_string=">>", comment_start_string="<!", comment_end_string="!>",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "cv.typ"
        path.write_text(source, "utf-8")
        try:
            compiler.compile(str(path), output=str(target))
        except Exception as error:
            raise Failed(str(error)) from error


def python(layout: Path, view: View, target: Path) -> None:
    module = importlib.import_module(f"benchmarks.corpus.layouts.{layout.parent.name}.{layout.stem}")
    module.make(view, target)


def plain(layout: Path, view: View, target: Path) -> None:
    text = fill(layout, view, None)
    target.write_text(re.sub(r"\n{3,}", "\n\n", text), "utf-8")


def convert_pending(out: Path) -> None:
    """Every DOCX whose PDF is missing or older, through one run of LibreOffice."""
    stale = [
        d for d in sorted((out / "docx").glob("*.docx"))
        if not (p := out / "pdf" / f"{d.stem}.pdf").exists() or p.stat().st_mtime < d.stat().st_mtime
    ]  # fmt: skip
    if stale:
        profile = f"-env:UserInstallation={(out / 'work' / 'office').resolve().as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(out / "pdf"),
            *map(str, stale),
        ]
        subprocess.run(
            command, capture_output=True, timeout=600, env={**os.environ, "HOME": str(out / "work")}
        )


ENGINES: dict[str, Callable[[Path, View, Path], None]] = {
    ".html": html,
    ".tex": latex,
    ".typ": typst,
    ".py": python,
    ".j2": plain,
}
