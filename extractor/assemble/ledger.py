"""The ledger of a record in the making: what each value rests on, and what a reader must be warned of."""

from dataclasses import dataclass, field

from extractor.grounding import Grounding
from extractor.schemas.record import Support, Warned


@dataclass
class Ledger:
    """Collects support and warnings by JSON pointer. `keep` keeps unsupported values in the record, marked."""

    grounding: Grounding
    keep: bool = False
    support: dict[str, Support] = field(default_factory=dict)
    warnings: list[Warned] = field(default_factory=list)

    def warn(self, path: str, code: str, message: str) -> None:
        """Note something a reader should know about the value at `path`."""
        self.warnings.append(Warned(path=path, code=code, message=message))

    def put(self, path: str, support: Support) -> None:
        """Note what the value at `path` rests on."""
        self.support[path] = support

    def derived(self, path: str, start: int, end: int) -> None:
        """Note that the value at `path` is a code made from the words at this span."""
        self.put(path, Support(status="derived", start=start, end=end))

    def verbatim(self, path: str, value: str | None) -> str | None:
        """The words of the text that `value` stands for, or None, with a warning, where the text doesn't hold it."""
        if value is None:
            return None
        support = self.grounding.find(value)
        if support.status in {"found", "folded"} and support.start is not None:
            self.put(path, support)
            return self.grounding.document.text[support.start : support.end]
        return self.refuse(path, value, support)

    def refuse(self, path: str, value: str, support: Support) -> str | None:
        """None, and a warning that says what was refused; or the value itself, marked, if unsupported ones are kept."""
        words = {"contradicted": "the text says something else"}.get(support.status, "not in the text")
        self.warn(path, support.status, f"{value!r}: {words}")
        if self.keep:
            self.put(path, support)
            return value
        return None

    def fork(self) -> "Ledger":
        """An empty ledger over the same document, to be merged if what it is for is kept."""
        return Ledger(self.grounding, self.keep)

    def merge(self, other: "Ledger") -> None:
        """Take over the entries of a fork."""
        self.support |= other.support
        self.warnings += other.warnings
