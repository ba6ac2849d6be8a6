"""What the model fills: short, bounded, in reading order, with countries as written and quotes as line numbers.

Code knows the title, language, date and outlet of an article, so they aren't asked. A model invents codes (JU for
Jordan), so it copies names and code maps them. CORE keys are required, so that a missing one is an error and not a
silent default. The EXTENDED keys (venue, positions, provisions …) are not asked, code looks for them: measured on
the seeds, the embedded model fills them with the worked example's values, or with anything, and they cost a third more tokens.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

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

Text = Annotated[str, StringConstraints(max_length=120)]
Place = Annotated[str, StringConstraints(max_length=60)]
Edtf = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
Years = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(/([0-9]{4}|\.\.))?$")]
Lines = Annotated[list[Annotated[int, Field(ge=1, le=999)]], Field(min_length=1, max_length=3)]


class Wire(BaseModel):
    """Unknown keys are errors: a field the model made up is not passed over."""

    model_config = ConfigDict(extra="forbid")


class WireParticipant(Wire):
    """A person, as the text names them."""

    name: Text | None
    rank: Place | None
    role: Role
    country: Place | None
    function: Function


class WireAgreement(Wire):
    """A document that is signed, planned or referred to."""

    kind: AgreementKind
    status: AgreementStatus
    title: Text | None
    period: Years | None


class WireEvent(Wire):
    """One event: the lines that prove it first, so that everything after them is read off those lines."""

    evidence: Lines
    event_type: EventType
    status: Status
    date: Edtf | None
    location_country: Place | None
    location_city: Place | None
    mode: Mode
    parties: list[Place] = Field(max_length=8)
    participants: list[WireParticipant] = Field(max_length=6)
    agreements: list[WireAgreement] = Field(max_length=3)
    topics: list[Topic] = Field(max_length=6)


class WireArticle(Wire):
    """The whole answer to one article."""

    cited_source: Place | None
    events: list[WireEvent] = Field(max_length=4)
