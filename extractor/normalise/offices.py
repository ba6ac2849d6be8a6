"""Offices in ten languages (en, de, ru, uk, fr, es, tr, az, pl, ar): the words in front of a name → the role they mean.

Two offices give the higher one: head of state or government > minister > chief of defence > deputy minister >
service chief > commander (R21). A deputy's title holds the minister's, so deputies are read first.
"""

import re
from dataclasses import dataclass

from extractor.normalise.fold import fold, fold_text

_FORCES = r"(?:navy|naval (?:forces|staff)|air (?:force|staff)|army(?! general)|ground forces|land forces|coast ?guard|marine corps)"
_PATTERNS: dict[str, str] = {
    "deputy_defence_minister": r"(?:first )?(?:deputy|vice|assistant|junior)[ -](?:minister|secretary) (?:of|for) (?:national )?defen[cs]e"
    r"|(?:first )?(?:deputy|vice)[ -]defen[cs]e (?:minister|secretary)|(?:under|permanent |principal )-?secretary[^,.;]{0,30}defen[cs]e"
    r"|(?:state )?secretary (?:of state )?(?:at|in) the (?:ministry|department) of defen[cs]e|vizeverteidigungsminister\w*"
    r"|stellvertretende\w* verteidigungsminister\w*|(?:parlamentarische\w* )?staatssekretar\w*|(?:перв\w+ )?(?:заместител\w+|зам)\s?министра обороны"
    r"|замминистра обороны|(?:перш\w+ )?заступни\w+ м.н.стра оборони|vice-ministre\w*[^,.;]{0,20}defense|secretaire d'etat[^,.;]{0,30}(?:defense|armees)"
    r"|(?:vice|sub)(?:ministr|secretari)[oa] de (?:la )?defensa|savunma bakan.? yard.mc.s.|mudafi. nazirinin (?:birinci )?muavini"
    r"|wiceminist\w+ obrony|(?:pod)?sekretarz\w* stanu|نائب وزير الدفاع",
    "head_of_state": r"(?<!vice )(?<!vice-)\bpresident(?:a|en|s)?\b(?! of the (?:parliament|assembly|senate))|\bking\b|\bemir\b|\bsultan\b|bundesprasident\w*|staatsprasident\w*|prasident(?:in|en)?\b"
    r"|президент\w*|presidente\b|cumhurbaskan\w*|\bprezident\w*|prezydent\w*|رئيس الجمهورية",
    "head_of_government": r"(?<!deputy )prime[ -]minister|\bpremier\b(?! ministre de)|\bchancellor|bundeskanzler\w*|ministerprasident\w*|premierminister\w*"
    r"|премьер-министр\w*|прем'.р-м.н.стр\w*|premier ministre|primer[ao]? ministr[oa]|basbakan\w*|bas nazir\w*|رئيس (?:الوزراء|الحكومة)",
    "foreign_minister": r"(?<!deputy )foreign (?:minister|secretary)|minister (?:of|for) foreign affairs|au.enminister\w*|министр\w* иностранных дел"
    r"|м.н.стр\w* закордонних справ|ministre des affaires etrangeres|ministr[oa] de (?:relaciones|asuntos) exteriores|canciller\b"
    r"|disisleri bakan\w*|xarici isl.r nazir\w*|minist\w+ spraw zagranicznych|وزير الخارجية",
    "defence_minister": r"minister (?:of|for) (?:national )?defen[cs]e|defen[cs]e (?:cabinet )?(?:minister|secretary)|secretary of (?:national )?defen[cs]e"
    r"|(?:bundes)?verteidigungsminister\w*|министр\w* (?:национальной )?обороны|м.н.стр\w* оборони|ministre (?:de la|des|d'etat[^,.;]{0,12}) ?(?:defense|armees)"
    r"|ministr[oa] de (?:la )?(?:defensa|defesa)|(?:milli )?savunma bakan\w*|mudafi. nazir\w*|minist\w+ obrony|وزير الدفاع",
    "chief_of_defence": r"chiefs? of (?:the )?(?:\w+ )?(?:general|defen[cs]e|joint|main) staffs?|chief of (?:the )?defen[cs]e(?! staff)|chair(?:man|woman|person)? of the joint chiefs"
    r"|chief of staff of the armed forces|commander[- ]in[- ]chief of the (?:armed|defen[cs]e) forces|chief of the defen[cs]e forces?|generalinspekteur\w*"
    r"|generalstabschef\w*|chef\w* des generalstab\w*|chef der armee|начальник\w* (?:главного штаба|генерального штаба|генштаба|общего штаба)"
    r"|начальник\w* генерального штабу|chef d'etat-major (?:general|des armees)|jef[ea] del? estado mayor(?! de(?: la (?:armada|marina|fuerza)|l ejercito))"
    r"|genelkurmay baskan\w*|(?:bas|general) q.rargah\w* r.isi|szef\w* sztabu generalnego|رئيس (?:هيئة )?(?:ال)?(?:أ|ا)ركان",
    "service_chief": rf"(?:chief|commander(?:[- ]in[- ]chief)?|head) of (?:the )?(?:\w+ ){{0,2}}{_FORCES}|\b{_FORCES} (?:chief|commander)"
    r"|inspekteur\w* (?:der|des) (?:marine|heeres|luftwaffe)|(?:главно)?командующ\w+ (?:вмс|вмф|ввс|сухопутн\w+|военно-(?:морск|воздушн)\w+)"
    r"|chef d'etat-major de (?:la marine|l'armee)|jef[ea] del? estado mayor de(?: la (?:armada|marina|fuerza aerea)|l ejercito)|comandante (?:general |en jefe )?(?:de la (?:armada|marina|fuerza aerea)|del ejercito)|kuvvetleri komutan\w*"
    r"|(?:quvv.l.ri|qosunlarinin) komandan\w*|قائد القوات (?:البحرية|الجوية|البرية)",
    "attache": r"(?:military|defen[cs]e|naval|air) attache\w*|(?:militar|verteidigungs)attache\w*|воен\w+ атташе|в.йськов\w+ аташе|attache (?:militaire|de defense)"
    r"|agregad[oa] (?:militar|de defensa|naval)|(?:askeri|h.rbi) atase\w*|attache (?:wojskow\w+|obrony)|ملحق",
    "ambassador": r"ambassador|botschafter\w*|пос(?:ол|ла|лом)\b|ambassad(?:eur|rice)|embajador\w*|buyukelci\w*|s.fir\w*|ambasador\w*|سفير",
}
_BY_ROLE = {role: re.compile(fold_text(pattern)) for role, pattern in _PATTERNS.items()}
_ORDER = (
    "head_of_state", "head_of_government", "defence_minister", "foreign_minister", "chief_of_defence",
    "deputy_defence_minister", "service_chief", "attache", "ambassador",
)  # fmt: skip


_AND = re.compile(r"^[^.;\n]{0,70}\b(?:and|und|и|і|та|et|y|e|ve|və|i|و)\s+(?:the\s+|der\s+)?$")
_SETTLED = re.compile(
    r"\b(?:of|the|Armed|Forces|Army|Navy|Air|Force|Republic|Federation|Ministry|Defen[cs]e|National|United|States|Kingdom|General|Staff|Colonel"
    r"|Lieutenant|Major|Brigadier|Vice|Rear|Admiral|Captain|Commodore|Marshal|Mr|Mrs|Ms|Dr|Sir)\b\.?"
)
"""Capitalised words that are no names of persons."""
_SOMEBODY = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐƏĞİÖŞÜÇŁŚŻ][\w’'-]+\s+){2}\w|[.;]\s")


@dataclass(frozen=True)
class Office:
    """An office in a text: raw code points, end exclusive, and the role it means."""

    role: str
    start: int
    end: int


def find(text: str) -> Office | None:
    """The highest office named in `text` (R21), or None."""
    found = find_all(text)
    return min(found, key=lambda office: (_ORDER.index(office.role), office.start), default=None)


def find_all(text: str) -> list[Office]:
    """Every office named in `text`, in its order; a deputy's title is not also the minister's."""
    folded = fold(text)
    rest = folded.text
    found: list[Office] = []
    for role, pattern in _BY_ROLE.items():
        found += [Office(role, *folded.raw(*match.span())) for match in pattern.finditer(rest)]
        rest = pattern.sub(lambda match: " " * len(match.group()), rest)
    return sorted(found, key=lambda office: office.start)


def held_before(text: str) -> Office | None:
    """The office of the person whose name follows `text`: the last one named, or the higher of two joined by 'and'.

    None if somebody else's name stands between the office and the end of `text`.
    """
    found = find_all(text)
    if not found or _SOMEBODY.search(_SETTLED.sub(" ", text[found[-1].end :])):
        return None
    title = [found[-1]]
    for office in reversed(found[:-1]):
        if not _AND.search(text[office.end : title[0].start]):
            break
        title.insert(0, office)
    return min(title, key=lambda office: _ORDER.index(office.role))
