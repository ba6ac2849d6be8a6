"""Whether a sentence says that a paper was signed, is to be signed, is in force already, or was not signed at all."""

import re
from typing import Literal

from extractor.finders.agreements import days
from extractor.finders.agreements.days import Context, Verb
from extractor.finders.agreements.titles import Name
from extractor.normalise.negation import denied_behind, negation

Said = Literal["signed", "planned", "earlier", "referenced", "denied"]
"""`earlier` is referenced with a date or an adjective that says so; `referenced` may be said of a paper just signed."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_AROUND = 50
"""Code points around a verb of signing in which 'last year' stands."""
_ASIDE = re.compile(r"^ ?,[^,;:]*,")
"""What stands between commas right behind a paper: its price, its date."""
_REACH = {
    "signed": 40,
    "future": 40,
    "unsigned": 40,
    "close": 8,
    "adopted": 12,
    "present": 14,
    "present_adopted": 8,
    "nominal": 6,
    "attributive": 4,
}
"""Words that may stand between a verb and its paper, by list of agreements.toml; lists named first win a place."""
_ORDER = ("unsigned", "future", "attributive", "nominal", "signed", "close", "adopted", "present", "present_adopted")
_ADOPTED = frozenset({"plan", "joint_statement", "protocol", "anaphor"})
"""What is adopted by those who met; parliaments approve the rest."""
_SIGNATURES = re.compile(
    r"\b(?:signatures?|names?|podpisy?|подпис(?:ь|и|ью)|підпис(?:и|ом)?|firmas) (?:under|pod|под|під|bajo)$"
)
"""What 'under a plan' is no framework behind: 'put their signatures under the plan'."""
_GERMAN_FUTURE = re.compile(r"\b(?:werden|wird)\b(?:[^;:.]|(?<=\d)\.)*(?<! und) \w+en$")
"""The future tense, whose verb stands last: 'werden am Montag … unterzeichnen'."""
_AUXILIARY = {"de": 10, "nl": 10}
"""Words from an auxiliary to its verb: German and Dutch send the verb to the end."""


def said(name: Name, context: Context) -> Said | None:
    """What the sentence says of a paper, None if nothing; the first of the judges that has something to say decides."""
    verb = _verb(name, context)
    verdicts = (judge(name, verb, context) for judge in (_denial, _renewal, _in_force, _signing, _without_verb))
    return next((verdict for verdict in verdicts if verdict), None)


def _denial(name: Name, verb: Verb | None, context: Context) -> Said | None:
    """Denied, or planned if the text tells of a paper that was prepared or discussed but not signed (H6)."""
    text = context.sentence.folded.text
    none = _forbidden(name, context) or (verb is not None and context.words.has("doubt", text))
    if not none and not (verb and (verb.key == "unsigned" or _denied(text, verb, context.words.language))):
        return None
    return "planned" if not none and _near(name, context, "planned", 10) else "denied"


def _renewal(name: Name, verb: Verb | None, context: Context) -> Said | None:
    """An agreed renewal is planned (SCHEMA 2.4)."""
    put_off = verb is None or verb.key in {"future", "nominal"}
    return "planned" if put_off and name.key != "anaphor" and _near(name, context, "renew", 8) else None


def _in_force(name: Name, verb: Verb | None, context: Context) -> Said | None:
    """A paper that other things rest on, that is in force, or that an adjective calls signed."""
    if name.since or (verb and verb.key == "attributive" and not days.today(verb, context)):
        return "earlier"
    if _governed(name, context):
        if verb and days.today(verb, context):
            return None
        return "earlier" if verb and _earlier(verb, context) else "referenced"
    return None


def _signing(_name: Name, verb: Verb | None, context: Context) -> Said | None:
    """What a verb of signing says: put off, of earlier days, or news."""
    text = context.sentence.folded.text
    if verb is None:
        return None
    if verb.key == "future" or _put_off(verb, context):
        return "planned"
    if _earlier(verb, context):
        return "earlier"
    before = text[max(0, verb.start - 60) : verb.start]
    return "planned" if verb.key == "nominal" and context.words.has("planned", before) else "signed"


def _without_verb(name: Name, verb: Verb | None, context: Context) -> Said | None:
    """What a sentence without a verb of signing says."""
    if verb is not None:
        return None
    if name.signed_in is not None:
        return "earlier"
    specific = name.topic or name.period or name.key not in {"generic", "contract"}
    if specific and _near(name, context, "planned", 10, 18):
        return "planned"
    planned = name.key == "plan" and name.period and not context.sentence.headline
    return "referenced" if _near(name, context, "after", 3) or planned else None


def _verb(name: Name, context: Context) -> Verb | None:
    """The nearest verb of signing that no other paper stands before."""
    text = context.sentence.folded.text
    best: tuple[int, Verb] | None = None
    for verb in _verbs(context, text):
        gap = _gap(text, name, verb)
        reach = 0 if verb.key == "attributive" and context.words.language in _AUXILIARY else _REACH[verb.key]
        if gap > reach or not _fits(name, verb, context) or _taken(name, verb, context):
            continue
        if best is None or gap < best[0]:  # an adjective comes before the same word as a verb
            best = gap, verb
    return best[1] if best else None


def _verbs(context: Context, text: str) -> list[Verb]:
    """Verbs of signing in a sentence, each once, without those whose object is a guest book."""
    found: list[Verb] = []
    for key in _ORDER:
        for start, end in context.words.spans(key, text):
            inside = any(start < other.end and other.start < end for other in found if other.key != "attributive")
            named = any(start < name.end and name.start < end for name in context.names)
            if not inside and not named and not context.words.has("guest", text[max(0, start - 40) : end + 40]):
                found.append(Verb(key, start, end))
    return found


def _fits(name: Name, verb: Verb, context: Context) -> bool:
    """Whether a verb can be said of this kind of paper, on this side of it."""
    if verb.key in {"adopted", "present_adopted"}:
        return name.key in _ADOPTED
    if verb.key == "nominal" and name.key != "anaphor":
        return (verb.start >= name.head[1]) if context.words.head_last else (verb.end <= name.start)
    if verb.key == "present":
        before = _WORD.findall(context.sentence.folded.text[: verb.start])[-1:]
        noun = bool(before) and context.words.whole("article", before[0])  # a sign of friendship, la firma alemana
        return not noun and (context.words.language != "en" or verb.end <= name.start)
    return True


def _taken(name: Name, verb: Verb, context: Context) -> bool:
    """Whether another paper stands between the verb and this one, unless both are named in one breath."""
    text = context.sentence.folded.text
    for other in context.names:
        if other is name or other.key == "anaphor":
            continue
        if verb.end <= other.start and other.end <= name.start and not _listed(text[other.end : name.start], context):
            return True
        if name.end <= other.start and other.end <= verb.start and not _listed(text[name.end : other.start], context):
            return True
    return False


def _listed(between: str, context: Context) -> bool:
    """Whether only commas, 'and', articles and short words stand between two names."""
    tokens = _WORD.findall(between)
    small = all(
        len(t) <= 3
        or context.words.whole("join", t)
        or context.words.whole("leftstop", t)
        or context.words.whole("left", t)
        for t in tokens
    )
    governed = context.words.has("under", between) or context.words.has("planned", between)
    return len(tokens) <= 6 and small and not governed


def _gap(text: str, name: Name, verb: Verb) -> int:
    between = text[verb.end : name.start] if verb.end <= name.start else _ASIDE.sub("", text[name.end : verb.start])
    return len(_WORD.findall(between))


def _denied(text: str, verb: Verb, language: str) -> bool:
    """Whether a word of denial stands within five words before a verb or two after it."""
    behind = denied_behind(language, text[verb.end :])
    if behind is not None:
        return behind
    before = _WORD.findall(text[: verb.start])[-5:]
    after = _WORD.findall(text[verb.end :])[:2]
    return bool(negation(language) & {*before, *after}) or any(word.endswith("n't") for word in before)


def _forbidden(name: Name, context: Context) -> bool:
    """Whether 'no' or 'any' stands right before a paper: there is none."""
    before = context.sentence.folded.text[: name.head[0]]
    return any(len(_WORD.findall(before[end:])) <= 2 for _, end in context.words.spans("none", before))


def _put_off(verb: Verb, context: Context) -> bool:
    """Whether an auxiliary or a word of intention makes the verb a thing to come."""
    text = _without_names(context)
    reach = _AUXILIARY.get(context.words.language, 4)
    before = " ".join(_WORD.findall(text[: verb.start])[-reach:])
    if context.words.head_last:
        after = " ".join(_WORD.findall(text[verb.end :])[:4])
        return verb.key == "nominal" and context.words.has("will", after)
    if context.words.language == "en" and verb.key in {"signed", "close", "adopted"}:
        return False
    clause = re.split(r"[,;:(]", text[verb.end :])[0]
    if (context.words.language, verb.key) == ("de", "present") and _GERMAN_FUTURE.search(text[: verb.end]):
        return True
    return context.words.has("will", before) or (verb.key == "nominal" and context.words.has("will", clause))


def _without_names(context: Context) -> str:
    """The folded sentence with blanks for its papers: their years and their 'intent' say nothing of the signing."""
    text = context.sentence.folded.text
    for name in context.names:
        text = text[: name.start] + " " * (name.end - name.start) + text[name.end :]
    return text


def _earlier(verb: Verb, context: Context) -> bool:
    """Whether a date or 'last year' near the verb lies too far back for news."""
    text = context.sentence.folded.text
    said_so = context.words.has("earlier", text[max(0, verb.start - _AROUND) : verb.end + _AROUND])
    return said_so or _recalled(context) or days.long_ago(verb, context)


def _recalled(context: Context) -> bool:
    """Whether somebody only stresses that a paper was signed, on no occasion of this text (R5)."""
    text = context.sentence.folded.text
    return context.words.has("stressed", text) and not context.words.has("occasion", text)


def _governed(name: Name, context: Context) -> bool:
    """Whether 'under', 'within the framework of' or 'implementation of' leads to the paper, and is no part of another's name."""
    text = _without_names(context)
    if context.words.head_last:
        spans = [(s, name.head[1], s) for s, _ in context.words.spans("under", text) if s >= name.head[1] - 1]
    else:
        under = context.words.spans("under", text)
        near = [e for s, e in under if s < name.start and e <= name.head[1] and not _SIGNATURES.search(text[:e])]
        spans = [(min(e, name.start), name.start, e) for e in near]
    return any(
        len(_WORD.findall(text[min(a, b) : max(a, b)])) <= 3 and not re.search(r"[,:;(]", text[min(a, b) : max(a, b)])
        for a, b, _ in spans
    )


def _near(name: Name, context: Context, key: str, reach: int, reach_after: int = 0) -> bool:
    """Whether a word of `key` stands within `reach` words before the paper, or as many or `reach_after` after it."""
    text = context.sentence.folded.text
    for start, end in context.words.spans(key, text):
        if negation(context.words.language) & set(_WORD.findall(text[:start])[-1:]):
            continue
        between = text[end : name.start] if end <= name.start else text[name.end : start] if start >= name.end else ""
        if len(_WORD.findall(between)) <= (reach if start < name.start else max(reach, reach_after)):
            return True
    return False
