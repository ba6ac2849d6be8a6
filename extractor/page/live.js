"use strict";
/* Articles in, views out: what is pasted, dropped or picked becomes a job, and its progress is read as it is told. */
const live = (() => {
  const KEPT = "extractor-key";
  let key = sessionStorage.getItem(KEPT) ?? "";
  let files = [];
  let running = null;
  let deliver = () => {};

  const by = dom.byId;

  /** Ask the service; asks the reader for a key once it wants one. Throws an Error whose message is for people. */
  async function call(path, options = {}) {
    const headers = { ...options.headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) };
    const answer = await fetch(path, { ...options, headers }).catch((error) => {
      throw error.name === "AbortError" ? error : new Error("The service does not answer. Is it running?");
    });
    if (answer.status === 401 && (await askKey())) return call(path, options);
    if (!answer.ok) throw new Error(await reason(answer));
    return answer;
  }

  async function reason(answer) {
    const wait = answer.headers.get("Retry-After");
    const problem = await answer.json().catch(() => ({}));
    const detail =
      typeof problem.detail === "string" ? problem.detail : (problem.title ?? `The service answered ${answer.status}.`);
    return wait ? `${detail} Try again in ${wait} seconds.` : detail;
  }

  function askKey() {
    const box = by("key");
    by("key-text").value = "";
    box.showModal();
    return new Promise((resolve) =>
      box.addEventListener(
        "close",
        () => {
          key = box.returnValue === "use" ? by("key-text").value.trim() : "";
          if (by("key-keep").checked && key) sessionStorage.setItem(KEPT, key);
          else sessionStorage.removeItem(KEPT);
          resolve(Boolean(key));
        },
        { once: true },
      ),
    );
  }

  /* A name for pasted text, from its first line: it becomes the document's id, and a file's name in a review. */
  function nameFor(text) {
    const first = text.split("\n").find((line) => line.trim()) ?? "";
    const plain = first
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 40)
      .toLowerCase();
    return plain.length > 3 ? plain : "article";
  }

  function request(text) {
    if (!files.length)
      return {
        body: JSON.stringify({ documents: [{ text, name: nameFor(text) }] }),
        headers: { "Content-Type": "application/json" },
      };
    const form = new FormData();
    files.forEach((file) => form.append("files", file, file.name));
    if (text.trim()) form.append("files", new Blob([text], { type: "text/plain" }), `${nameFor(text)}.txt`);
    return { body: form, headers: {} };
  }

  async function run() {
    if (running) return; // Ctrl+Enter comes here past the disabled button
    const text = by("text").value;
    if (!text.trim() && !files.length) return complain("Paste an article or choose a file first.", by("text"));
    complain("");
    const stop = new AbortController();
    running = { stop, job: null };
    working(true, "Sending…");
    try {
      const job = await (await call("/v1/jobs", { method: "POST", signal: stop.signal, ...request(text) })).json();
      running.job = job;
      await follow(job, stop.signal);
    } catch (error) {
      if (error.name !== "AbortError") complain(error.message);
    } finally {
      running = null;
      working(false);
    }
  }

  async function follow(job, signal) {
    let given = 0;
    const fetchNew = async () => {
      const lines = (await (await call(`/v1/jobs/${job.id}/results?view=true`, { signal })).text())
        .split("\n")
        .filter(Boolean);
      if (lines.length > given)
        deliver(
          lines.slice(given).map((line) => JSON.parse(line)),
          given === 0,
        );
      given = lines.length;
    };
    // a stream that is cut off is no end: the job goes on, and is asked about again
    for (let ended = false; !ended; await new Promise((next) => setTimeout(next, ended ? 0 : 1000))) {
      for await (const { event, data } of events(`/v1/jobs/${job.id}/events`, signal)) {
        tell(data);
        ended = event === "end";
        if (ended) break;
        if (data.done > 1.25 * given) await fetchNew(); // all of them come each time: not for every single one
      }
    }
    await fetchNew();
    call(`/v1/jobs/${job.id}`, { method: "DELETE" }).catch(() => {}); // nobody needs the article there any more
    if (given) finished();
    else complain("The job ended without a result.");
  }

  /* Server-sent events, read by hand: EventSource can't send a key. */
  async function* events(path, signal) {
    const reader = (await call(path, { signal, headers: { Accept: "text/event-stream" } })).body
      .pipeThrough(new TextDecoderStream())
      .getReader();
    let kept = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      kept = (kept + value).replaceAll("\r\n", "\n");
      const parts = kept.split("\n\n");
      kept = parts.pop();
      for (const part of parts) {
        const field = (name) =>
          part
            .split("\n")
            .filter((line) => line.startsWith(`${name}:`))
            .map((line) => line.slice(name.length + 1).trim())
            .join("\n");
        if (field("data")) yield { event: field("event") || "message", data: JSON.parse(field("data")) };
      }
    }
  }

  function tell({ done = 0, failed = 0, total = 0, step, status }) {
    const bar = by("bar");
    bar.max = Math.max(1, total);
    if (total > 1) bar.value = done; // those that failed are among them
    else bar.removeAttribute("value"); // one document: it is being read, nobody knows how long
    const which =
      total > 1
        ? `${done} of ${total} read${failed ? `, ${failed} failed` : ""}`
        : status === "queued"
          ? "Waiting for its turn"
          : "Reading";
    const doing = step
      ? ` · ${step.what}${step.total > 1 ? ` ${Math.round((100 * step.done) / step.total)} %` : ""}`
      : "…";
    if (by("step").textContent !== which + doing && total > 1) dom.say(which);
    by("step").textContent = which + doing;
  }

  function working(on, words = "") {
    by("progress").hidden = !on;
    by("step").textContent = words;
    by("extract").disabled = on;
    by("input").setAttribute("aria-busy", String(on));
    if (on) {
      by("bar").removeAttribute("value");
      dom.say(words);
    }
  }

  function complain(words, focus) {
    by("trouble").hidden = !words;
    by("trouble").textContent = words;
    focus?.focus();
  }

  function finished() {
    files = [];
    by("text").value = "";
    by("files").value = "";
    by("samples").value = "";
    choose([]);
    by("input").hidden = true;
    by("more").hidden = false;
  }

  function choose(found) {
    files = [...found];
    by("chosen").hidden = !files.length;
    by("chosen").textContent = files.length ? `${files.map((file) => file.name).join(", ")} · press Extract` : "";
  }

  async function offerSamples() {
    const list = await call("/v1/samples")
      .then((answer) => answer.json())
      .catch(() => []);
    by("samples").append(...list.map(({ name, title }) => dom.make("option", { value: name, text: title ?? name })));
    by("samples").closest("label").hidden = !list.length;
  }

  async function pickSample(name) {
    if (!name) return;
    try {
      by("text").value = (await (await call(`/v1/samples/${encodeURIComponent(name)}`)).json()).text;
      by("text").scrollTop = 0;
      by("extract").focus();
    } catch (error) {
      complain(error.message);
    }
  }

  function cancel() {
    if (running?.job) call(`/v1/jobs/${running.job.id}`, { method: "DELETE" }).catch(() => {});
    running?.stop.abort();
    dom.say("Cancelled");
  }

  /** Show the input; `delivered(views, first)` is called with views as they come. */
  function start(delivered) {
    deliver = delivered;
    by("input").hidden = false;
    by("ask").addEventListener("submit", (event) => {
      event.preventDefault();
      run();
    });
    by("text").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
    });
    by("files").addEventListener("change", () => choose(by("files").files));
    by("samples").addEventListener("change", () => pickSample(by("samples").value));
    by("cancel").addEventListener("click", cancel);
    by("more").addEventListener("click", () => {
      by("input").hidden = false;
      by("more").hidden = true;
      scrollTo(0, 0);
      by("text").focus();
    });
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      by("ask").classList.add("over");
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) by("ask").classList.remove("over");
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      by("ask").classList.remove("over");
      if (event.dataTransfer.files.length) {
        by("input").hidden = false;
        choose(event.dataTransfer.files);
        by("extract").focus();
      }
    });
    offerSamples();
  }

  return { start };
})();
