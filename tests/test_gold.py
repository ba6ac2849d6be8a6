"""The gold on file holds, and what is wrong with a gold file is named."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evals import agree, gold, lint, locate, mix
from evals.errors import GoldError
from tests.conftest import ROOT

NAME = "en_tokyo_manila_call"


@pytest.fixture(scope="module")
def labels() -> list[gold.Gold]:
    """The gold of the repository."""
    return gold.load_all(*gold.SPLITS, "second")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with one gold document, to be spoiled."""
    (tmp_path / "dev").mkdir()
    for suffix in ("txt", "json"):
        shutil.copy(gold.FOLDER / "dev" / f"{NAME}.{suffix}", tmp_path / "dev")
    return tmp_path / "dev" / f"{NAME}.json"


def spoil(path: Path, **changes: Any) -> list[str]:
    data = json.loads(path.read_text(encoding="utf-8"))
    for pointer, value in changes.items():
        *parts, last = pointer.split("__")
        place = data
        for part in parts:
            place = place[int(part)] if part.isdigit() else place[part]
        place[int(last) if last.isdigit() else last] = value
    gold.dump(data, path)
    return lint.check([gold.load(path)])


def test_gold_holds(labels: list[gold.Gold]) -> None:
    """Every gold file passes the lint."""
    assert lint.check(labels) == []


def test_mix_is_what_it_should_be(labels: list[gold.Gold]) -> None:
    """No language, type, status, kind or trap falls short; both splits have their number of documents."""
    rows = mix.count(labels)

    assert [row for row in rows if not row.enough] == []
    assert [(row.dev, row.test) for row in rows if row.name == "all"] == [(40, 64)]


def test_twenty_were_labelled_twice(labels: list[gold.Gold]) -> None:
    """Twenty documents have a second label, and readers agree better than any extractor will."""
    rows = agree.agree([g for g in labels if g.split != "second"], [g for g in labels if g.split == "second"])

    assert len(rows) == 20
    assert min(row.counts.f1 or 0 for row in rows) > 0.9
    assert sum(agree.disagreements(rows).values()) > 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"source_sha256": "0"}, "has changed since it was labelled"),
        ({"doc_id": "other"}, "doc_id is 'other'"),
        ({"lang": "fr"}, "lang is 'fr'"),
        ({"record__events__0__evidence__0__start": 3}, "is not what stands at 3"),
        ({"record__events__0__evidence": []}, "no evidence"),
        ({"record__events__0__participants__0__name": "Nobody Atall"}, "'Nobody Atall' is not in the text"),
        ({"record__events__0__parties": ["ZZ", "JP"]}, "not sorted"),
        ({"record__events__0__parties": ["JP", "ZZ"]}, "'ZZ' is no ISO code"),
        ({"record__events__0__date": "6 Feb"}, "no EDTF date"),
        ({"optional": ["/events/7"]}, "leads nowhere"),
        ({"source": "gone.txt"}, "no article gone.txt"),
    ],
)
def test_lint_names_what_is_wrong(copy: Path, changes: dict[str, Any], said: str) -> None:
    """Each kind of mistake is one line that names the file and the place."""
    problems = spoil(copy, **changes)

    assert any(said in problem and NAME in problem for problem in problems)


def test_unknown_value_names_the_place(copy: Path) -> None:
    """A value that is on no closed list stops the loading, with the file and the field."""
    with pytest.raises(GoldError, match=rf"{NAME}\.json: record/events/0/event_type"):
        spoil(copy, record__events__0__event_type="party")


def test_shared_text_is_found(labels: list[gold.Gold], tmp_path: Path, copy: Path) -> None:
    """A test article that shares thirteen words with a dev article is found, also under another name."""
    (tmp_path / "test").mkdir()
    for suffix in ("txt", "json"):
        shutil.copy(copy.with_suffix(f".{suffix}"), tmp_path / "test" / f"twin.{suffix}")
    problems = lint.check([gold.load(copy), gold.load(tmp_path / "test" / "twin.json")])

    assert any(f"shares 13 words in a row with dev/{NAME}" in problem for problem in problems)


def test_locate_fills_offsets(copy: Path) -> None:
    """A labeller copies words; offsets and digest are filled in, and a quote that isn't there is told."""
    before = json.loads(copy.read_text(encoding="utf-8"))
    bare = json.loads(copy.read_text(encoding="utf-8"))
    bare["source_sha256"] = ""
    for _, quote in gold.quotes(bare["record"]):
        del quote["start"], quote["end"]
    gold.dump(bare, copy)

    assert locate.locate(copy) == []
    assert json.loads(copy.read_text(encoding="utf-8")) == before
    bare["record"]["events"][0]["evidence"] = [{"quote": "never said"}]
    gold.dump(bare, copy)
    assert len(locate.locate(copy)) == 1


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("lint", 0, "quotes stand where they say"),
        ("mix", 0, "seed_retelling"),
        ("agree", 0, "all 20"),
        ("nope", 2, "No such command"),
    ],
)
def test_commands(command: str, code: int, said: str) -> None:
    """The commands print what they should."""
    done = subprocess.run(
        [sys.executable, "-m", "evals", command], capture_output=True, text=True, check=False, cwd=ROOT
    )

    assert done.returncode == code
    assert said in done.stdout + done.stderr


def test_gold_that_is_not_there(tmp_path: Path) -> None:
    """An empty folder and a file that doesn't parse are errors that name them."""
    with pytest.raises(GoldError, match="no gold files"):
        gold.load_all("dev", folder=tmp_path)
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.json"):
        gold.load(tmp_path / "x.json")
