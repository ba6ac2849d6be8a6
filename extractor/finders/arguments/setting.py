"""What the words around a place say: that something is in a country, on a visit to it, meant of its government; and in what way it takes place."""

import re

from extractor.finders import places
from extractor.finders.events.scenes import Scene
from extractor.finders.found import Found
from extractor.finders.places import locatives
from extractor.finders.places.locatives import Passage
from extractor.normalise import countries

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

CLOSE = 8
"""Code points between a place and a word that are a preposition and an article."""


def means_government(found: Found, place: places.Place) -> bool:
    """Whether a capital stands for its government: 'o Governo de Ancara', 'Canberra yönetimi'."""
    text = found.document.text
    before, after = text[max(0, place.city.start - _BEFORE) : place.city.start], text[place.city.end :]
    return _GOVERNMENT_OF.search(before) is not None or _GOVERNMENT.match(after) is not None


def aim(found: Found, scene: Scene) -> str | None:
    """The country that the telling line says somebody is on a visit to."""
    line = found.document.sent[scene.line - 1]
    words = found.document.words(line)
    mentions = countries.find(words, found.document.clues.language)
    aims = (m.code for m in mentions if _ON_VISIT.search(words[: m.start]) or _IN_VISIT.match(words, m.end))
    return next(aims, None)


def from_cue(found: Found, scene: Scene, place: places.Place) -> int:
    """Code points between a place and the nearest word that tells of the event: 'trained in Graz, under a pact signed in Bern'."""
    cues = [cue.span for cue in found.cues if cue.line == scene.line and cue.family == "type"]
    telling = [cue.span for cue in found.cues if cue.line == scene.line and cue.value == scene.event_type] or cues
    return min((max(cue.start - place.city.end, place.city.start - cue.end) for cue in telling), default=0)


def said_in(found: Found, number: int) -> tuple[str, ...]:
    """The countries that a line says something happens in, in their order: 'a visit to Jordan', 'в Казахстане'."""
    line, language = found.document.sent[number - 1], found.document.clues.language
    passage = Passage(found.document.words(line), line.start, number, None, language)
    said = [mention.code for mention in passage.mentions if _is_in(passage, mention)]
    ours = found.own if countries.own_land(passage.text) else None
    return tuple(dict.fromkeys(code for code in (*said, ours) if code))


def _is_in(passage: Passage, mention: countries.Mention) -> bool:
    """Whether the words around a country say that something is in it."""
    before = passage.text[: mention.start]
    to = _TO.search(before)
    if (
        (to and to["word"].lower() != _NO_PREPOSITION.get(passage.language))
        or _VISITS.search(before)
        or _AT.search(before)
    ):
        return True
    position = next(at for at, token in enumerate(passage.tokens) if token.end > mention.start)
    return not _FROM.search(before) and locatives.country(passage, mention, position)


def mode(found: Found, scene: Scene) -> str:
    """in_person but for calls (H1)."""
    modes = {cue.value for cue in found.cues if cue.family == "mode" and cue.line in {scene.line, scene.line + 1}}
    if scene.event_type == "call":
        return "video" if "video" in modes else "phone"
    return "in_person"
