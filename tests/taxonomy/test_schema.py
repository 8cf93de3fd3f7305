"""The committed JSON Schemas: fresh, valid, named by the files, and of one mind with the models."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from aiscreen.taxonomy import shipped
from aiscreen.taxonomy.schema import DIALECT, dump, schema
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.yamlfile import read_yaml

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_fresh(kind: Kind) -> None:
    path = ROOT / "schemas" / f"{kind}.schema.json"
    assert path.read_text(encoding="utf-8") == dump(schema(kind)), (
        "run `aiscreen taxonomy schema --output schemas`"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema_of_2020_12_and_the_shipped_file_follows_it(kind: Kind) -> None:
    body = json.loads(dump(schema(kind)))
    assert body["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(body)
    jsonschema.Draft202012Validator(body).validate(read_yaml(kind, shipped.path(kind).read_bytes()).data)


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_names_its_schema_for_editors(kind: Kind) -> None:
    first, *_ = shipped.path(kind).read_text(encoding="utf-8").splitlines()
    assert first == f"# yaml-language-server: $schema=schemas/{kind}.schema.json"


def _skill(**fields: Any) -> dict[str, Any]:
    skill = {"name": "X", "category": "c", **fields}
    return {"schema": "aiscreen.skills/1", "categories": {"c": "C"}, "skills": {"x": skill}}


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        (_skill(), True),
        (_skill(released="2016-09", versions={"2.x": {"retired": "2020-01"}}), True),
        (_skill(released="2016"), False),
        (_skill(kind="gadget"), False),
        (_skill(homepage="x"), False),
        (_skill(aliases="x"), False),
        ({**_skill(), "schema": "aiscreen.roles/1"}, False),
        ({**_skill(), "skills": {"Bad Id": {"name": "X", "category": "c"}}}, False),
    ],
)
def test_schema_and_model_say_the_same(data: dict[str, Any], valid: bool) -> None:
    from pydantic import ValidationError

    from aiscreen.taxonomy.skills import SkillsFile

    assert jsonschema.Draft202012Validator(schema("skills")).is_valid(copy.deepcopy(data)) is valid
    if valid:
        SkillsFile.model_validate(data)
    else:
        with pytest.raises(ValidationError):
            SkillsFile.model_validate(data)
