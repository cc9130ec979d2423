// A handle that drags a row to another place among its own, with mouse, pen or finger. The buttons do the same.

import { place, rowsOf, settle } from "./rows.js";

const EDGE = 40; // pixels from the window's edge where it starts to scroll

/** Moves the row to where the pointer is: past each neighbour whose middle it has crossed. */
function follow(row, y) {
  const rows = rowsOf(row.parentElement);
  const middle = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
  const at = rows.indexOf(row);
  const before = rows.slice(0, at).find((other) => y < middle(other));
  const after = rows.slice(at + 1).findLast((other) => y > middle(other));
  if (before) place(row, before, -1);
  else if (after) place(row, after, 1);
}

function scrollNear(y) {
  if (y < EDGE) scrollBy(0, -EDGE / 2);
  else if (y > innerHeight - EDGE) scrollBy(0, EDGE / 2);
}

/** The handle for a row. It is no button: who uses the keyboard has those. */
export function dragged(row) {
  const handle = document.createElement("span");
  handle.className = "nutshell-drag";
  handle.textContent = "⠿";
  handle.setAttribute("aria-hidden", "true");
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault(); // no text is selected on the way
    row.classList.add("nutshell-dragged");
    const moving = new AbortController();
    const { signal } = moving;
    const drop = () => {
      moving.abort();
      row.classList.remove("nutshell-dragged");
      settle(row);
    };
    // On the window: a row that moves in the page would lose the pointer it has captured.
    addEventListener(
      "pointermove",
      (moved) => {
        scrollNear(moved.clientY);
        follow(row, moved.clientY);
      },
      { signal },
    );
    addEventListener("pointerup", drop, { signal });
    addEventListener("pointercancel", drop, { signal });
  });
  return handle;
}
