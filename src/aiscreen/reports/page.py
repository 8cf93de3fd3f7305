"""A report as one HTML file without scripts or outside resources; everything put into it is autoescaped."""

from __future__ import annotations

from aiscreen.reports import words


def page(template: str, **values: object) -> str:
    """A page of `templates`, which all fill the same frame: it prints well and opens anywhere."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("aiscreen.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(number=words.number, duration=words.duration, plain=words.plain)
    return environment.get_template(template).render(values)
