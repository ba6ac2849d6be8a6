"""Countries and organisations: a written name → ISO 3166-1 alpha-2 code or acronym, and back to its words in a text.

`AU` is Australia; the African Union is `AFU`; Kosovo is `XK`. Names that are missing belong into `words/`.
"""

from extractor.normalise.countries.context import Token, of_water
from extractor.normalise.countries.inflection import nouns
from extractor.normalise.countries.lookup import (
    capital,
    is_country,
    names_organisation,
    of_capital,
    own_land,
    to_code,
    whole_name,
)
from extractor.normalise.countries.mentions import Mention, find, tokens
from extractor.normalise.countries.table import ORGANISATIONS, agencies, codes, speaking, written_in

__all__ = [
    "ORGANISATIONS",
    "Mention",
    "Token",
    "agencies",
    "capital",
    "codes",
    "find",
    "is_country",
    "names_organisation",
    "nouns",
    "of_capital",
    "of_water",
    "own_land",
    "speaking",
    "to_code",
    "tokens",
    "whole_name",
    "written_in",
]
