"""Who answers: names, addresses, keys, and what identifies a model in the cache."""

import pytest

from extractor import providers, settings
from extractor.errors import SettingsError, UsageError
from extractor.progress import silent


def endpoint(model: str, **flags: object) -> providers.Endpoint:
    provider, name = providers.find(model)
    return provider.connect(name, settings.load(**flags), silent)


@pytest.mark.parametrize("model", ["gpt-5", "nobody:x", "openai:", ":x", ""])
def test_unknown_provider(model: str) -> None:
    """A model without a known provider lists the providers."""
    with pytest.raises(UsageError, match=r"provider:name with one of local, openai"):
        providers.find(model)


def test_openai_needs_a_key() -> None:
    """OpenAI itself needs a key; a server of the user's own doesn't."""
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        endpoint("openai:gpt-5")

    assert endpoint("openai:x", base_url="http://127.0.0.1:1/v1").api_key == "none"


def test_key_goes_only_where_it_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key goes to OpenAI and to a server the user names, never to a preset's server."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")

    assert endpoint("openai:x").api_key == "sk-1"
    assert endpoint("openai:x", base_url="http://127.0.0.1:1/v1").api_key == "sk-1"
    assert endpoint("ollama:x").api_key == "none"


def test_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flag beats a preset, a preset beats the SDK's own variable, which counts for openai."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://sdk/v1")

    assert endpoint("vllm:x").base_url == "http://127.0.0.1:8000/v1"
    assert endpoint("vllm:x", base_url="http://flag/v1").base_url == "http://flag/v1"
    assert endpoint("openai:x").base_url == "http://sdk/v1"


@pytest.mark.parametrize(("name", "sent"), [("gpt-5-mini", False), ("o3", False), ("gpt-4.1", True)])
def test_temperature_of_reasoning_models(monkeypatch: pytest.MonkeyPatch, name: str, sent: bool) -> None:
    """OpenAI's reasoning models don't take a temperature; elsewhere every model is sent one."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")

    assert endpoint(f"openai:{name}").temperature is sent
    assert endpoint(f"openai:{name}", base_url="http://127.0.0.1:1/v1").temperature is True


def test_identity() -> None:
    """Local weights are identified by their digest, remote models by name and address."""
    local, name = providers.find("local:qwen2.5-coder-1.5b")
    remote, other = providers.find("openai:x")

    assert local.identity(name, settings.load()).startswith("local:sha256:cc324af0")
    assert remote.identity(other, settings.load()) == "openai:x"
    assert remote.identity(other, settings.load(base_url="http://a/v1")) == "openai:x@http://a/v1"
    assert remote.identity(other, settings.load(base_url="http://user:secret@a/v1")) == "openai:x@http://a/v1"
