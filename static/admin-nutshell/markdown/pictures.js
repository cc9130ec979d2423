// Pictures for a text: dropped, pasted or chosen. Each is asked for its alternative text before it is sent.

import { Refusal, ask } from "./asking.js";
import { page } from "./page.js";
import { type } from "./typing.js";

const SHOWN = 240; // pixels of the small version beside the question

const picturesIn = (data) => [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A small version of the picture: drawn, because the policy lets no page load a file of the visitor's. */
async function drawing(file) {
  const canvas = element("canvas", { width: 0, height: 0 });
  canvas.setAttribute("aria-hidden", "true");
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SHOWN / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, bitmap.width * scale);
    canvas.height = Math.max(1, bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  } catch {
    // The server says what is wrong with it.
  }
  return canvas;
}

/** Asks what the picture shows: the words (perhaps none), or null where it is not to be added after all. */
async function askForAlt(file) {
  const words = element("textarea", { id: "nutshell-alt", rows: 3, maxLength: 500 });
  words.setAttribute("aria-describedby", "nutshell-alt-help");
  const dialog = element(
    "dialog",
    { className: "nutshell-dialog" },
    element(
      "form",
      { method: "dialog" },
      await drawing(file),
      element("label", { htmlFor: "nutshell-alt", textContent: page.askAlt }),
      words,
      element("p", { id: "nutshell-alt-help", className: "nutshell-aside", textContent: page.altHelp }),
      element(
        "div",
        { className: "nutshell-buttons" },
        element("button", { className: "button default", value: "add", textContent: page.addPicture }),
        element("button", { className: "button", value: "", textContent: page.cancel }),
      ),
    ),
  );
  dialog.setAttribute("aria-label", page.askAlt);
  document.body.append(dialog);
  dialog.showModal();
  words.focus();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  dialog.remove();
  return dialog.returnValue === "add" ? words.value.trim() : null;
}

export function startPictures(area, foot, say) {
  async function add(files) {
    let place = area.selectionEnd; // the question takes the focus, and with it the caret
    for (const file of files) {
      const alt = await askForAlt(file);
      area.focus();
      area.setSelectionRange(place, place);
      if (alt === null) continue;
      say(page.uploading);
      try {
        const answer = await ask(area.dataset.markdownxUploadUrlsPath, { image: file, alt });
        const { image_code: code } = await answer.json();
        type(area, code);
        place = area.selectionEnd;
        say("");
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        say(error.message);
      }
    }
  }

  const chooser = element("input", { type: "file", accept: "image/*", multiple: true, hidden: true });
  chooser.addEventListener("change", () => {
    const files = [...chooser.files];
    chooser.value = "";
    add(files);
  });
  const button = element("button", { type: "button", className: "button", textContent: page.addPicture });
  button.addEventListener("click", () => chooser.click());
  foot.prepend(button, chooser);

  area.addEventListener("paste", (event) => {
    // A word processor puts a picture of the words beside the words: those are wanted then.
    const files = event.clipboardData.types.includes("text/plain") ? [] : picturesIn(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  });
  const isOverFiles = (event) => event.dataTransfer.types.includes("Files");
  area.addEventListener("dragover", (event) => {
    if (!isOverFiles(event)) return;
    event.preventDefault();
    area.classList.add("nutshell-over");
  });
  ["dragleave", "drop"].forEach((name) => area.addEventListener(name, () => area.classList.remove("nutshell-over")));
  area.addEventListener("drop", (event) => {
    if (!isOverFiles(event)) return;
    event.preventDefault(); // else the browser would leave the page and show the file
    add(picturesIn(event.dataTransfer));
  });
}
