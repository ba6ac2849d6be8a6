"""The scoreboard page in a real browser: filled, filtered, stepped through by keyboard, in two widths, light and dark."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from evals import baselines, gold, page, scored
from tests.browsing import IN_BROWSER
from tests.test_evals import perfect

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = IN_BROWSER


def spoil(record: dict[str, Any]) -> None:
    record["events"] = record["events"][:1]
    for event in record["events"]:
        event["mode"] = "video"


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a perfect and a spoiled run, with an article that tries to break out of the script."""
    golds = gold.load_all("dev")
    runs = [scored.score(perfect(golds), golds), scored.score(perfect(golds, "spoiled", spoil), golds)]
    path = tmp_path_factory.mktemp("page") / "board.html"
    path.write_text(page.render(runs, golds, [baselines.empty(golds)]), encoding="utf-8")
    return path


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_page_works(html: Path, browser: "Browser", width: int, scheme: Any) -> None:
    """Everything is filled without an error or a request; filters, keys and the choice of a run do what they say."""
    errors: list[str] = []
    asked: list[str] = []
    view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    view.on("pageerror", lambda error: errors.append(str(error)))
    view.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    view.on("request", lambda request: asked.append(request.url))
    view.goto(html.as_uri())

    assert view.locator("#board tbody tr").count() == 3
    assert view.locator("#doc option").count() == 40
    assert view.locator("#leaves .INC").count() == 0
    view.select_option("#run", "spoiled@gold@dev")
    view.select_option("#lang", "en")
    assert view.locator("#doc option").count() == 16
    view.select_option("#error", "MIS")
    first = view.locator("#verdict").inner_text()
    assert view.locator("#leaves .MIS").count() > 0
    assert view.locator("#text mark").count() > 0
    view.keyboard.press("Escape")
    view.locator("#text").focus()
    view.keyboard.press("j")
    assert view.locator("#verdict").inner_text() != first
    view.keyboard.press("k")
    assert view.locator("#verdict").inner_text() == first
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    assert (errors, asked) == ([], [html.as_uri()])
    view.close()


def test_article_cannot_break_the_page() -> None:
    """A closing tag, or a tag that loads something, inside an article stays text."""
    golds = gold.load_all("dev")[:1]
    runs = [scored.score(perfect(golds), golds)]
    runs[0].docs[0].rows[0].record["warnings"] = [
        {"path": "", "code": "x", "message": "</script><img src=x onerror=alert(1)>"}
    ]

    assert "</script><img" not in page.render(runs, golds)
