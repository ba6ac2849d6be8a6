"""The commands that print a fitted table: what a model answers anyway, and the weights that decide and that tell how sure."""

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from evals import gold
from evals.fitting import attendance, confidence, dating, further, lead, locating, parties, usual

RecordedPrompt = Annotated[str, typer.Option(help="A prompt whose answers are recorded.")]
RecordedModel = Annotated[str, typer.Option(help="The model that gave them.")]
LOOKED_AT = ("dev", "hard", "wide")
"""Splits on which things are fitted."""
PROMPT, MODEL = "defence/v2", "local:qwen2.5-coder-1.5b"


def run_usual(prompt: RecordedPrompt = PROMPT, model: RecordedModel = MODEL) -> None:
    """What a model answers anyway, over dev, hard and wide: its table for extractor/strategies/usual.toml."""
    means = usual.of(gold.load_all(*LOOKED_AT), prompt, model)
    sys.stdout.write(f'["{model}"]\n' + "".join(f"{choice} = {mean}\n" for choice, mean in means.items()))


def run_confidence(prompt: RecordedPrompt = PROMPT, model: RecordedModel = MODEL) -> None:
    """How far values can be trusted, over dev, hard and wide: the weights for extractor/confidence.toml."""
    weights = confidence.fit(gold.load_all(*LOOKED_AT), prompt, model)
    sys.stdout.write(f'["{prompt} {model}"]\n')
    _write(weights)


def run_attendance(prompt: RecordedPrompt = PROMPT, model: RecordedModel = MODEL) -> None:
    """Who takes part in the news, over dev, hard and wide: the weights for extractor/finders/arguments/attendance.toml."""
    _write(attendance.fit(gold.load_all(*LOOKED_AT), prompt, model))


def run_lead() -> None:
    """Which sentence tells the news, over dev, hard and wide: the weights for extractor/finders/events/lead.toml."""
    _write(lead.fit(gold.load_all(*LOOKED_AT)))


def run_dating() -> None:
    """On which of the days of an article an event took place, over dev, hard and wide: for extractor/finders/arguments/dating.toml."""
    _write(dating.fit(gold.load_all(*LOOKED_AT)))


def run_locating() -> None:
    """In which country an event took place, over dev, hard and wide: the weights for extractor/finders/arguments/locating.toml."""
    _write(locating.fit_countries(gold.load_all(*LOOKED_AT)))


def run_towns() -> None:
    """In which of its towns, over dev, hard and wide: the weights for extractor/finders/arguments/towns.toml."""
    _write(locating.fit_towns(gold.load_all(*LOOKED_AT)))


def run_parties() -> None:
    """Whose event it is, over dev, hard and wide: the weights for extractor/finders/arguments/parties.toml."""
    _write(parties.fit(gold.load_all(*LOOKED_AT)))


def run_further() -> None:
    """What tells another event than the news, over dev, hard and wide: the weights for extractor/finders/events/further.toml."""
    _write(further.fit(gold.load_all(*LOOKED_AT)))


def _write(weights: Mapping[str, float]) -> None:
    sys.stdout.write("".join(f'"{name}" = {weight}\n' for name, weight in weights.items()))
