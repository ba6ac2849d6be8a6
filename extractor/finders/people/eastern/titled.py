"""A name in Japanese or Korean before it is a run and a title, and what both languages look for."""

import re
from dataclasses import dataclass, field

from extractor.finders.people.wording import Mark, Passage

BRACKETS = re.compile(r"\s?[（(][^（）()\n]{1,40}[)）]\s?$")
"""What may stand between a name and its title: how it is read, or its Latin letters."""


@dataclass
class Titled:
    """A name found before marks; `marks` from left to right."""

    start: int
    end: int
    parts: list[tuple[int, int]]
    marks: list[Mark] = field(default_factory=list)
    former: bool = False
    country: Mark | None = None


def mark_before(passage: Passage, at: int, *kinds: str) -> Mark | None:
    """The last mark of these kinds that ends at raw offset `at`."""
    return next((m for kind in kinds for m in passage.marks(kind) if m.end == at), None)
