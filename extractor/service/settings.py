"""Settings of the service itself: EXTRACTOR_SERVICE_* from the environment or `.env`; flags come first."""

import ipaddress
from pathlib import Path
from typing import Annotated, Any

import platformdirs
from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from extractor.errors import SettingsError
from extractor.settings import Folder

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""What a browser on this machine calls this machine."""


def _split(value: Any) -> Any:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
"""Several words, with commas between them in the environment."""


class ServiceSettings(BaseSettings):
    """Where the service listens, whom it lets in, how much it takes. Frozen."""

    model_config = SettingsConfigDict(
        env_prefix="EXTRACTOR_SERVICE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    host: str = Field("127.0.0.1", description="address to listen on; any but this machine's own needs a key")
    port: int = Field(8300, ge=0, le=65535, description="port to listen on; 0 takes a free one")
    data_dir: Folder = Field(
        Path(platformdirs.user_data_dir("extractor")) / "service", description="folder of the jobs and the keys"
    )
    require_key: bool | None = Field(
        None, description="empty: asked for once there is a key, or on any address but this machine's own"
    )
    allowed_hosts: Names = Field(
        (), description="names that this service answers to, with commas; empty: this machine's own on loopback"
    )
    cors_origins: Names = Field((), description="web origins whose scripts may call, with commas; empty: none")
    proxies: Names = Field((), description="addresses of proxies whose X-Forwarded-For is believed; empty: none")
    largest_document: int = Field(5_000_000, ge=1, description="bytes of one document")
    longest_text: int = Field(100_000, ge=1, description="characters of one document's text")
    largest_job: int = Field(16_000_000, ge=1, description="bytes of one job")
    most_documents: int = Field(1_000, ge=1, description="documents of one job")
    queue: int = Field(32, ge=0, description="requests that may wait for a worker; more are answered 429")
    backlog: int = Field(10_000, ge=1, description="documents of jobs that may wait; more are answered 429")
    streams: int = Field(64, ge=0, description="progress streams at the same time; more are answered 429")
    rate: float = Field(10.0, gt=0, description="requests a second, for each key or address, in the long run")
    burst: int = Field(60, ge=1, description="requests at once, for each key or address")
    timeout: float = Field(300.0, gt=0, description="seconds that a request waits and that a document may take")
    slowest_body: float = Field(60.0, gt=0, description="seconds for a request's body to arrive")
    slowest_head: float = Field(10.0, gt=0, description="seconds for a request's first lines to arrive")
    grace: float = Field(20.0, ge=0, description="seconds to finish what is under way when told to stop")
    keep_days: float = Field(7.0, gt=0, description="days that a job is kept")
    traces: bool = Field(False, description="send OpenTelemetry traces; needs the otel extra")  # noqa: FBT003  # a default

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the service."""
        if self.host in LOOPBACK_NAMES:
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def hosts(self) -> frozenset[str]:
        """Names that a request's Host may be; empty for any: then a key is asked for."""
        if not self.loopback and not self.allowed_hosts:
            return frozenset()
        return frozenset(name.lower() for name in (*self.allowed_hosts, self.host)) | LOOPBACK_NAMES


def load(**flags: Any) -> ServiceSettings:
    """Settings from flags (None means not given), environment and `.env`; a bad value is named in a SettingsError."""
    try:
        return ServiceSettings(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"][:1]).upper()
        raise SettingsError(
            f"setting EXTRACTOR_SERVICE_{name}: {first['msg'].lower()}, got {first['input']!r}; see .env.example"
        ) from None
