"""Fictional people rendered through many résumé layouts, so that the truth about every page is exact."""
