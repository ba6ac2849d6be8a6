"""How records leave: json, jsonl, csv and table say the same, and a failure never looks like 'no event'."""

import csv
import io
import json
from typing import Any

import pytest
from inline_snapshot import snapshot

from extractor import formats, tabular
from extractor.errors import UsageError
from extractor.schemas.defence.record import Agreement, Article, DefenceRecord, Derived, Event, Participant, Plover
from extractor.schemas.own import OwnRecord
from extractor.schemas.record import Failure, Quote, Record, Source

PERSON = Participant(name="Talia Reyes", rank="Admiral", role="chief_of_defence", country="FJ", function="host")
QUOTE = Quote(quote="Talia Reyes and José signed.", start=3, end=31)


def _event(**changes: Any) -> Event:
    plain: dict[str, Any] = {
        "event_type": "meeting",
        "status": "held",
        "date": "2024-03-05",
        "location_country": "FJ",
        "location_city": "Suva",
        "mode": "in_person",
        "parties": ["FJ", "MN"],
        "participants": [PERSON, Participant(name=None, rank=None, role="other", country=None, function="visitor")],
        "agreements": [Agreement(kind="mou", status="signed", title=None, period=None)],
        "topics": ["peacekeeping"],
        "evidence": [QUOTE, QUOTE],
        "derived": Derived(
            event_id="suva/1",
            event_key="meeting|2024-03-05|FJ-MN|chief_of_defence",
            cameo=["042", "057"],
            plover=Plover(event="CONSULT", mode="visit"),
            date_precision="day",
            level="chief_of_defence",
            counted=True,
            dyads=[("FJ", "MN")],
        ),
    }
    return Event(**{**plain, **changes})


def _record(name: str, *events: Event, **changes: Any) -> DefenceRecord:
    about = Article(language="en", publication_date="2024-03-06", outlet="Steppe Wire")
    plain: dict[str, Any] = {
        "schema_version": "dd-1.0",
        "doc_id": name,
        "source": Source(path=f"{name}.txt"),
        "status": "events" if events else "none",
        "document": about,
        "events": list(events),
    }
    return DefenceRecord(**{**plain, **changes})


def _failed(message: str = "the answer was cut") -> DefenceRecord:
    failure = Failure(kind="truncated", message=message)
    return _record("cut", status="failed", document=None, failure=failure)


def _own(name: str, data: dict[str, Any] | None) -> OwnRecord:
    source = Source(path=f"{name}.txt")
    return OwnRecord(schema_version="Visit", doc_id=name, source=source, status="events", data=data)


def _written(name: str, *records: Record) -> str:
    out = io.StringIO()
    formats.find(name)(records, out)
    return out.getvalue()


def _cells(*records: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_written("csv", *records), newline="")))


THREE = (_record("suva", _event(), _event(status="planned")), _record("rugby"), _failed())


def test_an_unknown_format_says_what_there_is() -> None:
    """The error lists the formats."""
    with pytest.raises(UsageError, match="no format named 'xml'; there is json, jsonl, csv, table"):
        formats.find("xml")


def test_json_of_one_is_an_object_of_several_an_array() -> None:
    """One record is an object, several or none are an array, and each is whole."""
    plain = [record.model_dump(mode="json") for record in THREE]

    assert plain[0] == json.loads(_written("json", THREE[0]))
    assert plain == json.loads(_written("json", *THREE))
    assert json.loads(_written("json")) == []


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_letters_stay_letters(name: str) -> None:
    """Letters beyond ASCII are written as they are, not as escapes."""
    assert "José" in _written(name, _record("suva", _event()))


def test_jsonl_is_a_line_a_record() -> None:
    """Each line is one record, in order, and none record is no line."""
    lines = _written("jsonl", *THREE).split("\n")

    assert [record.model_dump(mode="json") for record in THREE] == [json.loads(line) for line in lines[:-1]]
    assert lines[-1] == ""
    assert _written("jsonl") == ""


def test_jsonl_writes_a_record_as_soon_as_it_is_done() -> None:
    """The first record is out before the second is asked for."""
    out = io.StringIO()

    def _coming() -> Any:
        yield THREE[0]
        assert out.getvalue().count("\n") == 1
        yield THREE[1]

    formats.find("jsonl")(_coming(), out)

    assert out.getvalue().count("\n") == 2


def test_csv_is_a_line_an_event() -> None:
    """Two events are two lines; a document without one, and a failed one, have a line that says so."""
    rows = _cells(*THREE)

    assert tabular.COLUMNS == list(rows[0])
    assert [("suva", "events", "held"), ("suva", "events", "planned"), ("rugby", "none", ""), ("cut", "failed", "")] == [
        (row["doc_id"], row["outcome"], row["status"]) for row in rows
    ]
    assert rows[3]["failure"] == "the answer was cut"


def test_a_row_holds_the_event() -> None:
    """Lists are joined, persons and agreements told in words, quotes are the evidence, codes keep their zeros."""
    row = next(tabular.rows([_record("suva", _event())]))

    assert {key: row[key] for key in ("participants", "agreements", "cameo", "parties", "evidence", "counted")} == (
        snapshot(
            {
                "participants": "Admiral Talia Reyes (chief_of_defence, FJ); ? (other, ?)",
                "agreements": "signed mou: ?",
                "cameo": "042; 057",
                "parties": "FJ; MN",
                "evidence": "Talia Reyes and José signed. | Talia Reyes and José signed.",
                "counted": True,
            }
        )
    )
    assert set(tabular.COLUMNS) == set(row)


def test_csv_without_records_is_its_header() -> None:
    """No record is a header and nothing else."""
    assert _written("csv") == ",".join(tabular.COLUMNS) + "\n"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")'])
def test_csv_runs_no_formula(formula: str) -> None:
    """A cell that a spreadsheet would run is text, in every column that an article can reach."""
    record = _record(
        "suva",
        _event(location_city=formula, evidence=[Quote(quote=formula, start=0, end=len(formula))]),
        doc_id=formula,
        document=Article(language="en", outlet=formula),
    )
    (row,) = _cells(record)

    expected = "'" + formula.replace("\r", "\n")

    assert [expected] * 4 == [row[key] for key in ("location_city", "evidence", "doc_id", "outlet")]


def test_csv_of_an_own_schema() -> None:
    """The user's fields are columns; numbers stay whole beside a gap, lists are JSON, a name of ours is not overwritten."""
    rows = _cells(_own("a", {"troops": 400, "path": "coast", "names": ["Ö"], "value": -5}), _own("b", None))

    assert rows[0] | {"path": "a.txt", "data.path": "coast", "troops": "400", "names": '["Ö"]', "value": "-5"} == rows[0]
    assert (rows[1]["doc_id"], rows[1]["troops"]) == ("b", "")


def _table(*records: Record) -> str:
    return _written("table", *records)


def test_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row an event, a row that says why for a document without."""
    monkeypatch.delenv("COLUMNS", raising=False)
    event = _event(participants=[PERSON], agreements=[])

    assert _table(_record("suva", event), _record("rugby"), _failed()) == snapshot("""\
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
    shown = _table(_failed(""))

    assert "failed" in shown
    assert "no event" not in shown


def test_table_of_an_own_schema() -> None:
    """The columns are the user's fields; square brackets of a text are text, escape sequences don't reach the terminal."""
    shown = _table(_own("a", {"name": "[bold]Koda[/bold]", "port": "\x1b[31mSuva\x07\x9b"}))

    assert all(words in shown for words in ("name", "[bold]Koda[/bold]", "\ufffd[31mSuva"))
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)
