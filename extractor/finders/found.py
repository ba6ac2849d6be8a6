"""Everything that code finds in one document, each kind of candidate looked for once."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from extractor.document import Document
from extractor.finders import agreements, capitals, cues, locatives, people, places, scenes, topics
from extractor.finders.cues import Cue
from extractor.finders.scenes import Scene
from extractor.finders.told import Told, read
from extractor.normalise import countries

_SPOKEN_IN = {
    "az": "AZ", "bg": "BG", "cs": "CZ", "el": "GR", "et": "EE", "fi": "FI", "he": "IL", "hu": "HU", "hy": "AM", "it": "IT",
    "ja": "JP", "ka": "GE", "kk": "KZ", "lt": "LT", "lv": "LV", "mn": "MN", "no": "NO", "pl": "PL", "ro": "RO", "sk": "SK",
    "sl": "SI", "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "uz": "UZ", "vi": "VN",
}  # fmt: skip
"""Languages that are mostly written in one country."""


@dataclass(frozen=True)
class Found:
    """Everything that code finds in one document."""

    document: Document

    @cached_property
    def people(self) -> tuple[people.Person, ...]:
        """Persons, one entry each."""
        return people.find(self.document)

    @cached_property
    def agreements(self) -> tuple[agreements.Agreement, ...]:
        """Agreements, one entry each."""
        return agreements.find(self.document)

    @cached_property
    def places(self) -> tuple[places.Place, ...]:
        """Cities, and capitals that are told of without their name."""
        named = places.find(self.document, self.people)
        return (*named, *capitals.find(locatives.passages(self.document), named))

    @cached_property
    def marks(self) -> tuple[topics.Mark, ...]:
        """Words that speak for topics, but not in the name of a paper of earlier days: that is background."""
        earlier = [paper.title for paper in self.agreements if paper.status == "referenced"]
        marks = topics.find(self.document)
        return tuple(m for m in marks if not any(name.start <= m.span.start < name.end for name in earlier))

    @cached_property
    def cues(self) -> tuple[cues.Cue, ...]:
        """Words that speak for kinds of events and their status."""
        return cues.find(self.document)

    @cached_property
    def home(self) -> str | None:
        """The country that the dateline is from, else the one of its language, else the one that is named most."""
        dateline = self.document.clues.dateline
        language = self.document.clues.language
        sent = countries.find(self.document.words(dateline), language) if dateline else []
        named = Counter(code for line in self.told for code in line.codes)
        most = [code for code, _ in named.most_common() if code not in countries.ORGANISATIONS]
        spoken = _SPOKEN_IN.get(language)
        if sent:
            return sent[0].code
        return spoken or next(iter(most), None)

    @cached_property
    def askers(self) -> frozenset[str]:
        """Countries at whose request a call was made."""
        asking = (_asking(self.document, cue) for cue in self.cues if cue.family == "call")
        return frozenset(code for code in asking if code)

    @cached_property
    def title(self) -> int:
        """Number of the line that is the headline; 0 where none is."""
        title = self.document.clues.title
        lines = self.document.sent
        return next((line.number for line in lines if title and line.start <= title.start < line.end), 0)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What each line tells."""
        return read(self.document)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """The events as code sees them, the news first."""
        return self.scenes_of()

    def scenes_of(self, acting: Collection[str] = ()) -> tuple[Scene, ...]:
        """The same, where countries that are known to act need not be named beside the words that tell the news."""
        people = [(p.country, p.lines) for p in self.people if p.country and not p.absent]
        present = {line.number: frozenset(code for code, at in people if line.number in at) for line in self.told}
        around = {line.number: frozenset(p.country for p in self.places if p.line == line.number) for line in self.told}
        return scenes.find(self.document, self.told, present, around, acting or ([self.home] if self.home else []))


def _asking(document: Document, cue: Cue) -> str | None:
    """The country named nearest to 'at the request of', in the same line."""
    line = document.sent[cue.line - 1]
    mentions = countries.find(document.words(line), document.clues.language)
    at = cue.span.start - line.start
    after = [mention for mention in mentions if mention.start >= at]
    nearest = min(after or mentions, key=lambda mention: abs(mention.start - at), default=None)
    return nearest.code if nearest else None
