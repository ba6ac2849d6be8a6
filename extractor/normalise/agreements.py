"""Words of signing and adopting in ten languages: without one of them, a text reports no signature."""

import re

_SIGNING = re.compile(
    r"\b(?:sign|ink(?:s|ed)?\b|conclud|adopt|seal|initial+ed|exchang|ratif|unterzeich|unterschr|abgeschlossen|vereinbar|verabschied|beschlossen|besiegel"
    r"|подпис|підпис|заключ|уклад|принял|прийня|скрепл|paraph|adopté|adoptée|conclu|firm|suscri|rubric|adopt|imza|bağlan|kabul ed|qəbul ed"
    r"|podpis|zawar|przyj)|توقيع|وقع|وقّع|أبرم|اعتمد",
    re.IGNORECASE,
)

_NOUN = re.compile(
    r"plan|programm|agreement|accord|treaty|pact|memorandum|\bmou\b|protocol|minutes|contract|order\b|letter|statement|declaration|arrangement|convention|roadmap"
    r"|abkommen|vereinbarung|vertrag|absichtserklärung|protokoll|erklärung|план|программ|соглашени|договор|меморандум|протокол|контракт|письмо|заявлени|деклараци"
    r"|угод|договір|заяв|лист|plan|traité|lettre|déclaration|protocole|contrat|convenio|acuerdo|tratado|carta|declaraci|protocolo|contrato|antlaşma|anlaşma"
    r"|mutabakat|sözleşme|bildiri|niyet|saziş|müqavilə|bəyanat|umow|porozumieni|list intencyjn|oświadczeni|kontrakt|traktat"
    r"|اتفاق|مذكرة|معاهدة|بروتوكول|عقد|خطة|بيان|رسالة|إعلان",
    re.IGNORECASE,
)


def names_agreement(title: str) -> bool:
    """Whether a title has a word for a document that parties sign, adopt or exchange."""
    return bool(_NOUN.search(title))


def reports_signing(text: str) -> bool:
    """Whether `text` has a word of signing, concluding or adopting."""
    return bool(_SIGNING.search(text))
