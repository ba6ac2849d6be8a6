"""What the words beside a name say of its bearer: rank, offices, country, counterpart, no longer in office.

To the left a title is a chain of ranks, courtesy titles and offices that ends at the name; an office may have a
complement ('commander of the 3rd Brigade, Colonel …'), in which no verb and no other name stands. To the right it is
an apposition ('…, head of the delegation'), unless the left has an office.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.document import Span
from extractor.finders.people import leading, rosters
from extractor.finders.people.gaps import AND, OFFICE_BEHIND, REACH, Gaps
from extractor.finders.people.names import Run
from extractor.finders.people.nations import Nations
from extractor.finders.people.title import Title
from extractor.finders.people.wording import Mark, Passage, Word
from extractor.normalise.fold import fold_text

_KINDS = ("office", "rank", "courtesy", "counterpart", "host", "former")
_BOTH = frozenset({"commander", "commandant", "comandante", "kommandant"})
"""Words that are a rank before a name and an office elsewhere."""
_RANK_WRITTEN_SMALL = frozenset({"fr", "es", "it", "pt"})
_COMMA = re.compile("[,،]")
_OF = frozenset({"of", "to", "for", "de", "du", "do", "da", "di", "del"})


@dataclass(frozen=True)
class Titles:
    """Reads titles in one passage, whose runs of names are known."""

    passage: Passage
    runs: tuple[Run, ...]

    @cached_property
    def _gaps(self) -> Gaps:
        return Gaps(self.passage, self.runs)

    @cached_property
    def _nations(self) -> Nations:
        return Nations(self._gaps)

    @cached_property
    def _rosters(self) -> dict[int, tuple[Mark, Mark | None]]:
        return rosters.find(self.passage, self.runs)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Title words in text order, without overlap: a rank before a name wins over an office of the same words."""
        every = [mark for kind in _KINDS for mark in self.passage.marks(kind) if not self._is_in_state(mark)]
        kept: list[Mark] = []
        for mark in sorted(every, key=self._strength):
            if not any(mark.start < other.end and other.start < mark.end for other in kept):
                kept.append(mark)
        return tuple(sorted(kept, key=lambda mark: mark.start))

    def _is_in_state(self, mark: Mark) -> bool:
        """Whether words are part of a state's name: no corporal ('cabo') in Cabo Verde."""
        return any(c.start <= mark.start and mark.end < c.end for c in self.passage.marks("country"))

    def _strength(self, mark: Mark) -> tuple[bool, int, int]:
        surely_rank = mark.kind == "rank" and self._is_rank(mark)
        return not surely_rank, mark.start - mark.end, _KINDS.index(mark.kind)

    def _is_rank(self, mark: Mark) -> bool:
        """Whether words before a name that can be an office too ('Commander') are a rank: no body stands before them."""
        if not any(0 < run.start - mark.end <= 2 for run in self.runs):
            return False
        words = self._gaps.text(mark.start, mark.end)
        before = self.passage.between(self.passage.sentence(mark.start).start, mark.start)
        if fold_text(words) in _BOTH and before:
            attached = not self._gaps.text(before[-1].end, mark.start).strip() and before[-1].text[:1].isupper()
            of_body = attached and self.passage.covered(before[-1], "body", "country") is not None
            return not of_body and (words[:1].isupper() or self.passage.language in _RANK_WRITTEN_SMALL)
        office = self.passage.covered(mark, "office")
        return office is None or (office.start >= mark.start and office.end <= mark.end)

    def read(self, run: Run) -> Title:
        """The title of the name that `run` is."""
        if shared := self._rosters.get(run.start):
            return Title(run.start, offices=[shared[0]], country=shared[1])
        title = Title(run.start)
        for mark in self._chain(run):
            title.take(mark)
        if self.passage.language in OFFICE_BEHIND and not (title.offices and self.passage.language == "ar"):
            self._read_behind(title, run)
        if not title.offices:
            self._read_right(title, run)
        title.led = title.led if title.offices else self._led(title, run) or title.led
        title.country = title.country or self._country(title, run)
        title.absent = title.absent or self._is_past(title, run) or self._stands_by(title, run)
        return title

    def share(self, title: Title, run: Run, before: Run, its: Title) -> None:
        """Settle whose an office between two names is: an apposition to the first is not the second's title too."""
        mine = [office for office in title.offices if office.start < before.end or office not in its.offices]
        if len(mine) < len(title.offices):
            title.offices, title.country = mine, self._nations.behind(run)
            if not mine:  # 'A, chief of the army, B, chief of the navy, C'
                self._read_right(title, run)
        if not (title.offices or title.counterpart or title.led):
            rosters.inherit(self._nations, title, run, before, its)

    def names_alone(self, title: Title, run: Run) -> bool:
        """Whether a title proves that a single word is a name: it stands right before it, and no 'in' before the title."""
        mark = next((m for m in reversed(self.marks) if m.end <= run.start), None)
        if run.start in self._rosters:
            return True
        if mark is None or self._gaps.text(mark.end, run.start).strip():
            return False
        before = self.passage.between(self.passage.start, title.start)[-1:]
        placed = before and not self._gaps.text(before[0].end, title.start).strip()
        return bool(title.offices) or not (placed and self.passage.covered(before[0], "host_state"))

    def _chain(self, run: Run) -> Iterator[Mark]:
        """The marks of the title before a name, from right to left."""
        at, floor, held = run.start, self.passage.sentence(run.start).start, None
        for mark in reversed([mark for mark in self.marks if floor <= mark.start and mark.end <= run.start]):
            office = mark.kind in {"office", "former"}
            joined = office and held is not None and self._gaps.joins(mark.end, at) and not self._gaps.parts(mark, held)
            if not (joined if held else self._reaches(mark, at, run)):
                return
            yield mark
            at, held = mark.start, mark if office else held

    def _reaches(self, mark: Mark, at: int, run: Run) -> bool:
        """Whether a mark belongs to the name or title that begins at raw offset `at`."""
        mark = self._gaps.whole(mark, at)
        gap, words = self._gaps.text(mark.end, at), self.passage.between(mark.end, at)
        if self._is_taken(mark):
            return False
        if mark.kind == "host":
            return not gap.strip(" \u00a0,")
        if self._gaps.is_light(mark.end, at):
            return "," not in gap if mark.kind == "courtesy" else not self._is_of(mark, gap)
        if mark.kind == "counterpart":
            odd = self._gaps.odd(mark.end, at)
            return len(odd) <= 2 and not any(w.text[:1].isupper() or self.passage.covered(w, "block") for w in odd)
        if mark.kind == "rank":
            return bool(words) and all(self.passage.covered(word, "retired", "country", "branch") for word in words)
        return mark.kind != "courtesy" and self._gaps.is_complement(mark, at, of_name=at == run.start)

    def _is_of(self, mark: Mark, gap: str) -> bool:
        """Whether what follows an office is whose or what for it is: 'an aide to Smith', 'vice-president of Embraer'."""
        last = fold_text(self._gaps.text(mark.start, mark.end).split()[-1])
        return mark.kind == "office" and last in _OF and not gap.strip()

    def _read_behind(self, title: Title, run: Run) -> None:
        """Take rank and office that stand right behind the name with nothing but a state or a body between."""
        at = run.end
        for mark in [m for m in self.marks if m.start >= run.end and m.kind in {"office", "rank", "former"}]:
            between = self.passage.between(at, mark.start)
            if not self._is_of_office(between) or re.search(r"[,.;:()]", self._gaps.text(at, mark.start)):
                break
            if self._gaps.is_joined(mark) or (mark.kind == "office" and self._is_of_next(mark)):
                break
            title.country = title.country or self._nations.of_title(Span(at, mark.end), at, None)
            if mark.kind == "office":
                title.offices.append(mark)
                end = min(self.passage.sentence(run.start).end, mark.end + REACH)
                title.country = title.country or self._behind(run, Span(mark.start, end), mark)
            elif title.offices:
                break
            elif mark.kind == "former":
                title.absent = title.courtesy = True
                return
            else:
                title.rank = title.rank or Span(mark.start, mark.end)
            at = mark.end
        if title.offices:
            return
        words = self._gaps.after_name(run, at) if at > run.end else None
        if words and (office := self._first_office(words)):
            title.offices.append(office)
            title.country = title.country or self._nations.of_title(Span(words.start, office.end), at, office)

    def _is_of_office(self, words: Sequence[Word]) -> bool:
        """Whether words before an office belong to it: a state, a rank, 'former', a body with a capital."""
        kinds = ("country", "retired", "rank", "office")
        return all(self.passage.covered(w, *kinds, *(["body"] if w.text[:1].isupper() else [])) for w in words)

    def _is_taken(self, mark: Mark) -> bool:
        """Whether a mark stands right behind a name, which it then belongs to."""
        before = [run for run in self.runs if run.end <= mark.start]
        if not before or self.passage.language not in OFFICE_BEHIND:
            return False
        if self._gaps.is_joined(mark) or self._is_of_next(mark):
            return False
        words = self.passage.between(before[-1].end, mark.start)
        return self._is_of_office(words) and not re.search(r"[,.;:()]", self._gaps.text(before[-1].end, mark.start))

    def _read_right(self, title: Title, run: Run) -> None:
        """Take the office of an apposition or a relative clause after the name."""
        words = self._gaps.after_name(run)
        office = self._first_office(words) if words else None
        if words and office:
            after = [m for m in self.marks if m.kind == "office" and m.start >= office.end][:1]
            title.offices += [office, *(m for m in after if self._gaps.joined(office, m) and not self._is_of_next(m))]
            title.country = self._behind(run, Span(words.start, words.end), title.offices[-1])
            return
        opening = Span(words.start, words.start + 30) if words else Span(run.end, run.end)
        if past := self.passage.covered(opening, "commentator", "former"):
            title.absent = title.absent or not re.search(r"[,.]", self._gaps.text(opening.start, past.start))
        title.led = leading.clause(self.passage, run)

    def _behind(self, run: Run, words: Span, office: Mark) -> Mark | None:
        """The state of an office in the words behind a name, up to the next comma."""
        rest = re.split(r"[,،.–—]", self._gaps.text(office.end, words.end))[0]
        verb = next((w for w in self.passage.between(office.end, words.end) if self.passage.covered(w, "block")), None)
        rest = rest[: verb.start - office.end] if verb else rest
        found = self._nations.of_title(Span(words.start, office.end + len(rest)), run.end, office)
        return found or self._nations.apart(office.end, words.end)

    def _first_office(self, words: Span) -> Mark | None:
        """The office that an apposition begins with, if it is not the title of the next person."""
        office = next((m for m in self.marks if m.kind == "office" and words.start <= m.start < words.end), None)
        if office is None or re.search(r"[,،.:]", self._gaps.text(words.start, office.start)):
            return None
        before = self.passage.between(words.start, office.start)
        plain = [word for word in before if fold_text(word.text) not in AND]
        odd = [w for w in plain if not self.passage.covered(w, "country", "body", "rank", "retired")]
        named = any(words.start <= run.start < office.start and not run.single for run in self.runs)
        other = [*before[:1]] != plain[:1] or any(self.passage.covered(word, "block") for word in before)
        return None if other or named or len(odd) > 4 or self._is_of_next(office) else office

    def _is_of_next(self, office: Mark) -> bool:
        """Whether another name follows an office, with or without a rank but with no comma: then it is that one's."""
        end = self.passage.sentence(office.start).end
        ranks = [m for m in self.marks if m.kind in {"rank", "courtesy"} and office.end <= m.start < end]
        owner = next((run for run in self.runs if office.end <= run.start < end), None)
        noun = owner is not None and owner.single and self.passage.language == "de"
        if owner and not noun and (self._gaps.is_light(office.end, owner.start) or self._only_where(office, owner)):
            gap = self._gaps.text(office.end, owner.start)
            return not _COMMA.search(gap) and not self._is_of(office, gap)
        if not ranks or re.search("[,،;]", gap := self._gaps.text(office.end, ranks[0].start)):
            return False
        if self.passage.covered(Span(office.end, ranks[0].start), "counterpart"):
            return False
        between = self.passage.between(office.end, ranks[0].start)
        if any(self.passage.covered(word, "block") for word in between):  # 'X, minister of defence, received Mr Y'
            return False
        return len(gap) < 60 and any(0 < run.start - ranks[0].end <= 2 for run in self.runs)

    def _only_where(self, office: Mark, owner: Run) -> bool:
        """Whether an office and a name of several words have nothing but states between them: whose it is, where they serve."""
        whose = office.value != "industry" and not owner.single  # 'presidente de la empresa coreana Hanul Radar'
        return whose and all(
            self.passage.covered(w, "country", "host_state") for w in self.passage.between(office.end, owner.start)
        )

    def _led(self, title: Title, run: Run) -> str | None:
        return leading.before(self.passage, self._gaps.floor(run), title.start)

    def _country(self, title: Title, run: Run) -> Mark | None:
        floor = self._gaps.floor(run)
        if any(office.start > run.end for office in title.offices):
            leads = self._led(title, run) is not None
            return (
                self._nations.before(title.start, floor)
                or (self._nations.represented(title.start, floor, leads=True, counterpart=False) if leads else None)
                or self._nations.behind(run)
            )
        first = min(title.offices, key=lambda office: office.start, default=None)
        behind = self._nations.of_counterpart(title.counterpart, run.start) if title.counterpart else None
        return (
            behind
            or self._nations.of_title(Span(title.start, run.start), floor, first)
            or self._nations.represented(
                title.start,
                floor,
                leads=self._led(title, run) is not None,
                counterpart=title.counterpart is not None,
            )
            or self._nations.behind(run)
        )

    def _is_past(self, title: Title, run: Run) -> bool:
        """Whether a mark of retirement or death, or a commentator's trade, stands at the title or right after the name."""
        every = (*self.passage.marks("retired"), *self.passage.marks("commentator"))
        return any(self._is_before(mark, title, run) or self._is_beside(mark, title, run) for mark in every)

    def _stands_by(self, title: Title, run: Run) -> bool:
        """Whether somebody is only quoted: a press officer, or a politician of the opposition."""
        before = any(self._is_before(mark, title, run) for mark in self.passage.marks("bystander"))
        parts = (Span(title.start, run.start), *title.offices)
        return before or any(self.passage.covered(part, "bystander") for part in parts)

    def _is_before(self, mark: Mark, title: Title, run: Run) -> bool:
        gap = self._gaps.text(mark.end, title.start)
        near = self._gaps.floor(run) <= mark.start and mark.end <= title.start
        return near and (
            self._gaps.is_light(mark.end, title.start) or re.fullmatch(r"\s?[^\W\d_]{2,10}\s", gap) is not None
        )

    def _is_beside(self, mark: Mark, title: Title, run: Run) -> bool:
        inside = title.start <= mark.start and mark.end <= run.start
        after = mark.start >= run.end and not self._gaps.text(run.end, mark.start).strip(" \u00a0,(")
        return not (title.offices or title.counterpart) and (inside or after)
