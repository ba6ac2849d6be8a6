"""Which state or organisation somebody stands for, as far as the words beside the name say it (R24)."""

import re
from dataclasses import dataclass

from extractor.document import Span
from extractor.finders.people.gaps import AND, ENVOYS, Gaps
from extractor.finders.people.names import Run
from extractor.finders.people.wording import Mark, Passage
from extractor.normalise import countries
from extractor.normalise.fold import fold_text

_ARTICLES = frozenset(["the", "der", "die", "den", "dem", "le", "la", "les", "el", "il", "l'"])
_LOCATIVE = re.compile(r"[dt][aeə](?:n|ki)?$|dakı$|dəki$")
"""Turkic endings of the place where something is."""
_INSIDE = re.compile(r"(?:b[ae]n|orszag(?:on|ra)|b[oe]l|r[oe]l|nal|nel)$")
"""The same in Hungarian, folded."""
_BESIDE = re.compile(r"(?:['’]\w{1,5}|\.)?(?:\s+[^\s,.;:()]+){0,2}[\s(]+")
"""What stands between a state and a title that it belongs to: at most two words."""
_BEHIND = re.compile(
    r"\s(?:\(|of (?:the )?|from (?:the )?|aus |iz |из |z |dari )|,? (?:de|du|do|da|del|della) (?:la |el )?"
)
_GENITIVE = re.compile(r"(?:['’]?\w{1,5})?\s")


@dataclass(frozen=True)
class Nations:
    """Reads states beside titles in one passage."""

    gaps: Gaps

    @property
    def _passage(self) -> Passage:
        return self.gaps.passage

    def of_title(self, region: Span, floor: int, office: Mark | None) -> Mark | None:
        """The state or organisation inside a title, or right before it but after raw offset `floor`."""
        every = self._passage.marks("country")
        inside = [c for c in every if region.start <= c.start and c.end <= region.end and not self._is_seat(c)]
        if office and office.value == "igo_official":
            body = next((c for c in inside if c.value in countries.ORGANISATIONS), None)
            return body or next((c for c in inside if c.start < office.end), None)
        before = self.before(region.start, floor)
        if before and office and office.value in ENVOYS:
            before = self._sender(before)
        nations = sorted(inside, key=lambda c: (c.value in countries.ORGANISATIONS, c.start))
        return before or next(iter(nations), None) or self._written_small(region)

    def of_counterpart(self, counterpart: Span, end: int) -> Mark | None:
        """The state behind a word for a counterpart and before raw offset `end`: 'omologul său iordanian, …'."""
        inside = [c for c in self._passage.marks("country") if counterpart.end <= c.start and c.end <= end]
        return next((c for c in inside if not self._is_seat(c)), None)

    def before(self, start: int, floor: int) -> Mark | None:
        """The state whose name or adjective stands right before a title that begins at raw offset `start`."""
        earlier = [c for c in self._passage.marks("country") if floor <= c.start and c.end <= start]
        if not earlier or not _BESIDE.fullmatch(self.gaps.text(earlier[-1].end, start)) or self._is_seat(earlier[-1]):
            return None
        words = self._passage.between(earlier[-1].end, start)
        split = any(
            self._passage.covered(w, "block", "represents") or fold_text(w.text) in _ARTICLES | AND for w in words
        )
        return None if split else earlier[-1]

    def behind(self, run: Run) -> Mark | None:
        """The state right after a name: 'Rear Admiral Ana Ruiz of Chile', 'Ana Ruiz (Chile)'."""
        first = next((c for c in self._passage.marks("country") if c.start >= run.end), None)
        return first if first and _BEHIND.fullmatch(self.gaps.text(run.end, first.start)) else None

    def apart(self, start: int, end: int) -> Mark | None:
        """The state between commas behind an office that ends at raw offset `start`: 'Minister of Defence, Oman, called on …'."""
        first = next((c for c in self._passage.marks("country") if start <= c.start and c.end <= end), None)
        alone = first and re.fullmatch(r",\s(?:the )?", self.gaps.text(start, first.start))
        return first if first and alone and self.gaps.text(first.end, first.end + 1) in {",", ".", ""} else None

    def represented(self, start: int, floor: int, *, leads: bool, counterpart: bool) -> Mark | None:
        """The state for which somebody is said to act: 'Chile sent its …', 'for Oman …', 'the Thai delegation, led by …'."""
        nations = [c for c in self._passage.marks("country") if floor <= c.start and c.end <= start]
        words = self._passage.between(floor, start)
        if not nations or not words:
            return None
        gap = self._passage.between(nations[-1].end, start)
        before = [word for word in words if word.end <= nations[-1].start][-2:]
        owned = not counterpart and self._passage.covered(words[-1], "possessive") is not None
        linked = len(gap) <= 3 and any(self._passage.covered(word, "represents") for word in gap)
        acting = len(gap) <= 3 and any(self._passage.covered(word, "represents") for word in before)
        return nations[-1] if owned or linked or acting or (leads and len(gap) <= 8) else None

    def _sender(self, seat: Mark) -> Mark:
        """The state in the genitive before the seat of an envoy: 'İtalya'nın Ankara Büyükelçisi' is Italy's."""
        earlier = [c for c in self._passage.marks("country") if c.end <= seat.start]
        owns = earlier and _GENITIVE.fullmatch(self.gaps.text(earlier[-1].end, seat.start))
        return earlier[-1] if owns else seat

    def _written_small(self, region: Span) -> Mark | None:
        """The state of an adjective in small letters that countries.find leaves alone for want of a capital."""
        before = self._passage.between(self._passage.start, region.start)[-1:]
        for word in (*before, *self._passage.between(region.start, region.end)):
            title = self._passage.covered(word, "office", "rank", "block", "body")
            if word.text.islower() and len(word.text) > 4 and not title:
                found = countries.find(word.text.capitalize(), self._passage.language)
                own = found and found[0].start == 0 and not found[0].capital  # 'по делам' is not in Delhi
                if own and found[0].code not in countries.ORGANISATIONS:
                    return Mark(word.start, word.end, "country", found[0].code)
        return None

    def _is_seat(self, country: Mark) -> bool:
        """Whether it is where an envoy serves or an event is: 'to Lebanon', 'в Минске', 'Bakıdakı'."""
        words = [word for word in self._passage.words if word.end <= country.start]
        preposition = bool(words) and self._passage.covered(words[-1], "host_state") is not None
        while len(words) > 1 and not preposition and fold_text(words[-1].text) in _ARTICLES | {"al"}:
            words.pop()
            preposition = self._passage.covered(words[-1], "host_state") is not None
        return preposition or self._is_locative(country)

    def _is_locative(self, country: Mark) -> bool:
        language = self._passage.language
        word = next((w.text for w in self._passage.words if w.start <= country.start < w.end), "")
        if language == "hu":
            return _INSIDE.search(fold_text(word)) is not None
        if language not in {"tr", "az"} or len(word) <= 5 or countries.whole_name(word, language):
            return False
        return _LOCATIVE.search(word) is not None
