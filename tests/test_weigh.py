"""What a model's odds say beyond its habits."""

from typing import get_args

import pytest

from evals import gold
from evals.errors import RunError
from evals.fitting import usual
from extractor.schemas.defence.values import EventType
from extractor.strategies import weigh

MODEL = "local:qwen2.5-coder-1.5b"


def test_rare_kind_counts_when_it_is_thought_of_more_than_usual() -> None:
    """A tenth for an arms deal says more than a half for a meeting, which this model always thinks of."""
    assert weigh.kind("meeting", {"meeting": 0.3, "arms_deal": 0.1}, MODEL) == "arms_deal"


def test_sure_answer_stays() -> None:
    """What the model is sure of, it is right to say."""
    assert weigh.kind("meeting", {"meeting": 0.97, "visit": 0.02, "arms_deal": 0.0}, MODEL) == "meeting"


@pytest.mark.parametrize(("odds", "model"), [({}, MODEL), ({"arms_deal": 0.9}, "openai:gpt-5-mini")])
def test_unknown_odds_or_habits_change_nothing(odds: dict[str, float], model: str) -> None:
    """Without odds, or of a model whose habits nobody measured, the answer is taken as it is."""
    assert weigh.kind("visit", odds, model) == "visit"


def test_habits_are_measured_on_recorded_answers() -> None:
    """Every kind has its mean, the likeliest first: this model thinks of meetings before it thinks of deals."""
    means = usual.of(gold.load_all("test"), "defence/v2", MODEL)

    assert {*means} == {*get_args(EventType)}
    assert list(means.values()) == sorted(means.values(), reverse=True)
    assert means["meeting"] > means["arms_deal"]


def test_answers_without_odds_tell_no_habits() -> None:
    """Some of the small model's answers were recorded before odds were: that is said, not an empty table."""
    before = [one for one in gold.load_all("test") if one.label.doc_id.startswith(("az_efiopiya", "de_jeju"))]
    with pytest.raises(RunError, match="tells its odds"):
        usual.of(before, "defence/v2", "local:qwen2.5-coder-0.5b")
