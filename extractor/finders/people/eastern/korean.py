"""Korean names: 신원식 국방부 장관, 로이드 오스틴 미국 국방장관. Words before a title that have no particle and complete nothing."""

import re
from collections.abc import Iterator

from extractor.finders.people.eastern.titled import BRACKETS, Titled
from extractor.finders.people.wording import Mark, Passage, Word

_PARTICLE = re.compile(
    r"(?:은|는|을|를|의|에|에서|에게|께|와|과|으로|부터|까지|에는|에서는|이며|했고|하고|하며|하는|했던|중인|출신|소속|(?<=..)해|(?<=..)하여|(?<=..)하러|(?<=..)한|이끄는|맡은|방한한|방문한|방문한|취임한|참석한|등|및|겸|이자)$"
)
_WORDS = frozenset(
    """
    전 현 신임 당시 역시 한편 이날 또 또한 이어 함께 신 양국 양측 각국 각 우리 해당 다른 모든 여러 두 세 주요 관련 이번 지난 오는 최근 방한 방미 방일 공식 양 개국 3국 4국 한국 미국 중국
    일본 러시아 북한 국방 육군 해군 공군 해병대 정부 합참 주한 주미 주일 주중 예비역 군 군사 안보 외교 한미 유엔 나토 부임 이임 현직 전직 차기 수석 부 초대 역대 겸 및 그 이 저 예정 오전
    오후 서울 워싱턴 도쿄 베이징 부산 평양 통해 위해 대한 관한 대해 이후 따라 만난 만나 통한
    """.split()  # noqa: SIM905  # words, not code
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부"
)
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "독고")
_HANGUL = re.compile(r"[가-힣]+")
_MOST = 4
_FORMER = frozenset({"전", "전직", "옛", "고"})


def own_state(named: Titled) -> str | None:
    """KR for somebody with the name of a Korean, beside whom no state is named."""
    parts = named.parts
    return "KR" if len(parts) == 2 and named.end - named.start in {3, 4} and parts[0][1] == parts[1][0] else None


def read(passage: Passage, mark: Mark) -> Titled | None:
    """The name that stands before a title, if one does."""
    text = passage.document.text
    if mark.start == passage.start or text[mark.start - 1].strip():
        return None
    words = list(passage.between(passage.sentence(mark.start).start, mark.start))
    found = _before_title(passage, words, mark)
    if found is None or text[words[-1].start - 1 : words[-1].start].isdigit():
        return None
    former, country = found
    return _name(passage, words, mark, former=former, country=country)


def _before_title(passage: Passage, words: list[Word], mark: Mark) -> tuple[bool, Mark | None] | None:
    """Take off the words that only complete a title, up to the name: whether one says 'former', and the state; None without a name."""
    text = passage.document.text
    at, former, country = mark.start, mark.kind == "former", None
    while words:
        word = words[-1]
        if BRACKETS.fullmatch(text[word.end : at]):
            at = word.end
        elif _inside_brackets(text, word):
            words.pop()
            continue
        if text[word.end : at].strip():
            return None
        if state := passage.covered(word, "country"):
            country = country or state
        elif word.text in _FORMER:
            former = True
        elif passage.covered(word, "rank", "office") or not _is_complement(passage, word):
            return former, country
        words.pop()
        at = word.start
    return None


def _inside_brackets(text: str, word: Word) -> bool:
    before = text[max(0, word.start - 40) : word.start]
    return before.rfind("(") > before.rfind(")") and text.find(")", word.end, word.end + 40) >= 0


def _is_complement(passage: Passage, word: Word) -> bool:
    """Whether a word between a name and its title only completes the title: 국방부, 육군, 인도태평양."""
    return (
        word.text in _WORDS - {"전", "이", "그", "저"}
        or bool(
            re.search(
                r"(?:부|군|사|대|처|청|실|국|성|원|본부|사령부|위원회|연합|함대|태평양|평양|의회|상원|하원|나토|유엔|제\d*|·)$",
                word.text,
            )
            and passage.covered(word, "body")
        )
        or word.text in {"인도태평양", "국방부", "합동참모본부", "외교부"}
    )


def _name(passage: Passage, words: list[Word], mark: Mark, *, former: bool, country: Mark | None) -> Titled | None:
    last = words[-1]
    if not _is_name(passage, last):
        return None
    text = passage.document.text
    own = _is_korean(last.text) and (country is None or country.value in {"KR", "KP"})
    taken = [last]
    if not own:
        for word in reversed(words[:-1]):
            close = text[word.end : taken[0].start] in {" ", "\u00a0"}
            if not close or len(taken) >= _MOST or not _is_name(passage, word) or _is_of_clause(word):
                break
            taken.insert(0, word)
    elif len(last.text) == 1 and mark.kind == "courtesy":
        return None
    start = taken[0].start
    before = passage.between(passage.sentence(start).start, start)
    if country is None and before:
        near = [c for c in passage.marks("country") if c.end <= start]
        gap = text[near[-1].end : start] if near else "x" * 99
        country = (
            near[-1]
            if near
            and re.fullmatch(r"의?\s(?:[^\s,.]+\s){0,2}", gap)
            and not re.search(r"(?:에서|에|은|는|이|가|을|를|와|과)\s", text[near[-1].start : start])
            else None
        )
    parts = list(_split(taken)) if own else [(w.start, w.end) for w in taken]
    return Titled(start, last.end, parts, [mark], former, country)


def _is_korean(name: str) -> bool:
    """Whether a word has the shape of a Korean's name or surname."""
    return (
        (len(name) in {1, 3} and name[0] in _SURNAMES)
        or (len(name) == 4 and name.startswith(_DOUBLE_SURNAMES))
        or (len(name) == 2 and name[0] in _SURNAMES)
    )


def _is_of_clause(word: Word) -> bool:
    """Whether a word belongs to the clause before a foreign name: a verb or noun without a particle."""
    return (
        bool(
            re.search(
                r"(?:했다|한다|하고|하며|하는|한|된|될|할|던|인|중|씩|때|위해|통해|이번|함께|에선|이날|오전|오후|차|간|후|뒤|적|등)$",
                word.text,
            )
        )
        and len(word.text) < 5
    )


def _is_name(passage: Passage, word: Word) -> bool:
    whole = _HANGUL.fullmatch(word.text) and not passage.document.text[word.start - 1 : word.start].isdigit()
    marked = passage.covered(word, "office", "rank", "country", "courtesy", "commentator", "unit", "delegation")
    return (
        bool(whole)
        and not marked
        and word.text not in _WORDS
        and not _PARTICLE.search(word.text)
        and not (passage.covered(word, "body") and len(word.text) != 3)
    )


def _split(taken: list[Word]) -> Iterator[tuple[int, int]]:
    """Surname and given name of a Korean."""
    word = taken[-1]
    first = 2 if len(word.text) == 4 else 1
    if len(word.text) <= first:
        yield word.start, word.end
        return
    yield word.start, word.start + first
    yield word.start + first, word.end
