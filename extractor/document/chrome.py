"""Chrome: the parts of a saved page that aren't the article (menus, other headlines, share buttons, comments).

Marked lines keep their offsets and are not sent. Every rule needs a sign of its own; a line without one is kept, since
a lost sentence costs more than a sent menu.
"""

import re
from collections import Counter
from dataclasses import replace

from extractor.document.article import Line, Span
from extractor.normalise import dates
from extractor.normalise.fold import fold_text

PROSE = 80
"""Code points: a line at least this long that ends like a sentence is prose."""
_TAIL = re.compile(
    r"^(?:tags?|related(?: news| articles| stories)?|latest(?: news)?(?: see more)?|most (?:read|viewed|popular)|see also|read (?:also|more|next)"
    r"|(?:other|more) (?:news|stories|headlines)(?: .{0,30})?|comments?(?: \(\d+\))?|leave a (?:comment|reply)|newsticker|feedback"
    r"|you may also like|trending(?: now)?|recommended|mehr zum thema|weitere (?:meldungen|nachrichten|artikel)|meistgelesen(?: .{0,20})?"
    r"|kommentare?(?: \(\d+\))?|das könnte sie auch interessieren|lesen sie auch|schlagw[oö]rter|читайте также|похожие новости|другие новости.*|последние новости"
    r"|комментарии(?: \(\d+\))?|теги|новости по теме|лента новостей|à lire aussi|sur le même sujet|les plus lus|articles? (?:liés|similaires)|commentaires?(?: \(\d+\))?"
    r"|dernières (?:nouvelles|infos)|lea también|noticias relacionadas|lo más leído|últimas noticias|comentarios(?: \(\d+\))?|etiquetas|ilgili haberler|son haberler"
    r"|diğer haberler|çok okunanlar|yorumlar(?: \(\d+\))?|etiketler|digər xəbərlər|son xəbərlər|oxşar xəbərlər|çox oxunanlar|şərhlər|teqlər|читайте також"
    r"|останні новини|новини за темою|коментарі|zobacz (?:także|też)|czytaj (?:także|też|więcej)|najnowsze|najczęściej czytane|komentarze|tagi|اقرأ أيضا|الأكثر قراءة|أخبار ذات صلة|تعليقات|آخر الأخبار)"
    r"\s*[:…»>]*$",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:^follow us|follow (?:us|\S+) on|hyperlinked when used|all rights reserved|^©|alle rechte vorbehalten|все права защищены|tous droits réservés|todos los derechos"
    r"|tüm hakları|cookie|subscribe|newsletter|sign in|log in|^loading|slider image|gallery image|report a mistake|ctrl \+ enter|fields with \*|case-sensitive"
    r"|enter the letters|telegram|whatsapp|facebook|^print$|^share|^photo:|^image:|^video:|^foto:|^фото:|^advertis|^anzeige$|^werbung$|gelesen:|^views?:|просмотр)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}:\d{2}\b")
_TAGS = re.compile(r"^(?:tags?|schlagwörter|теги|etiquetas|etiketler|teqlər|tagi|mots-clés)\s*:", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[|·•>»/]\s")
_LETTERS = re.compile(r"[^\W\d_]+")
_BULLETS = " \u00a0•*-–—|/"
_ENDS = (".", "!", "?", "”", '"', "»", "…", "؟", "。")


def mark(text: str, lines: list[Line]) -> list[Line]:
    """The same lines, those that are chrome with a reason: tail, headlines, repeat, button, menu."""
    words = [text[line.start : line.end] for line in lines]
    prose = [index for index, w in enumerate(words) if _is_prose(w)]
    if not prose:
        return lines
    tail = _tail(words, prose)
    seen: Counter[str] = Counter()
    marked = []
    for index, line in enumerate(lines):
        folded = fold_text(words[index].strip(_BULLETS))
        reason = "tail" if index >= tail else _reason(words, index, prose[0], seen[folded])
        seen[folded] += 1
        marked.append(replace(line, chrome=reason))
    return marked


def _is_prose(words: str) -> bool:
    return (
        len(words) >= PROSE
        and (words.rstrip().endswith(_ENDS) or len(words) >= 2 * PROSE)
        and not _BUTTON.search(words)
    )


def _tail(words: list[str], prose: list[int]) -> int:
    """Index of the line where the article is over: a heading such as 'Related news' or 'Tags', after the first prose."""
    for index in range(prose[0] + 1, len(words)):
        if _TAIL.match(words[index].strip(_BULLETS)) or _TAGS.match(words[index]):
            return index
    return len(words)


def _reason(words: list[str], index: int, first_prose: int, seen: int) -> str | None:
    line = words[index]
    if seen:
        return "repeat"
    if _is_prose(line):
        return None
    if _BUTTON.search(line):
        return "button"
    if (
        (index < first_prose and len(line.split()) < 3)
        or len(line.strip(_BULLETS + ".")) < 3
        or (line.lstrip().startswith(("•", "/")) and len(line) < 40)
        or len(_SEPARATOR.findall(line)) >= 3
    ):
        return "menu"
    if index > first_prose and (
        _is_stamp(line) or (index + 1 < len(words) and _is_stamp(words[index + 1]) and not line.endswith(_ENDS))
    ):
        return "headlines"
    return None


def _is_stamp(line: str) -> bool:
    """A short line that is hardly more than a time of day, such as 'Politics 18:50' or '18.07.2020 [10:47]'."""
    return len(line) <= 40 and bool(_TIME.search(line)) and len(_LETTERS.findall(line)) <= 5


def is_stamp(line: str) -> bool:
    """A line of a page's head that is only a date, or a date with a time: '29 October 2019 18:14', 'Tuesday May 7 2024'.

    A place beside the date is a dateline and says where: that line is kept.
    """
    mentions = dates.find(line[:100])
    found = next((mention for mention in mentions if mention.year and mention.month), None)
    if _is_stamp(line) or found is None:
        return _is_stamp(line)
    others = len(_LETTERS.findall(line[: found.start] + line[found.end :]))
    weekday = any(mention.weekday is not None for mention in mentions)
    return others <= (4 if _TIME.search(line) else weekday)


def with_clues(text: str, lines: list[Line], title: Span | None, stamp: Span | None) -> list[Line]:
    """The lines once title and publication stamp are known: other lines that hold only them are marked too.

    The date goes out as a header, not as a line; a caption that repeats the headline proves nothing (R8).
    """
    headline = fold_text(text[title.start : title.end]) if title else None
    out = []
    for line in lines:
        words = text[line.start : line.end]
        is_title = title is not None and line.start <= title.start < line.end
        if line.chrome is None and not is_title:
            if not _is_prose(words) and (is_stamp(words) or (_inside(stamp, line) and _TIME.search(words))):
                line = replace(line, chrome="stamp")  # noqa: PLW2901  # the same line, marked
            elif headline and headline in fold_text(words):
                line = replace(line, chrome="repeat")  # noqa: PLW2901
        out.append(line)
    return out


def _inside(span: Span | None, line: Line) -> bool:
    return span is not None and line.start <= span.start and span.end <= line.end


def share(text: str, lines: list[Line]) -> float:
    """Part of the words that stand in chrome, 0 to 1 (SCHEMA 2.1: more than half is `chrome_heavy`)."""
    counts = Counter[bool]()
    for line in lines:
        counts[line.chrome is not None] += len(text[line.start : line.end].split())
    return counts[True] / max(1, counts.total())
