"""The page in a real browser: values and words light each other up, many documents are filtered, records leave, reviews become gold."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor import read_text
from extractor.formats import FORMATS
from extractor.result import Result
from extractor.schemas.defence.record import Article
from extractor.schemas.record import Quote, Support, Warned
from tests.browsing import IN_BROWSER, NARROW, WIDE, axe, lit, read_samples, shown, text, value, write
from tests.records import PERSON, event, failed, own, record

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = IN_BROWSER
ODD = "🕊 Steppe Wire\n\n</script><img src=x onerror=alert(1)>\n\n🕊 Admiral Talia Reyes received José in Suva on 5 March 2024.\n"


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """The samples as code alone reads them, without a model."""
    return read_samples()


def odd() -> Result:
    """An article with letters beyond 16 bits before its words and markup in it; one value is warned of, one unsupported."""
    read = read_text(ODD)

    def at(words: str, status: Any = "found") -> Support:
        start = ODD.index(words)
        return Support(status=status, start=start, end=start + len(words))

    quote = ODD.split("\n")[4]
    made = record(
        "odd",
        event(
            participants=[PERSON],
            evidence=[Quote(quote=quote, start=ODD.index(quote), end=ODD.index(quote) + len(quote))],
        ),
        document=Article(language="en", title="</script><img src=x onerror=alert(1)>", outlet="Steppe Wire"),
        support={
            "/document/title": at("</script><img src=x onerror=alert(1)>"),
            "/events/0/participants/0/name": at("Talia Reyes"),
            "/events/0/participants/0/rank": Support(status="absent"),
            "/events/0/date": at("5 March 2024", "derived"),
        },
        warnings=[Warned(path="/events/0/date", code="year", message="the year is a guess")],
    )
    return Result(made, read)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_serious(browser: "Browser", results: list[Result], tmp_path: Path, size: Any) -> None:
    """Neither in one document nor in many, neither reading nor reviewing nor editing, light and dark, wide and narrow."""
    with shown(browser, write(tmp_path, *results, odd(), Result(failed())), size) as view:
        assert axe(view) == []
        view.click("#review-toggle")
        view.keyboard.press("a")
        assert axe(view) == []
        view.keyboard.press("e")
        assert axe(view) == []


def test_value_lights_its_words(browser: "Browser", tmp_path: Path) -> None:
    """Hovering, focusing or clicking a value lights exactly its words, also behind letters that UTF-16 counts twice."""
    with shown(browser, write(tmp_path, odd())) as view:
        view.hover(value("/events/0/participants/0/name"))
        view.wait_for_selector("#article .lit")
        assert lit(view) == "Talia Reyes"
        assert "Talia Reyes received" in view.inner_text("#why-text")
        view.focus(value("/events/0/date"))
        view.mouse.move(0, 0)
        view.wait_for_selector("#why-text:has-text('read from')")
        assert lit(view) == "5 March 2024"
        view.click(value("/events/0/event_type"))
        assert lit(view) == ODD.split("\n")[4]
        view.mouse.move(0, 0)  # what the pointer is over stays lit
        view.keyboard.press("Escape")
        view.wait_for_selector("#article .lit", state="detached")


def test_words_light_their_values(browser: "Browser", tmp_path: Path) -> None:
    """Clicking words, or walking to them with the keyboard, lights the values that rest on them."""
    with shown(browser, write(tmp_path, odd())) as view:
        view.click("#article mark:text-is('Talia Reyes')")
        assert view.locator(f"{value('/events/0/participants/0/name')}.lit").count() == 1
        view.keyboard.press("ArrowRight")
        assert view.evaluate("document.activeElement.textContent") == "5 March 2024"
        view.keyboard.press("Enter")
        assert view.locator(f"{value('/events/0/date')}.lit").count() == 1


def test_markup_of_an_article_is_text(browser: "Browser", tmp_path: Path) -> None:
    """Nothing of an article becomes an element."""
    with shown(browser, write(tmp_path, odd())) as view:
        assert view.locator("#article img, #records img").count() == 0
        assert "<img src=x onerror=alert(1)>" in view.inner_text("#article")
        assert "<img src=x onerror=alert(1)>" in view.inner_text("#records h2 >> nth=0")


def test_doubts_are_marked_in_words(browser: "Browser", tmp_path: Path) -> None:
    """A warned and an unsupported value say so in words, not in colour alone."""
    with shown(browser, write(tmp_path, odd())) as view:
        assert "the year is a guess" in view.inner_text(".event dl >> nth=0")
        assert "not in the text" in view.inner_text(".people")


def test_failed_empty_and_own_records(browser: "Browser", tmp_path: Path) -> None:
    """A failure says why, an article without event says so, a schema of the user's own shows its fields."""
    mine = own("mine", {"troops": 400, "countries": ["Fiji", "Mongolia"], "nested": {"day": "5 March 2024"}})
    with shown(
        browser, write(tmp_path, Result(failed()), Result(record("rugby"), read_text(ODD)), Result(mine))
    ) as view:
        assert "the answer was cut" in view.inner_text("#records")
        assert "failed" in view.inner_text("#documents")
        assert not view.is_visible("#review-toggle")
        view.click("#next")
        assert "No event" in view.inner_text("#records")
        assert view.is_visible("#review-toggle")
        view.keyboard.press("j")
        assert [words in view.inner_text("#records") for words in ("400", "Mongolia", "5 March 2024")] == [True] * 3


def test_no_document_is_said(browser: "Browser", tmp_path: Path) -> None:
    """A page of nothing is no blank page."""
    with shown(browser, write(tmp_path)) as view:
        assert "No document" in view.inner_text("main")


def test_many_documents_are_filtered(browser: "Browser", results: list[Result], tmp_path: Path) -> None:
    """Words, a day on the timeline and a pair of countries each keep the documents behind them; a second click lets go."""
    with shown(browser, write(tmp_path, *results)) as view:
        rows = view.locator("#documents tbody tr")
        assert rows.count() == len(results)
        view.fill("#find", "estonia")
        assert rows.count() == 1
        view.fill("#find", "")
        pair = view.locator("#charts .hit[aria-label^='Estonia and Georgia']")
        pair.focus()
        view.keyboard.press("Enter")
        assert (rows.count(), view.inner_text("#position")) == (1, "1 of 1")
        assert "Georgia and Estonia sign" in view.inner_text("#records")
        assert pair.get_attribute("aria-pressed") == "true"
        view.keyboard.press("Enter")
        assert rows.count() == len(results)
        view.click("#charts figure:first-child .hit >> nth=0")
        assert rows.count() < len(results)


def test_records_leave_as_the_command_line_writes_them(
    browser: "Browser", results: list[Result], tmp_path: Path
) -> None:
    """Downloaded JSON holds the records; downloaded CSV is the command line's, byte for byte."""
    with (tmp_path / "records.csv").open("w", encoding="utf-8", newline="") as out:
        FORMATS["csv"](results, out)
    with shown(browser, write(tmp_path, *results)) as view:
        view.click("#export summary")
        with view.expect_download() as saved:
            view.click("#save-json")
        view.click("#export summary")
        with view.expect_download() as table:
            view.click("#save-csv")

        assert json.loads(text(saved.value)) == [one.record.model_dump(mode="json") for one in results]
        assert text(table.value) == (tmp_path / "records.csv").read_bytes().decode("utf-8")


def test_light_or_dark_is_kept(browser: "Browser", tmp_path: Path) -> None:
    """The button turns the colours round, and the page remembers."""
    with shown(browser, write(tmp_path, odd())) as view:
        before = view.evaluate("getComputedStyle(document.body).backgroundColor")
        view.click("#theme")
        after = view.evaluate("getComputedStyle(document.body).backgroundColor")
        view.reload()

        assert before != after
        assert view.evaluate("getComputedStyle(document.body).backgroundColor") == after
