"""The outlet, as it calls itself: masthead, owner's line, dateline, title's tail, 'NAME reports', first page, domain."""

import re
from collections import Counter
from collections.abc import Iterator

from extractor.document import bodies, chrome, dateline, furniture, imprint
from extractor.document.article import Line, Span
from extractor.document.imprint import CAPTION, LAST, MOTTO, NAME, UPPER, Named
from extractor.document.page_words import anywhere, is_section, leading, pieces
from extractor.normalise import countries
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import is_small, word_count

_FIRST_LINE = re.compile(
    rf"^{UPPER}[^.:(/\n]{{1,40}}?(?:[,.] [^.(/\n]{{2,20}}\.?)? ?[(/](?P<o>[^()/\d\n]{{2,40}})[)/]\s?[.:–—-]"
    rf"|^{UPPER}{{3,}}(?: {UPPER}{{3,}})? [-–—] (?P<whole>{NAME})$"
)
_ARABIC_FIRST_LINE = re.compile(r"^[\u0600-\u06ff ]{2,30} ?\((?P<o>[^()\d\n]{2,30})\)\s?[:–—-]")
_PRESS = (
    re.compile(
        rf"(?:^|[,.;”\"]\s|\bto\s|\btold\s|\bgegenüber\s)(?P<o>{NAME}) (?:reports?|reported|has learne?[dt]|informs|berichtet|writes|correspondent)(?!\w)"
    ),
    re.compile(
        rf"(?:\breports|berichtet|сообщает|передает|передаёт|пишет|повідомляє|rapporte|informa|bildirir|xəbər verir ki|podaje|relata)[, ]+(?:the |die |der |das |агентство |ИА |агенция |l'agence |la agencia |редакция )?[«\"“]?(?P<o>{NAME})"
    ),
    re.compile(
        rf"(?:^|\s)(?P<o>{NAME})(?:['’]?(?:a|ya|na|ə|yə|nə))? (?:bildirir|xəbər verir|istinadən|məlumat yayır|aktardığına|özəl)"
    ),
    re.compile(rf"\b(?:told|to|gegenüber|dem|der) (?P<o>{NAME})(?: bestätigte| sagte| mit)?[.,]?$"),
    re.compile(r"(?:^|\n)(?P<o>[A-Z][\w.-]{2,30}):(?:\n|$)"),
    re.compile(
        r"[\"«“](?P<o>[^\"»”\n]{3,30})[\"»”](?:(?:[nny]?[aəeı]|ya) | (?:xəbər|bildir|məlumat|haber|сообщ|переда|пишет|повідом|пише|reports|berichtet|rapporte))"
    ),
)
_TOLD = re.compile(rf"\b(?:told|[Ss]peaking to|spoke to) (?:the )?(?P<o>{NAME})")
_DOMAIN = re.compile(
    r"(?<![\w@/.])(?P<o>[A-Z][\w-]{1,40}\.(?:az|com|org|net|de|ru|info|news|tr|kz|ge|by|ua|pl|fr|es|it|ro|nl|ch|at|uz|kg|md|am|[Aa]z|AZ))\b(?! ?:\S)"
)
_BODY = re.compile(
    r"minist|departement|адм[иі]н[иі]страц|nazirli|bakanli|defen[cs]e (?:forces|department)|\barmed forces|general staff|press[- ]?(?:service|office)|pressestelle|пресс-?служб|وزارة|embassy|\bnavy$|\barmy$|president|generalstab|sztab|genelkurmay"
)
_MINISTRY = re.compile(r"(?:the )?(?:minist|м[іи]н[іи]ст)\w+")
"""A ministry without its field."""
_NO_NAME = re.compile(
    r"^[«»‹›<>]\s|\bnuotr\.|\b(?:nuestr[oa]|notre|nostr[oa]|noss[oa]|unser\w*)\s|\b(?:enviad[oa]|envoyée?|inviat[oa]) (?:especial|spéciale?|speciale)\b",
    re.IGNORECASE,
)
"""A page's arrow back, a Lithuanian credit of a picture, and who was sent: '« poprzednia', '(De nuestro enviado)'."""
_STATE = re.compile(
    r"^(?:republic of|republik|government of|государство|правительство|republique|republica|gouvernement|gobierno|.* respublikasi$|.* cumhuriyeti$)"
)
_WIRE = re.compile(
    r"(?:dpa|apa|sda|afp|ap|reuters|efe|ansa|tass|тасс|риа|interfax|интерфакс|pap|belga|anp|lusa|aa|dha|iha)\b",
    re.IGNORECASE,
)
"""Agencies whose texts other outlets print: named in a dateline, they are the outlet only of a page without another name."""
_FREQUENCY = re.compile(r"\s\d{2,3}[.,]\d{1,2}(?:\s?[mM][hH]z)?$")
"""A station's wave length behind its name: no part of it."""
_WEATHER = re.compile(
    r"[-+−]?\d{1,2}(?:[.,]\d)?\s?(?:[°º]\s?[CF]?|[CF])$|\s\d{1,2}C\s|\d\s?[°º](?!\w|\d)|\d\s?[°º]\s?C\b|\d\s?C\s?[°º]"
)
"""Degrees, on or above the line that names the town for which they are told."""
_MEDIA = re.compile(
    r"\b(?:news|haber|haberleri|ajans[ıi]|press|presse|today|online|media|medya|tv|digital|daily|times|post|herald|journal|gazetesi|gazete|info"
    r"|novosti|новости|портал|redakcja)\b|(?:^|\s)(?:نت|نيوز|وكالة|صحيفة|جريدة|خبرگزاری)(?:\s|$)|\w\.(?:com|net|org|info|az|ru|de|tr|id|pl)\b",
    re.IGNORECASE,
)
"""Words of an outlet's name, which tell it from a person's on a line between the headline and the article."""
_BELOW = 3
"""Lines below the headline that can be such a line."""
_MOST_WORDS = 7
_SAYING = 4
"""Words of a line that may say something."""
_LETTERS_OF_A_LINK = 3
"""Letters of 'the', 'and', 'für' at most, which names write small."""


def find(text: str, lines: list[Line], title: Span | None, place: Span | None, language: str) -> str | None:
    """The outlet's name as printed, the one that most places of the page agree on; None if it names none. `place`: the dateline."""
    candidates = (named for named in _candidates(text, lines, title, place) if _is_name(named.name))
    headline = fold_text(text[title.start : title.end]) if title else ""
    found = [
        named for named in candidates if fold_text(named.name) not in headline and not _is_place(named.name, language)
    ]
    if not found:
        return None
    votes = [sum(_weight(found, other) for other in _kinds(found) if same(named.name, other)) for named in found]
    top = max(votes)
    alike = [named for named, vote in zip(found, votes, strict=True) if vote == top]
    often = Counter(named.name for named in found)
    chosen = max(alike, key=lambda n: (n.printed, not _DOMAIN.fullmatch(n.name), often[n.name], n.weight))
    plain = [
        n
        for n in found
        if _DOMAIN.fullmatch(chosen.name) and not _DOMAIN.fullmatch(n.name) and same(n.name, chosen.name)
    ]
    return (plain[0] if plain else chosen).name


def _kinds(found: list[Named]) -> set[str]:
    return {named.name for named in found}


def _weight(found: list[Named], name: str) -> int:
    return max(named.weight for named in found if named.name == name)


def same(one: str, other: str) -> bool:
    """Whether one name holds the other, or is its initials: 'Steppe' and 'Steppe News', 'ANR' and 'Agencia de N. R.'."""
    short, long = sorted((fold_text(one).removesuffix(".az"), fold_text(other)), key=len)
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]{3,}", long))
    return re.search(rf"(?<!\w){re.escape(short)}", long) is not None or (len(short) > 2 and short == initials)


def _candidates(text: str, lines: list[Line], title: Span | None, place: Span | None) -> Iterator[Named]:
    shown = [(line, text[line.start : line.end]) for line in lines]
    yield from _masthead([(line, words) for line, words in shown if title and line.start < title.start])
    below = [words for line, words in shown if title and line.start >= title.end][:_BELOW]
    yield from (Named(words, 2) for words in below if _is_named_below(words))
    for index, (line, words) in enumerate(shown):
        picture = len(words.partition("©")[0].split()) >= CAPTION and index < len(shown) - LAST
        if not picture and (line.chrome not in {"tail", "comment"} or imprint.OWNED.search(words)):
            yield from imprint.owner(words)
        if title and line.start > title.start and line.chrome != "comment":
            yield from _after_title(text, words, title)
    if place and (agency := dateline.agency(text[place.start : place.end])):
        yield Named(agency, 1 if _WIRE.match(agency) else 4)
    body = [
        words for line, words in shown if line.chrome in {None, "repeat"} and not (title and line.start <= title.start)
    ]
    yield from (named for _, words in shown[-LAST:] for named in imprint.signed(words))
    yield from _first_lines(body[:6])
    yield from _press(body, text)


def _is_named_below(words: str) -> bool:
    """Whether a line under the headline is the outlet's name."""
    named = _MEDIA.search(words) or _BODY.search(fold_text(words))
    return len(words.split()) <= _SAYING and not words.endswith(".") and bool(named)


def _masthead(above: list[tuple[Line, str]]) -> Iterator[Named]:
    """The first lines above the headline in which a page names itself, without their motto."""
    seen = 0
    menus = {fold_text(piece) for _, words in above if len(parts := pieces(words)) > 2 for piece in parts}
    for (line, words), before in zip(above, ["", *(words for _, words in above)], strict=False):
        if (
            _WEATHER.search(words)
            or ("°" in words and furniture.whole_day(words))
            or _WEATHER.search(before)
            or line.chrome in {"button", "headlines", "clock", "stamp", "comment", "caption"}
            or chrome.is_stamp(words)
            or furniture.heading(words)
            or leading("skip").match(fold_text(words))
            or leading("caption").match(fold_text(words))
            or (words[:1].islower() and furniture.reason(before) == "caption")
            or _is_notice(words)
        ):
            continue
        first = _FREQUENCY.sub("", MOTTO.split(words)[0].strip(furniture.BULLETS))
        if _goes_on(words, first):
            continue
        label, _, motto = first.partition(": ")
        first = label if motto and (label.isupper() or _MEDIA.search(label)) else first
        crumbs = re.search(r"\s[»>＞→/›]\s", words)
        if fold_text(first) in menus and first == words.strip(furniture.BULLETS):
            continue
        if is_section(first) or furniture.is_weekday(first) or leading("clock").match(fold_text(words)):
            continue
        several = line.chrome == "menu" and not crumbs and len(pieces(words)) > 2 and not furniture.whole_day(words)
        if (first != words.strip(furniture.BULLETS) and several) or furniture.whole_day(first):
            continue
        state = bool(_STATE.match(fold_text(first)))
        body = bool(_BODY.search(fold_text(first)))
        yield Named(
            first, 4 if body else 0 if state else max(1, 3 - seen) - bool(crumbs), printed=not crumbs or seen == 0
        )
        seen += 1
        if seen == 3:
            return


def _goes_on(words: str, first: str) -> bool:
    """Whether a line only pauses behind its first words, as a headline does: 'Cotton: planters wait', 'Boy (9) falls'."""
    rest = words.strip(furniture.BULLETS)[len(first) :]
    pauses = re.match(r"\s?[:,(](?!:)|\.\s", rest) and word_count(rest.strip(" .:,(")) >= _MOST_WORDS // 2
    return (
        bool(pauses)
        and not furniture.whole_day(rest)
        and not _BODY.search(fold_text(words))
        and not _MEDIA.search(words)
        and not anywhere("masthead").search(fold_text(words))
    )


def _is_notice(words: str) -> bool:
    """A sentence that speaks to the reader: too long for a name with its motto."""
    return furniture.is_sentence(words) and len(words.split()) > _MOST_WORDS


def _after_title(text: str, words: str, title: Span) -> Iterator[Named]:
    """What stands behind or before the repeated headline: 'Headline – NAME', 'NAME :Headline'."""
    headline = text[title.start : title.end]
    before, found, after = words.partition(headline)
    if not found:
        return
    behind = re.match(r"^\s*[|–—-]\s+(.{2,40}?)(?:\s[|–—-]\s.*)?$", after)
    ahead = re.match(r"^(.{2,30}?)\s?:\s?$", before.strip(furniture.BULLETS))
    for match in (behind, ahead):
        if match and not re.search(r"gallery|image|photo|\d{2}", fold_text(match[1])):
            yield Named(match[1].strip(), 2, printed=True)


def _first_lines(body: list[str]) -> Iterator[Named]:
    for words in body:
        match = _FIRST_LINE.match(words) or _ARABIC_FIRST_LINE.match(words)
        if match:
            groups = match.groupdict()
            name = groups.get("o") or groups.get("whole") or ""
            if len(name) > 2 and not (is_small(name) and name.islower()):
                yield Named(name, 1 if _WIRE.match(name) else 3, printed=bool(groups.get("whole")))


def _press(body: list[str], text: str) -> Iterator[Named]:
    for words in body:
        for pattern in _PRESS:
            for match in pattern.finditer(words):
                name = match["o"].rstrip(".")
                if not bodies.is_body(name) and (text.count(name) > 1 or pattern is _PRESS[0] or pattern is _PRESS[1]):
                    yield Named(name, 1 + (text.count(name) > 1))
    told = (match["o"] for words in body for match in _TOLD.finditer(words))
    yield from (Named(o, 2) for o in told if _MEDIA.search(o) or anywhere("masthead").search(fold_text(o)))
    for match in _DOMAIN.finditer(text):
        yield Named(match["o"], 1)


def _is_name(name: str) -> bool:
    words = name.split()
    figures = sum(any(c.isdigit() for c in word) for word in words)
    plain = len(name) >= 3 and sum(c.isalpha() for c in name) >= 2 and not (is_section(name) or _NO_NAME.search(name))
    cut_off = (
        _MINISTRY.fullmatch(fold_text(name))
        or name.endswith(("…", "...", ":"))
        or re.search(r":\s", name)
        or re.search(r":\d", name)
    )
    return plain and 1 <= len(words) <= _MOST_WORDS and figures <= 1 and not cut_off and not _says(words)


def _is_place(name: str, language: str) -> bool:
    """Whether it is a state's or a capital's name alone: the town of a dateline or of the weather, a section."""
    return countries.is_country(name, language) or countries.of_capital(name) is not None


def _says(words: list[str]) -> bool:
    """Whether most of four words, or two of more, are written small, as in a headline: a name has capitals, or is a body's."""
    small = sum(len(word) > _LETTERS_OF_A_LINK and is_small(word) for word in words)
    says = (len(words) >= _SAYING and 2 * small > len(words)) or (len(words) > _SAYING and small > 1)
    return says and not _BODY.search(fold_text(" ".join(words)))
