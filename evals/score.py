"""score_record(predicted, expected) → Counts: the plain entry for anyone with two records of schema dd-1.0."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.metric import Counts, Marks, compare
from evals.spec import CORE


def score_record(
    predicted: Mapping[str, Any] | None,
    expected: Mapping[str, Any],
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    optional: Sequence[str] = (),
) -> Counts:
    """Aligned slot-F1 counts of CORE for one document; a failed extraction is None and scores as an empty record.

    `aliases` and `optional` are gold's, by JSON pointer into `expected`. Optional by rule: `past` events and
    `referenced` agreements. Persons who are only `mentioned` are EXTENDED and left out of both sides.
    """
    gold = _core(expected, aliases or {})
    marks = Marks(aliases or {}, frozenset({*optional, *by_rule(gold)}))
    return compare(CORE, _core(predicted or {}, {}), gold, marks)


def by_rule(record: Mapping[str, Any]) -> Iterator[str]:
    """Pointers of what is optional by rule: `past` events and `referenced` agreements."""
    for index, event in enumerate(record["events"]):
        if event.get("status") == "past":
            yield f"/events/{index}"
        for number, agreement in enumerate(event.get("agreements") or ()):
            if agreement.get("status") == "referenced":
                yield f"/events/{index}/agreements/{number}"


def _core(record: Mapping[str, Any], aliases: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The record with its lists in place (pointers stay true), mentioned persons emptied, parties said twice dropped."""
    events = [_event(event, f"/events/{index}", aliases) for index, event in enumerate(record.get("events") or ())]
    return {"document": dict(record.get("document") or {}), "events": events}


def _event(event: Mapping[str, Any], at: str, aliases: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    people = [
        {}
        if person.get("function") == "mentioned"
        else {**person, "_aliases": _under(aliases, f"{at}/participants/{index}")}
        for index, person in enumerate(event.get("participants") or ())
    ]
    agreements = [
        {
            **agreement,
            "parties": None
            if set(agreement.get("parties") or ()) == set(event.get("parties") or ())
            else agreement.get("parties"),
        }
        for agreement in event.get("agreements") or ()
    ]
    return {**event, "participants": people, "agreements": agreements, "_aliases": _under(aliases, at)}


def _under(aliases: Mapping[str, Sequence[str]], at: str) -> dict[str, Sequence[str]]:
    return {pointer.removeprefix(f"{at}/"): known for pointer, known in aliases.items() if pointer.startswith(f"{at}/")}
