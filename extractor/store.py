"""Where answers are kept: a diskcache folder for daily use, a JSON Lines file for recordings that are committed."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from extractor.errors import CacheError


@dataclass(frozen=True)
class Folder:
    """Answers in a diskcache folder, mode 0700, as JSON text; nothing is evicted. One folder a machine, never on NFS."""

    path: Path
    keeps_failures: ClassVar[bool] = False
    """A user who asks again wants another try."""

    @cached_property
    def _cache(self) -> Any:
        import diskcache  # noqa: PLC0415  # its sqlite file is opened on first use

        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.path.chmod(0o700)
            return diskcache.Cache(str(self.path), disk=diskcache.JSONDisk, eviction_policy="none")
        except Exception as error:  # sqlite, os and diskcache each raise their own
            raise _unusable(self.path, error) from error

    def get(self, key: str) -> str | None:
        """The recorded answer, or None."""
        try:
            found = self._cache.get(key)
        except CacheError:
            raise
        except Exception as error:
            raise _unusable(self.path, error) from error
        return found if isinstance(found, str) else None

    def set(self, key: str, value: str) -> None:
        """Keep an answer."""
        try:
            self._cache.set(key, value)
        except CacheError:
            raise
        except Exception as error:
            raise _unusable(self.path, error) from error


def _unusable(path: Path, error: Exception) -> CacheError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return CacheError(f"cache folder {path} can't be used: {reason}; set --cache-dir to another folder, or --cache off")


@dataclass
class Recording:
    """Answers in a JSON Lines file that people can read in a diff: key, digests of what was asked, answer.

    No article text is in it. Reads the whole file once; new answers are appended.
    """

    path: Path
    keeps_failures: ClassVar[bool] = True
    """Replayed, what failed fails again, without a model."""
    _rows: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Read the file, if there is one."""
        if self.path.is_file():
            for number, line in enumerate(self.path.read_bytes().rstrip(b"\n").split(b"\n"), 1):
                try:
                    row = json.loads(line)
                    whole = {"content", "usage", "parts"} <= set(row["value"])
                    self._rows[row["key"]] = row
                except (ValueError, KeyError, TypeError):
                    whole = False
                if not whole:
                    raise CacheError(f"{self.path}, line {number}: not a recorded answer; record it again")

    def get(self, key: str) -> str | None:
        """The recorded answer, or None."""
        row = self._rows.get(key)
        return json.dumps(row["value"], ensure_ascii=False) if row else None

    def set(self, key: str, value: str) -> None:
        """Append an answer to the file."""
        row = {"key": key, "value": json.loads(value)}
        self._rows[key] = row
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8", errors="surrogatepass") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        except OSError as error:
            raise CacheError(f"recording {self.path} can't be written: {error.strerror or error}") from None

    def rows(self) -> list[dict[str, Any]]:
        """All recordings, for saying what differs when one is missing."""
        return list(self._rows.values())
