// Buttons and a handle that move rows up and down, in inline tables and in lists whose position is edited.
// Without this script the numbers in the position fields do the same.

import { dragged } from "./drag.js";
import { number, place, positionOf, rowsOf, settle, withErrors } from "./rows.js";

function move(button, direction) {
  const row = button.closest("tr");
  const rows = rowsOf(row.parentElement);
  const other = rows[rows.indexOf(row) + direction];
  if (!other) return;
  place(row, other, direction);
  settle(row);
  button.focus();
}

function button(direction, sign, label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "nutshell-move";
  made.textContent = sign;
  made.title = label;
  made.setAttribute("aria-label", label);
  made.dataset.direction = direction;
  return made;
}

function addButtons(row) {
  const position = positionOf(row);
  if (!position || position.type === "hidden" || row.querySelector(".nutshell-move")) return;
  position.before(dragged(row));
  position.after(button(-1, "↑", position.dataset.moveUp), button(1, "↓", position.dataset.moveDown));
}

/** Django numbers the fields of the rows anew, in the order shown, when a new row is removed; rows that are
    stored must then come first, as they were: so the rows go back to their own order until that is done. */
function byIndex(body) {
  const index = (row) => Number(row.id.match(/-(\d+)$/)?.[1] ?? Infinity);
  const template = body.querySelector("tr.empty-form");
  rowsOf(body)
    .sort((one, other) => index(one) - index(other))
    .forEach((row) => withErrors(row).forEach((part) => body.insertBefore(part, template)));
}

function byPosition(body) {
  const template = body.querySelector("tr.empty-form");
  const at = (row) => (positionOf(row).value === "" ? Infinity : Number(positionOf(row).value));
  rowsOf(body)
    .map((row, index) => [at(row), index, row])
    .sort(([one, first], [other, second]) => (one === other ? first - second : one - other))
    .forEach(([, , row]) => withErrors(row).forEach((part) => body.insertBefore(part, template)));
}

document.addEventListener("click", (event) => {
  const target = event.target;
  if (target.classList.contains("nutshell-move")) move(target, Number(target.dataset.direction));
});

document.addEventListener(
  "click",
  (event) => {
    const remove = event.target.closest(".nutshell-rows .inline-deletelink");
    if (remove) byIndex(remove.closest("tbody"));
  },
  true,
);

document.addEventListener("formset:added", (event) => {
  const row = event.target;
  if (row.tagName !== "TR" || !positionOf(row)) return;
  row.querySelectorAll(".nutshell-move, .nutshell-drag").forEach((old) => old.remove());
  addButtons(row);
  number(row.parentElement);
});

document.addEventListener("formset:removed", (event) => {
  const body = document.querySelector(`#${event.detail.formsetName}-group.inline-group tbody`);
  if (!body || !body.closest(".nutshell-rows")) return;
  queueMicrotask(() => byPosition(body)); // Django numbers the fields after this event
});

document.querySelectorAll(".nutshell-rows tbody, #result_list tbody").forEach((body) => {
  rowsOf(body).forEach(addButtons);
});
