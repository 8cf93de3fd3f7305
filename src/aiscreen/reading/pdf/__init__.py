"""PDF files become Documents: words by PDFium, order by layout, hidden text apart."""

from aiscreen.reading.pdf.document import read_pdf

__all__ = ["read_pdf"]
