"use strict";
/* A reviewed tree → a gold label, and what is still wrong with it: the same rules as the project's own lint. */
const gold = (() => {
  const DOC_TYPES = ["agency", "ministry", "local", "translated", "broadcaster", "analysis"];
  const LONGEST_QUOTE = 300;
  const EDTF = /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.)?(?:\/(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.)?)?$/;
  const FOUND_ELSEWHERE = new Set(["location_city", "assets", "value"]); // written out or lowered by rule: no reason to refuse

  /** A name that any file system takes, also for an id that is a path. */
  const fileName = (id) =>
    id
      .split(/[\\/]/)
      .pop()
      .replace(/[^\p{L}\p{N}._-]+/gu, "_")
      .replace(/^\.+/, "") || "article";

  /** The label as the gold's loader reads it. `about` is what the reviewer says: annotator, type, notes, extended. */
  function label(root, view, about) {
    const name = fileName(view.record.doc_id);
    const must = [];
    const [first, ...events] = root.items;
    const facts = { document: plain(first, "/document", about.extended, must), events: [] };
    events
      .filter((event) => event.state !== "rejected")
      .forEach((event, index) => facts.events.push(plain(event, `/events/${index}`, about.extended, must)));
    return {
      schema_version: fields.choices.schema,
      doc_id: name,
      source: `${name}.txt`,
      source_sha256: view.document.sha256,
      lang: facts.document.language,
      doc_type: about.type,
      cluster_id: null,
      traits: [],
      annotator: about.annotator,
      adjudicated: false,
      notes: about.notes,
      extended: about.extended,
      aliases: {},
      optional: [],
      must_pass: must,
      record: facts,
    };
  }

  function plain(node, path, extended, must) {
    const out = {};
    for (const name of fields.CORE[node.what])
      out[name] = fields.of(node.what, name).list && !fields.of(node.what, name).null ? [] : null;
    for (const item of node.items.filter((one) => one.state !== "rejected")) {
      if (item.kind === "group")
        (out[item.name] ??= []).push(plain(item, `${path}/${item.name}/${out[item.name].length}`, extended, must));
      else if (item.list) {
        if (item.value !== null) (out[item.name] ??= []).push(item.value);
      } else if (item.value !== null || fields.CORE[node.what].includes(item.name)) out[item.name] = item.value;
    }
    if (out.parties) out.parties = [...new Set(out.parties)].sort();
    node.items.filter((one) => one.must && one.state !== "rejected").forEach((one) => must.push(`${path}/${one.name}`));
    return out;
  }

  /** What lint would say, as `{id, message}`: the node to go to, and words for people. */
  function problems(root, text) {
    const found = [];
    const say = (node, message) => found.push({ id: node.id, message });
    for (const node of tree.walk(root)) {
      if (node.state === "rejected") continue;
      if (
        node.what === "event" &&
        !node.items.some((one) => one.name === "evidence" && one.state !== "rejected" && one.value)
      )
        say(node, "needs a quote that proves it");
      if (node.kind === "leaf") check(node, text, (message) => say(node, message));
    }
    return found;
  }

  /** Tell what is wrong with one leaf's value. */
  function check(node, text, say) {
    const { value, name, of: kind } = node;
    if (value === null || value === "") {
      if (!fields.of(kind, name).null && !node.list) say("can’t be empty");
      else if (node.list) say("is empty: fill it or reject it");
      return;
    }
    if (name === "evidence") {
      if (Array.from(value.quote).length > LONGEST_QUOTE) say(`is longer than ${LONGEST_QUOTE} characters`);
      if (value.quote.includes("\n")) say("runs over more than one line");
    } else if (fields.DATES.has(name) && !EDTF.test(value))
      say("is no date such as 2024, 2024-05, 2024-05-31, 2024/2026");
    else if (fields.CODES.has(name) && ![].concat(value).every(code)) say("is no code such as AZ or NATO");
    else if (fields.COPIED.has(name) && !FOUND_ELSEWHERE.has(name) && !text.find(value)) say("is not in the article");
  }

  /** The same as a list. */
  function faults(node, text) {
    const found = [];
    check(node, text, (message) => found.push(message));
    return found;
  }

  const code = (value) => fields.choices.codes.includes(value) || /^[A-Z]{3,6}$/.test(value);

  return { label, problems, check, faults, fileName, DOC_TYPES };
})();
