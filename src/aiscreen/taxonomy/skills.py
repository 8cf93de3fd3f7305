"""The shape of skills.yaml: a mapping of skill ids to what a skill is, how people write it, and its life.

How people write it comes in three tiers. `aliases` (and the name, unless a tier below repeats it) are distinctive:
any case, they count wherever they stand. `cased` count in exactly this case, and in other cases like phrases.
`phrases` are ordinary words or names: they count only where `context` or a list of skills speaks for them.

Deterministic variants are never listed: spaces, hyphens, dots and underscores between the parts of a name may come
and go ("scikit learn", "Scikit-Learn"), parts of a CamelCase name too ("Lang Chain"); concepts also match in the
plural; "Amazon X" also as "AWS X", "Azure X" as "Microsoft Azure X", "Google Cloud X" as "GCP X".
"""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from aiscreen.taxonomy.references import Names

Kind = Literal["tool", "platform", "language", "concept", "practice", "domain", "soft"]
Tier = Literal["distinctive", "cased", "phrase"]
Status = Literal["active", "maintenance", "retired"]
Confidence = Literal["high", "medium", "low"]
Month = str
MONTH_PATTERN = r"^(19|20)\d\d-(0[1-9]|1[0-2])$"
ID_PATTERN = r"^[a-z0-9][a-z0-9+#-]*$"
Id = Annotated[str, Field(pattern=ID_PATTERN)]
SkillRef = Annotated[str, Names("skill")]
CategoryRef = Annotated[str, Names("category")]

THINGS: frozenset[str] = frozenset({"tool", "platform", "language"})
"""Kinds of what somebody made and named, rather than ideas."""
COUNTABLE: frozenset[str] = frozenset({"concept", "practice", "domain"})
"""Kinds whose names also match in the plural."""


class Shape(BaseModel):
    """Base of the file's models: unknown fields are errors, and a number is not a string (nor `no` a word)."""

    model_config = ConfigDict(extra="forbid", defer_build=True, strict=True, populate_by_name=True)


class Context(Shape):
    """What speaks for an ambiguous word, and what against. All are words as people write them, matched in any case.

    `near`: within ten words either side; `before` and `after`: right beside it (any one is enough).
    `deny`: a phrase within ten words that rules the mention out, whatever else speaks for it; a phrase that holds
    the word itself ("x-ray") denies only there. `lists`: whether standing as an item in a list of skills is enough.
    `person`: also a given name or surname. `company`: also an employer. `everyday`: also a word or name of everyday life
    (a snake, a novelist): it counts only where its sentence speaks of software at all.
    """

    near: list[str] = Field(default_factory=list)
    before: list[str] = Field(default_factory=list)
    after: list[str] = Field(default_factory=list)
    deny: list[str] = Field(default_factory=list)
    lists: bool = True
    person: bool = False
    company: bool = False
    everyday: bool = False


class Examples(Shape):
    """Sentences in which the skill must be found (`match`), and in which it must not (`miss`)."""

    match: list[str] = Field(default_factory=list)
    miss: list[str] = Field(default_factory=list)


class Version(Shape):
    """A version whose life differs from the skill's. Its key is how it is written: "1.x" is any 1, "2.7" just that.

    `aliases` name it without a number behind the skill's name ("tf1", "tf.Session").
    """

    released: Month | None = Field(default=None, pattern=MONTH_PATTERN)
    retired: Month | None = Field(default=None, pattern=MONTH_PATTERN)
    replaced_by: list[SkillRef] = Field(default_factory=list)
    aliases: list[str] = Field(default_factory=list)
    source: str | None = None
    confidence: Confidence | None = None


class Skill(Shape):
    """A skill. Months are `YYYY-MM`; `released` is when people outside its makers could first use it (for an idea,
    its first paper). `implies` is one hop: who uses this has used those. `not_` (`not` in the file) names what it is
    never confused with."""

    name: str = Field(min_length=1)
    category: CategoryRef
    kind: Kind = "tool"
    aliases: list[str] = Field(default_factory=list)
    cased: list[str] = Field(default_factory=list)
    phrases: list[str] = Field(default_factory=list)
    context: Context | None = None
    examples: Examples | None = None
    implies: list[SkillRef] = Field(default_factory=list)
    not_: list[SkillRef] = Field(default_factory=list, alias="not")
    released: Month | None = Field(default=None, pattern=MONTH_PATTERN)
    status: Status = "active"
    retired: Month | None = Field(default=None, pattern=MONTH_PATTERN)
    replaced_by: list[SkillRef] = Field(default_factory=list)
    versions: dict[str, Version] = Field(default_factory=dict)
    source: str | None = None
    confidence: Confidence | None = None

    @property
    def is_thing(self) -> bool:
        """Whether it is a tool, a platform or a language rather than an idea."""
        return self.kind in THINGS

    def spellings(self) -> Iterator[tuple[str, Tier, str]]:
        """Every listed way to write it: text, tier, and the version that it names ("" for none).

        The name comes first, in the tier that repeats it; deterministic variants are left to `variants`.
        """
        tier: Tier = "distinctive"
        if self.name in self.cased:
            tier = "cased"
        elif self.name.lower() in (phrase.lower() for phrase in self.phrases):
            tier = "phrase"
        yield self.name, tier, ""
        yield from ((text, "distinctive", "") for text in self.aliases)
        yield from ((text, "cased", "") for text in self.cased if text != self.name)
        yield from ((text, "phrase", "") for text in self.phrases if text.lower() != self.name.lower())
        for version, life in self.versions.items():
            yield from ((text, "distinctive", version) for text in life.aliases)


class SkillsFile(Shape):
    """The whole of skills.yaml. `categories` maps a category's id to its title; `extends` and `drop`: see `extend`."""

    schema_: Literal["aiscreen.skills/1"] = Field(alias="schema")
    extends: Literal["shipped"] | None = None
    drop: list[Id] = Field(default_factory=list, description="shipped skills to leave out")
    updated: str | None = None
    categories: dict[Id, str]
    skills: dict[Id, Skill]


TOKEN = re.compile(r"[^\W_]+|[+#/&]|(?<![\w.])\.(?=[^\W\d_])[^\W_]+")
"""What text is parted into: runs of letters and digits (".NET" keeps its dot), and + # / & alone."""

_VENDORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Amazon ", ("AWS ",)),
    ("AWS ", ("Amazon ",)),
    ("Azure ", ("Microsoft Azure ", "MS Azure ")),
    ("Google Cloud ", ("GCP ", "Google ")),
)


def squash(text: str) -> str:
    """The key under which a spelling is found: lower case, without the separators that come and go.

    >>> squash("Scikit-Learn"), squash("CI/CD"), squash(".NET Core"), squash("Node.js")
    ('scikitlearn', 'ci/cd', '.netcore', 'nodejs')
    """
    return "".join(TOKEN.findall(text)).lower()


def plural(text: str) -> str | None:
    """The plural of a spelling's last word, None where it has none ("agents", "testing")."""
    last = text[-1:]
    if not last.isalpha() or last in "sS" or text.endswith("ing") or len(text) < 2:
        return None
    if last == "y" and text[-2] not in "aeiou":
        return text[:-1] + "ies"
    return text + ("es" if text.endswith(("x", "ch", "sh", "z")) else "s")


def variants(skill: Skill) -> Iterator[tuple[str, Tier, str]]:
    """`Skill.spellings` with vendors' prefixes and plurals written out."""
    for text, tier, version in skill.spellings():
        forms = [text]
        for prefix, others in _VENDORS:
            if text.startswith(prefix):
                forms += [other + text[len(prefix) :] for other in others]
        for form in forms:
            yield form, tier, version
            many = plural(form) if skill.kind in COUNTABLE else None
            if many:
                yield many, tier, version
