"""redflags.yaml: its shape, and the tests that its rules are made of."""

from aiscreen.taxonomy.redflags.file import Category, RedFlagsFile, Rule

__all__ = ["Category", "RedFlagsFile", "Rule"]
