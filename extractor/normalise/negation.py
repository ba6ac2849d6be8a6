"""Words that deny, in many languages, folded: with one of them a sentence says the opposite."""

import re

from extractor.normalise.fold import fold_text

_WORDS = """
nor none nobody didn't doesn't don't won't wouldn't hasn't haven't hadn't isn't aren't wasn't weren't can't couldn't
not no never n't unsigned cannot neither nothing nicht kein keine keinen keiner keinem nie niemals niet geen nooit не ні нет нема ни нічого ничего
n ne pas jamais aucun aucune nunca ningún ninguna não nem nenhum nenhuma non nessun nessuna nessuno
nu niciun nicio żaden żadna żadnego żadnej żadne değil yok hiçbir deyil heç yoxdur لا لم لن ليس ليست دون
without ohne sans sin sem senza zonder fără без bez
nichts keines keinerlei weder niets niemand evenmin inte ingen inga inget aldrig varken
tampoco jamás ninguno ningunos tampouco nenhuns nici niciodată niciunul niciuna nicidecum
neppure nemmeno neanche ni nulla
емес жоқ ешқандай ешбір عدم بدون بلا olmadan olmaksızın
ніхто никто никакой никакие никаких нікого жодний жодна жодного жодної жодних żadnych żadnymi nikt nikdo nikdy nic žádný žádná žádné žádného žádnou žádných žádní není nejsou nebyl nebyla nebylo nebyli nebude nebudou neuskutečnil neuskutečnila neuskutečnilo nepodepsal nepodepsala nepodepsali nejednal nejednala nejednali nesetkal nesetkala nesetkali nezúčastnil nezúčastnila
nije nisu neće nece nikad nikada niko nitko ništa nema nemaju niti није нису неће никада нико ништа нема ни без
žiadny žiadna žiadne žiadneho žiadnej žiadnu žiadnych nikto nebol nebola nebolo neboli nepodpísal nepodpísali nerokovali nestretol
ni niso nista nihče noben nobena nobene nobenega nobeno brez nikoli nimajo
nem sem nincs nincsenek soha senki semmi semmilyen nélkül sincs
ikke ingen intet ingenting aldri hverken verken uten uden eivät eikä ettei ilman
않았다 않았으며 않았고 않았지만 않는다 않은 않을 않기로 않고 않아 않는 못했다 못했으며 못하고 못한 못해 못할 없다 없었다 없이 없는 없었으며 아니다 아니라고 아닌 아니라 무산됐다
δεν δε μην ούτε μήτε κανένας κανείς καμία καμιά κανένα καμιάς κανενός ουδείς ουδεμία ουδέν ουδέποτε ποτέ χωρίς δίχως άνευ τίποτα τίποτε
не няма нямаше нямат нито никой никога никаква никакъв никакви никакво нищо без липсва
"""
NEGATION = frozenset(fold_text(word) for word in _WORDS.split())
_NOT_MALAY = frozenset("n no nu sin sem nem ne ni pas nor non sans bez mena nie nisu ei".split())  # noqa: SIM905  # words
_OTHERWISE = {
    "az": frozenset({"n", "no", "nu", "sin", "sem", "nem", "ni", "ne", "pas"}),
    "tr": frozenset({"n", "no", "nu", "sin", "sem", "nem", "ni", "pas"}),
    "pl": frozenset({"n", "no", "nu", "sin", "sem", "nem", "pas"}),
    "pt": frozenset({"no", "n"}),
    "ro": frozenset({"n", "ne"}),
    "it": frozenset({"ne", "n"}),
    "de": frozenset({"no", "n", "nu"}),
    "sr": frozenset({"no", "n", "sin", "sem", "nu"}),
    "sl": frozenset({"no", "n", "sin", "sem", "nem"}),
    "sk": frozenset({"no", "n", "sem"}),
    "hu": frozenset({"no", "n", "nu"}),
    "da": frozenset({"sin", "ni", "nu", "no", "nem", "ne", "n", "sem", "nor", "bez"}),
    "no": frozenset({"sin", "ni", "nu", "no", "ne", "n", "sem", "nor", "bez"}),
    "fi": frozenset({"ne", "no", "ni", "n", "sin", "sem", "nie", "nu", "nor", "pas"}),
    "nl": frozenset({"no", "n", "nu", "pas", "sin"}),
    "sv": frozenset({"no", "n", "nu", "sin", "sem"}),
    "id": _NOT_MALAY,
    "ms": _NOT_MALAY,
    "vi": frozenset({"n", "ne", "nem", "ni", "no", "non", "nor", "nu", "pas", "sem", "sin", "bez", "sans", "ei"}),
}
"""Words that deny elsewhere and mean something else in a language: Portuguese 'no' is 'in the'."""
_MALAY = frozenset("tidak bukan tanpa belum tak takkan tiada bukanlah tidaklah jangan".split())  # noqa: SIM905  # words
_ONLY = {
    "fi": frozenset({"ei", "emme", "ette"}),
    "id": _MALAY,
    "ms": _MALAY,
    "vi": frozenset({"chua"}),
}
"""Words that deny in one language and mean something else in others: Norwegian 'ei' is 'a'."""
_BEHIND = {
    "ja": re.compile(
        "[^。、,.\n]{0,14}?(?:なかった|ないと|ない[。、]|ない$|ないまま|ません|せす、|せすに|れす、|見送|取りやめ|に至らす|至っていない)"
    )
}
"""What denies the word before it, in languages whose verb stands last and whose words aren't parted; folded."""


def denied_behind(language: str, after: str) -> bool | None:
    """Whether the folded words behind a word deny it; None for a language that denies with words of their own."""
    pattern = _BEHIND.get(language)
    return pattern.match(after) is not None if pattern else None


def negation(language: str) -> frozenset[str]:
    """The folded words that deny in a text of this language, which may quote others."""
    return (NEGATION - _OTHERWISE.get(language, frozenset())) | _ONLY.get(language, frozenset())
