"""The body that somebody heads or is of, as far as their office names it (SCHEMA 2.3, `organisation`)."""

import re

from extractor.document import Document, Span
from extractor.finders.details.scope import table
from extractor.normalise import countries
from extractor.normalise.fold import fold

_BODY_FIRST = frozenset({"tr", "az", "kk", "uz", "hu", "fi", "et", "lv", "lt", "ka", "ja", "zh", "ko"})
"""Languages in which a body is named before who heads it."""
_GENITIVE = {
    "tr": re.compile(r"n[ıiuü]n$"),
    "az": re.compile(r"n[ıiuü]n$"),
    "kk": re.compile(r"[нтд][ыі]ң$"),
    "uz": re.compile(r"ning$"),
}
"""Their endings of a body that somebody is the head of."""
_LINKS = re.compile(
    r"(?:(?:of|for|för|at|in|the|de|du|des|d|la|le|les|l|el|los|las|del|della|dell|dello|dei|degli|delle|do|da|dos|das|al|a|ai|ale"
    r"|der|dem|des|im|am|beim|für|van|het|του|της|των|στο|w|v|ve|в|у|på|i|и|і|oraz|a)(?:\s+|['’])|[,\s]+)+",
    re.IGNORECASE,
)
"""Prepositions and articles between who heads a body and the body."""
_ACRONYM = re.compile(r"(?<![\w.])[A-ZА-ЯÁÉÍÓÚ]{2,6}(?![\w.])")
_OF_STATE = re.compile(r"\s(?:(?:of|de|del|do|da|di|du|van)\s(?:the\s|la\s|l['’])?|d['’]|der\s)?")
_FAR = 60
"""Code points behind a body in which its state's name ends."""
_LONGEST = 90
"""Code points that an office goes on for, its state's name with it."""
_WITH = re.compile(r"\s(?:with|mit|avec|con|com|met|med|cu|с|со|з|із|z|ze|s|se|sa|са|με)\s$", re.IGNORECASE)
"""Behind it a state is somebody else's: 'head of the Department of Cooperation with Georgia'."""
_CLOSED = re.compile(r"[,.;:()\n!?«»“”\"–—]")
"""What an office does not go on over."""
_TAIL_LINKS = re.compile(
    r"(?:\s+(?:of|for|at|in|the|de|du|des|la|le|les|del|della|di|do|da|dos|der|van|het|του|της|των|Republic|Republika|Республики|Республіки|Republicii|République|República|Repubblica|Republiky))+$|\s+[dl]['’]$"
)
"""What is left behind an office when its state is cut off."""


def find(document: Document, office: Span) -> Span | None:
    """The name of the body in the words of an office; None if they name none, as 'Minister of Defence'."""
    language = document.clues.language
    words = document.words(office)
    start, end = _before(words, language) or _behind(words, language) or (0, 0)
    if start == end:
        return None
    found = Span(office.start + start, office.start + end)
    return Span(found.start, _state_end(document, found.end)) if found.end == office.end else found


def whole_office(document: Document, office: Span, name: Span, rank: str | None) -> Span:
    """An office with all its words up to the rank, the name or the comma, without its state: 'head of the Department of Plans'."""
    text = document.text
    if office.end <= name.start:
        ranked = text.find(rank, office.end, name.start) if rank else -1
        end = name.start if ranked < 0 else ranked
    else:
        end = next((match.start() for match in _CLOSED.finditer(text, office.end)), office.end)
        if not _LINKS.match(text[office.end : end].strip() + " "):
            return office
    words = _CLOSED.split(text[office.end : end])[0].rstrip()
    if len(words) > _LONGEST:
        return office
    state = next(iter(countries.find(words, document.clues.language)[-1:]), None)
    if state and state.end == len(words) and not _WITH.search(words[: state.start]):
        words = words[: state.start].rstrip()
    words = _TAIL_LINKS.sub("", words)
    if not words.strip():
        return office
    return Span(office.start, office.end + len(words))


def _marks(kind: str, words: str, language: str) -> list[Span]:
    folded = fold(words)
    return [Span(*folded.raw(hit.start, hit.end)) for hit in table(kind, language).find(folded.text)]


def _bodies(words: str, language: str) -> list[Span]:
    shouted = words.isupper()
    acronyms = [] if shouted else [Span(*match.span()) for match in _ACRONYM.finditer(words)]
    return sorted([*_marks("bodies", words, language), *acronyms], key=lambda span: span.end)


def _before(words: str, language: str) -> tuple[int, int] | None:
    """A body in front of who heads it: 'Deniz Kuvvetleri Komutanı', 'Navy Chief'."""
    bodies = _bodies(words, language)
    if not bodies:
        return None
    if language in _BODY_FIRST:
        end = bodies[-1].end
        genitive = _GENITIVE[language].search(words, 0, end) if language in _GENITIVE else None
        return 0, genitive.start() if genitive else end
    heads = _marks("chiefs", words, language)
    if heads and bodies[-1].end <= heads[0].start:
        return bodies[0].start, bodies[-1].end
    return None


def _behind(words: str, language: str) -> tuple[int, int] | None:
    """A body behind who heads it: 'chief of the General Staff', 'начальник управления …'."""
    heads, bodies = _marks("chiefs", words, language), _bodies(words, language)
    heading = [head for head in heads if bodies and head.end <= bodies[-1].start]
    if language in _BODY_FIRST or not heading:
        return None
    at = heading[-1].end
    bodies = [body for body in bodies if body.start >= at]
    staffs = [staff for staff in _marks("staffs", words, language) if staff.start >= at]
    larger = bool(staffs) and bodies[-1].start > staffs[0].end
    if larger and not _ACRONYM.fullmatch(words[staffs[0].end :].strip()):  # 'Sztabu Generalnego WP'
        at = staffs[0].end
    links = _LINKS.match(words, at)
    return (links.end() if links else at), len(words)


def _state_end(document: Document, at: int) -> int:
    """Where a body's name ends that goes on with its state's: 'Armed Forces of Mongolia', 'Vojske Srbije'."""
    text, language = document.text, document.clues.language
    gap = _OF_STATE.match(text, at)
    if gap is None:
        return at
    state = next(iter(countries.find(text[gap.end() : gap.end() + _FAR], language)), None)
    return gap.end() + state.end if state and state.start == 0 and not state.capital else at
