"""Records → flat rows: one an event, or one that says why a document has none."""

from inline_snapshot import snapshot

from extractor.schemas.defence.record import Participant
from extractor.tabular import COLUMNS, rows
from tests.records import event, failed, own, record

MINISTER = Participant(
    name=None, rank=None, role="defence_minister", country="MN", function="visitor", office="Minister of Defence"
)


def test_a_row_holds_the_event() -> None:
    """Lists are joined, persons and agreements told in words, quotes are the evidence, codes keep their zeros."""
    row = next(rows([record("suva", event())]))

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
    assert set(COLUMNS) == set(row)


def test_a_row_an_event() -> None:
    """Each event is a row, a document without events is one, a failed one says why, and all keep their order."""
    found = list(rows([record("suva", event(), event(status="past")), record("rugby"), failed("cut off")]))

    assert [(row["doc_id"], row.get("status")) for row in found] == [
        ("suva", "held"),
        ("suva", "past"),
        ("rugby", None),
        ("cut", None),
    ]
    assert [row["failure"] for row in found] == ["", "", "", "cut off"]
    assert [row["outcome"] for row in found] == ["events", "events", "none", "failed"]


def test_what_the_article_says_of_itself_is_in_every_row() -> None:
    """A count can show how many rows rest on the day of publication, also for an article without an event."""
    found = list(rows([record("suva", event(date_basis="publication")), record("rugby"), failed()]))

    assert [row.get("publication_date") for row in found] == ["2024-03-06", "2024-03-06", None]
    assert found[0]["date_basis"] == "publication"


def test_a_person_without_a_name_is_told_by_office() -> None:
    """An unnamed participant is told by office, one without either by a question mark."""
    found = next(rows([record("suva", event(participants=[MINISTER]))]))

    assert found["participants"] == "Minister of Defence (defence_minister, MN)"


def test_fields_of_an_own_schema() -> None:
    """The user's fields follow the document's; nested ones are JSON, and none takes the place of ours."""
    (found,) = rows([own("a", {"ship": {"name": "Ö"}, "path": "coast", "outcome": "won", "troops": 4, "flag": None})])

    assert found == snapshot(
        {
            "doc_id": "a",
            "path": "a.txt",
            "outcome": "events",
            "failure": "",
            "warnings": 0,
            "ship": '{"name": "Ö"}',
            "data.path": "coast",
            "data.outcome": "won",
            "troops": 4,
            "flag": None,
        }
    )


def test_an_own_record_without_data_is_a_row() -> None:
    """A document that failed under a user's own schema still has its row."""
    assert [row["doc_id"] for row in rows([own("a", None)])] == ["a"]
