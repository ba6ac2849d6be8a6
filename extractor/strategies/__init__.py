"""How a document is asked about; a prompt names its strategy. STRATEGIES by name.

`single`: one question a part of the document, numbered lines out, line numbers back.
`choose`: one short question, what the news is and who acts; code finds the rest.
`rules`: no question; what code finds by itself.
`words`: the usual way, for comparison: the text as it is and the JSON Schema out, codes and quotes in words back.
"""

from extractor.errors import UsageError
from extractor.strategies import choose, rules, single, words
from extractor.task import Strategy

STRATEGIES: dict[str, Strategy] = {
    "choose": choose.read,
    "rules": rules.read,
    "single": single.read,
    "words": words.read,
}


def find(name: str) -> Strategy:
    """The strategy of that name; UsageError says which there are."""
    if name not in STRATEGIES:
        raise UsageError(f"no strategy named {name!r}; there is {', '.join(STRATEGIES)}")
    return STRATEGIES[name]
