// Who gave a code and why: shown beside the words that it rests on, for the mouse and for the keyboard.

const reason = document.getElementById("reason");
let shownFor = null, leaving = 0;

function showReason(mark) {
  clearTimeout(leaving);
  if (shownFor === mark) return;

  const reasons = mark.getAttribute("aria-describedby").split(" ").map(id => document.getElementById(id).cloneNode(true));
  for (const each of reasons) each.removeAttribute("id");
  reason.replaceChildren(...reasons);
  reason.showPopover();
  reason.style.visibility = "";
  shownFor = mark;
  placeReason();
}

// Below the words, or above them where there is no room.
function placeReason() {
  const words = shownFor.getBoundingClientRect(), box = reason.getBoundingClientRect();
  const below = words.bottom + 6, above = words.top - box.height - 6;
  reason.style.top = `${Math.max(8, below + box.height > innerHeight ? above > 0 ? above : innerHeight - box.height - 8 : below)}px`;
  reason.style.left = `${Math.max(8, Math.min(words.left, innerWidth - box.width - 8))}px`;
}

// What has the focus is scrolled to after it is told so, and may be scrolled away: while its words are out of sight the reason is too.
function moveReason() {
  if (!shownFor) return;
  const words = shownFor.getBoundingClientRect(), isInSight = words.bottom >= 0 && words.top <= innerHeight;
  reason.style.visibility = isInSight ? "" : "hidden";
  if (isInSight) placeReason();
}

function hideReason() {
  clearTimeout(leaving);
  if (!shownFor) return;
  reason.hidePopover();
  shownFor = null;
}

function followReasons() {
  const markOf = event => event.target.closest?.("mark[aria-describedby]");
  document.addEventListener("mouseover", event => {
    if (markOf(event)) showReason(markOf(event));
    else if (reason.contains(event.target)) clearTimeout(leaving);
  });
  document.addEventListener("mouseout", event => {
    if (markOf(event) || reason.contains(event.target)) leaving = setTimeout(hideReason, 200); // time to reach what is shown
  });
  document.addEventListener("focusin", event => markOf(event) ? showReason(markOf(event)) : hideReason());
  document.addEventListener("focusout", event => { if (markOf(event)) hideReason(); });
  document.addEventListener("scroll", moveReason, { capture: true, passive: true });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !shownFor) return;
    if (document.activeElement === shownFor) event.preventDefault(); // then the panel stays open
    hideReason();
  });
}
