"""Words that deny, in ten languages, folded: with one of them a sentence says the opposite."""

from extractor.normalise.fold import fold_text

_WORDS = """
not no never n't unsigned nicht kein keine keinen nie не ні нет ni ne n pas jamais aucun aucune nunca ningún ninguna
değil yok deyil nie لا لم لن ليس
"""
NEGATION = frozenset(fold_text(word) for word in _WORDS.split())
