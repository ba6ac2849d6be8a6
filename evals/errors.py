"""Errors of the evaluation: one line each, with what to do."""

from extractor import ExtractorError


class GoldError(ExtractorError):
    """A gold file is missing, doesn't parse, or doesn't hold."""

    kind = "gold"


class RunError(ExtractorError):
    """A run is missing, damaged, or can't be compared with another."""

    kind = "run"


class BudgetReached(ExtractorError):
    """The run has spent what it may spend, or nobody knows what it spends; what is finished is stored."""

    exit_code = 4
    kind = "budget"
