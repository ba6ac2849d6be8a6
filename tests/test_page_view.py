"""What the page is given and what it is made of: views, rows, the HTML around them, the policy that guards it."""

import base64
import csv
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from evals.gold import DocType
from extractor import page, read_text
from extractor.formats import FORMATS
from extractor.page.choices import choices
from extractor.result import Result
from extractor.schemas.defence.record import Article
from extractor.schemas.defence.values import EventType, RankNorm, Topic
from tests.records import event, failed, own, record

TEXT = "Steppe Wire\n\nTalia Reyes and José signed.\n\nThe frigate of the navy took part in an exercise off Suva.\n"


def _views(html: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/json" class="view">(.*?)</script>', html, re.DOTALL)
    return [json.loads(one) for one in found]


def test_view_holds_the_record_and_the_text() -> None:
    """The record is the one that every format writes; offsets of lines lead into the text."""
    made = record("suva", event())
    document = read_text(TEXT)
    view = page.view(made, document)
    shown = view["document"]

    assert view["record"] == made.model_dump(mode="json")
    assert shown["text"] == TEXT
    assert shown["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert [TEXT[line["start"] : line["end"]] for line in shown["lines"]] == [line for line in TEXT.split("\n") if line]
    json.dumps(view)


def test_view_of_an_unreadable_document_has_no_text() -> None:
    """A failed record is a view without a document."""
    view = page.view(failed(), None)

    assert view["document"] is None
    assert view["record"]["failure"]["message"] == "the answer was cut"


def test_places_are_words_for_values_without_support() -> None:
    """The outlet and the topics, for which a record has no support, are found in the text."""
    made = record("suva", event(topics=["naval_maritime", "peacekeeping"]))
    places = page.view(made, read_text(TEXT))["document"]["places"]
    words = {pointer: {TEXT[start:end] for start, end in spans} for pointer, spans in places.items()}

    assert words["/document/outlet"] == {"Steppe Wire"}
    assert words["/events/0/topics/0"] >= {"frigate"}
    assert "/events/0/topics/1" not in words


@pytest.mark.parametrize(
    "made", [record("suva", event(), event(location_city="=1+1")), record("rugby"), failed(), own("a", {"troops": 400, "names": ["Ö"]})]
)  # fmt: skip
def test_rows_are_those_of_csv(made: Any) -> None:
    """Columns and cells are the ones of the command line's CSV, so that the page needs no definition of its own."""
    out = io.StringIO()
    FORMATS["csv"]([Result(made)], out)

    assert page.view(made)["rows"] == list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_static_page_holds_its_views_and_nothing_that_they_bring_in() -> None:
    """What an article holds stays data: a closing tag or a comment in it ends nothing."""
    odd = "</script><img src=x onerror=alert(1)><!--"
    made = record("suva", document=Article(language="en", title=odd))
    html = page.static([page.view(made, read_text(f"{odd}\n\n{TEXT}")), page.view(failed())])

    assert [view["record"]["doc_id"] for view in _views(html)] == ["suva", "cut"]
    assert _views(html)[0]["record"]["document"]["title"] == odd
    assert "</script><img" not in html
    assert "<!--" not in html


def test_static_page_allows_its_own_script_and_style_only() -> None:
    """The policy names the digest of each script and of the style, and no address."""
    html = page.static([])
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)

    assert found
    assert found[1].startswith("default-src 'none';")
    assert "unsafe" not in found[1]
    assert len(inline) == len(page.ASSETS)
    for text in inline:
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in found[1]


@pytest.mark.parametrize("html", [page.live(), page.static([])], ids=["live", "static"])
def test_page_asks_for_nothing_from_elsewhere(html: str) -> None:
    """No address of another host, no inline handler, no style attribute, no mark left unfilled."""
    body = re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL)

    assert not re.search(r"\s(?:src|href)=\"(?!/page/|#|data:)", body)
    assert not re.search(r"\son[a-z]+=|\sstyle=", body)
    assert not re.search(r"<!--[A-Z]+-->", body)


def test_live_page_names_every_asset() -> None:
    """What the page asks for is what the service has to serve."""
    asked = set(re.findall(r'"/page/([^"]+)"', page.live()))

    assert asked == set(page.ASSETS)
    assert "data-mode=live" in page.live()
    assert "data-mode=static" in page.static([])


def test_pieces_come_one_by_one() -> None:
    """A view is written before the next one is made: a batch costs no memory."""
    made: list[int] = []

    def _views() -> Any:
        for number in range(3):
            made.append(number)
            yield page.view(record(f"r{number}"))

    pieces = page.pieces(_views())
    while '"doc_id":"r0"' not in next(pieces):
        pass

    assert made == [0]


def test_assets_are_small_and_put_in_text_only_as_text() -> None:
    """No script is long, and none makes markup of words."""
    for path in page.ASSETS.values():
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) < 300
        assert "</script" not in text
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)


def test_choices_are_those_of_the_schema() -> None:
    """The reviewer chooses from the schema's closed lists; what may be empty, or many, is said."""
    fields = choices()["fields"]

    assert fields["event"]["event_type"]["values"] == list(get_args(EventType))
    assert fields["event"]["topics"] == {**fields["event"]["topics"], "values": list(get_args(Topic)), "list": True, "null": False}  # fmt: skip
    assert fields["person"]["rank_norm"]["values"] == list(get_args(RankNorm))
    assert (fields["person"]["rank"]["null"], fields["person"]["role"]["null"]) == (True, False)
    assert {"AZ", "NATO"} <= set(choices()["codes"])


def test_outlets_are_those_of_the_gold() -> None:
    """The page offers the kinds of outlet that the gold knows."""
    script = Path(page.ASSETS["gold.js"]).read_text(encoding="utf-8")
    found = re.search(r"DOC_TYPES = (\[[^\]]*\])", script)

    assert found
    assert json.loads(found[1]) == list(get_args(DocType))
