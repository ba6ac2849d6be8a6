"""Wire answers → data of a user's own schema: each string, number and date found in the text, or null with a warning.

Values of enums, literals and booleans are choices, not copies, and aren't looked up; nor is a field whose
`json_schema_extra` says `{"verbatim": False}`, such as a summary.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from extractor.assemble.draft import Draft
from extractor.assemble.ledger import Ledger
from extractor.assemble.when import Calendar
from extractor.normalise import dates
from extractor.schemas.record import Support

_NOTHING = object()
_DATES = frozenset({"date", "date-time"})


def assemble(answers: Sequence[BaseModel], ledger: Ledger) -> Draft:
    """The user's data, checked; parts of a long document are merged: first value wins, lists are joined."""
    data: dict[str, Any] = {}
    lines: list[int] = []
    for answer in answers:
        plain = answer.model_dump(mode="json", by_alias=True, round_trip=True)
        lines += plain["evidence"]
        data = _merge(data, plain["data"])
    schema = type(answers[0]).model_json_schema()
    checked = _Check(ledger, schema.get("$defs", {})).value(data, _field(schema, "data"), "/data")
    quotes, unknown = ledger.grounding.quotes(lines)
    if unknown:
        ledger.warn("/evidence", "unknown_line", f"the model named lines that don't exist: {unknown}")
    refused = any(warning.code in {"absent", "contradicted"} for warning in ledger.warnings)
    found = any(support.status in {"found", "folded", "derived"} for support in ledger.support.values())
    filled = found or (not refused and any(value not in (None, "", [], {}) for value in checked.values()))
    return Draft("events" if filled else "none", {"data": checked, "evidence": quotes}, ledger)


def _merge(one: Any, other: Any) -> Any:
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _merge(one.get(key), other.get(key)) for key in (one | other)}
    if isinstance(one, list) and isinstance(other, list):
        return one + [item for item in other if item not in one]
    return other if one in (None, "", [], {}) else one


def _field(schema: dict[str, Any], name: str) -> dict[str, Any]:
    return dict(schema.get("properties", {}).get(name, {}))


_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "array": (list,), "object": (dict,), "null": (type(None),),
}  # fmt: skip


def _fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value can have come through this branch of a union."""
    if "enum" in schema or "const" in schema:
        return value in schema.get("enum", [schema.get("const")])
    if isinstance(value, dict) and "properties" in schema:
        fixed = {k: p["const"] for k, p in schema["properties"].items() if "const" in p}
        return set(schema.get("required", ())) <= set(value) <= set(schema["properties"]) and all(
            value.get(k) == v for k, v in fixed.items()
        )
    return isinstance(value, _TYPES.get(schema.get("type", ""), (object,)))


class _Check:
    """Walks data beside its JSON Schema."""

    def __init__(self, ledger: Ledger, definitions: dict[str, Any]) -> None:
        self.ledger = ledger
        self.definitions = definitions
        self.calendar = Calendar(ledger.grounding.document)

    def value(self, value: Any, schema: dict[str, Any], path: str) -> Any:
        """The value with every unsupported leaf null."""
        schema = self._resolve(value, schema)
        if schema.get("verbatim") is False:
            return value
        if isinstance(value, dict):
            return self._fields(value, schema, path)
        if isinstance(value, list):
            return self._items(value, schema, path)
        if (
            value in (None, "")
            or isinstance(value, bool)
            or value in schema.get("enum", ())
            or value == schema.get("const", _NOTHING)
        ):
            return value
        if schema.get("format") in _DATES:
            return self._date(str(value), path)
        return self._number(value, path) if isinstance(value, int | float) else self.ledger.verbatim(path, value)

    def _fields(self, fields: dict[str, Any], schema: dict[str, Any], path: str) -> dict[str, Any]:
        """Fields of a model; the keys of a mapping are words of the text, or leave it."""
        kept: dict[str, Any] = {}
        for key, item in fields.items():
            inner = _field(schema, key) or schema.get("additionalProperties")
            at = f"{path}/{key.replace('~', '~0').replace('/', '~1')}"
            if key in schema.get("properties", {}) or self.ledger.grounding.find(key).status in {"found", "folded"}:
                kept[key] = self.value(item, inner if isinstance(inner, dict) else {}, at)
            else:
                self.ledger.refuse(at, key, self.ledger.grounding.find(key))
        return kept

    def _items(self, items: list[Any], schema: dict[str, Any], path: str) -> list[Any]:
        """The items that the text supports; a refused one leaves the list, with its warning, instead of a null in it."""
        kept: list[Any] = []
        each = schema.get("prefixItems", [])
        for index, item in enumerate(items):
            inner = each[index] if index < len(each) else schema.get("items", {})
            value = self.value(item, inner if isinstance(inner, dict) else {}, f"{path}/{len(kept)}")
            if value is not None or item is None or each:
                kept.append(value)
        return kept

    def _resolve(self, value: Any, schema: dict[str, Any]) -> dict[str, Any]:
        """The branch of the schema that the value went through."""
        if "$ref" in schema:
            return self._resolve(
                value, {**self.definitions[schema["$ref"].rsplit("/", 1)[1]], "verbatim": schema.get("verbatim")}
            )
        options = (*schema.get("anyOf", ()), *schema.get("oneOf", ()))
        branches = [self._resolve(value, {"verbatim": schema.get("verbatim"), **s}) for s in options]
        return next((s for s in branches if _fits(value, s)), schema)

    def _number(self, value: float, path: str) -> float | None:
        """A number is in the text if one of the ways to write it is: 1500, 1,500, 1.500, 1 500."""
        whole = isinstance(value, int) or value.is_integer()
        written = [
            str(value),
            *(
                [f"{int(value):,}".replace(",", s) for s in (",", ".", " ", "\u00a0")]
                if whole
                else [str(value).replace(".", ",")]
            ),
        ]
        for text in (*written, *([str(int(value))] if whole else [])):
            if self.ledger.grounding.find(text).status in {"found", "folded"}:
                self.ledger.verbatim(path, text)
                return value
        return value if self.ledger.refuse(path, str(value), Support(status="absent")) else None

    def _date(self, value: str, path: str) -> str | None:
        """A date is in the text if a time expression states it; a time of day stands in it as printed."""
        clock = value[11:16]
        if clock and clock != "00:00" and self.ledger.grounding.find(clock).status not in {"found", "folded"}:
            return self.ledger.refuse(path, value, Support(status="absent"))
        for at in self.calendar.all():
            if dates.states(at.mention, value[:10], self.calendar.publication, "any"):
                self.ledger.derived(path, at.start, at.end)
                return value
        return self.ledger.refuse(path, value, Support(status="absent"))
