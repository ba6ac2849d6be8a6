"""Offices in many languages: the words beside a name → the role they mean.

Two offices give the higher one (R21): head of state or government > minister > chief of defence > deputy minister >
service chief > commander. The words stand in offices.toml beside this file, whose tables have that order.
A former office is none ('former', 'бывший', 'eski').
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.normalise import phrases
from extractor.normalise.fold import Folded, fold
from extractor.normalise.phrases import Hit, Phrases

_BESIDE = {
    "uk": ("ru",), "be": ("ru", "uk"), "kk": ("ru",), "ky": ("ru", "kk"), "uz": ("ru",), "tg": ("ru", "fa"), "az": ("tr", "ru"), "ka": ("ru",), "tr": ("az",),
    "da": ("no", "sv"), "no": ("da", "sv"), "sv": ("da", "no"), "fi": ("sv",), "et": ("ru",), "lv": ("ru",), "lt": ("ru",), "cs": ("sk",), "sk": ("cs",), "sl": ("sr",), "sr": ("sl",),
    "bg": ("ru",), "id": ("ms",), "ms": ("id",), "pt": ("es",), "es": ("pt",), "nl": ("fr", "de"), "de": ("fr",), "fr": ("nl",), "it": ("fr",), "ro": ("ru", "fr"), "fa": ("ar",),
}  # fmt: skip
"""Languages whose words texts of a language mix in, or for which it can be taken."""
NONE = "none"
"""Label of words that only look like an office."""
VAGUE = {"minister": "defence_minister", "deputy_minister": "deputy_defence_minister"}
"""Labels of offices without a department, and the role they mean where a text is about defence."""
_FORMER = re.compile(
    r"(?:\bformer(?:ly)?|\bex|\bonetime|\bthen|\blate|\bretired|\bfruhere[rnms]?|\behemalige[rnms]?|\bbisherige[rnms]?|\bex"
    r"|\bбивш\w{1,4}|\bбұрынғы|\bπρωην|\btidligere|\bkorabbi|\bentinen|\bentisen|\bbivs\w{1,4}|\bбывш\w{1,4}|\bэкс|\bколишн\w{1,4}|\bекс|\bancien(?:ne)?s?|\bantigu[oa]s?|\bexministr[oa]|\bentonces|\banterior"
    r"|\bantig[oa]s?|\bvoormalig[e]?|(?<!\ba )(?<!\bau )(?<!\bfi )(?<!\bam )\bfost(?:ul|a|ului|ei|i|ii|ilor|ele|elor)?|\btidigare|\bforre|\boud|\bgewezen|\bvormalig\w{0,2}|\bbyval\w{1,3}"
    r"|\bnekadasnj\w{1,3}|\bdoskorasnj\w{1,3}|\bнекадашњ\w{1,3}|\bдоскорашњ\w{1,3}|\bnekdanj\w{1,4}|\bniekdajs\w{1,5}|\begykori|\bhajdani|\bnyugalmazott|\bvolt(?=[ -]$)"
    r"|\bforhenværende|\bfhv\.?|\bdaværende|\bavgatte|\bentise[nt]|\bentista|\bkecmis|\bsabiq|\beski|\bonceki|\bbyl(?:y|a|ego|ym|ej)"
    r"|\bowczesn\w{1,3}|\bسابق\w?|\bالسابق\w?)[ -](?:[^\s,.;:()]{1,20}[ -]){0,2}$"
)
_FORMER_AFTER = re.compile(r"^ (?:[^\s,.;:()]{1,20} ){0,2}(?:ال)?(?:سابق|اسبق)(?:ه|ة)?\b")
_AND = re.compile(r"^[^.;\n]{0,70}\b(?:and|und|и|і|та|et|y|e|ve|və|i|و)\s+(?:the\s+|der\s+)?$")
_SETTLED = re.compile(
    r"\b(?:of|the|Armed|Forces|Army|Navy|Air|Force|Republic|Federation|Ministry|Defen[cs]e|National|United|States|Kingdom|General|Staff|Colonel"
    r"|Lieutenant|Major|Brigadier|Vice|Rear|Admiral|Captain|Commodore|Marshal|Mr|Mrs|Ms|Dr|Sir)\b\.?"
)
"""Capitalised words that are no names of persons."""
_SOMEBODY = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐƏĞİÖŞÜÇŁŚŻ][\w’'-]+\s+){2}\w|[.;]\s")


@dataclass(frozen=True)
class Office:
    """An office in a text: raw code points, end exclusive, and the role it means.

    `vague`: a minister or deputy without a department; the role is that of defence.
    """

    role: str
    start: int
    end: int
    vague: bool = False


def _toml() -> dict[str, dict[str, str]]:
    return phrases.read(Path(__file__).with_suffix(".toml"))


@cache
def _table(language: str | None) -> Phrases:
    """The offices of a language, of English and of the languages that its texts mix in; of all languages where it has none."""
    table = _toml()
    if not any(language in rows for rows in table.values()):
        return Phrases(phrases.rows(table))
    wanted = {language, "en", *_BESIDE.get(language or "", ())}
    return Phrases(
        phrases.rows({label: {code: rows[code] for code in rows if code in wanted} for label, rows in table.items()})
    )


@cache
def _order() -> dict[str, int]:
    order = {VAGUE.get(label, label): place for place, label in enumerate(reversed(_toml()))}
    return {role: -place for role, place in order.items()}


def order(role: str) -> int:
    """The place of a role in the order of R21: smaller is higher."""
    return _order()[role]


def find(text: str, language: str | None = None) -> Office | None:
    """The highest office named in `text` (R21), or None; offices of every language where none is said."""
    return min(find_all(text, language), key=lambda office: (order(office.role), office.start), default=None)


def find_all(text: str, language: str | None = None) -> list[Office]:
    """Every office named in `text`, in its order; a deputy's title is not also the minister's, and a former office is none."""
    return _offices(fold(text), language, lambda folded, hit: not is_former(folded, hit))


def find_former(text: str, language: str | None = None) -> list[Office]:
    """Every office named in `text` that somebody no longer has."""
    return _offices(fold(text), language, is_former)


def is_former(folded: str, hit: Hit) -> bool:
    """Whether the words around an office say that it is a thing of the past."""
    before = folded[max(0, hit.start - 60) : hit.start]
    return bool(_FORMER.search(before) or _FORMER_AFTER.match(folded[hit.end : hit.end + 60]))


def _offices(folded: Folded, language: str | None, wanted: Callable[[str, Hit], bool]) -> list[Office]:
    return [
        Office(VAGUE.get(hit.label, hit.label), *folded.raw(hit.start, hit.end), vague=hit.label in VAGUE)
        for hit in _table(language).find(folded.text)
        if hit.label != NONE and wanted(folded.text, hit)
    ]


def held_before(text: str, language: str | None = None) -> Office | None:
    """The office of the person whose name follows `text`: the last one named, or the higher of two joined by 'and'.

    None if somebody else's name stands between the office and the end of `text`.
    """
    found = find_all(text, language)
    if not found or _SOMEBODY.search(_SETTLED.sub(" ", text[found[-1].end :])):
        return None
    title = [found[-1]]
    for office in reversed(found[:-1]):
        if not _AND.search(text[office.end : title[0].start]):
            break
        title.insert(0, office)
    return min(title, key=lambda office: order(office.role))
