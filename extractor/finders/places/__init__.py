"""Towns that a text names: which one, in which country, and whether something happens there (R16).

`finder` looks every name up in the `gazetteer` and asks `locatives` and `sites` what the words around it say; `capitals` has
those that are not named ('in the Latvian capital'), `villages` those that no gazetteer knows. The words are in places.toml.
"""

from extractor.finders.places.finder import Place, find

__all__ = ["Place", "find"]
