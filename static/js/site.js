/* Comforts of the public pages. Everything works without them. */

const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

/** The switch turns to the other theme. Back at the system's own, the choice is forgotten and the system followed. */
function startThemeSwitch(button) {
  const isDark = () => (root.dataset.theme ?? (systemIsDark.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    const isSystem = (wanted === "dark") === systemIsDark.matches;
    if (isSystem) delete root.dataset.theme;
    else root.dataset.theme = wanted;
    remember(isSystem ? null : wanted);
    show();
  });
  systemIsDark.addEventListener("change", show);
  show();
}

function remember(theme) {
  try {
    if (theme === null) localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    /* Storage may be forbidden: the choice lasts as long as the page. */
  }
}

/** Copies the text beside the button; where the browser forbids that, selects it for Ctrl-C. */
async function copyBeside(button) {
  const text = button.parentElement.querySelector("pre, [data-copied-text]");
  const label = button.textContent;
  try {
    await navigator.clipboard.write([new ClipboardItem(copiesOf(text))]);
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = label), 2000);
  } catch {
    getSelection().selectAllChildren(text);
  }
}

/** As plain text; a reference also with its italics, for word processors. */
function copiesOf(text) {
  const copies = { "text/plain": new Blob([text.textContent], { type: "text/plain" }) };
  if (text.matches("[data-copied-text]")) copies["text/html"] = new Blob([text.innerHTML], { type: "text/html" });
  return copies;
}

/** Address collectors look for "@" and "mailto:" in the page; people get a link. */
function linkEmail(shown) {
  const [name, host] = [...shown.querySelectorAll("span")].map((part) => part.textContent);
  const link = document.createElement("a");
  link.href = `mailto:${name}@${host}`;
  link.textContent = `${name}@${host}`;
  shown.replaceChildren(link);
}

document.querySelectorAll("[data-theme-switch]").forEach(startThemeSwitch);
document.querySelectorAll("[data-email]").forEach(linkEmail);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copyBeside(button);
});
