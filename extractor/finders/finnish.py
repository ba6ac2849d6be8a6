"""The case that a Finnish name is in, which only the words around it tell: Jonsonin is Jonson or Jonsonin."""

import re

from extractor.document import Document
from extractor.finders.coreference import Mention

_GENITIVE = re.compile(
    r"\s(?:kanssa|luona|luokse|kutsusta|kutsumana|johdolla|johtama|mukaan|puolesta|seurassa|välillä|vierailu\w*|tapaami\w*|isännöimä\w*)\b"
)
_OBJECT = re.compile(r"\b(?:tapaa|tapasi|vastaanotti|tavannut|tapaamaan|tavata)\b[^.,;]{0,70}$")
_NOMINATIVE = ("nen", "sen", "son")
"""Ends of names that are no genitive."""
_CLAUSE = 90
"""Code points before a name in which its verb stands."""
_LONGEST = 3
"""Letters of an ending."""


def case(document: Document, mention: Mention) -> str:
    """The ending of the case: that of the name's office, or the genitive that the words around it ask for; empty in other languages."""
    text = document.text
    if document.clues.language != "fi":
        return ""
    start, end = mention.run.start, mention.run.end
    name = text[start:end]
    is_object = (
        name.endswith("n") and not name.endswith(_NOMINATIVE) and _OBJECT.search(text, max(0, start - _CLAUSE), start)
    )
    if _GENITIVE.match(text, end) or is_object:
        return "n"
    office = max((mark.end for mark in mention.title.offices if mark.end <= start), default=0)
    return text[max(0, office - _LONGEST) : office]
