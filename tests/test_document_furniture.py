"""What a single line of a page looks like: a headline, a menu, a button, a caption."""

import pytest

from extractor.document import furniture


@pytest.mark.parametrize(
    "line",
    [
        "Heute beginnt Übung mit 300 Soldaten",
        "7.62 mm ammunition for Kyiv arrives",
        "5.56 mm rifles delivered to Malawi",
        "24/7 hotline between two navies opens",
        "10-12 ships visit Lagos in May",
        "EUR 20 million radar deal signed",
        "Iran hits 3 ships near Oman",
        "Save our ships – ministers meet in Oslo",
        "Share of joint drills grows",
        "Live fire drill ends in Latvia",
        "Minister reads 3 letters",
        "Today 30 soldiers left for Mali",
        "Von Berlin nach Riga: Panzer rollen",
        "Video conference of ministers held on 3 May",
        "Print plant of the army opens",
        "By air and sea: joint drill near Split",
        "Map of minefields handed over",
        "Breaking the ice: navies meet in Nuuk",
        "Photo exhibition opens in Minsk",
        "В минобороны сообщили в Telegram, что учения начались",
        "Foto-Ausstellung in Bern",
        "Contact group meets in Ramstein",
        "Search and rescue drill off Malta",
        "Flash floods: army helps Kenya",
        "Read-out of the call between ministers",
        "More tanks for Poland",
        "5 Mayıs'ta tatbikat başlıyor",
        "14 мая пройдут учения в Бресте",
        "Ministers meet in Oslo on 5 May 2024",
        "Defense, security talks – Baku, Tbilisi",
        "View from Riga: 3 lessons",
        "Kontakt zu Soldaten in Mali verloren",
        "Comments by Minister Smith on the drill",
        "Tag der Bundeswehr in Kiel",
        "Latest round of talks ends",
    ],
)
def test_a_headline_is_no_furniture(line: str) -> None:
    """A headline that only begins or ends like a ticker, a counter, a button or a caption stays."""
    assert furniture.reason(line) is None
    assert furniture.heading(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BREAKING 29.10.2024 19:20 — Bridges of Suva are painted green", "headlines"),
        ("06/02 17:58 Suva : le pont est peint en vert", "headlines"),
        ("20:14  В Суве покрасили мост", "headlines"),
        ("+++ 09:12 Brücke in Suva grün +++ 08:55 Hafen in Suva blau +++", "headlines"),
        ("- 17/11/2025 افتتاح جسر جديد في المدينة", "headlines"),
        ("Se pinta de verde el puente - 12:58", "headlines"),
        ("Se pinta de verde el puente (11/6, 19:22)", "headlines"),
        ("Читайте также: в Суве покрасили мост", "headlines"),
        ("Lire aussi : le pont est vert.", "headlines"),
        ("عدد القراءات: 3412   شارك   طباعة", "button"),
        ("5 Dekabr 2024 19:26 - Baxış sayı: 1 874", "button"),
        ("Okunma: 2.318", "button"),
        ("Paylaş: Facebook | X | WhatsApp", "button"),
        ("Kommentare (2)   Drucken   Teilen", "button"),
        ("Подписывайтесь на наш Telegram-канал.", "button"),
        ("Wir legen Wert auf Ihre Privatsphäre. Mit einem Klick erlauben Sie uns alles.", "button"),
        ("fot. K. Formela", "caption"),
        ("[Görsel: köprü yeşile boyandı.]", "caption"),
        ("Légende : le pont est vert. (Photo : S. W.)", "caption"),
        ("Una lancha frente al puente. (Foto de archivo: J. Pimentel)", "caption"),
        ("Von Anke Rautenbach, Windhoek", "byline"),
        ("Autor: Iwona Bieszk", "byline"),
        ("(SAPB/ot/kk)", "byline"),
        ("Von unserem Korrespondenten", "byline"),
        ("Heute ist Donnerstag, 2. Mai 2024 – Wien 21 °C", "clock"),
        ("Region   Politik   Sport   Agenda   Todesanzeigen", "menu"),
        ("Главная / Политика", "menu"),
        ("Pepa_77, 06.10.2023, 08:14: Das war in Manila und es war ein Schiff.", "comment"),
    ],
)
def test_furniture(line: str, expected: str | None) -> None:
    """What a line is can be told from the line alone, in every language."""
    assert expected == furniture.reason(line)
