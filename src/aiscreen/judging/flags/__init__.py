"""Red flags: the rules of redflags.yaml run over a résumé. Each flag asks a question and shows its sentence."""

from aiscreen.judging.flags.find import find_flags, flags_in_text

__all__ = ["find_flags", "flags_in_text"]
