"""Fits the weights of extractor/confidence.toml: which values were right on articles to look at, by what is known of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from evals.errors import RunError
from evals.fitting.logistic import weigh
from evals.gold import Gold
from evals.runs import recording
from evals.score import score_record
from extractor import build, settings
from extractor.confidence import values
from extractor.errors import ReplayMiss
from extractor.extract import extract
from extractor.logistic import Features
from extractor.model import Answer, Ask
from extractor.schemas.defence.record import DefenceRecord

STRENGTH = 3.0
"""Of the pull of every weight to zero (L2): fields with few values stay near the mean."""
WORTH = {"COR": 1.0, "PAR": 0.5}
"""How right a value is that the scorer found so; any other state is 0."""


def fit(golds: Sequence[Gold], prompt: str, model: str) -> dict[str, float]:
    """A weight for each feature, over the articles whose answers are recorded. RunError if none is."""
    seen = [pair for gold in golds for pair in judged(gold, prompt, model)]
    if not seen:
        raise RunError(
            f"no answer of {model} to these articles is recorded; record some with python -m evals run --live"
        )
    return weigh([features for features, _ in seen], [right for _, right in seen], STRENGTH)


def judged(gold: Gold, prompt: str, model: str) -> list[tuple[Features, float]]:
    """What is known of each value of an article's record, and whether the gold has it; nothing if no answer with odds is recorded."""
    task = build.task(settings.load(prompt=prompt, model=model, cache="replay", cache_dir=recording(prompt, model)))
    seen: list[Answer] = []

    def kept(ask: Ask) -> Answer:
        seen.append(task.model(ask))
        return seen[-1]

    try:
        record = cast("DefenceRecord", extract(gold.document, replace(task, model=kept)))
    except ReplayMiss:
        return []
    if not any(answer.odds for answer in seen):
        return []
    label = gold.label
    plain = label.record.model_dump(mode="json")
    counts = score_record(record.model_dump(mode="json"), plain, aliases=label.aliases, optional=label.optional)
    right = {slot.predicted_at: WORTH.get(slot.state, 0.0) for slot in counts.slots}
    known = values(record.events, record.document.language, seen[0]) if record.document else ()
    return [(features, right[pointer]) for pointer, features in known if pointer in right]
