"""Places: which city is meant, in which country, and whether something happens there."""

import time
from dataclasses import replace

import pytest

from extractor.document import from_text
from extractor.document.article import Clues, Document, Span
from extractor.finders import people, places
from extractor.finders.places import Place, capitals, gazetteer, locatives, villages


def read(text: str, language: str, dateline: str | None = None) -> Document:
    """A document in a language that need not be guessed from one sentence, with its dateline marked."""
    at = text.find(dateline) if dateline else -1
    span = Span(at, at + len(dateline)) if dateline else None
    return replace(from_text(text), clues=Clues(language=language, dateline=span))


def found(text: str, language: str, dateline: str | None = None) -> list[tuple[Place, str]]:
    document = read(text, language, dateline)
    return [(place, document.words(place.city)) for place in places.find(document)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Polish and Italian ministers met in Gdynia.", [("Gdynia", "PL")]),
        ("en", "They trained near the port city of Busan, South Korea.", [("Busan", "KR")]),
        ("de", "Die ungarische Delegation war in der Stadt Szeged und bei Graz.", [("Szeged", "HU"), ("Graz", "AT")]),
        ("fr", "Les deux ministres se sont vus à Toulon et à Nice.", [("Toulon", "FR"), ("Nice", "FR")]),
        ("fr", "Ils se sont retrouvés à Luxembourg.", [("Luxembourg", "LU")]),
        ("en", "They met at the General Headquarters, Camp Nkrumah, Accra.", [("Accra", "GH")]),
        ("en", "She was received at the Ministry in Tower Hill, Freetown.", [("Freetown", "SL")]),
        ("es", "Las armadas de Chile y Perú se citaron en Arica.", [("Arica", "CL")]),
        ("it", "I ministri si sono visti a Torino e a La Spezia.", [("Torino", "IT"), ("La Spezia", "IT")]),
        ("pt", "A delegação moçambicana reuniu-se na cidade da Beira.", [("Beira", "MZ")]),
        ("ro", "Miniștrii s-au întâlnit la Constanța.", [("Constanța", "RO")]),
        ("nl", "De Duitse en Nederlandse marine oefenen in Den Helder.", [("Den Helder", "NL")]),
        (
            "ru",
            "Переговоры прошли в Нижнем Новгороде, затем в Душанбе.",
            [("Нижнем Новгороде", "RU"), ("Душанбе", "TJ")],
        ),
        ("ru", "Встреча в Бишкеке завершилась.", [("Бишкек", "KG")]),
        ("uk", "Зустріч відбулася у Львові та Чернівцях.", [("Львові", "UA"), ("Чернівцях", "UA")]),
        ("sr", "Razgovori su održani u Beču i u Novom Sadu.", [("Beč", "AT"), ("Novom Sad", "RS")]),
        ("sr", "Разговори су одржани у Нишу.", [("Ниш", "RS")]),
        ("sk", "Rokovali v Paríži a v Banskej Bystrici.", [("Paríž", "FR"), ("Banskej Bystrici", "SK")]),
        ("sl", "Sestala sta se v Zagrebu in Mariboru.", [("Zagreb", "HR"), ("Maribor", "SI")]),
        ("hu", "A felek Pozsonyban és Szolnokon tárgyaltak.", [("Pozsony", "SK"), ("Szolnok", "HU")]),
        ("pl", "Rozmowy odbyły się w Pradze i w Gdańsku.", [("Pradze", "CZ"), ("Gdańsk", "PL")]),
        ("tr", "Yunan gemisi İzmir Alsancak Limanı'na demirledi.", [("İzmir", "TR")]),
        ("tr", "Tatbikat Konya'da ve Bakü'de yapıldı.", [("Konya", "TR"), ("Bakü", "AZ")]),
        ("az", "Görüş Bratislavada, sonra Naxçıvan şəhərində keçirilib.", [("Bratislava", "SK"), ("Naxçıvan", "AZ")]),
        ("bg", "Министрите на България и Гърция се срещнаха във Варна.", [("Варна", "BG")]),
        ("hu", "A magyar és a lengyel miniszter Szegeden találkozott.", [("Szeged", "HU")]),
        ("id", "Menteri Indonesia dan Australia bertemu di Surabaya.", [("Surabaya", "ID")]),
        ("kk", "Қазақстан мен Түркия министрлері Алматыда кездесті.", [("Алматы", "KZ")]),
        ("da", "Ministrene mødtes i Aarhus og Tromsø.", [("Aarhus", "DK"), ("Tromsø", "NO")]),
        ("no", "Statsrådene møttes i Bodø og København.", [("Bodø", "NO"), ("København", "DK")]),
        ("fi", "Ministerit tapasivat Tampereella ja Varsovassa.", [("Tampere", "FI"), ("Varsova", "PL")]),
        ("ko", "회담은 부산에서, 이어 바르샤바에서 열렸다.", [("부산", "KR"), ("바르샤바", "PL")]),
        ("ja", "会談は横須賀市で、次いでワルシャワで開かれた。", [("横須賀", "JP"), ("ワルシャワ", "PL")]),
        ("ar", "جرت المباحثات المصرية في الإسكندرية ثم بالقاهرة.", [("الإسكندرية", "EG"), ("القاهرة", "EG")]),
    ],
)
def test_where_something_happens(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    """A city after a locative is found in every language, without an ending that can be cut off, and with its country."""
    hits = found(text, language)

    assert expected == [(written, place.country) for place, written in hits]
    assert all(place.locative and not place.dateline and place.line == 1 for place, _ in hits)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tokyo welcomed the offer of the Japanese side."),
        ("de", "Minsk dankte den belarussischen Offizieren."),
        ("ru", "Минск поблагодарил белорусских офицеров."),
        ("az", "Azərbaycan tərəfi Bakı ilə razılaşıb."),
        ("tr", "Ankara bu öneriyi Türk basınına duyurdu."),
        ("fr", "La France attend que Paris tranche."),
    ],
)
def test_a_city_that_speaks_is_no_scene(language: str, text: str) -> None:
    """A capital that stands for its government is found, but not as a place where something happens."""
    assert [(place.capital, place.locative) for place, _ in found(text, language)] == [(True, False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In March and in May the Minister read the Report in General Council."),
        ("en", "Colonel Paris Smith and Ms Sofia Lima spoke to the Union."),
        ("en", "The frigate “Salta” crossed the Gulf of Guinea."),
        ("de", "In Rahmen und Form, in Kraft seit Mai; General Essen war in Haft."),
        ("fr", "Le général Nice a salué la frégate « Bordeaux »."),
        ("es", "El coronel Salvador Valencia habló en mayo."),
        ("ru", "Совет собрался в мае, оба генерала промолчали."),
        ("tr", "Gine Körfezi ve Umman Denizi konuşuldu."),
        ("ar", "وقف الجيش في المدينة وفي القاعدة."),
    ],
)
def test_no_places(language: str, text: str) -> None:
    """Months, persons, ships, waters and common words that are also the name of a town somewhere are no places."""
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Lebanese sappers trained in Tripoli.", "LB"),
        ("Libyan sappers trained in Tripoli.", "LY"),
        ("Sappers trained in Tripoli.", "LY"),
        ("Venezuelan pilots met in Valencia.", "VE"),
        ("Spanish pilots met in Valencia.", "ES"),
        ("The Colombian navy called at a shipyard in Cartagena.", "CO"),
        ("American experts worked in Hamburg.", "DE"),
    ],
)
def test_which_of_several(text: str, country: str) -> None:
    """Of namesakes it is the one in a country that the text names, unless another is much bigger; else the capital."""
    assert [country] == [place.country for place, _ in found(text, "en")]


def test_dateline_is_marked() -> None:
    """The city of a dateline is no scene by itself, whatever its capitals; the body's city is."""
    hits = found("BAKU, 3 May. The Azerbaijani minister was in Ganja.", "en", "BAKU, 3 May.")

    assert [(w, p.dateline, p.locative) for p, w in hits] == [("BAKU", True, False), ("Ganja", False, True)]


def test_lines_are_those_that_were_sent() -> None:
    """A place carries the number of its line."""
    hits = found("The Latvian guests came on Monday.\n\nThey spent the night in Riga.", "en")

    assert [(written, place.line) for place, written in hits] == [("Riga", 2)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Kenyan course was held in Xanduville Heights on Friday.", ["Xanduville Heights"]),
        ("fr", "Le stage a eu lieu à Zorbignac.", ["Zorbignac"]),
        ("ru", "Сбор прошел под Брямском.", ["Брямском"]),
        ("en", "It was held in June in Nairobi.", []),
        ("en", "The two colonels spoke in Swahili.", []),
        ("tlh", "The course was held in Xanduville.", []),
    ],
)
def test_unknown_places(language: str, text: str, expected: list[str]) -> None:
    """What stands where a place would stand and is no known one is a weak candidate without a country."""
    document = read(text, language)
    hits = villages.find(document, people.find(document), places.find(document))

    assert expected == [document.words(place.city) for place in hits]
    assert all(place.country == "" and place.locative for place in hits)


@pytest.mark.parametrize("key", ["варшава", "warschau", "varsovie", "varsova", "وارسو"])
def test_one_city_in_many_languages(key: str) -> None:
    """The gazetteer knows a city by its names in other languages and scripts."""
    assert ("Warsaw", "PL", True) in [(city.name, city.country, city.capital) for city in gazetteer.spelt(key)]


def test_arabic_names_that_the_gazetteer_lacks() -> None:
    """A town of an Arab country whose Arabic name is missing is known by its consonants."""
    assert [(city.name, city.country) for city in gazetteer.sounding(["سور", "الغزلان"])] == [
        ("Sour el Ghozlane", "DZ")
    ]


def test_long_articles_are_read_at_once() -> None:
    """After the first call a page of text takes a fraction of a second."""
    text = "\n\n".join([f"The Kenyan minister met his guest number {n} in Mombasa and in Kisumu." for n in range(60)])
    document = read(text, "en")
    places.find(document, [])
    start = time.perf_counter()
    hits = places.find(document, [])

    assert len(hits) == 120
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "TUNIS: Tunisia and Malta signed a plan.", True),
        ("kk", "АСТАНА. Бүгін келісім жасалды.", True),
        ("en", "Tunis hosted the ministers.", False),
    ],
)
def test_a_town_that_opens_the_text_is_a_dateline(language: str, text: str, expected: bool) -> None:
    """Also one without a day: a colon, a full stop or a dash follows it."""
    assert [expected] == [place.dateline for place, _ in found(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met in the Latvian capital. The guest left Riga on Monday.", ["Riga"]),
        (
            "fr",
            "Ils se sont retrouvés dans la capitale tchadienne. Le ministre a quitté N'Djamena lundi.",
            ["N'Djamena"],
        ),
        ("ru", "Встреча прошла в столице Лаоса. Гости любят Вьентьян.", ["Вьентьян"]),
        ("en", "They met in the Latvian capital.", []),
        ("en", "The Latvian capital was grey, and Riga waited.", []),
    ],
)
def test_a_capital_told_of_without_its_name(language: str, text: str, expected: list[str]) -> None:
    """'In the Latvian capital' is Riga where the text names it."""
    document = read(text, language)
    hits = capitals.find(locatives.passages(document), places.find(document))

    assert expected == [document.words(place.city) for place in hits]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Azerbaycan'da toplandılar.", True),
        ("tr", "Brezilya ev sahibi oldu.", False),
        ("az", "Görüş Türkiyədə keçirilib.", True),
        ("kk", "Кездесу Қазақстанда өтті.", True),
        ("fi", "Komentajat tapasivat Virossa.", True),
        ("fi", "Viro järjesti harjoituksen.", False),
        ("ja", "両大臣は韓国で会談した。", True),
        ("ja", "韓国は訓練を主催した。", False),
        ("ko", "양국 장관은 일본에서 만났다.", True),
        ("ko", "장관이 일본을 공식 방문했다.", True),
        ("ko", "일본은 훈련을 주최했다.", False),
        ("da", "Ministrene mødtes i Norge.", True),
        ("no", "Ministrene møttes i Sverige.", True),
        ("en", "The ministers met in Canada.", True),
        ("en", "Canada hosted the drill.", False),
    ],
)
def test_in_a_country(language: str, text: str, expected: bool) -> None:
    """Words in front, particles behind and case endings say 'in'; that 'Canada' ends in -da says nothing."""
    (passage,) = locatives.passages(read(text, language))
    starts = [
        next(at for at, token in enumerate(passage.tokens) if token.end > mention.start) for mention in passage.mentions
    ]

    assert [expected] == [
        locatives.country(passage, mention, start) for mention, start in zip(passage.mentions, starts, strict=True)
    ]
