"""What an engine has read already: the fixed part of a prompt is read once, kept on disk, and taken up by later processes.

Only instructions and worked examples are kept, never an article. A file that can't be written or read costs time, no answer.
"""

import hashlib
import json
import logging
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.model import Message

KEPT = 8
"""Files; the state of a prompt of a thousand tokens takes 28 MB with the 1.5-billion-parameter model."""
_PATIENCE = 300.0
"""Seconds: a thousand tokens take fifteen on two cores."""
_SLOT = "/slots/0?action="
_log = logging.getLogger(__name__)


@dataclass
class Primer:
    """The engine at `address`, and the folder in which its states are kept under the name of all that shapes them."""

    address: str
    key: str
    folder: Path
    identity: str
    _done: set[str] = field(default_factory=set)

    def __call__(self, fixed: Sequence[Message]) -> None:
        """Have the engine know these first messages of a conversation, from disk or by reading them."""
        turns = [{"role": message.role, "content": message.content} for message in fixed]
        name = hashlib.sha256(json.dumps([self.identity, turns]).encode()).hexdigest()[:40] + ".state"
        if not turns or name in self._done:
            return
        self._done.add(name)
        try:
            if not self._taken_up(name):
                empty = {"role": "user", "content": ""}
                self._post("/v1/chat/completions", {"messages": [*turns, empty], "max_tokens": 1})
                self._post(_SLOT + "save", {"filename": name})
                (self.folder / name).chmod(0o600)
                self._tidy()
        except (OSError, ValueError) as error:
            _log.warning("what the engine has read isn't kept: %s", error)

    def _taken_up(self, name: str) -> bool:
        """Whether the engine goes on from this file; one that it refuses is deleted."""
        path = self.folder / name
        if not path.is_file():
            return False
        try:
            self._post(_SLOT + "restore", {"filename": name})
            path.touch()
        except OSError:
            path.unlink(missing_ok=True)
            return False
        return True

    def _post(self, path: str, body: dict[str, Any]) -> None:
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, json.dumps(body).encode(), headers)  # noqa: S310  # loopback
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=_PATIENCE) as answer:
            answer.read()

    def _tidy(self) -> None:
        """Forget the states that were not taken up for longest."""
        states = sorted(self.folder.glob("*.state"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in states[KEPT:]:
            path.unlink(missing_ok=True)
