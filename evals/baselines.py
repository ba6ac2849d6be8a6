"""The rows that every run is seen beside: nothing at all, and the usual way, whose answers are taken as they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from evals.gold import Gold
from evals.runs import Row, Run, digest, recording
from evals.scored import Scored, score
from extractor import build, settings, strategies
from extractor.errors import DocumentError, ModelError, ReplayMiss
from extractor.grounding import Grounding
from extractor.task import Task

USUAL = ("defence/naive", "local:qwen2.5-coder-1.5b")
"""Prompt and model of the usual way: the schema and one sentence, nothing derived, nothing checked."""
_VERBATIM = ("name", "rank", "location_city", "title")


def rows(golds: Sequence[Gold], recordings: Callable[[str, str], Path] = recording) -> list[Scored]:
    """`empty`, and `as answered` where the usual way's answers to all of these documents are recorded."""
    made = [empty(golds)]
    with suppress(ReplayMiss):  # its answers to this split are not recorded
        made.append(as_answered(golds, recordings))
    return made


def empty(golds: Sequence[Gold]) -> Scored:
    """Predicts nothing, not even the language."""
    return _scored("empty", "none", golds, [Row(gold.label.doc_id, 0, _record({})) for gold in golds])


def as_answered(golds: Sequence[Gold], recordings: Callable[[str, str], Path] = recording) -> Scored:
    """The recorded answers of the usual way as they are. Raises ReplayMiss if one is not recorded."""
    prompt, model = USUAL
    path = recordings(prompt, model)
    task = build.task(settings.load(prompt=prompt, model=model, cache="replay", cache_dir=path))
    return _scored("as answered", model, golds, [_row(gold, task) for gold in golds])


def _scored(prompt: str, model: str, golds: Sequence[Gold], made: Sequence[Row]) -> Scored:
    return score(Run(prompt, model, golds[0].split, digest(golds), tuple(made)), golds)


def _row(gold: Gold, task: Task) -> Row:
    try:
        reading = strategies.find(task.prompt.strategy)(gold.document, task)
    except (DocumentError, ModelError) as error:
        return Row(gold.label.doc_id, 0, _record({}) | {"status": "failed", "failure": {"message": str(error)}})
    [answer] = reading.answers
    said = answer.read(reading.form).model_dump(mode="json")
    run = {"cost_usd": answer.cost_usd, "seconds": answer.seconds, "cached": answer.cached}
    return Row(gold.label.doc_id, 0, _record(said) | {"run": run, "support": _support(said, Grounding(gold.document))})


def _record(said: Mapping[str, Any]) -> dict[str, Any]:
    events = [{**event, "evidence": []} for event in said.get("events", ())]
    document = {key: value for key, value in said.items() if key != "events"} or None
    status = "events" if events else "none"
    return {"status": status, "document": document, "events": events, "support": {}, "run": None, "warnings": []}


def _support(said: Mapping[str, Any], grounding: Grounding) -> dict[str, dict[str, str]]:
    """Whether the text holds what the model says it copied, by a running number."""
    return {str(n): {"status": grounding.find(words).status} for n, words in enumerate(_copied(said))}


def _copied(said: Mapping[str, Any]) -> Iterator[str]:
    values = [said["title"], said["outlet"], said["cited_source"]]
    for event in said["events"]:
        values += [event["location_city"], *event["evidence"]]
        for item in (*event["participants"], *event["agreements"]):
            values += [item.get(key) for key in _VERBATIM]
    yield from (value for value in values if value)
