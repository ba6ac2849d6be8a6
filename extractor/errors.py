"""Every error of this package, and the exit code each one means.

ExtractorError                  2
├── UsageError                  2   an unknown name, an option that makes no sense
├── SettingsError               2   a setting is missing or wrong, such as a key
├── DocumentError               2   a file that can't be read as a document; has `kind`
├── WeightsError                2   weights of the embedded model: not found, not verified, no room
├── CacheError                  2   the cache folder can't be used
├── OutputError                 2   the result can't be written
├── ReplayMiss                  3   `replay` was asked for and there is no recorded answer
├── InternalError               1   a fault of this program, met in one document
├── OutOfTime                   1   a document took longer than a service gives it
└── ModelError                  1   one document's model call failed; has `kind`
    ├── ServerBusy              1   408, 409, 429, 5xx or no connection: worth another try
    ├── ServerRefused           1   400, 401, 403, 404, a refusal: no use trying again
    ├── AnswerTruncated         1   the answer was cut at the token limit
    └── AnswerInvalid           1   no valid answer after the last attempt

A message says what is wrong, then what there is or what to do, in one line. `kind` is the word that a failed record
and a scoreboard count by.
"""


class ExtractorError(Exception):
    """The root: catch this to catch everything this package raises on purpose."""

    exit_code = 2
    kind = "error"


class UsageError(ExtractorError):
    """The caller asked for something that does not exist or does not go together."""

    kind = "usage"


class SettingsError(ExtractorError):
    """A setting is missing or has a value that can't be used."""

    kind = "settings"


class DocumentError(ExtractorError):
    """A file can't be read as a document.

    `kind` is one of missing, unreadable, empty, binary, too_long, no_text.
    """

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


class WeightsError(ExtractorError):
    """The embedded model's weights can't be had, or are not the bytes they must be."""

    kind = "weights"


class CacheError(ExtractorError):
    """The cache folder can't be read or written."""

    kind = "cache"


class OutputError(ExtractorError):
    """The result can't be written where the user wants it."""

    kind = "output"


class ReplayMiss(ExtractorError):
    """A replay found no recorded answer; the message names the document and what differs."""

    exit_code = 3
    kind = "replay_miss"


class InternalError(ExtractorError):
    """Something in this program went wrong on one document; the others go on."""

    exit_code = 1
    kind = "internal"


class OutOfTime(ExtractorError):
    """A document took longer than it may; the others go on."""

    exit_code = 1
    kind = "timeout"


class ModelError(ExtractorError):
    """One document got no usable answer from the model; the other documents go on."""

    exit_code = 1
    kind = "model"


class ServerBusy(ModelError):
    """The server can't answer now: 408, 409, 429, 5xx, or no connection. `retry_after` in seconds, if it said so."""

    kind = "server_busy"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ServerRefused(ModelError):
    """The server won't answer this: a bad request, a bad key, an unknown model, a refusal."""

    kind = "server_refused"


class AnswerTruncated(ModelError):
    """The answer was cut at the token limit, so what it says may be incomplete."""

    kind = "truncated"


class AnswerInvalid(ModelError):
    """The model's last answer still does not fit the schema."""

    kind = "invalid_answer"
