"use strict";
// One person codes the segments of a packet: offline, by keyboard or mouse, saved in this browser as they go.
// Positions in files are Unicode code points of the document; inside this page they are UTF-16 units of the segment's text.

const packet = JSON.parse(document.getElementById("packet").textContent);
const segments = packet.segments;
const codes = new Map(packet.codes.map(code => [code.id, code]));
const ALONE = ["NONE", "UNSURE"]; // rest on no words, and stand beside no code
const RESERVED = [["NONE", "n", "nothing applies"], ["OT", "o", "something else"], ["UNSURE", "u", "cannot tell"]];

const element = id => document.getElementById(id);
const press = (button, isPressed) => button.setAttribute("aria-pressed", isPressed);

function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function makeButton(text, onclick, label) {
  const button = make("button", { type: "button", onclick }, ...[text].flat());
  if (label) button.setAttribute("aria-label", label);
  return button;
}

const say = text => { element("spoken").textContent = text; };
const nameOf = reserved => RESERVED.find(([id]) => id === reserved)[2];
const inAll = texts => texts.map(([, text]) => text).join(" · ");

// One for each segment: the codes given, each with what became of the act and the passage that shows it, and a comment.
const nothing = () => ({ codes: [], comment: "" });
const judgements = segments.map(nothing);
const steps = []; // of each, the judgements that it changed, as they were
let at = 0; // the segment on the page
let current = null; // the code whose status and quote are set

const isJudged = index => judgements[index].codes.length > 0;
const given = id => judgements[at].codes.find(entry => entry.code === id);

function change(index, edit) {
  steps.push([[index, structuredClone(judgements[index])]]);
  edit(judgements[index]);
  save(index);
  render();
}

function undo() {
  const step = steps.pop();
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
