"""aiscreen reads résumés and portfolios of AI engineers and says who has shipped, and why it thinks so."""

__version__ = "0.1.0"
