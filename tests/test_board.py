"""The standing board: replayed from the committed recordings, without a model, and the README's table made from it."""

import re
import shutil
from pathlib import Path

import pytest

from evals import baselines, board, gate, gold, runs, scored, standing
from evals.errors import RunError
from extractor.errors import ReplayMiss
from tests.conftest import ROOT

MADE_FROM = re.compile(r"<!-- scoreboard: ([^\n]*) -->\n(.*?)<!-- /scoreboard -->", re.DOTALL)


@pytest.fixture(scope="module")
def golds() -> list[gold.Gold]:
    """The test split."""
    return gold.load_all("test")


@pytest.fixture(scope="module")
def made(golds: list[gold.Gold]) -> list[scored.Scored]:
    """Every run that stands on the board."""
    return [scored.score(run, golds) for run in standing.replay(golds)]


def test_every_cell_is_recorded(made: list[scored.Scored]) -> None:
    """Each prompt and model of the board has recorded answers to the whole test split."""
    assert [(one.run.prompt, one.run.model) for one in made] == list(standing.CELLS)
    assert {len(one.docs) for one in made} == {64}


def test_readme_shows_this_board(made: list[scored.Scored], golds: list[gold.Gold]) -> None:
    """The README's table is what `scripts/board --into README.md` writes; run that when this fails."""
    ((command, table),) = MADE_FROM.findall((ROOT / "README.md").read_text(encoding="utf-8"))

    assert command == "scripts/board --into README.md"
    assert table == board.markdown(board.rows(made, baselines.rows(golds)))


def test_the_default_is_better_than_the_usual_way(made: list[scored.Scored]) -> None:
    """The prompt that the embedded model is asked by default beats the naive one, supported value for supported value."""
    naive, default = made[0], made[-1]

    assert (naive.run.prompt, default.run.prompt) == ("defence/naive", "defence/v2")
    assert board.rows([naive, default])[1].cells()[-1] == "better"
    assert (default.errors, default.unsupported) == (0, 0.0)


def test_the_gate_is_open(made: list[scored.Scored]) -> None:
    """The default prompt is no worse than the blessed baseline."""
    assert gate.check(made[-1], gate.load(gate.BASELINE)) == []


def test_the_usual_way_is_scored_as_it_answered(golds: list[gold.Gold]) -> None:
    """Its answers are taken as they are: nothing is looked up, so much of it is unsupported; four answers were cut."""
    one = baselines.as_answered(golds)

    assert one.unsupported > 0.3
    assert one.errors == 4


def test_what_is_not_recorded_is_not_on_the_board(tmp_path: Path) -> None:
    """A split to which an answer is missing has no such row; asked for by itself it is a miss."""
    (tmp_path / "dev").mkdir()
    for suffix in ("txt", "json"):
        shutil.copy(gold.FOLDER / "dev" / f"en_tokyo_manila_call.{suffix}", tmp_path / "dev")
    article = tmp_path / "dev" / "en_tokyo_manila_call.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("Morita", "Morimoto"), encoding="utf-8")
    new = gold.load_all("dev", folder=tmp_path)

    assert [run.prompt for run in standing.replay(new)] == ["defence/rules"]
    assert [one.run.prompt for one in baselines.rows(new)] == ["empty"]
    with pytest.raises(ReplayMiss):
        baselines.as_answered(new)


def test_a_file_without_marks_gets_no_table(tmp_path: Path) -> None:
    """The table goes between its marks and nowhere else."""
    path = tmp_path / "x.md"
    path.write_text("no marks", encoding="utf-8")
    with pytest.raises(RunError, match="to put the table between"):
        standing.into(path, "| a |")
    path.write_text("<!-- scoreboard: how -->\nold\n<!-- /scoreboard -->\n", encoding="utf-8")
    standing.into(path, "new\n")

    assert path.read_text(encoding="utf-8") == "<!-- scoreboard: how -->\nnew\n<!-- /scoreboard -->\n"


def test_runs_of_the_board_are_stored_by_name(made: list[scored.Scored]) -> None:
    """A run's name says prompt, model and split."""
    assert made[-1].name == runs.name_of("defence/v2", "local:qwen2.5-coder-1.5b", "test")
