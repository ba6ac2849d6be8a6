"""The public record of schema dd-1.0: one document, its events, who took part, what was signed."""

from typing import Literal

from pydantic import Field

from extractor.schemas.defence.values import (
    AgreementKind,
    AgreementStatus,
    DateBasis,
    EventType,
    Flag,
    Function,
    LocationBasis,
    Mode,
    ProtocolItem,
    RankNorm,
    Role,
    Stance,
    Status,
    Topic,
)
from extractor.schemas.record import Quote, Record, Strict

VERSION = "dd-1.0"


class Article(Strict):
    """Facts about the article itself; all of them found by code, none asked of the model but the cited source."""

    title: str | None = Field(None, description="Headline, verbatim, without media tags such as (PHOTO)")
    language: str = Field(description="ISO 639-1 of the body")
    publication_date: str | None = Field(None, description="YYYY-MM-DD of the article, not of the page visit")
    outlet: str | None = Field(None, description="As the outlet calls itself")
    cited_source: str | None = Field(None, description="Verbatim: whom the outlet credits for the main event")
    publication_datetime: str | None = Field(None, description="ISO 8601; an offset only if it is printed")
    dateline: str | None = Field(None, description="Verbatim, such as 'Baku, July 18, AZERTAC'")
    cited_source_country: str | None = Field(None, description="ISO 3166-1 alpha-2: a readout is one side's account")
    flags: list[Flag] = Field(default_factory=list)


class Participant(Strict):
    """A person who took part, or (function `mentioned`) who is only named."""

    name: str | None = Field(description="Verbatim, fullest form in the body; null if unnamed")
    rank: str | None = Field(description="Verbatim military rank")
    role: Role
    country: str | None = Field(description="ISO 3166-1 alpha-2, or the acronym of an organisation")
    function: Function
    name_norm: str | None = Field(None, description="Latin letters, without diacritics")
    rank_norm: RankNorm | None = None
    office: str | None = Field(None, description="Verbatim title without the country")
    organisation: str | None = None
    qid: str | None = Field(None, description="Wikidata id; filled by a linker, never by the model")


class Agreement(Strict):
    """A document signed at, planned by or referred to in an event."""

    kind: AgreementKind
    status: AgreementStatus
    title: str | None = Field(description="Shortest verbatim phrase that holds kind and period")
    period: str | None = Field(description="EDTF years covered: 2020, 2023/2024, 2017/..")
    parties: list[str] | None = Field(None, description="null: the parties of the event")
    provisions: list[str] = Field(default_factory=list)
    signatories: list[str] = Field(default_factory=list)
    sign_date: str | None = None
    evidence: list[Quote] = Field(default_factory=list)


class Position(Strict):
    """A stance with a political object that somebody took at the event."""

    speaker: str | None
    country: str | None
    stance: Stance
    topic: Topic
    toward: str | None
    evidence: list[Quote]


class Plover(Strict):
    """PLOVER 2.0 event, mode and context; `historical` marks a `past` event."""

    event: str | None
    mode: str | None
    context: str = "military"
    historical: bool = False


class Derived(Strict):
    """What code computes from the rest of an event; SCHEMA section 2.8."""

    event_id: str
    event_key: str
    cameo: list[str] = Field(description="Codes as strings: leading zeros matter")
    plover: Plover
    date_precision: Literal["day", "month", "year", "none"]
    level: Role | None = Field(description="Highest role among those taking part")
    counted: bool
    dyads: list[tuple[str, str]]
    city_geonames: int | None = None


class EventFacts(Strict):
    """One thing an analyst would count once: what an article says of it. Gold labels are of this type too."""

    event_type: EventType
    status: Status
    date: str | None = Field(description="EDTF start date; of a postponed or cancelled event the original one")
    location_country: str | None
    location_city: str | None
    mode: Mode
    parties: list[str] = Field(description="Sorted ISO 3166-1 alpha-2 codes or acronyms of organisations")
    participants: list[Participant]
    agreements: list[Agreement]
    topics: list[Topic]
    evidence: list[Quote]
    end_date: str | None = None
    date_text: str | None = Field(None, description="Verbatim time expression, without preposition")
    date_basis: DateBasis | None = None
    location_venue: str | None = None
    location_basis: LocationBasis | None = None
    event_name: str | None = None
    on_margins_of: str | None = None
    protocol: list[ProtocolItem] = Field(default_factory=list)
    assets: list[str] = Field(default_factory=list)
    personnel: int | None = None
    value: str | None = None
    status_reason: str | None = None
    positions: list[Position] = Field(default_factory=list)


class Event(EventFacts):
    """An event with what code derives from it."""

    derived: Derived


class DefenceRecord(Record):
    """The record of one article under schema dd-1.0."""

    document: Article | None = None
    events: list[Event] = Field(default_factory=list)
