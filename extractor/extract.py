"""The story: a document goes in, a record comes out whose every value points at the words it rests on."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import BaseModel, ValidationError

from extractor.assemble import Draft, Ledger, assembler
from extractor.document import Document, printable
from extractor.errors import AnswerInvalid, ExtractorError
from extractor.grounding import Grounding
from extractor.model import Answer, Ask, Model
from extractor.prompt import Prompt, parts
from extractor.schemas import Schema
from extractor.schemas.record import Coverage, Failure, Record, Run, Source, TokenUsage, Warned
from extractor.version import VERSION

LONGEST_ANSWER = 1500
"""Tokens: four events with all they hold; an answer that needs more is cut, and a cut answer is a failure."""


@dataclass(frozen=True)
class Task:
    """What to do with every document of a run: what to extract, how to ask for it, whom to ask.

    `name` is the model as provider:model, `window` how many tokens it reads and writes at once.
    """

    schema: Schema
    prompt: Prompt
    model: Model
    name: str
    window: int
    keep_unsupported: bool = False


def extract(document: Document, task: Task) -> Record:
    """The record of one document. Raises ModelError if the model gives no usable answer, ReplayMiss if none is recorded.

    The lines that aren't chrome are sent, numbered, in as many parts as the model's window needs; the answers are read
    back; what they say is looked up in the text, made into codes, and refused where the text doesn't hold it.
    """
    pieces = parts(task.prompt, document, task.window, LONGEST_ANSWER)
    asks = [
        Ask(task.prompt.messages(document, lines), task.schema.wire, LONGEST_ANSWER, document=document.path)
        for lines in pieces
    ]
    answers = [task.model(ask) for ask in asks]
    filled = [_read(answer, task) for answer in answers]
    ledger = Ledger(Grounding(document), keep=task.keep_unsupported)
    draft = assembler(task.schema.name)(filled, ledger)
    return _record(document, task, draft, _run(document, task, answers))


def _read(answer: Answer, task: Task) -> BaseModel:
    """The answer as the schema's wire form; a recorded one may be older than a validator of the user's model."""
    try:
        return task.schema.wire.model_validate_json(answer.content)
    except ValidationError as error:
        first = error.errors()[0]["msg"]
        raise AnswerInvalid(f"the answer doesn't fit the schema ({first}); ask again with --cache refresh") from None


def failed(path: str, error: ExtractorError, task: Task, doc_id: str, document: Document | None = None) -> Record:
    """The record of a document that could not be done: it says why, and never looks like 'nothing found'."""
    source = _source(document) if document else Source(path=printable(path))
    doc_id = document.doc_id if document else printable(doc_id)
    failure = Failure(kind=error.kind, message=printable(str(error)))
    return task.schema.record(
        schema_version=task.schema.version, doc_id=doc_id, source=source, status="failed", failure=failure
    )


def _source(document: Document) -> Source:
    return Source(path=document.path, media_type=document.media_type, sha256=document.sha256, chars=len(document.text))


def _record(document: Document, task: Task, draft: Draft, run: Run) -> Record:
    read = [Warned(path="/source", code=code, message=message) for code, message in document.warnings]
    return task.schema.record(
        schema_version=task.schema.version,
        doc_id=document.doc_id,
        source=_source(document),
        status=draft.outcome,
        support=draft.ledger.support,
        warnings=[*read, *draft.ledger.warnings],
        run=run,
        **draft.fields,
    )


def _run(document: Document, task: Task, answers: Sequence[Answer]) -> Run:
    costs = [answer.cost_usd for answer in answers]
    return Run(
        model=task.name,
        prompt=task.prompt.name,
        prompt_digest=task.prompt.digest,
        schema_digest=hashlib.sha256(
            json.dumps(task.schema.wire.model_json_schema(), sort_keys=True).encode()
        ).hexdigest(),
        cached=all(answer.cached for answer in answers),
        attempts=sum(answer.attempts for answer in answers),
        usage=_sum([answer.usage for answer in answers]),
        cost_usd=None if None in costs else sum(cost for cost in costs if cost),
        seconds=round(sum(answer.seconds for answer in answers), 3),
        coverage=Coverage(
            chars_sent=sum(line.end - line.start for line in document.sent), chars_total=len(document.text)
        ),
        finish_reason=answers[-1].finish_reason,
        extractor_version=VERSION,
        extracted_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _sum(usages: Sequence[TokenUsage]) -> TokenUsage:
    return TokenUsage(
        prompt_tokens=sum(usage.prompt_tokens for usage in usages),
        cached_tokens=sum(usage.cached_tokens for usage in usages),
        completion_tokens=sum(usage.completion_tokens for usage in usages),
    )
