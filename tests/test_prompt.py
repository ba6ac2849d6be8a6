"""Prompts: read from prose, numbered like any document, cut into parts that lose nothing, and true to our own checks."""

import hashlib
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import prompt, schemas
from extractor.assemble import Ledger, assembler
from extractor.document import from_text
from extractor.errors import UsageError
from extractor.grounding import Grounding
from extractor.schemas.defence.sightings import News
from extractor.schemas.defence.wire import WireArticle

FILE = """Read the text.

# Example
5 March 2024

The ministers met in Suva.

# Answer
{"events": []}

# Example
Nobody came.

# Answer
{
  "events": ["Ö"]
}
"""
NAMES = sorted(str(path.relative_to(prompt.FOLDER).with_suffix("")) for path in prompt.FOLDER.glob("*/*.md"))
EXAMPLES = [(name, index) for name in NAMES for index in range(len(prompt.load(name).examples))]
SIGHTED = [(name, index) for name, index in EXAMPLES if prompt.load(name).strategy == "choose"]
FILLED = [example for example in EXAMPLES if example not in SIGHTED]
LONG = from_text("\n".join(f"Line {n} says that column {n} crossed the river at ford {n}." for n in range(1, 81)))


def test_instructions_and_examples() -> None:
    """What stands before the first example is the system message; answers are JSON without white space."""
    parsed = prompt.parse(FILE, "own/test")

    assert parsed.system == "Read the text."
    assert [example.answer for example in parsed.examples] == ['{"events":[]}', '{"events":["Ö"]}']
    assert parsed.examples[1].article == "Nobody came."
    assert parsed.digest == hashlib.sha256(FILE.encode()).hexdigest()


def test_the_document_comes_last_and_examples_look_like_it() -> None:
    """Examples are turns of user and assistant, numbered by the same code as the document, which is the last message."""
    document = from_text("The navy of Fiji came home.\nIt rained.")
    messages = prompt.parse(FILE, "own/test").messages(document, document.sent)

    assert [m.role for m in messages] == ["system", "user", "assistant", "user", "assistant", "user"]
    assert messages[1].content == "Published: 2024-03-05, Tuesday\n1| The ministers met in Suva."
    assert messages[-1].content == "Published: unknown\n1| The navy of Fiji came home.\n2| It rained."


def test_the_day_of_publication_is_the_header() -> None:
    """What code knows of the date stands above the lines, with the day of the week."""
    document = from_text("A ship of the navy sails\n7 March 2024 10:15\nIt sails for Suva.")

    assert prompt.render(document, ()) == "Published: 2024-03-07, Thursday"


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("# Answer", "# Reply", 1),
        FILE.replace('{"events": []}', '{"events": [}'),
        "Read.\n# Example\nOnly an article",
        "Read.\n# Example\nAn article\n# Answer\n",
    ],
)
def test_an_example_without_an_answer(text: str) -> None:
    """An example that has no answer, or one that isn't JSON, is an error that names the prompt."""
    with pytest.raises(UsageError, match="prompt 'own/test': an example needs its `# Answer`"):
        prompt.parse(text, "own/test")


@pytest.mark.parametrize("name", ["defence/v0", "nothing", "pyproject.toml", "prompts", ""])
def test_an_unknown_prompt_says_what_there_is(name: str) -> None:
    """The error lists every prompt of the folder."""
    with pytest.raises(UsageError, match=f"no prompt named '{name}'; there is {', '.join(NAMES)}"):
        prompt.load(name)


def test_a_prompt_in_a_file_of_the_user(tmp_path: Path) -> None:
    """A path to a Markdown file is a prompt, too."""
    path = tmp_path / "mine.md"
    path.write_text(FILE, encoding="utf-8")

    assert prompt.load(str(path)) == prompt.parse(FILE, str(path))


@pytest.mark.parametrize(
    "words", ["{{ secret }}", "{% for x in y %}", "$HOME ${x} %s {0} \\1", "{# no #}", "# Example"]
)
def test_text_of_templates_is_text(words: str) -> None:
    """There is no template language: whatever an article holds arrives as it is."""
    document = from_text(f"The sign at the gate says {words} today.")
    sent = prompt.parse(FILE + f"\n# Example\n{words} here.\n\n# Answer\n[]\n" if "#" not in words else FILE, "x/y")

    assert sent.messages(document, document.sent)[-1].content.endswith(f"1| The sign at the gate says {words} today.")
    assert "#" in words or sent.examples[-1].article == f"{words} here."


def test_tokens_are_never_far_below_the_truth() -> None:
    """Letters beyond ASCII take more tokens each; an empty text takes one."""
    assert prompt.tokens("") == 1
    assert prompt.tokens("a" * 32) == 11
    assert prompt.tokens("я" * 12) == 11


def test_a_short_document_is_one_part() -> None:
    """What fits goes out whole."""
    document = from_text("The army of Fiji beat the navy.\nIt rained.")

    assert prompt.parts(prompt.parse(FILE, "x/y"), document, 4000, 500) == [document.sent]


@pytest.mark.parametrize("window", [600, 900, 1500])
def test_parts_overlap(window: int) -> None:
    """A long document goes out in parts that share four lines, so that no event is cut in two unseen."""
    found = prompt.parts(prompt.parse(FILE, "x/y"), LONG, window, 100)

    assert len(found) > 1
    assert [one[-4:] for one in found[:-1]] == [other[:4] for other in found[1:]]


@settings(deadline=None)  # the first document loads the language model
@given(
    words=st.lists(st.integers(1, 40), min_size=1, max_size=30), window=st.integers(100, 900), answer=st.integers(0, 90)
)
def test_parts_lose_no_line_and_fit(words: list[int], window: int, answer: int) -> None:
    """Whatever the lines and the window, the parts hold every line in order, and each fits unless it is a single line."""
    document = from_text("\n".join(f"{n} " + "fjord " * count for n, count in enumerate(words)))
    read = prompt.parse(FILE, "x/y")
    found = prompt.parts(read, document, window, answer)
    numbers = [[line.number for line in part] for part in found]

    assert sorted({n for part in numbers for n in part}) == [line.number for line in document.sent]
    assert all(part == list(range(part[0], part[-1] + 1)) for part in numbers)
    assert all(one[0] < other[0] <= one[-1] + 1 <= other[-1] for one, other in itertools.pairwise(numbers))
    for part in found:
        size = sum(prompt.tokens(m.content) + 8 for m in read.messages(document, part)) + answer

        assert len(part) == 1 or size <= window


def test_every_schema_has_its_prompt() -> None:
    """The prompts that schemas name exist, and the defence one shows an example."""
    named = {name for schema in schemas.SCHEMAS.values() for name in (schema.prompt, schema.embedded)}
    assert named | {"own/v1"} <= set(NAMES)
    assert ("defence/v1", 0) in EXAMPLES


@pytest.mark.parametrize(("name", "index"), SIGHTED)
def test_sightings_of_an_example_stand_in_its_article(name: str, index: int) -> None:
    """The lines of a worked example exist, and its countries and people stand in its article."""
    example = prompt.load(name).examples[index]
    document = from_text(example.article, "example")
    grounding = Grounding(document)
    sighting = News.model_validate_json(example.answer).event
    if sighting:
        assert 1 <= sighting.line <= len(document.sent)
        assert {grounding.find(person).status for person in sighting.people} <= {"found"}
        assert {grounding.find(country).status for country in sighting.countries} == {"found"}


@pytest.mark.parametrize(("name", "index"), FILLED)
def test_the_example_passes_the_checks_answers_pass(name: str, index: int) -> None:
    """A worked example fills the wire model, and every value and person of it is found in its own article."""
    example = prompt.load(name).examples[index]
    schema = schemas.load(name.partition("/")[0])
    answer = schema.wire.model_validate_json(example.answer)
    ledger = Ledger(Grounding(from_text(example.article, "example")))
    draft = assembler(schema.name)([answer], ledger)
    said = json.loads(example.answer)

    assert isinstance(answer, WireArticle)
    assert [w for w in ledger.warnings if w.code in {"absent", "contradicted"} or w.code.endswith("left_out")] == []
    for wire, event in zip(said["events"], draft.fields["events"], strict=True):
        assert [(p["name"], p["rank"], p["role"], p["function"]) for p in wire["participants"]] == [
            (p.name, p.rank, p.role, p.function) for p in event.participants
        ]
        assert [(a["kind"], a["title"], a["period"]) for a in wire["agreements"]] == [
            (a.kind, a.title, a.period) for a in event.agreements
        ]
        assert (wire["date"], wire["location_city"]) == (event.date, event.location_city)
        assert len(wire["parties"]) == len(event.parties)
        assert len(wire["evidence"]) == len(event.evidence)
