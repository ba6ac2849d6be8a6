"""How sure a model was of its choices: the probability of every value of an enum, from the log-probabilities of tokens.

Probabilities are of what the model would have said by itself, before a grammar allowed or forbade anything, as llama.cpp
and OpenAI report them; what they leave to one is what stands in no list.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Odds = Mapping[str, Mapping[str, float]]
"""JSON pointer of a value in an answer → each of its choices → probability, 0 to 1."""
_PIECE = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


@dataclass(frozen=True)
class Token:
    """A token of an answer, and those that could have stood there with their natural log-probabilities; all in bytes."""

    text: bytes
    others: Sequence[tuple[bytes, float]]


def of(content: str, tokens: Sequence[Token], schema: Mapping[str, Any]) -> Odds:
    """The odds of every enum value in an answer; empty where the tokens are not those of the answer."""
    raw = content.encode()
    if b"".join(token.text for token in tokens) != raw:
        return {}
    choices = dict(_choices(schema))
    return {
        pointer: odds
        for pointer, start in _strings(raw)
        if (known := choices.get(pointer.rpartition("/")[2])) and (odds := _at(start, tokens, known))
    }


def _choices(schema: Any) -> Iterator[tuple[str, list[str]]]:
    """The properties of a JSON Schema that have a list of values, by name."""
    if isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            if "enum" in field:
                yield name, field["enum"]
        for part in schema.values():
            yield from _choices(part)


def _strings(raw: bytes) -> Iterator[tuple[str, int]]:
    """Pointer and offset of the first letter of every string value in a JSON text, in bytes."""
    path: list[str | int] = []
    key = False
    for match in _PIECE.finditer(raw):
        piece = match[0]
        if piece in b"{[":
            path.append("" if piece == b"{" else 0)
            key = piece == b"{"
        elif piece in b"}]":
            path.pop()
        elif piece == b",":
            last = path.pop()
            path.append(last + 1 if isinstance(last, int) else "")
            key = isinstance(last, str)
        elif piece == b":":
            key = False
        elif key:
            path[-1] = piece[1:-1].decode()
        elif piece[:1] == b'"':
            yield "".join(f"/{part}" for part in path), match.start() + 1


def _at(start: int, tokens: Sequence[Token], choices: Sequence[str]) -> dict[str, float]:
    """The probability of each choice that begins at byte `start`; a token that begins several is shared between them."""
    position = 0
    for token in tokens:
        if position + len(token.text) > start:
            break
        position += len(token.text)
    else:
        return {}
    lead = token.text[: start - position]
    odds = dict.fromkeys(choices, 0.0)
    for text, logarithm in token.others:
        begun = text.removeprefix(lead).decode(errors="ignore").strip() if text.startswith(lead) else ""
        fitting = [choice for choice in choices if begun and choice.startswith(begun.split('"')[0])]
        for choice in fitting:
            odds[choice] += math.exp(logarithm) / len(fitting)
    return {choice: round(value, 4) for choice, value in odds.items()}
