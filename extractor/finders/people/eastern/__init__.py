"""Names of persons in Japanese, Korean and Chinese, which have no capitals (R18 to R24).

木原稔防衛相, オースティン米国防長官, 米国のオースティン国防長官; 신원식 국방부 장관, 로이드 오스틴 미국 국방장관. In Japanese and Korean
what stands right before an office, a rank or 氏 and can be a name is one, up to a particle, a comma, a country or a body;
in Chinese mostly what stands behind.
"""

import re
from collections.abc import Iterator

from extractor.document import Span
from extractor.finders.people.eastern import chinese, japanese, korean
from extractor.finders.people.eastern.titled import Titled, mark_before
from extractor.finders.people.names import Run
from extractor.finders.people.title import Title
from extractor.finders.people.wording import Mark, Passage, Word

LANGUAGES = frozenset({"ja", "ko", "zh"})
_PARTICLE_OF_RANK = re.compile(r"(?<=[가-힣]{2})(?:은|는|이|가|과|와|을|를|의|에게|도|께)$")


def find(passage: Passage) -> list[tuple[Run, Title]]:
    """Names that stand beside a title, with what it says, in text order."""
    if passage.language == "zh":
        return chinese.find(passage)
    read = japanese.read if passage.language == "ja" else korean.read
    kinds = ("office", "rank", "courtesy", "former")
    marks = sorted((m for kind in kinds for m in passage.marks(kind)), key=lambda m: (m.start, -m.end))
    found: dict[int, tuple[Run, Title]] = {}
    for mark in marks:
        named = read(passage, mark)
        if named is None:
            continue
        run, title = _made(passage, named, marks)
        if (known := found.get(run.start)) and known[1].evidence:
            _join(known[1], title)
        else:
            found[run.start] = (run, title)
    return [found[start] for start in sorted(found)]


def _made(passage: Passage, named: Titled, marks: list[Mark]) -> tuple[Run, Title]:
    text = passage.document.text
    words = tuple(Word(start, end, text[start:end]) for start, end in named.parts)
    title = Title(named.start, country=named.country, absent=named.former)
    if title.country is None:
        title.country = _own_state(passage, named)
    every = [*_in_front(passage, named.start), named.marks[0], *_behind(passage, named.marks[0], marks)]
    for mark in every:
        if mark.kind == "rank":
            title.rank = title.rank or _bare(passage, mark)
        elif mark.kind in {"office", "former"}:
            title.offices.append(mark)
        title.courtesy = title.courtesy or mark.kind == "courtesy"
    return Run(named.start, named.end, words), title


def _own_state(passage: Passage, named: Titled) -> Mark | None:
    """The paper's own state, where nothing else is said."""
    mark = named.marks[0]
    words = passage.document.text[mark.start : mark.end]
    japanese_one = japanese.own_state(words) if passage.language == "ja" else None
    korean_one = korean.own_state(named) if passage.language == "ko" and mark.kind != "courtesy" else None
    own = japanese_one or korean_one
    return Mark(mark.start, mark.end, "country", own) if own else None


def _in_front(passage: Passage, start: int) -> list[Mark]:
    """An office before a name: 艦長のウィル・ブラケット海軍大佐, 전단장 서효상 준장."""
    link = {"ja": "の", "ko": " "}[passage.language]
    before = mark_before(passage, start - 1, "office") if passage.document.text[start - 1 : start] == link else None
    return [before] if before else []


def _bare(passage: Passage, mark: Mark) -> Span:
    """A rank without a Korean particle."""
    words = passage.document.text[mark.start : mark.end]
    return Span(mark.start, mark.start + len(_PARTICLE_OF_RANK.sub("", words)))


def _behind(passage: Passage, first: Mark, marks: list[Mark]) -> Iterator[Mark]:
    """A rank in brackets behind an office, or an office joined to it by 'and': 참모총장(대장), 首相兼国防相."""
    at = first.end
    for mark in marks:
        between = passage.document.text[at : mark.start] if mark.start >= at else None
        if between is not None and re.fullmatch(
            r"\s?(?:[(（]|겸|兼|兼任|・|ㆍ|·)?\s?(?:육군|해군|공군|해병|陸軍|海軍|空軍)?\s?", between
        ):
            if mark.kind == "rank" and not between.strip(" "):
                return
            if between.strip() in {"・", "·", "ㆍ"} and mark.kind != "office":
                return
            if between or mark.kind == "office":
                yield mark
                at = mark.end
        elif mark.start > at + 3:
            return


def _join(known: Title, more: Title) -> None:
    known.offices += [office for office in more.offices if office not in known.offices]
    known.rank = known.rank or more.rank
    known.country = known.country or more.country
