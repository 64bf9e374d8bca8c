// Where staff write: a reply for the shopper, or a note for colleagues.

import { langOf, make } from "../widget/dom.js";
import { attempt } from "./dialog.js";
import { BOT, QUEUE } from "./desk.js";
import { icon } from "./icons.js";
import { chooseCanned, chooseGoods, chooseSuggestion } from "./ways.js";
import { nameOf, say } from "./words.js";

const MOST = 4000; // characters, as the server has it

export class Composer {
  #drafts = new Map(); // id -> {reply, note}
  #mode = "reply";
  #id = null;
  #placeholder = "";

  constructor(talk) {
    this.talk = talk;
    this.desk = talk.desk;
    this.field = make("textarea", { rows: 1, maxlength: MOST, autocomplete: "off", oninput: () => this.#typed(), onkeydown: (event) => this.#key(event) });
    this.modes = ["reply", "note"].map((mode) =>
      make("button", { type: "button", "aria-pressed": mode === "reply", onclick: () => this.write(mode) }, say(mode)));
    const tool = (name, act) => make("button", { type: "button", class: "tool", title: say(name), "aria-label": say(name), onclick: act }, icon(name === "suggested" ? "spark" : name));
    this.tools = make("div", { class: "tools" }, tool("goods", () => this.pickGoods()), tool("canned", () => this.pickCanned()), tool("suggested", () => this.suggest()));
    this.hint = make("span", { class: "hint" });
    this.button = make("button", { class: "main send" });
    this.element = make("form", { class: "composer", onsubmit: (event) => this.#submit(event) },
      make("div", { class: "modes", role: "group" }, this.modes), this.field,
      make("div", { class: "under" }, this.tools, this.hint, this.button));
  }

  /** Another conversation: its own drafts. */
  change(id) {
    this.#id = id;
    this.#mode = "reply";
    this.#show();
  }

  /** What the owner of the conversation lets one do. */
  settle(row) {
    const note = this.#mode === "note";
    const held = ![BOT, QUEUE, this.desk.me.id].includes(row.owner);
    const placeholder = note ? say("noteHint") : held ? say("state.other", { name: row.staff }) : say("replyTo", { name: nameOf(row) });
    if (placeholder !== this.#placeholder) {
      this.#placeholder = placeholder;
      this.field.placeholder = placeholder;
      this.field.setAttribute("aria-label", placeholder);
    }
    this.field.disabled = held && !note;
    this.tools.hidden = held || note;
    this.hint.textContent = !note && !held && !this.desk.mine(row) ? say("takesIt") : "";
    this.element.classList.toggle("noting", note);
    this.button.replaceChildren(say(note ? "addNote" : "send"), icon("send"));
    this.button.disabled = this.field.disabled || !this.field.value.trim();
  }

  /** Begin to write a `reply` or a `note`. */
  write(mode) {
    this.#mode = mode;
    this.#show();
    this.field.focus();
  }

  /** Put words where the reply is written. */
  insert(text) {
    this.#mode = "reply";
    this.#draft().reply = text;
    this.#show();
    this.field.focus();
  }

  pickGoods() {
    chooseGoods(this.desk, async (goods) => {
      if (await this.talk.take()) this.desk.say("", goods);
    });
  }

  pickCanned() {
    chooseCanned(this.desk, (text) => this.insert(text));
  }

  suggest() {
    chooseSuggestion(this.desk, (text) => this.insert(text));
  }

  #draft() {
    if (!this.#drafts.has(this.#id)) this.#drafts.set(this.#id, { reply: "", note: "" });
    return this.#drafts.get(this.#id);
  }

  #show() {
    this.field.value = this.#draft()[this.#mode];
    this.modes.forEach((button, place) => button.setAttribute("aria-pressed", ["reply", "note"][place] === this.#mode));
    const row = this.desk.row(this.#id);
    if (row) this.settle(row);
    this.#grow();
  }

  #typed() {
    this.#draft()[this.#mode] = this.field.value;
    this.button.disabled = !this.field.value.trim();
    this.#grow();
    if (this.#mode === "reply" && this.field.value === "/") {
      this.insert("");
      this.pickCanned();
    } else if (this.#mode === "reply") this.desk.typed();
  }

  #grow() {
    this.field.lang = langOf(this.field.value);
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 220)}px`;
  }

  /** Enter sends; not while a Chinese input method is choosing characters. */
  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    const mode = this.#mode;
    if (mode === "reply" && !(await this.talk.take())) return;
    this.#draft()[mode] = "";
    this.#show();
    if (mode === "reply") this.desk.say(text);
    else if (!(await attempt(() => this.desk.note(text).then(() => true)))) {
      this.#draft().note = text;
      this.#show();
    }
    this.talk.toEnd();
  }
}
