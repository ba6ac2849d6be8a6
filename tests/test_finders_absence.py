"""Who is named beside a title and takes no part: former, retired, away, congratulated, quoted."""

import pytest

from tests.test_finders_people import found

ABSENT = [
    ("en", "Former defence minister John Stone criticised the deal.", "John Stone"),
    ("en", "Retired General Raul Brand is a historian.", "Raul Brand"),
    ("en", "The ambassador, Eva Prado, did not attend the ceremony.", "Eva Prado"),
    ("en", "He congratulated Colonel Ivan Kapov on his appointment.", "Ivan Kapov"),
    ("de", "Generalstabschef Otto Lang nahm nicht teil.", "Otto Lang"),
    ("de", "Der frühere Minister Uwe Kern kam im Text vor.", "Uwe Kern"),
    ("fr", "L'ambassadrice Anne Petit n'a pas assisté à la cérémonie.", "Anne Petit"),
    ("fr", "Il a félicité le colonel Ali Touré pour sa nomination.", "Ali Touré"),
    ("es", "El contralmirante retirado Luis Sanz opinó.", "Luis Sanz"),
    ("ru", "Бывший министр обороны Петр Сомов не приехал.", "Петр Сомов"),
    ("uk", "Посол Ганна Коваль не брала участі в зустрічі.", "Ганна Коваль"),
    ("pl", "Generał Jan Mazur nie uczestniczył w rozmowach.", "Jan Mazur"),
    ("tr", "Emekli Korgeneral Ali Canlı konuştu.", "Ali Canlı"),
    ("az", "Ehtiyatda olan polkovnik Ramil Abbasov danışıb.", "Ramil Abbasov"),
    ("ar", "لم يحضر اللواء سامي حداد.", "سامي حداد"),
    ("en", "Ministry spokesperson Lena Ott told reporters.", "Lena Ott"),
    ("en", "Opposition lawmaker Ama Sarpong called it a waste.", "Ama Sarpong"),
    ("cs", "Mluvčí armády Petr Malý to potvrdil.", "Petr Malý"),
    ("fr", "Le médecin-colonel Luc Ndong, sans lien de parenté avec le signataire, opérait.", "Luc Ndong"),
    ("no", "Tidligere forsvarsminister Jan Berg talte.", "Jan Berg"),
    ("da", "Den tidligere forsvarsminister Uffe Kær talte.", "Uffe Kær"),
    ("no", "Forsvarssjef Ola Berge deltok ikke i møtet.", "Ola Berge"),
    ("fi", "Entinen puolustusministeri Matti Koski puhui.", "Matti Koski"),
    ("ko", "김민수 전 국방부 장관은 강연했다.", "김민수"),
    ("ja", "田中実前防衛相が講演した。", "田中実"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), ABSENT)
def test_who_takes_no_part(language: str, text: str, name: str) -> None:
    """The former, the retired, the absent and the congratulated are marked (R18)."""
    assert found(language, text)[name].absent


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Colonel Ana Ruiz took no part in the vote. She did not take part in the vote."),
        ("en", "Admiral Ana Ruiz congratulated his colleague General Bo Dahl, and General Dahl spoke."),
        ("de", "Für die Gäste dankte Oberst Anton Brito."),
    ],
)
def test_who_does_take_part(language: str, text: str) -> None:
    """Who abstains from a vote, is congratulated but also speaks, or says thanks is there."""
    assert not any(person.absent for person in found(language, text).values())
