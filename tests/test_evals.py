"""Runs, board, comparison and gate, on runs whose quality is known: gold answered by itself, and spoiled copies of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from evals import baselines, board, breakdown, cli, gate, gold, run, runs, scored, show
from evals.errors import BudgetReached, RunError
from extractor import ReplayMiss
from tests.conftest import Scripted

Spoil = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def golds() -> list[gold.Gold]:
    """The dev split."""
    return gold.load_all("dev")


def perfect(golds: list[gold.Gold], name: str = "perfect", spoil: Spoil = lambda _: None) -> runs.Run:
    """A run that answers the gold with itself, but for what `spoil` does to each record."""
    rows = []
    for one in golds:
        record = one.label.record.model_dump(mode="json")
        record |= {"status": "events", "failure": None, "support": {}, "warnings": [], "run": None}
        spoil(record)
        rows.append(runs.Row(one.label.doc_id, 0, record))
    return runs.Run(name, "gold", "dev", runs.digest(golds), tuple(rows))


def without_dates(record: dict[str, Any]) -> None:
    for event in record["events"]:
        event["date"] = None


def without_events(record: dict[str, Any]) -> None:
    record |= {"events": [], "status": "failed", "failure": {"kind": "truncated", "message": "cut"}}


@pytest.fixture
def files(golds: list[gold.Gold], tmp_path: Path) -> dict[str, str]:
    """Stored runs: perfect, the same again, one field blanked, everything failed."""
    made = [
        perfect(golds),
        perfect(golds, "again"),
        perfect(golds, "blank", without_dates),
        perfect(golds, "failed", without_events),
    ]
    return {one.prompt: str(runs.save(one, tmp_path / "runs")) for one in made}


def call(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli.app, list(arguments))
    error = f"{done.exception}" if done.exception and not isinstance(done.exception, SystemExit) else ""
    return done.exit_code, done.output + error


def test_gold_answers_itself_perfectly(golds: list[gold.Gold]) -> None:
    """The gold scored against itself: F1 1, every event found, every must-pass leaf passed."""
    one = scored.score(perfect(golds), golds)

    assert (one.counts.f1, one.event_f1, one.errors) == (1.0, 1.0, 0)
    assert [doc.label.doc_id for doc in one.docs if doc.broken] == []


def test_extended_is_scored_beside_core(golds: list[gold.Gold]) -> None:
    """The gold's other fields against themselves: F1 1, over the documents whose labels have them; CORE doesn't move with them."""

    def without_venues(record: dict[str, Any]) -> None:
        for event in record["events"]:
            event["location_venue"] = None

    whole, blank = (scored.score(perfect(golds, spoil=spoil), golds) for spoil in (lambda _: None, without_venues))
    missing = {breakdown.field_of(slot) for slot in blank.extended.slots if slot.state != "COR"}

    assert whole.extended.f1 == 1.0
    assert {doc.label.doc_id for doc in whole.docs if doc.extended.slots} == {
        one.label.doc_id for one in golds if one.label.extended
    }
    assert missing == {"events/location_venue"}
    assert blank.counts.f1 == 1.0


def test_extended_follows_the_pairs_of_core(golds: list[gold.Gold]) -> None:
    """The order of events and people doesn't matter; what an event that CORE leaves unpaired says beside is missing and spurious."""

    def turned(record: dict[str, Any]) -> None:
        record["events"].reverse()
        for event in record["events"]:
            event["participants"].reverse()

    def another(record: dict[str, Any]) -> None:
        for event in record["events"]:
            event |= {"event_type": "other", "date": None, "location_city": None, "parties": ["XX"], "participants": []}

    order, strange = (scored.score(perfect(golds, spoil=spoil), golds) for spoil in (turned, another))
    states = {slot.state for slot in strange.extended.slots if breakdown.field_of(slot) == "events/location_venue"}

    assert order.extended.f1 == 1.0
    assert states == {"MIS", "SPU"}


def test_stories_told_twice_count_once(golds: list[gold.Gold]) -> None:
    """Documents of one cluster are one unit of the statistics."""
    clusters = {one.label.cluster_id or one.label.doc_id for one in golds}

    assert len(scored.score(perfect(golds), golds).sums) == len(clusters)


def test_failures_are_errors_and_empty_records(golds: list[gold.Gold]) -> None:
    """A failed document scores as an empty record and counts as an error."""
    one = scored.score(perfect(golds, spoil=without_events), golds)

    assert (one.errors, one.counts.tp) == (len(golds), 0.0)


def test_empty_baseline(golds: list[gold.Gold]) -> None:
    """The baseline that predicts nothing has no precision and scores 0."""
    nothing = baselines.empty(golds)

    assert (nothing.counts.f1, nothing.counts.precision) == (0.0, None)


def test_run_survives_storing(golds: list[gold.Gold], tmp_path: Path) -> None:
    """A stored run is read back as it was."""
    one = perfect(golds)

    assert runs.load(runs.save(one, tmp_path)) == one


def test_same_answers_compare_as_no_evidence(files: dict[str, str]) -> None:
    """Two runs of the same answers: ΔF1 0, no evidence."""
    code, out = call("compare", files["perfect"], files["again"])

    assert code == 0
    assert "ΔF1 +0.000" in out
    assert "no evidence" in out


def test_blanked_field_is_worse_and_named(files: dict[str, str]) -> None:
    """A run with its dates blanked is worse, and the field is named first."""
    code, out = call("compare", files["perfect"], files["blank"])

    assert code == 0
    assert "verdict: worse" in out
    assert out.split("verdict: worse")[1].split()[0] == "events/date"


def test_gate_turns_red_and_green_again(files: dict[str, str], tmp_path: Path) -> None:
    """Nothing is blessed by accident; a spoiled run closes the gate and says why; the good one opens it."""
    baseline = str(tmp_path / "baseline.json")

    assert call("gate", files["perfect"], "--baseline", baseline)[0] == 1
    assert "none → perfect@gold@dev" in call("bless", files["perfect"], "--baseline", baseline)[1]
    assert not Path(baseline).exists()
    assert call("bless", files["perfect"], "--baseline", baseline, "--yes")[0] == 0
    assert call("gate", files["again"], "--baseline", baseline) == (0, "gate: open\n")
    code, out = call("gate", files["blank"], "--baseline", baseline)
    assert code == 1
    assert "F1 fell by" in out
    assert "must pass and no longer does" in out
    assert "valid answers fell from 100.0% to 0.0%" in call("gate", files["failed"], "--baseline", baseline)[1]


def test_gate_refuses_another_gold_or_scorer(golds: list[gold.Gold]) -> None:
    """What was scored on another gold or by another scorer can't be compared."""
    one = scored.score(perfect(golds), golds)
    base = gate.of(one)
    for field, said in (("gold", "another gold"), ("signature", "scored by x")):
        other = gate.Baseline(**{**base.__dict__, field: "x"})
        with pytest.raises(RunError, match=said):
            gate.check(one, other)


def test_run_of_another_gold_is_refused(golds: list[gold.Gold]) -> None:
    """A run made before a label changed must be made again."""
    one = perfect(golds)
    with pytest.raises(RunError, match="another gold"):
        scored.score(runs.Run(one.prompt, one.model, one.split, "0", one.rows), golds)


def test_board_has_a_row_a_run_and_the_baseline(golds: list[gold.Gold]) -> None:
    """Baseline first, the run to beat second, the others held against it."""
    made = [scored.score(perfect(golds), golds), scored.score(perfect(golds, "blank", without_dates), golds)]
    rows = board.rows(made, [baselines.empty(golds)])
    text = board.markdown(rows)

    assert [row.cells()[0] for row in rows] == ["empty@none@dev", "perfect@gold@dev", "blank@gold@dev"]
    assert rows[2].cells()[-1] == "worse"
    assert text.count("\n|") == 4
    assert "slotF1|1:1" in text
    assert board.to_csv(rows).splitlines()[0].startswith("run,F1 ± CI,P,R,event F1")


def test_where_a_score_comes_from(golds: list[gold.Gold]) -> None:
    """Fields, slices, confusions and worst documents are those of the spoiled field."""

    def swap(record: dict[str, Any]) -> None:
        for event in record["events"]:
            event["mode"] = "video" if event["mode"] == "in_person" else event["mode"]

    one = scored.score(perfect(golds, spoil=swap), golds)
    fields = breakdown.by_field(one)

    assert [name for name, counts in fields.items() if counts.f1 != 1.0] == ["events/mode"]
    assert breakdown.confusions(one)[0][:3] == ("events/mode", "in_person", "video")
    assert {part.name for part in breakdown.slices(one) if part.group == "language"} == {
        one.label.lang for one in golds
    }
    assert breakdown.worst(one)[0].counts.f1 != 1.0
    assert breakdown.spurious(one)["event"] == breakdown.spurious(one)["item"] == 0


def test_suspects_are_what_everybody_disputes(golds: list[gold.Gold]) -> None:
    """A leaf on which every run says the same other thing is a suspect; one dissenting run clears it."""

    def other(record: dict[str, Any]) -> None:
        record["document"]["language"] = "xx"

    wrong = [scored.score(perfect(golds, name, other), golds) for name in ("a", "b")]

    assert len(breakdown.suspects(wrong)) == len(golds)
    assert breakdown.suspects([*wrong, scored.score(perfect(golds), golds)]) == []


def test_commands_print(files: dict[str, str]) -> None:
    """score, diff, power and export print what they should."""
    assert "events/date" in call("score", files["blank"])[1]
    assert "MIS /events/0/date" in call("diff", files["perfect"], files["blank"], "--doc", "en_tokyo_manila_call")[1]
    assert "documents to see ΔF1 0.03" in call("power", files["perfect"], files["blank"])[1]
    assert json.loads(call("export", files["blank"])[1].splitlines()[0])["state"] == "COR"


def test_what_is_not_there_is_named(files: dict[str, str]) -> None:
    """An unknown run or document is one line that says what there is."""
    assert "no run named 'nope'" in call("score", "nope")[1]
    assert "no document named 'nope'" in call("diff", files["perfect"], files["blank"], "--doc", "nope")[1]


def test_replay_without_recordings_is_a_miss(golds: list[gold.Gold], tmp_path: Path) -> None:
    """A replay with nothing recorded stops with the document's name; nothing is asked."""
    plan = run.Plan(["defence/v1"], ["local:qwen2.5-coder-1.5b"], "dev", "replay")
    with pytest.raises(ReplayMiss, match="no recorded answer"):
        list(run.run(plan, golds[:1], recordings=lambda *_: tmp_path / "none.jsonl"))


def test_budget_stops_a_run_that_nobody_can_price() -> None:
    """A price nobody knows stops a run with a budget unless it is allowed; a spent budget stops it too."""
    plan = run.Plan([], [], "dev", max_cost=1.0)
    with pytest.raises(BudgetReached, match="nobody knows"):
        run._Budget(plan).add(None, cached=False)
    budget = run._Budget(plan)
    budget.add(0.6, cached=False)
    budget.add(9.0, cached=True)
    with pytest.raises(BudgetReached, match=r"1\.20 USD spent of 1\.00"):
        budget.add(0.6, cached=False)


def test_samples_are_other_questions(scripted: Scripted) -> None:
    """A second sample is asked at a temperature, as a question of its own."""
    from extractor.model import Ask, Message
    from extractor.schemas.defence.wire import WireArticle

    scripted.queue.append('{"cited_source":null,"events":[]}')
    run._Sampled(scripted, 1)(Ask((Message("user", "x"),), WireArticle))

    assert (scripted.asked[0].sample, scripted.asked[0].temperature) == (1, 0.7)


def test_leaves_are_shown_in_words(golds: list[gold.Gold]) -> None:
    """What was missing and what was said instead stand on one line each."""
    one = scored.score(perfect(golds, spoil=without_dates), golds)
    lines = [
        str(line) for line in show.leaves(next(doc for doc in one.docs if doc.label.doc_id == "en_tokyo_manila_call"))
    ]

    assert lines[0].startswith("en_tokyo_manila_call  F1 0.9")
    assert lines[1:] == ["  MIS /events/0/date  2026-02-05"]
