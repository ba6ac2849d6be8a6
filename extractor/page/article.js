"use strict";
/* The article as a text to read: its lines, with the words that values rest on marked in the colour of their field. */
const article = (() => {
  const FEW = 2; // chrome lines in a row that are shown, dimmed; longer runs are folded away

  /** Fill `#article`; answers a map from pointer to the marks that stand for it. */
  function render(text) {
    const pane = dom.byId("article");
    pane.replaceChildren();
    pane.scrollTop = 0;
    if (!text.view.document) {
      pane.append(dom.make("p", { class: "note", text: "There is no text to show: the document could not be read." }));
      return new Map();
    }
    const marks = new Map();
    const cut = segments(text);
    const blocks = paragraphs(text);
    for (let index = 0; index < blocks.length;) {
      const run = folded(blocks, index, text);
      if (run > FEW) {
        pane.append(fold(blocks.slice(index, index + run), text, cut, marks));
        index += run;
      } else pane.append(block(blocks[index++], text, cut, marks));
    }
    rove(pane);
    return marks;
  }

  /** Lines that stand in one paragraph together; `chrome` where none of them is the article. */
  function paragraphs(text) {
    const blocks = [];
    for (const line of text.view.document.lines) {
      const last = blocks.at(-1);
      const between = last ? text.words(last.end, line.start) : "\n";
      if (/[\n\r\v\f\x85\u2028\u2029]/.test(between))
        blocks.push({ start: line.start, end: line.end, chrome: line.chrome, near: last && !/\n\s*\n/.test(between) });
      else last.end = line.end;
    }
    return blocks;
  }

  const marked = (block, text) =>
    [...text.exact.values()].some((one) => one.at.some(([start, end]) => start < block.end && end > block.start));

  function folded(blocks, from, text) {
    let run = 0;
    while (from + run < blocks.length && blocks[from + run].chrome && !marked(blocks[from + run], text)) run += 1;
    return run;
  }

  function fold(blocks, text, cut, marks) {
    const words = `${blocks.length} lines that are not the article`;
    return dom.make(
      "details",
      { class: "chrome" },
      dom.make("summary", { text: words }),
      blocks.map((one) => block(one, text, cut, marks)),
    );
  }

  function block(one, text, cut, marks) {
    const title = text.exact.get("/document/title")?.at[0];
    const headline = title && one.start <= title[0] && title[1] <= one.end;
    const kind = [headline ? "headline" : one.chrome ? "chrome" : "", one.near ? "near" : ""].join(" ").trim();
    const paragraph = dom.make("p", { class: kind, dir: "auto" });
    for (const part of cut) {
      if (part.end <= one.start || part.start >= one.end) continue;
      const start = Math.max(part.start, one.start),
        end = Math.min(part.end, one.end);
      paragraph.append(segment(text, part, start, end, marks));
    }
    return paragraph;
  }

  /* Spans may overlap, so the text is cut at every border and each piece knows all values that rest on it. */
  function segments(text) {
    const borders = new Set([0, text.length]);
    text.exact.forEach((one) => one.at.forEach(([start, end]) => borders.add(start).add(end)));
    const order = [...borders].sort((a, b) => a - b);
    const pieces = order
      .slice(0, -1)
      .map((start, index) => ({ start, end: order[index + 1], values: [], passages: [] }));
    const at = new Map(pieces.map((piece, index) => [piece.start, index]));
    text.exact.forEach((one, pointer) =>
      one.at.forEach(([start, end]) => {
        for (let index = at.get(start); index < pieces.length && pieces[index].start < end; index += 1) {
          pieces[index][one.how === "evidence" ? "passages" : "values"].push({ pointer, size: end - start });
        }
      }),
    );
    return pieces;
  }

  function segment(text, part, start, end, marks) {
    const words = text.words(start, end);
    const plain = !words.trim() || (!part.values.length && !part.passages.length);
    const [closest] = [...part.values].sort((a, b) => a.size - b.size);
    const piece = dom.make(plain ? "span" : "mark", {
      "data-start": start,
      class: plain
        ? null
        : `${part.passages.length ? "passage " : ""}${closest ? `value f-${fields.group(closest.pointer)}` : ""}`.trim(),
      role: closest && !plain ? "button" : null,
      tabindex: closest && !plain ? "-1" : null,
      text: words,
    });
    piece.pointers = [...new Set([...part.values, ...part.passages].map((one) => one.pointer))];
    piece.values = [...new Set(part.values.map((one) => one.pointer))];
    piece.pointers.forEach((pointer) => marks.set(pointer, [...(marks.get(pointer) ?? []), piece]));
    return piece;
  }

  /* One tab stop for all marked words; the arrows go from one to the next. */
  function rove(pane) {
    const stops = [...pane.querySelectorAll("mark.value")];
    if (stops.length) stops[0].tabIndex = 0;
    pane.onkeydown = (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const here = stops.indexOf(document.activeElement);
      if (!step || here < 0) return;
      event.preventDefault();
      const next = stops[(here + step + stops.length) % stops.length];
      stops[here].tabIndex = -1;
      next.tabIndex = 0;
      next.closest("details")?.setAttribute("open", "");
      next.focus();
    };
  }

  /** What the reader has selected in the article, as `[start, end]` in code points, white space at the ends left out. */
  function selected(text) {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const pieces = [...dom.byId("article").querySelectorAll("[data-start]")].filter((piece) =>
      range.intersectsNode(piece),
    );
    if (!pieces.length) return null;
    const first = pieces[0],
      last = pieces.at(-1);
    const start =
      Number(first.dataset.start) +
      (first.contains(range.startContainer) ? within(range.startContainer, range.startOffset) : 0);
    const end =
      Number(last.dataset.start) +
      (last.contains(range.endContainer)
        ? within(range.endContainer, range.endOffset)
        : Array.from(last.textContent).length);
    const words = text.words(start, end);
    const size = Array.from(words.trim()).length;
    const front = Array.from(words).length - Array.from(words.trimStart()).length;
    return size ? [start + front, start + front + size] : null;
  }

  const within = (node, count) => (node.nodeType === Node.TEXT_NODE ? Array.from(node.data.slice(0, count)).length : 0);

  return { render, selected };
})();
