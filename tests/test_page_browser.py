"""The page in a real browser: values and words light each other up, many documents are filtered, records leave, reviews become gold."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from evals import gold, lint
from extractor import batch, build, read_text, settings
from extractor.formats import FORMATS
from extractor.result import Result
from extractor.schemas.defence.record import Article
from extractor.schemas.record import Quote, Support, Warned
from tests.conftest import SAMPLES
from tests.records import PERSON, event, failed, own, record
from tests.service_process import FREELY, RULES, TBILISI, keys, serving
from tests.test_page import CHROMIUM, FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download, Page

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; scripts/browser installs Debian's"),
    pytest.mark.enable_socket,
]
ODD = "🕊 Steppe Wire\n\n</script><img src=x onerror=alert(1)>\n\n🕊 Admiral Talia Reyes received José in Suva on 5 March 2024.\n"
WIDE, NARROW = (1400, "light"), (390, "dark")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Debian's Chromium, headless."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """The samples as code alone reads them, without a model."""
    task = build.task(settings.load(prompt="defence/rules", cache="off"))
    return list(batch.run(batch.sources([str(SAMPLES)]), task))


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


def write(folder: Path, *made: Result) -> str:
    """The address of the page of these results."""
    path = folder / "page.html"
    with path.open("w", encoding="utf-8") as out:
        FORMATS["html"](made, out)
    return path.as_uri()


@contextmanager
def shown(browser: "Browser", address: str, size: tuple[int, Any] = WIDE) -> "Iterator[Page]":
    """The page, which must say no error, ask nobody else, and not be wider than the window."""
    errors: list[str] = []
    asked: list[str] = []
    width, scheme = size
    view = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", accept_downloads=True
    )
    view.on("pageerror", lambda error: errors.append(str(error)))
    view.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    view.on("request", lambda request: asked.append(request.url))
    view.goto(address)
    yield view
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    assert errors == []
    assert [url for url in asked if not url.startswith((address, "blob:"))] == []
    view.close()


def axe(view: "Page") -> list[str]:
    """What axe calls serious or critical."""
    view.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    tags = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"
    found = view.evaluate(f"axe.run({{runOnly: {tags}}})")["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in {"serious", "critical"}
    ]


def text(download: "Download") -> str:
    """What was downloaded."""
    return Path(download.path()).read_bytes().decode("utf-8")


def lit(view: "Page") -> str:
    """The words that are lit in the article."""
    return "".join(view.locator("#article .lit").all_text_contents())


def value(pointer: str) -> str:
    return f'#records [data-at="{pointer}"]'


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
