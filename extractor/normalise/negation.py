"""Words that deny, in fourteen languages, folded: with one of them a sentence says the opposite."""

from extractor.normalise.fold import fold_text

_WORDS = """
not no never n't unsigned cannot neither nothing nicht kein keine keinen keiner keinem nie niemals niet geen nooit не ні нет нема ни нічого ничего
n ne pas jamais aucun aucune nunca ningún ninguna não nem nenhum nenhuma non nessun nessuna nessuno
nu niciun nicio żaden żadna żadnego żadnej żadne değil yok hiçbir deyil heç yoxdur لا لم لن ليس ليست دون
without ohne sans sin sem senza zonder fără без bez
"""
NEGATION = frozenset(fold_text(word) for word in _WORDS.split())
