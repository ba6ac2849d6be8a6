"""Words that look like a country and are none: seas, rivers and continents, persons' names, American states."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.normalise.countries.table import Entry
from extractor.normalise.fold import fold_text


@dataclass(frozen=True)
class Token:
    """A word as written and folded, with its raw code points, end exclusive."""

    raw: str
    folded: str
    start: int
    end: int


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_text(text).split())


_SMALL = _words("of de des du di da do dos das del della dello von van vom the la le les el l d der den dem des la al")
_WATER = _words(
    "gulf sea ocean bay strait straits river lake basin golf meer meers meeres ozean see bucht fluss becken "
    "golfe mer océan baie détroit fleuve lac bassin golfo mar océano bahía estrecho río lago cuenca mare oceano baia stretto "
    "fiume bacino baía estreito rio bacia marea oceanul golful strâmtoarea fluviul râul lacul zee oceaan golf rivier meer "
    "залив залива заливе заливом заливу море моря морю морем морях океан океана океане океаном пролив пролива проливе река реки реке "
    "озеро озера затока затоки затоці затоку протока протоки океані озері річка zatoka zatoki zatoce zatokę morze morza morzu "
    "morzem ocean oceanu oceanie cieśnina cieśniny rzeka rzeki jezioro körfez körfezi körfezinde körfezine körfezinin denizi "
    "denizinde denizine denizinin okyanusu okyanusunda okyanusuna nehri gölü boğazı körfəzi körfəzində dənizi dənizində dənizinin "
    "okeanı okeanında gölü çayı boğazı خليج بحر المحيط محيط مضيق نهر بحيرة الخليج البحر "
    "bugt bugten bukt bukta bukten hav havet stræde strædet meri meren merellä merelle lahti lahden lahdella salmi dương biển laut lautan selat teluk samudra samudera sungai"
)
"""Next to a country's name these make a name of water: the Gulf of Guinea, das Japanische Meer, Гвинейский залив."""
_AFTER = _words(
    "delta peninsula canal ocean current war strait basin valley halbinsel полуостров полуострова полуострове"
)
_WARS = frozenset(["KR", "VN"])
_CONTINENT = _words(
    "latin south north central inter pan african afro native latino sud nord centro south sued lateinisch amérique latine "
    "południowa północna güney kuzey latın latin южная северная центральная латинская латинской южной северной південна "
    "південній латинська латинській ameryce ameryka łacińska łacińskiej południowej cənubi şimali"
)
_AMERICA = frozenset(["america", "amerique"])
_REGION = _words("latina central centrale meridional meridionale settentrionale septentrional del do du dello latine")
"""What follows America in Romance languages: 'América del Sur', 'Amérique centrale'."""
_REPUBLIC_STATES = _words("national air tech state guard southern bulldogs")
_TITLES = _words(
    "gen general col colonel lt lieutenant capt captain cpt maj major sgt sergeant mr mrs ms miss dr prof adm admiral cmdr "
    "commander commodore sen senator rep herr frau oberst hauptmann generalmajor generalleutnant coronel capitán teniente "
    "général colonel lieutenant adjudant генерал полковник подполковник майор капитан адмирал генерал-майор лейтенант адмірал "
    "підполковник generał gen płk ppłk pułkownik podpułkownik kapitan kpt kmdr komandor admirał mjr "
    "almirante señor señora sr sra madame monsieur mme amiral commandant capitaine sig signor generale ammiraglio pan pani"
)
_NAMES_TOO = _words(
    "jordan chad israel georgia holland england ireland english french german germany wales paris london washington lima sofia "
    "victoria kingston wellington santiago salvador georgetown brazil roma montenegro cuba dominica niger mali alemán francés "
    "schweizer deutsch ungar nassau praia sucre roseau basseterre san jose juba athens berlin"
)
_WEAK = _words(
    "victoria kingston wellington santiago georgetown lima sofia nassau praia sucre roseau majuro roma juba avana"
)
"""Capitals that are persons, beaches or other towns too: they count after a preposition or if the country is named."""
_SAINTS = frozenset({"santiago", "san"})
"""With what capitals begin whose saint other towns are named after as well."""
_NAMESAKES = _words("cuba compostela cali caballeros estero veraguas queretaro ocoa guaviare jujuy")
"""What those towns' names end with."""
_CONTACT = frozenset(
    ["CONTACT", "FOLLOW", "ABOUT", "JOIN", "TELL", "WITH", "WRITE", "EMAIL", "CALL", "FIND", "TO", "MAIL", "SUPPORT"]
)
_WAR_WORDS = _words("war guerre guerra krieg krieges oorlog wojna wojny wojnie savaşı krigen")
_LANGUAGE = _words(
    "language languages speaking spoken speaker speakers langue lengua idioma lingua língua limba taal język języka języku "
    "językiem язык языка языке языком мова мови мовою мові jezik jezika jeziku jazyk jazyce jazyku dil dili dilində dilinde "
    "nyelv nyelven γλώσσα тілі тілінде اللغه"
)
"""Beside a country's adjective these make a language of it: на английском языке, French-language."""
_IN = _words("in into from auf ins en em po op pe på باللغه")
"""Words before the name of a language: 'in English', 'auf Englisch', 'en français', 'po polsku'."""
_AND = _words("and or und oder et ou y e o i и или і або ve ya və veya och en of")
_NOT_NOUNS = _AND | _words("at by with for to on during as the which while because but")
_TURKIC = frozenset(["ingilizce", "fransizca", "rusca", "arapca", "almanca", "turkce", "cince", "ispanyolca", "farsca"])
_ARABIC_NAMES = _words("بن ابن آل الأمير الشيخ")
_ARABIC_PLACE = _words("في من إلى مع بين جمهورية دولة شمال جنوب وسط وفي ومن")


def misleading(tokens: Sequence[Token], first: int, last: int, entry: Entry, gap: str) -> bool:
    """Whether the words `first`..`last` that look like `entry` are part of another name here.

    `gap` is what stands before the first word since the word before it.
    """
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after and after.start - tokens[last].end > 1:
        after = None
    if entry.kind == "adjective" and _is_language(tokens, first, after):
        return True
    if of_water(tokens, first, last, gap) or _of_name(tokens, first, entry, gap):
        return True
    if entry.code == "US" and entry.kind != "capital" and _other_america(tokens[first], before, after, gap):
        return True
    if entry.code in _WARS and ((after and after.folded in _AFTER) or _war_before(tokens, first)):
        return True
    if tokens[first].folded == "georgia" and _american_state(before, after, gap):
        return True
    namesake = entry.kind == "capital" and tokens[first].folded in _SAINTS and _namesake(tokens, last)
    return namesake or _common_word(tokens[first], before, after, gap)


def of_water(tokens: Sequence[Token], first: int, last: int, gap: str) -> bool:
    """Whether the words `first`..`last` are part of a water's name: 'Gulf of Oman', 'Guinean Gulf', 'Rio Paraná'."""
    if last + 1 < len(tokens) and tokens[last + 1].folded in _WATER and tokens[last + 1].start == tokens[last].end + 1:
        return True
    if gap.strip() not in {"", "'", "’"}:
        return False
    place = _over_small(tokens, first)
    return place >= 0 and tokens[place].folded in _WATER


def _namesake(tokens: Sequence[Token], last: int) -> bool:
    """Whether a capital's name goes on to that of another town: Santiago de Cuba, San José de Ocoa."""
    behind = tokens[last + 1 : last + 4]
    close = all(two.start - one.end == 1 for one, two in pairwise([tokens[last], *behind]))
    return close and bool(_NAMESAKES & {token.folded for token in behind}) and behind[0].folded in _SMALL


def _is_language(tokens: Sequence[Token], first: int, after: Token | None) -> bool:
    """'In English and French', 'auf Englisch', 'English-speaking': what is spoken, not whose something is."""
    token, place = tokens[first], first - 1
    if (after and after.folded in _LANGUAGE) or token.folded in _TURKIC:
        return True
    if place > 1 and tokens[place].folded in _AND - _IN:  # 'in English and French'
        place -= 2
    before = tokens[place].folded if place >= 0 else ""
    if before in {"po", "auf"}:  # 'po polskiej stronie', 'auf deutschen Schiffen'
        return token.folded.endswith(("sku", "cku", "sch"))
    if (
        after and after.folded in _AND and first + 3 < len(tokens) and tokens[first + 2].folded not in _IN
    ):  # 'in French and Spanish waters'
        after = tokens[first + 3] if tokens[first + 3].start - tokens[first + 2].end <= 1 else None
    return before in _IN and (after is None or after.folded in _NOT_NOUNS)


def _over_small(tokens: Sequence[Token], first: int) -> int:
    """The place of the word before `first`, articles and 'of' not counted; -1 if there is none."""
    place = first - 1
    while place >= 0 and tokens[place].folded in _SMALL and first - place < 3:
        place -= 1
    return place


def _war_before(tokens: Sequence[Token], first: int) -> bool:
    """'The war in Korea', 'guerre de Corée': history."""
    place = _over_small(tokens, first)
    return place >= 0 and tokens[place].folded in _WAR_WORDS


def _common_word(token: Token, before: Token | None, after: Token | None, gap: str) -> bool:
    """Words of one language that are also a country: Russian 'того', Turkish 'liman', Arabic 'financial' and Turki, las Indias."""
    if token.folded.startswith("liman"):
        return True
    if token.folded == "того":
        return (before is None and after is not None) or not gap.isspace()
    if token.folded == "مالي":
        return (before or after) is not None and not (before and before.folded in _ARABIC_PLACE)
    if token.folded == "تركي":
        return bool((after and after.folded in _ARABIC_NAMES) or (before and before.folded in _ARABIC_NAMES))
    if token.folded == "praia":
        return after is not None and after.folded in _SMALL
    return token.raw == "Indias" or (
        token.folded == "guinea" and before is not None and before.folded in {"new", "neu"}
    )


def _of_name(tokens: Sequence[Token], first: int, entry: Entry, gap: str) -> bool:
    """'General Jordan', 'Gen. Michael Jordan', 'M. Holland', 'generał Litwin': the name of a person."""
    token, before = tokens[first], tokens[first - 1] if first else None
    if before is None or gap not in {" ", ". "} or not token.raw[:1].isupper() or not before.raw[:1].isalpha():
        return False
    if before.folded in _TITLES:
        return entry.kind != "name" or token.folded in _NAMES_TOO
    if token.folded not in _NAMES_TOO:
        return False
    if len(before.raw) == 1:
        return before.raw.isupper() and gap == ". "
    titled = first > 1 and tokens[first - 2].folded in _TITLES
    return titled and before.raw[:1].isupper() and gap == " "


def _other_america(token: Token, before: Token | None, after: Token | None, gap: str) -> bool:
    """'South American', 'América Latina', and 'CONTACT US'."""
    if after and token.folded in _AMERICA and after.folded in _REGION:
        return True
    if before is None or gap not in {" ", "-"}:
        return False
    if token.raw == "US":
        return before.raw in _CONTACT
    return token.folded.startswith("amer") and before.folded in _CONTINENT


def _american_state(before: Token | None, after: Token | None, gap: str) -> bool:
    """The state of Georgia: after the comma of an American town or fort, or before 'National Guard'."""
    if after and after.folded in _REPUBLIC_STATES:
        return True
    return (
        before is not None
        and "," in gap
        and before.folded in {"atlanta", "savannah", "benning", "moore", "stewart", "augusta"}
    )


def weak(token: Token) -> bool:
    """Whether this capital's name needs support from the rest of the text."""
    return token.folded in _WEAK
