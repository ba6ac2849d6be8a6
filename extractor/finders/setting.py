"""Where a scene is set, and in what way it takes place: from the places and words of the lines that tell it."""

import re
from collections.abc import Collection, Sequence

from extractor.finders import dating, locatives, places
from extractor.finders.days import Days
from extractor.finders.found import Found
from extractor.finders.locatives import Passage
from extractor.finders.scenes import Scene
from extractor.finders.told import alike
from extractor.normalise import countries

_INDOORS = frozenset({"meeting", "staff_talks", "signing"})
"""Kinds whose place no other line names than one that tells of them: what else is named there is talked about."""
_TO = re.compile(
    r"(?:^|\s)(?P<word>in|to|nach|en|au|aux|à|a|в|у|w|we|do|na|في|إلى|nel|naar|în)\s(?:the |la |les |der |die |das )?"
    r"(?:(?:\w+ )?(?:Republic|Kingdom|State|Sultanate) of (?:the )?|Republica |Regatul (?:\w+ )?(?:al )?|(?:République|Royaume|República|Reino|Repubblica|Regno)(?: \w+)? (?:de |du |di |do |d['’]))?$",
    re.IGNORECASE,
)
"""Prepositions in front of a country, with what the state is."""
_NO_PREPOSITION = {"pl": "a", "cs": "a", "sk": "a", "hu": "a", "sr": "a", "hr": "a", "nl": "en", "pt": "do"}
"""Words that look like one of another language: 'między Polską a Jordanią'."""
_VISITS = re.compile(
    r"(?:visit(?:s|ed|ing)?|tour(?:s|ed)|stattete?n?|besucht(?:e|en)?|посети\w*|посеща\w*|відвіда\w*|visit[eéó]\w*|visita(?:do|rá|rão|ron|rono)?|ha visitato"
    r"|odwiedzi\w*|navštív\w*|a vizitat|bezoch?t\w*|bezoekt|besökte|زار|يزور)\s(?:the |la |le |l['’]|il |o |a |el )?$",
    re.IGNORECASE,
)
"""Verbs of visiting in front of a country: 'visited Georgia', 'stattet Georgien einen Besuch ab'."""
_AT = re.compile(
    r"\b(?:[Вв] (?:Министерстве|Генеральном штабе|Минобороны)|[УВув] (?:Міністерстві|Генеральному штабі)|[Ii]n (?:the )?Ministry|[Aa]t the (?:Ministry|headquarters)"
    r"|[Ii]m (?:\w*ministerium|\w*kommando)|[Aa]u (?:ministère|siège)|[Ee]n (?:el Ministerio|la sede)|[Aa]l Ministero|[Nn]o Ministério|[Ww] (?:Ministerstwie|siedzibie))"
    r"(?: (?:обороны|оборони|of (?:National )?Defen[cs]e|de la Défense(?: nationale)?|de (?:la )?Defensa(?: Nacional)?|della Difesa|da Defesa(?: Nacional)?|Obrony(?: Narodowej)?))?"
    r"(?: (?:Республики|Республіки|of|of the|of the Republic of|de la|de|del|du|della|do|da|Republiki|der))*\s?$"
)
"""Where a state's ministry or staff is, which is in that state: 'В Министерстве обороны …'."""
_FROM = re.compile(r"\b(?:omolog|ministr|coleg|partener)\w*(?: \w+){0,2} din $")
"""A Romanian 'in' that says whose somebody is: 'omologul său din Muntenegru'."""
_ON_VISIT = re.compile(
    r"\b(?:(?:is|are|was|were|currently|now) (?:\w+ )?(?:on|paying) an? (?:[\w-]+ ){0,2}visit to|(?:прибыл\w*|находящ\w+|находит\w+) с [\w-]+ ?визитом в"
    r"|(?:на|в|en) (?:visite|visita) [\w-]* ?(?:à|au|en|aux|a|al)|zu(?:m| einem)? [\w-]* ?Besuch in)\s(?:the |la )?$",
)
_IN_VISIT = re.compile(r"\w* (?:\w+ )?səfərdə olan")
"""Words before and behind a country that is being visited."""
_BEFORE = 30
"""Code points before a capital in which its government can be named."""
_GOVERNMENT_OF = re.compile(
    r"(?:govern\w*|gobierno|gouvernement|gabinete?|regierung|rząd\w*|vlád\w*|правительств\w*|уряд\w*|autorit\w*|حكومة)\s(?:de |of |in |von |w |v |d['’]|di )?$",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(r"['’]?\w{0,3}\s(?:government|administration|yönetimi|hükümeti|hökumət)")
_MONTH = len("2024-01")
_AROUND = 2
"""Lines around the telling one that may say where and when."""


def place(found: Found, scene: Scene, parties: Collection[str], *, main: bool) -> places.Place | None:
    """Where it happens (R16): where the telling line says, else the headline, the lines around it, or the dateline."""
    if scene.event_type == "call":
        return None
    inside = [place for place in found.places if place.country in parties]
    here = [p for p in inside if p.line == scene.line and not p.dateline and not _means_government(found, p)]
    said = [place for place in here if place.locative]
    if not said and scene.event_type == "visit":
        said = [
            place
            for place in here
            if _TO.search(found.document.text[max(0, place.city.start - _BEFORE) : place.city.start])
        ]
    if not said:  # a third country, where there is no town of one of the parties
        said = [other for other in found.places if other.locative and other.line == scene.line and not other.dateline]
    if said:
        return min(said, key=lambda place: _from_cue(found, scene, place))
    if not main:
        return here[0] if here else None
    when = dating.day(found, scene, main=main)
    told = [place for place in _told(found, scene, inside) if not _at_other_time(found, scene, place.line, when)]
    told = sorted(told, key=lambda place: abs(place.line - scene.line))
    above = [place for place in told if place.line == found.title]
    if scene.event_type in _INDOORS:
        told = [place for place in told if place.line < scene.line or _tells(found, scene, place)]
    beside = [place for place in told if abs(place.line - scene.line) <= _AROUND]
    aim = _aim(found, scene) or (country(found, scene) if scene.event_type == "visit" else None)
    dateline = [p for p in inside if p.dateline and p.line != found.title and aim in {None, p.country}]
    return next(iter((*above, *beside, *here, *dateline, *told)), None) or _village(found, scene)


def _means_government(found: Found, place: places.Place) -> bool:
    """Whether a capital stands for its government: 'o Governo de Ancara', 'Canberra yönetimi'."""
    text = found.document.text
    before, after = text[max(0, place.city.start - _BEFORE) : place.city.start], text[place.city.end :]
    return _GOVERNMENT_OF.search(before) is not None or _GOVERNMENT.match(after) is not None


def _tells(found: Found, scene: Scene, place: places.Place) -> bool:
    """Whether the place's line has a word for what happens: 'the attaché in Berlin' has none."""
    return any(alike(kind, scene.event_type) for line in found.told if line.number == place.line for kind in line.kinds)


def _aim(found: Found, scene: Scene) -> str | None:
    """The country that the telling line says somebody is on a visit to."""
    line = found.document.sent[scene.line - 1]
    words = found.document.words(line)
    mentions = countries.find(words, found.document.clues.language)
    aims = (m.code for m in mentions if _ON_VISIT.search(words[: m.start]) or _IN_VISIT.match(words, m.end))
    return next(aims, None)


def _village(found: Found, scene: Scene) -> places.Place | None:
    """A place that no gazetteer knows, in the telling line or close to it, where nothing is said to be at a known one."""
    if any(place.locative and place.line in scene.lines for place in found.places):
        return None
    near = [place for place in found.villages if abs(place.line - scene.line) <= _AROUND]
    return min(near, key=lambda place: abs(place.line - scene.line), default=None)


def _told(found: Found, scene: Scene, inside: Sequence[places.Place]) -> list[places.Place]:
    """Places that something happens at in the scene's lines, less those of what is still to come."""
    later = {line.number for line in found.told if line.of_plans and line.number != found.title}
    lines = {*scene.lines} - (later if scene.status == "held" else set())
    return [place for place in inside if place.locative and place.line in lines]


def _at_other_time(found: Found, scene: Scene, number: int, when: str | None) -> bool:
    """Whether a line gives only days of other months than that of the event: what it says was then."""
    line = next(line for line in found.told if line.number == number)
    given = [day.value for day in Days(found, scene).possible(line)]
    return bool(when and given) and not any(value[:_MONTH] == (when or "")[:_MONTH] for value in given)


def _from_cue(found: Found, scene: Scene, place: places.Place) -> int:
    """Code points between a place and the nearest word that tells of the event: 'trained in Graz, under a pact signed in Bern'."""
    cues = [cue.span for cue in found.cues if cue.line == scene.line and cue.family == "type"]
    telling = [cue.span for cue in found.cues if cue.line == scene.line and cue.value == scene.event_type] or cues
    return min((max(cue.start - place.city.end, place.city.start - cue.end) for cue in telling), default=0)


def country(found: Found, scene: Scene, village: places.Place | None = None) -> str | None:
    """The country that the telling line, or one around it, says it happens in: 'a visit to Jordan', 'в Казахстане'.

    A village is in the paper's own country where no other is said.
    """
    if scene.event_type == "call":
        return None
    near = sorted(scene.lines, key=lambda number: (abs(number - scene.line), number))
    said = (_said_in(found, number) for number in near if abs(number - scene.line) <= _AROUND)
    return next((code for code in said if code), found.own if village else None)


def _said_in(found: Found, number: int) -> str | None:
    line, language = found.document.sent[number - 1], found.document.clues.language
    passage = Passage(found.document.words(line), line.start, number, None, language)
    for mention in passage.mentions:
        before = passage.text[: mention.start]
        position = next(at for at, token in enumerate(passage.tokens) if token.end > mention.start)
        to = _TO.search(before)
        if (to and to["word"].lower() != _NO_PREPOSITION.get(language)) or _VISITS.search(before) or _AT.search(before):
            return mention.code
        if not _FROM.search(before) and locatives.country(passage, mention, position):
            return mention.code
    return found.own if countries.own_land(passage.text) else None


def mode(found: Found, scene: Scene) -> str:
    """in_person but for calls (H1)."""
    modes = {cue.value for cue in found.cues if cue.family == "mode" and cue.line in {scene.line, scene.line + 1}}
    if scene.event_type == "call":
        return "video" if "video" in modes else "phone"
    return "in_person"
