"""Wire answers → article and events of schema dd-1.0: names found, codes derived, what the text doesn't hold refused."""

import re
from collections.abc import Sequence
from typing import cast

from pydantic import BaseModel

from extractor.assemble import details, people
from extractor.assemble.draft import Draft
from extractor.assemble.ledger import Ledger
from extractor.assemble.when import Calendar
from extractor.derive import derive
from extractor.finders.agreements.words import names_paper, reports_signing
from extractor.finders.found import Found
from extractor.finders.places import gazetteer
from extractor.normalise import countries
from extractor.normalise.fold import fold_text
from extractor.schemas.defence.record import Agreement, Article, Event, Participant
from extractor.schemas.defence.values import LocationBasis
from extractor.schemas.defence.wire import WireAgreement, WireArticle, WireEvent
from extractor.schemas.record import Quote, Support

_OTHER_LETTERS = re.compile(r"(?<=[^\W\d_])[^\W\d_]+|(?<=[^\W\d_]{2}['’ʻʼ])[^\W\d_]+")
"""Letters behind another one, or behind an apostrophe that more than one letter precedes."""


def assemble(answers: Sequence[BaseModel], ledger: Ledger) -> Draft:
    """The article's facts and its events, each once, in the order of the answers (SCHEMA 2.1, 2.2)."""
    articles = cast("Sequence[WireArticle]", answers)
    article = _article(next((answer.cited_source for answer in articles if answer.cited_source), None), ledger)
    calendar = Calendar(ledger.grounding.document)
    events: list[Event] = []
    for wire in (event for answer in articles for event in answer.events):
        entry = ledger.fork()
        event = _event(wire, entry, f"/events/{len(events)}", calendar)
        if reason := _no_event(event):
            ledger.warnings += entry.warnings
            ledger.warn("", "event_left_out", f"{event.event_type} {event.date or 'undated'}: {reason}")
            continue
        if any(_same(event, other) for other in events):
            ledger.warn("", "duplicate_event", f"{event.event_type} {event.date or 'undated'} was answered twice")
            continue
        ledger.merge(entry)
        events.append(event)
    return Draft("events" if events else "none", {"document": article, "events": details.fill(events, ledger)}, ledger)


def _no_event(event: Event) -> str | None:
    """Why an answer is no event: the text names nobody who acts (R7), or the model named no line that proves it."""
    if not event.parties:
        return "the text names no party to it"
    return None if event.evidence else "no line of the text proves it"


def _article(cited: str | None, ledger: Ledger) -> Article:
    document = ledger.grounding.document
    clues = document.clues
    for span, path in ((clues.title, "/document/title"), (clues.dateline, "/document/dateline")):
        if span:
            ledger.put(path, ledger.grounding.found(span))
    if clues.publication_span:
        ledger.derived("/document/publication_date", clues.publication_span.start, clues.publication_span.end)
    source = _source(cited, ledger)
    return Article(
        title=document.words(clues.title) if clues.title else None,
        language=clues.spoken or clues.language,
        publication_date=clues.publication_date.isoformat() if clues.publication_date else None,
        outlet=clues.outlet,
        cited_source=source,
        publication_datetime=clues.publication_datetime,
        dateline=document.words(clues.dateline) if clues.dateline else None,
        cited_source_country=_source_country(source, ledger) if source else None,
        flags=list(clues.flags),
    )


def _source(cited: str | None, ledger: Ledger) -> str | None:
    """Whom the article credits: as code found it, else as a model says; never the outlet itself."""
    document, path = ledger.grounding.document, "/document/cited_source"
    span, outlet = document.clues.cited_source, document.clues.outlet
    said = document.words(span) if span else cited
    if said and outlet and outlet in said:
        return None
    if span is None:
        return ledger.verbatim(path, said)
    ledger.put(path, ledger.grounding.found(span))
    return said


def _source_country(source: str, ledger: Ledger) -> str | None:
    """Whose account it is: the country that the source's name holds; a ministry without one is the paper's own."""
    document = ledger.grounding.document
    return countries.to_code(source, document.clues.language) or Found(document).own


def _event(wire: WireEvent, ledger: Ledger, path: str, calendar: Calendar) -> Event:
    when = calendar.check(wire.date, wire.status, wire.evidence)
    if when.value is None and wire.date and ledger.keep:
        when = calendar.kept(wire.date)
    calendar.enter(ledger, f"{path}/date", wire.date, when)
    country, city, basis = _place(wire, ledger, path)
    participants = people.assemble(wire.participants, ledger, f"{path}/participants", wire.event_type, country)
    parties = _parties(wire.parties, participants, ledger, f"{path}/parties")
    participants = people.without_host(participants, wire.event_type, country, parties)
    agreements = _agreements(wire.agreements, ledger, f"{path}/agreements")
    evidence = _evidence(wire, agreements, ledger, path)
    document = ledger.grounding.document
    number = int(path.rsplit("/", 1)[1]) + 1
    return Event(
        event_type=wire.event_type,
        status=wire.status,
        date=when.value,
        location_country=country,
        location_city=city,
        mode=wire.mode,
        parties=parties,
        participants=participants,
        agreements=agreements,
        topics=list(dict.fromkeys(wire.topics)),
        evidence=evidence,
        date_text=document.text[when.start : when.end]
        if when.start is not None and when.basis != "publication"
        else None,
        date_basis=when.basis,
        location_basis=basis,
        derived=derive(
            f"{document.doc_id}/{number}",
            event_type=wire.event_type,
            status=wire.status,
            date=when.value,
            country=country,
            parties=parties,
            participants=participants,
            agreements=agreements,
        ),
    )


def _evidence(wire: WireEvent, agreements: Sequence[Agreement], ledger: Ledger, path: str) -> list[Quote]:
    """Quotes of the lines the model named, and of the lines that hold the titles of what was signed (SCHEMA 2.2)."""
    signed = [quote.start for agreement in agreements if agreement.status == "signed" for quote in agreement.evidence]
    holding = [line.number for line in ledger.grounding.document.sent if line.start in signed]
    quotes, unknown = ledger.grounding.quotes([*wire.evidence, *holding])
    if unknown:
        ledger.warn(f"{path}/evidence", "unknown_line", f"the model named lines that don't exist: {unknown}")
    if not quotes:
        ledger.warn(f"{path}/evidence", "no_evidence", "the model named no line that exists")
    for index, quote in enumerate(quotes):
        ledger.put(f"{path}/evidence/{index}", ledger.grounding.found(quote))
    return quotes


def _place(wire: WireEvent, ledger: Ledger, path: str) -> tuple[str | None, str | None, LocationBasis]:
    """Country, city and what they rest on. A call has no place, whatever the dateline says (R16)."""
    if wire.event_type == "call":
        return None, None, "none"
    country = people.country_of(wire.location_country, ledger, f"{path}/location_country")
    document = ledger.grounding.document
    said = wire.location_city
    if said and countries.is_country(said, document.clues.language):
        said = None
    city = ledger.verbatim(f"{path}/location_city", said)
    support = ledger.support.get(f"{path}/location_city")
    if city is None or support is None or support.start is None:
        return country, None, "text" if country else "none"
    if (capital := countries.of_capital(city)) and capital != country:
        country = capital
        ledger.derived(f"{path}/location_country", support.start, support.end or support.start)
    elif country is None and _town_of(city, wire.location_country):
        country = wire.location_country
        ledger.derived(f"{path}/location_country", support.start, support.end or support.start)
    dateline = document.clues.dateline
    inside = dateline is not None and dateline.start <= support.start < dateline.end
    return country, _lowered(city) if city.isupper() else city, "dateline" if inside else "text"


def _town_of(city: str, country: str | None) -> bool:
    """Whether the gazetteer has such a town in this country, which the text itself need not name (R16)."""
    known = gazetteer.spelt(gazetteer.key(fold_text(city).split()))
    return any(town.country == country for town in known)


def _lowered(city: str) -> str:
    """A city in capitals with the others made small: Nuku’alofa, N'Djamena, Rio De Janeiro."""
    return _OTHER_LETTERS.sub(lambda letters: letters.group().replace("İ", "i").lower(), city)


def _parties(written: Sequence[str], participants: Sequence[Participant], ledger: Ledger, path: str) -> list[str]:
    """Codes, sorted. Small models put offices and persons in this list: then the participants' countries count too."""
    language = ledger.grounding.document.clues.language
    clean = [name for name in written if countries.whole_name(name, language)]
    found: dict[str, Ledger] = {}
    for name in clean:
        entry = ledger.fork()
        code = people.country_of(name, entry, path)
        if code:
            found.setdefault(code, entry)
        else:
            ledger.merge(entry)
    if len(clean) < len(written) and len(found) < 2:  # a dyad
        for person in participants:
            if person.country and person.function != "mentioned":
                found.setdefault(person.country, ledger.fork())
        ledger.warn(
            path, "parties_from_participants", f"no names of countries: {[n for n in written if n not in clean]}"
        )
    for index, code in enumerate(sorted(found)):
        if support := found[code].support.get(path):
            ledger.put(f"{path}/{index}", support)
    return sorted(found)


def _agreements(wires: Sequence[WireAgreement], ledger: Ledger, path: str) -> list[Agreement]:
    """What was signed, planned or referred to, each with the line that says so; one without such a line is left out."""
    kept: list[Agreement] = []
    language = ledger.grounding.document.clues.language
    for wire in wires:
        at = f"{path}/{len(kept)}"
        entry = ledger.fork()
        title = entry.verbatim(f"{at}/title", wire.title)
        proof = _proof(wire, ledger, entry.support.get(f"{at}/title"))
        period = _period(wire.period, proof, entry, f"{at}/period")
        if proof is None or (wire.title and not names_paper(wire.title, language)):
            ledger.warn(
                path, "agreement_left_out", f"{wire.status} {wire.kind} {wire.title!r}: no line of the text says so"
            )
            continue
        ledger.merge(entry)
        kept.append(Agreement(kind=wire.kind, status=wire.status, title=title, period=period, evidence=[proof]))
    return kept


def _proof(wire: WireAgreement, ledger: Ledger, title: Support | None) -> Quote | None:
    """The line that proves an agreement: for a signed one a line that names it and reports a signing, undenied.

    A title that the text doesn't hold word for word is proved by a line that names an agreement and its period.
    """
    document = ledger.grounding.document
    language = document.clues.language
    holding = [
        line for line in document.sent if title and title.start is not None and line.start <= title.start < line.end
    ]
    naming = [line for line in document.sent if names_paper(document.words(line), language)]
    if wire.status == "signed":
        naming = [line for line in naming if reports_signing(document.words(line), language)]
        holding = [line for line in holding if line in naming] or (naming if holding else [])
    if not holding and wire.period:
        years = [year for year in wire.period.split("/") if year != ".."]
        holding = [line for line in naming if all(year in document.words(line) for year in years)]
    return ledger.grounding.quote(holding[0]) if holding else None


def _period(value: str | None, proof: Quote | None, ledger: Ledger, path: str) -> str | None:
    """EDTF years, all of which must stand in the line that proves the agreement, or else in one that names a paper."""
    if value is None or proof is None:
        return None
    first, *rest = [year for year in value.split("/") if year != ".."]
    last = "".join(rf"(?=.*(?<!\d){year}(?!\d)|\s?[-–/]\s?{year[2:]}(?!\d))" for year in rest)  # '2024-25'
    pattern = re.compile(rf"(?<!\d){first}(?!\d){last}")
    document = ledger.grounding.document
    naming = (line for line in document.sent if names_paper(document.words(line), document.clues.language))
    for start, end in ((proof.start, proof.end), *((line.start, line.end) for line in naming)):
        if match := pattern.search(document.text, start, end):
            ledger.derived(path, *match.span())
            return value
    return ledger.refuse(path, value, Support(status="absent"))


def _same(one: Event, other: Event) -> bool:
    """Whether two answers are about one event: type, parties and status agree, and they share a date, or a line where one has none."""
    same = (one.event_type, one.parties, one.status) == (other.event_type, other.parties, other.status)
    shared = {quote.start for quote in one.evidence} & {quote.start for quote in other.evidence}
    return same and (one.date == other.date if one.date and other.date else bool(shared))
