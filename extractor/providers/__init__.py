"""Who answers. PROVIDERS by the part of a model's name before the colon; nothing here is imported before it is needed."""

from extractor.errors import UsageError
from extractor.providers import local, openai
from extractor.providers.endpoint import Endpoint, Provider

PROVIDERS = {
    "local": local.PROVIDER,
    "openai": openai.provider(),
    "ollama": openai.provider("http://127.0.0.1:11434/v1"),
    "vllm": openai.provider("http://127.0.0.1:8000/v1"),
    "lmstudio": openai.provider("http://127.0.0.1:1234/v1"),
    "llamacpp": openai.provider("http://127.0.0.1:8080/v1"),
}


def find(model: str) -> tuple[Provider, str]:
    """The provider of a model named `provider:name`, and the name; UsageError says which providers there are."""
    provider, colon, name = model.partition(":")
    if not colon or not name or provider not in PROVIDERS:
        raise UsageError(
            f"no model named {model!r}; write provider:name with one of {', '.join(PROVIDERS)}, such as openai:gpt-5-mini"
        )
    return PROVIDERS[provider], name


__all__ = ["PROVIDERS", "Endpoint", "Provider", "find"]
