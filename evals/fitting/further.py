"""Fits the weights of extractor/finders/events/further.toml: which sentences tell of another event than the news, by their signs."""

from collections.abc import Mapping, Sequence

from evals.fitting.logistic import weigh
from evals.gold import Gold
from extractor.finders.events import lead
from extractor.finders.events.further import Further
from extractor.finders.events.news import Scene
from extractor.finders.events.signs import Sentence
from extractor.finders.events.told import alike
from extractor.finders.found import Found
from extractor.logistic import Features
from extractor.schemas.defence.record import EventFacts

STRENGTH = 2.0
"""Of the pull of every weight to zero; of .3, 1, 2 and 4 the one that errs least on articles that were left out."""
_BESIDE = 1
"""Lines around a telling sentence that may tell of the same event though no evidence says so."""
_WORTH = {"own": 2, "status": 2, "kind": 2, "dated": 2, "placed": 1}
"""What makes one of an event's sentences the one that tells it."""


def fit(golds: Sequence[Gold]) -> dict[str, float]:
    """A weight for each sign, over the sentences of these articles."""
    seen = [pair for gold in golds for pair in judged(gold)]
    return weigh([signs for signs, _ in seen], [right for _, right in seen], STRENGTH)


def judged(gold: Gold) -> list[tuple[Features, float]]:
    """The signs of each sentence, and whether it is the one that tells of another event in the gold.

    Left out are sentences about which the gold says nothing clear: others that prove such an event, their neighbours, those
    of recalled and optional events.
    """
    teller = Found(gold.document).teller()
    news = lead.find(teller)
    if news is None:
        return []
    proofs = gold.proofs
    others = {index for index in proofs if index != main(gold, news)}
    sentences = Further(teller, news).sentences()
    telling = _telling(gold, sentences, {index: proofs[index] for index in others})
    proving = {line for index in others for line in proofs[index]}
    near = {line for told in telling for line in range(told - _BESIDE, told + _BESIDE + 1)}
    return [
        (signs, float(sentence.line.number in telling))
        for sentence, signs in sentences
        if sentence.line.number in telling or sentence.line.number not in proving | near
    ]


def main(gold: Gold, news: Scene) -> int | None:
    """The index of the gold's event that code took for the news; None if the gold has no event."""
    events, proofs = gold.label.record.events, gold.proofs

    def like(index: int) -> tuple[int, int]:
        event = events[index]
        kind = 2 * (event.event_type == news.event_type) + alike(event.event_type, news.event_type)
        return kind + 2 * (news.line in proofs[index]) + (event.status == news.status), -index

    return max(proofs, key=like, default=None)


def labelled(gold: Gold, found: Found, number: int) -> int | None:
    """The index of the gold's event that a scene is: for the news the likest, else one of its kind that its line proves."""
    scene, news = found.scenes[number], main(gold, found.scenes[0])
    if number == 0:
        return news
    fitting = (
        index
        for index, lines in gold.proofs.items()
        if index != news and scene.line in lines and alike(gold.label.record.events[index].event_type, scene.event_type)
    )
    return next(fitting, None)


def _telling(
    gold: Gold, sentences: Sequence[tuple[Sentence, Features]], proofs: Mapping[int, set[int]]
) -> frozenset[int]:
    """The line that tells most of each of these events, of those that have to be found."""
    events = gold.label.record.events
    due = {i for i in proofs if events[i].status != "past" and f"/events/{i}" not in gold.label.optional}
    lines = set()
    for index in due:
        fitting = [
            (_clear(events[index], sentence, signs), -sentence.line.number)
            for sentence, signs in sentences
            if sentence.line.number in proofs[index]
            and (sentence.read != "own" or alike(sentence.kind, events[index].event_type))
        ]
        lines |= {-max(fitting)[1]} if fitting else set()
    return frozenset(lines)


def _clear(event: EventFacts, sentence: Sentence, signs: Features) -> int:
    """How clearly a sentence tells of an event."""
    facts = {
        "own": sentence.read == "own",
        "status": sentence.status == event.status,
        "kind": sentence.kind == event.event_type,
        "dated": "no day" not in signs,
        "placed": "a place" in signs,
    }
    return sum(_WORTH[name] for name, true in facts.items() if true)
