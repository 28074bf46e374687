// The page is built once; what changes is shown by render().

function codeButton(id, keys, name, code) {
  const give = makeButton([...keys.flatMap(key => [make("kbd", {}, key), " "]), make("strong", {}, id), " ", name], () => { chord = null; toggleCode(id); });
  give.className = "give";
  give.dataset.code = id;
  if (!code) return give;

  const why = makeButton("?", () => explain(code), `what ${id} means`);
  why.className = "explain";
  return make("div", { className: "code" }, give, why);
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
    const button = makeButton([make("kbd", {}, status[0]), " " + status], () => toggleStatus(status));
    button.dataset.status = status;
    return button;
  }));
  define(packet.codes[0]);
}

function listen() {
  document.addEventListener("keydown", onKey);
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
    if (!isBegun) steps.push([[at, structuredClone(judgements[at])]]);
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
