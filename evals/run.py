"""prompts × models × documents × samples → runs. Answers come from the recordings where there are any."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from evals.errors import BudgetReached
from evals.gold import Gold
from evals.runs import Row, Run, digest, recording, row
from extractor import build, settings
from extractor.errors import DocumentError, ModelError
from extractor.extract import extract, failed
from extractor.model import Answer, Ask, Model
from extractor.progress import Progress, silent
from extractor.task import Task

Mode = Literal["auto", "replay", "refresh"]


@dataclass(frozen=True)
class Plan:
    """What to run: `mode` replay never asks a model, auto asks where nothing is recorded, refresh asks always.

    `max_cost` in USD; a price that nobody knows stops a run with a budget unless `unmetered` is allowed.
    """

    prompts: Sequence[str]
    models: Sequence[str]
    split: str
    mode: Mode = "auto"
    samples: int = 1
    max_cost: float | None = None
    unmetered: bool = False


def run(
    plan: Plan,
    golds: Sequence[Gold],
    *,
    recordings: Callable[[str, str], Path] = recording,
    progress: Progress = silent,
) -> Iterator[Run]:
    """One run after the other. A document that fails is a row; a missing recording, and a budget that is spent, stop it."""
    gold = digest(golds)
    cells = [(prompt, model) for prompt in plan.prompts for model in plan.models]
    total = len(cells) * len(golds) * plan.samples
    spent = _Budget(plan)
    done = 0
    for prompt, model in cells:
        path = recordings(prompt, model)
        path.parent.mkdir(parents=True, exist_ok=True)
        task = build.task(settings.load(prompt=prompt, model=model, cache=plan.mode, cache_dir=path), progress=progress)
        rows: list[Row] = []
        for one in golds:
            for sample in range(plan.samples):
                rows.append(_row(one, sample, task, spent))
                done += 1
                progress(f"{prompt} {model}", done, total)
        yield Run(prompt, model, plan.split, gold, tuple(rows))


def _row(gold: Gold, sample: int, task: Task, spent: "_Budget") -> Row:
    sampled = replace(task, model=_Sampled(task.model, sample)) if sample else task
    try:
        record = extract(gold.document, sampled)
    except (DocumentError, ModelError) as error:
        record = failed(gold.document.path, error, task, gold.label.doc_id, gold.document)
    spent.add(record.run.cost_usd if record.run else 0.0, cached=bool(record.run and record.run.cached))
    return row(gold.label.doc_id, sample, record)


@dataclass(frozen=True)
class _Sampled:
    """A model asked for its n-th sample, at a temperature that gives another one."""

    model: Model
    sample: int

    def __call__(self, ask: Ask) -> Answer:
        return self.model(replace(ask, sample=self.sample, temperature=0.7))


class _Budget:
    """Adds up what new answers cost; replayed ones cost nothing now."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.spent = plan, 0.0

    def add(self, cost: float | None, *, cached: bool) -> None:
        """Raises BudgetReached when the budget is spent, or can't be kept."""
        if self.plan.max_cost is None or cached:
            return
        if cost is None and not self.plan.unmetered:
            raise BudgetReached("nobody knows what this model costs; run without --max-cost, or with --allow-unmetered")
        self.spent += cost or 0.0
        if self.spent >= self.plan.max_cost:
            raise BudgetReached(
                f"{self.spent:.2f} USD spent of {self.plan.max_cost:.2f}; run again to go on where it stopped"
            )
