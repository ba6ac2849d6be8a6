"""The headline: which line of the page's head it is, without media tags and crawler prefixes (SCHEMA 2.1)."""

import re
from dataclasses import dataclass

from extractor.document import chrome, furniture, stamp
from extractor.document.article import Line, Span
from extractor.document.page_words import anywhere, leading, pieces, table
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import WIDE, is_small, word_count

HEAD = 30
"""Lines from the top within which a title can stand."""
_MEDIA = r"(?:PHOTOS?|VIDEOS?|VİDEO|FOTOS?|FOTOĞRAF(?:LAR)?|FOTOLAR|FOTO GALERİ|IMAGES?|ФОТО\w*|ВИДЕО|ВІДЕО|ZDJĘCIA|WIDEO|GALERIA|GALERIE|UPDATED?|LIVE|AUDIO|صور|صورة|فيديو|بالصور|بالفيديو)"
_BRACKETED = re.compile(
    rf"\s*[-–—+]?\s*[(\[]\s*\+?\s*{_MEDIA}(?:\s?[,/+&]\s?{_MEDIA}|\s(?:and|und|et|y|и|і|ve|və|i|e|و)\s{_MEDIA})?\s*[)\]]\s*$",
    re.IGNORECASE,
)
_HANGING = re.compile(rf"\s*[-–—+|/,]\s*{_MEDIA}(?:\s?[/+]\s?{_MEDIA})?\s*$|\s{_MEDIA}$")
_LEADING = re.compile(
    rf"^\s*[(\[]\s*{_MEDIA}\s*[)\]]\s*|^(?:{_MEDIA})\s*[:|]\s*|^(?:FOTOS?|VIDEOS?|ФОТО|ВИДЕО|ВІДЕО|VİDEO)(?:[/+ ](?:i|и|e|y|et)? ?(?:FOTO|VIDEO))?\s(?=[^\W\d_a-z][^\W\d_]*[a-zа-яё])|^(?:UPDATE|WRAPUP|RPT|CORRECTED|REFILE|RECAST)(?: ?\d)?\s?[-–—:]\s?(?=\w)"
)
_CRAWLER = re.compile(r"^\s*(?:date \d{4}-\d\d-\d\d|title:|headline:)\s*", re.IGNORECASE)
_MASTHEAD = re.compile(
    r"ministry of|ministere|ministerium|nazirliyi$|bakanligi$|министерство|міністерство|news agency|agentur|агентство|agence|agencia|gazette|zeitung|newspaper|gazete\b|газета"
    r"|republic of|government of|press (?:release|note|statement)|pressemitteilung|press (?:office|service|centre|center)|public affairs|relations publiques|relaciones publicas|service d'information|пресс-(?:релиз|служба)|прес-служба|communique de presse|comunicado de prensa|basin aciklamasi|portal\b|velvyslanectvi|адміністрація$|администрация$"
)
_PLACE_AND_DAY = re.compile(
    r"[^\d]{2,25}\s?[-–—,]\s?(?:[^\W\d_]+ \d{1,2},?|\d{1,2}\.? [^\W\d_]+)(?: \d{4}|, [\w .]{2,30}|\.)"
)
"""A dateline on a line of its own: 'Rawalpindi - April 12, 2023'."""
_CREDIT = re.compile(
    r"(?:[-–—(|/]|[.!?])\s?(?:fot|foto|photo|фото|صورة|imagen|imagem|images?|snímek|снимка|bild|quelle|source|fuente|fonte)\b(?!s?\s?[)\]]|\s?$)",
    re.IGNORECASE,
)
"""Who took a picture, behind what it shows: a caption, and no '(PHOTO)' behind a headline."""
_SHOWN = re.compile(
    r"\((?:left|right|cent(?:er|re)|l\.|r\.|m\.|links|rechts|mitte|gauche|a gauche|droite|a droite|a dir|a esq|izq|der|izquierda|derecha|слева|справа|ліворуч|праворуч|зліва|solda|sagda|sol|sag|soldan|po lewej|po prawej|z lewej|z prawej|a sinistra|a destra|stanga|dreapta|يمين|يسار)[^()]{0,12}\)"
)
"""Where somebody stands in a picture, folded."""
_LABELLED = re.compile(r"(?:location|archivo|file|live ?text|live ?ticker|live|ultima ora|flash)\s?[:–-]\s")
"""What stands before a place, an old picture or a running ticker, folded."""
_INNER_END = re.compile(r"[.!]\s+[^\W\d_]")
_QUOTED = re.compile(r"«[^«»]*»")
"""Marks of quotation, which alone are arrows of a menu."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_MENU = 3
"""Pieces of a page's menu, which stands below its masthead and above its headline."""
_KICKER = re.compile(r"^([^\W\d_][\w' -]{2,24}?)(?:\s?:|\s[|–—/-])\s+")
_NAME_WORDS = 8
"""Words of a masthead with its motto at most."""
_SAYING = 5
"""Words from which a line says something: a kicker has fewer."""
_NEARLY = 4
"""Points that a headline may have less than the deck below it, which stands nearer to the article."""
_MUCH = 4
"""Words of a headline above the stamp that the article has too: a motto has fewer."""
_ALLOWED = frozenset({None, "repeat", "headlines"})


@dataclass(frozen=True)
class _Head:
    """The lines above and at the first paragraphs, their words, and the stems of those paragraphs."""

    lines: list[Line]
    words: list[str]
    stems: frozenset[str]
    page: str


def find(text: str, lines: list[Line], named: str | None) -> Span | None:
    """The headline's span: the page's own `named` title, else the line of the head that reads most like a headline.

    `lines` are marked by `chrome.mark`. None if no line is like one.
    """
    if named and (at := text.find(named)) >= 0:
        return trimmed(text, at, at + len(named))
    head = _head(text, lines)
    for line, words in zip(head.lines, head.words, strict=True):
        if (prefix := _CRAWLER.match(words)) and line.chrome in _ALLOWED and _shared(head, words[prefix.end() :]):
            return trimmed(text, line.start + prefix.end(), line.end)
    scores = [_likeness(head, index) for index in range(len(head.lines))]
    best = max(scores, default=-1)
    if best < 0:
        return None
    at = _above_deck(head, scores, _above_stamp(head, scores, scores.index(best)))
    return trimmed(text, head.lines[at].start, _end(text, head, at))


def _above_stamp(head: _Head, scores: list[int], at: int) -> int:
    """The line above the page's stamp that reads nearly as much like a headline: what is below the stamp is then its deck."""
    stamps = [index for index in range(1, at) if chrome.is_stamp(head.words[index])]
    above = [index for index in range(stamps[0]) if _says(head, index)] if stamps else []
    best = max(above, key=scores.__getitem__, default=at)
    nearly = scores[best] >= scores[at] - _NEARLY and _shared(head, head.words[best]) >= _MUCH
    return best if nearly else at


def _says(head: _Head, index: int) -> bool:
    """Whether a line says something that the article says too."""
    return word_count(head.words[index]) >= _SAYING and _shared(head, head.words[index]) > 0


def _above_deck(head: _Head, scores: list[int], at: int) -> int:
    """The line right above that reads nearly as much like a headline, and says something: then the likely one is its deck."""
    above = at - 1
    if at == 0 or head.lines[above].chrome not in {None, "repeat"} or scores[above] < scores[at] - _NEARLY:
        return at
    again = head.words[above] in head.words[:above]
    caption = head.words[above].endswith(".") and not head.words[at].endswith(".")
    says = not caption and _says(head, above) and (above > 0 or _shared(head, head.words[above]) > 1)
    return above if says or again else at


def _head(text: str, lines: list[Line]) -> _Head:
    prose = furniture.paragraphs([text[line.start : line.end] for line in lines])
    article = [index for index in prose if lines[index].chrome is None]
    last = next((index for index in article if lines[index].end - lines[index].start >= 2 * chrome.PROSE), None)
    first = article[0] if article else len(lines)
    shown = lines[: min(HEAD, max(first, last or first))]
    body = " ".join(text[lines[index].start : lines[index].end] for index in article[:4])
    stems = frozenset(_stems(body))
    every = [text[line.start : line.end] for line in lines]
    page = "\n".join(fold_text(words) for words in every if not furniture.is_sentence(words))
    return _Head(shown, [text[line.start : line.end] for line in shown], stems, page)


def _likeness(head: _Head, index: int) -> int:
    """How much a line reads like a headline: repeated on the page, beside the stamp, in the words of the body; -1: not."""
    line, words = head.lines[index], head.words[index]
    folded = fold_text(words.strip(furniture.BULLETS))
    repeated = _lines_of(head.page, fold_text(_plain(words))) > 1
    if line.chrome not in _ALLOWED or (line.chrome == "headlines" and not repeated) or not _can_be(words):
        return -1
    after = [w for w in head.words[index + 1 : index + 4] if w != words]
    shared = _shared(head, words)
    breaks = bool(_INNER_END.search(words)) + words.endswith((".", "。")) + 2 * furniture.is_prose(words)
    return max(
        0,
        3 * repeated
        + _place(head, index, shared)
        + 2 * any(map(_is_stamped, after))
        + any(map(_is_stamped, head.words[max(0, index - 2) : index]))
        + min(3, shared)
        + (word_count(words) >= 6)
        - 2 * _is_stamped(words)
        - breaks
        - 3 * bool(_MASTHEAD.search(folded) or _is_release(words, folded))
        - 2 * (len(words.split()) <= _NAME_WORDS and bool(anywhere("masthead").search(folded)))
        - (index == 0 and len(pieces(words)) == 2)
        - 3 * any(other != words and words.endswith(other) and word_count(other) >= _SAYING for other in head.words)
        - 4 * (index > 0 and is_small(words))
        - 4 * words.startswith(tuple(furniture.BULLETS))
        - 6 * bool(_CREDIT.search(words) or _LABELLED.match(folded) or _SHOWN.search(folded)),
    )


def _lines_of(page: str, words: str) -> int:
    """How many lines begin or end with these words, as those do that repeat a headline beside the outlet's name."""
    return sum(line.startswith(words) or line.endswith(words) for line in page.split("\n")) if words else 0


def _shared(head: _Head, words: str) -> int:
    """How many of a line's words the article has too."""
    return sum(stem in head.stems for stem in _stems(words))


def _stems(words: str) -> list[str]:
    """The beginnings of words, and the pairs of characters of scripts that don't part words."""
    runs = re.findall(f"[{WIDE}]{{2,}}", words)
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    return pairs + [word[:5] for word in _WORD.findall(fold_text(re.sub(f"[{WIDE}]+", " ", words)))]


def _place(head: _Head, index: int, shared: int) -> int:
    """The last line before the first paragraph that can be a headline is it; the first is the masthead.

    A longer line right below one that shares words with the article is its deck, and doesn't count.
    """
    deck = "".join(head.words[index + 1 : index + 2]) if index and shared > 1 else ""
    decked = len(deck) > len(head.words[index])
    below = [
        words
        for line, words in zip(head.lines[index + 1 :], head.words[index + 1 :], strict=True)
        if line.chrome in {None, "repeat"}
        and _can_be(words)
        and not words.endswith(".")
        and not _is_stamped(words)
        and not (decked and words == deck)
    ]
    menu = any(
        line.chrome == "menu" and len(pieces(words)) >= _MENU
        for line, words in zip(head.lines[index + 1 :], head.words[index + 1 :], strict=True)
    )
    says = shared > 1 and word_count(head.words[index]) >= _SAYING
    return max(0, 5 - 2 * len(set(below))) - 2 * (index == 0 and bool(below) and not says) - 2 * menu


def _is_release(words: str, folded: str) -> bool:
    """'Presseaussendung Nr. 118/2025', 'Heft 10/2024 · …', 'Press release': a kind of text, alone or with a number."""
    kind = leading("release", r"(?!\w)").match(folded)
    return bool(kind) and (bool(re.search(r"\d", words)) or len(folded.split()) <= 3)


def _can_be(words: str) -> bool:
    """Whether a line can be a headline at all: some words, and no menu, stamp, dateline or paragraph."""
    plain = _QUOTED.sub("", words)
    parts = pieces(plain)
    return (
        word_count(words) >= 3
        and len(words) < 3 * chrome.PROSE
        and not words.endswith((":", ";", "。"))
        and not chrome.is_stamp(words)
        and not stamp.is_published(words)
        and "|" not in words
        and not _PLACE_AND_DAY.fullmatch(words)
        and len(parts) <= 3
        and (len(parts) < 2 or not re.search(r"\s[>»›/•·]\s|::", plain))
        and not re.match(r"^[^\W\d_][^\d.]{2,40}, [^.(/]{2,25}\.?[^.(/]{0,4}\.? ?[/(]", words)
    )


def _is_stamped(words: str) -> bool:
    """A short line with a full date."""
    return len(words) < 2 * chrome.PROSE and furniture.whole_day(words) is not None


def _end(text: str, head: _Head, index: int) -> int:
    """The end of a headline that goes on in the next line, right below it, which then begins small."""
    line, words = head.lines[index], head.words[index]
    after = head.words[index + 1] if index + 1 < len(head.words) else ""
    plain = is_small(after) and furniture.reason(after) is None and not _is_stamped(after)
    goes_on = plain and words[-1:].isalpha() and len(after) < chrome.PROSE and head.lines[index + 1].chrome is None
    return (
        head.lines[index + 1].end
        if goes_on and text[line.end : head.lines[index + 1].start].count("\n") == 1
        else line.end
    )


def _plain(words: str) -> str:
    span = trimmed(words, 0, len(words))
    return words[span.start : span.end].strip(furniture.BULLETS)


def _after_kicker(words: str) -> int:
    """Where the headline begins behind 'DÉFENSE – ' or 'Transcript: ': a section in capitals, or a kind of text."""
    found = _KICKER.match(words)
    if not found or len(words[found.end() :].split()) < 3:
        return 0
    label = fold_text(found[1])
    section = found[1].isupper() and found[1] != words[found.end() :].upper() and label in table("section")
    return found.end() if section or label in table("kicker") else 0


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without media tags: `(PHOTO)`, `- VIDEO`, `[FOTOS]`, in any language, before or behind."""
    words = text[start:end]
    if lead := _LEADING.match(words):
        start, words = start + lead.end(), words[lead.end() :]
    start, words = start + (kicker := _after_kicker(words)), words[kicker:]
    for _ in range(2):
        words = _HANGING.sub("", _BRACKETED.sub("", words))
    return Span(start, start + len(words.rstrip()))
