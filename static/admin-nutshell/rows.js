// Rows of a table that have a position: what moving them by button and by hand have in common.

export const positionOf = (row) => row.querySelector("input[data-move-up]");
const isGone = (row) => row.querySelector("td.delete input:checked") !== null;

/** The rows of a table body that have a position, without the template of new rows. */
export const rowsOf = (body) =>
  [...body.rows].filter((row) => !row.classList.contains("empty-form") && positionOf(row));

export function number(body) {
  rowsOf(body)
    .filter((row) => !isGone(row))
    .forEach((row, index) => {
      positionOf(row).value = index;
    });
}

/** A row moves together with the row of its error messages, which stands above it. */
export function withErrors(row) {
  const before = row.previousElementSibling;
  return before?.classList.contains("row-form-errors") ? [before, row] : [row];
}

/** Puts a row before (-1) or after (1) another one. */
export function place(row, other, direction) {
  if (direction < 0) withErrors(other)[0].before(...withErrors(row));
  else other.after(...withErrors(row));
}

/** Numbers the rows as they stand now, and says that they were changed. */
export function settle(row) {
  number(row.parentElement);
  positionOf(row).dispatchEvent(new Event("change", { bubbles: true }));
}
