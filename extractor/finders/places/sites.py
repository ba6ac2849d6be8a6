"""Sites beside the names of towns: the house at which something happens in front of its town, and what only looks like a town."""

import re

from extractor.finders.places import locatives
from extractor.finders.places.locatives import Passage

_WORDS = 7
"""Words of a site with the house in it, in front of its town."""


def behind(passage: Passage, position: int) -> bool:
    """Whether a comma stands between a town and the site in it at which something happens: 'at the General Headquarters, Accra'."""
    if passage.gap(position).strip() != ",":
        return False
    for number in range(position - 1, max(-1, position - _WORDS), -1):
        if not passage.tokens[number].raw[:1].isupper():
            return False
        if locatives.before(passage, number):
            return True
        if passage.gap(number).strip() not in {"", ","}:
            return False
    return False


def with_article(passage: Passage, position: int, used: int) -> bool:
    """Whether English 'the' stands before the words and nothing behind them that they are of: 'at the GARRISON'."""
    article = passage.token(position - 1)
    alone = re.match(r"\s?(?:$|[.,;:)])", passage.text[passage.tokens[position + used - 1].end :]) is not None
    return passage.language == "en" and article is not None and article.folded == "the" and alone
