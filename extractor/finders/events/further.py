"""Further events of an article: which sentences beside the news tell of another one (R2, R3, R6).

A sentence may if it has a word for an event, a day or a plan. What speaks for it (`signs.py`) is weighed by a logistic
regression over labelled articles; `python -m evals further` fits its weights. Sentences of one event are then put together.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.finders.events.news import CALLED_OFF, Scene, Teller
from extractor.finders.events.signs import Sentence, Signs
from extractor.finders.events.told import Told, alike
from extractor.logistic import Features, probability, weights
from extractor.normalise import countries
from extractor.normalise.fold import fold_text

WEIGHTS = Path(__file__).with_suffix(".toml")
LIKELY = 0.5
"""Probability from which a sentence is taken to tell of another event."""
_BESIDE = 2
"""Lines within which two sentences may tell of the same event."""
_FIRST = ("postponed", "cancelled", "planned", "past")
"""Statuses that one sentence says for all of its event; `held` if none does."""
_PAIR = 2
_OPENING = 60
"""Code points with which a sentence that says the news again begins like it."""


@dataclass(frozen=True)
class Further:
    """The sentences of a document beside those that tell its news."""

    teller: Teller
    news: Scene

    def events(self) -> list[Scene]:
        """Further events, in the order of the text."""
        likely = [
            (sentence, sure)
            for sentence, signs in self.sentences()
            if (sure := probability(signs, weights(WEIGHTS))) >= LIKELY
        ]
        return [self._scene(told) for told in self._together(likely)]

    def sentences(self) -> list[tuple[Sentence, Features]]:
        """Every sentence that may tell of another event, and its signs."""
        body = self.teller.body
        read = (self._read(index) for index in range(len(body)) if not self._is_news(body[index].number))
        return [(sentence, Signs(self.teller, self.news, sentence).all()) for sentence in read if sentence]

    def _is_news(self, number: int) -> bool:
        """Whether a line tells the news, or begins like the one that does: pages say it above the article and in it."""
        document = self.teller.document
        one, other = (fold_text(document.words(document.sent[at - 1])) for at in (number, self.news.line))
        return number == self.news.line or (len(one) > _OPENING and one[:_OPENING] == other[:_OPENING])

    def _read(self, index: int) -> Sentence | None:
        """A sentence as if it told of an event; None if it has neither a word for one nor a day nor a status."""
        body = self.teller.body
        line = body[index]
        before = body[index - 1] if index and body[index - 1].number != self.news.line else None
        after = body[index + 1] if index + 1 < len(body) else None
        if line.kinds:
            kind, read = self.teller.kind([line], line.number), "own"
        elif line.dates and after and after.kinds and not after.dates:
            kind, read = self.teller.kind([after], after.number), "next"
        elif not line.dates and not any(cue.value in {"planned", *CALLED_OFF} for cue in line.cues):
            return None
        elif any(cue.family == "order" for cue in line.cues):
            kind, read = self.news.event_type, "news"
        elif self.teller.persons.get(line.number):  # who is to come, in whatever words
            kind, read = "visit", "person"
        elif before and before.kinds:
            kind, read = self.teller.kind([before], before.number), "before"
        else:
            kind, read = self.news.event_type, "news"
        around = [other for other in (after, before) if other and other.number != self.news.line]
        return Sentence(line, kind, read, self._status(line, kind, around))

    def _status(self, line: Told, kind: str, around: Collection[Told]) -> str:
        """Called off here or, of what has a day, in a sentence beside; else planned, past or held."""
        off = next((status for status in CALLED_OFF if any(cue.value == status for cue in line.cues)), None)
        if off is None and line.dates:
            off = next(
                (s for s in CALLED_OFF if any(not other.dates and other.says(s, kind) for other in around)), None
            )
        if off:
            return off
        said = {cue.value for cue in line.cues if cue.family == "status"}
        due = self.teller.ahead(line) or not line.dates
        if ("planned" in said and due) or self.teller.dated_ahead(line):
            return "planned"
        counted = any(day.counted for day in line.dates)  # 'The day before, they had spoken by phone' is no old story
        return "past" if ("past" in said and not counted) or self.teller.long_ago(line) else "held"

    def _together(self, likely: Sequence[tuple[Sentence, float]]) -> list[list[tuple[Sentence, float]]]:
        """The sentences by the event that they tell of."""
        events: list[list[tuple[Sentence, float]]] = []
        for told in likely:
            if events and self._same([sentence for sentence, _ in events[-1]], told[0]):
                events[-1].append(told)
            else:
                events.append([told])
        return events

    def _same(self, event: Sequence[Sentence], sentence: Sentence) -> bool:
        """Whether a sentence goes on telling of an event: close to it, of a kind, without days of its own."""
        if sentence.line.number - event[-1].line.number > _BESIDE:
            return False
        own = {sentence.read, event[-1].read} == {"own"}
        if own and (self._of_others(event, sentence) or not alike(sentence.kind, event[0].kind)):
            return False
        known = {day for other in event for day in self.teller.days(other.line, "planned")}
        days = {*self.teller.days(sentence.line, "planned")}
        over = {sentence.status, event[0].status}
        return not (known and days and not known & days) and not (days and len(over) > 1 and "held" in over)

    def _of_others(self, event: Sequence[Sentence], sentence: Sentence) -> bool:
        """Whether a sentence turns to another state: 'The same day the deputy minister received …'."""
        aside = any(cue.family in {"aside", "day"} for cue in sentence.line.cues)
        known = {*self.news.codes[:_PAIR], *(code for other in event for code in other.line.codes)}
        return aside and not {*sentence.line.codes} <= known

    def _scene(self, told: Sequence[tuple[Sentence, float]]) -> Scene:
        """The event of these sentences: kind and line are those of the surest one that has a word for it, one with a day before others."""
        own = [pair for pair in told if pair[0].read == "own"] or told
        best = max(own, key=lambda pair: (bool(self.teller.days(pair[0].line, "planned")), pair[1]))[0]
        said = {sentence.status for sentence, _ in told}
        status = next((status for status in _FIRST if status in said), "held")
        named = tuple(dict.fromkeys(code for sentence, _ in told for code in sentence.line.codes))
        lines = tuple(sentence.line.number for sentence, _ in told)
        kind = self.news.event_type if status == "planned" and self._next(best) else best.kind
        two = self._two(best.line, named)
        if two and kind == "multilateral" and status == "held":
            kind = "meeting"
        return Scene(kind, status, best.line.number, lines, two or self._parties(best.line, named, status))

    def _next(self, sentence: Sentence) -> bool:
        """Whether a meeting is the next one of the kind of the news: said to be, or after a session and of no two parties."""
        said = any(cue.family == "order" for cue in sentence.line.cues) and alike(sentence.kind, self.news.event_type)
        session = self.news.event_type == "multilateral" and len(sentence.line.codes) < _PAIR
        return sentence.kind == "meeting" and (said or session)

    def _two(self, line: Told, named: Collection[str]) -> tuple[str, ...]:
        """The two nations whose people do something beside a session; none where more are named, or an organisation."""
        present = self.teller.present.get(line.number, frozenset())
        aside = self.news.event_type == "multilateral" and len(present) == _PAIR == len(present.union(named))
        return tuple(sorted(present)) if aside and not present & countries.ORGANISATIONS else ()

    def _parties(self, line: Told, named: tuple[str, ...], status: str) -> tuple[str, ...]:
        """Whose event it is: of those whom its sentences name, else those of the news."""
        present = self.teller.present.get(line.number, frozenset())
        codes = named or tuple(sorted(present | self.teller.around.get(line.number, frozenset())))
        pair, home = self.news.codes[:_PAIR], {*self.teller.home}
        if home and not home & {*pair}:  # somebody of ours travels from one state to another
            return codes
        return pair if status != "past" and len(codes) < _PAIR and {*codes} <= {*pair} else codes
