"""The live page when things go on for long or go wrong: counts that add up, a stream that is cut off, impatient hands."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import IN_BROWSER, axe, shown
from tests.conftest import SAMPLES
from tests.service_process import FREELY, MEETING, RULES, TBILISI, Running, keys, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = IN_BROWSER
WATCH = """
window.steps = [];
addEventListener("DOMContentLoaded", () => new MutationObserver(() =>
  window.steps.push(document.querySelector("#step").textContent)
).observe(document.querySelector("#step"), { childList: true }));
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Running]":
    """A service without a key."""
    with serving(tmp_path_factory.mktemp("live"), *RULES, **FREELY) as found:
        yield found


@pytest.fixture
def view(browser: "Browser", service: Running) -> "Iterator[Page]":
    """The page, which notes every step that it tells."""
    opened = browser.new_page()
    opened.add_init_script(WATCH)
    opened.goto(f"{service.url}/")
    yield opened
    opened.close()


def kept(service: Running) -> int:
    """Jobs that lie on the service's disk."""
    with sqlite3.connect(service.stderr.parent / "data" / "service.sqlite3") as found:
        return int(found.execute("SELECT COUNT(*) FROM jobs").fetchone()[0])


def test_failed_ones_are_counted_once(view: "Page", tmp_path: Path) -> None:
    """Of four files, three of them empty, never more than four are read."""
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(MEETING.format(3) if number == 3 else " ", encoding="utf-8")
    view.set_input_files("#files", sorted(tmp_path.iterdir()))
    view.click("#extract")
    view.wait_for_selector("#documents tbody tr >> nth=3")
    view.wait_for_selector("#progress", state="hidden")
    counts = [map(int, found) for step in view.evaluate("steps") for found in re.findall(r"(\d+) of (\d+) read", step)]

    assert counts
    assert all(done <= total for done, total in counts)


def test_stream_that_is_cut_off_is_asked_for_again(view: "Page", service: Running) -> None:
    """What a proxy cuts off is no end; impatient hands send once; the article doesn't stay on the service's disk."""
    sent: list[str] = []
    cuts = iter([True])

    def cut(route: "Route") -> None:
        if next(cuts, False):
            route.fulfill(content_type="text/event-stream", body='event: progress\ndata: {"done":0,"total":1}\n\n')
        else:
            route.continue_()

    view.route("**/events", cut)
    view.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    view.fill("#text", TBILISI)
    view.keyboard.press("Control+Enter")
    view.keyboard.press("Control+Enter")
    with view.expect_response(lambda answer: answer.request.method == "DELETE"):
        view.wait_for_selector("#records .event")

    assert next(cuts, None) is None
    assert len(sent) == 1
    assert kept(service) == 0


def test_live_page_reads_what_is_pasted(browser: "Browser", tmp_path: Path) -> None:
    """Against the real service: a pasted article, a sample and dropped files become records; nothing is asked twice."""
    with serving(tmp_path / "service", *RULES, **FREELY) as service, shown(browser, f"{service.url}/") as view:
        assert axe(view) == []
        view.click("#extract")
        assert "Paste an article" in view.inner_text("#trouble")
        view.fill("#text", TBILISI)
        view.keyboard.press("Control+Enter")
        view.wait_for_selector("#records .event")
        assert "Irakli Chikovani" in view.inner_text("#records")
        view.wait_for_selector("#more")
        assert not view.is_visible("#input")
        view.click("#more")
        view.wait_for_selector("#samples option >> nth=1", state="attached")
        view.select_option("#samples", index=1)
        view.wait_for_selector("#extract:focus")
        assert len(view.input_value("#text")) > 100
        view.fill("#text", "")
        view.set_input_files(
            "#files", [str(path) for path in sorted(SAMPLES.glob("*.txt"))] + [str(SAMPLES / "escuela.html")]
        )
        view.click("#extract")
        view.wait_for_selector("#documents tbody tr >> nth=4")
        assert axe(view) == []


def test_live_page_asks_for_a_key(browser: "Browser", tmp_path: Path) -> None:
    """A service with keys is asked with one; the page keeps it for the tab only when told to."""
    key = keys(tmp_path / "service", "add", "reader").split()[-1]
    with serving(tmp_path / "service", *RULES, **FREELY) as service:
        view = browser.new_page()
        view.goto(f"{service.url}/")
        view.wait_for_selector("#key[open]")
        view.fill("#key-text", key)
        view.keyboard.press("Enter")
        view.wait_for_selector("#samples option >> nth=1", state="attached")
        view.fill("#text", TBILISI)
        view.click("#extract")
        view.wait_for_selector("#records .event")

        assert view.evaluate("sessionStorage.length + localStorage.length") == 0
        view.close()
