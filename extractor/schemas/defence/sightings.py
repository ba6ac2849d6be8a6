"""What the model fills when code does the rest: the event that is the news, in four choices and the names that act."""

from typing import Annotated

from pydantic import Field

from extractor.schemas.defence.values import EventType, Status
from extractor.schemas.defence.wire import Place, Wire


class Sighting(Wire):
    """The news as the model sees it: who acts, as written, then the line that tells it, its kind and status."""

    countries: list[Place] = Field(max_length=8)
    people: list[Place] = Field(max_length=6)
    line: Annotated[int, Field(ge=1, le=999)]
    event_type: EventType
    status: Status


class News(Wire):
    """The whole answer to one article; null where it tells of no event."""

    event: Sighting | None
