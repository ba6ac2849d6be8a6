"""Names of persons in Japanese and Korean, which stand before their title and without capitals (R18 to R24).

木原稔防衛相, オースティン米国防長官, 米国のオースティン国防長官; 신원식 국방부 장관, 로이드 오스틴 미국 국방장관. What stands
right before an office, a rank or 氏 and can be a name is one, up to a particle, a comma, a country or a body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.document import Span
from extractor.finders.names import Run
from extractor.finders.titles import Title
from extractor.finders.wording import Mark, Passage, Word

LANGUAGES = frozenset({"ja", "ko"})
_BRACKETS = re.compile(r"\s?[（(][^（）()\n]{1,40}[)）]\s?$")
"""What may stand between a name and its title: how it is read, or its Latin letters."""
_FOREIGN = re.compile(r"[ァ-ヺー]+(?:[・＝=･][ァ-ヺー]+|・[A-Z]\.?)*$")
_HAN = re.compile(
    r"[\u3005\u4e00-\u9fff]{1,2}[ノヶ][\u3005\u4e00-\u9fff]{1,4}$|[\u3005\u4e00-\u9fff]{2,6}$|[\u3005\u4e00-\u9fff]{1,4}[ 　][\u3005\u4e00-\u9fffぁ-ん]{1,4}$|[\u4e00-\u9fff]{2,3}[ぁ-んァ-ヺ]{1,3}$"
)
_GIVEN_KANA = re.compile(r"(?:さつき|まさる|ひろし|たかし|みずほ|いずみ)$")
_NO_NAME = re.compile(
    r"(?:各国|両国|両|関係国|参加国|加盟国|相手国|同盟国|当該国|主要国|歴代|初代|次期|現職|常任|筆頭|同省|同国|双方|両省|政府|新任|後任|前任|担当|国際|内閣"
    r"|特命|全権|首席|主任|上席|最高|臨時|統合|合同|在日|在韓|駐日|共同|国防|防衛|外務|陸軍|海軍|空軍|自衛隊|参謀|日本|米国|中国|韓国|代表|幹部|一部|複数|兼|兼務|同"
    r"|省|府|庁|部|課|室|軍|艦隊|基地|学校|大学|研究所|会社|社|党|派|県|都|道|市|町|区|村|側|間|級|長|相|官|国|人|者|日|月|年|回|次|第|前|後|元|新|副|名誉|太平洋|大西洋|中央|欧州|北方|南方|西部|東部|中部|北部|南部|戦略|宇宙|特殊|作戦|管区|方面|地方|総合|統一)$"
)
"""Words before a title with which no name ends."""
_STARTS = re.compile(
    r"(?:各国|両国|両|関係国|参加国|加盟国|同国|同省|同盟国|同|歴代|次期|新任|新(?![井垣藤谷妻田山])|後任|前任|前(?![原田川野島])|元(?![木村谷])|現職|現|旧|故|当時|駐日|在日|駐|訪日中|来日中|訪問中|女性|男性|防衛省|外務省|国防省"
    r"|陸自|海自|空自|自衛隊|自民党|自民|公明党|立憲民主党|日本政府|政府|内閣|双方|一方|先方|相手方|主要)"
)
"""What may be glued to the front of a name written in Han characters and isn't part of it."""
_FORMER_JA = re.compile(r"(?:元|前|旧|故|当時の|歴代)$")
_NAMES_WITH_GEN = ("中谷元", "董軍")
"""Names that end with the character for 'former'."""
_OF_JA = re.compile(r"(?:の|・|、)?$")
_OF_JAPAN = (
    "防衛",
    "統合幕僚",
    "統幕",
    "陸上幕僚",
    "海上幕僚",
    "航空幕僚",
    "陸幕",
    "海幕",
    "空幕",
    "幕僚",
    "自衛艦隊",
    "陸将",
    "海将",
    "空将",
    "統合作戦司令官",
    "地方総監",
    "方面総監",
)
"""Beginnings of offices and ranks that only Japan has."""
_LONG_SURNAMES = (
    "長谷川",
    "小野寺",
    "佐々木",
    "五十嵐",
    "勅使河",
    "大久保",
    "久保田",
    "長谷部",
    "小早川",
    "宇都宮",
    "西園寺",
    "諸葛",
    "欧陽",
    "司馬",
)
_PARTICLE_KO = re.compile(
    r"(?:은|는|을|를|의|에|에서|에게|께|와|과|으로|부터|까지|에는|에서는|이며|했고|하고|하며|하는|했던|중인|출신|소속|(?<=..)해|(?<=..)하여|(?<=..)하러|(?<=..)한|이끄는|맡은|방한한|방문한|방문한|취임한|참석한|등|및|겸|이자)$"
)
_PARTICLE_OF_RANK = re.compile(r"(?<=[가-힣]{2})(?:은|는|이|가|과|와|을|를|의|에게|도|께)$")
_WORDS_KO = frozenset(
    """
    전 현 신임 당시 역시 한편 이날 또 또한 이어 함께 신 양국 양측 각국 각 우리 해당 다른 모든 여러 두 세 주요 관련 이번 지난 오는 최근 방한 방미 방일 공식 양 개국 3국 4국 한국 미국 중국
    일본 러시아 북한 국방 육군 해군 공군 해병대 정부 합참 주한 주미 주일 주중 예비역 군 군사 안보 외교 한미 유엔 나토 부임 이임 현직 전직 차기 수석 부 초대 역대 겸 및 그 이 저 예정 오전
    오후 서울 워싱턴 도쿄 베이징 부산 평양 통해 위해 대한 관한 대해 이후 따라 만난 만나 통한
    """.split()  # noqa: SIM905  # words, not code
)
_SURNAMES_KO = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부"
)
_DOUBLE_KO = ("남궁", "황보", "제갈", "사공", "선우", "독고")
_HANGUL = re.compile(r"[가-힣]+")
_MOST_KO = 4
_FORMER_KO = frozenset({"전", "전직", "옛", "고"})


@dataclass
class _Titled:
    """A name found before marks; `marks` from left to right."""

    start: int
    end: int
    parts: list[tuple[int, int]]
    marks: list[Mark] = field(default_factory=list)
    former: bool = False
    country: Mark | None = None


def find(passage: Passage) -> list[tuple[Run, Title]]:
    """Names that stand before a title, with what it says, in text order."""
    reader = _japanese if passage.language == "ja" else _korean
    kinds = ("office", "rank", "courtesy", "former")
    marks = sorted((m for kind in kinds for m in passage.marks(kind)), key=lambda m: (m.start, -m.end))
    found: dict[int, tuple[Run, Title]] = {}
    for mark in marks:
        named = reader(passage, mark)
        if named is None:
            continue
        run, title = _made(passage, named, marks)
        if (known := found.get(run.start)) and known[1].evidence:
            _join(known[1], title)
        else:
            found[run.start] = (run, title)
    return [found[start] for start in sorted(found)]


def _made(passage: Passage, named: _Titled, marks: list[Mark]) -> tuple[Run, Title]:
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


def _own_state(passage: Passage, named: _Titled) -> Mark | None:
    """The paper's own state: offices that only Japan has, and somebody with a Korean's name beside whom no state is named."""
    mark = named.marks[0]
    words = passage.document.text[mark.start : mark.end]
    if passage.language == "ja":
        return (
            Mark(mark.start, mark.end, "country", "JP")
            if words.startswith(_OF_JAPAN) or words.endswith(("陸佐", "海佐", "空佐"))
            else None
        )
    korean = len(named.parts) == 2 and named.end - named.start in {3, 4} and named.parts[0][1] == named.parts[1][0]
    return Mark(mark.start, mark.end, "country", "KR") if korean and mark.kind != "courtesy" else None


def _in_front(passage: Passage, start: int) -> list[Mark]:
    """An office before a name: 艦長のウィル・ブラケット海軍大佐, 전단장 서효상 준장."""
    link = {"ja": "の", "ko": " "}[passage.language]
    before = _before(passage, start - 1, "office") if passage.document.text[start - 1 : start] == link else None
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


def _before(passage: Passage, at: int, *kinds: str) -> Mark | None:
    """The last mark of these kinds that ends at raw offset `at`."""
    return next((m for kind in kinds for m in passage.marks(kind) if m.end == at), None)


def _state_before(passage: Passage, at: int) -> Mark | None:
    """The state that ends at raw offset `at`, or a character behind it: 米国 shares one with 国防長官."""
    return next((m for m in passage.marks("country") if m.start < at <= m.end <= at + 1), None)


def _japanese(passage: Passage, mark: Mark) -> _Titled | None:
    text, floor = passage.document.text, passage.start
    at = mark.start
    former = mark.kind == "former"
    country: Mark | None = None
    states: list[Mark] = []
    for _ in range(6):
        head = text[floor:at]
        if (known := _state_before(passage, at)) and known.start > floor:
            states.append(known)
            country, at = states[0], known.start
        elif states and head.endswith(("駐", "在")):
            country, at = states[0] if len(states) > 1 else None, at - 1  # the last one is the seat
        elif bracket := _BRACKETS.search(head):
            at = floor + bracket.start()
        elif head.endswith(("・", "、")) and at == mark.start and not _FOREIGN.search(head[:-1]):
            at -= 1
        elif _FORMER_JA.search(head) and not head.endswith(_NAMES_WITH_GEN) and mark.kind != "courtesy":
            former, at = True, floor + _FORMER_JA.search(head).start()  # type: ignore[union-attr]
        elif rank := _before(passage, at, "rank", "office"):
            if rank.start == mark.start:
                break
            return None if mark.kind == "courtesy" else _through(passage, rank, mark)
        else:
            break
    span = _name_ja(passage, at)
    if span is None:
        return None
    start, parts = span
    seated = text[at : at + 1] in {"駐", "在"}
    country = country or (None if seated else _country_ja(passage, start))
    return _Titled(start, at, parts, [mark], former, country)


def _through(passage: Passage, inner: Mark, mark: Mark) -> _Titled | None:
    """The name before another title right in front: フリン陸軍大将司令官."""
    found = _japanese(passage, inner)
    return _Titled(found.start, found.end, found.parts, [mark], found.former, found.country) if found else None


def _name_ja(passage: Passage, at: int) -> tuple[int, list[tuple[int, int]]] | None:
    text, floor = passage.document.text, max(passage.start, at - 40)
    head = text[floor:at]
    if found := _FOREIGN.search(head):
        start = floor + found.start()
        if len(found[0]) < 2 or any(c.start < at and start < c.end for c in passage.marks("country")):
            start = max((c.end for c in passage.marks("country") if start <= c.start < at), default=start)
            while start < at and text[start] in "・＝=":
                start += 1
        if at - start < 2 or passage.covered(Span(start, at), "office", "rank", "body", "courtesy"):
            return None
        return start, [(m.start(), m.end()) for m in re.compile(r"[^・＝=･]+").finditer(text, start, at)]
    found = _HAN.search(head)
    if not found:
        return None
    start = floor + found.start()
    taken = [
        m.end
        for kind in ("country", "office", "rank", "body")
        for m in passage.marks(kind)
        if m.start < at and m.end > start
    ]
    inside = [end for end in taken if end < at]
    if any(end >= at for end in taken):
        return None
    start = max([start, *inside])
    while (
        (glued := _STARTS.match(text[start:at])) and glued.end() < at - start and text[start:at] not in _NAMES_WITH_GEN
    ):
        start += glued.end()
    name = text[start:at]
    if not 2 <= len(name.replace(" ", "").replace("\u3000", "")) <= 6 or (
        _NO_NAME.search(name) and name not in _NAMES_WITH_GEN and not _plausible(name)
    ):
        return None
    return start, list(_split_ja(text, start, at))


def _plausible(name: str) -> bool:
    """A full name may end like a noun (長, 元, 人): four characters are enough."""
    return len(name) >= 4 and name[-1] in "長元人新次相" and not _NO_NAME.search(name[-2:])


def _split_ja(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Surname and given name: of three or four characters two are the surname, unless it is a known long one."""
    name = text[start:end]
    gap = re.search(r"[ 　]", name)
    if gap:
        yield start, start + gap.start()
        yield start + gap.end(), end
        return
    first = 3 if name.startswith(_LONG_SURNAMES) and len(name) > 3 else 2
    if len(name) <= first:
        yield start, end
        return
    if len(name) == 5 and not name.startswith(_LONG_SURNAMES):
        first = 3 if name[1] in "々野ヶ" or name[2] == "々" else 2
    yield start, start + first
    yield start + first, end


def _country_ja(passage: Passage, start: int) -> Mark | None:
    """The state right before a name: 米国の, 米海軍の, 韓国国防省の."""
    text = passage.document.text
    before = [c for c in passage.marks("country") if c.end <= start]
    if not before:
        return None
    gap = text[before[-1].end : start]
    return before[-1] if re.fullmatch(r"[^、。，,はがをにでと\s]{0,14}の|・|", gap) else None


def _korean(passage: Passage, mark: Mark) -> _Titled | None:
    text = passage.document.text
    if mark.start == passage.start or text[mark.start - 1].strip():
        return None
    words = list(passage.between(passage.sentence(mark.start).start, mark.start))
    found = _before_title(passage, words, mark)
    if found is None or text[words[-1].start - 1 : words[-1].start].isdigit():
        return None
    former, country = found
    return _name_ko(passage, words, mark, former=former, country=country)


def _before_title(passage: Passage, words: list[Word], mark: Mark) -> tuple[bool, Mark | None] | None:
    """Take off the words that only complete a title, up to the name: whether one says 'former', and the state; None without a name."""
    text = passage.document.text
    at, former, country = mark.start, mark.kind == "former", None
    while words:
        word = words[-1]
        if _BRACKETS.fullmatch(text[word.end : at]):
            at = word.end
        elif _inside_brackets(text, word):
            words.pop()
            continue
        if text[word.end : at].strip():
            return None
        if state := passage.covered(word, "country"):
            country = country or state
        elif word.text in _FORMER_KO:
            former = True
        elif passage.covered(word, "rank", "office") or not _skipped_ko(passage, word):
            return former, country
        words.pop()
        at = word.start
    return None


def _inside_brackets(text: str, word: Word) -> bool:
    before = text[max(0, word.start - 40) : word.start]
    return before.rfind("(") > before.rfind(")") and text.find(")", word.end, word.end + 40) >= 0


def _skipped_ko(passage: Passage, word: Word) -> bool:
    """Whether a word between a name and its title only completes the title: 국방부, 육군, 인도태평양."""
    return (
        word.text in _WORDS_KO - {"전", "이", "그", "저"}
        or bool(
            re.search(
                r"(?:부|군|사|대|처|청|실|국|성|원|본부|사령부|위원회|연합|함대|태평양|평양|의회|상원|하원|나토|유엔|제\d*|·)$",
                word.text,
            )
            and passage.covered(word, "body")
        )
        or word.text in {"인도태평양", "국방부", "합동참모본부", "외교부"}
    )


def _name_ko(passage: Passage, words: list[Word], mark: Mark, *, former: bool, country: Mark | None) -> _Titled | None:
    last = words[-1]
    if not _is_name_ko(passage, last):
        return None
    text = passage.document.text
    own = _own_name(last.text) and (country is None or country.value in {"KR", "KP"})
    taken = [last]
    if not own:
        for word in reversed(words[:-1]):
            close = text[word.end : taken[0].start] in {" ", "\u00a0"}
            if not close or len(taken) >= _MOST_KO or not _is_name_ko(passage, word) or _own_clause(word):
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
    parts = list(_split_ko(taken)) if own else [(w.start, w.end) for w in taken]
    return _Titled(start, last.end, parts, [mark], former, country)


def _own_name(name: str) -> bool:
    """Whether a word has the shape of a Korean's name or surname."""
    return (
        (len(name) in {1, 3} and name[0] in _SURNAMES_KO)
        or (len(name) == 4 and name.startswith(_DOUBLE_KO))
        or (len(name) == 2 and name[0] in _SURNAMES_KO)
    )


def _own_clause(word: Word) -> bool:
    """Whether a word belongs to the clause before a foreign name: a verb or noun without a particle."""
    return (
        bool(
            re.search(
                r"(?:했다|한다|하고|하며|하는|한|된|될|할|던|인|중|씩|때|위해|통해|이번|함께|에선|이날|오전|오후|차|간|후|뒤|적|등)$",
                word.text,
            )
        )
        and len(word.text) < 5
        and word.text not in {"브라운", "케인"}
    )


def _is_name_ko(passage: Passage, word: Word) -> bool:
    whole = _HANGUL.fullmatch(word.text) and not passage.document.text[word.start - 1 : word.start].isdigit()
    marked = passage.covered(word, "office", "rank", "country", "courtesy", "commentator", "unit", "delegation")
    return (
        bool(whole)
        and not marked
        and word.text not in _WORDS_KO
        and not _PARTICLE_KO.search(word.text)
        and not (passage.covered(word, "body") and len(word.text) != 3)
    )


def _split_ko(taken: list[Word]) -> Iterator[tuple[int, int]]:
    """Surname and given name of a Korean."""
    word = taken[-1]
    first = 2 if len(word.text) == 4 else 1
    if len(word.text) <= first:
        yield word.start, word.end
        return
    yield word.start, word.start + first
    yield word.start + first, word.end
