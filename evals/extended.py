"""EXTENDED beside CORE: the other fields of schema dd-1.0, over the articles whose labels have them.

Documents, events, persons and papers are paired as CORE pairs them, so a field of an event that was missed is missing and
one of an invented event is spurious. Persons who are only `mentioned` are paired by name.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from evals import grades
from evals.metric import Counts, Leaf, List, Marks, Record, compare, is_absent
from evals.score import by_rule, score_record

_CODE, _DATE, _TEXT, _NAME = Leaf(grades.code), Leaf(grades.date), Leaf(grades.text), Leaf(grades.person)
_PAIR = "_pair"
"""Key of what an item is paired with: its place in the gold. An item without one is paired with nothing."""

Side = Mapping[str, Any]


def _paired(predicted: Side, expected: Side) -> bool:
    return predicted.get(_PAIR) is not None and predicted.get(_PAIR) == expected.get(_PAIR)


def _same_stance(predicted: Side, expected: Side) -> bool:
    """Two positions: the same stance and topic, or one of them of the same speaker."""
    alike = [predicted.get(key) == expected.get(key) for key in ("stance", "topic")]
    speakers = predicted.get("speaker"), expected.get("speaker")
    same = all(map(is_absent, speakers)) or (not any(map(is_absent, speakers)) and grades.person(*speakers, ()) > 0)  # type: ignore[arg-type]
    return all(alike) or (same and any(alike))


PARTICIPANT = Record({"rank_norm": _CODE, "name_norm": _NAME, "office": _TEXT, "organisation": _TEXT}, _paired)
MENTIONED = Record(
    {"name": _NAME, "country": _CODE, "role": _CODE},
    lambda p, e: bool(p and e) and grades.person(p["name"], e["name"], ()) > 0,
)
AGREEMENT = Record({"provisions": List(_TEXT), "signatories": List(_NAME), "sign_date": _DATE}, _paired)
POSITION = Record({"speaker": _NAME, "country": _CODE, "stance": _CODE, "topic": _CODE, "toward": _CODE}, _same_stance)
EVENT = Record(
    {
        **dict.fromkeys(
            ("date_text", "location_venue", "event_name", "on_margins_of", "value", "status_reason"), _TEXT
        ),
        **dict.fromkeys(("date_basis", "location_basis", "personnel"), _CODE),
        "end_date": _DATE,
        "protocol": List(_CODE),
        "assets": List(_TEXT),
        "positions": List(POSITION),
        "participants": List(PARTICIPANT),
        "agreements": List(AGREEMENT),
        "mentioned": List(MENTIONED),
    },
    _paired,
)
DOCUMENT = Record(
    {"publication_datetime": _TEXT, "dateline": _TEXT, "cited_source_country": _CODE, "flags": List(_CODE)}
)
EXTENDED = Record({"document": DOCUMENT, "events": List(EVENT)})


def score_extended(
    predicted: Side | None, expected: Side, *, aliases: Mapping[str, Sequence[str]], optional: Sequence[str] = ()
) -> Counts:
    """Slot-F1 counts of EXTENDED for one document; a failed extraction is None and scores as an empty record."""
    core = score_record(predicted, expected, aliases=aliases, optional=optional)
    partner = {_item(s.predicted_at): _item(s.expected_at) for s in core.slots if s.predicted_at and s.expected_at}
    partner |= {_event(s.predicted_at): _event(s.expected_at) for s in core.slots if s.predicted_at and s.expected_at}
    said = {_moved(pointer, expected): forms for pointer, forms in aliases.items()}
    marks = Marks(said, frozenset(_moved(pointer, expected) for pointer in (*optional, *by_rule(expected))))
    return compare(EXTENDED, _with_pairs(predicted or {}, partner.get), _with_pairs(expected, lambda at: at), marks)


def _moved(pointer: str, record: Side) -> str:
    """A pointer into a person who is only mentioned, as one into the list where these are compared."""
    match pointer.split("/"):
        case ["", "events", event, "participants", person, *rest] if _is_mentioned(
            record["events"][int(event)]["participants"][int(person)]
        ):
            return "/".join(["", "events", event, "mentioned", person, *rest])
    return pointer


def _event(pointer: str) -> str:
    """'/events/0' of any pointer into that event."""
    return "/".join(pointer.split("/")[:3])


def _item(pointer: str) -> str:
    """'/events/0/participants/1' of a pointer into that item."""
    return "/".join(pointer.split("/")[:5])


def _with_pairs(record: Side, partner: Callable[[str], str | None]) -> dict[str, Any]:
    """The record with each event, participant and agreement naming its partner, those only mentioned in a list of their own."""
    events = []
    for number, event in enumerate(record.get("events") or ()):
        at = f"/events/{number}"
        people = event.get("participants") or ()
        events.append(
            {
                **event,
                _PAIR: partner(at),
                "participants": [
                    {} if _is_mentioned(person) else {**person, _PAIR: partner(f"{at}/participants/{index}")}
                    for index, person in enumerate(people)
                ],
                "agreements": [
                    {**paper, _PAIR: partner(f"{at}/agreements/{index}")}
                    for index, paper in enumerate(event.get("agreements") or ())
                ],
                "mentioned": [person if _is_mentioned(person) and person.get("name") else {} for person in people],
            }
        )
    return {"document": record.get("document") or {}, "events": events}


def _is_mentioned(person: Side) -> bool:
    return person.get("function") == "mentioned"
