"""Which body somebody heads or is of, by the words of the office: 'organisation' of a participant."""

import dataclasses

import pytest

from extractor import extract, read_text
from extractor.document import Document, Span
from extractor.finders.details import bodies
from extractor.schemas.defence.record import DefenceRecord

OFFICES: dict[str, dict[str, str | None]] = {
    "en": {
        "chief of the General Staff of the Armed Forces": "Armed Forces",
        "chief of the General Staff": "General Staff",
        "Navy Chief": "Navy",
        "head of the Military Medical Department": "Military Medical Department",
        "Minister of Defence": None,
        "Deputy Chief of Staff for Plans": None,
    },
    "de": {"Kommandant der Führungsakademie": "Führungsakademie", "Leiter der Abteilung Einsatz": "Abteilung Einsatz"},
    "fr": {"chef d'état-major de la Marine nationale": "Marine nationale", "ministre de la Défense": None},
    "es": {"director de la Escuela de Aviación": "Escuela de Aviación"},
    "it": {"capo di stato maggiore della Marina": "Marina"},
    "pt": {"Comandante do Exército": "Exército"},
    "ro": {"şeful Statului Major al Forţelor Navale": "Forţelor Navale"},
    "el": {"Διοικητής της Σχολής Πολέμου": "Σχολής Πολέμου"},
    "ru": {"начальник Управления международного сотрудничества": "Управления международного сотрудничества"},
    "uk": {"командувач Повітряних Сил": "Повітряних Сил", "міністр оборони": None},
    "pl": {"szef Sztabu Generalnego WP": "Sztabu Generalnego WP"},
    "cs": {"velitel Vzdušných sil": "Vzdušných sil"},
    "sr": {"načelnik Generalštaba": "Generalštaba"},
    "sv": {"chefen för flygvapnet": "flygvapnet"},
    "tr": {"Deniz Kuvvetleri Komutanı": "Deniz Kuvvetleri", "Savunma Bakanı": None},
    "az": {"Beynəlxalq hərbi əməkdaşlıq idarəsinin rəisi": "Beynəlxalq hərbi əməkdaşlıq idarəsi"},
    "kk": {"Қорғаныс министрлігінің өкілі": "Қорғаныс министрлігі"},
    "hu": {"Honvéd Vezérkar főnöke": "Honvéd Vezérkar"},
    "fi": {"Merivoimien komentaja": "Merivoimien"},
    "ka": {"თავდაცვის ძალების მეთაური": "თავდაცვის ძალების"},
    "ar": {"قائد القوة الجوية": "القوة الجوية", "وزير الدفاع": None},
    "fa": {"فرمانده نیروی دریایی": "نیروی دریایی"},
    "vi": {"Tư lệnh Lục quân": "Lục quân", "Bộ trưởng Quốc phòng": None},
    "ja": {"海上幕僚監部長": "海上幕僚監部"},
}


def read(text: str, language: str) -> Document:
    """A document of a given language: an office alone is too short to tell it by."""
    document = read_text(text)
    return dataclasses.replace(document, clues=dataclasses.replace(document.clues, language=language))


@pytest.mark.parametrize(("language", "office"), [(code, office) for code, each in OFFICES.items() for office in each])
def test_the_body_in_an_office(language: str, office: str) -> None:
    """Before or behind who heads it, without article and case ending; the larger body of two."""
    document = read(office, language)

    span = bodies.find(document, Span(0, len(office)))

    assert (document.words(span) if span else None) == OFFICES[language][office]


def test_a_record_names_the_body_and_its_state() -> None:
    """The office goes on up to the name, and the body's name with its state; both rest on their words."""
    text = (
        "Talks in Riga\n\n12 March 2024\n\nThe head of the Department of Training of the Armed Forces of Jordan, Colonel Omar Haddad, "
        "met Latvian Defence Minister Juris Kalns in Riga on 11 March to discuss joint courses.\n"
    )

    made = extract(read_text(text), prompt="defence/rules", cache="off")

    assert isinstance(made, DefenceRecord)
    (event,) = made.events
    people = {person.name: person for person in event.participants}
    assert people["Omar Haddad"].organisation == "Department of Training of the Armed Forces of Jordan"
    assert people["Juris Kalns"].organisation is None
    number = [person.name for person in event.participants].index("Omar Haddad")
    support = made.support[f"/events/0/participants/{number}/organisation"]
    assert text[support.start : support.end] == people["Omar Haddad"].organisation


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("head of the Department of Cooperation with Georgia, ", "head of the Department of Cooperation with Georgia"),
        ("head of the Department of Training of Jordan, ", "head of the Department of Training"),
        ("head of the Department of Plans ", "head of the Department of Plans"),
        ("head of the US Central Command ", "head of the US Central Command"),
    ],
)
def test_an_office_ends_before_its_own_state(said: str, expected: str) -> None:
    """It goes on to the comma or the rank; the state of 'cooperation with Georgia' is somebody else's and stays."""
    document = read(f"The {said}Colonel Omar Haddad arrived.", "en")
    at = document.text.index("Omar")

    office = bodies.whole_office(document, Span(4, 8), Span(at, at + len("Omar Haddad")), "Colonel")

    assert document.words(office) == expected
