"""What a model answers anyway: the mean log-probability of every kind of event over articles whose answers are recorded."""

import math
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from evals.errors import RunError
from evals.gold import Gold
from evals.runs import recording
from extractor import build, settings
from extractor.errors import ReplayMiss
from extractor.extract import extract
from extractor.model import Answer, Ask
from extractor.strategies.weigh import LEAST

CHOICE = "/event/event_type"


def of(golds: Sequence[Gold], prompt: str, model: str) -> dict[str, float]:
    """Mean natural logarithm of the probability of each choice, the likeliest first, over the answers that are recorded. RunError if none."""
    task = build.task(settings.load(prompt=prompt, model=model, cache="replay", cache_dir=recording(prompt, model)))
    seen: list[Answer] = []

    def kept(ask: Ask) -> Answer:
        seen.append(task.model(ask))
        return seen[-1]

    for gold in golds:
        with suppress(ReplayMiss):
            extract(gold.document, replace(task, model=kept))
    if not any(answer.odds.get(CHOICE) for answer in seen):
        raise RunError(f"no recorded answer of {model} tells its odds; record some with python -m evals run --live")
    logarithms: defaultdict[str, list[float]] = defaultdict(list)
    for answer in seen:
        for choice, probability in answer.odds.get(CHOICE, {}).items():
            logarithms[choice].append(math.log(probability + LEAST))
    means = {choice: round(sum(every) / len(every), 2) for choice, every in logarithms.items()}
    return dict(sorted(means.items(), key=lambda item: -item[1]))
