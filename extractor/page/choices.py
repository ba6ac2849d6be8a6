"""What a reviewer may choose from: the fields of the schema with their descriptions and closed lists, and all codes."""

from typing import Any

from pydantic import BaseModel

from extractor.normalise.countries import ORGANISATIONS, codes
from extractor.schemas.defence.record import VERSION, Agreement, Article, EventFacts, Participant


def choices() -> dict[str, Any]:
    """Plain JSON data: the schema's version, its fields by kind of object, country codes and acronyms."""
    kinds: dict[str, type[BaseModel]] = {
        "document": Article,
        "event": EventFacts,
        "person": Participant,
        "agreement": Agreement,
    }
    return {
        "schema": VERSION,
        "fields": {kind: _fields(model.model_json_schema()["properties"]) for kind, model in kinds.items()},
        "codes": sorted({*codes(), *ORGANISATIONS}),
    }


def _fields(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: _field(schema) for name, schema in properties.items()}


def _field(schema: dict[str, Any]) -> dict[str, Any]:
    """`values` is the closed list, if there is one; `list` and `null` say whether there may be many, or none."""
    branches = schema.get("anyOf", [schema])
    inner = [branch.get("items", branch) for branch in branches]
    return {
        "help": schema.get("description", ""),
        "values": next((branch["enum"] for branch in inner if "enum" in branch), None),
        "list": any(branch.get("type") == "array" for branch in branches),
        "null": any(branch.get("type") == "null" for branch in branches),
        "number": any(branch.get("type") == "integer" for branch in inner),
    }
