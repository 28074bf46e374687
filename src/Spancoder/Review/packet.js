"use strict";
// One person codes the segments of a packet: offline, by keyboard or mouse, saved in this browser as they go.
// Positions in files are Unicode code points of the document; inside this page they are UTF-16 units of the segment's text.

const packet = JSON.parse(document.getElementById("packet").textContent);
const segments = packet.segments;
const codes = new Map(packet.codes.map(code => [code.id, code]));
const ALONE = ["NONE", "UNSURE"]; // rest on no words, and stand beside no code
const RESERVED = [["NONE", "n", "nothing applies"], ["OT", "o", "something else"], ["UNSURE", "u", "cannot tell"]];

const element = id => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const say = text => { element("spoken").textContent = text; };
const nameOf = reserved => RESERVED.find(([id]) => id === reserved)[2];
const inAll = texts => texts.map(([, text]) => text).join(" · ");

// ---- What was judged -------------------------------------------------------------------------------------------------

// One for each segment: the codes given, each with what became of the act and the passage that shows it, and a comment.
const nothing = () => ({ codes: [], comment: "" });
const judgements = segments.map(nothing);
const history = []; // of each step, the judgements that it changed, as they were
let at = 0; // the segment on the page
let current = null; // the code whose status and quote are set

const isJudged = index => judgements[index].codes.length > 0;
const given = id => judgements[at].codes.find(entry => entry.code === id);

function change(index, edit) {
  history.push([[index, structuredClone(judgements[index])]]);
  edit(judgements[index]);
  save(index);
  render();
}

function undo() {
  const step = history.pop();
  if (!step) return say("There is nothing to undo.");
  for (const [index, before] of step) {
    judgements[index] = before;
    save(index);
  }
  goTo(step[0][0], "Undone.");
}

function toggleCode(id) {
  if (given(id)) {
    change(at, judgement => { judgement.codes = judgement.codes.filter(entry => entry.code !== id); });
    return say(`${id} taken away.`);
  }

  const quote = ALONE.includes(id) ? null : selectedWords();
  current = id;
  change(at, judgement => {
    const beside = ALONE.includes(id) ? [] : judgement.codes.filter(entry => !ALONE.includes(entry.code));
    judgement.codes = inOrder([...beside, { code: id, status: [], quote }]);
  });
  if (codes.has(id)) define(codes.get(id));
  say(`${id} given.`);
}

// As the codebook has them, so that the order in which somebody pressed keys shows nowhere.
function inOrder(entries) {
  const order = [...codes.keys(), ...RESERVED.map(([id]) => id)];
  return entries.sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
}

function toggleStatus(status) {
  if (!current || !given(current) || ALONE.includes(current)) return say("Give a code first; what became of the act is said of a code.");
  change(at, () => {
    const entry = given(current);
    entry.status = packet.statuses.filter(known => entry.status.includes(known) !== (known === status));
  });
  say(`${current}: ${given(current).status.join(", ") || "no status"}.`);
}

function setQuote(id, quote) {
  change(at, () => { given(id).quote = quote; });
  say(quote ? `${id}: “${quote.text}”` : `${id}: no quote.`);
}

// ---- Saving ----------------------------------------------------------------------------------------------------------

const shelf = `spancoder ${packet.id} ${packet.coder} `;
let isSaved = true;

function save(index) {
  store(segments[index].id, isJudged(index) || judgements[index].comment ? JSON.stringify(judgements[index]) : null);
}

function store(name, value) {
  try {
    if (value === null) localStorage.removeItem(shelf + name);
    else localStorage.setItem(shelf + name, value);
    element("saved").textContent = "✓ saved in this browser";
    if (isSaved) element("warning").hidden = true;
  } catch {
    isSaved = false;
    element("saved").textContent = "not saved";
    warn("What you code is not saved: this browser refuses to keep it, or has no room left. Download it before you close the page.");
  }
}

function warn(text) {
  element("warning").textContent = text;
  element("warning").hidden = false;
}

function restore(index) {
  const kept = localStorage.getItem(shelf + segments[index].id);
  judgements[index] = kept ? JSON.parse(kept) : nothing();
}

function restoreAll() {
  try {
    segments.forEach((_, index) => restore(index));
    at = Math.max(0, segments.findIndex(segment => segment.id === localStorage.getItem(shelf + "at")));
    store("at", segments[at].id);
  } catch {
    store("at", ""); // says what is wrong
  }
}

// ---- Tables: RFC 4180, and no cell that a spreadsheet would take for a formula ----------------------------------------

const COLUMNS = ["segment", "document", "start", "end", "code", "coder", "round", "status", "quote", "comment", "hash", "codebook"];
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

const guard = text => FORMULA.test(text) ? "'" + text : text;
const unguard = cell => cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
const quoteCell = text => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const rowOf = cells => cells.map(cell => quoteCell(guard(String(cell)))).join(",") + "\r\n";

function table() {
  const rows = [COLUMNS];
  segments.forEach((segment, index) => {
    const { codes: entries, comment } = judgements[index];
    // A comment without a code is no judgement, and must not be lost either.
    for (const { code, status, quote } of entries.length || !comment ? entries : [{ code: "", status: [], quote: null }]) {
      rows.push([segment.id, segment.document, quote?.start ?? "", quote?.end ?? "", code, packet.coder, packet.round, status.join("|"), quote?.text ?? "", comment, segment.hash, packet.codebook]);
    }
  });
  return "\uFEFF" + rows.map(rowOf).join("");
}

function download() {
  const link = make("a", { href: URL.createObjectURL(new Blob([table()], { type: "text/csv;charset=utf-8" })), download: `${packet.coder}-coded.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  isSaved = true;
  say("Downloaded.");
}

function cellsOf(text) {
  const rows = [[""]];
  let isQuoted = false;
  for (let place = text.startsWith("\uFEFF") ? 1 : 0; place < text.length; place++) {
    const c = text[place], row = rows.at(-1);
    if (isQuoted && c === '"' && text[place + 1] === '"') row[row.length - 1] += text[place++];
    else if (c === '"') isQuoted = !isQuoted;
    else if (isQuoted) row[row.length - 1] += c;
    else if (c === ",") row.push("");
    else if (c === "\n") rows.push([""]);
    else if (c !== "\r") row[row.length - 1] += c;
  }
  return rows.filter(row => row.some(cell => cell));
}

// What the file says of a segment replaces what was said of it here; all of it is one step, which can be undone.
function read(text) {
  const [header, ...rows] = cellsOf(text);
  const column = Object.fromEntries((header ?? []).map((name, place) => [name.trim(), place]));
  if (column.segment === undefined || column.code === undefined) return warn("This file was not loaded: it is no table of codings. Choose one that this page downloaded.");

  const places = new Map(segments.map((segment, index) => [segment.id, index]));
  const loaded = new Map();
  let [ofOthers, unknown] = [0, 0];
  for (const row of rows) {
    const cell = name => unguard(row[column[name]] ?? "").trim();
    const index = places.get(cell("segment"));
    const ids = cell("code").split("|").map(id => id.trim()).filter(id => id);
    if (!ids.length && !cell("comment")) continue;
    if (cell("coder") && cell("coder") !== packet.coder) ofOthers++;
    else if (index === undefined || !cell("hash") || !segments[index].hash.startsWith(cell("hash").toLowerCase()) || !ids.every(isKnown)) unknown++;
    else {
      const judgement = loaded.get(index) ?? nothing();
      judgement.comment = cell("comment");
      judgement.codes.push(...ids.map(code => ({ code, status: packet.statuses.filter(status => cell("status").split("|").includes(status)), quote: quoteFrom(index, cell("quote"), cell("start")) })));
      loaded.set(index, judgement);
    }
  }

  if (loaded.size) {
    history.push([...loaded.keys()].map(index => [index, judgements[index]]));
    for (const [index, judgement] of loaded) {
      judgement.codes = inOrder(judgement.codes);
      judgements[index] = judgement;
      save(index);
    }
  }

  const told = [`${loaded.size} segments loaded.`];
  if (ofOthers) told.push(`${ofOthers} rows were left out: another person coded them.`);
  if (unknown) told.push(`${unknown} rows were left out: they are not about these texts and this codebook.`);
  if (ofOthers || unknown) warn(told.join(" "));
  goTo(at, told.join(" "));
}

const isKnown = id => codes.has(id) || RESERVED.some(([reserved]) => reserved === id);

function quoteFrom(index, quote, start) {
  const text = textOf(index);
  const named = start === "" ? -1 : unitsIn(text, Number(start) - segments[index].start);
  const place = text.startsWith(quote, named) ? named : text.indexOf(quote);
  return quote && place >= 0 ? quoteAt(index, place, place + quote.length) : null;
}

// ---- Quotes ----------------------------------------------------------------------------------------------------------

const textOf = index => packet.passages[segments[index].passage].text;
const pointsIn = text => [...text].length;
const unitsIn = (text, points) => [...text].slice(0, Math.max(0, points)).join("").length;

function quoteAt(index, from, to) {
  const text = textOf(index).slice(from, to);
  const start = segments[index].start + pointsIn(textOf(index).slice(0, from));
  return { start, end: start + pointsIn(text), text };
}

// The words that are selected in the segment, without the blanks around them; null when there are none.
function selectedWords() {
  const selection = getSelection(), text = element("text");
  if (!selection.rangeCount || selection.isCollapsed) return null;

  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(text)) return null;
  if (!text.contains(range.startContainer)) range.setStart(text, 0);
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  const words = range.toString();
  if (!words.trim()) return null;

  const lead = document.createRange();
  lead.setStart(text, 0);
  lead.setEnd(range.startContainer, range.startOffset);
  const from = lead.toString().length + words.length - words.trimStart().length;
  return quoteAt(at, from, from + words.trim().length);
}

// Without a mouse: words are selected one by one, Chinese ones too.
let words = null; // where they begin and end, while somebody selects them
let [first, last] = [0, 0];

function beginMarking() {
  const segmenter = new Intl.Segmenter(segments[at].language === "und" ? undefined : segments[at].language, { granularity: "word" });
  words = [...segmenter.segment(textOf(at))].filter(word => word.isWordLike).map(word => [word.index, word.index + word.segment.length]);
  if (!words.length) words = [[0, textOf(at).length]];
  [first, last] = [0, 0];
  element("text").focus();
  select();
}

function select() {
  const range = document.createRange();
  range.setStart(...positionOf(words[first][0]));
  range.setEnd(...positionOf(words[last][1]));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  say(range.toString());
}

function positionOf(offset) {
  const nodes = document.createTreeWalker(element("text"), NodeFilter.SHOW_TEXT);
  let node = nodes.nextNode();
  for (; offset > node.length; node = nodes.nextNode()) offset -= node.length;
  return [node, offset];
}

function moveMarking(step, isLonger) {
  last = Math.min(Math.max(last + step, isLonger ? first : 0), words.length - 1);
  if (!isLonger) first = last;
  select();
}

function endMarking() {
  words = null;
  getSelection().removeAllRanges();
}

function mark() {
  const quote = selectedWords();
  if (!current || !given(current) || ALONE.includes(current)) return say("Give a code first; a quote shows why it is given.");
  if (!quote) return beginMarking();
  endMarking();
  setQuote(current, quote);
}

// ---- Going about -----------------------------------------------------------------------------------------------------

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

// ---- What is shown ---------------------------------------------------------------------------------------------------

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
  for (const button of document.querySelectorAll("[data-code]")) button.ariaPressed = Boolean(given(button.dataset.code));
  const isOpen = Boolean(current) && !ALONE.includes(current);
  element("ofwhat").textContent = isOpen ? `${current}:` : "";
  for (const button of element("statuses").children) {
    button.ariaPressed = Boolean(given(current)?.status.includes(button.dataset.status));
    button.disabled = !isOpen;
  }
  element("quote").disabled = !isOpen;
  for (const branch of document.querySelectorAll(".branch")) branch.classList.toggle("open", branch.dataset.key === chord);
  element("previous").disabled = at === 0;
  element("next").disabled = at === segments.length - 1;
  element("undo").disabled = !history.length;
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
  const button = (text, onclick, label = text) => make("button", { type: "button", onclick, ariaLabel: label }, text);
  const item = make("li", { className: code === current ? "current" : "" }, make("strong", {}, code), make("span", {}, codes.has(code) ? inAll(codes.get(code).name) : nameOf(code)));
  item.append(...status.map(each => make("em", {}, each)));
  if (quote) item.append(make("q", { dir: "auto" }, quote.text));
  if (code !== current && !ALONE.includes(code)) item.append(button("set status and quote", pick, `set status and quote of ${code}`));
  if (quote) item.append(button("remove quote", () => setQuote(code, null), `remove the quote of ${code}`));
  item.append(button("take away", () => toggleCode(code), `take ${code} away`));
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

// ---- Keys ------------------------------------------------------------------------------------------------------------

const TOPS = [..."123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const BENEATH = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const branches = new Map(); // key of a top-level code -> the keys and ids of its branch
let chord = null; // the key of the branch that the next key chooses from

const commands = new Map([
  ...RESERVED.map(([id, key]) => [key, () => toggleCode(id)]),
  ...packet.statuses.map(status => [status[0], () => toggleStatus(status)]),
  ["q", mark],
  ["z", undo],
  ["c", () => element("comment").focus()],
  ["d", () => { if (codes.has(current)) explain(codes.get(current)); }],
  ["t", () => element("todo").click()],
  ["ArrowLeft", () => move(-1)],
  ["ArrowRight", () => move(1)],
]);

// The digit also where it needs Shift, as on French keyboards.
const keyOf = event => /^(Digit|Numpad)[1-9]$/.test(event.code) && !/^[a-z]$/i.test(event.key) ? event.code.at(-1) : event.key;

function press(event) {
  if (event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "s") return act(event, download);
  if (event.target === element("comment")) {
    if (event.key === "Escape" || event.key === "Enter" && (event.ctrlKey || event.metaKey)) act(event, () => element("text").focus());
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "z") return act(event, undo);
  if (event.ctrlKey || event.metaKey || event.altKey) return;

  const key = keyOf(event);
  if (words && marking(event, key)) return;
  const branch = branches.get(chord);
  if (branch?.has(key)) return act(event, () => { chord = null; toggleCode(branch.get(key)); });
  if (branches.has(key)) return act(event, () => open(key));
  if (chord) act(event, () => { chord = null; render(); });
  else if (commands.has(key)) act(event, commands.get(key));
}

function open(key) {
  const branch = branches.get(key);
  if (branch.size === 1) return toggleCode(branch.get(key));
  chord = key;
  render();
  document.querySelector(".branch.open").scrollIntoView({ block: "nearest" });
  say(`${branch.get(key)}: ${key} again for itself, a letter for a code beneath.`);
}

function marking(event, key) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step) act(event, () => moveMarking(step, event.shiftKey));
  else if (key === "Enter") act(event, mark);
  else if (key === "Escape") act(event, endMarking);
  else return key === "Shift";
  return true;
}

function act(event, what) {
  event.preventDefault();
  what();
}

// ---- The page --------------------------------------------------------------------------------------------------------

function codeButton(id, keys, name, code) {
  const give = make("button", { type: "button", className: "give", ariaPressed: false, onclick: () => { chord = null; toggleCode(id); } }, ...keys.flatMap(key => [make("kbd", {}, key), " "]), make("strong", {}, id), " ", name);
  give.dataset.code = id;
  if (!code) return give;
  return make("div", { className: "code" }, give, make("button", { type: "button", className: "explain", ariaLabel: `what ${id} means`, onclick: () => explain(code) }, "?"));
}

function buildCodes() {
  const isBeneath = (code, top) => code.parent === top || codes.has(code.parent) && isBeneath(codes.get(code.parent), top);
  const depth = code => code.parent ? 1 + depth(codes.get(code.parent)) : 0;
  packet.codes.filter(code => !code.parent).forEach((top, place) => {
    const key = TOPS[place] ?? "", keys = new Map(key ? [[key, top.id]] : []);
    const beneath = packet.codes.filter(code => isBeneath(code, top.id));
    const list = make("ul");
    beneath.forEach((code, index) => {
      const letter = key ? BENEATH[index] : undefined;
      if (letter && letter !== key) keys.set(letter, code.id);
      const item = make("li", {}, codeButton(code.id, letter && letter !== key ? [key, letter] : [], inAll(code.name), code));
      item.style.marginInlineStart = `${depth(code) - 1}rem`;
      list.append(item);
    });
    if (key) branches.set(key, keys);
    const branch = make("div", { className: "branch" }, codeButton(top.id, beneath.length && key ? [key, key] : key ? [key] : [], inAll(top.name), top), list);
    branch.dataset.key = key;
    element("codes").append(branch);
  });
  element("reserved").append(...RESERVED.map(([id, key, name]) => codeButton(id, [key], name)));
  element("statuses").append(...packet.statuses.map(status => {
    const button = make("button", { type: "button", ariaPressed: false, onclick: () => toggleStatus(status) }, make("kbd", {}, status[0]), " " + status);
    button.dataset.status = status;
    return button;
  }));
  define(packet.codes[0]);
}

function listen() {
  document.addEventListener("keydown", press);
  // What is selected stays so while somebody gives a code with the mouse.
  document.addEventListener("mousedown", event => { if (event.target.closest("button")) event.preventDefault(); });
  element("previous").onclick = () => move(-1);
  element("next").onclick = () => move(1);
  element("undo").onclick = undo;
  element("quote").onclick = mark;
  element("download").onclick = download;
  element("load").onclick = () => element("file").click();
  element("file").onchange = async event => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) read(await file.text());
  };
  element("todo").onchange = () => { if (element("todo").checked && isJudged(at)) move(1); };

  let isBegun = false; // what is typed without a pause for other things is one step
  element("comment").onfocus = () => { isBegun = false; };
  element("comment").oninput = event => {
    if (!isBegun) history.push([[at, structuredClone(judgements[at])]]);
    isBegun = true;
    judgements[at].comment = event.target.value;
    save(at);
    element("undo").disabled = false;
  };

  // The same packet in another tab: what is coded there is not written over here.
  addEventListener("storage", event => {
    const index = segments.findIndex(segment => event.key === shelf + segment.id);
    if (index < 0) return;
    restore(index);
    render();
  });
  addEventListener("beforeunload", event => { if (!isSaved) event.preventDefault(); });
}

element("title").textContent = inAll(packet.title);
element("whose").textContent = `${packet.coder}, round ${packet.round}`;
document.title = `${packet.coder}: ${inAll(packet.title)}`;
buildCodes();
listen();
restoreAll();
goTo(at);
