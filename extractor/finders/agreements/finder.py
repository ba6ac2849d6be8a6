"""Papers that the parties sign, plan to sign or refer to: named, classified, and each counted once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from extractor.document import Document, Span
from extractor.finders.agreements import sentences, titles
from extractor.finders.agreements import words as tables
from extractor.finders.agreements.days import Context
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.agreements.status import Said, said
from extractor.finders.agreements.titles import Name
from extractor.finders.agreements.words import Words
from extractor.normalise import countries
from extractor.normalise.fold import fold_text
from extractor.schemas.defence.values import AgreementKind, AgreementStatus

_KIND = {"plan": "cooperation_plan", "framework": "framework_agreement", "sector": "sector_agreement"}
_STRENGTH: dict[Said | None, int] = {"signed": 3, "planned": 2, "earlier": 1, "referenced": 1}
_STEM = 5
"""Letters that two forms of a word share."""
_ECHO = 3
"""Lines after which 'the document' no longer means the paper named last."""


@dataclass(frozen=True)
class Agreement:
    """A paper. `title` is the best name the text has for it, `line` proves its status, `lines` all mention it.

    `kind` and `status` are values of schema dd-1.0 (SCHEMA 2.4); `period` the EDTF years it covers, never the year of
    its signing (H5).
    """

    title: Span
    kind: AgreementKind
    status: AgreementStatus
    period: str | None
    line: int
    lines: tuple[int, ...]


@dataclass(frozen=True)
class _Mention:
    """A paper where the text names it. `kind` is None for an agreement of which the words tell no field.

    `also`: the sentence says that it is one more.
    """

    sentence: Sentence
    name: Name
    kind: AgreementKind | None
    status: Said | None
    also: bool

    @property
    def line(self) -> int:
        """The number of the line that names the paper."""
        return self.sentence.line_at(self.name.start)


def find(document: Document) -> tuple[Agreement, ...]:
    """Every paper that the article tells of, each once, in the order of first mention; none in a piece on a film."""
    title = document.clues.title
    spans = [*document.sent, *([title] if title else [])]
    words = tables.of(document.clues.language, fold_text("\n".join(map(document.words, spans))))
    if _is_fiction(document, words):
        return ()
    papers: list[list[_Mention]] = []
    for mention in _mentions(document, words):
        _enter(mention, papers)
    found = [_agreement(paper) for paper in papers]
    return tuple(
        agreement
        for agreement, paper in zip(found, papers, strict=True)
        if agreement is not None and _counts(agreement, paper, document)
    )


def _is_fiction(document: Document, words: Words) -> bool:
    """Whether the headline is about a film or a novel: nothing in it was signed."""
    title = document.clues.title
    return title is not None and words.has("art", fold_text(document.words(title)))


def _mentions(document: Document, words: Words) -> Iterable[_Mention]:
    """Papers where they are named; what is listed under 'the following were signed:' is signed."""
    header: Said | None = None
    for sentence in sentences.read(document):
        names = titles.find(sentence, words)
        context = Context(sentence, names, words, document.clues.publication_date)
        if sentence.raw.rstrip().endswith(":"):
            header = "signed" if words.has("signed", sentence.folded.text) else None
        for name in names:
            status = header if sentence.item and header else said(name, context)
            yield _Mention(
                sentence, name, _kind(name, words, sentence), status, words.has("also", sentence.folded.text)
            )


def _kind(name: Name, words: Words, sentence: Sentence) -> AgreementKind | None:
    """The kind of a paper by its noun, of an 'agreement' by what it is on."""
    if name.key != "generic":
        return cast("AgreementKind", _KIND.get(name.key, name.key))
    inside = sentence.folded.text[name.start : name.end]
    if words.has("contract_field", inside) or words.has("money", inside):
        return "contract"
    if not name.topic:
        return None
    return "framework_agreement" if all(words.whole("general", word) for word in name.topic) else "sector_agreement"


def _enter(mention: _Mention, papers: list[list[_Mention]]) -> None:
    """A mention joins the latest paper that it can mean, else it opens a new one."""
    if mention.name.key == "anaphor":
        _echo(mention, papers)
        return
    if mention.status == "denied":
        return
    same = [paper for paper in papers if all(_agree(mention, other) for other in paper)]
    if same:
        same[-1].append(mention)
    else:
        papers.append([mention])


def _echo(mention: _Mention, papers: list[list[_Mention]]) -> None:
    """'The document was signed', or 'covers 2025-2028', is said of the paper named last, if that is not of earlier days."""
    if not papers or not (mention.name.period or mention.status in {"signed", "planned"}):
        return
    last = max(papers, key=lambda paper: paper[-1].sentence.start)
    near = mention.line - last[-1].line <= _ECHO
    if near and not any(_is_old(other) for other in last):
        last.append(mention)


def _agree(one: _Mention, other: _Mention) -> bool:
    """Whether two mentions can mean one paper: kind, years and topic agree, and a signed one is no earlier one."""
    if other.name.key == "anaphor":
        return True
    if one.sentence.start == other.sentence.start or not _same_kind(one, other):
        return False
    if one.name.period and other.name.period and one.name.period != other.name.period:
        return False
    if _is_old(one) != _is_old(other) and (one.status or other.status) and not _is_bare(one):
        return False
    retold = not one.also and (
        one.status == other.status or None in {one.status, other.status}
    )  # a lead, in other words
    return one.sentence.headline or other.sentence.headline or retold or _same_topic(one.name, other.name)


def _same_kind(one: _Mention, other: _Mention) -> bool:
    """Whether nouns agree: 'the agreement' can mean any paper, also the 'deal' of a lead that is then told in full."""
    agreements = {"framework_agreement", "sector_agreement"}
    return (
        one.kind in {other.kind, None}
        or (other.kind is None and _is_bare(other) and not one.also)
        or {one.kind, other.kind} == agreements
        or (other.name.key == "generic" and other.sentence.headline)
    )


def _is_old(mention: _Mention) -> bool:
    """Whether a mention is of a paper of earlier days by itself, not only because 'under' stands before it."""
    return mention.status == "earlier" or (mention.status == "referenced" and not _is_bare(mention))


def _is_bare(mention: _Mention) -> bool:
    """Whether a mention is only 'the protocol': nothing in it tells one paper from another."""
    name = mention.name
    return not (name.topic or _is_dated(mention) or name.signed_in or name.since)


def _is_dated(mention: _Mention) -> bool:
    """Whether the years that a paper covers stand in its name, not only beside it."""
    name = mention.name
    return name.period is not None and name.period[:4] in mention.sentence.folded.text[name.start : name.end]


def _same_topic(one: Name, other: Name) -> bool:
    mine, theirs = ({word[:_STEM] for word in name.topic} for name in (one, other))
    return not mine or not theirs or bool(mine & theirs)


def _agreement(paper: Sequence[_Mention]) -> Agreement | None:
    """What all mentions of a paper say together, None if no sentence says anything of it."""
    telling = [mention for mention in paper if mention.status in _STRENGTH]
    if not telling:
        return None
    strongest = max(_STRENGTH[mention.status] for mention in telling)
    proofs = [mention for mention in telling if _STRENGTH[mention.status] == strongest]
    named = [mention for mention in paper if mention.name.key != "anaphor"]
    best = max(named, key=lambda mention: (*_fullness(mention), mention in proofs))
    proof = max(proofs, key=lambda mention: (mention is best, not mention.sentence.headline))
    kinds = [m.kind for m in (best, *named) if m.kind]
    period = next((m.name.period for m in (best, *paper) if m.name.period), None)
    return Agreement(
        title=Span(*best.sentence.span(best.name.start, best.name.end)),
        kind=kinds[0] if kinds else "sector_agreement",
        status="referenced" if strongest == 1 else cast("AgreementStatus", proof.status),
        period=period,
        line=proof.line,
        lines=tuple(dict.fromkeys(mention.line for mention in paper)),
    )


def _fullness(mention: _Mention) -> tuple[bool, bool, bool, int]:
    """How good a name is as a title: from the body, with its years, for a statement a proper name, with its topic."""
    name = mention.name
    first = mention.sentence.raw[mention.sentence.folded.raw(*name.head)[0]]
    proper = mention.kind == "joint_statement" and first.isupper()
    return not mention.sentence.headline, _is_dated(mention), proper, len(name.topic)


def _counts(agreement: Agreement, paper: Sequence[_Mention], document: Document) -> bool:
    """Whether a paper is one between parties: a contract needs a country (R7), an earlier paper a name."""
    if agreement.kind == "contract":
        return _names_country(document, agreement.lines)
    if agreement.status == "referenced":
        return any(_is_old(mention) or not _is_bare(mention) for mention in paper)
    return True


def _names_country(document: Document, lines: Sequence[int]) -> bool:
    """Whether a country is named in these lines, the ones beside them, or the headline."""
    near = [line for line in document.sent if any(abs(line.number - number) <= 1 for number in lines)]
    title = document.clues.title
    return any(
        countries.find(document.words(span), document.clues.language) for span in [*near, *([title] if title else [])]
    )
