"""The envelope every record travels in, whatever its schema: SCHEMA section 4."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

SupportStatus = Literal["found", "folded", "derived", "absent", "contradicted"]
Outcome = Literal["events", "none", "failed"]


class Strict(BaseModel):
    """A frozen model that refuses unknown fields: what leaves the product is never changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Strict):
    """The file a record was made from."""

    path: str = Field(description="As the user named it; '-' is standard input")
    media_type: str | None = None
    sha256: str | None = Field(None, description="Of the file's bytes, in hexadecimal")
    chars: int | None = Field(None, description="Code points of the decoded text, to which all offsets refer")


class Failure(Strict):
    """Why a document has no record; `message` says what to do."""

    kind: str
    message: str


class Quote(Strict):
    """Words of the source: `text[start:end] == quote`, in code points of the decoded text, end exclusive."""

    quote: str
    start: int
    end: int


class Support(Strict):
    """Where a value stands in the source text, or that it doesn't; a derived value may rest on no span of its own."""

    status: SupportStatus
    start: int | None = None
    end: int | None = None


class Warned(Strict):
    """Something a reader of the record should know about one value."""

    path: str = Field(description="JSON pointer into the record; empty for the record as a whole")
    code: str
    message: str


class TokenUsage(Strict):
    """Tokens of all attempts together; `cached_tokens` of the prompt were not read again."""

    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0


class Coverage(Strict):
    """How much of the text the model was shown, in code points; what is left out is chrome, or was cut."""

    chars_sent: int
    chars_total: int


class Run(Strict):
    """How a record was made, complete enough to make it again."""

    model: str
    prompt: str
    prompt_digest: str
    schema_digest: str
    cached: bool
    attempts: int
    usage: TokenUsage
    cost_usd: float | None = Field(description="null when nobody knows the price; 0 for the embedded model")
    seconds: float = Field(description="Of the original call, also when it was replayed")
    coverage: Coverage
    finish_reason: str
    extractor_version: str
    extracted_at: str = Field(description="ISO 8601, UTC")


class Record(Strict):
    """What comes out for one document: what was found, or why nothing was, and the proof."""

    schema_version: str
    doc_id: str
    source: Source
    status: Outcome
    failure: Failure | None = None
    support: dict[str, Support] = Field(
        default_factory=dict, description="JSON pointer of a value → its place in the text"
    )
    confidence: dict[str, float] = Field(
        default_factory=dict,
        description="JSON pointer of a value → probability that it is right, as measured on labelled articles; empty where it was not",
    )
    warnings: list[Warned] = Field(default_factory=list)
    run: Run | None = None

    @model_serializer(mode="wrap")
    def _proof_last(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What was found comes first, what it rests on after it, also in the records that a schema derives."""
        plain: dict[str, Any] = handler(self)
        return plain | {name: plain.pop(name) for name in ("support", "confidence", "warnings", "run")}
