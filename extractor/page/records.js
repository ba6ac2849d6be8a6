"use strict";
/* The record beside the article: a card for the document, one for each event; every value can be asked why. */
const records = (() => {
  const { make } = dom;
  const { value, each, row, mark } = values;
  let text = null;

  /** Fill `#records` with the record of `newText.view`. */
  function render(newText) {
    text = newText;
    values.follow(text);
    const { record } = text.view;
    const cards = record.status === "failed" ? [failure(record)] : [];
    if (record.document) cards.push(about(record));
    if (record.status === "none") cards.push(nothing());
    (record.events ?? []).forEach((event, index) => cards.push(card(event, `/events/${index}`)));
    if (record.data) cards.push(own(record));
    cards.push(rest(), how(record));
    dom.byId("records").replaceChildren(...cards.filter(Boolean));
  }

  function about(record) {
    const { document: article } = record,
      at = (name) => `/document/${name}`;
    return make(
      "section",
      { class: "card doc", "aria-label": "The article" },
      make("h2", {}, article.title ? value(at("title"), article.title) : record.doc_id),
      make(
        "dl",
        {},
        row("Published", value(at("publication_date"), article.publication_date, { beside: true })),
        row("Outlet", value(at("outlet"), article.outlet)),
        row(
          "Source",
          value(at("cited_source"), article.cited_source),
          value(at("cited_source_country"), article.cited_source_country, { quiet: true }),
        ),
        row("Language", value(at("language"), article.language)),
        article.dateline ? row("Dateline", value(at("dateline"), article.dateline)) : [],
      ),
      (article.flags ?? []).length
        ? make(
            "ul",
            { class: "flags" },
            article.flags.map((flag) => make("li", {}, mark(fields.words(flag)))),
          )
        : null,
    );
  }

  function card(event, at) {
    const number = Number(at.split("/")[2]) + 1,
      total = text.view.record.events.length;
    const place = [
      value(`${at}/location_venue`, event.location_venue, { quiet: true }),
      value(`${at}/location_city`, event.location_city, { quiet: true }),
      value(`${at}/location_country`, event.location_country, { quiet: true, beside: true }),
    ].filter(Boolean);
    return make(
      "section",
      { class: `card event is-${event.status}`, "aria-label": `Event ${number} of ${total}`, id: `event-${number}` },
      make(
        "header",
        {},
        make("h2", {}, value(`${at}/event_type`, event.event_type)),
        value(`${at}/status`, event.status, { class: `pill ${event.status} ` }),
        event.mode === "unknown" ? null : value(`${at}/mode`, event.mode),
        event.derived.counted ? null : make("span", { class: "note", text: "not counted" }),
      ),
      make(
        "dl",
        {},
        event.event_name ? row("Name", value(`${at}/event_name`, event.event_name)) : [],
        row(
          "When",
          value(`${at}/date`, event.date, { beside: true }),
          value(`${at}/end_date`, event.end_date, { quiet: true }),
          basis(event, at),
        ),
        row("Where", place.length ? place : make("span", { class: "nil", text: "–" })),
        row("Between", each(`${at}/parties`, event.parties, { beside: true })),
        row("Beside", value(`${at}/on_margins_of`, event.on_margins_of, { quiet: true })),
        ...["protocol", "assets"].map((name) => row(fields.label(name), each(`${at}/${name}`, event[name]))),
        ...["personnel", "value", "status_reason"].map((name) =>
          row(fields.label(name), value(`${at}/${name}`, event[name], { quiet: true })),
        ),
      ),
      people(event.participants, `${at}/participants`),
      event.agreements.map((one, index) => agreement(one, `${at}/agreements/${index}`)),
      event.topics.length ? make("dl", {}, row("About", each(`${at}/topics`, event.topics, { class: "chip " }))) : null,
      event.positions.length ? make("dl", {}, row("Positions", each(`${at}/positions`, event.positions))) : null,
      make("dl", {}, row("Proof", each(`${at}/evidence`, event.evidence, { class: "quote " }))),
      codes(event.derived),
    );
  }

  const basis = (event, at) =>
    ["publication", "dateline"].includes(event.date_basis) && !values.warnings(`${at}/date`).length
      ? make("span", { class: "note", text: `from ${fields.words(event.date_basis)}` })
      : null;

  function people(list, at) {
    if (!list.length) return null;
    const head = ["Who", "Office", "For", "As"].map((title) => make("th", { scope: "col", text: title }));
    return make(
      "table",
      { class: "people" },
      make("caption", { class: "unseen", text: "People" }),
      make("thead", {}, make("tr", {}, head)),
      make(
        "tbody",
        {},
        list.map((person, index) => one(person, `${at}/${index}`)),
      ),
    );
  }

  function one(person, at) {
    return make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        person.name ? value(`${at}/name`, person.name) : make("span", { class: "nil", text: "unnamed" }),
        value(`${at}/rank`, person.rank, { quiet: true, class: "small " }),
      ),
      make(
        "td",
        {},
        value(`${at}/role`, person.role, { beside: true }),
        value(`${at}/organisation`, person.organisation, { quiet: true, class: "small " }),
      ),
      make("td", {}, value(`${at}/country`, person.country)),
      make("td", {}, value(`${at}/function`, person.function)),
    );
  }

  function agreement(paper, at) {
    return make(
      "section",
      { class: "paper", "aria-label": "Agreement" },
      make("h3", {}, value(`${at}/title`, paper.title ?? null)),
      make(
        "p",
        {},
        value(`${at}/kind`, paper.kind),
        value(`${at}/status`, paper.status, { class: `pill ${paper.status} ` }),
        value(`${at}/period`, paper.period, { quiet: true }),
        value(`${at}/sign_date`, paper.sign_date, { quiet: true }),
        each(`${at}/parties`, paper.parties),
      ),
      (paper.provisions ?? []).length
        ? make(
            "ul",
            {},
            each(`${at}/provisions`, paper.provisions).map((item) => make("li", {}, item)),
          )
        : null,
      (paper.signatories ?? []).length
        ? make("dl", {}, row("Signed by", each(`${at}/signatories`, paper.signatories)))
        : null,
    );
  }

  function codes(derived) {
    const { plover } = derived;
    return make(
      "details",
      { class: "codes" },
      make("summary", { text: "Codes" }),
      make(
        "dl",
        {},
        row("CAMEO", derived.cameo.join(" ") || "–"),
        row(
          "PLOVER",
          [plover.event, plover.mode, plover.historical ? "historical" : null].filter(Boolean).join(" / ") || "–",
        ),
        row("Key", make("code", { text: derived.event_key })),
      ),
    );
  }

  /* A schema of the user's own: whatever it holds, field by field. */
  function own(record) {
    return make(
      "section",
      { class: "card", "aria-label": record.schema_version },
      make("h2", { text: record.schema_version }),
      tree(record.data, "/data"),
      record.evidence?.length
        ? make("dl", {}, row("Proof", each("/evidence", record.evidence, { class: "quote " })))
        : null,
    );
  }

  function tree(plain, at) {
    if (Array.isArray(plain))
      return plain.length
        ? make(
            "ul",
            {},
            plain.map((item, index) => make("li", {}, tree(item, `${at}/${index}`))),
          )
        : make("span", { class: "nil", text: "–" });
    if (plain && typeof plain === "object")
      return make(
        "dl",
        {},
        Object.entries(plain).flatMap(([name, item]) =>
          row(fields.label(name), tree(item, `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)),
        ),
      );
    return value(at, typeof plain === "boolean" ? (plain ? "yes" : "no") : plain);
  }

  const failure = (record) =>
    make(
      "section",
      { class: "card failed", "aria-label": "Failed" },
      make("h2", {}, mark(`This document failed: ${fields.words(record.failure.kind)}`)),
      make("p", { text: record.failure.message }),
      make("p", { class: "note", text: record.source.path }),
    );
  const nothing = () =>
    make(
      "section",
      { class: "card none", "aria-label": "No event" },
      make("h2", { text: "No event" }),
      make("p", { text: "The article was read whole. It tells of no defence cooperation between countries." }),
    );

  function rest() {
    const left = values.left();
    return left.length
      ? make(
          "section",
          { class: "card", "aria-label": "Warnings" },
          make("h2", { text: "Also to know" }),
          make(
            "ul",
            { class: "flags" },
            left.map((warning) =>
              make(
                "li",
                {},
                mark(
                  `${warning.path.startsWith("/events") || warning.path.startsWith("/data") ? `${fields.label(fields.nameOf(warning.path))}: ` : ""}${warning.message}`,
                ),
              ),
            ),
          ),
        )
      : null;
  }

  function how({ run, doc_id: name, source: file }) {
    if (!run) return null;
    const share = Math.round((100 * run.coverage.chars_sent) / Math.max(1, run.coverage.chars_total));
    return make(
      "details",
      { class: "card how" },
      make("summary", { text: "How this was made" }),
      make(
        "dl",
        {},
        row("Document", name),
        row("File", file.path),
        row("Model", run.model),
        row("Prompt", run.prompt),
        row("Time", `${run.seconds.toFixed(1)} s${run.cached ? ", kept from before" : ""}`),
        row("Tokens", `${run.usage.prompt_tokens} in, ${run.usage.completion_tokens} out`),
        row("Read", `${share} % of the text; the rest is page furniture`),
        row("Made", run.extracted_at),
      ),
    );
  }

  return { render };
})();
