"""Grounding: what stands in the text is found with its place, and what doesn't is refused."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractor.document import Span, from_text
from extractor.grounding import Grounding
from extractor.schemas.record import Support

LINE = "Minister Kofi Boateng of Ghana met envoys from Portugal in Accra on 3 May 2021"
WORDS = st.lists(
    st.text(string.ascii_letters + "äßéçşİıłжйїقعО", min_size=1, max_size=8)
    | st.sampled_from(["Straße", "İzmir", "Munch\u00aden", "Cafe\u0301", "l’État", "(OTAN)", "F-16", "“plan”", "не"]),
    min_size=5,
    max_size=12,
)


def grounding(text: str) -> Grounding:
    return Grounding(from_text(text))


def status_and_words(text: str, value: str) -> tuple[str, str | None]:
    support = grounding(text).find(value)
    if support.start is None or support.end is None or support.status == "contradicted":
        return support.status, None
    return support.status, text[support.start : support.end]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("Talks were held with Ghana and Peru.", "Ghana", "Ghana"),
        ("They saw 45 ships and 1,500 sailors.", "1,500", "1,500"),
        ("In Lissabon sprach Otto Weiß.", "Otto Weiß", "Otto Weiß"),
        ("Встречу провёл Олег Белый.", "Олег Белый", "Олег Белый"),
        ("東京で英国の大臣と会談した。", "英国", "英国"),
        ("第45回会合が開かれた。", "45", "45"),
        ("القاهرة ترحب بالوفد.", "القاهرة", "القاهرة"),
        ("The crew of F-16 jets, “Falcon”, left.", "“Falcon”", "“Falcon”"),
        ("Accra’s harbour is open.", "Accra", "Accra"),
        ("It ended on 3 May 2021.", "2021", "2021"),
    ],
)
def test_found(text: str, value: str, words: str) -> None:
    """A value that stands in the text letter for letter is found."""
    assert ("found", words) == status_and_words(text, value)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("Er wohnt in der Großen Straße hier.", "Grossen Strasse", "Großen Straße"),
        ("Sie reiste nach Mu\u0308nchen weiter.", "M\u00fcnchen", "Mu\u0308nchen"),
        ("Sie reiste nach M\u00fcnchen weiter.", "Mu\u0308nchen", "M\u00fcnchen"),
        ("We saw the Cafe\u0301 there.", "Cafe", "Cafe\u0301"),
        ("Das Verteidi\u00adgungsamt tagte heute.", "Verteidigungsamt", "Verteidi\u00adgungsamt"),
        ("They sent 10\u00a0ships in May.", "10 ships", "10\u00a0ships"),
        ("Görüşme İzmir şehrinde yapıldı.", "Izmir", "İzmir"),
        ("The “Blue Wave” drill began.", '"Blue Wave"', "“Blue Wave”"),
        ("Ghana’s “plan” is out.", "Ghana's", "Ghana’s"),
        ("He spoke in MUSCAT today.", "Muscat", "MUSCAT"),
        ("The Anglo‑Dutch fleet sailed.", "Anglo-Dutch", "Anglo‑Dutch"),
        ("They have 45\u202f000 men here.", "45 000", "45\u202f000"),
    ],
)
def test_folded(text: str, value: str, words: str) -> None:
    """Case, ß, NFD, soft hyphen, NBSP, İ, quotes and hyphens are bridged; the span is the raw words."""
    assert ("folded", words) == status_and_words(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoys of Iraq came.", "Iran"),
        ("The Romanian envoys came.", "Oman"),
        ("Ro\u00admanian envoys and Iran\u00adische Gäste came.", "Iran"),
        ("The Roman\u00adian envoys came.", "Roman"),
        ("They plan 45 drills.", "5"),
        ("They plan 45 drills.", "4"),
        ("About 1,500 sailors came.", "500"),
        ("About 1,500 sailors came.", "1"),
        ("Environ 1\u202f500 marins et 2 500 soldats.", "500"),
        ("Etwa 1’500 Soldaten kamen.", "500"),
        ("It took 4½ years and 45² tries.", "452"),
        ("It took 4½ years in all.", "41"),
        ("A share of 14.5 per cent.", "4.5"),
        ("Он жил в Иране.", "Ира"),
        ("The Große Straße is long.", "Gros"),
        ("The envoys came.", ""),
        ("The envoys came.", " \u00ad "),
        ("The envoys said no.", "no not"),
        ("Ghana did not sign the long charter in Accra.", "Ghana did sign the charter"),
        ("大臣は1,500人と会った。", "500人"),
    ],
)
def test_absent(text: str, value: str) -> None:
    """Parts of a word or number, other names and nothing at all are absent."""
    assert Support(status="absent") == grounding(text).find(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The president of Iraq came to Accra.", "president of Iran"),
        ("They planned 40 activities in all.", "45 activities"),
        ("They planned 1,500 activities in all.", "500 activities"),
        ("Ghana did not sign the charter.", "Ghana did sign the charter"),
        ("Ghana did sign the charter.", "Ghana did not sign the charter"),
        ("On Monday Ghana did not sign the long charter in Accra.", "Ghana did sign the long charter"),
        ("Ghana didn’t sign the charter.", "Ghana did sign the charter"),
        ("Гана не подписала хартию.", "Гана подписала хартию"),
        ("Ghana hat die Charta nicht gezeichnet.", "Charta gezeichnet"),
        ("Le Ghana veut la charte.", "Le Ghana veut pas la charte"),
        ("El comité halló ningún fallo.", "halló fallo"),
        ("Anlaşma geçerli değil dedi.", "geçerli dedi"),
        ("قال الوزير لم يوقع الميثاق.", "الوزير يوقع الميثاق"),
    ],
)
def test_contradicted(text: str, value: str) -> None:
    """The same words but for one number, name or negation are contradicted, and the line that says so is shown."""
    assert Support(status="contradicted", start=0, end=len(text)) == grounding(text).find(value)


def test_glued_endings() -> None:
    """Where case endings are glued to a name, the name is found before a short ending only."""
    text = "Müdafiə naziri Bakıda Əli Quliyevlə görüşüb, tərəflər hərbi əməkdaşlığı müzakirə ediblər."

    assert status_and_words(text, "Əli Quliyev") == ("found", "Əli Quliyev")
    assert status_and_words(text, "hərbi əmək") == ("absent", None)


def test_chrome_never_counts() -> None:
    """A value that stands only in the page's furniture is absent."""
    body = "The two delegations of Ghana and Togo talked about joint patrols along the coast for three hours on Monday."
    text = f"{body}\nRelated news\nPeru buys two frigates\n"

    assert grounding(text).find("Togo").status == "found"
    assert grounding(text).find("Peru").status == "absent"


def test_quotes_of_line_numbers() -> None:
    """Line numbers become quotes in text order, each once, and numbers without a line are given back."""
    text = "Ghana met Togo in Accra.\nThey spoke of patrols.\n\nNothing was signed there."
    quotes, unknown = grounding(text).quotes([3, 1, 3, 9, 0, -1])

    assert [quote.quote for quote in quotes] == ["Ghana met Togo in Accra.", "Nothing was signed there."]
    assert [quote.quote for quote in quotes] == [text[quote.start : quote.end] for quote in quotes]
    assert unknown == [-1, 0, 9]


def test_span_is_its_own_support() -> None:
    """A value that was cut from the text is found where it was cut."""
    place = grounding(LINE)
    span = Span(9, 21)

    assert place.quote(span).quote == "Kofi Boateng"
    assert Support(status="found", start=9, end=21) == place.found(span) == place.find("Kofi Boateng")


@given(WORDS, st.data())
def test_what_is_cut_at_word_borders_is_found(words: list[str], data: st.DataObject) -> None:
    """Whole words cut from a line that was sent are always found, at a place that holds exactly them."""
    document = from_text(" ".join(words))
    assume(document.sent)
    line = data.draw(st.sampled_from(document.sent))
    cut = document.words(line).split(" ")
    start = data.draw(st.integers(0, len(cut) - 1))
    value = " ".join(cut[start : data.draw(st.integers(start + 1, len(cut)))])
    support = Grounding(document).find(value)

    assert support.status == "found"
    assert value == document.text[support.start : support.end]


@given(WORDS, st.text("aBß5 ,.’İ\u00ad\u0301\u00a0不не", max_size=6) | st.sampled_from(["Strasse", "Izmir", "cafe"]))
def test_offsets_are_valid(words: list[str], value: str) -> None:
    """Whatever is asked for, a span lies inside the text, and `found` means the very same words."""
    text = " ".join(words)
    support = grounding(text).find(value)

    assert support.status in {"found", "folded", "absent", "contradicted"}
    if support.status == "absent":
        assert support.start is support.end is None
    else:
        assert 0 <= (support.start or 0) < (support.end or 0) <= len(text)
        assert (support.status == "found") == (value == text[support.start : support.end])


@given(st.integers(0, 99_999), st.integers(0, 99_999))
def test_numbers_are_found_whole_or_not_at_all(there: int, asked: int) -> None:
    """A number is found exactly if it is the number of the text."""
    status = grounding(f"They counted {there:,} ships").find(f"{asked:,}").status

    assert (there == asked) == (status == "found")
