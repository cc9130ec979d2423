// No word is lost: what is typed into a form with a Markdown box is kept in this browser until it is saved, offered
// again when the form is opened again, and leaving with unsaved work warns. Kept by user, object and version (which is
// part of the value, so that text typed over an older version is offered too, and said to be that).

import { page } from "./markdown/page.js";

const PREFIX = `nutshell-kept|${page.user}|`;
const SUBMITTED = "nutshell-submitted";
const PAUSE = 400; // milliseconds without typing
const LONGEST = 30 * 24 * 3600 * 1000; // milliseconds a text is kept
const TEXTS = "textarea, input[type=text], input[type=url], input[type=email], input[type=number]";

const form = document.querySelector(".markdownx-editor")?.form;
const isPopup = new URLSearchParams(location.search).has("_popup");
const key = PREFIX + location.pathname;
/** The page shows what was sent and not saved: errors, a filled form. */
const isAnswer = page.method === "POST" || document.querySelector(".nutshell-filled") !== null;

const textsOf = () =>
  [...form.querySelectorAll(TEXTS)].filter(
    (field) => field.name && !field.readOnly && !field.name.startsWith("initial-") && !field.closest(".empty-form"),
  );

/** A number that is another one when any text of the form was another one when it was opened. */
function hash(text) {
  let number = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) number = Math.imul(number ^ text.charCodeAt(place), 0x01000193);
  return (number >>> 0).toString(36);
}

/** The server's fingerprint of what the form shows, which it also refuses stale saves by; else one of the texts. */
const openedAs = () =>
  form.querySelector("input[name=_state]")?.value ??
  hash(textsOf().map((field) => `${field.name}=${field.defaultValue}`).join("\n"));

// Storage may be forbidden, full, or hold nonsense: then nothing is kept, and nothing breaks.

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // as above
  }
}

function kept(prefix = PREFIX) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** The key of the text that this window sent last, and forgets by that; null where it sent none. */
function takeSent() {
  try {
    const sent = sessionStorage.getItem(SUBMITTED);
    sessionStorage.removeItem(SUBMITTED);
    return sent;
  } catch {
    return null;
  }
}

function noteSent() {
  try {
    sessionStorage.setItem(SUBMITTED, key);
  } catch {
    // as above
  }
}

/** After a save succeeded, the text that was sent need not be kept any more. */
function settle() {
  const sent = takeSent();
  if (sent && page.method === "GET" && document.querySelector(".messagelist .success")) write(sent, null);
  kept("nutshell-kept|")
    .filter((name) => Date.now() - (read(name)?.when ?? 0) > LONGEST)
    .forEach((name) => write(name, null));
}

function forgetOnLogout() {
  document.querySelector("#logout-form")?.addEventListener("submit", () => {
    addEventListener("pagehide", () => kept().forEach((name) => write(name, null))); // once it is really left
  });
}

function button(label, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "button", textContent: label });
  made.addEventListener("click", act);
  return made;
}

function watch() {
  const version = isAnswer ? (read(key)?.version ?? openedAs()) : openedAs();
  let isUnsaved = isAnswer;
  let isLeaving = false;
  let pause;

  function keep() {
    clearTimeout(pause);
    const changed = textsOf().filter((field) => isAnswer || field.value !== field.defaultValue);
    const fields = Object.fromEntries(changed.map((field) => [field.name, field.value]));
    write(key, changed.length > 0 ? { version, when: Date.now(), fields } : null);
  }

  function changed() {
    isUnsaved = true;
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
  }

  function restore(entry) {
    const fields = textsOf().filter((field) => field.name in entry.fields && field.value !== entry.fields[field.name]);
    fields.forEach((field) => {
      field.value = entry.fields[field.name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    fields[0]?.focus();
  }

  function offer(entry) {
    const box = document.createElement("div");
    box.className = "nutshell-kept";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", page.kept);
    const said = document.createElement("p");
    said.textContent = entry.version === version ? page.kept : page.keptOld;
    const close = () => box.remove();
    const buttons = document.createElement("p");
    buttons.className = "nutshell-buttons";
    buttons.append(
      button(page.restore, () => {
        close();
        restore(entry);
      }),
      button(page.discard, () => {
        close();
        write(key, null);
      }),
    );
    box.append(said, buttons);
    form.before(box);
  }

  const entry = read(key);
  const differs = (field) => field.name in (entry?.fields ?? {}) && field.value !== entry.fields[field.name];
  if (isAnswer) keep();
  else if (entry && textsOf().some(differs)) offer(entry);
  else if (entry) write(key, null);

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    if ((event.submitter?.formTarget || form.target) === "_blank") return; // a preview: the form stays open
    keep();
    isLeaving = true;
    noteSent();
  });
  addEventListener("pagehide", () => isUnsaved && keep());
  addEventListener("pageshow", () => (isLeaving = false)); // "back" shows the form as it was left
  addEventListener("beforeunload", (event) => {
    if (isUnsaved && !isLeaving) event.preventDefault();
  });
}

if (page.user) {
  settle();
  forgetOnLogout();
  if (form && !isPopup) watch();
}
