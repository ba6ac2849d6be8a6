"""Who of an event's people is host, and where nobody is."""

from extractor.assemble.people import without_host
from extractor.schemas.defence.record import Participant
from extractor.schemas.defence.values import EventType, Function


def test_a_host_stays_though_the_parties_are_incomplete() -> None:
    """Somebody of the place's own state proves that it is no third country; who signs signs; an exercise has guests anywhere."""
    said: tuple[Function, ...] = ("host", "visitor", "signatory")
    people = [
        Participant(name=None, rank=None, role="official", country=country, function=function)
        for country, function in zip(("PE", "CL", "NO"), said, strict=True)
    ]

    def functions(kind: EventType, place: str) -> tuple[Function, ...]:
        return tuple(person.function for person in without_host(people, kind, place, ["CL", "NO"]))

    assert functions("meeting", "PE") == said
    assert functions("exercise", "IT") == said
    assert functions("meeting", "IT") == ("participant", "participant", "signatory")
