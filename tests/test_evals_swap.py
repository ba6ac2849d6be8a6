"""Swapped articles: other people, the same labels, and scores that stay."""

from pathlib import Path
from random import Random

import pytest

from evals import gold, run, scored, swap
from evals.gold import Gold


@pytest.fixture(scope="module")
def dev() -> dict[str, Gold]:
    """The articles of dev by id."""
    return {one.label.doc_id: one for one in gold.load_all("dev")}


def test_names_change_and_nothing_else(dev: dict[str, Gold], tmp_path: Path) -> None:
    """The old names are gone, the new ones stand in text and label, every quote stands where it says, all else is as it was."""
    one = dev["en_minsk_plan_retold"]

    made = swap.swapped(one, swap.bank(gold.load_all("wide")), Random(1), tmp_path)

    assert made is not None
    before, after = one.label.record, made.label.record
    text = made.document.text
    changed = 0
    for old_event, event in zip(before.events, after.events, strict=True):
        kept = {"date", "parties", "topics", "event_type", "status", "location_city"}
        assert event.model_dump(include=kept) == old_event.model_dump(include=kept)
        assert all(text[quote.start : quote.end] == quote.quote for quote in event.evidence)
        for old, person in zip(old_event.participants, event.participants, strict=True):
            assert (person.rank, person.role, person.country) == (old.rank, old.role, old.country)
            if person.name and old.name and person.name != old.name:
                changed += 1
                assert person.name in text
                assert old.name not in text
    assert changed


def test_another_seed_other_people(dev: dict[str, Gold], tmp_path: Path) -> None:
    """A seed gives the same article each time; ten seeds give several."""
    one, names = dev["en_minsk_plan_retold"], swap.bank(gold.load_all("wide"))

    texts = [swap.swapped(one, names, Random(seed), tmp_path).document.text for seed in [*range(10), 0]]  # type: ignore[union-attr]

    assert texts[0] == texts[-1]
    assert len({*texts}) > 3


def test_the_score_stays(dev: dict[str, Gold], tmp_path: Path) -> None:
    """Code alone scores swapped articles nearly as it scores their originals."""
    names = swap.bank(gold.load_all("wide"))
    english = [one for one in dev.values() if one.label.lang == "en"]
    both = [(one, other) for one in english if (other := swap.swapped(one, names, Random(3), tmp_path))]
    plan = run.Plan(["defence/rules"], ["local:qwen2.5-coder-1.5b"], "dev", "replay")

    before, after = (
        scored.score(answers, golds) for golds in map(list, zip(*both, strict=True)) for answers in run.run(plan, golds)
    )

    assert len(both) > 3
    assert after.counts.f1 is not None
    assert before.counts.f1 is not None
    assert after.counts.f1 > before.counts.f1 - 0.05
