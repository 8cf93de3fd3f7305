"""Policy as data: skills.yaml, roles.yaml and redflags.yaml become a checked Taxonomy; the linter lives here."""

from aiscreen.taxonomy.load import Taxonomy, load

__all__ = ["Taxonomy", "load"]
