// Who came out of hours and was promised that somebody gets in touch.

import { langOf, make } from "../widget/dom.js";
import { get, post } from "./api.js";
import { attempt } from "./dialog.js";
import { moment, nameOf, say } from "./words.js";

export class Promises {
  constructor(console) {
    this.console = console;
    this.list = make("div", { class: "results" });
    this.element = make("div", { class: "page" },
      make("header", {}, make("h1", {}, say("promisesTitle"))), make("p", { class: "hint" }, say("promisesHint")), this.list);
    this.#load();
  }

  async #load() {
    const found = await attempt(() => get("/promises"));
    if (!found) return;
    const all = found.promises.map((one) => this.#promise(one));
    this.list.replaceChildren(...(all.length ? all : [make("p", { class: "calm" }, say("noPromises"))]));
  }

  #promise({ id, contact, until, reason, row }) {
    const name = nameOf(row);
    const late = new Date(until) < Date.now();
    const done = async () => (await attempt(() => post(`/promises/${encodeURIComponent(id)}/kept`))) && this.#load();
    return make("div", { class: "result promise" },
      make("div", {},
        make("p", {}, make("b", { lang: langOf(name) }, name), make("span", {}, contact)),
        make("p", {}, make("span", { class: late ? "chip hot" : "chip plain" }, late ? say("overdue") : say("due", { time: moment(until) })), make("small", {}, say(`reason.${reason}`)))),
      make("button", { type: "button", class: "soft", onclick: () => this.console.open(row.id) }, say("open")),
      make("button", { type: "button", class: "main", onclick: done }, say("kept")));
  }
}
