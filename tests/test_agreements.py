"""Agreements: words of signing, and words for what is signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.finders.agreements.words import names_paper, reports_signing

SIGNED = [
    ("en", "Both sides signed a roadmap."),
    ("en", "They exchanged letters of intent."),
    ("de", "Beide Seiten unterzeichneten den Vertrag."),
    ("ru", "Стороны подписали протокол."),
    ("uk", "Сторони підписали угоду."),
    ("uk", "Прийнято спільну заяву."),
    ("fr", "Les ministres ont signé une lettre."),
    ("es", "Ambas partes firmaron un convenio."),
    ("es", "Se firmó el acta."),
    ("tr", "Taraflar anlaşmayı imzaladı."),
    ("tr", "İMZALANDI"),
    ("az", "Tərəflər sazişi imzaladılar."),
    ("pl", "Strony podpisały umowę."),
    ("pl", "Przyjęto deklarację."),
    ("pl", "Przyjęli deklarację."),
    ("ar", "وقّع الجانبان مذكرة."),
    ("ar", "وقع الوزيران اتفاقا."),
    ("ar", "ويوقع الطرفان العقد."),
]
UNSIGNED = [
    ("en", "They made a significant step and sent a signal."),
    ("en", "They exchanged views on the region."),
    ("en", "An exchange of views took place in a confirmed setting."),
    ("en", "A firm stood firmly by."),
    ("de", "Beide Seiten sprachen über Übungen."),
    ("ru", "Делегации приняли участие в учениях."),
    ("uk", "Делегація прийняла участь у навчаннях."),
    ("fr", "Les délégations ont discuté."),
    ("es", "Mantienen una posición muy firme."),
    ("tr", "Taraflar görüştü."),
    ("az", "Tərəflər görüşdülər."),
    ("pl", "Minister przyjechał do przyjaciół."),
    ("ar", "ومن المتوقع أن يصل غدا."),
    ("ar", "زار الموقع."),
    ("ar", "وعد بالدعم."),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "text"), SIGNED)
def test_signing_is_reported(language: str, text: str) -> None:
    """A word of signing, concluding or adopting is seen in each of the ten languages."""
    assert reports_signing(text, language)


@pytest.mark.parametrize(("language", "text"), UNSIGNED)
def test_no_signing_is_reported(language: str, text: str) -> None:
    """Talks, hopes and words that only begin like signing report none."""
    assert not reports_signing(text, language)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Memorandum of Understanding"),
        ("en", "MoU"),
        ("en", "work plan for 2030"),
        ("de", "Absichtserklärung"),
        ("ru", "план работ"),
        ("uk", "Угода про кордон"),
        ("uk", "лист про наміри"),
        ("fr", "traité d’amitié"),
        ("es", "Convenio marco"),
        ("tr", "Mutabakat Zaptı"),
        ("az", "müqavilə"),
        ("pl", "umowa ramowa"),
        ("ar", "مذكرة تفاهم"),
    ],
)
def test_title_names_an_agreement(language: str, title: str) -> None:
    """A title with a word for a document names an agreement in each of the ten languages."""
    assert names_paper(title, language)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "visit"),
        ("en", "impact"),
        ("en", "border"),
        ("de", "Besuch"),
        ("ru", "журналист"),
        ("fr", "visite"),
        ("tr", "ziyaret"),
        ("ar", "زيارة"),
        ("en", ""),
    ],
)
def test_title_names_none(language: str, title: str) -> None:
    """A title without such a word, or with its letters inside another one, names none."""
    assert not names_paper(title, language)


@given(st.sampled_from(SIGNED))
def test_one_word_of_signing_is_enough(signed: tuple[str, str]) -> None:
    """Text around a report of signing doesn't hide it, nor does its case."""
    language, text = signed
    unsigned = next(other for code, other in UNSIGNED if code == language)

    assert reports_signing(f"{unsigned}\n{text} {unsigned}", language)
    assert reports_signing(text.upper(), language)


def test_language_without_words_refuses_nothing() -> None:
    """Where code doesn't know the words, it can't say that a model is wrong."""
    assert names_paper("Σύμφωνο φιλίας", "el")
    assert reports_signing("Οι υπουργοί υπέγραψαν το σύμφωνο.", "el")
