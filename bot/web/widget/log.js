// The message log: in the order of `seq`, each message once, whatever arrives when.

import { icon, make, retell } from "./dom.js";
import { Block } from "./message.js";
import { say } from "./words.js";

const NEAR = 80; // px from the end within which a reader wants to follow

export class Log {
  #base;
  #acts;
  #blocks = []; // in the order of the log; unsent ones last
  #contiguous = 0; // the seq up to which nothing is missing

  /** `acts` as in `Block`, and `start(text)` for a first question. */
  constructor(base, acts) {
    this.#base = base;
    this.#acts = acts;
    this.typing = make("p", { class: "typing", hidden: true },
      make("span", { class: "spoken" }, () => say("typing", { name: this.typist ?? say("bot") })), make("i"), make("i"), make("i"));
    this.#greet();
    this.list = make("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0",
      "aria-label": () => say("messages"), onscroll: () => this.#scrolled() }, this.greeting);
    this.newer = make("button", { type: "button", class: "newer", hidden: true,
      onclick: () => this.toEnd() }, icon("down"), () => say("newer"));
    const sign = make("div", { role: "status" }, this.typing);
    this.element = make("div", { class: "logframe" }, this.list, sign, this.newer);
  }

  /** The seq after which the server should go on telling. */
  get after() {
    return this.#contiguous;
  }

  get last() {
    return this.#blocks.findLast((block) => block.message.seq)?.seq ?? 0;
  }

  /** Show all of a welcome at once, unspoken: it was heard before, or is history. */
  welcome({ messages, last_seq: last, reset }) {
    if (reset) this.clear();
    this.list.setAttribute("aria-busy", "true");
    messages.forEach((message) => this.show(message, false));
    this.list.setAttribute("aria-busy", "false");
    this.#contiguous = last;
  }

  /** Show a stored or an unsent message; false when it was there already. */
  show(message, follow = true) {
    const known = this.#find(message);
    if (known?.message.seq && message.seq) return false;
    const atEnd = this.isAtEnd;
    if (known) {
      const state = message.seq ? "sent" : known.message.state; // stored, maybe before the ack came
      known.update({ ...known.message, state, ...message }, this.#base);
    }
    const block = known ?? new Block(message, this.#base, this.#acts);
    this.#place(block);
    if (message.seq === this.#contiguous + 1) this.#contiguous = message.seq;
    if (message.author !== "shopper") this.type(0);
    this.#tidy();
    if (atEnd || (message.author === "shopper" && follow)) this.toEnd();
    else if (!known && message.author !== "shopper") this.newer.hidden = false;
    return !known;
  }

  /** The acknowledgement of a message. */
  acknowledge({ client_id, seq, id }) {
    const block = this.#find({ client_id });
    if (!block || block.message.seq) return;
    block.update({ ...block.message, state: "sent", seq, id, at: new Date().toISOString() }, this.#base);
    this.#place(block);
    this.#tidy();
  }

  /** Another state of an unsent message. */
  change(message) {
    const block = this.#find(message);
    if (block && !block.message.seq) block.update({ ...block.message, ...message }, this.#base);
  }

  remove({ client_id }) {
    const block = this.#find({ client_id });
    if (!block) return;
    block.element.remove();
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
    this.#tidy();
  }

  /** Forget what is stored: another shopper, or a conversation that is no more. */
  clear() {
    for (const { element, message } of this.#blocks) if (message.seq) element.remove();
    this.#blocks = this.#blocks.filter(({ message }) => !message.seq);
    this.#contiguous = 0;
    this.#tidy();
  }

  /** How many messages of the other side came after `seq`. */
  unread(seq) {
    return this.#blocks.filter(({ message }) => message.author !== "shopper" && message.seq > seq).length;
  }

  /** Show the typing sign for so many milliseconds: the assistant's, or that of somebody with a name. */
  type(ms, name) {
    clearTimeout(this.typingEnds);
    this.typist = name;
    retell(this.typing);
    const atEnd = this.isAtEnd;
    this.typing.hidden = !ms;
    if (!ms) return;
    this.typingEnds = setTimeout(() => (this.typing.hidden = true), ms);
    if (atEnd) this.toEnd();
  }

  toEnd() {
    this.newer.hidden = true;
    this.list.scrollTop = this.list.scrollHeight;
  }

  #find({ seq, client_id: id }) {
    return this.#blocks.find(({ message }) => (seq && message.seq === seq) || (id && message.client_id === id));
  }

  #place(block) {
    const rest = this.#blocks.filter((other) => other !== block);
    const found = rest.findIndex((other) => other.seq > block.seq);
    const place = found < 0 ? rest.length : found;
    const moved = this.#blocks.indexOf(block) !== place;
    rest.splice(place, 0, block);
    this.#blocks = rest;
    if (moved) this.list.insertBefore(block.element, rest[place + 1]?.element ?? null);
  }

  #tidy() {
    const lastOwn = this.#blocks.findLastIndex(({ message }) => message.author === "shopper");
    let lost = false;
    this.#blocks.forEach((block, place) => {
      block.element.classList.toggle("newest", place === lastOwn);
      if (place < lastOwn) lost = block.closeChoices() || lost;
    });
    this.greeting.hidden = this.#blocks.length > 0;
    if (lost) this.#acts.refocus();
  }

  #greet() {
    const starter = (index) => {
      const words = () => say("starters")[index];
      return make("button", { type: "button", onclick: () => this.#acts.start(words()) }, words);
    };
    this.greeting = make("div", { class: "greeting" },
      make("p", {}, () => say("hello")),
      make("div", { class: "choices" }, [0, 1, 2].map(starter)));
  }

  get isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.list;
    return scrollTop + clientHeight > scrollHeight - NEAR;
  }

  #scrolled() {
    if (this.isAtEnd) this.newer.hidden = true;
  }
}
