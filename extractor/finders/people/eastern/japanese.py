"""Japanese names: 木原稔防衛相, オースティン米国防長官, 米国のオースティン国防長官. What can be a name, up to a state, a body or a particle."""

import re
from collections.abc import Iterator

from extractor.document import Span
from extractor.finders.people.eastern.titled import BRACKETS, Titled, mark_before
from extractor.finders.people.wording import Mark, Passage

_FOREIGN = re.compile(r"[ァ-ヺー]+(?:[・＝=･][ァ-ヺー]+|・[A-Z]\.?)*$")
_HAN = re.compile(
    r"[\u3005\u4e00-\u9fff]{1,2}[ノヶ][\u3005\u4e00-\u9fff]{1,4}$|[\u3005\u4e00-\u9fff]{2,6}$|[\u3005\u4e00-\u9fff]{1,4}[ 　][\u3005\u4e00-\u9fffぁ-ん]{1,4}$|[\u4e00-\u9fff]{2,3}[ぁ-んァ-ヺ]{1,3}$"
)
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
_FORMER = re.compile(r"(?:元|前|旧|故|当時の|歴代)$")
_NAMES_WITH_GEN = ("中谷元", "董軍")
"""Names that end with the character for 'former'."""
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
_LONGEST = 40
"""Code points in which a name stands."""
_SIGNS = range(2, 7)
"""Characters that a name in Han characters has."""
_PART = re.compile(r"[^・＝=･]+")
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


def own_state(words: str) -> str | None:
    """JP for an office or a rank that only Japan has."""
    return "JP" if words.startswith(_OF_JAPAN) or words.endswith(("陸佐", "海佐", "空佐")) else None


def _state_before(passage: Passage, at: int) -> Mark | None:
    """The state that ends at raw offset `at`, or a character behind it: 米国 shares one with 国防長官."""
    return next((m for m in passage.marks("country") if m.start < at <= m.end <= at + 1), None)


def read(passage: Passage, mark: Mark) -> Titled | None:
    """The name that stands before a title, if one does."""
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
        elif bracket := BRACKETS.search(head):
            at = floor + bracket.start()
        elif head.endswith(("・", "、")) and at == mark.start and not _FOREIGN.search(head[:-1]):
            at -= 1
        elif (past := _FORMER.search(head)) and not head.endswith(_NAMES_WITH_GEN) and mark.kind != "courtesy":
            former, at = True, floor + past.start()
        elif rank := mark_before(passage, at, "rank", "office"):
            if rank.start == mark.start:
                break
            return None if mark.kind == "courtesy" else _through(passage, rank, mark)
        else:
            break
    span = _name(passage, at)
    if span is None:
        return None
    start, parts = span
    seated = text[at : at + 1] in {"駐", "在"}
    country = country or (None if seated else _country(passage, start))
    return Titled(start, at, parts, [mark], former, country)


def _through(passage: Passage, inner: Mark, mark: Mark) -> Titled | None:
    """The name before another title right in front: フリン陸軍大将司令官."""
    found = read(passage, inner)
    return Titled(found.start, found.end, found.parts, [mark], found.former, found.country) if found else None


def _name(passage: Passage, at: int) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the name that ends at raw offset `at` begins, and its parts."""
    floor = max(passage.start, at - _LONGEST)
    head = passage.document.text[floor:at]
    if found := _FOREIGN.search(head):
        return _in_kana(passage, floor + found.start(), at)
    found = _HAN.search(head)
    return _in_han(passage, floor + found.start(), at) if found else None


def _in_kana(passage: Passage, start: int, at: int) -> tuple[int, list[tuple[int, int]]] | None:
    """A foreigner's name, less a state glued to its front."""
    text = passage.document.text
    states = passage.marks("country")
    if at - start < 2 or any(c.start < at and start < c.end for c in states):  # one sign is no name
        start = max((c.end for c in states if start <= c.start < at), default=start)
        while start < at and text[start] in "・＝=":
            start += 1
    if at - start < 2 or passage.covered(Span(start, at), "office", "rank", "body", "courtesy"):
        return None
    return start, [match.span() for match in _PART.finditer(text, start, at)]


def _in_han(passage: Passage, start: int, at: int) -> tuple[int, list[tuple[int, int]]] | None:
    """A name in Han characters, less states, titles and other words glued to its front."""
    text = passage.document.text
    marks = [mark for kind in ("country", "office", "rank", "body") for mark in passage.marks(kind)]
    taken = [mark.end for mark in marks if mark.start < at and mark.end > start]
    if any(end >= at for end in taken):
        return None
    start = max([start, *taken])
    while (
        (glued := _STARTS.match(text[start:at])) and glued.end() < at - start and text[start:at] not in _NAMES_WITH_GEN
    ):
        start += glued.end()
    name = text[start:at]
    fits = len(re.sub(r"[ \u3000]", "", name)) in _SIGNS
    noun = _NO_NAME.search(name) and name not in _NAMES_WITH_GEN and not _plausible(name)
    return (start, list(_split(text, start, at))) if fits and not noun else None


def _plausible(name: str) -> bool:
    """A full name may end like a noun (長, 元, 人): four characters are enough."""
    return len(name) >= 4 and name[-1] in "長元人新次相" and not _NO_NAME.search(name[-2:])


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
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


def _country(passage: Passage, start: int) -> Mark | None:
    """The state right before a name: 米国の, 米海軍の, 韓国国防省の."""
    text = passage.document.text
    before = [c for c in passage.marks("country") if c.end <= start]
    if not before:
        return None
    gap = text[before[-1].end : start]
    return before[-1] if re.fullmatch(r"[^、。，,はがをにでと\s]{0,14}の|・|", gap) else None
