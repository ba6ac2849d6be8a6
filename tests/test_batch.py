"""Many documents, and long ones: order, failures, parts that overlap and events that are merged."""

import json
import os
from pathlib import Path

import pytest

from extractor import batch, prompt, read_text, schemas
from extractor.errors import AnswerTruncated, CacheError, DocumentError, ReplayMiss, ServerBusy, UsageError
from extractor.extract import extract
from extractor.schemas.defence.record import DefenceRecord
from extractor.task import Task
from tests.conftest import Scripted

NOTHING = '{"cited_source":null,"events":[]}'
SENTENCE = "On 3 May 2024 the ministers of Peru and Chile spoke in Lima about item number {} of their long agenda. "


def task(model: Scripted, window: int = 8192) -> Task:
    return Task(schemas.load("defence"), prompt.load("defence/v1"), model, "scripted:model", window)


def meeting(line: int) -> str:
    event = {
        "evidence": [line], "event_type": "meeting", "status": "held", "date": "2024-05-03", "location_country": "Peru", "location_city": "Lima",
        "mode": "in_person", "parties": ["Peru", "Chile"], "participants": [], "agreements": [], "topics": [],
    }  # fmt: skip
    return json.dumps({"cited_source": None, "events": [event]})


def write(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).write_text(
            f"The article called {name} says that nothing much happened on that day.", encoding="utf-8"
        )
    return [str(folder / name) for name in names]


def test_records_keep_the_order(scripted: Scripted, tmp_path: Path) -> None:
    """Several workers, yet the records come in the order of the files."""
    paths = write(tmp_path, *[f"{n}.txt" for n in range(12)])
    scripted.queue.extend([NOTHING] * 12)

    assert [result.record.doc_id for result in batch.run(paths, task(scripted), workers=4)] == [
        str(n) for n in range(12)
    ]


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [(AnswerTruncated("cut"), "truncated", 1), (ServerBusy("busy"), "server_busy", 1), (ReplayMiss("none"), "replay_miss", 3), (DocumentError("bad", "no_text"), "no_text", 2)],
)  # fmt: skip
def test_failed_document_is_a_failed_record(
    scripted: Scripted, tmp_path: Path, error: Exception, kind: str, code: int
) -> None:
    """A document that fails is a failed record with its kind; the next one is done; the exit code tells."""
    paths = write(tmp_path, "a.txt", "b.txt")
    scripted.queue.extend([error, NOTHING])
    records = [result.record for result in batch.run(paths, task(scripted))]

    assert [record.status for record in records] == ["failed", "none"]
    assert records[0].failure is not None
    assert (records[0].failure.kind, records[0].source.chars) == (kind, 69)
    assert batch.exit_code(records) == code


def test_what_would_fail_every_document_stops_the_run(scripted: Scripted, tmp_path: Path) -> None:
    """A cache that can't be used stops the run instead of failing each document."""
    paths = write(tmp_path, "a.txt", "b.txt")
    scripted.queue.append(CacheError("no"))
    with pytest.raises(CacheError):
        list(batch.run(paths, task(scripted)))


def test_sources(tmp_path: Path) -> None:
    """Folders give their articles, sorted and at any depth; other files in them are passed over; '-' is read once."""
    write(tmp_path, "b.txt", "a.html", "c.json")
    (tmp_path / "deep").mkdir()
    write(tmp_path / "deep", "d.txt")

    assert [Path(p).name for p in batch.sources([str(tmp_path), "-"])] == ["a.html", "b.txt", "d.txt", "-"]
    with pytest.raises(UsageError, match="read once"):
        batch.sources(["-", "-"])


def test_long_document_is_read_in_parts(scripted: Scripted) -> None:
    """A text longer than the window is sent in overlapping parts; nothing is left out, and one event stays one."""
    text = "Peru and Chile talk\n\n" + "\n".join(SENTENCE.format(n) for n in range(60))
    scripted.queue.extend([meeting(2), meeting(30), meeting(58)])
    record = extract(read_text(text), task(scripted, window=3900))

    assert isinstance(record, DefenceRecord)
    assert len(scripted.asked) == 3
    sent = "\n".join(ask.messages[-1].content for ask in scripted.asked)
    assert all(f"item number {n} of" in sent for n in range(60))
    assert len(record.events) == 1
    assert "duplicate_event" in {w.code for w in record.warnings}
    assert record.run is not None
    assert (record.run.attempts, record.run.cost_usd) == (3, 0.75)


def test_line_numbers_hold_across_parts(scripted: Scripted) -> None:
    """A line keeps its number in every part, so evidence of a later part is quoted right."""
    text = "Peru and Chile talk\n\n" + "\n".join(SENTENCE.format(n) for n in range(60))
    scripted.queue.extend([NOTHING, NOTHING, meeting(61)])
    record = extract(read_text(text), task(scripted, window=3900))

    assert isinstance(record, DefenceRecord)
    assert "item number 59 of" in record.events[0].evidence[0].quote


def test_fault_of_ours_costs_one_document(scripted: Scripted, tmp_path: Path) -> None:
    """An error nobody foresaw is a failed record; the other documents are done."""
    paths = write(tmp_path, "a.txt", "b.txt")
    scripted.queue.extend([RuntimeError("boom"), NOTHING])
    records = [result.record for result in batch.run(paths, task(scripted))]

    assert [record.status for record in records] == ["failed", "none"]
    assert records[0].failure is not None
    assert records[0].failure.kind == "internal"
    assert "RuntimeError: boom" in records[0].failure.message


def test_ids_are_unique_in_a_run(tmp_path: Path) -> None:
    """Two files of one name have two ids, the same whether they fail or not."""
    assert batch.ids(["a/x.txt", "b/x.txt", "y.txt", "-"]) == ["a/x.txt", "b/x.txt", "y", "stdin"]


def test_name_that_is_no_text(scripted: Scripted, tmp_path: Path) -> None:
    """A file name that isn't UTF-8 is read, and written as an escape."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_text("Nothing much happened on that day, the ministry said.", encoding="utf-8")
    scripted.queue.append(NOTHING)
    (result,) = batch.run([path], task(scripted))
    record = result.record

    assert record.doc_id == "\\udcff"
    record.model_dump_json().encode("utf-8")


def test_empty_name_is_no_folder() -> None:
    """An empty argument doesn't read the current folder."""
    with pytest.raises(UsageError, match="empty file name"):
        batch.sources([""])
