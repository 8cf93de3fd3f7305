"""The shape of redflags.yaml: groups of terms, categories that things are said to be of, and the rules.

A rule says in `when` what raises it: a test of a sentence (`sentence`, `tables`) or of the whole document (`document`).
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from aiscreen.models.assessment import FlagKind, Severity
from aiscreen.models.resume import Section
from aiscreen.taxonomy.complaint import complaint
from aiscreen.taxonomy.redflags.document import HiddenSays, TimelineYears
from aiscreen.taxonomy.redflags.sentence import OfSentence
from aiscreen.taxonomy.redflags.when import Test
from aiscreen.taxonomy.shape import GroupId, GroupTerm, Id, Pattern, Points, Shape, Term
from aiscreen.taxonomy.suggest import did_you_mean


class Policy(Shape):
    """How flags become points. `points` for a severity where a rule names none. `caps`: the most that flags of one
    kind, and all of them (`total`), may cost. `corroborate`: kinds whose flags cost points only where two
    distinct rules of that kind that cost something fire, or three of any severity; a high one always does."""

    points: dict[Severity, Points]
    caps: dict[FlagKind | Literal["total"], Points]
    corroborate: list[FlagKind] = Field(default_factory=list)


class Guards(Shape):
    """Words that take a sentence's flag back: `sentence` anywhere in the text (somebody's mistake is told or corrected;
    not where it is inside of `meant`, a mistake to be avoided),
    `before` up to six words ahead of what was found in the same clause, `near` right before it, `within` inside what was
    found (negation, contrast)."""

    sentence: list[Pattern]
    meant: list[Pattern] = Field(default_factory=list)
    before: list[Pattern]
    near: list[Pattern] = Field(default_factory=list)
    within: list[Pattern]


class Category(Shape):
    """What things are said to be. `said`: its names. `nouns`: what may follow a name and still mean the category
    ("clustering *algorithms*"; the general ones where this is None; an "LLM framework" is no LLM). `adjective`: a name
    may stand right before a member ("supervised K-means"). `lists`: "C (A, B)" and "C: A, B" say that A and B are C; `label`
    where only "C: A, B" at the start of a line does. `field`: names that, bare before a list, are headings of skills and
    claim nothing ("Deep learning: PyTorch, XGBoost")."""

    said: list[Term] = Field(min_length=1)
    nouns: list[Term] | None = None
    adjective: bool = False
    lists: bool | Literal["label"] = True
    field: list[Term] = Field(default_factory=list)


class Examples(Shape):
    """Texts that must raise the flag, and texts that must not. For a test of a sentence each is a sentence; for a test
    of the document a small résumé, read as plain text on the first day of the file's month after `updated`."""

    hit: list[str] = Field(min_length=1)
    miss: list[str] = Field(min_length=1)


class Rule(Shape):
    """A red flag: a question for the interview, never a rejection.

    `message`, `ask`: shown with {found}, {category}, {member}, {value} and {quote} filled in. `unless`: patterns that take
    it back when they are in the same sentence. `sections`: where a statement must stand (everywhere when empty). `guards`:
    whether the general guards apply; `told` where only those of a mistake that is told or quoted do. `otherwise`: it says
    nothing where a rule before it found something. `reason`: why it is wrong, for whoever reads the rule.
    """

    kind: FlagKind
    severity: Severity
    points: Points | None = None
    when: Test
    unless: list[Pattern] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    guards: bool | Literal["told"] = True
    otherwise: bool = False
    message: str = Field(min_length=1)
    reason: str = ""
    ask: str = Field(min_length=1)
    listen_for: list[str] = Field(min_length=1)
    examples: Examples
    source: str | None = None

    @property
    def of_sentence(self) -> bool:
        """Whether a sentence alone can raise it."""
        return isinstance(self.when, OfSentence | TimelineYears)


class RedFlagsFile(Shape):
    """redflags.yaml as a whole. `nouns`: the general nouns of categories (`Category.nouns`). `passive`: groups whose terms
    do nothing themselves (data, measures): between a tool and its task they are no other tool. `extends` and `drop`: see
    `extend`."""

    schema_: Literal["aiscreen.redflags/1"] = Field(alias="schema")
    extends: Literal["shipped"] | None = None
    drop: list[Id] = Field(default_factory=list, description="shipped rules to leave out")
    updated: str = Field(pattern=r"^\d{4}-\d{2}$")
    policy: Policy
    guards: Guards
    nouns: list[Term]
    passive: list[GroupId] = Field(default_factory=list)
    groups: dict[Id, list[GroupTerm]]
    categories: dict[Id, Category]
    rules: dict[Id, Rule]

    @model_validator(mode="after")
    def _same_as_exists(self) -> Self:
        for id, rule in self.rules.items():
            other = rule.when.same_as if isinstance(rule.when, HiddenSays) else None
            if other is not None and other not in self.rules:
                guess = did_you_mean(other, self.rules)
                message = f"there is no rule `{other}` to be the same as"
                raise complaint("unknown-reference", message, "rules", id, "when", "same_as", advice=guess)
        return self
