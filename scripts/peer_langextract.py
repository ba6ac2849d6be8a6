"""LangExtract's answers to some articles, for scripts/bench_peers.py. Runs in an environment of its own.

Reads {base_url, api_key, model, longest, articles: [text, ...]} from stdin; prints a JSON line an article: seconds and
extractions, or the error. LangExtract is used as its README shows it: a description, worked examples, the JSON Schema that
it makes of them, temperature 0; the buffer holds a whole article, so that persons stay beside their event.
"""

import json
import logging
import sys
import time
import warnings
from typing import Any

import langextract
from langextract.data import ExampleData, Extraction
from langextract.factory import ModelConfig

DESCRIPTION = """\
Extract the defence diplomacy events that the news article reports: what two or more countries do together. None if there is none.
headline, outlet, cited_source (ministry or agency that the outlet credits): of the article.
event: the words that tell it. event_type: meeting, call, multilateral, staff_talks, visit, signing, exercise, port_call,
arms_deal, military_aid, education_exchange or other. status: held, planned, postponed, cancelled or past. date: YYYY-MM-DD.
mode: in_person, phone, video or unknown. country and parties: ISO 3166 codes, two letters. topics: military_cooperation,
military_technical, military_education, exercises_training, exchanges, regional_security, armed_conflict,
territorial_integrity, multilateral, peacekeeping, naval_maritime, air_missile_defence, cyber_intelligence,
border_counterterrorism, logistics_medical, arms_control or other.
participant: the name of a person who took part, event: the number of the event. role: head_of_state, head_of_government,
defence_minister, deputy_defence_minister, foreign_minister, chief_of_defence, service_chief, commander, attache, ambassador,
official, igo_official, industry, legislator or other. function: host, visitor, initiator, signatory or participant.
agreement: its title. kind: cooperation_plan, framework_agreement, sector_agreement, mou, protocol, contract,
letter_of_intent, joint_statement or other. status: signed, planned or referenced. period: the years it covers.
Use exact text for extractions."""


def _example(text: str, *extractions: tuple[str, str, dict[str, Any]]) -> ExampleData:
    return ExampleData(text, [Extraction(kind, words, attributes=more) for kind, words, more in extractions])


_PLAN = _example(
    "Tea, then artillery\n\nThe Lakes Post, 12 May 2023\n\nUganda's army chief, General Moses Kaweesa, spent Tuesday in Lusaka"
    " with Lieutenant General Peter Mwila, who commands Zambia's army, the ministry in Kampala said. They went through border"
    " security and signed a training protocol for 2024.",
    ("headline", "Tea, then artillery", {"language": "en", "publication_date": "2023-05-12"}),
    ("outlet", "The Lakes Post", {}),
    (
        "participant",
        "Moses Kaweesa",
        {"event": 1, "rank": "General", "role": "service_chief", "country": "UG", "function": "visitor"},
    ),
    (
        "event",
        "spent Tuesday in Lusaka",
        {
            "event": 1,
            "event_type": "meeting",
            "status": "held",
            "date": "2023-05-09",
            "country": "ZM",
            "city": "Lusaka",
            "mode": "in_person",
            "parties": ["UG", "ZM"],
            "topics": ["border_counterterrorism", "exercises_training"],
        },
    ),
    (
        "participant",
        "Peter Mwila",
        {"event": 1, "rank": "Lieutenant General", "role": "service_chief", "country": "ZM", "function": "host"},
    ),
    ("cited_source", "the ministry in Kampala", {}),
    (
        "agreement",
        "training protocol for 2024",
        {"event": 1, "kind": "protocol", "status": "signed", "period": "2024"},
    ),
)
_NONE = _example(
    "Verteidigungsministerin ehrt Freiwillige\n\nAlpenbote, 3. März 2022\n\nVerteidigungsministerin Anna Lind hat in Graz vierzig"
    " Freiwillige des Bundesheeres ausgezeichnet. Auch Gäste aus Ungarn saßen im Saal.",
    ("headline", "Verteidigungsministerin ehrt Freiwillige", {"language": "de", "publication_date": "2022-03-03"}),
    ("outlet", "Alpenbote", {}),
)


def main() -> None:
    """Answer what stdin asks."""
    asked = json.load(sys.stdin)
    server = {"base_url": asked["base_url"], "api_key": asked["api_key"]}
    limits = {"temperature": 0.0, "max_workers": 1}
    model = ModelConfig(asked["model"], provider="OpenAILanguageModel", provider_kwargs=server | limits)
    logging.disable()
    warnings.simplefilter("ignore")
    for text in asked["articles"]:
        started = time.perf_counter()
        said = _answer(text, model, asked["longest"])
        print(json.dumps(said | {"seconds": time.perf_counter() - started}), flush=True)


def _answer(text: str, model: ModelConfig, longest: int) -> dict[str, Any]:
    try:
        found = langextract.extract(
            text,
            prompt_description=DESCRIPTION,
            examples=[_PLAN, _NONE],
            config=model,
            max_char_buffer=len(text) + 1,
            language_model_params={"max_output_tokens": longest},
            resolver_params={"suppress_parse_errors": False},
            show_progress=False,
        )
    except Exception as error:  # noqa: BLE001  # it fails with several; the row tells which
        return {"error": f"{type(error).__name__}: {error}"}
    return {"extractions": [_plain(one) for one in found.extractions or () if one.extraction_text]}


def _plain(extraction: Extraction) -> dict[str, Any]:
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "found": extraction.char_interval is not None,
        **{name: value for name, value in (extraction.attributes or {}).items() if value is not None},
    }


if __name__ == "__main__":
    main()
