"use strict";
/* Which words a value rests on. Offsets are code points, as Python counts them; a JavaScript string counts UTF-16. */
const spans = (() => {
  const HOW = {
    found: "word for word",
    folded: "the same words, written slightly differently",
    derived: "read from",
    speaks: "spoken of in",
    evidence: "judged from",
    absent: "the article does not say this",
    contradicted: "the article says something else",
    chosen: "in the article",
    page: "from what the page says of itself, not from its text",
    nothing: "from the article as a whole, no single words",
  };
  const FROM = {
    name_norm: "name",
    rank_norm: "rank",
    date_basis: "date",
    location_basis: "location_city",
    function: "name",
  };

  /** Everything about a view's text that the page asks for; made once a view. */
  function of(view) {
    const points = Array.from(view.document?.text ?? "");
    const exact = new Map();
    const add = (pointer, start, end, how) => {
      if (start === null || start === undefined || end > points.length) return;
      if (!exact.has(pointer)) exact.set(pointer, { how, at: [] });
      exact.get(pointer).at.push([start, end]);
    };
    const { record } = view;
    quotes(record, "", (pointer, quote) => add(pointer, quote.start, quote.end, "evidence"));
    for (const [pointer, support] of Object.entries(record.support)) {
      if (!exact.has(pointer)) add(pointer, support.start, support.end, support.status);
    }
    for (const [pointer, at] of Object.entries(view.document?.places ?? {})) {
      if (!exact.has(pointer))
        at.forEach(([start, end]) => add(pointer, start, end, pointer.includes("/topics/") ? "speaks" : "found"));
    }
    const evidence = (parent) =>
      [...exact].filter(([pointer]) => pointer.startsWith(`${parent}/evidence/`)).flatMap(([, one]) => one.at);

    /** `{how, words, at}` for the value at `pointer`; its own words, else those of what it belongs to. */
    function why(pointer) {
      const status = record.support[pointer]?.status;
      if (exact.has(pointer)) return told(exact.get(pointer).how, exact.get(pointer).at);
      if (status === "absent" || status === "contradicted") return told(status, []);
      if (view.document?.media_type === "text/html" && /^\/document\/(outlet|publication|title)/.test(pointer))
        return told("page", []);
      const parent = pointer.replace(/\/[a-z_]+(\/\d+)?$/, "");
      const sibling = exact.get(`${parent}/${FROM[fields.nameOf(pointer)]}`);
      if (sibling) return told("derived", sibling.at);
      const event = pointer.match(/^\/events\/\d+/)?.[0];
      const passage = evidence(parent).length
        ? evidence(parent)
        : event && !/location|date/.test(pointer)
          ? evidence(event)
          : [];
      return passage.length ? told("evidence", passage) : told("nothing", []);
    }
    const told = (how, at) => ({ how, words: HOW[how], at });

    return {
      view,
      points,
      exact,
      why,
      length: points.length,
      words: (start, end) => points.slice(start, end).join(""),
      line: (at) => view.document?.lines.find((line) => line.start <= at && at < line.end),
      find: (words) => seek(points, words),
    };
  }

  function quotes(plain, pointer, tell) {
    if (Array.isArray(plain)) plain.forEach((one, index) => quotes(one, `${pointer}/${index}`, tell));
    else if (plain && typeof plain === "object") {
      if (typeof plain.quote === "string" && "start" in plain) tell(pointer, plain);
      else
        Object.entries(plain).forEach(([name, one]) => name !== "support" && quotes(one, `${pointer}/${name}`, tell));
    }
  }

  /** The first place where these words stand, white space aside; null if nowhere. `[start, end]` in code points. */
  function seek(points, words) {
    const wanted = words.trim();
    if (!wanted) return null;
    const pattern = wanted
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\s+");
    const text = points.join("");
    const found = new RegExp(pattern, "u").exec(text);
    if (!found) return null;
    const start = Array.from(text.slice(0, found.index)).length;
    return [start, start + Array.from(found[0]).length];
  }

  return { of, HOW };
})();
