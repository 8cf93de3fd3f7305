"""Git repositories become evidence. Nothing in a repository is run, and nothing it configures is obeyed."""

from aiscreen.models.portfolio import Identity, RepoEvidence
from aiscreen.portfolio.examine import examine

__all__ = ["Identity", "RepoEvidence", "examine"]
