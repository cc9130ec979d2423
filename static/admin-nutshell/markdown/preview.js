// The text as its page shows it: the server's own rendering, under the site's own style sheet, in a shadow root.

import { Refusal, ask } from "./asking.js";
import { page } from "./page.js";

const PAUSE = 250; // milliseconds without typing

/** The element that holds the rendered text, inside a shadow root that knows the site's style sheets only. */
function openShadow(box) {
  const shadow = box.attachShadow({ mode: "open" });
  for (const address of [page.siteCss, page.themeCss].filter(Boolean)) {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = address;
    shadow.append(sheet);
  }
  const shown = document.createElement("div");
  shown.className = "prose";
  shadow.append(shown);
  box.classList.toggle("sans", page.typeface === "sans");
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", page.preview);
  box.tabIndex = 0; // it may scroll
  shadow.addEventListener("click", followElsewhere);
  return shown;
}

/** A link of the preview opens a new window: the text being edited stays. */
function followElsewhere(event) {
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  const anchor = link.getAttribute("href");
  if (anchor.startsWith("#")) event.currentTarget.getElementById(decodeURIComponent(anchor.slice(1)))?.scrollIntoView();
  else window.open(link.href, "_blank", "noopener");
}

export function startPreview(area, say) {
  const shown = openShadow(area.parentElement.querySelector(".markdownx-preview"));
  let pause, running;

  async function show() {
    running?.abort(); // an answer to an older text is never shown
    running = new AbortController();
    const { signal } = running;
    const fields = { content: area.value, heading_shift: area.dataset.headingShift ?? "1" };
    try {
      const answer = await ask(area.dataset.markdownxUrlsPath, fields, signal);
      const html = await answer.text();
      if (signal.aborted) return;
      shown.innerHTML = html;
      say("");
    } catch (error) {
      if (error instanceof Refusal) say(error.message);
      else if (error.name !== "AbortError") throw error;
    }
  }

  area.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, PAUSE);
  });
  if (area.value) show();
}
