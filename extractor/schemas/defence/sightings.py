"""What the model fills when code does the rest: which lines tell of which events."""

from typing import Annotated

from pydantic import Field

from extractor.schemas.defence.values import EventType, Status
from extractor.schemas.defence.wire import Place, Wire


class Sighting(Wire):
    """An event as the model sees it: the line that tells it, its kind and status, and who acts, as written."""

    line: Annotated[int, Field(ge=1, le=999)]
    event_type: EventType
    status: Status
    countries: list[Place] = Field(max_length=8)


class Sightings(Wire):
    """The whole answer to one article."""

    events: list[Sighting] = Field(max_length=6)
