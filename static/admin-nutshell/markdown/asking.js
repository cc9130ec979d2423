// Requests of the editor. A lost session is said in a sentence; nothing of the answer's page is ever shown.

import { page } from "./page.js";

/** A sentence for the editor instead of an answer. */
export class Refusal extends Error {}

const tokens = () => document.querySelectorAll("input[name=csrfmiddlewaretoken]");

function post(url, fields, signal) {
  const body = new FormData(); // line ends as a form sends them, so that preview and page see the same text
  Object.entries(fields).forEach(([name, value]) => body.append(name, value));
  body.append("csrfmiddlewaretoken", tokens()[0]?.value ?? "");
  return fetch(url, { method: "POST", body, signal, redirect: "manual", credentials: "same-origin" });
}

const isPlain = (answer, kind) => (answer.headers.get("Content-Type") ?? "").startsWith(kind);

/** Who signed in again in another window has a new token: this page takes it over, so that saving works too. */
async function renewToken(signal) {
  const answer = await fetch(location.href, { signal, redirect: "manual", credentials: "same-origin" });
  if (!answer.ok) return false;
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = other.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  if (!token || other.querySelector("input[type=password]")) return false;
  tokens().forEach((input) => (input.value = token));
  return true;
}

/** The answer to a POST with these fields; a Refusal where there is none that can be used. */
export async function ask(url, fields, signal) {
  let answer;
  try {
    answer = await post(url, fields, signal);
    if (answer.status === 403 && !isPlain(answer, "text/plain") && (await renewToken(signal))) {
      answer = await post(url, fields, signal);
    }
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(page.offline);
  }
  if (answer.ok) return answer;
  if (isPlain(answer, "application/json")) throw new Refusal((await answer.json()).error);
  if (answer.status === 403 && isPlain(answer, "text/plain")) throw new Refusal(await answer.text());
  throw new Refusal(answer.status === 403 || answer.type === "opaqueredirect" ? page.signedOut : page.offline);
}
