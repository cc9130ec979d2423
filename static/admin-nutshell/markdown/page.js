// What the page around says to the scripts: who is signed in, the site's style sheets, and all sentences.

const meta = document.querySelector('meta[name="nutshell"]');

export const page = meta?.dataset ?? {};
