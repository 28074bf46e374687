// Each code and each command has its key; codes beneath another have two, one after the other.

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

function onKey(event) {
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
  if (branches.has(key)) return act(event, () => openBranch(key));
  if (chord) act(event, () => { chord = null; render(); });
  else if (commands.has(key)) act(event, commands.get(key));
}

function openBranch(key) {
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
