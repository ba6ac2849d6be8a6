"""When a paper was signed, as far as the days beside a verb of signing say it: these days, or too long ago for news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.finders.agreements.sentences import Sentence
from extractor.finders.agreements.titles import Name
from extractor.finders.agreements.words import Words
from extractor.normalise import dates

_NEWS = 31
"""Days: a signing that is dated longer before the publication is no news."""
_WEEK = 7
"""Days around the publication in which a signing is news for sure."""
_BEHIND = 25
_BEFORE = 12
"""Code points behind a verb of signing, and before it, in which its day stands: 'das heute unterzeichnete Abkommen'."""
_AROUND = 50
"""Code points around a verb of signing in which its date stands."""
_DAY = len("2024-01-01")


@dataclass(frozen=True)
class Verb:
    """A verb of signing in a folded sentence; `key` is the list of agreement_words it is from."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Context:
    """A sentence with its papers, as far as what is said of one depends on the others."""

    sentence: Sentence
    names: Sequence[Name]
    words: Words
    published: date | None


def long_ago(verb: Verb, context: Context) -> bool:
    """Whether a date near the verb lies too far back for news."""
    days = _days(context, verb.start - _AROUND, verb.end + _AROUND)
    return context.published is not None and any(_ends(day) < context.published.toordinal() - _NEWS for day in days)


def today(verb: Verb, context: Context) -> bool:
    """Whether a day of these days, or 'today', right beside a verb of signing makes it news: 'under a pact signed today'."""
    days = _days(context, verb.start - _BEFORE, verb.end + _BEHIND)
    return context.published is not None and any(
        len(day) == _DAY and abs(_ends(day) - context.published.toordinal()) <= _WEEK for day in days
    )


def _days(context: Context, start: int, end: int) -> list[str]:
    """EDTF dates between two offsets of the folded sentence, those in names of papers left out."""
    at = context.sentence.folded.at
    words = list(context.sentence.raw)
    for name in context.names:
        words[at[name.start] : at[name.end]] = " " * (at[name.end] - at[name.start])
    near = "".join(words)[at[max(0, start)] : at[min(end, len(at) - 1)]]
    found = (dates.resolve(mention, context.published) for mention in dates.find(near, context.words.language))
    return [day for day in found if day]


def _ends(value: str) -> int:
    """The last day, as an ordinal, that an EDTF date of a day, a month or a year can mean."""
    parts = [int(part) for part in value.split("-")]
    year, month, day = (*parts, 12, 28)[:3] if len(parts) == 1 else (*parts, 28)[:3]
    return date(year, month, min(day, 28)).toordinal()
