"""What site generators, wikis and profile pages add to Markdown: template tags, attributes, boxes and tabs, badges."""

from __future__ import annotations

import re
from urllib.parse import unquote

_TAGS = re.compile(
    r"\{%.{0,500}?%\}|\{\{.{0,500}?\}\}|^[ \t]*:{3,}.*$|^#{1,6} Footer[ \t]*$|^[ \t]*\\(?:newpage|pagebreak|clearpage)\b.*$",
    re.M,
)
"""Liquid and shortcodes, the marks of a div, page breaks."""
_SHOWN = re.compile(
    r"\b(header|subheader|title|subtitle|badge|role|position|job|company|organi[sz]ation|institution|school|degree|dates?|period|duration|location|place)"
    r"\s*=\s*[\"“]([^\"”\n]{0,200})[\"”]",
    re.I,
)
_SPAN = re.compile(r"\[([^\[\]\n]{1,300})\]\{[.#:][^{}\n]{0,200}\}")
"""A text with attributes of its own, as dates flush right have them: "[2020 -- 2022]{.date}"."""
_ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,200}\}|\{ ?[.#][^{}\n]{0,200}\}|(?<=[)\]])\{[^{}\n]{0,200}\}")
_EMOJI = re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]{1,40}:(?![\w/])")
"""An emoji or icon by its name (":briefcase:")."""
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,30}\]:?")
_BACKSLASH = re.compile(r"(?<=\S)[ \t]*\\$", re.M)
"""A break at a line's end."""
_DEFINITION = re.compile(r"^:[ \t]{1,3}(?=\S)(.*(?:\n[ \t]{2,}(?![-*+] )\S.*){0,20})", re.M)
"""What a term means, over several lines of one paragraph."""
_DASHES = re.compile(r"(?<=\s)(---?)(?=\s)(?!\s*$)", re.M)
"""Dashes as typists write them; at a line's end they are part of a rule."""
_LINKED_BADGE = re.compile(r"\[!\[([^\]\n]{0,300})\]\(([^)\s]{0,2000})[^)\n]{0,300}\)\]\(([^)\s]{1,500})\)")
_BADGE = re.compile(
    r"!\[([^\]\n]{0,60})\]\(https?://(?:img\.)?(?:shields\.io|badgen\.net|badge)[^)\s]{0,500}\)[ \t]*\n?"
)
_WRITTEN = re.compile(r"/badge/-?([^-/?)\s]{1,40})")
_BOX = re.compile(r"^([ \t]*)(?:!!!|\?\?\?\+?|===\+?)[ \t]+(?:[\w-]+[ \t]*)*\"([^\"\n]*)\"[^\n]*$")
_INDENT = 4


def _shortcode(tag: re.Match[str]) -> str:
    """What a shortcode of a timeline or a card shows: its attributes in words ("{{< item title="Engineer" badge="2020" >}}")."""
    shown = [value for name, value in _SHOWN.findall(tag[0]) if value.strip()]
    return "\n**" + "**\t**".join(shown) + "**\n" if len(shown) > 1 else ""


def undressed(text: str) -> str:
    """A Markdown text without what is none of the résumé's."""
    if "{" in text or ":::" in text or "\\" in text or "# Footer" in text:
        text = _TAGS.sub(_shortcode, text)
        text = _ATTRIBUTES.sub("", _SPAN.sub(r"\t\1", text))
        text = _BACKSLASH.sub("", text)
    if "](" in text:
        text = _BADGE.sub(_named, _LINKED_BADGE.sub(_link, text))
    if "[^" in text:
        text = _FOOTNOTE.sub("", text)
    text = _DEFINITION.sub(lambda said: " ".join(said[1].split()), _EMOJI.sub("", text))
    text = _DASHES.sub(lambda dashes: "—" if len(dashes[1]) > 2 else "–", text)
    return _unboxed(text) if '"' in text else text


def _link(badge: re.Match[str]) -> str:
    """A link whose text is a picture, by the picture's name."""
    name, _, uri = badge.groups()
    return f"[{name}]({uri}) " if name.strip() else f"<{uri}> "


def _named(badge: re.Match[str]) -> str:
    """A badge by its name, or by what its address writes on it (".../badge/AWS-FF9900")."""
    written = _WRITTEN.search(badge[0]) if not badge[1].strip() else None
    return f"{unquote(written[1]).replace('_', ' ') if written else badge[1]}\t"


def _unboxed(text: str) -> str:
    """Boxes and tabs (`!!! note "Title"`, `=== "Tab"`) as a bold line with the text below it."""
    done: list[str] = []
    inside = 0
    for line in text.split("\n"):
        box = _BOX.match(line)
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent < inside:
            inside = indent // _INDENT * _INDENT
        if box:
            inside = len(box[1]) + _INDENT
            done += ["", f"**{box[2]}**" if box[2] else ""]
        else:
            done.append(line[min(inside, indent) :])
    return "\n".join(done)
