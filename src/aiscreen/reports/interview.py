"""The interview sheet: what to ask one candidate, on what ground, and what a good answer holds, with room for notes."""

from __future__ import annotations

from collections.abc import Iterator

from aiscreen.models.assessment import Assessment
from aiscreen.reports.markdown import escape
from aiscreen.reports.words import facts, number, plain, title

NOTICE = (
    "The sheet helps to ask; it decides nothing. Ask every candidate for a role the same closing questions."
)


def render(candidate: Assessment, format: str, width: int = 100) -> str:
    """The sheet as `terminal` text of this width, as `markdown` or as `json`."""
    if format == "terminal":
        return interview_terminal(candidate, width)
    return {"markdown": interview_markdown, "json": interview_json}[format](candidate)


def interview_json(candidate: Assessment) -> str:
    """The sheet for programs: what of the assessment it shows."""
    return candidate.model_dump_json(indent=2, include={"document", "name", "role", "questions"}) + "\n"


def interview_markdown(candidate: Assessment) -> str:
    """The sheet as Markdown."""
    return "\n".join(_markdown(candidate)) + "\n"


def _markdown(candidate: Assessment) -> Iterator[str]:
    yield f"# Interview: {escape(title(candidate))}"
    yield ""
    yield escape(facts(candidate))
    yield ""
    yield f"*{NOTICE}*"
    if candidate.score is None:
        yield ""
        yield f"No score: {escape(candidate.reason)}"
    for index, question in enumerate(candidate.questions, 1):
        yield ""
        yield f"## {index}. {escape(question.ask)}"
        yield ""
        yield f"Because: {escape(question.because)}"
        if question.listen_for:
            yield ""
            yield "A good answer holds:"
            yield ""
            yield from (f"- [ ] {escape(item)}" for item in question.listen_for)
        yield ""
        yield "Notes:"


def interview_terminal(candidate: Assessment, width: int = 100) -> str:
    """The sheet as plain text for a terminal of this width."""
    lines = [f"Interview: {title(candidate)}", *_wrapped(facts(candidate), width, "")]
    if candidate.score is not None:
        lines.append(f"{number(candidate.score)} of 100")
    else:
        lines += _wrapped(f"No score: {plain(candidate.reason)}", width, "")
    lines += ["", *_wrapped(NOTICE, width, "")]
    for index, question in enumerate(candidate.questions, 1):
        lines += ["", *_wrapped(f"{index}. {plain(question.ask)}", width, "   ")]
        lines += _wrapped(f"   because: {plain(question.because)}", width, "            ")
        for item in question.listen_for:
            lines += _wrapped(f"   [ ] {plain(item)}", width, "       ")
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    import textwrap

    first = text[: len(text) - len(text.lstrip())]
    return textwrap.wrap(
        text.lstrip(), max(width, 40), initial_indent=first, subsequent_indent=indent, break_on_hyphens=False
    ) or [""]
