"""Fields that follow from the rest of an event: codes, key, dyads, level (SCHEMA 2.6 and 2.8). Never asked of a model."""

from collections.abc import Sequence
from itertools import combinations

from extractor.normalise import dates
from extractor.schemas.defence.record import Agreement, Derived, Participant, Plover
from extractor.schemas.defence.values import EventType, Role, Status

_CAMEO_HELD: dict[EventType, list[str]] = {
    "meeting": ["042", "043"],
    "call": ["041"],
    "multilateral": ["040"],
    "staff_talks": ["042", "043"],
    "visit": ["042", "043"],
    "signing": ["057"],
    "exercise": ["062"],
    "port_call": ["062"],
    "arms_deal": ["057"],
    "military_aid": ["072"],
    "education_exchange": ["062"],
    "other": [],
}
_CAMEO_PLANNED: dict[EventType, list[str]] = {
    "meeting": ["036"],
    "call": ["036"],
    "multilateral": ["036"],
    "staff_talks": ["036"],
    "visit": ["036"],
    "signing": ["030"],
    "other": ["030"],
    "exercise": ["0312"],
    "port_call": ["0312"],
    "arms_deal": ["0312"],
    "education_exchange": ["0312"],
    "military_aid": ["0332"],
}
_PLOVER_HELD: dict[EventType, tuple[str | None, str | None]] = {
    "meeting": ("CONSULT", "visit"),
    "call": ("CONSULT", "phone"),
    "multilateral": ("CONSULT", "multilateral"),
    "staff_talks": ("CONSULT", "visit"),
    "visit": ("CONSULT", "visit"),
    "signing": ("SUPPORT", None),
    "exercise": ("COOPERATE", None),
    "port_call": ("COOPERATE", None),
    "arms_deal": ("SUPPORT", None),
    "military_aid": ("AID", None),
    "education_exchange": ("COOPERATE", None),
    "other": (None, None),
}
_SENIORITY: tuple[Role, ...] = (
    "head_of_state", "head_of_government", "defence_minister", "foreign_minister", "chief_of_defence",
    "deputy_defence_minister", "service_chief", "commander", "attache", "ambassador", "official", "igo_official",
    "industry", "legislator", "other",
)  # fmt: skip
"""Roles from the highest to the lowest (R21): a chief of defence stands above a deputy minister."""


def derive(  # noqa: PLR0913  # each is a field of the event that a code depends on
    event_id: str,
    *,
    event_type: EventType,
    status: Status,
    date: str | None,
    country: str | None,
    parties: Sequence[str],
    participants: Sequence[Participant],
    agreements: Sequence[Agreement],
) -> Derived:
    """The derived fields of one event; `country` is where it took place (ISO 3166-1 alpha-2) or None."""
    top = level(participants)
    return Derived(
        event_id=event_id,
        event_key="|".join((event_type, date or "", "-".join(parties), top or "")),
        cameo=cameo(event_type, status, country, parties, signed=any(a.status == "signed" for a in agreements)),
        plover=plover(event_type, status, country, parties),
        date_precision=dates.precision(date),
        level=top,
        counted=status == "held",
        dyads=list(combinations(sorted(parties), 2)),
    )


def level(participants: Sequence[Participant]) -> Role | None:
    """The highest role among those who took part; persons only mentioned don't count."""
    roles = [p.role for p in participants if p.function != "mentioned"]
    return min(roles, key=_SENIORITY.index, default=None)


def cameo(
    event_type: EventType, status: Status, country: str | None, parties: Sequence[str], *, signed: bool
) -> list[str]:
    """CAMEO codes as strings. A signing adds 057; `past` is coded as held; nothing codes a postponement."""
    if status == "planned":
        return list(_CAMEO_PLANNED[event_type])
    if status == "cancelled":
        return ["125"]
    if status == "postponed":
        return []
    codes = list(_CAMEO_HELD[event_type])
    if event_type == "meeting" and country not in parties:
        codes = ["044"] if country else ["040"]
    if event_type == "staff_talks" and country not in parties:
        codes = ["040"]
    return codes + ["057"] * (signed and "057" not in codes)


def plover(event_type: EventType, status: Status, country: str | None, parties: Sequence[str]) -> Plover:
    """PLOVER event and mode; what is planned is AGREE, what is cancelled REJECT, `past` is historical."""
    if status == "planned":
        return Plover(event="AGREE", mode=None)
    if status == "cancelled":
        return Plover(event="REJECT", mode="meet")
    if status == "postponed":
        return Plover(event=None, mode=None)
    event, mode = _PLOVER_HELD[event_type]
    if event_type == "meeting" and country is not None and country not in parties:
        mode = "third-party"
    return Plover(event=event, mode=mode, historical=status == "past")
