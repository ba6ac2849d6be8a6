"""Which sentences tell of which event, and where the words of words.toml stand in them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path

from extractor.document import Document, Span
from extractor.finders import people, topics
from extractor.finders.agreements import sentences as agreement_sentences
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.people import Person
from extractor.normalise import lexicon, phrases
from extractor.normalise.fold import fold
from extractor.normalise.phrases import Phrases
from extractor.schemas.defence.record import EventFacts
from extractor.schemas.record import Quote

_HELD = frozenset({"held", "past"})
"""Of what has happened a text tells at length."""
_OFF = frozenset({"postponed", "cancelled"})
_WHY = 2
"""Lines in which it is said why something is off."""


def _rows(kind: str, language: str) -> dict[str, str]:
    """A table of words.toml, of which only this language is parsed."""
    rows: dict[str, str] = lexicon.read(Path(__file__).with_name("words.toml"), language)[kind]
    return rows


@cache
def table(kind: str, language: str) -> Phrases:
    """The phrases of one table of words.toml in one language; none if it has no row."""
    return Phrases(phrases.rows({kind: _rows(kind, language)}))


@dataclass(frozen=True)
class Scope:
    """An event of the record and the sentences that tell of it, in text order; `news`: it is the article's first one."""

    document: Document
    event: EventFacts
    sentences: tuple[Sentence, ...]
    news: bool

    @property
    def language(self) -> str:
        """ISO 639-1 code of the document."""
        return self.document.clues.language

    @cached_property
    def telling(self) -> tuple[Sentence, ...]:
        """Its evidence."""
        return tuple(s for s in self.sentences if any(holds(s, quote) for quote in self.event.evidence))

    @cached_property
    def nearest_first(self) -> tuple[Sentence, ...]:
        """Its evidence, then the other sentences."""
        return (*self.telling, *(s for s in self.sentences if s not in self.telling))

    @property
    def persons(self) -> Iterator[Person]:
        """Everybody whom code finds in the article beside a title."""
        return iter(people.find(self.document))

    def marks(self, kind: str, sentence: Sentence) -> list[Span]:
        """Raw spans of a table's phrases in a sentence."""
        return [
            Span(*sentence.span(hit.start, hit.end)) for hit in table(kind, self.language).find(sentence.folded.text)
        ]

    def small(self, kind: str) -> frozenset[str]:
        """The words of a table that is looked up word by word, in small letters."""
        return frozenset(_rows(kind, self.language).get(self.language, "").split())

    def starts_with(self, kind: str, words: str) -> int:
        """Code points of a table's phrase at the beginning of some words, with the space behind it; 0 if there is none."""
        folded = fold(words)
        hit = next((hit for hit in table(kind, self.language).find(folded.text) if hit.start == 0), None)
        return folded.raw(hit.start, hit.end)[1] + 1 if hit else 0

    def conjunctions(self, words: str) -> list[tuple[int, int]]:
        """Where 'and' stands in some words, with the spaces around it."""
        folded = fold(words)
        raw = (folded.raw(hit.start, hit.end) for hit in table("and", self.language).find(folded.text))
        return [(start - 1, end + 1) for start, end in raw if start and words[start - 1].isspace()]

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.document.text[span.start : span.end]


def holds(sentence: Sentence, quote: Quote) -> bool:
    """Whether a quote stands in a sentence, or a sentence in it."""
    return sentence.start < quote.end and quote.start < sentence.start + len(sentence.raw)


def scopes(document: Document, events: Sequence[EventFacts]) -> list[Scope]:
    """Each event with its sentences: a text stays with the contact that it proved last for a while, then comes back to the news."""
    starts = [line.start for line in document.sent]
    proofs = sorted(
        (bisect_right(starts, quote.start), n) for n, event in enumerate(events) for quote in event.evidence
    )
    every = sorted(agreement_sentences.read(document) if events else (), key=attrgetter("start"))
    whose = [_owner(sentence, proofs, events) for sentence in every]
    return [
        Scope(document, event, tuple(s for s, owner in zip(every, whose, strict=True) if owner == n), news=n == 0)
        for n, event in enumerate(events)
    ]


def _owner(sentence: Sentence, proofs: Sequence[tuple[int, int]], events: Sequence[EventFacts]) -> int:
    """The index of the event that a sentence tells of."""
    line, owner = max(((line, n) for line, n in proofs if line <= sentence.line), default=(0, 0), key=lambda at: at[0])
    status = events[owner].status if events else "held"
    near = topics.NEAR if status in _HELD else _WHY if status in _OFF else 0
    return owner if sentence.line - line <= near else 0
