"""A short file that builds on the shipped one: `extends: shipped`.

What the file does not say is the shipped file's. An entry with a new id is added; one with a shipped id changes what it
names: mappings are merged, lists are added to, other values replaced. `drop` leaves shipped entries out; an entry that
is dropped and written anew replaces the shipped one as a whole.
"""

from __future__ import annotations

from typing import Any

from aiscreen.taxonomy.shipped import ENTRIES, Kind, path, read_bytes
from aiscreen.taxonomy.suggest import did_you_mean
from aiscreen.taxonomy.yamlfile import Path, YamlFile, read_yaml

_NEEDED: dict[Kind, str] = {"skills": "name", "roles": "needs", "redflags": "when"}
"""What an entry of one's own cannot do without; one that lacks it is meant to change a shipped one."""


def complete(kind: Kind, file: YamlFile) -> None:
    """Adds the shipped file's data to that of a file that extends it; the places stay those of the file's own values.

    A second call adds nothing. What is wrong with `drop` or with a change goes to the file's problems.
    """
    own = file.data
    if file.base or not isinstance(own, dict) or own.get("extends") != "shipped":
        return
    shipped = read_yaml(str(path(kind)), read_bytes(path(kind)))
    file.base = shipped.sha256
    if own.get("schema") != f"aiscreen.{kind}/1":
        return  # to be told of first
    base: dict[str, Any] = shipped.data
    _drop(kind, file, base)
    _refuse_strangers(kind, file, base[ENTRIES[kind]])
    merging = _Merging(first=ENTRIES[kind] if kind == "roles" else "")
    file.data = merging.of(base, own, ())
    file.events = {merging.moved(each): event for each, event in file.events.items()}
    file.key_events = {merging.moved(each): event for each, event in file.key_events.items()}


class _Merging:
    """Shipped data with a file's own over it. Lists of the file come behind the shipped ones: `moved` tells where its
    values are then. Under `first` the file's own entries come before the shipped ones."""

    def __init__(self, first: str) -> None:
        self.first = first
        self.shifts: dict[Path, int] = {}

    def of(self, base: Any, own: Any, at: Path) -> Any:
        if isinstance(base, dict) and isinstance(own, dict) and not _other_test(base, own, at):
            names = dict.fromkeys([*own, *base] if at == (self.first,) else [*base, *own])
            both = base.keys() & own.keys()
            return {
                name: self.of(base[name], own[name], (*at, name)) if name in both else {**base, **own}[name]
                for name in names
            }
        if isinstance(base, list) and isinstance(own, list):
            self.shifts[at] = len(base)
            return [*base, *own]
        return own

    def moved(self, at: Path) -> Path:
        """Where a value of the file stands in the merged data."""
        for size in range(len(at)) if self.shifts else ():
            if at[:size] in self.shifts and isinstance(at[size], int):
                return (*at[:size], self.shifts[at[:size]] + int(at[size]), *at[size + 1 :])
        return at


def _other_test(base: dict[str, Any], own: dict[str, Any], at: Path) -> bool:
    """Whether a rule is given another test than the shipped one: nothing of that one's would fit."""
    return at[-1:] == ("when",) and own.get("test", base.get("test")) != base.get("test")


def _drop(kind: Kind, file: YamlFile, base: dict[str, Any]) -> None:
    """Leaves out the shipped entries that the file drops, and what other entries say of them."""
    entries, named = base[ENTRIES[kind]], file.data.get("drop")
    gone: dict[str, Any] = {}
    for index, name in enumerate(named if isinstance(named, list) else ()):
        if isinstance(name, str) and name in entries:
            gone[name] = entries.pop(name)
        elif isinstance(name, str) and name not in gone:
            message = f"there is no shipped {ENTRIES[kind].removesuffix('s')} `{name}` to drop"
            advice = did_you_mean(name, entries, otherwise="remove it")
            file.problems.append(file.problem("unknown-reference", ("drop", index), message, advice))
    again = file.data.get(ENTRIES[kind])
    lost = gone.keys() - (again.keys() if isinstance(again, dict) else ())
    if not lost:
        return
    for entry in entries.values():
        if kind == "skills":
            for holder in (entry, *entry.get("versions", {}).values()):
                for field in ("implies", "not", "replaced_by"):
                    if field in holder:
                        holder[field] = [name for name in holder[field] if name not in lost]
        elif kind == "redflags" and entry["when"].get("same_as") in lost:
            when = entry["when"]
            when["any"] = [*when.get("any", ()), *gone[when.pop("same_as")]["when"]["any"]]


def _refuse_strangers(kind: Kind, file: YamlFile, entries: dict[str, Any]) -> None:
    """Takes out what can only be meant to change a shipped entry, under an id that no shipped entry has."""
    section = ENTRIES[kind]
    given = file.data.get(section)
    if not isinstance(given, dict):
        return
    for name, entry in list(given.items()):
        if name in entries or not isinstance(entry, dict) or _NEEDED[kind] in entry or "like" in entry:
            continue
        of_kind = [id for id, each in entries.items() if each.get("kind") == name]
        if of_kind and kind == "redflags":
            advice = f"its rules are {', '.join(f'`{id}`' for id in of_kind)}"
        else:
            advice = did_you_mean(name, entries, otherwise=f"a new one needs `{_NEEDED[kind]}:` and more")
        message = f"there is no shipped {section.removesuffix('s')} `{name}` to change"
        file.problems.append(file.problem("unknown-reference", (section, name), message, advice, key=True))
        del given[name]
