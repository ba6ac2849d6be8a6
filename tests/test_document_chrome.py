"""Chrome: what of a saved page isn't the article is marked with its reason, and nothing else is."""

import pytest

from extractor.document import Document, Span, captions, chrome, from_text, lines
from extractor.normalise.fold import fold_text

FIRST = "The navies of Fiji and Mongolia met in Suva on Tuesday and agreed to exchange two teachers of seamanship."
SECOND = "Their commanders will meet again in Ulaanbaatar when the snow has gone, said a spokesman of the Fijian navy."


def _marked(text: str) -> list[tuple[str, str | None]]:
    """Each line with its reason, as the rules give it without clues."""
    return [(text[line.start : line.end], line.chrome) for line in chrome.mark(text, lines.split(text))]


def _sent(document: Document) -> list[str]:
    return [document.words(line) for line in document.sent]


@pytest.mark.parametrize(
    "heading",
    [
        "Related news",
        "RELATED NEWS:",
        "• Latest news »",
        "Tags",
        "Tags: Fiji, navy",
        "Comments (12)",
        "Read also",
        "Other news of the day",
        "Mehr zum Thema",
        "Kommentare (3)",
        "Читайте также",
        "Теги: флот",
        "À lire aussi",
        "Lo más leído",
        "Son haberler",
        "Oxşar xəbərlər",
        "Zobacz także",
        "اقرأ أيضا",
    ],
)
def test_a_tail_ends_the_article(heading: str) -> None:
    """From a heading such as 'Related news' on, in any of our languages, nothing belongs to the article."""
    marked = _marked(f"{FIRST}\n{SECOND}\n{heading}\nA bridge is painted green\n{FIRST.replace('Fiji', 'Chile')}")

    assert [reason for _, reason in marked] == [None, None, "tail", "tail", "tail"]


@pytest.mark.parametrize("line", ["Related news came from the harbour", "Comments were few.", "Tags on the crates"])
def test_a_sentence_is_no_tail(line: str) -> None:
    """A line that only begins like such a heading is of the article."""
    assert (line, None) in _marked(f"{FIRST}\n{line}\n{SECOND}")


@pytest.mark.parametrize("line", ["Share this article", "Follow us on Telegram"])
def test_a_button_in_the_article_ends_nothing(line: str) -> None:
    """A share button between two paragraphs is not sent, and the article goes on after it."""
    assert [reason for _, reason in _marked(f"{FIRST}\n{line}\n{SECOND}")] == [None, "button", None]


def test_a_heading_before_the_article_is_no_tail() -> None:
    """'Latest news' above the first paragraph ends nothing."""
    assert [reason for words, reason in _marked(f"Latest news\n{FIRST}\n{SECOND}")[1:]] == [None, None]


@pytest.mark.parametrize("stamp", ["17:45", "Sport 17:45", "18.07.2020 [10:47]"])
def test_headlines_of_others(stamp: str) -> None:
    """Below the first paragraph, a short line with a time of day, and the line above it, are other news."""
    marked = _marked(f"{FIRST}\nA bridge is painted green\n{stamp}\n{SECOND}")

    assert [reason for _, reason in marked] == [None, "headlines", "headlines", None]


@pytest.mark.parametrize("line", ["The talks began at 17:45 in the old harbour house of Suva.", "They met at noon."])
def test_a_time_in_a_sentence_is_no_headline(line: str) -> None:
    """A sentence that tells a time is of the article, and so is one that ends above other news."""
    assert (line, None) in _marked(f"{FIRST}\n{line}\n{SECOND}")
    assert (line, None) in _marked(f"{FIRST}\n{line}\n17:45\n{SECOND}")


@pytest.mark.parametrize(
    "line",
    ["News", "Home | World | Sport | Culture", "• World", "/ Asia", "Home » World » Asia » Fiji", "...", "RU EN"],
)
def test_menus(line: str) -> None:
    """Single words above the article, breadcrumbs and bulleted words are menus."""
    assert (line, "menu") in _marked(f"{line}\nNavies meet in Suva\n{FIRST}")


def test_a_short_line_of_the_article_stays() -> None:
    """Below the first paragraph one or two words may be of the article: a lost sentence costs more than a sent menu."""
    assert [reason for _, reason in _marked(f"{FIRST}\nThey signed.\n{SECOND}")] == [None, None, None]


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Mastodon",
        "© 2024 Steppe Wire",
        "All rights reserved",
        "Все права защищены",
        "We use cookies",
        "Subscribe to our newsletter",
        "Share",
        "Anzeige",
        "Просмотров: 112",
        "Views: 5",
    ],
)
def test_buttons(line: str) -> None:
    """Lines that invite to click, or say who owns the page, are buttons; the paragraphs after them stay."""
    assert [reason for _, reason in _marked(f"{line}\n{FIRST}\n{SECOND}")] == ["button", None, None]


@pytest.mark.parametrize("again", [FIRST, FIRST.upper(), f"• {FIRST}", "Navies meet in Suva", "NAVIES MEET IN SUVA —"])
def test_repeats(again: str) -> None:
    """A line seen before, whatever its case and bullets, is a repeat; the first one stays."""
    marked = _marked(f"Navies meet in Suva\n{FIRST}\n{again}\n{SECOND}")

    assert [reason for _, reason in marked] == [None, None, "repeat", None]


def test_without_prose_nothing_is_chrome() -> None:
    """A text of short lines, such as a wire flash, is sent whole."""
    assert {None} == {reason for _, reason in _marked("News\nShips met\n17:45\nRelated news\nShips met")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5 March 2024", True),
        ("Tuesday, 5 March 2024", True),
        ("5 March 2024 18:20 (UTC+08:00)", True),
        ("05.03.2024", True),
        ("Politics 18:50", True),
        ("5. März 2024", True),
        ("Suva harbour, 5 March 2024", False),
        ("SUVA, March 5. /Steppe Wire/", False),
        ("Navies of Fiji and Mongolia met on 5 March 2024", False),
        ("Plan for 2024", False),
    ],
)
def test_a_stamp_is_only_a_date(line: str, expected: bool) -> None:  # a column of the table
    """A line that is hardly more than a date is a stamp; one that says who or where as well is not."""
    assert expected == chrome.is_stamp(line)


def test_the_stamp_and_a_second_headline_are_not_sent() -> None:
    """Once title and day are known, the lines that hold only them are marked; the title itself is sent, once."""
    text = f"Navies meet in Suva\n5 March 2024 18:20\n{FIRST}\nNavies meet in Suva, March\n{SECOND}"
    document = from_text(text)

    assert _sent(document) == ["Navies meet in Suva", FIRST, SECOND]
    assert [line.chrome for line in document.lines] == [None, "stamp", None, "repeat", None]


def test_clues_mark_only_lines_of_their_own() -> None:
    """Without title and stamp the lines stay as they are."""
    found = lines.split(f"Navies meet in Suva\n{FIRST}")

    assert found == chrome.with_clues(f"Navies meet in Suva\n{FIRST}", found, None, None)
    assert found == chrome.with_clues(f"Navies meet in Suva\n{FIRST}", found, Span(0, 19), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FIRST}\n{SECOND}", 0.0),
        ("a b c d", 0.0),
        (f"{FIRST}\nTags: a b c d", 5 / (len(FIRST.split()) + 5)),
        (f"{FIRST}\n{FIRST}", 0.5),
        ("", 0.0),
    ],
)
def test_share_counts_words(text: str, expected: float) -> None:
    """The share of chrome is its part of the words."""
    assert expected == pytest.approx(chrome.share(text, chrome.mark(text, lines.split(text))))


def test_the_article_goes_on_below_a_link() -> None:
    """'Read also' between paragraphs takes its headline along, and nothing of the article."""
    marked = _marked(f"{FIRST}\nRead also\nA bridge is painted green\n{SECOND}\n{SECOND.replace('snow', 'ice')}")

    assert [reason for _, reason in marked] == [None, "headlines", "headlines", None, None]


def test_links_between_all_paragraphs() -> None:
    """Where every paragraph has a link to another article before it, the last one needs no other below it."""
    third = SECOND.replace("snow", "ice")
    page = f"{FIRST}\nRead also\nA bridge is green\n{SECOND}\nRead more\nA road is closed\n{third}\nMost read\n{FIRST}."

    assert [line for line, reason in _marked(page) if reason is None] == [FIRST, SECOND, third]


def test_a_brief_of_short_sentences() -> None:
    """Where no sentence is long, the short ones are the article, and what stands around them the page's."""
    document = from_text(
        "Home\nNews\nNavies plan a course\nBy Anna Bat\nThe two navies met.\nThey will swim.\nShare\nRelated\nRain"
    )

    assert _sent(document)[:2] == ["Navies plan a course", "The two navies met."]
    assert not {"Share", "Rain", "Home"} & set(_sent(document))


@pytest.mark.parametrize("network", ["Facebook", "Telegram", "Twitter", "WhatsApp"])
def test_a_sentence_about_a_network_stays(network: str) -> None:
    """Ministries post their news there: only an invitation to follow is a button."""
    line = f"The two ministers signed the plan on Tuesday, the Ministry of Defence of Fiji wrote on {network}."

    assert (line, None) in _marked(f"{FIRST}\n{line}\n{SECOND}")


def test_above_the_headline_only_a_state_speaks() -> None:
    """Short lines above the headline are the page's, except the ministry whose page it is."""
    document = from_text(
        f"Republic of Fiji\nMinistry of Defence\nNews of the islands\nNavies meet in Suva for talks\n5 March 2024\n{FIRST}"
    )

    assert _sent(document) == ["Republic of Fiji", "Ministry of Defence", "Navies meet in Suva for talks", FIRST]


def test_lead_is_no_repeat_of_a_short_headline() -> None:
    """A paragraph that holds the headline's words says more; a line with them and the outlet's name doesn't."""
    lead = "The joint staff of Malta met the joint staff of Cyprus in Valletta on Monday to plan next year's exercises at sea."
    document = from_text(
        f"Joint staff of Malta\n\n5 March 2024\n\n{lead}\n\nThey spoke of boats, and of what they cost.\n"
    )

    assert [line.chrome for line in document.lines if document.words(line) == lead] == [None]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Sailors show the deck to children of the town (Contributed)", True),
        ("The ship beside the quay of Suva (Photo: Ana Rand)", True),
        ("Marine/Ana Rand", True),
        ("Sailors show the deck to children of the town (today)", False),
    ],
)
def test_what_a_picture_shows_is_a_caption(line: str, caption: bool) -> None:
    """A credit at its end, or nothing but who took it, makes a line a caption."""
    assert captions.is_caption(line, fold_text(line)) == caption
