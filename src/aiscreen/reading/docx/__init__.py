"""Word files (DOCX) become Documents, read from their XML with the standard library."""

from aiscreen.reading.docx.document import read_docx

__all__ = ["read_docx"]
