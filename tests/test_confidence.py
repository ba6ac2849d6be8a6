"""How far a value can be trusted, and what that is worth on the board."""

import random
from pathlib import Path
from typing import Any

import pytest

from evals import board, gold, risk, runs, scored
from evals.errors import RunError
from evals.fitting.confidence import STRENGTH, fit, judged
from evals.fitting.logistic import weigh
from extractor import build, settings
from extractor.batch import run
from extractor.logistic import probability
from extractor.schemas.defence.record import DefenceRecord
from tests.conftest import RECORDINGS, SAMPLES

MODEL = "local:qwen2.5-coder-1.5b"


def recorded(prompt: str) -> DefenceRecord:
    """The record of a sample, from its recorded answer."""
    found = settings.load(prompt=prompt, model=MODEL, cache="replay", cache_dir=RECORDINGS / "samples.jsonl")
    [result] = run([str(SAMPLES / "tbilisi_plan.txt")], build.task(found))
    assert isinstance(result.record, DefenceRecord)
    return result.record


def at(record: DefenceRecord, pointer: str) -> Any:
    """The value at a JSON pointer."""
    value: Any = record.model_dump(mode="json")
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def test_every_value_of_an_event_has_a_probability() -> None:
    """Each pointer leads to a value of the record; those of its persons, papers and topics are among them."""
    record = recorded("defence/v2")

    assert all(at(record, pointer) is not None and 0 < p < 1 for pointer, p in record.confidence.items())
    assert {"/events/0/event_type", "/events/0/participants/0/role", "/events/0/agreements/0/title"} <= {
        *record.confidence
    }


def test_what_nobody_measured_has_none() -> None:
    """Code alone wasn't fitted: its records say nothing rather than something made up."""
    assert recorded("defence/rules").confidence == {}


def test_weights_are_found_again() -> None:
    """Values of which one kind is right nine times in ten and the other every second time get these probabilities."""
    dice = random.Random(7)  # no secret
    kinds = [{"always": 1.0, "doubtful": float(dice.random() < 0.5)} for _ in range(4000)]
    right = [float(dice.random() < (0.5 if kind["doubtful"] else 0.9)) for kind in kinds]
    weights = weigh(kinds, right, STRENGTH)

    assert probability({"always": 1.0}, weights) == pytest.approx(0.9, abs=0.02)
    assert probability({"always": 1.0, "doubtful": 1.0}, weights) == pytest.approx(0.5, abs=0.03)


def test_values_are_judged_by_the_gold() -> None:
    """What the scorer finds right counts one, what it finds wrong or spurious nothing; an answer without odds isn't judged."""
    one = next(one for one in gold.load_all("test") if one.label.doc_id == "az_efiopiya_universitet_seferi")
    values = judged(one, "defence/v2", MODEL)

    assert {right for _, right in values} <= {0.0, 0.5, 1.0}
    assert len(values) > 5
    assert judged(one, "defence/v2", "local:qwen2.5-coder-0.5b") == []


def test_no_recorded_answer_no_weights() -> None:
    """A model whose answers nobody recorded is told so."""
    with pytest.raises(RunError, match="record some"):
        fit(gold.load_all("dev")[:1], "defence/v2", "local:qwen2.5-coder-0.5b")


@pytest.fixture
def rated() -> scored.Scored:
    """Gold answered by itself; each event is surely right but for its mode, which is wrong and doubtful."""
    golds = gold.load_all("dev")
    rows = []
    for one in golds:
        record = one.label.record.model_dump(mode="json") | {"status": "events", "support": {}, "run": None}
        record["confidence"] = {}
        for index, event in enumerate(record["events"]):
            event["mode"] = {"phone": "video"}.get(event["mode"], "phone")
            record["confidence"] |= {f"/events/{index}/event_type": 0.9, f"/events/{index}/mode": 0.2}
        rows.append(runs.Row(one.label.doc_id, 0, record))
    return scored.score(runs.Run("rated", "gold", "dev", runs.digest(golds), tuple(rows)), golds)


def test_risk_falls_with_coverage(rated: scored.Scored) -> None:
    """Half of the values are wrong; of the surer half none is."""
    points = risk.curve(rated, (1.0, 0.5))

    assert [(point.risk, point.least) for point in points] == [(pytest.approx(0.5), 0.2), (0.0, 0.9)]


def test_board_shows_what_confidence_is_worth(rated: scored.Scored, tmp_path: Path) -> None:
    """Runs with a confidence have a row below the board; where there is none there is no table."""
    plain = scored.Scored("plain", rated.run, ())

    assert "| rated | 50 | 38 | 0 | 0 |" in board.markdown(board.rows([rated])).replace(rated.name, "rated")
    assert board.risks([plain]) == []
