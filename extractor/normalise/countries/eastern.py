"""Countries in Japanese, Chinese and Korean: short forms of one character, in pairs (日米, 中俄, 한미) or before a body (米海軍, 俄军, 미 해군).

Short forms stand in the files of words with a final hyphen.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.normalise.countries.context import Token
from extractor.normalise.countries.inflection import nouns
from extractor.normalise.countries.table import Entry, words

_KATAKANA = "ァ-ヺー"
_WATER = r"(?:海(?![軍军兵上自洋警岸关])|湾|洋|海峡|川|太平洋|半島|州|海溝|諸島|地方|新聞|電力|財務局|経済新聞|テレビ|時間|料理|語)"
"""What follows a country's name in that of a water, of a state of America or of a newspaper."""
_NOT_BEFORE = "同前本今昨明当毎翌平連先終曜初二在?0-9０-９一十"
"""Characters with which 日 is a day: 同日, 9日."""
_NO_PAIR = r"日中(?![防外首両間韓関国平友米台露ロ])|朝日|米中央|中越地震|越中|中日(?:新聞|ドラゴンズ)|英独自|独英語"
_BODY_JA = (
    r"(?:国防|防衛|軍|海軍|陸軍|空軍|海兵|国務|大統領|首相|外相|外務|政府|政権|議会|下院|上院|統合参謀|太平洋|インド太平洋|中央軍"
    r"|空母|強襲揚陸艦|原子力|艦|フリゲート|駆逐艦|哨戒|潜水艦|補給艦|練習艦|戦略|宇宙軍|州兵|沿岸警備隊|側|高官|当局|大使|特使|本土|戦闘機|両国|両政府)"
)
_BODY_ZH = r"(?:方(?!向|式|法|面军|案|针|便|阵|略|队)|军(?!事|人|官|工|费|备|售|援|演|乐|民|港|区|购)|海军|陆军|空军|武装|海警|防长|外长|国防|总统|总理|舰(?!队司)|两国|两军|双方|驻华)"
"""What follows a short form in Chinese that stands alone."""
_OURS_ZH = r"(?:国(?!际|家)|军(?!事|人)|海军|陆军|空军|方|驻|使馆|维和|舰)"
_BETWEEN_ZH = r"(?:两国|两军|关系|双边|边境|防务|联合|联演)"
_NOT_CHINA = "其当集途空地心高初海人水暑家手年月期程"
"""Characters with which 中 is a middle, not China."""
_NO_PAIR_ZH = r"新(?:社|网|华)|老年|法院|印(?:务|刷)|日(?:新闻|友好医)|国|央|意|加|土|以"
_NOT_PAIR_ZH = "文语尺寸"
_PAIRED_ZH = frozenset("以新老加马希白")
"""Short forms that are other words where they stand alone."""
_PAIRS_ZH = (
    "美日韩",
    "美日印澳",
    "美日澳",
    "美日菲",
    "美英澳",
    "美韩",
    "韩美",
    "美日",
    "日美",
    "日韩",
    "美俄",
    "俄美",
    "美英",
    "英美",
    "美菲",
    "美澳",
    "美印",
    "美越",
    "美以",
    "俄白",
    "俄印",
    "俄朝",
    "俄越",
    "俄乌",
    "印俄",
    "印巴",
    "印日",
    "日澳",
    "日菲",
    "日印",
    "日英",
    "英日",
    "英法",
    "法英",
    "法德",
    "德法",
    "巴以",
    "朝俄",
    "朝韩",
    "韩朝",
    "沙伊",
    "美沙",
)  # words, not code
_LONE_JA = frozenset("米英仏独豪印比韓伊露蘭越")
_JOINS_KO = "·ㆍ・‧∙•-‐‑–―"
_PAIR_KO = re.compile(
    r"(?P<run>[한미일중러영불독호북남유]{2,4})(?:간|군|측|해군|육군|공군|연합|동맹|관계|정상|국방|외교|양국|회담|양자|공동|일)?"
    r"(?:의|은|는|이|가|과|와|을|를|도|에|에서|간의|로)?"
)
_PAIRS_KO = frozenset(
    """
    한미 한일 한중 한러 한영 한불 한독 한호 미일 미중 미러 미영 영미 중러 중일 일중 미북 북미 북중 북러 북일 남북 한미일 한일중 한중일 미일한 일미 러북 러중 북중러 미중일 한미영
    """.split()  # noqa: SIM905  # words, not code
)
_BODY_KO = tuple(
    """
    해상자위대 육상자위대 항공자위대 자위대 국방 육군 해군 공군 해병 국무 태평양 인도태평양 인태 대통령 의회 정부 합참 합동 측 항공모함 항모 핵항모 전략 백악관 상원 하원 우주군 총리 외무 외교 대사
    특사 본토 행정부 군 군사 연방 방위 전투기 당국 호위함 구축함 잠수함 중부 특수 사이버 해안경비대 싱크탱크
    """.split()  # noqa: SIM905  # words, not code
)
_LONE_KO = frozenset("미영중일러독프호")


_TOPIC_JA = re.compile(
    r"(?:軍)?(?:の|による|への|に対する|をめぐる)?(?:核|ミサイル|弾道|脅威|挑発|拉致|情勢|問題への|問題を|問題に|問題な|への対応|海洋進出|軍事力|軍事活動|威圧|覇権|完全な非核化|非核化|侵略|侵攻|戦争|有事|"
    r"ウクライナ(?:侵略|侵攻|への)|動向|行動|軍事的)"
)
_TOPIC_KO = re.compile(
    r"(?:의|군의|에 의한|산)?\s?(?:완전한\s)?(?:핵|미사일|위협|도발|탄도|비핵화|해킹|무기 거래|파병|정세|사태|침공|침략|전쟁|인권|현상변경|러시아 파병|우크라이나 침공|대량살상|불법|군사협력|잇단|극초음속)"
)
_ABOUT = frozenset({"KP", "RU", "UA", "CN", "TW", "IL", "PS"})


def is_topic(code: str, after: str, language: str) -> bool:
    """Whether a state is only what is spoken of: 北朝鮮の核, 북한의 위협, the war in Ukraine."""
    pattern = _TOPIC_JA if language == "ja" else _TOPIC_KO
    return code in _ABOUT and pattern.match(after) is not None


_OURS_KO = re.compile(
    r"(?:합참(?:의장)?|합동참모본부|국방부)(?:은|는|이|가|와|과|도|에서|에|의|를|을|측은)?(?![가-힣])|우리\s?(?:군|해군|육군|공군|정부|측|나라|국방|장병|해병)"
)
_THEIRS_KO = frozenset({"각국", "양국", "3국", "상대국", "미", "일", "중", "러", "현지", "이들", "해당", "그"})


def _foreign(every: Sequence[Token], position: int) -> bool:
    """Whether a state stands before a body: 폴란드 국방부; without one it is the paper's own."""
    before = every[position - 1] if position else None
    known = words("ko")
    return before is not None and (
        before.raw in _THEIRS_KO
        or any(form in known.nouns or form in known.adjectives for form in nouns(before.folded, "ko"))
    )


@dataclass(frozen=True)
class Short:
    """A short form in a text, raw code points, end exclusive."""

    code: str
    start: int
    end: int


@cache
def _halves(language: str) -> dict[str, str]:
    return {unicodedata.normalize("NFC", form): entry.code for form, entry in words(language).halves.items()}


@cache
def _names(language: str) -> "re.Pattern[str]":
    """Names of two letters or more in a script that doesn't part words; katakana ones whole, none before a water's word."""
    known = sorted((n for n in written(language) if not n.isascii() and len(n) > 1), key=len, reverse=True)
    borders = [
        (rf"(?<![{_KATAKANA}])" if re.match(f"[{_KATAKANA}]", n) else "")
        + re.escape(n)
        + (rf"(?![{_KATAKANA}])" if re.search(f"[{_KATAKANA}]$", n) else "")
        for n in known
    ]
    acronyms = "|".join(map(re.escape, sorted(words(language).acronyms, key=len, reverse=True))) or "(?!)"
    named = "|".join(borders) or "(?!)"
    return re.compile(rf"(?P<name>{named})(?!{_WATER})|(?<![A-Za-z])(?P<acronym>{acronyms})(?![A-Za-z])")


@cache
def written(language: str) -> dict[str, Entry]:
    """Names as they are written, unfolded, since folding takes the marks off kana; by the table's own order."""
    return dict(words(language).written)


def unspaced(text: str, language: str) -> Iterator[tuple[Entry | None, Short]]:
    """Names and short forms of countries in a Japanese or Chinese text, in its order; the entry is None for a short form."""
    known, halves = written(language), _halves(language)
    taken = 0
    found: list[tuple[Entry | None, Short]] = []
    for match in _names(language).finditer(text):
        named = known[match["name"]] if match["name"] else words(language).acronyms[match["acronym"]]
        found.append((named, Short(named.code, *match.span())))
    shorts = _shorts_ja if language == "ja" else _shorts_zh
    for match in shorts(tuple(halves)).finditer(text):
        found += [(None, Short(halves[text[at]], at, at + 1)) for at in range(*match.span()) if text[at] in halves]
    for entry, short in sorted(found, key=lambda hit: (hit[1].start, -hit[1].end)):
        if short.start >= taken:
            taken = short.end
            yield entry, short


@cache
def _shorts_ja(halves: tuple[str, ...]) -> "re.Pattern[str]":
    """Two to four short forms side by side, or one before a body or before another country's name in katakana."""
    every = "".join(halves)
    lone = "".join(sorted(_LONE_JA))
    other = "|".join(re.escape(name) for name in written("ja") if re.match(f"[{_KATAKANA}]", name) and len(name) > 2)
    return re.compile(
        rf"(?<![{_NOT_BEFORE}])(?!{_NO_PAIR})[{every}](?:・?[{every}]){{1,3}}(?![{_KATAKANA}])"
        rf"|(?<![単孤])[{lone}](?={_BODY_JA})|(?<![{_NOT_BEFORE}])日(?=・?(?:ASEAN|EU|NATO|AUKUS|{other}))"
    )


@cache
def _shorts_zh(halves: tuple[str, ...]) -> "re.Pattern[str]":
    """China with one or two others, known pairs, one before a body, and 华 behind a verb of going: 中俄, 美韩, 俄方, 访华."""
    every = "".join(half for half in halves if half != "华")
    lone = "".join(half for half in every if half not in _PAIRED_ZH)
    pairs = "|".join(_PAIRS_ZH)
    return re.compile(
        rf"(?:(?<![{_NOT_CHINA}])中(?!{_NO_PAIR_ZH})[{every}]{{1,3}}|[{every}]中(?={_BETWEEN_ZH}))|(?:{pairs})(?![{_NOT_PAIR_ZH}])"
        rf"|(?<![参增更附强东西南北前后对地])[{lone}](?={_BODY_ZH})|我(?={_OURS_ZH})|(?<=[访驻来抵离在对])华(?![盛夏人侨语文裔])"
    )


def _parted(token: Token, halves: Mapping[str, str]) -> list[Short]:
    """The states of 한ㆍ미ㆍ일, whose dot is a letter."""
    parts = list(re.finditer(r"[^ㆍ]+", token.raw))
    if any(part[0][0] not in halves for part in parts) or any(len(part[0]) > 1 for part in parts[:-1]):
        return []
    starts = [token.start + part.start() for part in parts]
    return [Short(halves[part[0][0]], at, at + 1) for part, at in zip(parts, starts, strict=True)]


def korean(every: Sequence[Token], position: int, text: str) -> list[Short]:
    """The countries that the short forms in one Korean word mean; none for any other word."""
    token, halves = every[position], _halves("ko")
    pair = _PAIR_KO.fullmatch(token.raw)
    if pair and pair["run"] in _PAIRS_KO:
        return [
            Short(halves[c], token.start + n, token.start + n + 1) for n, c in enumerate(pair["run"]) if c in halves
        ]
    if _OURS_KO.match(text, token.start) and not _foreign(every, position):
        return [Short("KR", token.start, token.end)]
    first = token.raw[:1]
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    joined = len(token.raw) == 1 and after in {*_JOINS_KO}
    closes = before in {*_JOINS_KO} and position > 0 and every[position - 1].raw[-1:] in halves
    if "ㆍ" in token.raw:
        return _parted(token, halves)
    if (joined or (closes and len(token.raw) <= 2)) and first in halves and not before.isdigit():
        return [Short(halves[first], token.start, token.start + 1)]
    following = every[position + 1] if position + 1 < len(every) else None
    lone = len(token.raw) == 1 and first in _LONE_KO and after == " " and not before.isdigit()
    if lone and following and following.raw.startswith(_BODY_KO):
        return [Short(halves[first], token.start, token.end)]
    return []
