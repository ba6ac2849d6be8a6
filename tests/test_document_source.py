"""Cited source: whom an outlet credits for what it tells, in every language."""

import pytest

from extractor.document import Clues, from_text

TITLE = "Navies of Fiji and Mongolia plan a course"
FIRST = "The navies of Fiji and Mongolia met in Suva on Tuesday and agreed to exchange two teachers of seamanship."


def _clues(*lines: str) -> Clues:
    return from_text("\n".join(lines)).clues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan and Italian frigates trained off Malindi on Monday, the Kenya Defence Forces said in a statement.",
            "Kenya Defence Forces",
        ),
        (
            "The two ministers met in Riga. According to the Latvian Ministry of Defence, they discussed air policing.",
            "Latvian Ministry of Defence",
        ),
        (
            "The envoys met on Friday, Xinhua reports, citing the press service of the Ministry of National Defence of Kazakhstan.",
            "press service of the Ministry of National Defence of Kazakhstan",
        ),
        (
            "The commander of the army said the talks were useful. Officers of the army trained for a week near Oruro.",
            None,
        ),
        (
            "The Office of the Minister told reporters that no treaty was signed in Lima on Sunday.",
            "Office of the Minister",
        ),
        (
            "Die Minister trafen sich in Bern. Das teilte das Departement für Verteidigung, Bevölkerungsschutz und Sport (VBS) mit.",
            "Departement für Verteidigung, Bevölkerungsschutz und Sport",
        ),
        (
            "Das Schiff bleibt bis Dienstag im Hafen, teilte das Presse- und Informationszentrum der Marine mit.",
            "Presse- und Informationszentrum der Marine",
        ),
        (
            "Turkey's Defense Ministry announced on Tuesday that a delegation arrived in Doha.",
            "Turkey's Defense Ministry",
        ),
        ("General Musa Okello said the navy would take part in the drill off Mombasa next week.", None),
        (
            "The delegation toured the base, the Indian Navy's Western Command said on Monday.",
            "Indian Navy's Western Command",
        ),
        ("The exercise began on Monday, the U.S. Embassy in Tirana announced.", "U.S. Embassy in Tirana"),
        (
            "Die Minister trafen sich am Montag in Riga, wie das lettische Verteidigungsministerium mitteilte.",
            "lettische Verteidigungsministerium",
        ),
        (
            "Die Fregatte lief am Montag aus. Nach Angaben der Deutschen Marine dauert die Übung zwei Wochen.",
            "Deutschen Marine",
        ),
        (
            "Laut dem Generalstab in Wien begann die Übung am Montag mit 300 Soldaten aus drei Ländern.",
            "Generalstab in Wien",
        ),
        (
            "Der Vertrag wurde unterzeichnet, teilte das österreichische Bundesheer am Dienstag mit.",
            "österreichische Bundesheer",
        ),
        ("Der Minister traf seinen Amtskollegen in Bern und besuchte danach die Marine und die Luftwaffe.", None),
        ("Les deux ministres se sont réunis à Tunis, selon le ministère de la Défense.", "ministère de la Défense"),
        (
            "Une frégate est arrivée à Dakar lundi, a indiqué l'ambassade de France dans un communiqué.",
            "ambassade de France",
        ),
        (
            "D'après l'état-major des armées, l'exercice a commencé lundi près de Djibouti avec trois pays.",
            "état-major des armées",
        ),
        ("Le ministre a indiqué que la Marine recevra deux vedettes avant la fin de cette année.", None),
        (
            "Los ministros se reunieron en Quito, informó el Ministerio de Defensa Nacional.",
            "Ministerio de Defensa Nacional",
        ),
        ("Según la Armada de Chile, el buque zarpó el lunes hacia Valparaíso con cien cadetes.", "Armada de Chile"),
        (
            "De acuerdo con el Comando Conjunto de las Fuerzas Armadas, el ejercicio duró diez días.",
            "Comando Conjunto de las Fuerzas Armadas",
        ),
        (
            "Министры встретились в Минске, сообщили в пресс-службе Минобороны Казахстана.",
            "пресс-службе Минобороны Казахстана",
        ),
        (
            "По данным Министерства обороны России, учения начались в понедельник в Таджикистане.",
            "Министерства обороны России",
        ),
        ("Делегация прибыла в Баку. Об этом агентству сообщили в посольстве Ирана в понедельник.", "посольстве Ирана"),
        (
            "Как сообщает пресс-служба Вооруженных сил Армении, стороны подписали план на год.",
            "пресс-служба Вооруженных сил Армении",
        ),
        ("Министр заявил, что флот получит новые корабли, а управление войсками улучшится.", None),
        ("Міністри зустрілися у Варшаві, повідомляє Міністерство оборони України.", "Міністерство оборони України"),
        (
            "За інформацією Генерального штабу ЗСУ, навчання почалися в понеділок біля Яворова.",
            "Генерального штабу ЗСУ",
        ),
        (
            "Ministrowie spotkali się w Rydze, poinformowało Ministerstwo Obrony Narodowej.",
            "Ministerstwo Obrony Narodowej",
        ),
        (
            "Jak podał Sztab Generalny Wojska Polskiego, ćwiczenia rozpoczęły się w poniedziałek.",
            "Sztab Generalny Wojska Polskiego",
        ),
        ("Ćwiczenia zakończyły się w piątek, poinformowało MON w komunikacie.", "MON"),
        ("Minister obrony poinformował, że wojsko otrzyma nowe okręty do końca tego roku.", None),
        (
            "Bakanlar Doha'da görüştü. Millî Savunma Bakanlığından yapılan açıklamaya göre plan imzalandı.",
            "Millî Savunma Bakanlığı",
        ),
        ("MSB kaynaklarından edinilen bilgiye göre tatbikat pazartesi günü Bakü'de başladı.", "MSB"),
        ("Genelkurmay Başkanlığı, heyetin pazartesi günü Tiran'a gittiğini duyurdu.", "Genelkurmay Başkanlığı"),
        (
            "Nazirlər Dohada görüşüb. Bu barədə Müdafiə Nazirliyinin mətbuat xidmətindən bildirilib.",
            "Müdafiə Nazirliyinin mətbuat xidməti",
        ),
        (
            "Xəzər Hərbi Dəniz Qüvvələrindən verilən məlumata görə, gəmilər Bakıya qayıdıb.",
            "Xəzər Hərbi Dəniz Qüvvələri",
        ),
        ('Müdafiə Nazirliyindən "Liman-24"ə bildirilib ki, gəmilər bazar ertəsi Bakıya qayıdıb.', "Müdafiə Nazirliyi"),
        ("Müdafiə Nazirliyi xəbər verir ki, nümayəndə heyəti bazar ertəsi Tirana yola düşüb.", "Müdafiə Nazirliyi"),
        ("التقى الوزيران في الدوحة أمس، بحسب بيان لوزارة الدفاع القطرية.", "وزارة الدفاع القطرية"),
        ("أعلنت وزارة الدفاع العراقية أن وفدا عسكريا وصل إلى عمان يوم الإثنين.", "وزارة الدفاع العراقية"),
        ("أعلنت وزارة الدفاع العراقية اليوم الخميس أن وفدا عسكريا وصل إلى عمان.", "وزارة الدفاع العراقية"),
        ("وصلت الفرقاطة إلى الميناء، نقلا عن وكالة الأنباء السعودية.", "وكالة الأنباء السعودية"),
        ("وقال الوزير إن الجيش سيشارك في التمرين مع الدول الصديقة خلال الشهر المقبل.", None),
        ("I ministri si sono incontrati a Roma, secondo il Ministero della Difesa.", "Ministero della Difesa"),
        ("La nave è partita lunedì, ha reso noto lo Stato Maggiore della Marina.", "Stato Maggiore della Marina"),
        ("Os ministros reuniram-se em Lisboa, informou o Ministério da Defesa.", "Ministério da Defesa"),
        ("Segundo a Marinha do Brasil, o navio partiu na segunda-feira do Rio de Janeiro.", "Marinha do Brasil"),
        ("De ministers ontmoetten elkaar in Riga, meldt het ministerie van Defensie.", "ministerie van Defensie"),
        (
            "Miniștrii s-au întâlnit la București, a anunțat Ministerul Apărării Naționale.",
            "Ministerul Apărării Naționale",
        ),
        ("The visit, announced on Friday by the Royal Thai Navy, lasts three days at sea.", "Royal Thai Navy"),
        ("The exercise was organised by the Royal Thai Navy and lasted for three days at sea.", None),
        (
            "Der Besuch wurde am Freitag vom finnischen Verteidigungsministerium bestätigt.",
            "finnischen Verteidigungsministerium",
        ),
        ("Laut Generalstab dauert die Übung bis Freitag; drei Länder nehmen teil.", "Generalstab"),
        ("De oefening is begonnen, heeft het ministerie van Defensie bekendgemaakt.", "ministerie van Defensie"),
        (
            "La visita fue confirmada este lunes por el Estado Mayor Conjunto. El general llegará el martes.",
            "Estado Mayor Conjunto",
        ),
        (
            "La frégate est à Toulon, a déclaré à l'AFP une porte-parole du ministère des Armées.",
            "ministère des Armées",
        ),
        ("Besöket bekräftas av svenska ambassaden i Riga. Ministern anländer på tisdag.", "svenska ambassaden i Riga"),
        (
            "Про зустріч повідомили в пресслужбі Міністерства оборони Литви у Facebook.",
            "пресслужбі Міністерства оборони Литви",
        ),
        ("Ministri obrane sastali su se u Splitu, priopćilo je Ministarstvo obrane.", "Ministarstvo obrane"),
        ("Ministrowie spotkali się w Rydze i podpisali plan na rok 2025.\nŹródło: PAP", "PAP"),
    ],
)
def test_cited_source(text: str, expected: str | None) -> None:
    """The ministry, army, embassy or agency that is credited, without article and ending; a person or a mention is none."""
    document = from_text(f"A headline of some kind here\n{text}")
    found = document.clues.cited_source

    assert expected == (document.words(found) if found else None)


@pytest.mark.parametrize(
    "line",
    [
        f"SUVA, March 5. /Ministry of Defence/ {FIRST}",
        "The navies met in Suva on Tuesday and swam, the Ministry of Defence said.",
        "Steppe Wire reports this, and Steppe Wire said so twice on Tuesday.",
    ],
)
def test_the_outlet_is_no_source(line: str) -> None:
    """A page never credits itself, and a ministry's own page credits nobody."""
    assert _clues("Ministry of Defence", "Press release", TITLE, line).cited_source is None


def test_a_late_credit_is_for_a_detail() -> None:
    """Who is credited after many sentences said something else than the news."""
    sentences = [f"Ship number {n} was painted green by its own crew." for n in range(9)]

    assert _clues(TITLE, *sentences, "The paint was dry, the Ministry of Defence said.").cited_source is None
