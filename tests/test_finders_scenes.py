"""Scenes: which lines tell of an event, of what kind, and whether it has happened."""

import pytest

from extractor import read_text
from extractor.document import Document
from extractor.finders import cues
from extractor.finders.events.scenes import Scene
from extractor.finders.found import Found
from tests.articles import events

STAMP = "12.06.2025, 10:15"
TOLD = [
    ("en", "Kenya and Rwanda hold defence talks", "Kenya's defence secretary met the Rwandan defence minister in Nairobi on Tuesday.", "meeting", "held"),
    ("en", "Norway, Finland speak on Arctic patrols", "The Norwegian and Finnish ministers spoke by phone on Wednesday about patrols.", "call", "held"),
    ("en", "Indian destroyer in Mombasa", "An Indian destroyer docked in Mombasa, Kenya, on Monday for a goodwill visit.", "port_call", "held"),
    ("en", "Chile and Peru train in desert", "Soldiers of Chile and Peru will hold an exercise in the desert from 20 July 2025.", "exercise", "planned"),
    ("en", "Ghana orders boats", "Ghana has ordered four patrol boats from the Netherlands under a contract worth 60 million euros.", "arms_deal", "held"),
    ("en", "Talks put off", "The meeting of the ministers of Egypt and Sudan set for 18 June has been postponed, Cairo said.", "meeting", "postponed"),
    ("de", "Litauen und Estland üben", "Die Übung der Streitkräfte Litauens und Estlands wurde am Montag abgesagt.", "exercise", "cancelled"),
    ("de", "Norwegische Fregatte in Kiel", "Die norwegische Fregatte machte am Montag in Kiel an der deutschen Tirpitzmole fest.", "port_call", "held"),
    ("de", "Österreich und Slowenien sprechen", "Die Ministerin aus Österreich telefonierte am Dienstag mit ihrem slowenischen Kollegen.", "call", "held"),
    ("de", "Stabsgespräche mit Ungarn", "In Wien fanden am 10. Juni Stabsgespräche zwischen Österreich und Ungarn statt.", "staff_talks", "held"),
    ("fr", "Maroc et Sénégal : manœuvres", "L'exercice conjoint du Maroc et du Sénégal débutera le 3 juillet 2025 à Agadir.", "exercise", "planned"),
    ("fr", "Don de véhicules au Bénin", "La France a fait don de dix véhicules au Bénin, lundi à Cotonou.", "military_aid", "held"),
    ("fr", "Visite du ministre", "Le ministre belge de la Défense a effectué mardi une visite en Jordanie.", "visit", "held"),
    ("es", "Chile y Perú aplazan la cita", "La reunión de los ministros de Chile y Perú ha sido aplazada, informó Lima.", "meeting", "postponed"),
    ("es", "Curso para cadetes", "Veinte cadetes de Honduras terminaron el lunes un curso en la academia de Colombia.", "education_exchange", "held"),
    ("es", "Fragata italiana en el puerto", "La fragata italiana hizo escala el domingo en el puerto de Cádiz, España.", "port_call", "held"),
    ("ru", "Армения и Грузия: учения", "Совместные учения Армении и Грузии отменены из-за погоды, сообщили в Ереване 11 июня.", "exercise", "cancelled"),
    ("ru", "Министры провели переговоры в Астане", "Министры обороны Казахстана и Таджикистана провели во вторник переговоры в Астане.", "meeting", "held"),
    ("ru", "Разговор министров", "Министр обороны Белоруссии во вторник провел телефонный разговор с коллегой из Сербии.", "call", "held"),
    ("uk", "Литва передала авто", "Литва у понеділок безоплатно передала Україні двадцять вантажівок.", "military_aid", "held"),
    ("uk", "Румунія та Молдова зустрілися", "Міністри оборони Румунії та Молдови зустрілися у вівторок у Кишиневі.", "meeting", "held"),
    ("pl", "Ćwiczenia z Czechami", "Polscy i czescy saperzy rozpoczęli w poniedziałek ćwiczenia w Polsce i Czechach.", "exercise", "held"),
    ("pl", "Wizyta słowackiego ministra odwołana", "Wizyta ministra obrony Słowacji w Polsce została odwołana, podała Bratysława.", "visit", "cancelled"),
    ("tr", "Türkiye ile Katar arasında görüşme", "Türkiye ve Katar savunma bakanları salı günü Doha'da görüştü.", "meeting", "held"),
    ("tr", "Türkiye ile Pakistan tatbikat yapacak", "Türkiye ile Pakistan 20 Temmuz 2025'te Ankara'da ortak tatbikat düzenleyecek.", "exercise", "planned"),
    ("az", "Azərbaycan və Gürcüstan görüşü", "Azərbaycan və Gürcüstanın müdafiə nazirləri çərşənbə axşamı Bakıda görüşüblər.", "meeting", "held"),
    ("az", "İki ölkənin təlimi keçiriləcək", "Azərbaycan və Türkiyənin birgə təlimi 5 iyul 2025-ci ildə Naxçıvanda keçiriləcək.", "exercise", "planned"),
    ("ar", "لقاء مصري أردني", "التقى وزير الدفاع المصري نظيره الأردني في القاهرة يوم الثلاثاء.", "meeting", "held"),
    ("da", "Estisk skib i Korsør", "Det estiske minefartøj lagde mandag til kaj i Korsør i Danmark.", "port_call", "held"),
    ("da", "Møde i Lissabon udskudt", "Mødet mellem Danmarks og Portugals forsvarsministre er udskudt, oplyser ministeriet.", "meeting", "postponed"),
    ("no", "Samtale om luftvern", "Norges forsvarsminister snakket tirsdag i telefonen med sin danske kollega.", "call", "held"),
    ("no", "Øvelsen med latviere avlyst", "Øvelsen til soldater fra Norge og Latvia er avlyst på grunn av flom.", "exercise", "cancelled"),
    ("fi", "Suomi luovutti ambulansseja", "Suomi lahjoitti maanantaina kymmenen ambulanssia Moldovalle.", "military_aid", "held"),
    ("fi", "Unkarin ministerin vierailu peruttiin", "Unkarin puolustusministerin vierailu Suomeen on peruttu.", "visit", "cancelled"),
    ("ko", "한·태국 국방장관 회담", "한국과 태국 국방장관이 17일 방콕에서 만나 협력 방안을 논의했다.", "meeting", "held"),
    ("ko", "한·칠레 연합훈련 취소", "한국과 칠레 해군의 연합훈련이 기상 악화로 취소됐다.", "exercise", "cancelled"),
    ("ja", "日伊防衛相が電話会談", "日本とイタリアの防衛相は17日、電話会談を行い、協力の強化で一致した。", "call", "held"),
    ("ja", "日印訓練を延期", "日本とインドの共同訓練は台風の影響で延期された。", "exercise", "postponed"),
]  # fmt: skip


CLOSING = {
    "en": "The ministry gave no further details to the reporters who waited outside the building for an hour.",
    "de": "Weitere Einzelheiten nannte das Ministerium auf Nachfrage der wartenden Journalisten am Abend nicht.",
    "fr": "Le ministère n'a pas donné d'autres précisions aux journalistes qui attendaient devant le bâtiment.",
    "es": "El ministerio no dio más detalles a los periodistas que esperaban delante del edificio durante horas.",
    "ru": "Других подробностей журналистам, которые ждали у здания больше часа, в ведомстве сообщать не стали.",
    "uk": "Інших подробиць журналістам, які чекали біля будівлі понад годину, у відомстві не повідомили.",
    "pl": "Resort nie podał innych szczegółów dziennikarzom, którzy czekali przed budynkiem ponad godzinę.",
    "tr": "Bakanlık, binanın önünde bir saatten fazla bekleyen gazetecilere başka ayrıntı vermedi, dendi.",
    "az": "Nazirlik binanın qarşısında bir saatdan çox gözləyən jurnalistlərə başqa təfərrüat verməyib, deyilir.",
    "da": "Ministeriet ville ikke give flere oplysninger til de journalister, som ventede uden for bygningen i en time.",
    "no": "Departementet ga ikke flere opplysninger til journalistene som ventet utenfor bygningen i over en time.",
    "fi": "Ministeriö ei antanut lisätietoja toimittajille, jotka odottivat rakennuksen ulkopuolella yli tunnin ajan.",
    "ko": "당국은 건물 밖에서 한 시간 넘게 기다린 취재진에게 더 자세한 내용을 알려 주지 않았으며 질문도 받지 않고 곧바로 자리를 떠났다.",
    "ja": "当局は建物の外で一時間以上待っていた報道陣に対し、それ以上の詳しい説明は一切せず、質問も受け付けないまま足早に立ち去った。",
    "ar": "ولم تعط الوزارة تفاصيل أخرى للصحفيين الذين انتظروا أمام المبنى أكثر من ساعة كاملة في ذلك اليوم.",
}


def find(document: Document) -> tuple[Scene, ...]:
    """The scenes of a document."""
    return Found(document).scenes


@pytest.mark.parametrize(("language", "title", "lede", "kind", "status"), TOLD)
def test_news_is_told(language: str, title: str, lede: str, kind: str, status: str) -> None:
    """The news of a short article in ten languages: its kind and status, at the line that tells it."""
    document = read_text(f"{title}\n\n{STAMP}\n\n{lede}\n\n{CLOSING[language]}\n")
    (scene, *_) = find(document)

    assert document.clues.language == language
    assert (scene.event_type, scene.status) == (kind, status)
    assert document.words(document.sent[scene.line - 1]) == lede


ALONE = [
    "The army of Ghana ended its yearly exercise near Tamale on Monday, the ministry said.",
    "Der Verteidigungsminister besuchte am Montag die Kaserne in Koblenz und sprach mit Rekruten.",
    "Президент вручил в понедельник награды выпускникам военной академии.",
    "El ministro de Defensa visitó el lunes a los soldados heridos en el hospital militar.",
]


@pytest.mark.parametrize("lede", ALONE)
def test_what_one_country_does_alone_is_no_event(lede: str) -> None:
    """No second country, no event (R7)."""
    assert find(read_text(f"News of the day\n\n{STAMP}\n\n{lede}\n")) == ()


def test_further_events_have_a_date_of_their_own() -> None:
    """The next round is planned; an earlier one that is only recalled and a provision of what was signed are none."""
    document = read_text(
        "Malta and Cyprus hold staff talks\n\n12 June 2025, 10:15\n\n"
        "The second round of staff talks between Malta and Cyprus was held in Valletta on 10 June.\n\n"
        "The sides signed a protocol. Under it, a first course will begin in September 2025.\n\n"
        "They spoke of tides, of tariffs and of old lighthouses.\n\n"
        "The first round between Malta and Cyprus took place in Nicosia on 4 March 2024.\n\n"
        "The third round will be held in Nicosia in 2026.\n"
    )

    assert [(scene.event_type, scene.status) for scene in find(document)] == [
        ("staff_talks", "held"),
        ("staff_talks", "planned"),
    ]


def test_a_word_of_cancelling_goes_with_the_event_beside_it() -> None:
    """Two events in one sentence: only the one beside the word is called off."""
    document = read_text(
        "Divers of Latvia and Sweden train, frigate stays away\n\n12 June 2025, 10:15\n\n"
        "The exercise of Latvia and Sweden ended in Riga on Tuesday, while the port call of a Canadian frigate was cancelled.\n"
    )
    (news, *_) = find(document)

    assert (news.event_type, news.status) == ("exercise", "held")


def test_a_visit_that_is_put_off_leaves_the_talks_alone() -> None:
    """Of two kinds in a headline the status goes with the one beside it, even if one can stand for the other."""
    document = read_text(
        "Ministers of Chile and Oman hold talks, visit to Muscat postponed\n\n12 June 2025, 10:15\n\n"
        "The defence ministers of Chile and Oman met in Santiago on Tuesday, 10 June, and discussed drones.\n"
    )
    (news, *_) = find(document)

    assert (news.event_type, news.status) == ("meeting", "held")


def test_denied_words_are_no_cues_of_an_event() -> None:
    """'No contract was signed' speaks for no signing."""
    document = read_text("Nothing new\n\nNo contract was signed and there was no visit, Kenya and Chad said.\n")

    assert [cue.value for cue in cues.find(document) if cue.family == "type" and not cue.denied] == []


FURTHER = [
    (
        "Portuguese frigate in Dakar",
        "The Portuguese frigate Zarco docked in Dakar, Senegal, on 8 June. It will stay until Saturday.",
        [
            "Cadets may visit the ship tomorrow.",
            "A brass band played on the pier.",
            "On 10 June the crew held a boarding drill with the Senegalese coast guard.",
        ],
        [("port_call", "held"), ("exercise", "held")],
    ),
    (
        "Minister aus Oslo und Brüssel sprechen über Patrouillen in der Nordsee",
        "Die Minister aus Norwegen und Belgien haben am Mittwoch telefoniert.",
        [
            "Der belgische Minister hätte am 20. Juni zu einem Besuch in Oslo eintreffen sollen.",
            "Der Termin muss warten.",
        ],
        [("call", "held"), ("visit", "postponed")],
    ),
    (
        "Coral et requin",
        "Le ministre du Gabon et celui du Congo ont signé mardi un accord à Libreville.",
        [
            "L'exercice des deux marines, prévu le 20 juin, est annulé.",
            "Le plan signé prévoit un cours en octobre 2025.",
        ],
        [("signing", "held"), ("exercise", "cancelled")],
    ),
    (
        "Wspólne manewry",
        "Żołnierze z Polski i Łotwy od poniedziałku prowadzą ćwiczenia, które potrwają do 20 czerwca.",
        ["Do Rygi przyjechało sześćdziesięciu żołnierzy."],
        [("exercise", "held")],
    ),
    (
        "Buques para la Armada",
        "Bolivia firmó el martes con Corea del Sur un contrato para la compra de dos buques.",
        ["Marinos de Bolivia seguirán un curso en Corea del Sur en enero de 2026."],
        [("arms_deal", "held")],
    ),
    (
        "Bolivia and Kenya hold talks in La Paz",
        "The defence ministers of Bolivia and Kenya met in La Paz on 10 June.",
        [
            "The Kenyan ship Simba will be joined by a Bolivian crew for a joint exercise off Mombasa, Kenya, on 20 June."
        ],
        [("meeting", "held"), ("exercise", "planned")],
    ),
    (
        "Vertice a Lisbona",
        "I ministri di Italia, Malta e Portogallo si sono riuniti mercoledì a Lisbona per un vertice.",
        ["Il prossimo incontro si terrà a novembre a La Valletta."],
        [("multilateral", "held"), ("multilateral", "planned")],
    ),
    (
        "Aplazada la visita",
        "La visita del ministro de Cuba a Quito, Ecuador, prevista para el 15 de junio, quedó aplazada.",
        ["El encuentro de ambos países se hará en agosto de 2025."],
        [("visit", "postponed")],
    ),
]


@pytest.mark.parametrize(("title", "lede", "rest", "expected"), FURTHER)
def test_another_event_has_a_day_or_a_status_of_its_own(
    title: str, lede: str, rest: list[str], expected: list[tuple[str, str]]
) -> None:
    """Another type of contact, what is called off in the sentence after its day; no programme, provision, or new day."""
    document = read_text(f"{title}\n\n12.06.2025, 10:15\n\n" + "\n\n".join([lede, *rest]) + "\n")

    assert [(scene.event_type, scene.status) for scene in find(document)] == expected


@pytest.mark.parametrize(
    ("lede", "kind"),
    [
        ("The ministers of Chad, Niger and Mali met on Tuesday for a session in Niamey.", "multilateral"),
        ("The minister of Chad met the minister of Mali on Tuesday at a summit about aid to Sudan.", "meeting"),
        ("The session of the ministers of Chad and Mali was held on Tuesday.", "meeting"),
    ],
)
def test_talks_of_three_nations_in_a_list_are_multilateral(lede: str, kind: str) -> None:
    """Who is only talked about makes no session of it."""
    (news, *_) = find(read_text(f"Talks in the Sahel\n\n{STAMP}\n\n{lede}\n\n{CLOSING['en']}\n"))

    assert news.event_type == kind


def test_two_sign_beside_a_session() -> None:
    """At a multilateral, a bilateral signing is an event of its own (R1)."""
    document = read_text(
        "Three ministers meet in Bamako\n\n12 June 2025, 10:15\n\n"
        "The ministers of Chad, Niger and Mali met on Tuesday for a session in Bamako, the first one of this year.\n\n"
        "They spoke of harvests, of the price of salt and of the roads that the rains had washed away.\n\n"
        "A statement about fishing was read out to the reporters at the end, and there was rice for all of them.\n\n"
        "Before it Chad's Defence Minister Idriss Abakar and Niger's Defence Minister Moussa Barmou signed a protocol.\n"
    )

    assert [(scene.event_type, scene.codes) for scene in find(document)[1:]] == [("signing", ("NE", "TD"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve Kenyan officers have completed a staff course in Lima under a memorandum of understanding signed in 2022.",
        "Officers of Kenya began a training course in Lima on Monday under an agreement that Kenya and Peru signed last year.",
    ],
)
def test_a_course_under_a_signed_paper_is_a_course(sentence: str) -> None:
    """A paper of earlier days is referenced (R5); only what is told to be signed is a signing."""
    (event,) = events(f"Kenyan officers in Peru\n\n14 June 2024, 12:00\n\n{sentence}\n")

    assert event.event_type == "education_exchange"
