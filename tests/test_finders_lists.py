"""Persons in lists: who share one office, and who are listed by sides; Azerbaijani names in the case that the words ask for."""

import pytest

from extractor.finders import people
from tests.articles import events
from tests.test_finders_people import document


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The defence ministers of Chile, Peru and Bolivia, Ana Ruiz, Luis Soto and Pedro Mamani, met in Arica.", ["Ana Ruiz CL", "Luis Soto PE", "Pedro Mamani BO"]),
        ("en", "Defence ministers Ana Ruiz and Luis Soto signed the plan.", ["Ana Ruiz None", "Luis Soto None"]),
        ("de", "Die Verteidigungsminister Deutschlands und Polens, Jens Overbeck und Jan Nowak, trafen sich.", ["Jens Overbeck DE", "Jan Nowak PL"]),
        ("fr", "Les ministres de la Défense du Mali et du Niger, Moussa Traoré et Issa Garba, se sont vus.", ["Moussa Traoré ML", "Issa Garba NE"]),
        ("es", "Los ministros de Defensa de Perú, Jorge Rivas, y de Ecuador, General Carlos Mata, hablaron.", ["Jorge Rivas PE", "Carlos Mata EC"]),
        ("ru", "Министры обороны Казахстана и Узбекистана Нурлан Ахметов и Бахтиёр Каримов подписали план.", ["Нурлан Ахметов KZ", "Бахтиёр Каримов UZ"]),
        ("tr", "Türkiye ve Azerbaycan Millî Savunma Bakanları Mehmet Aksoy ve Ramin Quliyev görüştü.", ["Mehmet Aksoy TR", "Ramin Quliyev AZ"]),
        ("az", "Azərbaycan, Türkiyə və Gürcüstanın müdafiə nazirləri - Ramin Quliyev, Mehmet Aksoy və Levan Kobaliya görüşüblər.", ["Ramin Quliyev AZ", "Mehmet Aksoy TR", "Levan Kobaliya GE"]),
    ],
)  # fmt: skip
def test_an_office_of_several(language: str, text: str, expected: list[str]) -> None:
    """All who are listed behind it hold it; each for one of the states, where as many are named."""
    page = document(language, text)
    found = people.find(page)

    assert [f"{page.words(person.name)} {person.country}" for person in found] == expected
    assert {person.role for person in found} == {"defence_minister"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Present were Maj Gen Joseph Otu, Chief of the Army Staff, AVM Francis Kofi, Chief of the Air Staff, and Col Abena Addo, Director of Plans.", ["service_chief", "service_chief", "official"]),
        ("fr", "Étaient présents le général Gervais Okombi, chef d'état-major général, le contre-amiral Paul Loba, chef d'état-major de la marine, le colonel Hilaire Mvou, directeur de la coopération militaire.", ["chief_of_defence", "service_chief", "official"]),
        ("en", "Chief of the Army Staff Maj Gen Joseph Otu, Chief of the Air Staff AVM Francis Kofi and Director of Plans Col Abena Addo were present.", ["service_chief", "service_chief", "official"]),
    ],
)  # fmt: skip
def test_offices_behind_or_before_the_names_of_a_list(language: str, text: str, expected: list[str]) -> None:
    """A list that begins with a name has each office behind its holder, one that begins with an office before them."""
    assert [person.role for person in people.find(document(language, text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Reunión en Quito\n\n3 de junio de 2024\n\nChile y Ecuador se reunieron ayer en Quito. Participaron el capitán Hugo Lagos y la Sra. Nadia Pinto, "
            "por Chile, el mayor Andrés Torres y la Sra. Rocío Mera, por Ecuador.\n",
            {"Hugo Lagos": "CL", "Nadia Pinto": "CL", "Andrés Torres": "EC", "Rocío Mera": "EC"},
            id="behind",
        ),
        pytest.param(
            "Kenya and Mozambique sign pact\n\n11 August 2023\n\nKenya and Mozambique on Friday signed a memorandum of understanding in Nairobi. Minister John Kamau signed for "
            "Kenya and Minister Carlos Chivambo for Mozambique.\n",
            {"John Kamau": "KE", "Carlos Chivambo": "MZ"},
            id="signed for",
        ),
        pytest.param(
            "Entretien à Rabat\n\n3 juin 2024\n\nLe Maroc et la Serbie se sont entretenus lundi à Rabat. Y assistaient, du côté serbe, le colonel Milan Ilić et "
            "le capitaine Goran Perić ; du côté marocain, le général Omar Sabri.\n",
            {"Milan Ilić": "RS", "Goran Perić": "RS", "Omar Sabri": "MA"},
            id="in front",
        ),
    ],
)
def test_persons_listed_by_sides(text: str, expected: dict[str, str]) -> None:
    """Words for a side count for everybody in the list, not only for the one beside them (R24)."""
    (event,) = events(text)

    assert {person.name: person.country for person in event.participants} == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gürcüstanın müdafiə naziri Levan Kobaliyanın təşəbbüsü ilə görüş olub.", "Levan Kobaliya"),
        ("Türkiyənin müdafiə naziri Mehmet Aksoyun başçılıq etdiyi heyət gəlib.", "Mehmet Aksoy"),
        ("Nazir Pakistanın müdafiə naziri Xalid Buttu qəbul edib.", "Xalid Butt"),
        ("Gürcüstanın müdafiə naziri Levan Kobaliya gəlib.", "Levan Kobaliya"),
    ],
)
def test_names_in_azerbaijani_cases(text: str, name: str) -> None:
    """The genitive before 'at whose initiative', the object before 'received' (R22)."""
    page = document("az", text)

    assert [page.words(person.name) for person in people.find(page)] == [name]
