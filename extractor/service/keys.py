"""API keys: 256 random bits, kept as a SHA-256 only, scoped, revocable. `xk_<id>_<secret>`; the id may be shown."""

import hashlib
import hmac
import secrets
import sqlite3
import time
from dataclasses import dataclass

from extractor.errors import UsageError
from extractor.service.database import Database

SCOPES = ("extract", "jobs", "metrics")
_PREFIX = "xk"
_NOBODY = hashlib.sha256(secrets.token_bytes(32)).digest()
"""Compared with where no key has the id, so that both cases take the same time."""


@dataclass(frozen=True)
class Key:
    """What is known of a key; the key itself is not. Times in seconds since 1970."""

    id: str
    name: str
    scopes: frozenset[str]
    created: float
    revoked: float | None


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()  # random bits need no slow hash


@dataclass(frozen=True)
class Keys:
    """The keys in the database."""

    database: Database

    def add(self, name: str, scopes: frozenset[str]) -> str:
        """A new key, which is shown this once. UsageError for a scope that doesn't exist."""
        if unknown := sorted(scopes - set(SCOPES)):
            raise UsageError(f"no scope named {unknown[0]!r}; there is {', '.join(SCOPES)}")
        if not scopes or not name.strip() or not name.isprintable():
            raise UsageError("a key needs a name, and at least one scope")
        key_id = secrets.token_hex(4)
        key = f"{_PREFIX}_{key_id}_{secrets.token_urlsafe(32)}"
        row = (key_id, name.strip(), _digest(key), " ".join(sorted(scopes)), time.time())
        with self.database.writing() as write:
            write.execute("INSERT INTO keys (id, name, digest, scopes, created) VALUES (?, ?, ?, ?, ?)", row)
        return key

    def all(self) -> list[Key]:
        """Every key, the revoked ones too, oldest first."""
        return [_key(row) for row in self.database.rows("SELECT * FROM keys ORDER BY created")]

    def revoke(self, key_id: str) -> Key:
        """End a key, at once; UsageError if there is none with this id."""
        with self.database.writing() as write:
            write.execute("UPDATE keys SET revoked = ? WHERE id = ? AND revoked IS NULL", (time.time(), key_id))
        row = self.database.row("SELECT * FROM keys WHERE id = ?", key_id)
        if row is None:
            known = ", ".join(key.id for key in self.all()) or "none yet"
            raise UsageError(f"no key with the id {key_id!r}; there is {known}")
        return _key(row)

    def find(self, presented: str) -> Key | None:
        """The key that was presented, unless it is wrong or revoked. The time taken tells nothing of the secret."""
        prefix, _, rest = presented.partition("_")
        key_id = rest.partition("_")[0] if prefix == _PREFIX else ""
        row = self.database.row("SELECT * FROM keys WHERE id = ?", key_id)
        right = hmac.compare_digest(_digest(presented), row["digest"] if row else _NOBODY)
        return _key(row) if row and right and row["revoked"] is None else None

    def any(self) -> bool:
        """Whether there ever was a key: who made one wants it asked for, also after revoking the last."""
        return self.database.row("SELECT 1 FROM keys LIMIT 1") is not None

    def any_valid(self) -> bool:
        """Whether a key is left that lets somebody in."""
        return self.database.row("SELECT 1 FROM keys WHERE revoked IS NULL LIMIT 1") is not None


def _key(row: sqlite3.Row) -> Key:
    return Key(row["id"], row["name"], frozenset(row["scopes"].split()), row["created"], row["revoked"])
