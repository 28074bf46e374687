// A figure leads to the segments that it counts: "#segments?code=DC&document=D03.txt" shows them in the panel.

const LINK = "#segments?", PORTION = 100;
const panel = document.getElementById("panel"), found = panel.querySelector("ol"), more = panel.querySelector(".more");
let waiting = []; // segments that are found and not shown yet
let hasCome = false; // from this page: then the way back leads to where somebody was
let isShutHere = false; // by this page, not by the browser
let isGoingBack = false; // which takes a moment, and browsers may close the panel meanwhile

// As the page writes text: control characters by their pictures.
const written = text => text.replace(/[\x00-\x08\x0b-\x1f]/g, control => String.fromCharCode(0x2400 + control.charCodeAt(0))).replaceAll("\x7f", "\u2421");

const attributeOf = (transcript, name) => JSON.parse(transcript.dataset.attributes)[name] ?? "";
const speakerOf = segment => segment.querySelector(".head bdi")?.textContent ?? "";

// What a condition asks of a transcript ("site" of "attribute.site" is its second part), and of a segment.
const OF_TRANSCRIPTS = {
  document: (transcript, value) => transcript.dataset.document === written(value),
  attribute: (transcript, value, name) => attributeOf(transcript, name) === value,
  month: (transcript, value, name) => attributeOf(transcript, name).slice(0, 7) === value,
  year: (transcript, value, name) => attributeOf(transcript, name).slice(0, 4) === value,
};
const OF_SEGMENTS = {
  code: (segment, value) => segment.dataset.codes.split(" ").includes(value),
  coded: (segment, value) => (segment.dataset.codes ? "yes" : "no") === value,
  judged: (segment, value) => (segment.dataset.judged ?? "no") === value,
  layer: (segment, value) => segment.dataset.layer === value,
  role: (segment, value) => segment.dataset.role === value,
  language: (segment, value) => segment.querySelector(".text").lang === value,
  speaker: (segment, value) => speakerOf(segment) === written(value),
  text: (segment, value) => segment.querySelector(".text").textContent.toLowerCase().includes(value.toLowerCase()),
};

function conditionsOf(hash) {
  return [...new URLSearchParams(hash.slice(LINK.length))].map(([name, value]) => {
    const dot = name.indexOf("."), kind = dot < 0 ? name : name.slice(0, dot);
    return { kind, name: dot < 0 ? "" : name.slice(dot + 1), value, isKnown: Object.hasOwn(OF_TRANSCRIPTS, kind) || Object.hasOwn(OF_SEGMENTS, kind) };
  });
}

function find(conditions) {
  if (conditions.some(condition => !condition.isKnown)) return [];
  const ofTranscripts = conditions.filter(({ kind }) => Object.hasOwn(OF_TRANSCRIPTS, kind)), ofSegments = conditions.filter(condition => !ofTranscripts.includes(condition));
  return [...document.querySelectorAll(".document")]
    .filter(transcript => ofTranscripts.every(({ kind, name, value }) => OF_TRANSCRIPTS[kind](transcript, value, name)))
    .flatMap(transcript => [...transcript.querySelectorAll("li[data-codes]")])
    .filter(segment => ofSegments.every(({ kind, value }) => OF_SEGMENTS[kind](segment, value)));
}

function inWords({ kind, name, value, isKnown }) {
  if (!isKnown) return `${kind}: a condition that this page does not know`;
  if (kind === "code") return `code ${value}${CODES.has(value) ? ` (${CODES.get(value)})` : ""}`;
  if (kind === "coded") return value === "yes" ? "with a code" : "without a code";
  if (kind === "judged") return value === "yes" ? "judged by people" : "not judged by people";
  if (kind === "text") return `with “${value}”`;
  return `${kind === "attribute" || !name ? name || kind : `${kind} of ${name}`} ${value || "not given"}`;
}

// A copy of a segment, headed by its document and number, that leads to its place.
function cardOf(segment) {
  const card = segment.cloneNode(true);
  for (const each of [card, ...card.querySelectorAll("[id]")]) each.removeAttribute("id");
  card.querySelector(".head a").textContent = `${segment.closest(".document").dataset.document}#${card.querySelector(".head a").textContent}`;
  return card;
}

function showMore() {
  const first = found.children.length;
  found.append(...waiting.splice(0, PORTION).map(cardOf));
  more.hidden = waiting.length === 0;
  more.textContent = `Show ${Math.min(PORTION, waiting.length)} more of ${waiting.length}`;
  if (first) found.children[first].querySelector("a").focus();
}

function openPanel(hash) {
  const conditions = conditionsOf(hash);
  waiting = find(conditions);
  document.getElementById("panel-title").textContent = waiting.length === 1 ? "1 segment" : `${waiting.length} segments`;
  panel.querySelector(".condition").replaceChildren(...(conditions.length ? conditions.map(inWords) : ["all that can be coded"]).flatMap((words, index) => {
    const part = document.createElement("bdi");
    part.textContent = words;
    return index ? [" · ", part] : [part];
  }));
  found.replaceChildren();
  showMore();
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  document.getElementById("panel-title").focus();
}

// As far as somebody came from this page they go back; the browser puts the focus where it was.
function leavePanel() {
  if (isGoingBack) return;
  isGoingBack = hasCome;
  if (hasCome) history.back();
  else closePanel();
}

function closePanel() {
  if (location.hash.startsWith(LINK)) history.replaceState(null, "", location.href.split("#")[0]);
  shutPanel();
}

// The event of closing comes later, when the address may be another one: then it must not be taken for the browser's own closing.
function shutPanel() {
  if (!panel.open) return;
  isShutHere = true;
  panel.close();
}

function goToSegment() {
  const place = document.getElementById(location.hash.slice(1)), transcript = place?.closest("details");
  if (!transcript) return;
  transcript.open = true;
  place.scrollIntoView({ block: "center" });
  place.querySelector("a").focus({ preventScroll: true });
}

function follow() {
  hideReason();
  if (location.hash.startsWith(LINK)) return openPanel(location.hash);
  shutPanel();
  goToSegment();
}

function followSegments() {
  addEventListener("hashchange", () => { hasCome = true; isGoingBack = false; follow(); });
  more.onclick = showMore;
  panel.querySelector(".close").onclick = leavePanel;
  panel.addEventListener("cancel", event => { event.preventDefault(); leavePanel(); });
  panel.addEventListener("close", () => {
    if (!isShutHere && !isGoingBack) closePanel();
    isShutHere = false;
  });
  panel.addEventListener("click", event => { if (event.target === panel) leavePanel(); }); // beside it
}
