"""What one line tells: its words for events and statuses, the countries it names, and its days, less those of statements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from extractor.document import Document, Line
from extractor.finders import cues
from extractor.finders.cues import Cue
from extractor.normalise import countries, dates
from extractor.normalise.dates import Mention
from extractor.normalise.fold import fold_text
from extractor.normalise.negation import negation

_TALKS = frozenset({"meeting", "visit", "staff_talks", "multilateral", "signing"})
_BESIDE = 40
"""Code points within which 'said' and a day belong together."""
_FAR = 1000
_DAY = len("2024-01-01")
_COMMA = 10
"""Code points of what stands between two nations of a list: ', and the '."""
_COUNTED = {"before": -1, "same": 0, "after": 1}
"""Days from the one told of last."""
_NEXT, _AUXILIARY = 2, 6
"""Code points from an auxiliary to before which its verb begins, and those of the longest: 'will', 'sollen', no 'upcoming'."""
_EVE = frozenset({"ru", "uk"})
"""Languages that say 'the day before' of the publication: 'накануне'."""
_RIGHT_BESIDE = 2
"""Code points between 'until' and its day."""
_REPORTED = {
    "ja": re.compile(r"と(?:発表し|明らかにし|公表し|伝え|報じ)[^。]{0,6}。?$"),
    "ko": re.compile(r"고 (?:[가-힣 ]{1,12} )?(?:밝혔다|발표했다|전했다|보도했다|알렸다|설명했다)[.]?[\"”']?$"),
}
_TOPIC = re.compile(r"(?:は|が|는|은|이|가)\s?(?:지난 |오는 )?$")
"""The end of a Japanese or Korean report, and what marks who reports."""


@dataclass(frozen=True)
class Told:
    """What one line tells: its cues that are not denied, the countries it names, and its time expressions."""

    number: int
    cues: tuple[Cue, ...]
    codes: tuple[str, ...]
    dates: tuple[Mention, ...]
    said: tuple[Mention, ...] = ()
    """Time expressions that tell when somebody said so."""
    opening: tuple[Mention, ...] = ()
    """Time expressions of the dateline."""
    ends: tuple[Mention, ...] = ()
    """Time expressions that tell until when, which are among `dates` too."""
    listed: int = 0
    """How many nations its longest list of them has."""
    denies: bool = False
    """Whether it denies that something of a kind took place."""
    negative: bool = False
    """Whether it has a word of denial at all."""

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of event that it has words for, in their order."""
        return tuple(dict.fromkeys(cue.value for cue in self.cues if cue.family == "type"))

    @property
    def domestic(self) -> bool:
        """Whether it speaks of lawmakers, a cabinet or a budget."""
        return any(cue.family == "domestic" for cue in self.cues)

    @property
    def of_plans(self) -> bool:
        """Whether it has a word for what is to come."""
        return any(cue.value == "planned" for cue in self.cues)

    def says(self, status: str, kind: str) -> bool:
        """Whether a word of this status stands nearest to a word of this kind, or of any where it has none of the kind."""
        types = [cue for cue in self.cues if cue.family == "type"]
        for cue in self.cues:
            if cue.family == "status" and cue.value == status:
                nearest = min(types, key=lambda other: _gap(cue, other), default=None)
                if nearest is None or nearest.value in {"signing", kind}:
                    return True
                if alike(nearest.value, kind) and kind not in self.kinds:
                    return True
        return False

    def foretells(self, kind: str) -> bool:
        """Whether the very words that tell of an event of this kind say that it is to come, and the line gives no day: 'se reunirán', 'will meet'."""
        ahead = [cue.span for cue in self.cues if cue.value == "planned"]
        telling = [cue.span for cue in self.cues if cue.family == "type" and cue.value == kind]
        return not self.dates and any(
            two.start < one.end and one.start < two.end + (_NEXT if two.end - two.start <= _AUXILIARY else 0)
            for one in telling
            for two in ahead
        )


def _gap(one: Cue, other: Cue) -> int:
    return max(one.span.start - other.span.end, other.span.start - one.span.end)


def alike(one: str, other: str) -> bool:
    """Whether words of one kind may tell of an event of the other: a visit with talks, a port call that is a visit."""
    return one == other or {one, other} <= _TALKS or {one, other} == {"visit", "port_call"}


@lru_cache(maxsize=8)
def read(document: Document) -> tuple[Told, ...]:
    """What each line that was sent tells."""
    by_line: dict[int, list[Cue]] = {}
    denying: set[int] = set()
    for cue in cues.find(document):
        if not cue.denied or cue.value == "cancelled":
            by_line.setdefault(cue.line, []).append(cue)
        elif cue.family == "type":
            denying.add(cue.line)
    language, latest = document.clues.language, None
    told = []
    for line in document.sent:
        words = document.words(line)
        nations = [m for m in countries.find(words, language) if not _in_dateline(document, line, m)]
        ours = countries.written_in(language) if countries.own_land(words) else None
        codes = tuple(dict.fromkeys([*(nation.code for nation in nations), *([ours] if ours else [])]))
        given = dates.find(words, language)
        opening = tuple(mention for mention in given if _in_dateline(document, line, mention))
        mentions = tuple(mention for mention in given if mention not in opening)
        found = tuple(by_line.get(line.number, ()))
        said = tuple(
            mention
            for mention in mentions
            if _is_reported(words, mention, language, mentions) or _of_statement(words, mention, line.start, found)
        )
        mentions = tuple(mention for mention in mentions if mention not in said)
        mentions = mentions or _counted(
            found, latest, document.clues.publication_date if language in _EVE else None, line.start
        )
        latest = _last_day(mentions, document.clues.publication_date) or latest
        negative = bool(negation(language) & {*re.findall(r"\w+(?:'\w+)?", fold_text(words))})
        ends = tuple(mention for mention in mentions if _of_end(mention, line.start, found))
        denies = line.number in denying
        told.append(Told(line.number, found, codes, mentions, said, opening, ends, _listed(nations), denies, negative))
    return tuple(told)


def _counted(found: Sequence[Cue], latest: date | None, publication: date | None, start: int) -> tuple[Mention, ...]:
    """The day that was told of last, the one after or before it: 'the same day', 'Ertesi gün …', 'Tags zuvor …'.

    Where none was told, 'накануне' is the day before the publication.
    """
    cue = next((cue for cue in found if cue.family == "day"), None)
    base = latest or (publication if cue and cue.value == "before" else None)
    if cue is None or base is None:
        return ()
    day = base + timedelta(days=_COUNTED[cue.value])
    return (Mention(cue.span.start - start, cue.span.end - start, day.year, day.month, day.day, counted=True),)


def _last_day(mentions: Sequence[Mention], publication: date | None) -> date | None:
    """The last day that a line tells of."""
    days = [dates.resolve(mention, publication) or "" for mention in mentions if mention.exact]
    return next((date.fromisoformat(day) for day in reversed(days) if len(day) == _DAY), None)


def _is_reported(words: str, mention: Mention, language: str, others: Sequence[Mention]) -> bool:
    """Whether the first of several days stands between who reports and the verb at the end: 防衛省は15日、…と発表した."""
    verb = _REPORTED.get(language)
    days = [other for other in others if other.exact]
    if verb is None or len(days) < 2 or mention is not days[0] or not _TOPIC.search(words[: mention.start]):
        return False
    return verb.search(words) is not None and len(words[: mention.start]) < _BESIDE


def between(words: str, start: int, mention: Mention, cue: Cue) -> str:
    """What stands between a time expression and a word of the same line, `words`, which begins at `start`."""
    first, last = sorted([(cue.span.start - start, cue.span.end - start), (mention.start, mention.end)])
    return words[first[1] : last[0]]


def _of_statement(words: str, mention: Mention, start: int, found: Sequence[Cue]) -> bool:
    """Whether a date stands nearer to 'said' than to a word for an event, with no comma between: 'the ministry said Friday'."""

    def gap(cue: Cue) -> int:
        apart = between(words, start, mention, cue)
        return _FAR if re.search(r"[,;:،()–—]", apart) else len(apart)

    beside = [(gap(cue), cue.family == "type") for cue in found if cue.family in {"said", "type"}]
    nearest = min(beside, default=(_FAR, True))
    return nearest[0] < _BESIDE and not nearest[1]


def _listed(nations: Sequence[countries.Mention]) -> int:
    """Length of the longest run of nations with no more than a comma or an 'and' between them."""
    longest: set[str] = set()
    run: set[str] = set()
    end = -_FAR
    for nation in nations:
        run = {*(run if nation.start - end <= _COMMA else ()), *({nation.code} - countries.ORGANISATIONS)}
        longest = max(longest, run, key=len)
        end = nation.end
    return len(longest)


def _of_end(mention: Mention, start: int, found: Sequence[Cue]) -> bool:
    """Whether 'until' stands right beside a date."""
    ends = [cue.span for cue in found if cue.family == "until"]
    gaps = (max(start + mention.start - cue.end, cue.start - start - mention.end) for cue in ends)
    return any(0 <= gap <= _RIGHT_BESIDE for gap in gaps)


def _in_dateline(document: Document, line: Line, mention: Mention | countries.Mention) -> bool:
    """Whether a date or a town is that of the dateline that opens the line: it says when and whence the news was sent."""
    dateline = document.clues.dateline
    return dateline is not None and dateline.start <= line.start + mention.start < dateline.end
