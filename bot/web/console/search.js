// Search over past conversations.

import { langOf, make } from "../widget/dom.js";
import { get } from "./api.js";
import { attempt } from "./dialog.js";
import { chips } from "./inbox.js";
import { moment, nameOf, say } from "./words.js";

const SHORTEST = 2; // characters, as the server has it

export class Search {
  constructor(console) {
    this.console = console;
    this.field = make("input", { type: "search", name: "q", minlength: SHORTEST, maxlength: 100, required: true, autocomplete: "off",
      placeholder: say("searchHint"), "aria-label": say("searchHint") });
    this.count = make("p", { class: "hint", role: "status" }, say("searchAsk"));
    this.list = make("div", { class: "results" });
    this.element = make("div", { class: "page" },
      make("header", {}, make("h1", {}, say("searchTitle"))),
      make("form", { role: "search", onsubmit: (event) => this.#search(event) }, this.field, make("button", { class: "main" }, say("search"))),
      this.count, this.list);
    requestAnimationFrame(() => this.field.focus());
  }

  async #search(event) {
    event.preventDefault();
    const words = this.field.value.trim();
    const found = await attempt(() => get(`/search?q=${encodeURIComponent(words)}`));
    if (!found) return;
    this.count.textContent = say("results", { n: found.conversations.length });
    this.list.replaceChildren(...found.conversations.map((row) => this.#result(row, words)));
  }

  #result(row, words) {
    const name = nameOf(row);
    return make("button", { type: "button", class: "result", onclick: () => this.console.open(row.id) },
      make("p", {}, make("b", { lang: langOf(name) }, name), make("small", {}, moment(row.updated_at)),
        chips(row, row.handoff).map(([kind, text]) => make("span", { class: `chip ${kind}` }, text))),
      make("p", { lang: langOf(row.hit) }, ...marked(row.hit, words)));
  }
}

/** A text with the words that were looked for marked. */
function marked(text, words) {
  const place = text.toLowerCase().indexOf(words.toLowerCase());
  if (place < 0) return [text];
  const end = place + words.length;
  return [make("span", {}, text.slice(0, place), make("mark", {}, text.slice(place, end)), text.slice(end))];
}
