"""Chinese names, which stand behind an office or a rank, or before one: 国防部长董军, 俄罗斯国防部长别洛乌索夫, 布林肯国务卿, 徐振声中将."""

import re
from collections.abc import Iterator

from extractor.document import Span
from extractor.finders.people.eastern.titled import mark_before
from extractor.finders.people.names import Run
from extractor.finders.people.title import Title
from extractor.finders.people.wording import Mark, Passage, Word

_DOTS = "·・•‧"
_SOUNDS = frozenset(
    "阿埃艾爱安昂奥巴白班邦包保鲍贝倍本比彼边别宾滨波玻伯勃博卜布采策查察昌琛茨慈次楚达大代戴黛丹当道得德登邓狄迪蒂第丁东都杜敦顿多厄恩尔法凡范方菲费芬丰冯弗夫福甫盖甘冈高哥戈格根贡古瓜圭国哈海汉豪赫黑亨洪"
    "侯胡华怀惠霍基吉季加佳贾简江姜杰捷金津京久居卡开凯坎康考柯科可克肯孔库夸奎昆阔拉腊莱来赖兰郎朗劳乐勒雷蕾里理利立丽莉莲良列烈林琳龄留柳隆龙娄卢鲁路吕伦罗洛马玛迈麦曼芒毛茅梅门蒙孟米密妙敏明摩末莫默姆木"
    "穆拿那纳娜奈南瑙内嫩尼年涅宁牛纽农努诺女欧帕派潘庞佩彭蓬皮匹平珀坡普其奇齐契恰钱乔切钦琴丘屈群然让热日荣茹儒瑞若撒萨塞赛三桑森沙山珊尚绍舍申圣施什石史士寿舒斯丝思松苏素绥孙索塔泰坦汤唐陶特腾藤提天廷通"
    "图土吐托陀瓦万旺威韦维伟魏温文翁沃乌吾伍武西希锡席夏香肖谢辛欣兴休许逊雅亚延扬耶叶伊因英尤于约赞泽扎曾詹章珍芝朱卓兹宗佐祖"
    "连妮娅莎茜薇荷茵翰恺婷雯娟岑婭"
)
"""Characters with which foreign names are written by their sound."""
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭郎鲁韦马苗花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于"
    "傅皮齐康伍余元顾孟黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫"
    "房裘解应宗丁宣邓郁单洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠曲封储靳段富巫焦巴谷车侯班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印怀蒲从鄂"
    "索咸赖卓蔺屠蒙池乔胥苍双闻莘党翟谭贡劳申扶冉桑桂边燕冀浦尚农温庄晏柴瞿阎连习艾容向古易廖耿满匡国文寇广东欧沃利蔚越师巩聂敖冷辛那简饶空曾沙丰关查"
    "荆红游竺权盖益桓公朴岳缪亢佘归海晋楚闫涂岸肖操付代"
)
"""Surnames of one character: of China, Korea and Vietnam; 欧阳, 中谷, 小野寺 and the like are read by what follows."""
_LONG_SURNAMES = (
    "欧阳", "司马", "诸葛", "上官", "司徒", "皇甫", "尉迟", "公孙", "慕容", "夏侯", "令狐", "小野寺", "中谷", "滨田", "浜田", "河野",
    "木原", "岩屋", "稻田", "小泉", "石破", "岸田", "高市", "茂木", "林芳", "吉田", "山崎", "南云", "内仓", "南宫",
)  # fmt: skip
_STOP = re.compile(
    r"表示|表达|强调|强烈|指出|宣布|介绍|会见|会谈|会晤|会面|举行|出席|访问|到访|访华|来访|抵达|抵京|到达|参加|参观|主持|发表|发言|发布|签署|签订|签字|陪同|一行|分别|共同|致辞|致电|讲话|透露|证实|呼吁|感谢|回答"
    r"|通电话|通话|应邀|应约|日前|近日|今天|昨天|当天|当日|当地|上午|下午|晚上|先后|代表|带领|领导|率领|率团|提出|提议|迎接|欢迎|接见|接受|接待|进行|开始|结束|前往|赴|启程|离开|认为|重申|希望|期待|同意|批准|以及|并|任|担任|兼"
    r"|检阅|视察|检查|考察|观摩|观看|登上|乘|通过|将于|将在|将与|将率|将同|因|已|曾|正|仍|又|再|还|也|均|则|却|都|等|等人|本月|本周|本人|所|为|从|自|被|把|给|让|由|经|拒绝|推迟|取消|特别|特使|要求|敦促|警告|谈|说|称|问|答|对|就|向|与|和|同(?!古)|跟|或|在|至|到|的(?!黎)|是|了|着|率|将(?!军)|会|于(?![晓越右])|先生|女士|阁下|殿下|及其"
)
"""Words that no name goes on with."""
_NOBODY = re.compile(
    r"^(?:两国|各国|三国|多国|双方|各方|中方|对方|其他|有关|相关|高级|主要|前任|新任|现任|时任|首任|历任|同时|目前|随后|此前|本次|此次|这次|今年|去年|近年|期间|部队|军队|官兵|人员|代表团|学员|全体|多名|一名|两名|该|此|每|某|本|其|他|她|我|你|各|另|其中|方面|工作|办公|助理|秘书|夫人|发言|候选)"
)
"""Beginnings of words that stand where a name could."""
_FORMER = re.compile(r"(?:前|原|时任|已故|前任)$")
_BODIES = r"(?:武装|联邦|共和国|王国|国家|人民|国防|国民|卫队|警卫|三军|陆军|海军|空军|海岸|警备|部队|力量|陆战队|总|常务|第一|执行|首席|联合|外交部|国防部|军|方|府|临时|过渡|政府|新任|现任|的|驻[^，。、；]{1,8}){0,4}"
_STATE = re.compile(_BODIES)
_SEATED = re.compile(r"驻[^，。、；]{0,6}$")
_OF_CHINA = re.compile(
    r"(?:中央军委|军委|解放军|[东南西北中]部战区|战区|火箭军|战略支援部队|全国人大|中共中央)[^，。、；]{0,10}$"
)
"""What only China has, right before or in an office."""
_LONGEST = 16
_BACK = 12
_TITLES = ("office", "rank", "courtesy")


def find(passage: Passage) -> list[tuple[Run, Title]]:
    """Names behind or before titles, with what these say, in text order."""
    marks = sorted((m for kind in _TITLES for m in passage.marks(kind)), key=lambda m: (m.start, -m.end))
    found: dict[int, tuple[Run, Title]] = {}
    for mark in marks:
        if run := _behind(passage, mark):
            _, title = found.setdefault(run.start, (run, Title(mark.start)))
            _take(passage, title, mark)
    for mark in marks:
        run = next((run for run, _ in found.values() if run.end == mark.start), None) or _before(passage, mark)
        if run:
            _, title = found.setdefault(run.start, (run, Title(run.start)))
            _take(passage, title, mark)
    return [found[start] for start in sorted(found)]


def _take(passage: Passage, title: Title, mark: Mark) -> None:
    """What a title beside a name says, and what stands joined to its front: 总参谋长陆军上将."""
    for part in (*_joined(passage, mark), mark):
        if part.kind == "rank":
            title.rank = title.rank or Span(part.start, part.end)
        elif part.kind == "office" and part not in title.offices:
            title.offices.append(part)
        title.courtesy = title.courtesy or part.kind == "courtesy"
        title.start = min(title.start, part.start)
    head = passage.document.text[max(passage.start, title.start - 4) : title.start]
    title.absent = title.absent or bool(_FORMER.search(head))
    title.country = title.country or _country(passage, title)


def _joined(passage: Passage, mark: Mark) -> Iterator[Mark]:
    """Titles that end where this one begins, but for a name of a service between."""
    at = mark.start
    for _ in range(3):
        gap = re.search(r"(?:[、兼暨]|陆军|海军|空军)?$", passage.document.text[max(passage.start, at - 2) : at])
        ends = (at, at - len(gap.group()) if gap else at)
        before = next((m for end in ends if (m := mark_before(passage, end, *_TITLES))), None)
        if before is None or before.start >= at:
            return
        yield before
        at = before.start


def _behind(passage: Passage, mark: Mark) -> Run | None:
    """The name that begins where a title ends."""
    text = passage.document.text
    end = min([passage.end, mark.end + _LONGEST, *(m.start for m in _others(passage) if m.start >= mark.end)])
    head = re.match(rf"[\u4e00-\u9fff{_DOTS}]*", text[mark.end : end])
    words = head.group() if head else ""
    stopped = _STOP.search(words)
    if not stopped and any(m.start == mark.end + len(words) for kind in _TITLES for m in passage.marks(kind)):
        return _run(passage, mark.end, words)  # 切尔诺戈连科少将
    words = _cut(passage, words[: stopped.start()] if stopped else words, whole=bool(stopped) or not words)
    return _run(passage, mark.end, words)


def _before(passage: Passage, mark: Mark) -> Run | None:
    """The name that ends where a title begins: 布林肯国务卿, 董军防长."""
    text = passage.document.text
    taken = [m.end for m in _others(passage) if m.end <= mark.start]
    floor = max([passage.start, mark.start - _BACK, *taken])
    tail = re.search(rf"[\u4e00-\u9fff{_DOTS}]*$", text[floor : mark.start])
    words = tail.group() if tail else ""
    for stopped in _STOP.finditer(words):
        words = tail.group()[stopped.end() :] if tail else ""
    foreign = any(dot in words for dot in _DOTS) or (len(words) > 2 and _SOUNDS.issuperset(words))
    home = words[:1] in _SURNAMES and len(words) in {2, 3} and mark.kind == "rank"
    return _run(passage, mark.start - len(words), words) if foreign or home else None


def _others(passage: Passage) -> Iterator[Mark]:
    for kind in (*_TITLES, "country", "body", "former"):
        yield from passage.marks(kind)


def _cut(passage: Passage, words: str, *, whole: bool) -> str:
    """The name at the beginning of these words: by sound up to another character, else as long as names are."""
    if any(dot in words for dot in _DOTS):
        last = max(words.rfind(dot) for dot in _DOTS) + 1
        return words[:last] + _sounding(words[last:])
    sounding = _sounding(words)
    if len(sounding) > 3 or (len(sounding) == len(words) == 3 and words[0] not in _SURNAMES):
        return sounding
    if words.startswith(_LONG_SURNAMES):
        return words[:4]
    if words[:1] in _SURNAMES:
        return words if len(words) <= 3 and whole else _as_often(passage, words)
    return sounding


def _sounding(words: str) -> str:
    return next((words[:n] for n, sign in enumerate(words) if sign not in _SOUNDS and sign not in _DOTS), words)


def _as_often(passage: Passage, words: str) -> str:
    """Two or three characters, whichever the document repeats."""
    text = passage.document.text
    return words[:3] if len(words) > 2 and text.count(words[:3]) >= text.count(words[:2]) else words[:2]


def _run(passage: Passage, start: int, words: str) -> Run | None:
    words = words.rstrip(_DOTS)
    if len(words) < 2 or _NOBODY.match(words):
        return None
    span = Span(start, start + len(words))
    if passage.covered(span, "country", "office", "rank", "body"):
        return None
    parts = (match.span() for match in re.finditer(f"[^{_DOTS}]+", words))
    return Run(span.start, span.end, tuple(Word(start + a, start + b, words[a:b]) for a, b in parts))


def _country(passage: Passage, title: Title) -> Mark | None:
    """The state right before a title, not the one where an envoy serves."""
    text = passage.document.text
    before = [c for c in passage.marks("country") if c.end <= title.start]
    inside = [c for o in title.offices for c in passage.marks("country") if o.start <= c.start < o.end]
    for mark in reversed([*before, *inside][-3:]):
        gap = text[mark.end : title.start] if mark.end <= title.start else ""
        if not _STATE.fullmatch(gap):
            break
        if not _SEATED.search(text[passage.start : mark.start]):
            return mark
    head = text[passage.start : title.offices[0].end] if title.offices else ""
    own = _OF_CHINA.search(head)
    return Mark(title.start, title.offices[0].end, "country", "CN") if own and title.offices else None
