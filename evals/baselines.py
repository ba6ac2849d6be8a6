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
    return scored("empty", "none", golds, [Row(gold.label.doc_id, 0, _record({})) for gold in golds])


def as_answered(golds: Sequence[Gold], recordings: Callable[[str, str], Path] = recording) -> Scored:
    """The recorded answers of the usual way as they are. Raises ReplayMiss if one is not recorded."""
    prompt, model = USUAL
    path = recordings(prompt, model)
    task = build.task(settings.load(prompt=prompt, model=model, cache="replay", cache_dir=path))
    return scored("as answered", model, golds, [answered(gold, task) for gold in golds])


def scored(prompt: str, model: str, golds: Sequence[Gold], made: Sequence[Row]) -> Scored:
    """These rows as a run, scored."""
    return score(Run(prompt, model, golds[0].split, digest(golds), tuple(made)), golds)


def answered(gold: Gold, task: Task) -> Row:
    """What the model answers about an article, taken as it is; a failed row if it has no usable answer."""
    try:
        reading = strategies.find(task.prompt.strategy)(gold.document, task)
    except (DocumentError, ModelError) as error:
        return failed(gold, str(error))
    [answer] = reading.answers
    run = {"cost_usd": answer.cost_usd, "seconds": answer.seconds, "cached": answer.cached}
    return taken(gold, answer.read(reading.form).model_dump(mode="json"), run)


def failed(gold: Gold, message: str, run: Mapping[str, Any] | None = None) -> Row:
    """The row of an article about which there is no usable answer."""
    return Row(gold.label.doc_id, 0, _record({}) | {"status": "failed", "failure": {"message": message}, "run": run})


def taken(gold: Gold, said: Mapping[str, Any], run: Mapping[str, Any]) -> Row:
    """A row of an answer in the form of ArticleInWords, unchecked; what it claims to copy is looked up for the score only."""
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
