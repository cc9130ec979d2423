// Gives the choice boxes that Select2 makes an accessible name: their field's label, or their column's heading.

function nameOf(select) {
  const label = select.id && document.querySelector(`label[for="${select.id}"]`);
  if (label) return label.textContent;
  const cell = select.closest("td");
  return cell ? cell.closest("table").querySelectorAll("thead th")[cell.cellIndex].textContent : "";
}

function nameBoxes(part) {
  part.querySelectorAll("select.admin-autocomplete").forEach((select) => {
    const box = select.parentElement.querySelector(".select2-selection");
    if (!box) return;
    box.querySelectorAll("ul").forEach((list) => list.setAttribute("role", "presentation")); // it holds spans too
    const name = nameOf(select).trim().replace(/:$/, "");
    [box, ...box.querySelectorAll("[role=textbox], input")].forEach((element) => {
      if (element === box) element.removeAttribute("aria-labelledby");
      element.setAttribute("aria-label", element === box ? `${name}: ${box.textContent.replace("×", "").trim()}` : name);
    });
  });
}

window.django?.jQuery?.(() => nameBoxes(document)); // after Select2, which waits in the same queue
document.addEventListener("change", (event) => {
  if (event.target.matches("select.admin-autocomplete")) nameBoxes(event.target.parentElement);
});
document.addEventListener("formset:added", (event) => setTimeout(() => nameBoxes(event.target)));
