// Ctrl (or Command) with B, I and K: bold, italic, link. Tab is left alone: it leaves the box.

import { selected, type } from "./typing.js";

const MARKS = { b: "**", i: "*" };

/** Puts the marks around the selection, or takes them away where they stand just inside or just outside of it. */
function toggle(area, mark) {
  const text = selected(area);
  const [start, end, size] = [area.selectionStart, area.selectionEnd, mark.length];
  const stars = (part) => part.match(/^\**/)[0].length;
  const before = stars([...area.value.slice(0, start)].reverse().join(""));
  const after = stars(area.value.slice(end));
  const isMarked = (count) => (size === 1 ? count % 2 === 1 : count >= 2);
  if (isMarked(before) && isMarked(after)) {
    area.setSelectionRange(start - size, end + size);
    type(area, text, 0, text.length);
  } else {
    type(area, `${mark}${text}${mark}`, size, size + text.length);
  }
}

/** A selected address becomes where the link leads, any other selection its words. */
function link(area) {
  const text = selected(area);
  if (/^https?:\/\/\S+$/.test(text)) type(area, `[](${text})`, 1);
  else if (text) type(area, `[${text}](https://)`, text.length + 3, text.length + 11);
  else type(area, "[](https://)", 1);
}

export function startKeys(area) {
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (!(key in MARKS) && key !== "k") return;
    event.preventDefault();
    if (key === "k") link(area);
    else toggle(area, MARKS[key]);
  });
}
