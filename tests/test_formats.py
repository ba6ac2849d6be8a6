"""How records leave: json, jsonl, csv, table and html say the same, and a failure never looks like 'no event'."""

import csv
import io
import json
from typing import Any

import pytest
from inline_snapshot import snapshot

from extractor import formats, read_text, tabular
from extractor.errors import UsageError
from extractor.result import Result
from extractor.schemas.defence.record import Article
from extractor.schemas.record import Quote, Record
from tests.records import PERSON, event, failed, own, record


def _written(name: str, *records: Record) -> str:
    out = io.StringIO()
    formats.find(name)(map(Result, records), out)
    return out.getvalue()


def _cells(*records: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_written("csv", *records), newline="")))


THREE = (record("suva", event(), event(status="planned")), record("rugby"), failed())


def test_an_unknown_format_says_what_there_is() -> None:
    """The error lists the formats."""
    with pytest.raises(UsageError, match="no format named 'xml'; there is json, jsonl, csv, table, html"):
        formats.find("xml")


def test_json_of_one_is_an_object_of_several_an_array() -> None:
    """One record is an object, several or none are an array, and each is whole."""
    plain = [one.model_dump(mode="json") for one in THREE]

    assert plain[0] == json.loads(_written("json", THREE[0]))
    assert plain == json.loads(_written("json", *THREE))
    assert json.loads(_written("json")) == []


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_letters_stay_letters(name: str) -> None:
    """Letters beyond ASCII are written as they are, not as escapes."""
    assert "José" in _written(name, record("suva", event()))


def test_jsonl_is_a_line_a_record() -> None:
    """Each line is one record, in order, and none record is no line."""
    lines = _written("jsonl", *THREE).split("\n")

    assert [one.model_dump(mode="json") for one in THREE] == [json.loads(line) for line in lines[:-1]]
    assert lines[-1] == ""
    assert _written("jsonl") == ""


def test_jsonl_writes_a_record_as_soon_as_it_is_done() -> None:
    """The first record is out before the second is asked for."""
    out = io.StringIO()

    def _coming() -> Any:
        yield Result(THREE[0])
        assert out.getvalue().count("\n") == 1
        yield Result(THREE[1])

    formats.find("jsonl")(_coming(), out)

    assert out.getvalue().count("\n") == 2


def test_csv_is_a_line_an_event() -> None:
    """Two events are two lines; a document without one, and a failed one, have a line that says so."""
    rows = _cells(*THREE)

    assert list(rows[0]) == tabular.COLUMNS
    assert [(row["doc_id"], row["outcome"], row["status"]) for row in rows] == [
        ("suva", "events", "held"),
        ("suva", "events", "planned"),
        ("rugby", "none", ""),
        ("cut", "failed", ""),
    ]
    assert rows[3]["failure"] == "the answer was cut"


def test_csv_without_records_is_its_header() -> None:
    """No record is a header and nothing else."""
    assert _written("csv") == ",".join(tabular.COLUMNS) + "\n"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")'])
def test_csv_runs_no_formula(formula: str) -> None:
    """A cell that a spreadsheet would run is text, in every column that an article can reach."""
    odd = record(
        "suva",
        event(location_city=formula, evidence=[Quote(quote=formula, start=0, end=len(formula))]),
        doc_id=formula,
        document=Article(language="en", outlet=formula),
    )
    (row,) = _cells(odd)
    expected = "'" + formula.replace("\r", "\n")

    assert [expected] * 4 == [row[key] for key in ("location_city", "evidence", "doc_id", "outlet")]


def test_csv_of_an_own_schema() -> None:
    """The user's fields are columns; numbers stay whole beside a gap, lists are JSON, a name of ours is not overwritten."""
    rows = _cells(own("a", {"troops": 400, "path": "coast", "names": ["Ö"], "value": -5}), own("b", None))

    assert [rows[0][name] for name in ("path", "data.path", "troops", "names", "value")] == [
        "a.txt",
        "coast",
        "400",
        '["Ö"]',
        "-5",
    ]
    assert (rows[1]["doc_id"], rows[1]["troops"]) == ("b", "")


def test_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row an event, a row that says why for a document without."""
    monkeypatch.delenv("COLUMNS", raising=False)
    met = event(participants=[PERSON], agreements=[])

    assert _written("table", record("suva", met), record("rugby"), failed()) == snapshot("""\
┏━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━┳━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┓
┃ document ┃ event                    ┃ status ┃ date       ┃ place ┃ parties ┃ participants              ┃ agreements ┃
┡━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━╇━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━┩
│ suva     │ meeting                  │ held   │ 2024-03-05 │ Suva  │ FJ; MN  │ Admiral Talia Reyes       │            │
│          │                          │        │            │       │         │ (chief_of_defence, FJ)    │            │
├──────────┼──────────────────────────┼────────┼────────────┼───────┼─────────┼───────────────────────────┼────────────┤
│ rugby    │ no event                 │        │            │       │         │                           │            │
├──────────┼──────────────────────────┼────────┼────────────┼───────┼─────────┼───────────────────────────┼────────────┤
│ cut      │ failed: the answer was   │        │            │       │         │                           │            │
│          │ cut                      │        │            │       │         │                           │            │
└──────────┴──────────────────────────┴────────┴────────────┴───────┴─────────┴───────────────────────────┴────────────┘
""")


def test_a_failure_without_words_is_still_a_failure() -> None:
    """A failed document is never shown as one without events."""
    shown = _written("table", failed(""))

    assert "failed" in shown
    assert "no event" not in shown


def test_table_of_an_own_schema() -> None:
    """The columns are the user's fields; square brackets of a text are text, escape sequences don't reach the terminal."""
    shown = _written("table", own("a", {"name": "[bold]Koda[/bold]", "port": "\x1b[31mSuva\x07\x9b"}))

    assert all(words in shown for words in ("name", "[bold]Koda[/bold]", "\ufffd[31mSuva"))
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)


def test_html_holds_articles_and_records() -> None:
    """One page holds what was read beside what was found, also for a document that failed."""
    out = io.StringIO()
    read = read_text("Suva, 5 March 2024. Talia Reyes received José.\n")
    formats.find("html")([Result(THREE[0], read), Result(THREE[2])], out)
    views = [json.loads(line.split(">", 1)[1].removesuffix("</script>")) for line in out.getvalue().split("\n") if 'class="view"' in line and line.startswith("<script")]  # fmt: skip

    assert [view["record"]["doc_id"] for view in views] == ["suva", "cut"]
    assert [view["document"] and view["document"]["text"] for view in views] == [read.text, None]
    assert out.getvalue().rstrip().endswith("</html>")


def test_html_is_written_as_documents_are_done() -> None:
    """The first document is out before the second is asked for, and none document is a page as well."""
    out = io.StringIO()

    def _coming() -> Any:
        yield Result(THREE[0])
        yield Result(THREE[1])
        assert '"doc_id":"suva"' in out.getvalue()

    formats.find("html")(_coming(), out)
    nothing = io.StringIO()
    formats.find("html")([], nothing)

    assert nothing.getvalue().rstrip().endswith("</html>")
