"""Military ranks: a written rank → one of the twenty names of the closed list, and a rank in front of a name.

Ten languages (en, de, ru, uk, fr, es, tr, az, pl, ar), nominative forms; an ending of up to four letters is allowed
where the language inflects (генерал-полковником).
"""

import re

from extractor.normalise.fold import fold, fold_text

_FORMS: dict[str, str] = {
    "marshal": "marshal|field marshal|marschall|feldmarschall|маршал|maréchal|mariscal|mareşal|marşal|marszałek|مشير",
    "general_of_the_army": "general of the army|army general|armeegeneral|генерал армии|генерал армії|général d'armée"
    "|orgeneral|ordu generalı|generał armii",
    "colonel_general": "colonel general|generaloberst|генерал-полковник|general-polkovnik|general-polkownik|generał pułkownik"
    "|general polkovnik",
    "lieutenant_general": "lieutenant general|lt gen|lt. gen.|lt general|generalleutnant|korpskommandant|генерал-лейтенант"
    "|général de corps d'armée|teniente general|korgeneral|general-leytenant|generał dywizji|general de división|فريق",
    "major_general": "major general|maj gen|maj. gen.|generalmajor|divisionär|генерал-майор|général de division"
    "|tümgeneral|general-mayor|generał brygady|general de brigada|لواء",
    "brigadier_general": "brigadier general|brig gen|brig. gen.|brigadier|brigadegeneral|бригадный генерал|бригадний генерал"
    "|général de brigade|general de brigada aérea|tuğgeneral|عميد",
    "general": "general|gen.|генерал|général|generał|orgeneral|général d'armée aérienne|فريق أول",
    "colonel": "colonel|col.|oberst|полковник|coronel|albay|polkovnik|pułkownik|عقيد",
    "lieutenant_colonel": "lieutenant colonel|lt col|lt. col.|oberstleutnant|подполковник|підполковник|teniente coronel"
    "|yarbay|polkovnik-leytenant|podpułkownik|مقدم",
    "major": "major|commandant|майор|mayor|binbaşı|رائد",
    "captain": "captain|hauptmann|капитан|капітан|capitaine|capitán|yüzbaşı|kapitan|نقيب",
    "lieutenant": "lieutenant|leutnant|oberleutnant|лейтенант|старший лейтенант|teniente|teğmen|üsteğmen|leytenant|porucznik",
    "fleet_admiral": "fleet admiral|admiral of the fleet|großadmiral|адмирал флота|büyükamiral",
    "admiral": "admiral|adm.|адмирал|адмірал|amiral|almirante|oramiral|admirał",
    "vice_admiral": "vice admiral|vice-admiral|vizeadmiral|вице-адмирал|віцеадмірал|vice-amiral|vicealmirante|koramiral"
    "|vitse-admiral|wiceadmirał|vice-amiral d'escadre",
    "rear_admiral": "rear admiral|konteradmiral|контр-адмирал|контрадмірал|contre-amiral|contraalmirante|contralmirante"
    "|tümamiral|kontr-admiral|kontradmirał",
    "commodore": "commodore|flottillenadmiral|comodoro|tuğamiral|komandor",
    "navy_captain": "navy captain|captain (navy)|kapitän zur see|капитан первого ранга|капитан 1-го ранга|capitaine de vaisseau"
    "|capitán de navío|deniz albay|kapitan pierwszej rangi",
    "commander": "commander|fregattenkapitän|capitaine de frégate|capitán de fragata|капитан второго ранга",
    "warrant_officer": "warrant officer|stabsfeldwebel|adjudant|прапорщик|suboficial|astsubay|chorąży",
}
_RANKS = {fold_text(form): name for name, forms in _FORMS.items() for form in forms.split("|")}
_LONGEST_FIRST = sorted(_RANKS, key=len, reverse=True)
_LEADING = re.compile(
    r"(?:ال)?(?P<stem>"  # the Arabic article
    + "|".join(re.escape(f).replace(r"\ ", "[ -]") for f in _LONGEST_FIRST)
    + r")(?P<ending>[а-яёіїєґ]{0,4})(?=\s)"
)


def to_norm(written: str) -> str | None:
    """Name of the closed list for a rank as written ('Generaloberst' → colonel_general), or None."""
    text = fold_text(written)
    for form in (text, text.replace("-", " ")):
        if form in _RANKS:
            return _RANKS[form]
    match = _LEADING.match(text + " ")
    return _of(match) if match and match.end() == len(text) else None


def _of(match: "re.Match[str]") -> str | None:
    stem = match.group("stem")
    return _RANKS.get(stem) or _RANKS.get(stem.replace(" ", "-")) or _RANKS.get(stem.replace("-", " "))


def split(name: str) -> tuple[str | None, str]:
    """Rank and name of 'Colonel General Zakir Hasanov', both verbatim; rank None when none leads the name."""
    folded = fold(name)
    match = _LEADING.match(folded.text)
    if not match:
        return None, name
    start, end = folded.raw(*match.span())
    rest = name[end:].strip()
    return (name[start:end], rest) if rest else (None, name)


def last(text: str) -> int | None:
    """Raw offset of the last rank in `text` that a word follows, or None: '… von Kapitän zur See Duarte Nogueira'."""
    folded = fold(text)
    found = [
        m.start() for m in _LEADING.finditer(folded.text) if not m.start() or not folded.text[m.start() - 1].isalnum()
    ]
    return folded.at[found[-1]] if found else None


def before(text: str, start: int) -> tuple[int, int] | None:
    """Raw span of the rank that stands right before offset `start` of `text`, or None."""
    window = max(0, start - 60)
    folded = fold(text[window:start])
    best = None
    for match in _LEADING.finditer(folded.text):
        if not folded.text[match.end() :].strip(" ,") and (
            match.start() == 0 or not folded.text[match.start() - 1].isalnum()
        ):
            best = best or match
    if best is None:
        return None
    begin, end = folded.raw(*best.span())
    return window + begin, window + end
