"""A user's own Pydantic model: found by name, wrapped for the language model, bounded."""

import sys
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field, RootModel, ValidationError

from extractor import schemas
from extractor.errors import UsageError
from extractor.schemas import own


class Unit(BaseModel):
    """A military unit."""

    name: str
    kind: Literal["ship", "battalion"]


class Visit(BaseModel):
    """A visit, with every sort of field."""

    port: str | None
    code: str = Field(max_length=5)
    mark: str = Field(pattern="^[A-Z]$")
    first: date
    units: list[Unit]
    pair: list[str] = Field(max_length=2)
    guests: int
    type: str


def _visit() -> dict[str, Any]:
    schema = own.wire(Visit).model_json_schema()
    return dict(schema["$defs"]["Visit"]["properties"])


def test_lines_come_first() -> None:
    """The model names the lines that hold the answer before it fills the user's fields."""
    schema = own.wire(Visit).model_json_schema()

    assert list(schema["properties"]) == ["evidence", "data"]
    assert schema["required"] == ["evidence", "data"]
    assert schema["properties"]["evidence"]["maxItems"] == 6


@pytest.mark.parametrize(
    ("field", "key", "expected"),
    [
        ("type", "maxLength", own.LONGEST_TEXT),
        ("code", "maxLength", 5),
        ("mark", "maxLength", None),
        ("first", "maxLength", None),
        ("units", "maxItems", own.MOST_ITEMS),
        ("pair", "maxItems", 2),
        ("guests", "maxLength", None),
    ],
)
def test_bounds(field: str, key: str, expected: int | None) -> None:
    """Lists and strings without a bound get one; a bound, pattern or format of the user's own stays as it is."""
    assert expected == _visit()[field].get(key)


def test_bounds_reach_nested_parts() -> None:
    """Items of lists, optional strings and models inside the model are bounded too; closed lists need no bound."""
    unit = own.wire(Visit).model_json_schema()["$defs"]["Unit"]["properties"]

    assert _visit()["pair"]["items"]["maxLength"] == own.LONGEST_TEXT
    assert _visit()["port"]["anyOf"][0]["maxLength"] == own.LONGEST_TEXT
    assert unit["name"]["maxLength"] == own.LONGEST_TEXT
    assert "maxLength" not in unit["kind"]


def test_the_users_model_is_left_alone() -> None:
    """Bounds are for the language model; the user's own class keeps its JSON Schema."""
    own.wire(Visit).model_json_schema()

    assert "maxLength" not in Visit.model_json_schema()["properties"]["type"]


@pytest.mark.parametrize(
    "answer",
    [
        '{"evidence": [1], "data": {"name": "Koda", "kind": "ship"}, "more": 1}',
        '{"data": {"name": "Koda", "kind": "ship"}}',
        '{"evidence": [0], "data": {"name": "Koda", "kind": "ship"}}',
        '{"evidence": [1, 2, 3, 4, 5, 6, 7], "data": {"name": "Koda", "kind": "ship"}}',
        '{"evidence": [1], "data": {"name": "Koda", "kind": "tank"}}',
    ],
)
def test_a_wrong_answer_is_refused(answer: str) -> None:
    """Unknown keys, missing or impossible lines, and values outside the user's model are errors."""
    with pytest.raises(ValidationError):
        own.wire(Unit).model_validate_json(answer)


def test_a_right_answer_is_the_users_model() -> None:
    """What was filled is an instance of the user's own class."""
    filled: Any = own.wire(Unit).model_validate_json('{"evidence": [3], "data": {"name": "Koda", "kind": "ship"}}')

    assert filled.data == Unit(name="Koda", kind="ship")


def test_a_root_model_is_refused_at_once() -> None:
    """A RootModel has no fields to fill: that is said before any model is asked."""

    class Names(RootModel[list[str]]):
        pass

    with pytest.raises(UsageError, match="'Names' is a RootModel"):
        schemas.of(Names)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no_such_package:Thing", "can't import 'no_such_package'"),
        ("json:Thing", "'json' has no 'Thing'"),
        ("json:", "'json' has no ''"),
        ("json:loads", "'loads' is not a class derived from pydantic.BaseModel"),
        ("collections:OrderedDict", "'OrderedDict' is not a class"),
        (":Thing", "can't import ''"),
        (".near:Thing", "can't import '.near'"),
    ],
)
def test_a_name_that_leads_nowhere(name: str, message: str) -> None:
    """The error repeats the name and says which part of it is wrong."""
    with pytest.raises(UsageError, match=message) as caught:
        own.load(name)
    assert repr(name) in str(caught.value)


def test_found_from_the_current_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A module in the folder where the command is run is found, also by an installed command."""
    (tmp_path / "harbour_of_tests.py").write_text(
        "from pydantic import BaseModel\n\n\nclass Ship(BaseModel):\n    name: str\n", encoding="utf-8"
    )
    monkeypatch.setattr(sys, "path", [p for p in sys.path if p != str(tmp_path)])
    monkeypatch.chdir(tmp_path)

    assert list(own.load("harbour_of_tests:Ship").model_fields) == ["name"]


def test_a_module_with_an_error_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user's file that can't be run is their error, told in one line."""
    (tmp_path / "broken_of_tests.py").write_text("class Ship(BaseModel):\n    name: str\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(UsageError, match="can't import 'broken_of_tests': NameError: name 'BaseModel' is not defined"):
        own.load("broken_of_tests:Ship")


def test_the_schema_of_an_own_model() -> None:
    """A name with a colon gives the envelope for own models and their prompt."""
    found = schemas.load("tests.test_own_schema:Unit")

    assert (found.record, found.prompt, found.version) == (own.OwnRecord, "own/v1", "Unit")


def test_an_unknown_schema_says_what_there_is() -> None:
    """A name without a colon must be one of the schemas."""
    with pytest.raises(UsageError, match=r"no schema named 'defense'; there is defence, or package\.module:Class"):
        schemas.load("defense")
