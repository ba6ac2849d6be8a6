"""The cache: what shapes an answer is in the key, modes, single flight, and what a replay says when it misses."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import BaseModel

from extractor.cache import Cached, key_of, parts
from extractor.errors import AnswerTruncated, CacheError, ReplayMiss, ServerBusy
from extractor.model import Answer, Ask, Message
from extractor.store import Folder, Recording
from tests.conftest import Scripted


class Fact(BaseModel):
    fact: str


class Other(BaseModel):
    fact: str
    more: int = 0


ASK = Ask((Message("system", "s"), Message("user", "1| text")), Fact, document="a.txt")
GOOD = '{"fact":"Łódź"}'


def key(ask: Ask, identity: str = "m") -> str:
    return key_of(parts(ask, identity))


@pytest.mark.parametrize(
    "other",
    [
        replace(ASK, messages=(Message("system", "S"), ASK.messages[1])),
        replace(ASK, messages=(ASK.messages[0], Message("user", "1| texts"))),
        replace(ASK, wire=Other),
        replace(ASK, max_tokens=7),
        replace(ASK, temperature=0.5),
        replace(ASK, sample=1),
    ],
)
def test_everything_that_shapes_the_answer_is_in_the_key(other: Ask) -> None:
    """Another instruction, text, schema, bound, temperature or sample is another key."""
    assert key(other) != key(ASK)


def test_model_is_in_the_key_and_the_file_name_is_not() -> None:
    """Another model is another key; the same text under another name is the same."""
    assert key(ASK, "n") != key(ASK, "m")
    assert key(replace(ASK, document="b.txt")) == key(ASK)


@pytest.mark.parametrize("name", ["answers", "answers.jsonl"])
def test_second_time_is_not_asked(scripted: Scripted, tmp_path: Path, name: str) -> None:
    """An answer is asked for once and then comes from the store, marked as cached, in this process and the next."""
    store = Recording(tmp_path / name) if name.endswith(".jsonl") else Folder(tmp_path / name)
    again = Recording(tmp_path / name) if name.endswith(".jsonl") else Folder(tmp_path / name)
    scripted.queue.append(GOOD)
    first = Cached(scripted, store, "m")(ASK)
    again = Recording(tmp_path / name) if name.endswith(".jsonl") else again
    second = Cached(scripted, again, "m")(ASK)

    assert (first.cached, second.cached) == (False, True)
    assert replace(second, cached=False) == first
    assert len(scripted.asked) == 1


def test_refresh_asks_and_keeps_the_new_answer(scripted: Scripted, tmp_path: Path) -> None:
    """`refresh` asks although it knows an answer; later runs get the new one."""
    scripted.queue.extend([GOOD, '{"fact":"new"}'])
    store = Folder(tmp_path)
    Cached(scripted, store, "m")(ASK)
    Cached(scripted, store, "m", "refresh")(ASK)

    assert json.loads(Cached(scripted, store, "m", "replay")(ASK).content) == {"fact": "new"}


def test_off_keeps_nothing(scripted: Scripted, tmp_path: Path) -> None:
    """`off` neither reads nor writes."""
    scripted.queue.extend([GOOD, GOOD])
    cached = Cached(scripted, Folder(tmp_path / "never"), "m", "off")
    cached(ASK)
    cached(ASK)

    assert not (tmp_path / "never").exists()


def test_a_recording_replays_what_failed(scripted: Scripted, tmp_path: Path) -> None:
    """What the model could not answer is recorded beside the answers and fails alike in a replay; a refresh asks again."""
    path = tmp_path / "answers.jsonl"
    scripted.queue.extend([AnswerTruncated("cut at 9 tokens"), GOOD])
    with pytest.raises(AnswerTruncated):
        Cached(scripted, Recording(path), "m")(ASK)
    with pytest.raises(AnswerTruncated, match="cut at 9 tokens"):
        Cached(scripted, Recording(path), "m", "replay")(ASK)

    assert Cached(scripted, Recording(path), "m", "refresh")(ASK).content == GOOD
    assert Cached(scripted, Recording(path), "m", "replay")(ASK).content == GOOD


def test_a_users_cache_gives_a_failed_question_another_try(scripted: Scripted, tmp_path: Path) -> None:
    """The folder of daily use keeps no failures, those of the model neither."""
    scripted.queue.extend([AnswerTruncated("cut"), GOOD])
    cached = Cached(scripted, Folder(tmp_path), "m")
    with pytest.raises(AnswerTruncated):
        cached(ASK)

    assert cached(ASK).content == GOOD


def test_failure_is_not_kept(scripted: Scripted, tmp_path: Path) -> None:
    """A busy server's error is raised each time, and never kept."""
    scripted.queue.extend([ServerBusy("busy"), GOOD])
    cached = Cached(scripted, Folder(tmp_path), "m")
    with pytest.raises(ServerBusy):
        cached(ASK)

    assert cached(ASK).cached is False


@pytest.mark.parametrize(
    ("other", "hint"),
    [
        (replace(ASK, wire=Other), "another schema"),
        (replace(ASK, messages=(Message("user", "1| new"),)), "nothing was recorded"),
    ],
)
def test_replay_miss_says_what_differs(scripted: Scripted, tmp_path: Path, other: Ask, hint: str) -> None:
    """A replay that misses names the document, what differs from what was recorded, and what to do."""
    scripted.queue.append(GOOD)
    store = Recording(tmp_path / "r.jsonl")
    Cached(scripted, store, "m")(ASK)
    with pytest.raises(ReplayMiss, match=rf"a\.txt.*{hint}.*--cache auto"):
        Cached(scripted, store, "m", "replay")(other)


def test_one_flight_a_key(tmp_path: Path) -> None:
    """Eight threads with the same question ask once."""
    calls = []
    gate = threading.Event()

    def slow(ask: Ask) -> Answer:
        calls.append(ask)
        gate.wait(0.2)
        return Answer(GOOD, "m")

    cached = Cached(slow, Folder(tmp_path), "m")
    threads = [threading.Thread(target=cached, args=(ASK,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(calls) == 1


def test_recording_is_readable_and_holds_no_article(scripted: Scripted, tmp_path: Path) -> None:
    """A recording is one line of JSON an answer, in the letters of the answer, without the text that was read."""
    scripted.queue.append(GOOD)
    Cached(scripted, Recording(tmp_path / "r.jsonl"), "m")(ASK)
    line = (tmp_path / "r.jsonl").read_text(encoding="utf-8")

    assert "Łódź" in line
    assert "1| text" not in line


def test_folder_is_private(scripted: Scripted, tmp_path: Path) -> None:
    """Only the user can read the answers."""
    scripted.queue.append(GOOD)
    Cached(scripted, Folder(tmp_path / "mine"), "m")(ASK)

    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o700


def test_unusable_folder(tmp_path: Path) -> None:
    """A folder that can't be made says which one, and what to do instead."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CacheError, match=r"file/answers can't be used.*--cache-dir"):
        Folder(tmp_path / "file" / "answers").get("k")


@pytest.mark.parametrize("damage", ["nonsense", '{"key": "k"}', '{"key": "k", "value": {"content": {}}}'])
def test_damaged_recording(scripted: Scripted, tmp_path: Path, damage: str) -> None:
    """A line that isn't a recorded answer is named with its number."""
    scripted.queue.append(GOOD)
    Cached(scripted, Recording(tmp_path / "r.jsonl"), "m")(ASK)
    with (tmp_path / "r.jsonl").open("a", encoding="utf-8") as file:
        file.write(damage + "\n")
    with pytest.raises(CacheError, match="line 2"):
        Recording(tmp_path / "r.jsonl")
