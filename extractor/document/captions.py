"""Captions: whether a line of a page says what a picture shows, or who took it."""

import re

from extractor.document.page_words import leading, table

_SHORT = 160
"""Code points: a longer line with a picture's credit at its end is a paragraph."""
_CREDIT = re.compile(
    r"(?:\((?:[^()]{0,20} )?(?:photo|foto|fotos|picture|image|bild|фото|fot|صورة|fotograf|sekil|quelle|source|fuente|fonte|kaynak|menbe|zrodlo)\b[^():]{0,20}:[^()]{1,40}\)|[.!?)»”\"\w] (?:©|(?:photo|foto|picture|image|bild|фото|фотo|credit):) ?[^:]{2,40})\W*$"
)
_PHOTO_LAST = re.compile(
    r"[.!?]\s?\((?:[^()]{2,30} )(?:photos?|fotos?|pictures?|images?|фото|bild)\)\W*$|\s\((?:contributed|handout photo|file photo|archive photo)\)\.?$"
)
"""Whose picture it is, behind what it shows: '… inspects the guard. (Navy photo)'."""
_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_TAKEN_BY = re.compile(r"[^\W\d_][\w.&-]{1,25}/[^\W\d_a-z][\w.-]+(?: [^\W\d_a-z][\w.-]*){1,2}$")
"""An agency and the photographer: 'Bundeswehr/Jana Roth'."""


def is_caption(line: str, folded: str) -> bool:
    """Whether a line is a caption: it begins or ends with a credit, or with a word for a picture."""
    if leading("caption", r"(?: \d+(?:(?:/| of | von | из )\d+)?)?(?: ?\([^)]*\))?\s?[:.|]").match(folded):
        return True
    if folded.strip(" .[]()") in table("caption") or line.startswith(("【写真】", "【画像】", "【動画】", "【図】")):
        return True
    if _TAKEN_BY.match(line) or leading(
        "caption", r" (?:pres|пре[сс]|архив|архів|автор|by |via |courtesy|з |из )"
    ).match(folded):
        return True
    pictured = _PHOTO_LAST.search(folded) and len(line) < _SHORT and len(_SENTENCE_END.findall(line)) <= 2
    return bool(pictured) or (len(line) < _SHORT and bool(_CREDIT.search(folded)))
