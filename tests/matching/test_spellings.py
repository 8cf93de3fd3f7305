"""How the taxonomy says that skills are written, and what follows from it."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from pydantic import ValidationError

from aiscreen.matching import Matcher, compile_skills
from aiscreen.matching.fuzzy import REAL_WORDS, misspelt
from aiscreen.taxonomy import Taxonomy
from aiscreen.taxonomy.skills import Skill, plural, squash, variants

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Scikit-Learn", "scikitlearn"),
        ("scikit learn", "scikitlearn"),
        ("Node.js", "nodejs"),
        ("CI/CD", "ci/cd"),
        (".NET Core", ".netcore"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Weights & Biases", "weights&biases"),
        ("naïve Bayes", "naïvebayes"),
    ],
)
def test_squash(spelling: str, key: str) -> None:
    assert squash(spelling) == key


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("agent", "agents"),
        ("ontology", "ontologies"),
        ("API", "APIs"),
        ("branch", "branches"),
        ("testing", None),
        ("C++", None),
    ],
)
def test_plural(one: str, many: str | None) -> None:
    assert plural(one) == many


def test_variants_write_out_vendors_and_plurals() -> None:
    tool = Skill(name="Amazon S3", category="cloud")
    assert {text for text, _, _ in variants(tool)} == {"Amazon S3", "AWS S3"}
    idea = Skill(name="AI agent", category="agents", kind="concept")
    assert {text for text, _, _ in variants(idea)} == {"AI agent", "AI agents"}


def test_a_name_takes_the_tier_that_repeats_it() -> None:
    assert next(Skill(name="Ray", category="data", cased=["Ray"]).spellings()) == ("Ray", "cased", "")
    assert next(Skill(name="Go", category="languages", phrases=["go"]).spellings()) == ("Go", "phrase", "")
    assert next(Skill(name="PyTorch", category="dl").spellings()) == ("PyTorch", "distinctive", "")


@pytest.mark.parametrize(
    "wrong",
    [{"name": False}, {"released": "2016"}, {"status": "dead"}, {"alias": ["x"]}, {"aliases": [False]}],
)
def test_wrong_types_are_errors(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Skill.model_validate({"name": "X", "category": "y", **wrong})


def test_the_taxonomy_is_whole(taxonomy: Taxonomy) -> None:
    skills = taxonomy.skills
    assert len(skills) >= 700
    for identifier, skill in skills.items():
        for other in (*skill.implies, *skill.not_, *skill.replaced_by):
            assert other in skills, (identifier, other)
        if skill.released:
            assert skill.source and skill.confidence, identifier
        if skill.status == "retired":
            assert skill.retired, identifier


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("hadoop", "spark"),
        ("transformers", "bert"),
        ("gpt-3", "chatgpt"),
        ("langchain", "langgraph"),
        ("docker", "kubernetes"),
    ],
)
def test_dates_stand_in_the_order_of_history(taxonomy: Taxonomy, older: str, newer: str) -> None:
    assert taxonomy.skills[older].released < taxonomy.skills[newer].released  # type: ignore[operator]


def test_retired_tools_say_since_when_and_what_came_after(taxonomy: Taxonomy) -> None:
    for name in ("theano", "chainer", "openai-gym", "mxnet", "sqoop"):
        skill = taxonomy.skills[name]
        assert skill.status == "retired" and skill.retired and skill.replaced_by
    assert taxonomy.skills["python"].versions["2"].retired == "2020-01"


def test_adverts_are_covered(matcher: Matcher) -> None:
    """At least 97% of what adverts ask for, weighted by postings, alone and in a sentence."""
    path = SHARED / "research" / "demand_2026.csv"
    if not path.exists():
        pytest.skip("no sample of adverts")
    weight: Counter[str] = Counter()
    lead = "Hands-on experience with "
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            label, postings = row["label"], int(row["postings"])
            weight["all"] += postings
            weight["alone"] += postings * bool(matcher.find(label))
            found = matcher.find(f"{lead}{label}, Python and Docker.")
            weight["in a sentence"] += postings * any(
                len(lead) <= m.start < len(lead) + len(label) for m in found
            )
    assert weight["alone"] >= 0.97 * weight["all"]
    assert weight["in a sentence"] >= 0.97 * weight["all"]


def test_misspelt_names_are_recovered_and_words_are_not(taxonomy: Taxonomy) -> None:
    """Two neighbouring letters swapped, or one left out, in every single-word name of a tool of seven letters or more."""
    index = compile_skills(taxonomy.skills)
    names = {key: skill for bucket in index["fuzzy"].values() for key, skill, _ in bucket if len(key) >= 8}
    right = tried = 0
    for number, (name, skill) in enumerate(sorted(names.items())):
        at = 1 + number % (len(name) - 3)
        swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        for wrong in (swapped, name[:at] + name[at + 1 :]):
            if wrong in index["ends"] or wrong in REAL_WORDS:
                continue
            hit = misspelt(index, wrong)
            tried += 1
            right += hit == skill
            assert hit in (skill, None), (wrong, hit)
    assert tried > 500
    assert right >= 0.95 * tried
    assert [word for word in sorted(REAL_WORDS) if misspelt(index, word)] == []


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Vue3 for the front end", "vue"),
        ("Prefect2 flows", "prefect"),
        ("Plots: Matplot-lib, sea-born, plotly", "matplotlib"),
        ("Plots: Matplot-lib, sea-born, plotly", "seaborn"),
        ("Text mining using spacy, NLTK, genism.", "gensim"),
        ("Tensorfow & image classification", "tensorflow"),
        ("MATLAB-to-python port of the filter", "python"),
    ],
)
def test_ways_that_people_write_names(taxonomy: Taxonomy, text: str, skill: str) -> None:
    assert skill in {mention.skill for mention in Matcher(taxonomy).find(text)}


@pytest.mark.parametrize(
    "text", ["step2 of the plan", "Batch2 was late", "the trade-off of data-bases", "a well-being, art"]
)
def test_a_number_or_a_hyphen_makes_no_word_a_tool(taxonomy: Taxonomy, text: str) -> None:
    found = {mention.skill for mention in Matcher(taxonomy).find(text)}
    assert found <= {"databases"}


@pytest.mark.parametrize(
    ("text", "skill", "expected"),
    [
        ("Read Kafka and Mann for my degree", "kafka", False),
        ("Events go through Kafka and Flink", "kafka", True),
        ("Fed pandas and red deer as a volunteer", "pandas", False),
        ("Cleaned the exports with pandas scripts", "pandas", True),
        ("Docker by trade: loaded ships at the port", "docker", False),
        ("Wrote the Docker images", "docker", True),
        ("MongoDB, Express, React", "mongodb", True),
        ("Angular steel profiles welded to the frame", "angular", False),
        ("Moved to Angular 17", "angular", True),
        ("Shared an office with Claude, our French colleague, for years", "claude", False),
        ("Jenkins", "jenkins", True),
    ],
)
def test_names_of_everyday_life_count_where_the_text_speaks_of_software(
    taxonomy: Taxonomy, text: str, skill: str, expected: bool
) -> None:
    assert (skill in {mention.skill for mention in Matcher(taxonomy).find(text)}) is expected
