"use strict";
// Tables are sorted by the head of a column: up, down, and as the report has it again.

// A figure unrounded where the report has it, else the number that a cell begins with; what is none comes last, up or down.
function figureOf(cell) {
  const value = cell.dataset.value ?? cell.textContent.replace(/^[^\d+-]*(?=[\d+-])/, "");
  return value === "" ? NaN : parseFloat(value);
}

function compareFigures(one, other) {
  return Number.isNaN(one) || Number.isNaN(other) ? 0 : one - other;
}

// By code units: the same in every browser, whatever its language.
function compareTexts(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sortBy(table, column, isNumber, direction) {
  const body = table.tBodies[0];
  const rows = table.inOrder.map(row => ({ row, key: isNumber ? figureOf(row.cells[column]) : row.cells[column].textContent }));
  if (direction) {
    rows.sort((one, other) => isNumber
      ? Number.isNaN(one.key) - Number.isNaN(other.key) || direction * compareFigures(one.key, other.key)
      : direction * compareTexts(one.key, other.key));
  }
  body.append(...rows.map(entry => entry.row));
}

function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  table.inOrder = [...table.tBodies[0].rows];
  if (table.inOrder.length < 2) return;

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" }[head.ariaSort ?? "none"];
      for (const each of heads) each.removeAttribute("aria-sort");
      if (next !== "none") head.ariaSort = next;
      sortBy(table, column, head.classList.contains("number"), { ascending: 1, descending: -1, none: 0 }[next]);
    };
  });
}
