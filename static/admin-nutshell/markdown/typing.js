// Text put into a text area as if it were typed, so that Ctrl-Z takes it back.

/** Replaces the selection; afterwards the part from `start` to `end` of the new text is selected. */
export function type(area, text, start = text.length, end = start) {
  const from = area.selectionStart;
  area.focus();
  // Deprecated, and the only way in every browser that keeps the list of steps to undo.
  const command = text ? ["insertText", text] : ["delete", undefined];
  if (!document.execCommand(command[0], false, command[1])) {
    area.setRangeText(text, from, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(from + start, from + end);
}

export const selected = (area) => area.value.slice(area.selectionStart, area.selectionEnd);
