"""Review in a real browser: values accepted, corrected, rejected and added by keyboard become gold."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from evals import gold, lint
from extractor.result import Result
from tests.browsing import IN_BROWSER, read_samples, shown, text, write
from tests.service_process import TBILISI

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """The samples as code alone reads them, without a model."""
    return read_samples()


def select(view: "Page", words: str) -> None:
    """Select words of the article as a mouse would, also where a marked value ends inside them."""
    view.evaluate(
        """(words) => {
          const pieces = [...document.querySelectorAll("#article [data-start]")];
          const from = pieces.map((one) => one.textContent).join("").indexOf(words);
          const at = (offset) => {
            for (const piece of pieces) {
              if (offset <= piece.textContent.length) return [piece.firstChild, offset];
              offset -= piece.textContent.length;
            }
          };
          getSelection().setBaseAndExtent(...at(from), ...at(from + words.length));
          document.querySelector("#article").dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        }""",
        words,
    )
    view.wait_for_timeout(20)


def decide_the_rest(view: "Page") -> None:
    """Accept card after card, from the first value that is open, until none is."""
    for _ in range(20):
        if not view.locator(".node.open").count():
            return
        view.locator(".node.open .pick").first.click()
        view.keyboard.press("Shift+A")
    raise AssertionError(view.inner_text("#verdict"))


def go_to(view: "Page", name: str) -> None:
    """Make the first undecided value of that name the current one, by keyboard."""
    for _ in range(80):
        line = view.locator(".node.here")
        if line.get_attribute("class") == "node open here" and line.locator(".name").inner_text() == name:
            return
        view.keyboard.press("j")
    raise AssertionError(name)


def test_review_becomes_gold(browser: "Browser", results: list[Result], tmp_path: Path) -> None:
    """Values are accepted, corrected, rejected, added and undone by keyboard; the files load as gold, and lint holds."""
    (result,) = [one for one in results if one.record.doc_id == "tbilisi_plan"]
    folder = tmp_path / "dev"
    folder.mkdir()
    with shown(browser, write(tmp_path, result)) as view:
        view.keyboard.press("r")
        view.keyboard.press("a")
        assert view.locator(".node.accepted").count() == 1
        view.keyboard.press("u")
        assert view.locator(".node.accepted").count() == 0
        view.keyboard.press("Shift+A")
        go_to(view, "Mode")
        view.keyboard.press("e")
        view.select_option(".edit select", "video")
        view.keyboard.press("Enter")
        go_to(view, "Topic")
        view.keyboard.press("x")
        view.click(".card.review:not(:has(.review .node.here)) .adds button:text-is('+ Person') >> nth=0")
        select(view, "sniper course")
        assert view.input_value(".edit input") == "sniper course"
        view.fill(".edit input", "Nobody Atall")
        assert "is not in the article" in view.inner_text(".edit .mark")
        select(view, "sniper course")
        view.keyboard.press("Enter")
        for name, chosen in (("Office", "other"), ("Part", "mentioned")):
            go_to(view, name)
            view.keyboard.press("e")
            view.select_option(".edit select", chosen)
            view.keyboard.press("Enter")
        decide_the_rest(view)
        assert not view.is_enabled("#save-label")
        view.fill("#annotator", "p1")
        view.locator("#annotator").blur()
        with view.expect_download() as label:
            view.click("#save-label")
        with view.expect_download() as article:
            view.click("#save-article")
        (folder / label.value.suggested_filename).write_text(text(label.value), encoding="utf-8")
        (folder / article.value.suggested_filename).write_bytes(Path(article.value.path()).read_bytes())
    made = gold.load(folder / "tbilisi_plan.json")
    found = made.label.record.events[0]

    assert lint.check([made]) == []
    assert made.document.text == TBILISI
    assert found.mode == "video"
    assert [person.name for person in found.participants][-1] == "sniper course"
    assert len(found.topics) == len(result.record.model_dump()["events"][0]["topics"]) - 1
    assert made.label.annotator == "p1"


def test_review_keeps_every_record_that_nobody_changes(
    browser: "Browser", results: list[Result], tmp_path: Path
) -> None:
    """Accepting all, every field included, gives the record's own values, and lint holds on them."""
    (result,) = [one for one in results if one.record.doc_id == "marineuebung"]
    with shown(browser, write(tmp_path, result)) as view:
        view.click("#review-toggle")
        view.check("#extended")
        decide_the_rest(view)
        view.fill("#annotator", "p1")
        view.locator("#annotator").blur()
        with view.expect_download() as label:
            view.click("#save-label")
        made = json.loads(text(label.value))
    plain = result.record.model_dump(mode="json")
    for facts in plain["events"]:
        facts.pop("derived")

    assert made["extended"] is True
    assert filled(made["record"]["events"]) == filled(plain["events"])
    assert filled(made["record"]["document"]) == filled(plain["document"])


def filled(plain: Any) -> Any:
    """Plain data without its empty values."""
    if isinstance(plain, dict):
        return {key: kept for key, one in plain.items() if (kept := filled(one)) not in (None, [], {})}
    return [filled(one) for one in plain] if isinstance(plain, list) else plain
