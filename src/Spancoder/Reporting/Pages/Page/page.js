// The page stands without scripts; this adds what moves.

document.documentElement.classList.add("js");
const CODES = new Map([...document.querySelectorAll("#codes dt")].map(label => [label.textContent, label.nextElementSibling.textContent]));

function offerToFind() {
  const form = document.getElementById("find");
  if (CODES.size === 0 || !document.querySelector(".document")) return;
  form.code.append(...[...CODES].map(([id, name]) => new Option(`${id} ${name}`, id)));
  form.hidden = false;
  form.onsubmit = event => {
    event.preventDefault();
    const conditions = [...new FormData(form)].filter(([, value]) => value.trim()).map(condition => condition.map(encodeURIComponent).join("="));
    location.hash = LINK + conditions.join("&");
  };
}

// What a code is called, where it stands as a label.
document.addEventListener("mouseover", event => {
  const label = event.target.closest?.("b[class^=k]");
  if (label && CODES.has(label.textContent)) label.title = CODES.get(label.textContent);
});

if (matchMedia("(max-width: 64rem)").matches) document.querySelector("#contents details").open = false;
document.querySelectorAll("table").forEach(makeSortable);
followReasons();
followSegments();
offerToFind();
if (location.hash) follow();
