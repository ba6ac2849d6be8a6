"""What tests share: an environment of their own, a scripted model, the folders of samples and recordings."""

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from extractor.model import Answer, Ask
from extractor.schemas.record import TokenUsage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("unhurried", deadline=None)  # a busy machine is no defect
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
RECORDINGS = ROOT / "tests" / "recordings"
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting, key or cache of the developer reaches a test."""
    for name in list(os.environ):
        if name.startswith(("EXTRACTOR_", "OPENAI_")) and name != "EXTRACTOR_WEIGHTS_DIR":
            monkeypatch.delenv(name)
    monkeypatch.setenv("EXTRACTOR_CACHE_DIR", str(tmp_path / "cache"))


@dataclass
class Scripted:
    """A model that gives the queued answers, or raises the queued errors, and remembers what it was asked."""

    queue: deque[str | Exception] = field(default_factory=deque)
    asked: list[Ask] = field(default_factory=list)

    def __call__(self, ask: Ask) -> Answer:
        """The next of the queue."""
        self.asked.append(ask)
        reply = self.queue.popleft()
        if isinstance(reply, Exception):
            raise reply
        usage = TokenUsage(prompt_tokens=10, cached_tokens=4, completion_tokens=5)
        return Answer(reply, "scripted:model", usage, cost_usd=0.25, seconds=1.5)


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    """A scripted model whose queue must be used up."""
    model = Scripted()
    yield model
    assert not model.queue, "answers were queued that nobody asked for"


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Debian's Chromium, headless."""
    from playwright.sync_api import sync_playwright

    from tests.browsing import CHROMIUM, FLAGS

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield opened
        opened.close()
