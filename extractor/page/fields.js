"use strict";
/* What the fields are called, which colour they have, and how codes read. The closed lists come from the schema. */
const fields = (() => {
  const choices = JSON.parse(document.getElementById("choices").textContent);

  /* CORE fields are always labelled, in this order; the others only when a reviewer labels everything. */
  const CORE = {
    document: ["title", "language", "publication_date", "outlet", "cited_source"],
    event: [
      "event_type",
      "status",
      "date",
      "location_country",
      "location_city",
      "mode",
      "parties",
      "participants",
      "agreements",
      "topics",
      "evidence",
    ],
    person: ["name", "rank", "role", "country", "function"],
    agreement: ["kind", "status", "title", "period", "parties"],
  };
  const COPIED = new Set([
    "title",
    "outlet",
    "cited_source",
    "dateline",
    "date_text",
    "location_city",
    "location_venue",
    "event_name",
    "on_margins_of",
    "status_reason",
    "name",
    "rank",
    "office",
    "organisation",
    "provisions",
    "signatories",
    "assets",
    "value",
  ]); // words of the article, as they stand there
  const DATES = new Set(["publication_date", "date", "end_date", "period", "sign_date"]);
  const CODES = new Set(["country", "location_country", "parties", "cited_source_country", "toward"]);

  const LABELS = {
    event_type: "Type",
    location_country: "Country",
    location_city: "City",
    location_venue: "Venue",
    publication_date: "Published",
    publication_datetime: "Published at",
    cited_source: "Source",
    cited_source_country: "Source’s country",
    date_text: "Date, as written",
    date_basis: "Date rests on",
    location_basis: "Place rests on",
    name_norm: "Name in Latin letters",
    rank_norm: "Rank, normalised",
    end_date: "Last day",
    on_margins_of: "On the margins of",
    event_name: "Name",
    sign_date: "Signed on",
    status_reason: "Reason",
    participants: "Person",
    agreements: "Agreement",
    evidence: "Quote",
    topics: "Topic",
    provisions: "Provision",
    signatories: "Signatory",
    parties: "Party",
    assets: "Asset",
    function: "Part",
    role: "Office",
    office: "Office, as written",
    positions: "Position",
    qid: "Wikidata",
  };
  const GROUPS = {
    date: "when",
    end_date: "when",
    date_text: "when",
    date_basis: "when",
    publication_date: "when",
    publication_datetime: "when",
    location_country: "where",
    location_city: "where",
    location_venue: "where",
    location_basis: "where",
    dateline: "where",
    parties: "party",
    country: "party",
    cited_source_country: "party",
    topics: "topic",
    positions: "topic",
    event_type: "kind",
    status: "kind",
    mode: "kind",
    evidence: "kind",
  };
  const WORDS = {
    mou: "memorandum",
    igo_official: "official of an organisation",
    letter_of_intent: "letter of intent",
    held: "held",
    past: "recalled",
    chief_of_defence: "chief of defence",
    in_person: "in person",
    service_chief: "chief of a service",
    none: "nothing",
    date_conflict: "The page shows more than one date",
    embedded_instructions: "The text holds instructions for a machine; they were ignored",
    chrome_heavy: "Most of the page is not the article",
    unrelated_headlines: "The page lists headlines of other articles",
    truncated: "The text was cut",
    publication: "the day of publication",
    relative: "a weekday or “today”",
    explicit: "a date in the text",
  };
  const regions = new Intl.DisplayNames(["en"], { type: "region" });
  const languages = new Intl.DisplayNames(["en"], { type: "language" });

  /** Part of a JSON pointer that names the field: the last that is no number. */
  const nameOf = (pointer) =>
    pointer
      .split("/")
      .filter((part) => part && !/^\d+$/.test(part))
      .pop() ?? "";

  /** Colour of a value: who, when, where, party, paper, topic, kind or doc. */
  function group(pointer) {
    const name = nameOf(pointer);
    if (pointer.includes("/agreements/")) return "paper";
    if (GROUPS[name]) return GROUPS[name];
    return pointer.includes("/participants/") ? "who" : pointer.startsWith("/data") ? "kind" : "doc";
  }

  function label(name) {
    const words = (LABELS[name] ?? name).replaceAll("_", " ");
    return words[0].toUpperCase() + words.slice(1);
  }

  const words = (value) => WORDS[value] ?? String(value).replaceAll("_", " ");

  function known(names, code) {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    } // an acronym such as CSTO is no region
  }
  const country = (code) => (/^[A-Z]{2}$/.test(code) ? known(regions, code) : code);
  const language = (code) => known(languages, code);

  /** A value as a reader wants to see it. */
  function shown(name, value) {
    if (value === null || value === undefined || value === "") return "";
    if (Array.isArray(value)) return value.map((one) => shown(name, one)).join(", ");
    if (name === "evidence") return value.quote;
    if (name === "positions") return [value.speaker ?? "jointly", words(value.stance), words(value.topic)].join(" · ");
    if (CODES.has(name)) return country(value);
    if (name === "language") return language(value);
    return COPIED.has(name) || DATES.has(name) || typeof value !== "string" ? String(value) : words(value);
  }

  const of = (kind, name) => choices.fields[kind]?.[name] ?? { help: "", values: null, list: false, null: true };
  const extended = (kind) => Object.keys(choices.fields[kind]).filter((name) => !CORE[kind].includes(name));

  return { CORE, COPIED, DATES, CODES, choices, nameOf, group, label, words, country, shown, of, extended };
})();
