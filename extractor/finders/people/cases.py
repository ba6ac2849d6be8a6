"""The case that a Finnish or Azerbaijani name is in, which only the words around it tell: Jonsonin is Jonson or Jonsonin."""

import re

from extractor.document import Document
from extractor.finders.people.coreference import Mention

_GENITIVE = re.compile(
    r"\s(?:kanssa|luona|luokse|kutsusta|kutsumana|johdolla|johtama|mukaan|puolesta|seurassa|välillä|vierailu\w*|tapaami\w*|isännöimä\w*)\b"
)
_OBJECT = re.compile(r"\b(?:tapaa|tapasi|vastaanotti|tavannut|tapaamaan|tavata)\b[^.,;]{0,70}$")
_NOMINATIVE = ("nen", "sen", "son")
"""Ends of names that are no genitive."""
_OWNS = re.compile(
    r"\s(?:(?:rəsmi|şəxsi|birbaşa)\s)?(?:təşəbbüs|başçılı|rəhbərli|dəvət|sədrli|iştirak|müşayi|səfər|xahiş|tapşırı|adından|qəbulun|komandanlı|göstəriş)\w*"
)
_VISITS = re.compile(r"(?:\s[\w-]+){1,4}\s(?:səfər|dəvət)\w*")
"""What a visitor's name in the genitive can stand before: 'X-in Azərbaycan Respublikasına rəsmi səfəri'."""
_MEETS = re.compile(r"\s(?:qəbul|qarşılay|qarşıla|yola sal|təbrik|müşayiət ed)\w*")
"""Azerbaijani words whose owner, and whose object, stands right before them."""
_GENITIVES = ("ın", "in", "un", "ün")
_CLAUSE = 90
"""Code points before a name in which its verb stands."""
_LONGEST = 3
"""Letters of an ending."""


def case(document: Document, mention: Mention) -> str:
    """The ending of the case: that of a Finnish name's office, or that which the words around ask for; empty in other languages."""
    text, start, end = document.text, mention.run.start, mention.run.end
    if document.clues.language == "az":
        owns = _OWNS.match(text, end) or (text[start:end].endswith(_GENITIVES) and _VISITS.match(text, end))
        return "ın" if owns else "ı" if _MEETS.match(text, end) else ""
    if document.clues.language != "fi":
        return ""
    name = text[start:end]
    is_object = (
        name.endswith("n") and not name.endswith(_NOMINATIVE) and _OBJECT.search(text, max(0, start - _CLAUSE), start)
    )
    if _GENITIVE.match(text, end) or is_object:
        return "n"
    office = max((mark.end for mark in mention.title.offices if mark.end <= start), default=0)
    return text[max(0, office - _LONGEST) : office]
