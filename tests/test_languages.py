"""Languages that came late: one sentence each through code alone, scripts without capitals, names in Chinese, glued initials."""

import pytest

from extractor.finders import people
from extractor.normalise import countries
from extractor.normalise.names import plausible
from tests.articles import events
from tests.test_finders_people import document

MEETINGS = [
    ("lt", "Krašto apsaugos ministrė Rasa Vėlavičienė lapkričio 5 d. Vilniuje susitiko su Portugalijos gynybos ministru Tiago Moreira.", ["LT", "PT"], ["Rasa Vėlavičienė", "Tiago Moreira"]),
    ("lv", "Aizsardzības ministrs Andris Kalvāns 5. novembrī Rīgā tikās ar Portugāles aizsardzības ministru Tiagu Moreiru.", ["LV", "PT"], ["Andris Kalvāns", "Tiagu Moreiru"]),
    ("et", "Kaitseminister Peeter Tammsalu kohtus 5. novembril Tallinnas Portugali kaitseministri Tiago Moreiraga.", ["EE", "PT"], ["Peeter Tammsalu", "Tiago Moreiraga"]),
    ("uz", "Mudofaa vaziri general-mayor Rustam Yo‘ldoshev 5-noyabr kuni Toshkentda Malayziya mudofaa vaziri Ahmad Zakini qabul qildi. Uchrashuvda ikki tomonlama harbiy hamkorlik masalalari muhokama qilindi.", ["MY", "UZ"], ["Rustam Yo‘ldoshev", "Ahmad Zakini"]),
    ("ka", "საქართველოს თავდაცვის მინისტრი ლევან ხუციშვილი 5 ნოემბერს თბილისში ესტონეთის თავდაცვის მინისტრ პეეტერ თამს შეხვდა.", ["EE", "GE"], ["ლევან ხუციშვილი", "პეეტერ თამს"]),
    ("zh", "国防部长陈立民11月5日在北京与巴基斯坦陆军参谋长卡里姆·汗上将举行会谈。", ["CN", "PK"], ["陈立民", "卡里姆·汗"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "parties", "names"), MEETINGS)
def test_a_meeting_is_found(language: str, text: str, parties: list[str], names: list[str]) -> None:
    """Kind, day, parties and both principals, by words alone."""
    (event,) = events(f"2025-11-06\n\n{text}\n")

    assert (event.event_type, event.status, event.date) == ("meeting", "held", "2025-11-05")
    assert event.parties == parties
    assert [person.name for person in event.participants] == names
    assert {person.role for person in event.participants} <= {"defence_minister", "service_chief"}


def test_georgian_names_are_names() -> None:
    """Unicode calls Georgian letters small; names written with them are names all the same."""
    assert plausible("ლევან ხუციშვილი")
    assert not plausible("general staff")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("越南人民军总参谋长阮文山大将率团访问老挝。", ["阮文山 chief_of_defence VN"]),
        ("副总参谋长徐一鸣中将与肯尼亚国防军副司令约瑟夫·奥廷中将共同主持。", ["徐一鸣 official None", "约瑟夫·奥廷 official KE"]),
        ("柬埔寨驻华国防武官宋波托准将致辞。", ["宋波托 attache KH"]),
    ],
)  # fmt: skip
def test_chinese_names_stand_behind_titles(text: str, expected: list[str]) -> None:
    """Up to a verb, a rank or a particle; the seat of an envoy is not whom they stand for."""
    page = document("zh", text)

    assert [f"{page.words(person.name)} {person.role} {person.country}" for person in people.find(page)] == expected


def test_a_former_minister_takes_no_part_in_chinese() -> None:
    """One character before the office says so."""
    former, minister = (people.find(document("zh", f"{title}李明辉出席。"))[0] for title in ("前国防部长", "国防部长"))

    assert (former.absent, minister.absent) == (True, False)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("中俄两国海军举行联演", ["CN", "RU"]),
        ("俄方表示欢迎，中方愿继续合作", ["RU", "CN"]),
        ("美韩联合军演", ["US", "KR"]),
        ("他访华期间参加军事演习", ["CN"]),
        ("其中一方向与会者介绍", []),
        ("中国海军与巴基斯坦海军", ["CN", "PK"]),
    ],
)
def test_short_names_of_states_in_chinese(text: str, codes: list[str]) -> None:
    """In pairs, before a body, behind a verb of going; not where the character is another word's."""
    assert [mention.code for mention in countries.find(text, "zh")] == codes


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Министр обороны генерал-полковник З.Гасанов принял гостя. Гасанов поблагодарил его.", "З.Гасанов"),
        ("az", "Müdafiə naziri general-polkovnik Z.Həsənov qonağı qəbul edib.", "Z.Həsənov"),
        ("de", "Generaloberst Z.Hasanov empfing den Gast.", "Z.Hasanov"),
    ],
)
def test_initials_without_a_space(language: str, text: str, name: str) -> None:
    """An initial that is glued to the surname is no person of its own."""
    page = document(language, text)

    assert [page.words(person.name) for person in people.find(page)] == [name]


def test_a_counterparts_state_says_whose_the_minister_is() -> None:
    """The minister whose counterpart is British is not, whatever his first name sounds like."""
    (event,) = events(
        "Berlin (dpa) - Verteidigungsminister Boris Kastner und sein britischer Amtskollege John Mallory haben am Mittwoch in Berlin ein Abkommen unterzeichnet.\n"
    )

    assert {person.name: person.country for person in event.participants} == {
        "Boris Kastner": "DE",
        "John Mallory": "GB",
    }


def test_an_office_before_a_copula() -> None:
    """An office that opens the sentence, 'was' and a rank: a crash once."""
    page = document("de", "Delegationsleiter war Generalleutnant Wang Hai.")

    assert [page.words(person.name) for person in people.find(page)] == ["Wang Hai"]


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("ar", "عمان 5 آب (بترا)- استقبل الوزير ضيفه", ["JO"]),
        ("ar", "زار الوزير سلطنة عمان", ["OM"]),
        ("ru", "принял посла Филиппин", ["PH"]),
        ("cs", "přijal velvyslankyni Filipín", ["PH"]),
        ("ro", "l-a primit pe ambasadorul Maldivelor", ["MV"]),
    ],
)
def test_states_by_their_case_or_place(language: str, text: str, codes: list[str]) -> None:
    """Amman is a town and Oman a sultanate; plural names of states have no ending in a Slavic genitive."""
    assert [mention.code for mention in countries.find(text, language)] == codes


def test_a_national_agency_tells_whose_the_minister_is() -> None:
    """The dateline is where the minister was; the agency is from home."""
    (event,) = events(
        "2025-11-06\n\nKAMPALA (İHA) - Milli Savunma Bakanı Cevdet Sarper, 5 Kasım'da Uganda Savunma Bakanı Charles Okello ile görüştü.\n"
    )

    assert event.parties == ["TR", "UG"]
    assert {person.name: person.country for person in event.participants} == {
        "Cevdet Sarper": "TR",
        "Charles Okello": "UG",
    }


def test_the_next_day_is_another_one() -> None:
    """A tour of two states: each meeting has its own day, parties and place."""
    first, second = events(
        "Kariuomenės vadas lankėsi Gruzijoje ir Azerbaidžane\n\n2006-05-19\n\nVilnius, gegužės 19 d. (BNS). Antradienį generolas Valdas Tutkus Tbilisyje susitiko su "
        "Gruzijos jungtinio štabo viršininku pulkininku Levanu Beridze. Kitą dieną Baku jį priėmė Azerbaidžano generalinio štabo viršininkas generolas Nadžmedinas Sadykovas.\n"
    )

    assert (first.date, first.parties, first.location_city) == ("2006-05-16", ["GE", "LT"], "Tbilisyje")
    assert (second.date, second.parties, second.location_city) == ("2006-05-17", ["AZ", "LT"], "Baku")


def test_a_nickname_stands_within_a_name() -> None:
    """A house in quotes before a name is none of it."""
    page = document("en", 'General Raúl "Tano" Bianchi met the director of "Yugo" Colonel Ivan Lazic.')

    assert [page.words(person.name) for person in people.find(page)] == ['Raúl "Tano" Bianchi', "Ivan Lazic"]
    assert plausible('Raúl "Tano" Bianchi')


def test_what_stands_on_an_agenda_was_discussed() -> None:
    """One word of an item is a topic, which alone in a sentence it is not."""
    (event,) = events(
        "2025-11-06\n\nThe defence ministers of Ghana and Peru, Kofi Mensah and Luis Pardo, met in Accra on 5 November. They discussed:\n\n"
        "- seats for cadets;\n- boarding drills;\n"
    )

    assert {"military_education", "exercises_training"} <= {*event.topics}
