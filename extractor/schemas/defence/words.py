"""The record as most programs ask for it: everything in one form, nothing bounded, codes by the model, quotes in words.

The baseline that every other way of asking is held against; the strategy `words` sends its JSON Schema along.
"""

from pydantic import BaseModel, ConfigDict, Field

from extractor.schemas.defence.values import (
    AgreementKind,
    AgreementStatus,
    EventType,
    Function,
    Mode,
    Role,
    Status,
    Topic,
)


class Words(BaseModel):
    """Unknown keys are errors."""

    model_config = ConfigDict(extra="forbid")


class Person(Words):
    """A person who took part."""

    name: str | None
    rank: str | None
    role: Role
    country: str | None = Field(description="ISO 3166 code, two letters")
    function: Function


class Agreement(Words):
    """A document that is signed, planned or referred to."""

    kind: AgreementKind
    status: AgreementStatus
    title: str | None
    period: str | None = Field(description="Years covered: YYYY or YYYY/YYYY")


class Event(Words):
    """A defence diplomacy event."""

    event_type: EventType
    status: Status
    date: str | None = Field(description="YYYY-MM-DD")
    location_country: str | None = Field(description="ISO 3166 code, two letters")
    location_city: str | None
    mode: Mode
    parties: list[str] = Field(description="ISO 3166 codes, two letters")
    participants: list[Person]
    agreements: list[Agreement]
    topics: list[Topic]
    evidence: list[str] = Field(description="Verbatim quotes")


class ArticleInWords(Words):
    """The events of an article."""

    title: str | None
    language: str | None = Field(description="ISO 639-1 code")
    publication_date: str | None = Field(description="YYYY-MM-DD")
    outlet: str | None
    cited_source: str | None = Field(description="Ministry or agency that the outlet credits")
    events: list[Event]
