"""The story, replayed: recorded answers of the embedded model to the five seeds and to the samples."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from extractor import DefenceRecord, OwnRecord, Record, extract, read_file
from extractor.errors import ReplayMiss
from tests.conftest import RECORDINGS, SAMPLES, SEEDS

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside this checkout")


def replay(path: Path, *, schema: str | type[BaseModel] = "defence", keep: bool = False) -> Record:
    recording = RECORDINGS / ("seeds.jsonl" if path.is_relative_to(SEEDS) else "samples.jsonl")
    return extract(path, schema=schema, cache="replay", cache_dir=recording, keep_unsupported=keep)


def defence(path: Path) -> DefenceRecord:
    record = replay(path)
    assert isinstance(record, DefenceRecord)
    return record


MENTIONED = {"000": ["Andrei Kaptilovich"]}
"""Who is in a seed's event without taking part: an attaché who is congratulated."""


@needs_seeds
@pytest.mark.parametrize(
    ("seed", "event_type", "date", "parties", "people"),
    [
        ("000", "meeting", "2019-10-29", ["AZ", "BY"], {"Zakir Hasanov": "defence_minister", "Andrei Ravkov": "defence_minister"}),
        ("001", "meeting", "2021-05-19", ["AZ", "BY"], {"Zakir Hasanov": "defence_minister", "Wiktar Chrenin": "defence_minister"}),
        ("002", "meeting", "2023-11-27", ["AZ", "GE"], {"Zakir Hasanov": "defence_minister", "Juansher Burchuladze": "defence_minister"}),
        ("003", "meeting", "2019-11-26", ["AZ", "RU"], {"Najmeddin Sadikov": "chief_of_defence", "Valery Gerasimov": "chief_of_defence"}),
        ("004", "call", "2020-07-18", ["AZ", "RU"], {"Zakir Hasanov": "defence_minister", "Sergei Shoigu": "defence_minister"}),
    ],
)  # fmt: skip
def test_seed_yields_its_main_event(
    seed: str, event_type: str, date: str, parties: list[str], people: dict[str, str]
) -> None:
    """Each seed gives its main event: type, date, parties and the two principals with their offices, others only as mentioned."""
    event = defence(next(SEEDS.glob(f"{seed}_*.txt"))).events[0]

    assert (event.event_type, event.status, event.date, event.parties) == (event_type, "held", date, parties)
    assert {p.name: p.role for p in event.participants if p.function != "mentioned"} == people
    assert [p.name for p in event.participants if p.function == "mentioned"] == MENTIONED.get(seed, [])


@needs_seeds
@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else [], ids=lambda p: p.stem[:3])
def test_proof_of_every_value_of_the_seeds(path: Path) -> None:
    """Every quote is the text at its offsets, and every verbatim value stands where the record says."""
    check_proof(defence(path), path)


@pytest.mark.parametrize("name", ["tbilisi_plan.txt", "marineuebung.txt", "stadium.txt", "escuela.html"])
def test_proof_of_every_value_of_the_samples(name: str) -> None:
    """The same for our own samples, a page of HTML among them."""
    check_proof(defence(SAMPLES / name), SAMPLES / name)


def check_proof(record: DefenceRecord, path: Path) -> None:
    text = read_file(path).text
    plain = record.model_dump()
    assert record.events == [] or record.support
    for event in record.events:
        assert event.evidence
        for quote in event.evidence:
            assert text[quote.start : quote.end] == quote.quote
    for pointer, support in record.support.items():
        value: Any = plain
        for part in pointer.strip("/").split("/"):
            value = value[int(part)] if isinstance(value, list) else value[part]
        assert support.status in {"found", "folded", "derived"}
        if support.status == "found" and isinstance(value, str) and not pointer.endswith("location_city"):
            assert text[support.start : support.end] == value


def test_sample_of_the_readme() -> None:
    """The article that the README shows: a meeting with a signed plan, the attaché not among those who met."""
    event = defence(SAMPLES / "tbilisi_plan.txt").events[0]

    assert (event.event_type, event.date, event.parties, event.location_city) == (
        "meeting",
        "2025-11-14",
        ["EE", "GE"],
        "Tbilisi",
    )
    assert {p.name for p in event.participants if p.function != "mentioned"} == {"Irakli Chikovani", "Hanno Pevkur"}
    assert [(a.kind, a.period) for a in event.agreements if a.status == "signed"] == [("cooperation_plan", "2026")]


def test_chrome_is_not_sent() -> None:
    """Menus and other headlines are not sent, and the record says how much was."""
    record = defence(SAMPLES / "tbilisi_plan.txt")
    document = read_file(SAMPLES / "tbilisi_plan.txt")

    assert record.run is not None
    assert record.run.coverage.chars_sent < record.run.coverage.chars_total == len(document.text)
    assert not any("frigate calls at Batumi" in document.words(line) for line in document.sent)


def test_own_schema() -> None:
    """A Pydantic model of the user's own is filled by the same machinery, with evidence and support."""
    record = replay(SAMPLES / "marineuebung.txt", schema="samples.exercise:Exercise")

    assert isinstance(record, OwnRecord)
    assert record.data is not None
    assert (record.data["start"], record.data["troops"]) == ("2024-09-09", 400)
    assert record.support["/data/troops"].status == "found"
    assert record.evidence


def test_unsupported_values_are_kept_only_on_request() -> None:
    """What the text doesn't hold is null with a warning, or kept and marked when asked for."""
    dropped = replay(SAMPLES / "escuela.html")
    kept = replay(SAMPLES / "escuela.html", keep=True)
    refused = [w for w in dropped.warnings if w.code in {"absent", "contradicted"}]
    marked = [s for s in kept.support.values() if s.status in {"absent", "contradicted"}]

    assert all(s.status in {"found", "folded", "derived"} for s in dropped.support.values())
    assert len(marked) >= len([w for w in refused if "/agreements" not in w.path])


def test_text_that_was_not_recorded(tmp_path: Path) -> None:
    """A replay of another text is an error that names the document; no model is started."""
    path = tmp_path / "new.txt"
    path.write_text("Nothing was ever recorded for this line of text.", encoding="utf-8")
    with pytest.raises(ReplayMiss, match=r"new\.txt: no recorded answer"):
        replay(path)
