"""Derived fields: codes, keys, dyads and levels that follow from the rest of an event."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.derive import cameo, derive, level, plover
from extractor.schemas.defence.record import Agreement, Derived, Participant, Plover
from extractor.schemas.defence.values import EventType, Function, Role, Status

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
ROLES: tuple[Role, ...] = get_args(Role)
CODES = st.lists(st.sampled_from(["AZ", "BY", "GH", "NATO", "PE", "TG", "XK"]), unique=True)


def person(role: Role, function: Function = "participant") -> Participant:
    return Participant(name="Kofi Boateng", rank=None, role=role, country="GH", function=function)


def signed(status: str) -> Agreement:
    return Agreement.model_validate({"kind": "mou", "status": status, "title": None, "period": None})


def event(event_type: EventType = "meeting", status: Status = "held", **changes: object) -> Derived:
    fields: dict[str, object] = {
        "date": "2021-05-03",
        "country": "GH",
        "parties": ["GH", "TG"],
        "participants": [person("defence_minister")],
        "agreements": [],
    }
    return derive("e1", event_type=event_type, status=status, **(fields | changes))  # type: ignore[arg-type]  # a table


@pytest.mark.parametrize(
    ("event_type", "held", "planned", "code"),
    [
        ("meeting", ["042", "043"], ["036"], ("CONSULT", "visit")),
        ("call", ["041"], ["036"], ("CONSULT", "phone")),
        ("multilateral", ["040"], ["036"], ("CONSULT", "multilateral")),
        ("staff_talks", ["042", "043"], ["036"], ("CONSULT", "visit")),
        ("visit", ["042", "043"], ["036"], ("CONSULT", "visit")),
        ("signing", ["057"], ["030"], ("SUPPORT", None)),
        ("exercise", ["062"], ["0312"], ("COOPERATE", None)),
        ("port_call", ["062"], ["0312"], ("COOPERATE", None)),
        ("arms_deal", ["057"], ["0312"], ("SUPPORT", None)),
        ("military_aid", ["072"], ["0332"], ("AID", None)),
        ("education_exchange", ["062"], ["0312"], ("COOPERATE", None)),
        ("other", [], ["030"], (None, None)),
    ],
)
def test_codes_of_each_type(
    event_type: EventType, held: list[str], planned: list[str], code: tuple[str | None, str | None]
) -> None:
    """Each event type has the codes of the map in the schema (2.6); `past` is coded as held and marked historical."""
    past = event(event_type, "past")

    assert held == event(event_type).cameo == past.cameo
    assert planned == event(event_type, "planned").cameo
    assert Plover(event=code[0], mode=code[1]) == event(event_type).plover
    assert Plover(event=code[0], mode=code[1], historical=True) == past.plover


@pytest.mark.parametrize(
    ("status", "codes", "event_name", "mode"),
    [("cancelled", ["125"], "REJECT", "meet"), ("postponed", [], None, None), ("planned", ["036"], "AGREE", None)],
)
def test_codes_of_what_did_not_happen(
    status: Status, codes: list[str], event_name: str | None, mode: str | None
) -> None:
    """What was called off is a rejection, what was put off has no code, what is planned is agreed."""
    found = event("meeting", status, agreements=[signed("signed")])

    assert codes == found.cameo
    assert Plover(event=event_name, mode=mode) == found.plover
    assert found.counted is False


@pytest.mark.parametrize(
    ("event_type", "country", "codes", "mode"),
    [
        ("meeting", "GH", ["042", "043"], "visit"),
        ("meeting", "PE", ["044"], "third-party"),
        ("meeting", None, ["040"], "visit"),
        ("staff_talks", "PE", ["040"], "visit"),
        ("staff_talks", None, ["040"], "visit"),
        ("call", None, ["041"], "phone"),
    ],
)
def test_place_decides_the_code(event_type: EventType, country: str | None, codes: list[str], mode: str) -> None:
    """Talks in a third country or at an unknown place are no visit in CAMEO."""
    assert codes == cameo(event_type, "held", country, ["GH", "TG"], signed=False)
    assert mode == plover(event_type, "held", country, ["GH", "TG"]).mode


@pytest.mark.parametrize(
    ("event_type", "status", "codes"),
    [
        ("meeting", "signed", ["042", "043", "057"]),
        ("meeting", "planned", ["042", "043"]),
        ("meeting", "referenced", ["042", "043"]),
        ("signing", "signed", ["057"]),
        ("arms_deal", "signed", ["057"]),
        ("other", "signed", ["057"]),
    ],
)
def test_signing_adds_one_code(event_type: EventType, status: str, codes: list[str]) -> None:
    """An agreement signed here adds 057 once; one planned or recalled adds nothing."""
    assert codes == event(event_type, agreements=[signed(status), signed(status)]).cameo


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("official", "defence_minister", "chief_of_defence"), "defence_minister"),
        (("deputy_defence_minister", "chief_of_defence"), "chief_of_defence"),
        (("service_chief", "deputy_defence_minister"), "deputy_defence_minister"),
        (("foreign_minister", "chief_of_defence"), "foreign_minister"),
        (("commander", "service_chief"), "service_chief"),
        (("head_of_government", "head_of_state"), "head_of_state"),
        ((), None),
    ],
)
def test_level_is_the_highest_role(roles: tuple[Role, ...], expected: Role | None) -> None:
    """The level is the highest role in the order of R21, whoever is named first."""
    assert expected == level([person(role) for role in roles]) == level([person(role) for role in reversed(roles)])


def test_persons_only_mentioned_have_no_level() -> None:
    """A head of state who is only named doesn't raise the level."""
    assert level([person("head_of_state", "mentioned"), person("attache")]) == "attache"


def test_key_names_what_is_counted() -> None:
    """The key joins type, date, parties and level, and leaves a gap for what is unknown."""
    assert event().event_key == "meeting|2021-05-03|GH-TG|defence_minister"
    assert event("visit", date=None, participants=[]).event_key == "visit||GH-TG|"
    assert (event().event_id, event().date_precision, event().counted) == ("e1", "day", True)


@given(CODES)
def test_dyads_are_all_pairs(parties: list[str]) -> None:
    """A set of n parties makes n(n-1)/2 different dyads, each sorted."""
    dyads = event(parties=parties).dyads
    size = len(parties)

    assert size * (size - 1) // 2 == len(dyads) == len(set(dyads))
    assert all(one < other and {one, other} <= set(parties) for one, other in dyads)


@given(st.sampled_from(EVENT_TYPES), st.sampled_from(STATUSES), st.none() | st.sampled_from(["GH", "PE"]), CODES)
def test_codes_for_every_event(event_type: EventType, status: Status, country: str | None, parties: list[str]) -> None:
    """Every event has codes of three or four figures, none twice, and only held ones count."""
    found = event(event_type, status, country=country, parties=parties, agreements=[signed("signed")])

    assert len(found.cameo) == len(set(found.cameo))
    assert all(code.isdigit() and len(code) in {3, 4} and code[0] in "01" for code in found.cameo)
    assert found.counted is (status == "held")


@given(st.sampled_from(ROLES))
def test_every_role_has_a_level(role: Role) -> None:
    """Every role of the schema has its place in the order."""
    assert role == level([person(role)])
