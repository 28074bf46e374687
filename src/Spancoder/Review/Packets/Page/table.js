// Tables of codings: RFC 4180, and no cell that a spreadsheet would take for a formula.

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
    steps.push([...loaded.keys()].map(index => [index, judgements[index]]));
    for (const [index, judgement] of loaded) {
      judgement.codes = inOrder(judgement.codes);
      judgements[index] = judgement;
      save(index);
    }
  }

  const counted = (count, noun) => count === 1 ? `1 ${noun} was` : `${count} ${noun}s were`;
  const told = [`${counted(loaded.size, "segment")} loaded.`];
  if (ofOthers) told.push(`${counted(ofOthers, "row")} left out: another person coded that.`);
  if (unknown) told.push(`${counted(unknown, "row")} left out: not about these texts and this codebook.`);
  if (ofOthers || unknown) warn(told.join(" "));
  goTo(at, told.join(" "));
}

const isKnown = id => codes.has(id) || RESERVED.some(([reserved]) => reserved === id);

function quoteFrom(index, quote, start) {
  const text = textOf(index);
  const named = start === "" ? -1 : unitsIn(text, Number(start) - segments[index].start);
  const place = named >= 0 && text.startsWith(quote, named) ? named : text.indexOf(quote);
  return quote && place >= 0 ? quoteAt(index, place, place + quote.length) : null;
}
