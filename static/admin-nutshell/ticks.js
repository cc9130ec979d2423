// One box in the heading of a table of tick boxes ticks them all; without this script each is ticked by itself.

document.querySelectorAll("[data-tick-all]").forEach((heading) => {
  const boxes = [...heading.closest("table").querySelectorAll("tbody input[type=checkbox]")];
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", heading.dataset.tickAll);
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", show));
  show();
  heading.replaceChildren(all);
});
