// The Markdown boxes of a form: preview beside the text, pictures, keys. Without this script they are text areas.

import { startKeys } from "./markdown/keys.js";
import { startPictures } from "./markdown/pictures.js";
import { startPreview } from "./markdown/preview.js";

const started = new WeakSet();

function start(area) {
  if (started.has(area) || area.closest(".empty-form")) return;
  started.add(area);
  const foot = document.createElement("div");
  foot.className = "nutshell-foot";
  const status = document.createElement("span");
  status.className = "nutshell-said";
  status.setAttribute("role", "status");
  foot.append(status);
  area.closest(".markdownx").append(foot);
  const say = (sentence) => (status.textContent = sentence);
  startKeys(area);
  startPictures(area, foot, say);
  startPreview(area, say);
}

const startAll = (part) => part.querySelectorAll(".markdownx-editor").forEach(start);

startAll(document);
document.addEventListener("formset:added", (event) => startAll(event.target));
