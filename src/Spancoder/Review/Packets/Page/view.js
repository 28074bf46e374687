// Going from segment to segment, and what stands on the page.

function goTo(index, told = "") {
  if (index !== at) endMarking();
  at = index;
  current = judgements[at].codes.at(-1)?.code ?? null;
  chord = null;
  store("at", segments[at].id);
  render();
  say(`${told} Segment ${at + 1} of ${segments.length}.${isJudged(at) ? "" : " Not coded yet."}`.trim());
}

function move(step) {
  const onlyToDo = element("todo").checked;
  for (let index = at + step; index >= 0 && index < segments.length; index += step) {
    if (!onlyToDo || !isJudged(index)) {
      scrollTo(0, 0);
      return goTo(index);
    }
  }
  say(onlyToDo ? "None on this side is left to code." : step > 0 ? "This is the last segment." : "This is the first segment.");
}

function render() {
  const segment = segments[at], judgement = judgements[at];
  if (!given(current)) current = judgement.codes.at(-1)?.code ?? null;
  const done = segments.filter((_, index) => isJudged(index)).length;
  element("bar").max = segments.length;
  element("bar").value = done;
  element("progress").textContent = `${done} of ${segments.length} coded`;
  element("where").textContent = `Segment ${at + 1} of ${segments.length} · ${segment.document}, line ${segment.line} · ${segment.layer}, ${segment.language}`;
  element("before").replaceChildren(...segment.before.map(contextOf));
  element("before").scrollTop = element("before").scrollHeight;
  element("after").replaceChildren(...segment.after.map(contextOf));
  element("speaker").textContent = packet.passages[segment.passage].speaker;
  element("text").lang = segment.language;
  element("text").replaceChildren(...markedText());
  element("given").replaceChildren(...judgement.codes.map(givenOf), ...(judgement.codes.length ? [] : [make("li", { className: "none" }, "not coded yet")]));
  if (element("comment").value !== judgement.comment) element("comment").value = judgement.comment;
  for (const button of document.querySelectorAll("[data-code]")) press(button, Boolean(given(button.dataset.code)));
  const isOpen = Boolean(current) && !ALONE.includes(current);
  element("ofwhat").textContent = isOpen ? `${current}:` : "";
  for (const button of element("statuses").children) {
    press(button, Boolean(given(current)?.status.includes(button.dataset.status)));
    button.disabled = !isOpen;
  }
  element("quote").disabled = !isOpen;
  for (const branch of document.querySelectorAll(".branch")) branch.classList.toggle("open", branch.dataset.key === chord);
  element("previous").disabled = at === 0;
  element("next").disabled = at === segments.length - 1;
  element("undo").disabled = !steps.length;
}

function contextOf(passage) {
  const { speaker, text } = packet.passages[passage];
  return make("li", { dir: "auto" }, ...(speaker ? [make("b", {}, speaker + ":"), " "] : []), text);
}

function markedText() {
  const text = textOf(at);
  const spans = judgements[at].codes.filter(entry => entry.quote).map(({ quote }) => [quote.start, quote.end].map(point => unitsIn(text, point - segments[at].start)));
  const edges = [...new Set([0, text.length, ...spans.flat()])].sort((one, other) => one - other);
  return edges.slice(1).map((end, place) => {
    const piece = text.slice(edges[place], end);
    return spans.some(([from, to]) => from < end && to > edges[place]) ? make("mark", {}, piece) : piece;
  });
}

function givenOf({ code, status, quote }) {
  const pick = () => { current = code; render(); };
  const item = make("li", { className: code === current ? "current" : "" }, make("strong", {}, code), make("span", {}, codes.has(code) ? inAll(codes.get(code).name) : nameOf(code)));
  item.append(...status.map(each => make("em", {}, each)));
  if (quote) item.append(make("q", { dir: "auto" }, quote.text));
  if (code !== current && !ALONE.includes(code)) item.append(makeButton("set status and quote", pick, `set status and quote of ${code}`));
  if (quote) item.append(makeButton("remove quote", () => setQuote(code, null), `remove the quote of ${code}`));
  item.append(makeButton("take away", () => toggleCode(code), `take ${code} away`));
  return item;
}

function define(code) {
  const panel = element("definition");
  const part = (title, items) => items.length ? [make("h4", {}, title), make("ul", {}, ...items.map(item => make("li", { dir: "auto" }, item)))] : [];
  panel.replaceChildren(
    make("h3", {}, `${code.id} ${inAll(code.name)}`),
    ...code.definition.map(([language, text]) => make("p", { lang: language, dir: "auto" }, text)),
    ...part("Use when", code.useWhen.flatMap(texts => texts.map(([, text]) => text))),
    ...part("Not when", code.notWhen.flatMap(texts => texts.map(([, text]) => text))),
    ...part("Examples", code.typical),
    ...part("Near misses", code.nearMisses.map(({ text, instead, why }) => `${text} → ${instead.join(", ") || "NONE"}${why ? ` (${why})` : ""}`)));
  panel.scrollTop = 0;
}

function explain(code) {
  define(code);
  element("definition").focus();
}
