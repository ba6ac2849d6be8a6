"""Schema dd-1.0 as the metric sees it: which fields count in CORE, how each is graded, what may be paired."""

from collections.abc import Mapping
from typing import Any

from evals import grades
from evals.metric import Leaf, List, Record, is_absent

SIGNATURE = "slotF1|1:1|1/.5/0|gate:type+1,2|names:alias+skeleton|v1"

_CODE, _DATE, _PLACE, _TEXT = Leaf(grades.code), Leaf(grades.date), Leaf(grades.place), Leaf(grades.text)
_CODES = List(_CODE)


def _same_person(predicted: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    """Two persons: names that match at all, or both unnamed with equal country and role."""
    one, other = predicted.get("name"), expected.get("name")
    if is_absent(one) and is_absent(other):
        return all(predicted.get(key) == expected.get(key) for key in ("country", "role"))
    aliases = expected.get("_aliases", {}).get("name", ())
    return not is_absent(one) and not is_absent(other) and grades.person(one, other, aliases) > 0  # type: ignore[arg-type]  # not absent


ANCHORS = ("parties", "date", "location_city", "participants")


def _same_event(predicted: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    """Two events: the same type and an anchor, or two anchors (a party, the date, the city, a participant).

    What is only recalled is not what happened: a `past` event pairs with a `past` event.
    """
    if "past" in {predicted.get("status"), expected.get("status")} and predicted.get("status") != expected.get(
        "status"
    ):
        return False
    kinds = predicted.get("event_type") == expected.get("event_type")
    if kinds and all(is_absent(side.get(name)) for side in (predicted, expected) for name in ANCHORS):
        return True  # neither says more than its type: nothing speaks against their being one
    return anchors(predicted, expected) >= (1 if kinds else 2)


def anchors(predicted: Mapping[str, Any], expected: Mapping[str, Any]) -> int:
    """How many of party, date, city and participant two events share."""
    aliases = expected.get("_aliases", {})
    days, cities = (
        (predicted.get("date"), expected.get("date")),
        (predicted.get("location_city"), expected.get("location_city")),
    )
    return sum(
        (
            bool(set(predicted.get("parties") or ()) & set(expected.get("parties") or ())),
            not any(map(is_absent, days)) and grades.date(*days, aliases.get("date", ())) > 0,  # type: ignore[arg-type]  # not absent
            not any(map(is_absent, cities)) and grades.place(*cities, aliases.get("location_city", ())) > 0,  # type: ignore[arg-type]
            any(
                _same_person(p, e)
                for p in predicted.get("participants") or ()
                for e in expected.get("participants") or ()
            ),
        )
    )


def _same_agreement(predicted: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    """A `referenced` agreement is not one that was signed or is planned."""
    statuses = {predicted.get("status"), expected.get("status")}
    return "referenced" not in statuses or len(statuses) == 1


PARTICIPANT = Record(
    {"name": Leaf(grades.person), "rank": _TEXT, "role": _CODE, "country": _CODE, "function": _CODE}, _same_person
)
AGREEMENT = Record(
    {"kind": _CODE, "status": _CODE, "title": _TEXT, "period": _DATE, "parties": _CODES}, _same_agreement
)
EVENT = Record(
    {
        "event_type": _CODE,
        "status": _CODE,
        "date": _DATE,
        "location_country": _CODE,
        "location_city": _PLACE,
        "mode": _CODE,
        "parties": _CODES,
        "participants": List(PARTICIPANT),
        "agreements": List(AGREEMENT),
        "topics": _CODES,
    },
    _same_event,
)
DOCUMENT = Record(
    {"title": _TEXT, "language": _CODE, "publication_date": _DATE, "outlet": _TEXT, "cited_source": _TEXT}
)
CORE = Record({"document": DOCUMENT, "events": List(EVENT)})
