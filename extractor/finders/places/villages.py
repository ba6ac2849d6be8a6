"""Places that a text says something is at and that no gazetteer knows: villages, bases, ranges."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

from extractor.document import Document, Span
from extractor.finders.people import Person
from extractor.finders.places import locatives, tables
from extractor.finders.places.finder import Place
from extractor.finders.places.locatives import Passage
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import is_small


def find(document: Document, persons: Sequence[Person], places: Sequence[Place]) -> tuple[Place, ...]:
    """Capitalised words after a locative that are no known place, person, country or language: weak candidates without a country."""
    known = [place.city for place in places]
    passages = locatives.passages(document)
    small = {token.folded for passage in passages for token in passage.tokens if is_small(token.raw)}
    named = {word for person in persons for word in fold_text(document.words(person.name)).split()}
    none = tables.no_towns(document.clues.language) | _languages(document.clues.language) | small | named
    every = [span for passage in passages for span in _strange(passage, none)]
    return tuple(
        Place(span, document.words(span), "", number, dateline=False, locative=True, capital=False)
        for span, number in every
        if not any(place.start < span.end and span.start < place.end for place in known)
    )


def _strange(passage: Passage, none: Collection[str]) -> Iterator[tuple[Span, int]]:
    """Runs of capitalised words behind a locative. German nouns and Arabic words would all be such."""
    if passage.language in {"de", "ar"}:
        return
    position = 0
    while position < len(passage.tokens):
        used = _run(passage, position, none)
        first, end = passage.tokens[position], passage.tokens[position + max(used, 1) - 1]
        opens = passage.language in {"tr", "az"} and passage.opens(position)
        said = (not opens and used) and (
            locatives.before(passage, position)
            or locatives.after(passage, position + used - 1, end.folded.rstrip("daeət"))
        )
        if said and not locatives.of_other_name(passage, position, used):
            yield Span(passage.start + first.start, passage.start + end.end), passage.number
        position += max(used, 1)


@cache
def _languages(language: str) -> frozenset[str]:
    """The folded names of languages, which one speaks 'in', too."""
    try:
        return frozenset(fold_text(name) for name in Locale.parse(language).languages.values())
    except (UnknownLocaleError, ValueError):
        return frozenset()


def _run(passage: Passage, position: int, none: Collection[str]) -> int:
    """How many capitalised words that could be a place's name stand here."""
    used = 0
    while token := passage.token(position + used):
        plain = token.folded in none
        if plain or not token.raw[:1].isupper() or token.raw.isupper() or passage.mention(token) or len(token.raw) < 3:
            break
        if used and passage.gap(position + used) not in {" ", "-"}:
            break
        used += 1
    return used
