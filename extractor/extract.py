"""The story: a document goes in, a record comes out whose every value points at the words it rests on."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime

from extractor import confidence, strategies
from extractor.assemble import Draft, Ledger, assembler
from extractor.document import Document, printable
from extractor.errors import ExtractorError
from extractor.grounding import Grounding
from extractor.schemas.record import Coverage, Failure, Record, Run, Source, TokenUsage, Warned
from extractor.task import Reading, Task
from extractor.version import VERSION


def extract(document: Document, task: Task) -> Record:
    """The record of one document. Raises ModelError if the model gives no usable answer, ReplayMiss if none is recorded.

    The prompt's strategy asks the model about the document and reads the answers back; what they say is looked up in the
    text, made into codes, and refused where the text doesn't hold it.
    """
    reading = strategies.find(task.prompt.strategy)(document, task)
    ledger = Ledger(Grounding(document), keep=task.keep_unsupported)
    draft = assembler(task.schema.name)(reading.filled, ledger)
    return _record(document, task, draft, confidence.of(task, reading, draft), _run(document, task, reading))


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


def _record(document: Document, task: Task, draft: Draft, sure: dict[str, float], run: Run) -> Record:
    read = [Warned(path="/source", code=code, message=message) for code, message in document.warnings]
    return task.schema.record(
        schema_version=task.schema.version,
        doc_id=document.doc_id,
        source=_source(document),
        status=draft.outcome,
        support=draft.ledger.support,
        confidence=sure,
        warnings=[*read, *draft.ledger.warnings],
        run=run,
        **draft.fields,
    )


def _run(document: Document, task: Task, reading: Reading) -> Run:
    answers = reading.answers
    sent = document.sent if reading.sent is None else reading.sent
    costs = [answer.cost_usd for answer in answers]
    return Run(
        model=task.name,
        prompt=task.prompt.name,
        prompt_digest=task.prompt.digest,
        schema_digest=hashlib.sha256(json.dumps(reading.form.model_json_schema(), sort_keys=True).encode()).hexdigest(),
        cached=all(answer.cached for answer in answers),
        attempts=sum(answer.attempts for answer in answers),
        usage=_sum([answer.usage for answer in answers]),
        cost_usd=None if None in costs else sum(cost for cost in costs if cost),
        seconds=round(sum(answer.seconds for answer in answers), 3),
        coverage=Coverage(chars_sent=sum(line.end - line.start for line in sent), chars_total=len(document.text)),
        finish_reason=answers[-1].finish_reason if answers else "stop",
        extractor_version=VERSION,
        extracted_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _sum(usages: Sequence[TokenUsage]) -> TokenUsage:
    return TokenUsage(
        prompt_tokens=sum(usage.prompt_tokens for usage in usages),
        cached_tokens=sum(usage.cached_tokens for usage in usages),
        completion_tokens=sum(usage.completion_tokens for usage in usages),
    )
