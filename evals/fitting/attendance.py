"""Fits the weights of extractor/finders/arguments/attendance.toml: who takes part in the news, by what is said of each person."""

from collections.abc import Iterator, Sequence

from evals.fitting import further
from evals.fitting.logistic import weigh
from evals.gold import Gold
from evals.runs import recording
from extractor import build, settings
from extractor.errors import ReplayMiss
from extractor.finders.arguments import attendance
from extractor.finders.events.scenes import Scene
from extractor.finders.found import Found
from extractor.logistic import Features
from extractor.normalise import names
from extractor.strategies import choose
from extractor.task import Task

STRENGTH = 10.0
"""Of the pull of every weight to zero; of 1, 3 and 10 the one that errs least on articles that were left out."""


def fit(golds: Sequence[Gold], prompt: str, model: str) -> dict[str, float]:
    """A weight for each sign, over the people of these articles, with the recorded answers of a model and without."""
    task = build.task(settings.load(prompt=prompt, model=model, cache="replay", cache_dir=recording(prompt, model)))
    seen = [pair for gold in golds for pair in judged(gold, task)]
    return weigh([signs for signs, _ in seen], [right for _, right in seen], STRENGTH)


def judged(gold: Gold, task: Task) -> list[tuple[Features, float]]:
    """The signs of each person, and whether the gold's event has them; twice where an answer is recorded.

    Left out are persons who may be missing.
    """
    return [
        (signs, float(name in due))
        for found, scenes in _read(gold, task)
        for due, spared in [_labelled(gold, found, scenes)]
        for person, signs in attendance.candidates(found, scenes)
        if (name := found.document.words(person.name)) not in spared
    ]


def _read(gold: Gold, task: Task) -> Iterator[tuple[Found, Sequence[Scene]]]:
    found = Found(gold.document)
    if found.scenes:
        yield found, found.scenes
    try:
        found, scenes = choose.seen(gold.document, task)[:2]
    except ReplayMiss:
        return
    if scenes:
        yield found, scenes


def _labelled(gold: Gold, found: Found, scenes: Sequence[Scene]) -> tuple[set[str], set[str]]:
    """Names as they are found: of those who take part in the news, and of those whom it does no harm to miss."""
    index = further.main(gold, scenes[0])
    if index is None:
        return set(), set()
    here = [found.document.words(person.name) for person in found.people]
    due: set[str] = set()
    spared: set[str] = set()
    for number, labelled in enumerate(gold.label.record.events[index].participants):
        if labelled.name and labelled.function != "mentioned":
            like = {name for name in here if names.same_person(name, labelled.name)}
            optional = f"/events/{index}/participants/{number}" in gold.label.optional
            (spared if optional else due).update(like)
    return due, spared
