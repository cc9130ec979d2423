// Authors typed as names: known ones are suggested while typing, and each name is told whether it is known here.

const group = document.querySelector("#authorships-group");
const address = document.querySelector("[data-names-url]")?.dataset.namesUrl;
const PAUSE = 200; // milliseconds without typing
const NAMES = "tr.form-row:not(.empty-form) td.field-name input";
const MOST = 50; // names asked about at once

async function ask(parameters) {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams(parameters)}`, { redirect: "manual" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // a comfort: without it names are typed as before
  }
}

function hintOf(input) {
  let hint = input.parentElement.querySelector(".nutshell-known");
  if (!hint) {
    hint = document.createElement("span");
    hint.className = "nutshell-known";
    hint.setAttribute("role", "status");
    input.after(hint);
  }
  return hint;
}

async function tell(inputs) {
  const typed = inputs.filter((input) => input.value.trim()).slice(0, MOST);
  inputs.filter((input) => !input.value.trim()).forEach((input) => (hintOf(input).textContent = ""));
  if (typed.length === 0) return;
  const names = typed.map((input) => input.value);
  const answer = await ask(names.map((name) => ["name", name]));
  typed.forEach((input, index) => {
    if (answer && input.value === names[index]) hintOf(input).textContent = answer.known[index];
  });
}

function start() {
  const list = document.createElement("datalist");
  list.id = "nutshell-names";
  group.append(list);
  let pause;

  async function suggest(input) {
    const term = input.value;
    const answer = term.trim().length > 1 ? await ask([["term", term]]) : null;
    if (input.value !== term) return;
    list.replaceChildren(...(answer?.suggestions ?? []).map((name) => new Option(name, name)));
  }

  group.addEventListener("input", (event) => {
    const input = event.target;
    if (!input.matches(NAMES)) return;
    input.setAttribute("list", list.id);
    hintOf(input).textContent = "";
    clearTimeout(pause);
    pause = setTimeout(() => suggest(input), PAUSE);
  });
  group.addEventListener("change", (event) => {
    if (event.target.matches(NAMES)) tell([event.target]);
  });
  // Rows that were filled in from BibTeX or came back with an error; stored ones are known.
  tell([...group.querySelectorAll(NAMES)].filter((input) => !input.closest(".has_original")));
}

if (group && address) start();
