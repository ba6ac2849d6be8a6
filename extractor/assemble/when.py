"""When an event took place: the model's date, checked against the time expressions of the text (R11 to R15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extractor.assemble.ledger import Ledger
from extractor.document import Document, Line
from extractor.finders.events import told
from extractor.normalise import dates
from extractor.schemas.defence.values import DateBasis
from extractor.schemas.record import Support

DAYS_APART = 7
"""A held event further than this from the publication is warned of (SCHEMA 2.8)."""


@dataclass(frozen=True)
class When:
    """A date as EDTF, the words it rests on (raw code points, end exclusive) and how they give it."""

    value: str | None
    basis: DateBasis
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class At:
    """A time expression, where it stands in the whole text, and whether the line is evidence of the event."""

    mention: dates.Mention
    start: int
    end: int
    evidence: bool


class Calendar:
    """The time expressions of one document's body, each with its place in the text."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @property
    def publication(self) -> date | None:
        """The day the article was published, if the page says so."""
        return self.document.clues.publication_date

    @cached_property
    def _mentions(self) -> list[tuple[Line, dates.Mention]]:
        language, sent = self.document.clues.language, self.document.sent
        written = [(line, m) for line in sent for m in dates.find(self.document.words(line), language)]
        counted = [(sent[line.number - 1], m) for line in told.read(self.document) for m in line.dates if m.counted]
        return sorted(written + counted, key=lambda pair: (pair[0].number, pair[1].start))

    def all(self) -> list[At]:
        """Every time expression of the lines that were sent, in text order."""
        return [At(m, line.start + m.start, line.start + m.end, evidence=False) for line, m in self._mentions]

    def _of(self, lines: Sequence[int]) -> list[At]:
        """All time expressions, those of the evidence lines first."""
        found = [At(m, line.start + m.start, line.start + m.end, line.number in lines) for line, m in self._mentions]
        return sorted(found, key=lambda at: (not at.evidence, at.mention.day is None))

    def check(self, value: str | None, status: str, lines: Sequence[int]) -> When:
        """What the text makes of the model's date `value`: the same, coarser where the model sharpened it, or nothing."""
        for at in self._of(lines):
            year_only = at.mention.month is None and at.mention.basis == "explicit"
            if at.mention.of_plan or (year_only and not at.evidence):
                continue  # 'the plan for 2024', '2000 soldiers': a year elsewhere is no date of this event
            if value and dates.states(at.mention, value, self.publication, status):
                return self._when(value, at)
        for at in self._of(lines):
            if (
                value
                and at.mention.day is None
                and at.mention.month
                and dates.states(at.mention, value[:7], self.publication, status)
            ):
                return self._when(value[:7], at)
        return self._news(status, lines) if status == "held" else When(None, "none")

    def kept(self, value: str) -> When:
        """A date that the text doesn't hold, for a user who wants unsupported values kept."""
        return When(value, "none")

    def _when(self, value: str, at: At) -> When:
        dateline = self.document.clues.dateline
        inside = dateline is not None and dateline.start <= at.start < dateline.end
        return When(value, "dateline" if inside else at.mention.basis, at.start, at.end)

    def _news(self, status: str, lines: Sequence[int]) -> When:
        """The date of what is news here: said in the evidence, else the dateline's, else the day of publication (R13)."""
        for at in self._of(lines):
            dateline = self.document.clues.dateline
            inside = dateline is not None and dateline.start <= at.start < dateline.end
            if (
                at.mention.exact
                and (at.evidence or inside)
                and (value := dates.resolve(at.mention, self.publication, status))
            ):
                return self._when(value, at)
        if self.publication is None:
            return When(None, "none")
        span = self.document.clues.publication_span
        return When(self.publication.isoformat(), "publication", *((span.start, span.end) if span else (None, None)))

    def enter(self, ledger: Ledger, path: str, said: str | None, when: When) -> None:
        """Note in the ledger what the date at `path` rests on, and how it differs from what the model said."""
        if when.start is None and when.basis == "none":
            if said is not None:
                ledger.refuse(path, said, Support(status="absent"))
            return
        ledger.put(path, Support(status="derived", start=when.start, end=when.end))
        if said is not None and said != when.value:
            ledger.warn(path, "date_corrected", f"the model said {said!r}; the text gives {when.value}")
        if when.basis == "publication":
            ledger.warn(path, "date_from_publication", "the article gives no date of its own for this event")
        elif (
            when.basis in {"explicit", "dateline"}
            and when.start is not None
            and when.value is not None
            and when.value[:4] not in self.document.text[when.start : when.end]
        ):
            ledger.warn(
                path,
                "year_from_publication",
                f"the text says {self.document.text[when.start : when.end]!r} without a year",
            )
        if (
            self.publication
            and when.value is not None
            and len(when.value) == len("2024-01-01")
            and abs((date.fromisoformat(when.value) - self.publication).days) > DAYS_APART
        ):
            ledger.warn(path, "date_far_from_publication", f"published on {self.publication}")
