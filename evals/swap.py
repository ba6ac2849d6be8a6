"""More gold from the gold: the same articles with other people in them, and labels that follow.

What an article says of somebody doesn't depend on the name, so a swapped article must be scored like its original (an invariance
test, Ribeiro et al. 2020, *Beyond Accuracy: CheckList*). Names come from other articles in the same language, of people of the same
state, so there are as many articles as seeds. A name is left alone where the text has it in another case, since the new name's
ending would be a guess.
"""

import hashlib
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Annotated, Any, Literal

import typer

from evals import gold, locate, run, scored, show
from evals.errors import GoldError
from evals.gold import Gold

Bank = Mapping[tuple[str, str | None], Sequence[tuple[str, str]]]
"""By language and state: names, each with the id of its document."""
_MOVED = 0.1
_STEM = 4
"""Letters by which a surname in another case is known."""


def bank(golds: Sequence[Gold]) -> Bank:
    """Everybody who takes part in an event of these documents, but for names with other forms: one may stand in a case of its own."""
    found: dict[tuple[str, str | None], list[tuple[str, str]]] = defaultdict(list)
    for one in golds:
        for name, state in _people(one):
            if not _has_aliases(one, name):
                found[one.label.lang, state].append((name, one.label.doc_id))
    return found


def swapped(one: Gold, names: Bank, random: Random, folder: Path) -> Gold | None:
    """The article with other names, and its label, written to `folder`; None where no name can be swapped.

    Only plain text is swapped. The label keeps everything but the names, their Latin forms and the offsets of quotes.
    """
    if one.source.suffix != ".txt":
        return None
    text = one.source.read_text(encoding="utf-8")
    pairs = _pairs(one, text, names, random)
    if not pairs:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{one.label.doc_id}.json"
    path.with_suffix(".txt").write_text(_with(pairs, text), encoding="utf-8")
    data = _label(json.loads(one.path.read_text(encoding="utf-8")), pairs)
    data["source"] = path.with_suffix(".txt").name
    data["source_sha256"] = hashlib.sha256(path.with_suffix(".txt").read_bytes()).hexdigest()
    gold.dump(data, path)
    if lost := locate.locate(path):
        raise GoldError(f"{path}: a quote was lost on the way: {lost[0]}")
    return gold.load(path)


def _has_aliases(one: Gold, name: str) -> bool:
    """Whether a label gives other forms of a name."""
    return any(
        person.name == name and one.label.aliases.get(f"/events/{n}/participants/{m}/name")
        for n, event in enumerate(one.label.record.events)
        for m, person in enumerate(event.participants)
    )


def _people(one: Gold) -> Iterator[tuple[str, str | None]]:
    """Names of several words of those who take part, with their states."""
    named = {p.name: p.country for event in one.label.record.events for p in event.participants if p.name}
    yield from ((name, state) for name, state in named.items() if " " in name)


def _pairs(one: Gold, text: str, names: Bank, random: Random) -> dict[str, str]:
    """Old name → new name, of those that stand in the text in one form only."""
    pairs: dict[str, str] = {}
    for name, state in sorted(_people(one), key=str):
        others = [new for new, doc_id in names.get((one.label.lang, state), ()) if doc_id != one.label.doc_id]
        fresh = [new for new in sorted({*others}) if not _shares_a_word(new, text) and new not in pairs.values()]
        namesakes = sum(other.rpartition(" ")[2] == name.rpartition(" ")[2] for other, _ in _people(one)) > 1
        if fresh and not namesakes and _stands_once(name, text):
            pairs[name] = random.choice(fresh)
    return pairs


def _shares_a_word(name: str, text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}", text) for word in name.split())


def _stands_once(name: str, text: str) -> bool:
    """Whether the whole name stands in the text, and of its words alone at most the last one, as it is."""
    *first, last = name.split()
    rest = re.sub(_word(name), "", text)
    alone = {*re.findall(rf"(?<!\w){re.escape(last[: max(_STEM, len(last) - 2)])}\w*", rest)}
    others = any(re.search(rf"(?<!\w){re.escape(word[:_STEM])}", rest) for word in first if len(word) >= _STEM)
    return rest != text and alone <= {last} and not others


def _word(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _with(pairs: Mapping[str, str], words: str) -> str:
    """Words with every old name replaced, then every surname that stands alone."""
    surnames = {old.rpartition(" ")[2]: new.rpartition(" ")[2] for old, new in pairs.items()}
    for forms in (dict(pairs), surnames):
        found = re.compile("|".join(_word(old) for old in forms))
        words = found.sub(lambda match, forms=forms: forms[match.group()], words)  # type: ignore[misc]  # a lambda with a default
    return words


def _label(data: dict[str, Any], pairs: Mapping[str, str]) -> dict[str, Any]:
    """The label with the new names everywhere; other forms of a name that is swapped are those of nobody."""
    swapped = {
        f"/events/{n}/participants/{m}/name"
        for n, event in enumerate(data["record"]["events"])
        for m, person in enumerate(event["participants"])
        if person["name"] in pairs
    }
    aliases = {
        pointer: forms for pointer, forms in data["aliases"].items() if pointer.removesuffix("_norm") not in swapped
    }
    changed = {"aliases": aliases, "record": _replaced(data["record"], pairs), "notes": [], "extended": False}
    return {**data, **changed}


def _replaced(value: Any, pairs: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _with(pairs, value)
    if isinstance(value, list):
        return [_replaced(item, pairs) for item in value]
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if key not in {"start", "end", "name_norm"}}
        return {key: _replaced(item, pairs) for key, item in kept.items()}
    return value


def run_swap(
    split: Annotated[
        Literal["dev", "hard", "wide"], typer.Option(help="Articles to take; never those of test.")
    ] = "dev",
    seed: Annotated[int, typer.Option(help="Another seed, other people.")] = 1,
    into: Annotated[Path | None, typer.Option(help="Keep the swapped articles and labels in this folder.")] = None,
) -> None:
    """Put other people's names into the articles, and compare what code alone makes of both: the scores should be alike."""
    names = bank(gold.load_all("dev", "hard", "wide"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = into or Path(scratch)
        dice = ((one, Random(f"{seed} {one.label.doc_id}")) for one in gold.load_all(split))  # noqa: S311  # no secret
        both = [(one, other) for one, drawn in dice if (other := swapped(one, names, drawn, folder))]
        plan = run.Plan(["defence/rules"], ["local:qwen2.5-coder-1.5b"], split, "replay")
        before, after = (
            scored.score(answers, golds)
            for golds in map(list, zip(*both, strict=True))
            for answers in run.run(plan, golds)
        )
    scores = ([doc.counts.f1 or 0.0 for doc in each.docs] for each in (before, after))
    moved = sum(abs(a - b) > _MOVED for a, b in zip(*scores, strict=True))
    sys.stdout.write(
        f"{len(both)} articles: F1 of code alone {show.share(before.counts.f1)}, with other names"
        f" {show.share(after.counts.f1)}; {moved} moved by more than {_MOVED}\n"
    )
