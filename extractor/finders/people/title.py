"""The title of one mention of a name: rank, offices, country and what else the words beside it say; `titles` reads it."""

from dataclasses import dataclass, field

from extractor.document import Span
from extractor.finders.people.wording import Mark


@dataclass
class Title:
    """What the words beside one mention of a name say; spans are raw offsets, `start` is where the title begins."""

    start: int
    rank: Span | None = None
    offices: list[Mark] = field(default_factory=list)
    country: Mark | None = None
    counterpart: Mark | None = None
    courtesy: bool = False
    host: bool = False
    led: str | None = None
    absent: bool = False

    @property
    def evidence(self) -> bool:
        """Whether the words prove that a name stands here."""
        return bool(self.rank or self.offices or self.counterpart or self.courtesy or self.host or self.led)

    def take(self, mark: Mark) -> None:
        """Add the next mark to the left."""
        self.start = mark.start
        if mark.kind == "office":
            self.offices.append(mark)
        elif mark.kind == "rank" and self.rank is None and not self.offices:
            self.rank = Span(mark.start, mark.end)
        elif mark.kind == "counterpart":
            self.counterpart = mark
        elif mark.kind == "former":
            self.absent = self.absent or not self.offices
        self.courtesy = self.courtesy or mark.kind in {"courtesy", "former"}
        self.host = self.host or mark.kind == "host"
