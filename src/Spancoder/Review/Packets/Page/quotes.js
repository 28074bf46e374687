// The passage that shows a code: drawn over with the mouse, or chosen word by word.

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
  const segmenter = new Intl.Segmenter(segments[at].language, { granularity: "word" });
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
