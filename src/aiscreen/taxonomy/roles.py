"""The shape of roles.yaml: the rubric, what evidence looks like in words, and the roles.

Skill ids and category ids name entries of skills.yaml (`references`); everything else that can be wrong inside this
file alone is an error of the schema itself.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from aiscreen.taxonomy.complaint import complaint
from aiscreen.taxonomy.labels import labelled
from aiscreen.taxonomy.patterns.groups import Groups
from aiscreen.taxonomy.patterns.lexicon import Lexicon, indexed
from aiscreen.taxonomy.role import QuestionRule, RoleRule
from aiscreen.taxonomy.rubric import (
    EVIDENCE,
    EvidenceId,
    Id,
    Rubric,
    Shape,
    SignalId,
    Term,
    Words,
)
from aiscreen.taxonomy.suggest import did_you_mean

Phrase = tuple[str, str, int | None]
"""A role, a need of it, and which of the need's patterns; None for those that take it back."""


def _few_required(schema: dict[str, Any]) -> None:
    """For editors: what a user's file cannot do without."""
    schema["required"] = ["schema", "roles"]


def _shipped() -> dict[str, Any]:
    """The shipped roles.yaml as plain data."""
    import yaml

    from aiscreen.taxonomy.shipped import path

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(path("roles").read_bytes(), Loader=loader)
    return data if isinstance(data, dict) else {}


class RolesFile(Shape):
    """roles.yaml as a whole. A user's file may leave out rubric, evidence, signals or questions: those are then the
    shipped ones, and its roles stand beside the shipped ones, before them. `extends` and `drop`: see `extend`."""

    model_config = ConfigDict(json_schema_extra=_few_required)

    schema_: Literal["aiscreen.roles/1"] = Field(alias="schema")
    extends: Literal["shipped"] | None = None
    drop: list[Id] = Field(default_factory=list, description="shipped roles to leave out")
    updated: str | None = None
    groups: dict[Id, list[Term]] = Field(
        default_factory=dict, description="words that patterns name by one: `<people>`"
    )
    rubric: Rubric
    evidence: dict[EvidenceId, Words]
    signals: dict[SignalId, Words]
    questions: dict[Id, QuestionRule] = Field(default_factory=dict)
    roles: dict[Id, RoleRule] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _completed(cls, data: Any) -> Any:
        """A file of a few roles, with all that it leaves out taken from the shipped file."""
        if not isinstance(data, dict) or not isinstance(data.get("roles"), dict):
            return data
        if all(section in data for section in ("rubric", "evidence", "signals")):
            return data
        base = _shipped()
        roles = {
            **data["roles"],
            **{key: role for key, role in base["roles"].items() if key not in data["roles"]},
        }
        merged = {
            name: {**base[name], **data[name]} if isinstance(data.get(name), dict) else base[name]
            for name in ("groups", "questions")
        }
        return {**base, **data, "roles": roles, **merged}

    @model_validator(mode="after")
    def _whole(self) -> Self:
        missing = [name for name in EVIDENCE if name not in self.evidence]
        if missing:
            advice = f"add {', '.join(f'`{name}:`' for name in missing)} and a list of patterns"
            raise complaint(
                "missing-field", f"evidence misses {', '.join(missing)}", "evidence", advice=advice
            )
        for role_id in self.roles:
            self._check_ancestry(role_id)
        return self

    def _check_ancestry(self, role_id: str) -> None:
        """The chain of `like` ends at a role with needs of its own."""
        seen = [role_id]
        while (like := self.roles[seen[-1]].like) is not None:
            if like not in self.roles:
                message, guess = f"there is no role `{like}` to be like", did_you_mean(like, self.roles)
                raise complaint("unknown-reference", message, "roles", seen[-1], "like", advice=guess)
            if like in seen:
                ring = " is like ".join(f"`{name}`" for name in (*seen, like))
                raise complaint("cycle", ring, "roles", seen[-1], "like", advice="remove one of these links")
            seen.append(like)
        role = self.roles[role_id]
        known = self.resolved(role.like).needs if role.like is not None else {}
        for index, name in enumerate(role.drop):
            if name not in known:
                message = f"there is no need `{name}` to drop"
                advice = did_you_mean(name, known, otherwise=f"its needs: {', '.join(known)}")
                if role.like is None:
                    advice = "say with `like:` which role's needs this one takes over"
                raise complaint("unknown-reference", message, "roles", role_id, "drop", index, advice=advice)
        if not self.roles[seen[-1]].needs:
            advice = "add `needs:`, or say with `like:` which role's needs it takes over"
            message = f"role `{seen[-1]}` has no needs"
            raise complaint("missing-field", message, "roles", seen[-1], advice=advice)

    def resolved(self, role_id: str) -> RoleRule:
        """A role with what it takes over from the one it is like. Raises KeyError."""
        role = self.roles[role_id]
        if role.like is None:
            return role
        base = self.resolved(role.like)
        needs = {key: need for key, need in base.needs.items() if key not in role.drop} | role.needs
        return RoleRule(
            name=role.name,
            summary=role.summary or base.summary,
            titles=role.titles or base.titles,
            needs=needs,
            scenarios=role.scenarios or base.scenarios,
        )

    def with_role(self, role_id: str, role: RoleRule) -> "RolesFile":
        """The same file with one role more, or another one in its place."""
        return RolesFile.model_construct(
            schema_=self.schema_,
            updated=self.updated,
            groups=self.groups,
            rubric=self.rubric,
            evidence=self.evidence,
            signals=self.signals,
            questions=self.questions,
            roles={role_id: role, **{key: each for key, each in self.roles.items() if key != role_id}},
        )

    def words(self) -> Iterator[tuple[Literal["evidence", "signals"], str, Words]]:
        """Every class of evidence and every signal: where it stands, its id, and what it looks like."""
        yield from (("evidence", key, words) for key, words in self.evidence.items())
        yield from (("signals", key, words) for key, words in self.signals.items())

    @cached_property
    def indexes(self) -> dict[str, dict[str, Any]]:
        """What the lexicons below are made of, by their names: plain data, for the cache."""
        titles: list[tuple[str, list[str]]] = list(self.rubric.relevant.titles.items())
        titles.append(("academic", self.rubric.relevant.academic))
        titles.append(("managing", self.rubric.relevant.managing))
        titles.append(("hoped", self.rubric.relevant.hoped))
        titles += [(f"role/{role_id}", self.resolved(role_id).titles) for role_id in self.roles]
        return {
            "groups": Groups.spelled(self.groups),
            "lexicon": indexed(labelled(self)),
            "titles": indexed(titles),
            "phrases": indexed(self._phrases()),
            "pauses": indexed([("pause", self.rubric.relevant.pauses)]),
        }

    def _phrases(self) -> Iterator[tuple[Phrase, list[str]]]:
        for role_id in self.roles:
            for need_id, need in self.resolved(role_id).needs.items():
                yield from (((role_id, need_id, i), [pattern]) for i, pattern in enumerate(need.says))
                yield (role_id, need_id, None), need.unless

    def _lexicon(self, name: str) -> Lexicon[Any]:
        return Lexicon(index=self.indexes[name], groups=self._groups)

    @cached_property
    def _groups(self) -> Groups:
        return Groups(self.indexes["groups"])

    @cached_property
    def lexicon(self) -> Lexicon[str]:
        """All patterns of evidence and signals, as `labels` reads them."""
        return self._lexicon("lexicon")

    @cached_property
    def titles(self) -> Lexicon[str]:
        """What job titles say: labels are `ai`, `software`, `academic`, `managing`, `hoped`, and `role/ID`."""
        return self._lexicon("titles")

    @cached_property
    def phrases(self) -> Lexicon[Phrase]:
        """What the roles' needs look like in words."""
        return self._lexicon("phrases")

    @cached_property
    def pauses(self) -> Lexicon[str]:
        """Breaks from work: never held against anybody, so never counted as other work either."""
        return self._lexicon("pauses")
