"""The finder of persons: names, ranks, roles, countries, counterparts and absences, in sentences made up for it."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.document.article import Clues
from extractor.document.lines import number, split
from extractor.finders import people
from extractor.finders.people import Person
from extractor.schemas.defence.values import Role


def document(language: str, text: str) -> Document:
    return Document("a.txt", "a", "text/plain", "0" * 64, text, number(text, split(text), language), Clues(language))


def found(language: str, text: str) -> dict[str, Person]:
    article = document(language, text)
    return {article.words(person.name): person for person in people.find(article)}


ONE = [
    ("ru", "Министр обороны Л. Белов прибыл.", "Л. Белов", None, "defence_minister", None),
    ("en", "Defence Minister A.S. Oduya came.", "A.S. Oduya", None, "defence_minister", None),
    ("nl", "Zij sprak met minister van Defensie A.P. van Leeuwen.", "A.P. van Leeuwen", None, "defence_minister", None),
    ("fr", "Le colonel Luc Moreau, à la tête du détachement, est venu.", "Luc Moreau", "colonel", "commander", None),
    ("uk", "Прибув генерал Іван Сич, який очолює Міністерство оборони.", "Іван Сич", "генерал", "defence_minister", None),
    ("tr", "Büyükelçi, Savunma Bakanı Ali Demir'i Ankara'daki makamında ziyaret etti.", "Ali Demir", None, "defence_minister", None),
    ("ar", "حضر السفير الفرنسي لدى المملكة لوران دوبوا.", "لوران دوبوا", None, "ambassador", "FR"),
    ("fr", "Le ministre des Armées, des Anciens Combattants et des Victimes de Guerre, le général Luc Moreau, est venu.", "Luc Moreau", "général", "defence_minister", None),
    ("en", "The Minister of Defence, Veterans Affairs and Disaster Management, General Peter Moyo, came.", "Peter Moyo", "General", "defence_minister", None),
    ("pt", "O ministro falou com o seu homólogo da Nigéria, o General da reserva Ibrahim Kolo.", "Ibrahim Kolo", "General", "defence_minister", "NG"),
    ("en", "Brigadier Michael St. Clair Holder came.", "Michael St. Clair Holder", "Brigadier", None, None),
    ("en", "V/Adm Kofi Ansah-Boadi came.", "Kofi Ansah-Boadi", "V/Adm", None, None),
    ("fa", "سرتیپ عماد جبوری سخنرانی کرد.", "عماد جبوری", "سرتیپ", None, None),
    ("ka", "ლატვიის თავდაცვის მინისტრი ანდრის კალნინში ჩავიდა.", "ანდრის კალნინში", None, "defence_minister", "LV"),
    ("ru", "Министр обороны Люк ван дер Берг прибыл.", "Люк ван дер Берг", None, "defence_minister", None),
    ("en", "The Chief of the Defence Staff (XYZ), General Karl Otieno, came.", "Karl Otieno", "General", "chief_of_defence", None),
    ("ro", "Comandantul fregatei „Marea Albă”, comandor Cornel Postu, a vorbit.", "Cornel Postu", "comandor", "commander", None),
    ("fr", "Le directeur de la coopération de sécurité et de défense, le général Luc Moreau, est venu.", "Luc Moreau", "général", "official", None),
    ("en", "The exercise was opened by Brigadier General Dato Haji Karim bin Pengiran Haji Omar.", "Dato Haji Karim bin Pengiran Haji Omar", "Brigadier General", None, None),
    ("pt", "O ministro de Estado e da Defesa, Rui Lima, chegou.", "Rui Lima", None, "defence_minister", None),
    ("es", "El jefe de la escuadra, contralmirante Park Min-su, llegó.", "Park Min-su", "contralmirante", "commander", None),
    ("pl", "Przybył ambasador RP w Taszkencie Jan Lis.", "Jan Lis", None, "ambassador", "PL"),
    ("tr", "Peru Savunma Bakanı Emekli General Luis Rojas geldi.", "Luis Rojas", "General", "defence_minister", "PE"),
    ("de", "Es kam der bosnische Verteidigungsminister Emir Begić.", "Emir Begić", None, "defence_minister", "BA"),
    ("es", "Vino la jefa del Departamento de Cooperación Internacional, Ana Rulfo.", "Ana Rulfo", None, "official", None),
    ("ar", "حضر اللقاء السيد خوان لوبيز سفير إسبانيا لدى الدولة.", "خوان لوبيز", None, "ambassador", "ES"),
    ("ar", "ترأس الوفد اللواء الركن طيار سالم حمد الكعبي.", "سالم حمد الكعبي", "اللواء الركن طيار", "official", None),
    ("ar", "وصل العميد غيفت تشيلوفيا، مدير الخدمات الطبية.", "غيفت تشيلوفيا", "العميد", "official", None),
    ("en", "U.S. Secretary of Defense Mark Holloway spoke.", "Mark Holloway", None, "defence_minister", "US"),
    ("en", "Israel Kaz, Israel's defense minister, left.", "Israel Kaz", None, "defence_minister", "IL"),
    ("en", "The Commander of the Pakistan Air Force, Air Marshal Asim Kharal, came.", "Asim Kharal", "Air Marshal", "service_chief", "PK"),
    ("en", "The unit is commanded by Lieutenant Colonel James Hillman.", "James Hillman", "Lieutenant Colonel", "commander", None),
    ("en", "The delegation was led by Maj. Gen. Per Brandt of Norway.", "Per Brandt", "Maj. Gen.", "official", "NO"),
    ("en", "Chile sent its Under-Secretary for Defence, Ana Rulfo.", "Ana Rulfo", None, "deputy_defence_minister", "CL"),
    ("en", "The Spanish ambassador to Lebanon, Eva Prado, came.", "Eva Prado", None, "ambassador", "ES"),
    ("en", "Baykar CEO Selim Arslanli paid.", "Selim Arslanli", None, "industry", None),
    ("de", "Der Inspekteur des Heeres, Generalleutnant Paul Meier, kam.", "Paul Meier", "Generalleutnant", "service_chief", None),
    ("de", "Oberst i.G. Peter Weiß, Militärattaché in Baku, kam.", "Peter Weiß", "Oberst i.G.", "attache", None),
    ("de", "Litauens Verteidigungsminister Jonas Petraitis kam.", "Jonas Petraitis", None, "defence_minister", "LT"),
    ("fr", "Le ministre tunisien de la Défense nationale Imed Trabelsi a signé.", "Imed Trabelsi", None, "defence_minister", "TN"),
    ("fr", "Le commandant de la base, le colonel Luc Moreau, a signé.", "Luc Moreau", "colonel", "commander", None),
    ("es", "El embajador de Corea del Sur en Bogotá, Lee Wang-keun, habló.", "Lee Wang-keun", None, "ambassador", "KR"),
    ("es", "La comandante general de la Armada de Colombia, almirante Rosa Cubas, habló.", "Rosa Cubas", "almirante", "service_chief", "CO"),
    ("ru", "Начальник генерального штаба Казахстана генерал-лейтенант Арман Белов прибыл.", "Арман Белов", "генерал-лейтенант", "chief_of_defence", "KZ"),
    ("ru", "Учением руководит командир бригады полковник Олег Белый.", "Олег Белый", "полковник", "commander", None),
    ("uk", "Заступник міністра оборони України генерал-майор Іван Сич прибув.", "Іван Сич", "генерал-майор", "deputy_defence_minister", "UA"),
    ("pl", "Dowódca 16. Dywizji Zmechanizowanej generał dywizji Jan Rajski przybył.", "Jan Rajski", "generał dywizji", "commander", None),
    ("pl", "Ambasador USA Tom Rosen przybył.", "Tom Rosen", None, "ambassador", "US"),
    ("tr", "İtalya'nın Ankara Büyükelçisi Giorgio Marrapo geldi.", "Giorgio Marrapo", None, "ambassador", "IT"),
    ("tr", "Pakistan Deniz Kuvvetleri Komutanı Oramiral Naveed Eşref'i kabul etti.", "Naveed Eşref", "Oramiral", "service_chief", "PK"),
    ("az", "Nazir Türkiyənin müdafiə naziri Yaşar Gülərlə görüşüb.", "Yaşar Gülər", None, "defence_minister", "TR"),
    ("az", "Gürcüstanın müdafiə naziri İrakli Çikovani gəlib.", "İrakli Çikovani", None, "defence_minister", "GE"),
    ("ar", "وصل وزير الدفاع المصري الفريق أول عبد المجيد صقر أمس.", "عبد المجيد صقر", "الفريق أول", "defence_minister", "EG"),
    ("ar", "حضر العقيد فرج الهادي، قائد القاعدة.", "فرج الهادي", "العقيد", "commander", None),
    ("it", "Il ministro della Difesa italiano, Guido Crosti, ha firmato.", "Guido Crosti", None, "defence_minister", "IT"),
    ("pt", "O chefe do Estado-Maior da Armada, almirante Henrique Gouveia, assistiu.", "Henrique Gouveia", "almirante", "service_chief", None),
    ("nl", "De Commandant der Strijdkrachten, generaal Onno Eikel, was erbij.", "Onno Eikel", "generaal", "chief_of_defence", None),
    ("en", "The ship's commander, Cmdr. Ivy Ross, waved.", "Ivy Ross", "Cmdr.", "commander", None),
    ("en", "Brigadier Tom Muscat, commander of the base, came.", "Tom Muscat", "Brigadier", "commander", None),
    ("en", "Rear Admiral Ndeshi Iipumbu, who commands the Namibian Navy, came.", "Ndeshi Iipumbu", "Rear Admiral", "service_chief", None),
    ("en", "Ana Prado, vice-president of Helibras Systems, signed.", "Ana Prado", None, "industry", None),
    ("es", "Kim Dae-ho, presidente de la empresa coreana Hanul Radar, firmó.", "Kim Dae-ho", None, "industry", "KR"),
    ("de", "Sie war der Einladung von Generalmajor Jan Novak gefolgt, dem Generalstabschef der slowenischen Streitkräfte.", "Jan Novak", "Generalmajor", "chief_of_defence", "SI"),
    ("pl", "Statkiem dowodzi kpt. Ewa Lis.", "Ewa Lis", "kpt.", "commander", None),
    ("ru", "Прибыл генерал-майор Халид аль-Хасан, начальник штаба бригады.", "Халид аль-Хасан", "генерал-майор", "commander", None),
    ("az", "İclası İdarənin rəis müavini polkovnik Elçin Səfərlinin rəhbərlik etdiyi heyət keçirib.", "Elçin Səfərli", "polkovnik", "official", None),
    ("ar", "اتصل وزير الدفاع الوطني في جمهورية كوريا كيم سونغ مين.", "كيم سونغ مين", None, "defence_minister", None),
    ("ar", "حضر وزير الدفاع الموريتاني المختار ولد سيدي.", "المختار ولد سيدي", None, "defence_minister", "MR"),
    ("ar", "وصل الفريق فهد جابر الصباح إلى المطار.", "فهد جابر الصباح", "الفريق", None, None),
    ("ar", "أجرى وزير الدفاع اللاتفي يوريس كالنس اتصالا.", "يوريس كالنس", None, "defence_minister", "LV"),
    ("ar", "زار اللواء رشيد نجم الله القاعدة.", "رشيد نجم الله", "اللواء", None, None),
    ("ar", "حضر وزير الدفاع محمد الأمين ولد سيدي بابه أمس.", "محمد الأمين ولد سيدي بابه", None, "defence_minister", None),
    ("ar", "وصل العميد عبد الملك قاسم الحيمي أمس.", "عبد الملك قاسم الحيمي", "العميد", None, None),
    ("ar", "بحث الفريق سالم ناصر سعدون ملف التدريب.", "سالم ناصر سعدون", "الفريق", None, None),
    ("kk", "Латвия қорғаныс министрі Юрис Калнстың сапары басталды.", "Юрис Калнс", None, "defence_minister", "LV"),
    ("ru", "В переговорах участвовал полковник Дж. Озкан.", "Дж. Озкан", "полковник", None, None),
    ("fa", "سرهنگ دوم پزشک رضا مرادی، وابسته نظامی عمان، حضور داشت.", "رضا مرادی", "سرهنگ دوم", "attache", "OM"),
    ("el", "Ήρθε ο αρχηγός του Γενικού Επιτελείου των Ενόπλων Δυνάμεων της Αρμενίας, αντιστράτηγος Άρης Μανουκιάν.", "Άρης Μανουκιάν", "αντιστράτηγος", "chief_of_defence", "AM"),
    ("bg", "Дойде командващият ВВС на Сенегал бригаден генерал Омар Фал.", "Омар Фал", "бригаден генерал", "service_chief", "SN"),
    ("sr", "Дошао је министар одбране Петар Ђокић.", "Петар Ђокић", None, "defence_minister", None),
    ("no", "Tysklands forsvarsminister Jan Weber kom.", "Jan Weber", None, "defence_minister", "DE"),
    ("fi", "Ruotsin puolustusministeri Lars Berg saapui.", "Lars Berg", None, "defence_minister", "SE"),
    ("id", "Menteri Pertahanan Australia Ruth Marsh tiba.", "Ruth Marsh", None, "defence_minister", "AU"),
    ("id", "Kepala Staf Angkatan Udara Marsekal TNI Bagus Wirayudha tiba.", "Bagus Wirayudha", "Marsekal TNI", "service_chief", "ID"),
    ("vi", "Thượng tướng Nguyễn Tuấn Anh, Thứ trưởng Bộ Quốc phòng đã đến.", "Nguyễn Tuấn Anh", "Thượng tướng", "deputy_defence_minister", None),
    ("kk", "Түркияның қорғаныс министрі Мехмет Арслан келді.", "Мехмет Арслан", None, "defence_minister", "TR"),
    ("sr", "Načelnik Generalštaba Vojske Srbije general Petar Ilić je stigao.", "Petar Ilić", "general", "chief_of_defence", "RS"),
    ("sr", "Министар одбране Грчке Никос Папас је стигао.", "Никос Папас", None, "defence_minister", "GR"),
    ("sr", "Zapovjednik Hrvatske ratne mornarice komodor Ivo Barić je stigao.", "Ivo Barić", "komodor", "service_chief", "HR"),
    ("sk", "Štátny tajomník ministerstva obrany Ján Horák pricestoval.", "Ján Horák", None, "deputy_defence_minister", None),
    ("sk", "Poľský veľvyslanec Adam Rajski pricestoval.", "Adam Rajski", None, "ambassador", "PL"),
    ("sl", "Hrvaški obrambni minister Ivan Barić je prispel.", "Ivan Barić", None, "defence_minister", "HR"),
    ("sl", "Vajo vodi polkovnik Janez Hribar.", "Janez Hribar", "polkovnik", "commander", None),
    ("hu", "Kovács Béla altábornagy, a Honvéd Vezérkar főnöke megérkezett.", "Kovács Béla", "altábornagy", "chief_of_defence", None),
    ("hu", "A miniszter Petar Ilić szerb védelmi miniszterrel tárgyalt.", "Petar Ilić", None, "defence_minister", "RS"),
    ("ro", "Șeful Statului Major al Apărării, generalul Gheorghe Vladu, a venit.", "Gheorghe Vladu", "generalul", "chief_of_defence", None),
    ("da", "Norges forsvarsminister Tore O. Strand kom til mødet.", "Tore O. Strand", None, "defence_minister", "NO"),
    ("da", "Chefen for søværnet, kontreadmiral Bo Lund, var med.", "Bo Lund", "kontreadmiral", "service_chief", None),
    ("no", "Sjefen for Sjøforsvaret, kontreadmiral Nils Vik, var med.", "Nils Vik", "kontreadmiral", "service_chief", "NO"),
    ("no", "Sveriges forsvarsminister Per Ek kom.", "Per Ek", None, "defence_minister", "SE"),
    ("fi", "Ministeri tapasi Viron puolustusministerin Jaan Tammin.", "Jaan Tamm", None, "defence_minister", "EE"),
    ("fi", "Merivoimien komentaja kontra-amiraali Timo Salo saapui.", "Timo Salo", "kontra-amiraali", "service_chief", "FI"),
    ("en", "The Minister of Defence of Georgia Levan Kobalia came.", "Levan Kobalia", None, "defence_minister", "GE"),
    ("en", "So did Lieutenant General MM Rathore.", "MM Rathore", "Lieutenant General", None, None),
    ("en", "General Omar Said, Chief of Defence Force (CDF) Malaysia, called.", "Omar Said", "General", "chief_of_defence", "MY"),
    ("en", "Selim Kaya, Minister of National Defence, Türkiye, called on him.", "Selim Kaya", None, "defence_minister", "TR"),
    ("en", "So did Brigadier P.S.Grewal.", "P.S.Grewal", "Brigadier", None, None),
    ("fr", "Le Général-Major NIYONZIMA Cyriaque est venu.", "NIYONZIMA Cyriaque", "Général-Major", None, None),
    ("ar", "حضر اللقاء سفير مملكة إسبانيا لدى دولة الكويت خافيير مونتيرو.", "خافيير مونتيرو", None, "ambassador", "ES"),
    ("ar", "استقبل وزير الدفاع السعودي، فيصل بن تركي، ضيفه.", "فيصل بن تركي", None, "defence_minister", "SA"),
    ("ar", "حضر الفريق محمد زكريا القائد العام للقوات المسلحة وزير الدفاع.", "محمد زكريا", "الفريق", "defence_minister", None),
    ("ru", "Пришел секретарь Совета безопасности при Президенте Республики Узбекистан Фаррух Махмудов.", "Фаррух Махмудов", None, "official", "UZ"),
    ("ko", "회담에는 마크 홀러웨이 미국 국방장관이 참석했다.", "마크 홀러웨이", None, "defence_minister", "US"),
    ("ko", "박성호 해군참모총장(대장)은 기지를 둘러봤다.", "박성호", "대장", "service_chief", "KR"),
    ("ja", "会談にはホロウェイ米国防長官が出席した。", "ホロウェイ", None, "defence_minister", "US"),
    ("ja", "フィリピン海軍のラモス司令官が来日した。", "ラモス", None, "commander", "PH"),
    ("ja", "山本一郎統合幕僚長が基地を視察した。", "山本一郎", None, "chief_of_defence", "JP"),
]  # fmt: skip


@pytest.mark.parametrize("case", ONE)
def test_one_person(case: tuple[str, str, str, str | None, str | None, str | None]) -> None:
    """Name, rank, role and country of one person are those of the title beside the name, in each language."""
    language, text, name, rank, role, country = case
    every = found(language, text)
    person = every[name]
    written = text[person.rank.start : person.rank.end] if person.rank else None

    assert list(every) == [name]
    assert (written, person.role, person.country) == (rank, role, country)
    assert not person.absent


COUNTERPARTS = [
    ("en", "Chinese Defence Minister Dong Wei met his Indian counterpart, General Ravi Menon.", "Ravi Menon", "IN"),
    ("de", "Verteidigungsminister Karl Brand traf seinen ukrainischen Amtskollegen Oleksij Resnyk.", "Oleksij Resnyk", "UA"),
    ("fr", "Le ministre français de la Défense, Paul Lemaire, a reçu son homologue sénégalais Birame Diouf.", "Birame Diouf", "SN"),
    ("es", "El ministro de Defensa de Chile, Jorge Bravo, recibió a su homólogo argentino, Luis Petri.", "Luis Petri", "AR"),
    ("ru", "Министр обороны Армении Давид Попов принял своего белорусского коллегу Петра Зимина.", "Петра Зимина", "BY"),
    ("tr", "Savunma Bakanı Yaşar Güney, mevkidaşı Ali Hasanlı'yı karşıladı.", "Ali Hasanlı", None),
    ("pl", "Minister obrony narodowej Jan Kos przyjął swojego litewskiego odpowiednika Darius Petkus.", "Darius Petkus", "LT"),
    ("ar", "استقبل وزير الدفاع التونسي خالد السهيلي نظيره الفرنسي سيباستيان لوكورنو في تونس.", "سيباستيان لوكورنو", "FR"),
    ("it", "Il ministro della Difesa, Guido Crosti, ha visto l'omologo albanese Pirro Vengu.", "Pirro Vengu", "AL"),
    ("pt", "O ministro da Defesa, Nuno Melro, recebeu o homólogo de Cabo Verde, Janine Lelis.", "Janine Lelis", "CV"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "country"), COUNTERPARTS)
def test_a_counterpart_has_the_others_office(language: str, text: str, name: str, country: str | None) -> None:
    """Somebody's counterpart is marked and has the role of the other, whose country is not theirs."""
    person = found(language, text)[name]

    assert (person.counterpart, person.role, person.country) == (True, "defence_minister", country)
    assert person.office is None


NOBODY = [
    ("es", 'El patrullero hará maniobras con la corbeta "Almirante Latorre" el martes.'),
    ("pl", "Takiego gościa Plac Kościuszki dawno nie widział."),
    ("en", "An aide to al-Majid said so."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_a_ship_a_square_and_somebody_else_are_nobody(language: str, text: str) -> None:
    """A ship's name in quotation marks, a square's and whose aide somebody is are no persons with a title."""
    assert not found(language, text)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Colonel Zakir Aslanov came.\nZ. Aslanov spoke.\nAslanov's car left.", {"Zakir Aslanov": (1, 2, 3)}),
        ("en", "Minister Guo Haiping came.\nMr Guo spoke.", {"Guo Haiping": (1, 2)}),
        ("en", "Captain Luis Ferreyra met Minister Claudia Ferreyra.", {"Luis Ferreyra": (1,), "Claudia Ferreyra": (1,)}),
        ("de", "Oberst Bakyt Dschumabajew kam.\nOberst Zhumabajev ging.", {"Bakyt Dschumabajew": (1, 2)}),
        ("de", "General Otto Lang kam.\nLangs Rede war kurz.", {"Otto Lang": (1, 2)}),
        ("es", "El ministro Ramón Peña Cordero habló.\nPeña calló.", {"Ramón Peña Cordero": (1, 2)}),
        ("ru", "Он встретил генерала Олега Громова.\nГенерал Олег Громов ушел.\nО. Громовым довольны.", {"Олег Громов": (1, 2, 3)}),
        ("uk", "Міністр Рустем Умарін тут.\nУмаріну подякували.", {"Рустем Умарін": (1, 2)}),
        ("tr", "Orgeneral Metin Gürbüz geldi.\nGürbüz'ün sözleri.", {"Metin Gürbüz": (1, 2)}),
        ("az", "General-mayor Zakir Həsənli gəlib.\nZ.Həsənlinin çıxışı.", {"Zakir Həsənli": (1, 2)}),
        ("ar", "حضر العقيد فرج الهادي.\nوقال العقيد الهادي كلمة.", {"فرج الهادي": (1, 2)}),
    ],
)  # fmt: skip
def test_all_forms_of_a_name_are_one_person(language: str, text: str, names: dict[str, tuple[int, ...]]) -> None:
    """Initials, surnames, case forms and transliterations are one person with all their lines; first names part them."""
    assert {name: person.lines for name, person in found(language, text).items()} == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Ministry of Defence opened Colonel Peter Rand Street in Port Moresby."),
        ("en", "Talks were held in Mariscal Estigarribia between Brazil and Peru."),
        ("en", "Chief of Staff exercises began in New Delhi on Monday."),
        ("en", "Admiral Gorshkov Memorial Hall was full."),
        ("de", "Das Verteidigungsministerium lobte die Zusammenarbeit mit der Luftwaffe."),
        ("de", "Die Kommandeure der Brigade besuchten das Denkmal am Platz der Republik."),
        ("fr", "Le ministère de la Défense et la Marine nationale ont signé un accord."),
        ("es", "El Ministerio de Defensa y la Fuerza Aérea firmaron el Acuerdo Marco."),
        ("ru", "Министерство обороны Республики Беларусь провело учение в Минске."),
        ("tr", "Millî Savunma Bakanlığı Ankara'da açıklama yaptı."),
        ("az", "Müdafiə Nazirliyi Bakıda məlumat yayıb."),
        ("ar", "أعلنت وزارة الدفاع التونسية عن تمرين في بنزرت."),
    ],
)
def test_bodies_and_places_are_no_persons(language: str, text: str) -> None:
    """Ministries, towns, streets and halls named after somebody, and German nouns are no persons."""
    assert found(language, text) == {}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Defence Ministers Ana Rand of Canada and Bo Dahl of Norway met.", [("Ana Rand", "CA"), ("Bo Dahl", "NO")]),
        ("de", "Oberst Jörg Seeler, Kommandeur der Brigade 9, und der türkische Major Can Roth kamen.", [("Jörg Seeler", None), ("Can Roth", "TR")]),
        ("en", "The Iranian side was represented by Brigadier General Ali Shad.", [("Ali Shad", "IR")]),
        ("de", "Seine Gäste waren der slowenische Ressortchef Jan Hribar und der Kroate Ivan Vuk, beide in Begleitung ihrer Generalstabschefs.", [("Jan Hribar", "SI"), ("Ivan Vuk", "HR")]),
        ("ar", "استقبل الفريق أحمد علي وزير الدفاع الكيني بيتر موانغي.", [("أحمد علي", None), ("بيتر موانغي", "KE")]),
        ("uk", "Прибули генерал-майор Ігор Лис, Посол Іспанії в Україні Ана Руїс та полковник Ян Кук.", [("Ігор Лис", None), ("Ана Руїс", "ES"), ("Ян Кук", None)]),
    ],
)  # fmt: skip
def test_names_in_lists_and_sides(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    """Names of a list share the office but not the state, and who represents a side stands for its state."""
    assert [(name, person.country) for name, person in found(language, text).items()] == expected


def test_only_lines_that_were_sent_count() -> None:
    """A text without lines has no persons."""
    article = Document("a.txt", "a", "text/plain", "0" * 64, "Colonel Ana Ruiz", (), Clues())

    assert people.find(article) == ()


@given(st.text(max_size=60), st.sampled_from(["en", "de", "ru", "ar", "az", "xx"]))
def test_any_text_can_be_read(noise: str, language: str) -> None:
    """Whatever the text, spans lie inside it, lines exist and roles are the schema's."""
    article = document(language, f"{noise} Colonel Ana Ruiz {noise}\n{noise}")

    for person in people.find(article):
        assert 0 <= person.name.start < person.name.end <= len(article.text)
        assert set(person.lines) <= {line.number for line in article.sent}
        assert person.role is None or person.role in get_args(Role)
