// The rail at the side: rooms, sound, language, help, and who one is.

import { make } from "../widget/dom.js";
import { help } from "./help.js";
import { icon } from "./icons.js";
import { language, say } from "./words.js";

export class Rail {
  #buttons = {};

  constructor(console) {
    this.console = console;
    this.count = make("span", { class: "count", hidden: true });
    const { alerts, me } = console;
    const room = (name, ...more) => (this.#buttons[name] = make("a", { class: "way", href: `#${name}`, title: say(name),
      "aria-label": say(name), onclick: (event) => { event.preventDefault(); console.visit(name); } }, icon(name), ...more));
    const way = (name, word, act) => make("button", { type: "button", class: "way", title: word, "aria-label": word, onclick: act }, icon(name));
    this.sound = make("button", { type: "button", class: "way", onclick: () => { alerts.toggle(); this.#sounds(); } });
    const other = language() === "zh" ? "en" : "zh";
    const tongue = make("button", { type: "button", class: "way tongue", lang: other, "aria-label": say("switchLabel"),
      onclick: () => console.speak(other) }, say("switch"));
    const lead = me.role !== "agent";
    this.element = make("nav", { class: "rail", "aria-label": say("rail") },
      make("img", { class: "mark", src: "/static/console/icon.svg", alt: "", width: 32, height: 32 }),
      room("inbox", this.count), room("search"), room("promises"), lead && room("figures"),
      make("span", { class: "gap" }),
      this.sound, tongue, way("help", say("help"), () => help(console.keys)),
      way("out", `${say("signOut")} (${me.name})`, () => console.signOut()));
    this.#sounds();
    this.rows = () => this.#counts();
    console.desk.addEventListener("rows", this.rows);
    this.#counts();
  }

  end() {
    this.console.desk.removeEventListener("rows", this.rows);
  }

  mark(room) {
    for (const [name, link] of Object.entries(this.#buttons)) {
      if (name === room) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  #counts() {
    const { waiting } = this.console.desk.sections();
    this.count.hidden = !waiting.length;
    this.count.textContent = waiting.length;
    document.title = waiting.length ? `(${waiting.length}) ${say("title")}` : say("title");
  }

  #sounds() {
    const { on } = this.console.alerts;
    this.sound.replaceChildren(icon(on ? "sound" : "quiet"));
    const word = say(on ? "soundOn" : "soundOff");
    this.sound.title = word;
    this.sound.setAttribute("aria-label", word);
    this.sound.setAttribute("aria-pressed", on);
  }
}
