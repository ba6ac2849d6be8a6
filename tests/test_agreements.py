"""Agreements: words of signing, and words for what is signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.agreements import names_agreement, reports_signing

SIGNED = [
    "Both sides signed a roadmap.",
    "They exchanged letters of intent.",
    "Beide Seiten unterzeichneten den Vertrag.",
    "Стороны подписали протокол.",
    "Сторони підписали угоду.",
    "Прийнято спільну заяву.",
    "Les ministres ont signé une lettre.",
    "Ambas partes firmaron un convenio.",
    "Se firmó el acta.",
    "Taraflar anlaşmayı imzaladı.",
    "İMZALANDI",
    "Tərəflər sazişi imzaladılar.",
    "Strony podpisały umowę.",
    "Przyjęto deklarację.",
    "Przyjęli deklarację.",
    "وقّع الجانبان مذكرة.",
    "وقع الوزيران اتفاقا.",
    "ويوقع الطرفان العقد.",
]
UNSIGNED = [
    "They made a significant step and sent a signal.",
    "They exchanged views on the region.",
    "An exchange of views took place in a confirmed setting.",
    "A firm stood firmly by.",
    "Beide Seiten sprachen über Übungen.",
    "Делегации приняли участие в учениях.",
    "Делегація прийняла участь у навчаннях.",
    "Les délégations ont discuté.",
    "Mantienen una posición muy firme.",
    "Taraflar görüştü.",
    "Tərəflər görüşdülər.",
    "Minister przyjechał do przyjaciół.",
    "ومن المتوقع أن يصل غدا.",
    "زار الموقع.",
    "وعد بالدعم.",
    "",
]


@pytest.mark.parametrize("text", SIGNED)
def test_signing_is_reported(text: str) -> None:
    """A word of signing, concluding or adopting is seen in each of the ten languages."""
    assert reports_signing(text)


@pytest.mark.parametrize("text", UNSIGNED)
def test_no_signing_is_reported(text: str) -> None:
    """Talks, hopes and words that only begin like signing report none."""
    assert not reports_signing(text)


@pytest.mark.parametrize(
    "title",
    [
        "Memorandum of Understanding",
        "MoU",
        "work plan for 2030",
        "Absichtserklärung",
        "план работ",
        "Угода про кордон",
        "лист про наміри",
        "traité d’amitié",
        "Convenio marco",
        "Mutabakat Zaptı",
        "müqavilə",
        "umowa ramowa",
        "مذكرة تفاهم",
    ],
)
def test_title_names_an_agreement(title: str) -> None:
    """A title with a word for a document names an agreement in each of the ten languages."""
    assert names_agreement(title)


@pytest.mark.parametrize(
    "title", ["visit", "impact", "border", "Besuch", "журналист", "visite", "ziyaret", "زيارة", ""]
)
def test_title_names_none(title: str) -> None:
    """A title without such a word, or with its letters inside another one, names none."""
    assert not names_agreement(title)


@given(st.sampled_from(SIGNED), st.sampled_from(UNSIGNED))
def test_one_word_of_signing_is_enough(signed: str, unsigned: str) -> None:
    """Text around a report of signing doesn't hide it, nor does its case."""
    assert reports_signing(f"{unsigned}\n{signed} {unsigned}")
    assert reports_signing(signed.upper())
