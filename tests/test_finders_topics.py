"""Which topics an article's lines speak of, in many languages, and what does not count as speaking of them."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from extractor.document import from_text
from extractor.document.article import Clues, Document, Span
from extractor.finders import topics
from extractor.finders.topics import Mark
from extractor.schemas.defence.values import Topic

TABLE = Path(topics.__file__).with_suffix(".toml")
RULES = {"nothing", "denied", "without", "aside", "furniture"}
LANGUAGES = {"en", "de", "fr", "es", "ru", "uk", "pl", "tr", "az", "ar"}


def read(text: str, language: str) -> Document:
    """A document of one paragraph a line, in a language that need not be guessed from one sentence."""
    document = from_text(text)
    return replace(document, clues=Clues(language=language))


def named(text: str, language: str) -> list[str]:
    """Topics of everything that a text says."""
    document = read(text, language)
    return topics.of(topics.find(document), range(1, len(document.sent) + 1))


SAID = [
    ("bg", "Обсъдиха военното сътрудничество и киберотбраната.", ["military_cooperation", "cyber_intelligence"]),
    ("el", "Συζήτησαν για την κυβερνοασφάλεια και την αμυντική βιομηχανία.", ["military_technical", "cyber_intelligence"]),
    ("ka", "მინისტრებმა კიბერუსაფრთხოება და სამშვიდობო მისიები განიხილეს.", ["peacekeeping", "cyber_intelligence"]),
    ("fa", "دو طرف درباره رزمایش مشترک و پدافند هوایی گفتگو کردند.", ["exercises_training", "air_missile_defence"]),
    ("id", "Kedua menteri membahas industri pertahanan dan latihan bersama.", ["military_technical", "exercises_training"]),
    ("zh", "双方就维和与海军合作交换了意见。", ["peacekeeping", "naval_maritime"]),
    ("hu", "A felek a közös gyakorlatokról és a békefenntartásról tárgyaltak.", ["exercises_training", "peacekeeping"]),
    ("hr", "Razgovarali su o zajedničkim vježbama i vojnoj medicini.", ["exercises_training", "logistics_medical"]),
    ("en", "Both generals spoke at length about air defence and cyber threats.", ["air_missile_defence", "cyber_intelligence"]),
    ("de", "Beraten wurde über Luftverteidigung und den Kauf von Ersatzteilen.", ["military_technical", "air_missile_defence"]),
    ("fr", "Ils ont parlé de défense aérienne et de maintien de la paix.", ["peacekeeping", "air_missile_defence"]),
    ("es", "Conversaron sobre defensa aérea y sobre el desminado de la zona.", ["air_missile_defence", "logistics_medical"]),
    ("ru", "Речь шла о средствах ПВО и о борьбе с терроризмом.", ["air_missile_defence", "border_counterterrorism"]),
    ("uk", "Йшлося про протиповітряну оборону та розмінування полів.", ["air_missile_defence", "logistics_medical"]),
    ("pl", "Rozmawiano o obronie powietrznej i o wymianie doświadczeń.", ["exchanges", "air_missile_defence"]),
    ("tr", "Görüşmede hava savunma ve terörle mücadele ele alındı.", ["air_missile_defence", "border_counterterrorism"]),
    ("az", "Söhbət hava hücumundan müdafiə və hərbi təhsil barədə gedib.", ["military_education", "air_missile_defence"]),
    ("ar", "وبحث الجانبان الدفاع الجوي والأمن البحري.", ["naval_maritime", "air_missile_defence"]),
    ("it", "I due hanno discusso di difesa aerea e di missioni di pace.", ["peacekeeping", "air_missile_defence"]),
    ("pt", "Falaram de defesa aérea e de operações de paz.", ["peacekeeping", "air_missile_defence"]),
    ("nl", "Zij spraken over luchtverdediging en over inlichtingen.", ["air_missile_defence", "cyber_intelligence"]),
    ("ro", "S-a discutat despre apărarea antiaeriană și despre deminare.", ["air_missile_defence", "logistics_medical"]),
    ("sq", "The guests asked for joint exercises; речь шла и о кибербезопасности.", ["exercises_training", "cyber_intelligence"]),
    ("en", "They want to share radar data, and to open a hotline.", ["cyber_intelligence", "arms_control"]),
    ("fr", "Des échanges d'officiers sont prévus chaque année.", ["exchanges"]),
    ("ru", "Гость подтвердил поддержку территориальной целостности страны.", ["territorial_integrity"]),
    ("uk", "Сторони домовилися про військову співпрацю.", ["military_cooperation"]),
    ("tr", "İki ülke arasında askerî iş birliği gelişiyor.", ["military_cooperation"]),
    ("de", "Thema war die Sicherheitslage in der Region.", ["regional_security"]),
    ("az", "Tərəflər sülhməramlı fəaliyyəti və birgə təlimləri müzakirə ediblər.", ["exercises_training", "peacekeeping"]),
    ("ar", "واتفقا على تبادل الخبرات ومكافحة الإرهاب.", ["exchanges", "border_counterterrorism"]),
    ("pl", "Tematem był przemysł obronny i kształcenie podchorążych.", ["military_technical", "military_education"]),
    ("es", "Hablaron de la guerra en Ucrania y de la estabilidad regional.", ["regional_security", "armed_conflict"]),
    ("en", "The two states back each other in international organisations.", ["multilateral"]),
    ("da", "Man drøftede luftværn og minerydning i området.", ["air_missile_defence", "logistics_medical"]),
    ("no", "De snakket om luftvern og om etterretning.", ["air_missile_defence", "cyber_intelligence"]),
    ("fi", "Esillä olivat ilmatorjunta ja kyberturvallisuus.", ["air_missile_defence", "cyber_intelligence"]),
    ("ko", "양측은 방산협력과 사이버 안보를 논의했다.", ["military_technical", "cyber_intelligence"]),
    ("ja", "双方はミサイル防衛やサイバー分野での連携を協議した。", ["air_missile_defence", "cyber_intelligence"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_a_matter_that_is_discussed_is_a_topic(language: str, text: str, expected: list[str]) -> None:
    """Each language's own words for a matter make its topic, in the order of the closed list; an unknown one has all."""
    assert expected == named(text, language)


DENIED = [
    ("en", "Arms deliveries were not discussed."),
    ("en", "A contract for six frigates, of which bloggers had dreamt, was not signed."),
    ("en", "The visit brought no joint exercises."),
    ("de", "Waffenlieferungen wurden nicht besprochen."),
    ("de", "Ein Vertrag über Fregatten wurde nicht unterzeichnet."),
    ("fr", "Les livraisons d'armes n'ont pas été évoquées."),
    ("es", "No se trataron las compras de armamento."),
    ("ru", "Закупки вооружений не обсуждались."),
    ("uk", "Закупівлі озброєння не обговорювалися."),
    ("pl", "Dostaw uzbrojenia nie omawiano."),
    ("tr", "Silah alımı konusu görüşülmedi."),
    ("az", "Silah alınması müzakirə edilməyib."),
    ("ar", "ولم يبحث الجانبان صفقات الأسلحة."),
    ("nl", "Wapenleveranties zijn niet besproken."),
]


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_a_matter_that_was_not_dealt_with_is_none(language: str, text: str) -> None:
    """What the talks did not touch is no topic."""
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Weapons deliveries were not discussed, but the sides agreed on naval drills.", ["naval_maritime"]),
        ("ru", "Закупки вооружений не обсуждались, но стороны затронули миротворчество.", ["peacekeeping"]),
        ("az", "Birgə təlimlər müzakirə edilib, lakin silah alınması ilə bağlı müqavilə bağlanmayıb.", ["exercises_training"]),
        ("fr", "Le déminage a été évoqué, mais aucun contrat d'armement n'a été signé.", ["logistics_medical"]),
    ],
)  # fmt: skip
def test_a_denial_ends_where_the_sentence_turns(language: str, text: str, expected: list[str]) -> None:
    """What stands on the other side of a 'but' counts."""
    found = named(text, language)

    assert set(expected) <= set(found)
    assert "military_technical" not in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They discussed not only peacekeeping."),
        ("de", "Es ging nicht nur um Blauhelme."),
        ("fr", "Il a été question non seulement des casques bleus."),
        ("es", "Hablaron no solo de cascos azules."),
        ("ru", "Обсуждали не только миротворчество."),
        ("uk", "Обговорювали не лише миротворчість."),
        ("pl", "Mówiono nie tylko o misjach pokojowych."),
    ],
)
def test_not_only_denies_nothing(language: str, text: str) -> None:
    """A negation that affirms leaves the topic."""
    assert named(text, language) == ["peacekeeping"]


NAMES = [
    ("en", "The Commander of the Navy and the Chief of Air Defence Staff were present at the dinner."),
    ("en", "A veteran of the Second World War shook hands with the director of military intelligence."),
    ("de", "Der Inspekteur der Marine begrüßte die Gäste."),
    ("fr", "Le chef d'état-major de la Marine a accueilli la délégation."),
    ("es", "El comandante general de la Armada recibió a la delegación."),
    ("ru", "Встречу открыл командующий ВМС страны."),
    ("uk", "Гостей зустрів командувач ВМС."),
    ("pl", "Gości powitał dowódca Marynarki Wojennej."),
    ("tr", "Konukları Deniz Kuvvetleri Komutanı karşıladı."),
    ("az", "Qonaqları Hərbi Dəniz Qüvvələrinin komandanı qarşılayıb."),
    ("ar", "واستقبل قائد القوات البحرية الضيوف."),
]


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_a_word_in_an_office_or_an_old_war_is_none(language: str, text: str) -> None:
    """Offices, services and history name matters without speaking of them."""
    assert named(text, language) == []


LOOKALIKES = [
    ("pl", "Minister powiedział to z powodu deszczu, portal podał kryminalny żart."),
    ("ru", "Ученики спросили про портрет Екатерины."),
    ("uk", "Міністр розповів про кримінальну справу."),
    ("tr", "Bursa'da selamlaştılar ve sağlıklı günler dilediler."),
    ("az", "Silahlı Qüvvələrin orkestri minarənin yanında təlimat alıb."),
    ("es", "Las Fuerzas Armadas desfilaron en Puerto Rico."),
    ("en", "Of course the exchange of views went on in the course of the dinner."),
    ("fr", "Au cours de la visite, un échange de vues a eu lieu."),
    ("ro", "Portretul ministrului a fost expus în cursul zilei."),
]


@pytest.mark.parametrize(("language", "text"), LOOKALIKES)
def test_a_word_that_only_looks_like_one_is_none(language: str, text: str) -> None:
    """Other words with the same first letters, and set phrases, are no topics."""
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "According to unconfirmed reports, frigates will be sold."),
        ("en", "An analyst said that missile defence would come next."),
        ("de", "Gerüchten zufolge geht es um Raketenabwehr."),
        ("fr", "Selon des rumeurs, des frégates seraient vendues."),
        ("ru", "Политолог считает, что речь пойдет о ПРО и миротворцах."),
        ("pl", "Według plotek chodzi o okręty podwodne."),
        ("tr", "Söylentilere göre fırkateyn satılacak."),
        ("ar", "وتحدث محلل عن الدفاع الجوي."),
    ],
)
def test_hearsay_and_commentators_give_none(language: str, text: str) -> None:
    """R30: what is unconfirmed or said by somebody outside gives no topics."""
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Tags: frigates, missile defence, peacekeeping, demining of fields"),
        ("de", "Lesen Sie auch: Fregatten und Raketenabwehr"),
        ("ru", "Читайте также: корабли и миротворцы на учениях"),
        ("tr", "Etiketler: fırkateyn, tatbikat, terör"),
        ("en", "18:40 Frigates begin a joint exercise in the strait"),
    ],
)
def test_tags_and_other_headlines_give_none(language: str, line: str) -> None:
    """Lines around the article are no evidence, even if they were sent."""
    assert named(f"The two ministers met in the capital on Monday and talked for an hour.\n\n{line}", language) == []


def test_marks_have_the_words_that_say_so() -> None:
    """A mark's span is the phrase in the raw text, whole words, with its line and its weight."""
    document = read("Die Minister sprachen über Gebirgs\u00adausbildung.\n\nSpäter ging es um die Marine.", "de")

    found = [(mark.topic, document.words(mark.span), mark.line, mark.weight) for mark in topics.find(document)]

    assert ("military_education", "Gebirgs\u00adausbildung", 1, 1.0) in found
    assert ("naval_maritime", "Marine", 2, 0.5) in found


def test_weak_words_need_two_lines() -> None:
    """Half a mark makes no topic, twice in one line neither; in two lines it does."""
    half = [Mark("naval_maritime", Span(0, 4), 1, 0.5), Mark("naval_maritime", Span(9, 13), 1, 0.5)]

    assert topics.of(half, [1]) == []
    assert topics.of([*half, Mark("naval_maritime", Span(20, 24), 2, 0.5)], [1, 2]) == ["naval_maritime"]


def test_only_the_lines_of_the_event_count() -> None:
    """Marks outside the lines are another event's; topics come in the order of the closed list, each once."""
    marks = [
        Mark("arms_control", Span(0, 3), 1, 1.0),
        Mark("exchanges", Span(5, 8), 2, 1.0),
        Mark("exchanges", Span(9, 12), 3, 1.0),
        Mark("peacekeeping", Span(20, 23), 4, 1.0),
    ]

    assert topics.of(marks, {1, 2, 3}) == ["exchanges", "arms_control"]
    assert topics.of(marks, ()) == []


def test_lines_without_evidence_go_to_the_event_before_them() -> None:
    """The head goes to the first event, a later line to the evidence before it, a far one back to the main story."""
    marks = [
        Mark(topic, Span(line, line + 1), line, 1.0)
        for topic, line in (("peacekeeping", 1), ("exchanges", 4), ("naval_maritime", 7), ("arms_control", 30))
    ]

    assert topics.spread(marks, [{2, 3}, {6}]) == [["exchanges", "peacekeeping", "arms_control"], ["naval_maritime"]]


def test_events_in_brief_keep_to_their_own_lines() -> None:
    """What follows a coming event that is only announced belongs to the story, not to the announcement."""
    marks = [Mark("exchanges", Span(0, 1), 5, 1.0), Mark("peacekeeping", Span(2, 3), 6, 1.0)]

    assert topics.spread(marks, [{2}, {5}], brief=[1]) == [["peacekeeping"], ["exchanges"]]
    assert topics.spread(marks, [(), {5}], brief=[1]) == [[], ["exchanges"]]


@pytest.mark.parametrize(
    ("event_type", "kinds", "expected"),
    [
        ("exercise", (), ["exercises_training"]),
        ("port_call", (), ["naval_maritime"]),
        ("arms_deal", ("contract",), ["military_technical"]),
        ("education_exchange", (), ["military_education"]),
        ("meeting", ("cooperation_plan", "mou"), ["military_cooperation"]),
        ("meeting", (), []),
        ("military_aid", (), []),
    ],
)
def test_a_type_implies_its_topic(event_type: str, kinds: tuple[str, ...], expected: list[str]) -> None:
    """What an event is, and what was signed at it, can already be a topic."""
    assert expected == topics.implied(event_type, kinds)


def test_the_table_covers_every_topic_in_ten_languages() -> None:
    """A new topic needs words, and a section that is misspelt would never be read."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))

    assert {*get_args(Topic), *RULES} - {"other"} == set(table)
    assert not {section for section, words in table.items() if not words.keys() >= LANGUAGES}


@pytest.mark.parametrize("language", [*sorted(LANGUAGES), "it", "pt", "nl", "ro"])
def test_no_phrase_matches_everything(language: str) -> None:
    """A slip in the table, such as an empty phrase or a lone star, would mark every line."""
    assert topics.find(read("xyzzy qwrt plugh.\n\nВвв ґґґ щщщ.\n\nثثث ضضض.", language)) == ()
