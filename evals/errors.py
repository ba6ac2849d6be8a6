"""Errors of the evaluation: one line each, with what to do."""

from extractor import ExtractorError


class GoldError(ExtractorError):
    """A gold file is missing, doesn't parse, or doesn't hold."""

    kind = "gold"
