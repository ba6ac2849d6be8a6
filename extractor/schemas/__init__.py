"""What can be extracted: SCHEMAS by name, or a Pydantic model of the user's own as `package.module:Class`."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from extractor.errors import UsageError
from extractor.schemas import own
from extractor.schemas.defence.record import VERSION, DefenceRecord
from extractor.schemas.defence.wire import WireArticle
from extractor.schemas.record import Record


@dataclass(frozen=True)
class Schema:
    """A schema: what the model fills (`wire`), what leaves (`record`), and the prompts to use unless told otherwise.

    `prompt` asks a large model for everything, `embedded` the small one of this process for what it is good at.
    """

    name: str
    version: str
    wire: type[BaseModel]
    record: type[Record]
    prompt: str
    embedded: str


SCHEMAS = {
    "defence": Schema("defence", VERSION, WireArticle, DefenceRecord, "defence/v1", "defence/v2"),
}


def load(name: str) -> Schema:
    """The schema of that name; UsageError says which there are."""
    if name in SCHEMAS:
        return SCHEMAS[name]
    if ":" in name:
        return of(own.load(name), name)
    raise UsageError(f"no schema named {name!r}; there is {', '.join(SCHEMAS)}, or package.module:Class for your own")


def of(model: type[BaseModel], name: str | None = None) -> Schema:
    """The schema of a user's own Pydantic model."""
    return Schema(name or model.__name__, model.__name__, own.wire(model), own.OwnRecord, "own/v1", "own/v1")


def json_schema(name: str) -> dict[str, Any]:
    """JSON Schema of the records that leave under this schema."""
    return load(name).record.model_json_schema()
