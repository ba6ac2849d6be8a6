"""News in, event records out, and proof for every value."""

from extractor.api import extract
from extractor.document import Document
from extractor.document import from_text as read_text
from extractor.document import read as read_file
from extractor.errors import (
    AnswerInvalid,
    AnswerTruncated,
    CacheError,
    DocumentError,
    ExtractorError,
    InternalError,
    ModelError,
    OutputError,
    ReplayMiss,
    ServerBusy,
    ServerRefused,
    SettingsError,
    UsageError,
    WeightsError,
)
from extractor.schemas.defence.record import DefenceRecord
from extractor.schemas.own import OwnRecord
from extractor.schemas.record import Record
from extractor.version import VERSION as __version__

__all__ = [
    "AnswerInvalid",
    "AnswerTruncated",
    "CacheError",
    "DefenceRecord",
    "Document",
    "DocumentError",
    "ExtractorError",
    "InternalError",
    "ModelError",
    "OutputError",
    "OwnRecord",
    "Record",
    "ReplayMiss",
    "ServerBusy",
    "ServerRefused",
    "SettingsError",
    "UsageError",
    "WeightsError",
    "__version__",
    "extract",
    "read_file",
    "read_text",
]
