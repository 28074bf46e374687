// What was judged is kept in the browser: a place for each segment, under the packet and the coder.

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
