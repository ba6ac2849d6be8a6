"""OpenAI, and every server that speaks its protocol: presets for the usual ones, --base-url for any other."""

import re
from functools import partial
from urllib.parse import urlsplit

from extractor.errors import SettingsError
from extractor.progress import Progress
from extractor.providers.endpoint import Endpoint, Provider
from extractor.settings import Settings

_REASONING = re.compile(r"^(?:o\d|gpt-[5-9])")
_WINDOW = 30_000
"""Tokens of text a call; larger models read more, but quality falls with length, and articles are short."""


def _address(settings: Settings, preset: str | None) -> str | None:
    return settings.base_url or preset or settings.openai_base_url


def _identity(name: str, settings: Settings, *, preset: str | None) -> str:
    address = _address(settings, preset)
    if address is None:
        return f"openai:{name}"
    parts = urlsplit(address)  # a password in an address is no part of who answers, and recordings are committed
    return f"openai:{name}@{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _connect(name: str, settings: Settings, _progress: Progress, *, preset: str | None) -> Endpoint:
    address = _address(settings, preset)
    key = settings.openai_api_key.get_secret_value().strip() if settings.openai_api_key else ""
    if not key and address is None:
        raise SettingsError(
            f"model openai:{name} needs a key: set OPENAI_API_KEY, or --base-url for a server of your own"
        )
    if not key.isascii() or not key.isprintable():
        raise SettingsError("OPENAI_API_KEY holds letters that no key has; copy it again")
    ours = address is None or "//api.openai.com/" in address
    return Endpoint(
        base_url=address,
        api_key="none" if preset and address == preset else key or "none",  # a preset never gets the key
        model=name,
        timeout=settings.timeout,
        completion_limit="max_completion_tokens" if ours else "max_tokens",
        temperature=not (ours and _REASONING.match(name)),
    )


def provider(preset: str | None = None) -> Provider:
    """A provider whose servers speak the OpenAI protocol, at `preset` unless the settings name another address."""
    return Provider(partial(_identity, preset=preset), partial(_connect, preset=preset), _WINDOW)
