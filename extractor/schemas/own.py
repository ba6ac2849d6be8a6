"""A schema of the user's own: any Pydantic model, filled and checked by the same machinery."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, create_model

from extractor.errors import UsageError
from extractor.schemas.record import Quote, Record

MOST_ITEMS = 12
LONGEST_TEXT = 200
"""Bounds for lists and strings that set none: small models repeat themselves until something stops them."""

Lines = Annotated[list[Annotated[int, Field(ge=1, le=999)]], Field(max_length=6)]


class OwnRecord(Record):
    """The record of one document under a schema of the user's own."""

    data: dict[str, Any] | None = Field(None, description="The user's model as JSON; unsupported values are null")
    evidence: list[Quote] = Field(default_factory=list)


def load(name: str) -> type[BaseModel]:
    """The Pydantic model named `package.module:Class`, found from the current folder too; UsageError if it isn't one."""
    module, _, attribute = name.partition(":")
    if (here := str(Path.cwd())) not in sys.path:
        sys.path.append(here)  # an installed `extractor` command starts without it
    try:
        loaded = import_module(module)
    except (Exception, SystemExit) as error:  # noqa: BLE001  # a user's module raises whatever it likes
        raise UsageError(f"schema {name!r}: can't import {module!r}: {type(error).__name__}: {error}") from None
    found = getattr(loaded, attribute, None)
    if found is None:
        raise UsageError(f"schema {name!r}: {module!r} has no {attribute!r}")
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        raise UsageError(f"schema {name!r}: {attribute!r} is not a class derived from pydantic.BaseModel")
    return found


def wire(model: type[BaseModel]) -> type[BaseModel]:
    """What the language model fills: the lines that hold the answer first, then the user's model, with bounds."""
    if issubclass(model, RootModel):
        raise UsageError(f"schema {model.__name__!r} is a RootModel; give a model with fields, such as one list")
    try:
        made = create_model(f"{model.__name__}Answer", __base__=_Bounded, evidence=(Lines, ...), data=(model, ...))
        made.model_json_schema()
    except Exception as error:  # noqa: BLE001  # pydantic raises a kind of its own for each thing JSON can't hold
        reason = str(error).splitlines()[0]
        raise UsageError(f"schema {model.__name__!r} can't be written as JSON Schema: {reason}") from None
    return made


class _Bounded(BaseModel):
    """A model whose JSON Schema has bounds everywhere, in the definitions that it refers to as well."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The JSON Schema of the model, bounded."""
        schema = super().model_json_schema(*args, **kwargs)
        _bound(schema)
        return schema


def _bound(schema: dict[str, Any]) -> None:
    """Give every unbounded list and string of a JSON Schema a bound, in place."""
    for part in schema.values():
        for node in part if isinstance(part, list) else [part]:
            if isinstance(node, dict):
                _bound(node)
    if schema.get("type") == "array":
        schema.setdefault("maxItems", MOST_ITEMS)
    if schema.get("type") == "string" and not {"enum", "const", "format", "pattern"} & set(schema):
        schema.setdefault("maxLength", LONGEST_TEXT)
