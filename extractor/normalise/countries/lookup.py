"""One written name → its code, and what kind of name it is."""

import re

from extractor.normalise.countries.mentions import find
from extractor.normalise.countries.table import ORGANISATIONS, capital_names, capitals, codes, words
from extractor.normalise.fold import fold_text

_ALIASES = {"UK": "GB", "USA": "US", "UNO": "UN", "EL": "GR", "KOS": "XK"}
_LEADING = re.compile(r"(?i)(?:the |republic of )+")

_OURS = re.compile(
    r"\b(?:ülkemiz|ölkəmiz|respublikamız|еліміз|мамлекетибиз)\w*|\b(?:naszego kraju|naszym kraju|наш(?:ей|у) стран|наш(?:ої|у) (?:країн|держав)|notre pays"
    r"|nuestro país|nosso país|nostro paese|unser(?:em|es)? land|our country|ons land|țara noastră|naší země|u našoj zemlji)|بلادنا|کشورمان",
    re.IGNORECASE,
)
"""'Our country', by which a paper means its own."""


def to_code(written: str, language: str = "en") -> str | None:
    """The code of a name, adjective, capital or code as written ('Weißrussland', 'Russian Federation' → BY, RU).

    Longer phrases count if they name exactly one country ('the Republic of Belarus', 'Azerbaijani Defence Ministry').
    """
    text = written.strip()
    upper = _ALIASES.get(text.upper(), text.upper())
    if text.isupper() and upper in codes():
        return upper
    found = {mention.code for mention in find(_capitalised(text), language)}
    return found.pop() if len(found) == 1 else None


def whole_name(written: str, language: str = "en") -> bool:
    """Whether `written` is the name or code of one country or organisation and nothing else ('the Republic of Belarus')."""
    text = written.strip()
    if text.isupper() and _ALIASES.get(text, text) in codes():
        return True
    text = _capitalised(_LEADING.sub("", text))
    return any(
        (mention.start, mention.end) == (0, len(text)) and (mention.whole or len(text.split()) < 3)
        for mention in find(text, language)
    )


def _capitalised(text: str) -> str:
    """A name that was written small, with a capital: the table wants one."""
    return text if text != text.lower() else text.title()


def is_country(written: str, language: str = "en") -> bool:
    """Whether `written` is just the name of a country, which is no city; Luxembourg and Singapore are both."""
    entry = words(language).nouns.get(fold_text(written))
    if entry is None or entry.kind != "name":
        return whole_name(written, language) and any(m.whole for m in find(written.strip(), language))
    return of_capital(written) != entry.code


def of_capital(city: str) -> str | None:
    """The country whose capital `city` is, by its name in any of the languages."""
    return capital_names().get(fold_text(city))


def names_organisation(text: str) -> bool:
    """Whether the acronym of an organisation stands in `text`: then it names no person."""
    return any(word in ORGANISATIONS for word in re.findall(r"\b[A-Z]{2,6}\b", text))


def capital(code: str) -> str:
    """The English name of a country's capital."""
    return capitals()[code]


def own_land(text: str) -> tuple[int, int] | None:
    """Code points, end exclusive, of the first words in `text` by which a paper means its own country; None without any."""
    found = _OURS.search(text)
    return found.span() if found else None
