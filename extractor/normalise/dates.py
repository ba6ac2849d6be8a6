"""Dates in running text: found with their spans, made whole with the publication date, compared with an EDTF value.

A text is cut into tokens of a kind (`date_tokens`), patterns run over the kinds (`date_patterns`), what they find is
read (`date_reading`) and made whole (`date_values`). Nothing is sharpened (R14): 'in April' is a month, 'before the
rains' is no date.
"""

from dataclasses import replace

from extractor.normalise.date_patterns import shapes
from extractor.normalise.date_reading import Found, read
from extractor.normalise.date_tokens import tokens
from extractor.normalise.date_values import Basis, Mention, Parts, precision, resolve, resolve_last, states
from extractor.normalise.date_words import vocabulary
from extractor.normalise.fold import fold

__all__ = ["Basis", "Mention", "Parts", "find", "precision", "resolve", "resolve_last", "states"]

_DAYS_WITH_MONTHS = frozenset("de pl ru uk be cs sk sl sr hr bg hu da no sv fi et lv lt ka kk uz".split())  # noqa: SIM905  # words
"""Languages in which a number behind a weekday counts something else, unless a month follows: 'am Donnerstag 19 Panzer'."""
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "0123456789" * 3)


def find(text: str, language: str = "en") -> list[Mention]:
    """Every time expression of `text` that gives at least a year, month, weekday or a day like 'today', in text order."""
    folded = fold(text)
    words = vocabulary(language)
    plain = folded.text.translate(_DIGITS)
    raw = "".join(text[at] for at in folded.at[:-1])
    found = tokens(plain, words, raw)
    kinds = "".join(token.kind for token in found)
    mentions = []
    bare = language not in _DAYS_WITH_MONTHS
    for match in shapes(month_first=words.month_first, year_first=words.year_first, bare=bare).finditer(kinds):
        expression = Found(found, *match.span(), words, plain, raw)
        mention = read(match.lastgroup, expression)
        if mention is not None:
            start, end = folded.raw(*expression.place())
            mentions.append(replace(mention, start=start, end=end))
    return mentions
