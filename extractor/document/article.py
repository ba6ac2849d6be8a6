"""What a document is: frozen data. All offsets are code points of `Document.text`, end exclusive."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

_ENDED = re.compile(r"[.!?؟…。！？]\W{0,6}$")
"""The end of a sentence, with the quotation marks and brackets that close behind it."""


@dataclass(frozen=True)
class Span:
    """Words of the text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True)
class Line(Span):
    """A line or sentence. `number` counts the lines that are sent, from 1; chrome has number 0 and a reason."""

    number: int
    chrome: str | None = None


@dataclass(frozen=True)
class Clues:
    """What code found out about the article from its layout; None where the page doesn't say.

    `language` is the one whose words the text is read with, `spoken` the text's own where that is another: Croatian is
    read with the Serbian tables.
    """

    language: str = "en"
    title: Span | None = None
    publication_date: date | None = None
    publication_span: Span | None = None
    publication_datetime: str | None = None
    outlet: str | None = None
    dateline: Span | None = None
    cited_source: Span | None = None
    flags: tuple[str, ...] = ()
    spoken: str | None = None


@dataclass(frozen=True)
class Document:
    """One article, ready to be asked about.

    `path` is as the user named it, `sha256` of the file's bytes, `text` what all offsets refer to: the decoded file,
    with spaces for the line ends within paragraphs if it was broken at a column, or for HTML and PDF the text
    extracted from it. `warnings` are (code, message) pairs.
    """

    path: str
    doc_id: str
    media_type: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    clues: Clues
    warnings: tuple[tuple[str, str], ...] = ()

    @cached_property
    def sent(self) -> tuple[Line, ...]:
        """The lines that go to the model, by number: `sent[n - 1]` is line n."""
        return tuple(line for line in self.lines if line.chrome is None)

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def goes_on(self, line: Line, following: Line) -> bool:
        """Whether a line is a piece of a sentence too long for one, and the next line its next piece."""
        between = self.text[line.end : following.start]
        return not between.strip() and "\n" not in between and not _ENDED.search(self.words(line))
