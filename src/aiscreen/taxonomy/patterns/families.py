"""Families of words that patterns name by one: `{up}` stands for "raised", "increases", "higher" and their kin, so that
a rule reads as what it says and holds however it is worded."""

from __future__ import annotations

from collections.abc import Callable

_WRITTEN = {
    "{up}": "higher larger bigger more greater stronger heavier longer deeper wider extra additional up high large big "
    "strong highest largest maximum grew grown grow grows growing rose rise rises rising rais* increas* enlarg* boost* "
    "doubl* tripl* quadrupl* multiplied multiplies lift* strengthen* climb* gain* widen* maximi* extend*",
    "{down}": "lower smaller less fewer weaker lighter shorter narrower shallower down low small tiny weak lowest smallest "
    "minimum cut cuts cutting fell fall falls falling sank sinks lowers lowered lowering reduc* decreas* halv* shrink* "
    "shrank shrunk diminish* declin* minimi* weaken*",
    "{cut}": "threw throws thrown throwing cut cuts cutting without took drops dropped dropping drop remov* delet* discard* "
    "eliminat* eras* exclud* prun* filter* omit*",
    "{fix}": "against for fought fight* overcom* overcame combat* remed* fix* cur* solv* prevent* avoid* counter* mitigat* "
    "tackl* defeat* battl* address* stop* reduc* resolv* handl* treat* remov* eliminat* alleviat* limit*",
    "{so}": "mean means meaning meant ie so therefore thus hence because since as is was are proof say says said told tells "
    "show* prov* impl* equal* indicat* demonstrat* confirm* suggest* guarantee* ensur* reveal* establish* conclud* signif*",
    "{be}": "is are was were be being been mean means meaning ie equals as",
    "{give}": "has have had having gets get got gives give gave given giving return* produc* yield* output* creat* generat* "
    "provid* contain* deliver* estimat* predict* assign* comput*",
    "{good}": "good great excellent perfect perfectly better best strong superb outstanding ideal impressive remarkable "
    "optimal superior nice successful well improv*",
    "{all}": "all any every each whole entire full complete both",
    "{not}": "no not never without cannot can't don't doesn't didn't isn't aren't wasn't weren't needn't won't neither nor "
    "none nothing zero irrelevant unaffected independent unimportant unnecessary insensitive regardless immune ignor* skip*",
}
"""Words, and beginnings of words."""


def _predicate(written: str) -> Callable[[str], bool]:
    words = frozenset(word for word in written.split() if word[-1] != "*")
    beginnings = tuple(word[:-1] for word in written.split() if word[-1] == "*")
    return lambda word: word in words or word.startswith(beginnings)


OPTIONS: dict[str, tuple[str, ...]] = {name: tuple(written.split()) for name, written in _WRITTEN.items()}
"""A family's words and beginnings, as the alternatives of a pattern."""
FAMILIES: dict[str, Callable[[str], bool]] = {name: _predicate(written) for name, written in _WRITTEN.items()}
in_family: Callable[[str], bool] = _predicate(" ".join(_WRITTEN.values()))
"""Whether a word is of any family."""
