"""Words of signing and adopting in ten languages: without one of them, a text reports no signature."""

import re

from extractor.normalise.fold import fold_text
from extractor.normalise.negation import NEGATION

_SIGNING_WORDS = (
    r"\b(?:sign(?!ifi|al)|ink(?:s|ed)?\b|conclud|adopt|seal|initial+ed|exchang\w*\b(?! (?:of )?(?:views|opinions))|ratif|unterzeich|unterschr|abgeschlossen|vereinbar|verabschied|beschlossen|besiegel"
    r"|подпис|підпис|заключ|уклад|принял\w*\b(?! участи)|прийня\w*\b(?! участь)|скрепл|paraph|adopté|adoptée|conclu|firm(?!e?s?\b|ly|eza|e?mente)|suscri|rubric|adopt|imza|bağlan|kabul ed|qəbul ed"
    r"|podpis|zawar|przyj(?:ęt|ęl|ął|ęł|mu)|[وف]?ي?وقع)|توقيع|أبرم|اعتمد"
)
_SIGNING = re.compile(fold_text(_SIGNING_WORDS))

_NOUNS = (
    r"plan|programm|agreement|accord|treaty|\bpact|memorandum|\bmou\b|protocol|minutes|contract|\border\b|letter|statement|declaration|arrangement|convention|roadmap"
    r"|abkommen|vereinbarung|vertrag|absichtserklärung|protokoll|erklärung|план|программ|соглашени|договор|меморандум|протокол|контракт|письмо|заявлени|деклараци"
    r"|угод|договір|заяв|\bлист|plan|traité|lettre|déclaration|protocole|contrat|convenio|acuerdo|tratado|carta|declaraci|protocolo|contrato|antlaşma|anlaşma"
    r"|mutabakat|sözleşme|bildiri|niyet|saziş|müqavilə|bəyanat|umow|porozumieni|list intencyjn|oświadczeni|kontrakt|traktat"
    r"|اتفاق|مذكرة|معاهدة|بروتوكول|عقد|خطة|بيان|رسالة|إعلان"
)
_NOUN = re.compile(fold_text(_NOUNS))


def names_agreement(title: str) -> bool:
    """Whether a title has a word for a document that parties sign, adopt or exchange."""
    return bool(_NOUN.search(fold_text(title)))


def reports_signing(text: str) -> bool:
    """Whether `text` has a word of signing, concluding or adopting that is not denied within four words."""
    folded = fold_text(text)
    for match in _SIGNING.finditer(folded):
        before = re.findall(r"[^\W\d_]+(?:'\w+)?", folded[: match.start()])[-4:]
        after = re.findall(r"[^\W\d_]+(?:'\w+)?", folded[match.end() :])[:2]
        if not NEGATION & {*before, *after} and not any(word.endswith("n't") for word in before):
            return True
    return False
