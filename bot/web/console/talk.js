// One conversation: what was said, who answers, and the ways on.

import { langOf, make } from "../widget/dom.js";
import { note, Said } from "./bubbles.js";
import { Composer } from "./composer.js";
import { attempt, toast } from "./dialog.js";
import { BOT, QUEUE } from "./desk.js";
import { icon } from "./icons.js";
import { chips, face } from "./inbox.js";
import { chooseColleague, chooseTopic } from "./ways.js";
import { dayOf, nameOf, say } from "./words.js";

const NEAR = 90; // px from the end within which a reader wants to follow

export class Talk {
  #said = new Map(); // key -> {element, told}
  #id = null;
  #heading = "";
  #following = true; // the end of the log, also when the room for it changes

  constructor(console) {
    this.console = console;
    this.desk = console.desk;
    this.head = make("header", { class: "bar head" });
    this.short = make("p", { class: "short", hidden: true });
    this.list = make("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", "aria-label": say("messages"),
      onscroll: () => this.#scrolled() });
    this.newer = make("button", { type: "button", class: "newer", hidden: true, onclick: () => this.toEnd() }, icon("down"), say("newer"));
    new ResizeObserver(() => this.#following && this.toEnd()).observe(this.list);
    this.sign = make("p", { class: "sign", role: "status" });
    this.composer = new Composer(this);
    this.empty = make("div", { class: "nothing" }, icon("inbox"), make("p", {}, make("b", {}, say("pick")), make("span", {}, say("pickHint"))));
    this.full = make("div", { class: "full", hidden: true }, this.head, this.short,
      make("div", { class: "logframe" }, this.list, this.newer), this.sign, this.composer.element);
    this.element = make("section", { class: "talk", tabindex: "-1", "aria-label": say("talk") }, this.empty, this.full);
    this.on = {
      current: () => this.#draw(), talk: ({ detail }) => detail.id === this.desk.current && this.#messages(),
      context: ({ detail }) => detail.id === this.desk.current && this.#context(), typing: () => this.#typing(), rows: () => this.#header(),
    };
    for (const [kind, listener] of Object.entries(this.on)) this.desk.addEventListener(kind, listener);
    this.#draw();
  }

  end() {
    for (const [kind, listener] of Object.entries(this.on)) this.desk.removeEventListener(kind, listener);
  }

  trouble(error) {
    toast(say(`error.${error.code ?? "failed"}`), "bad");
  }

  // --- acts ------------------------------------------------------------------------------------

  /** Whether the conversation is ours, taken over if need be; once, however often it is asked. */
  take() {
    const row = this.desk.row();
    if (!row || this.desk.mine(row)) return Promise.resolve(true);
    this.taking ??= this.#take(row).finally(() => (this.taking = null));
    return this.taking;
  }

  async #take(row) {
    const held = ![BOT, QUEUE].includes(row.owner);
    if (held && this.desk.me.role === "agent") return null;
    const done = await attempt(() => this.desk.act("take", held ? { from: row.owner } : {}).then(() => true));
    if (done) this.composer.write("reply");
    return done;
  }

  giveBack() {
    if (this.desk.mine()) this.#done("give_back");
  }

  resolve() {
    if (this.desk.mine()) chooseTopic((topic) => this.#done("resolve", { topic }));
  }

  async #done(what, body) {
    const { current } = this.desk;
    if (await attempt(() => this.desk.act(what, body).then(() => true))) this.composer.change(current);
  }

  transfer() {
    if (this.desk.mine()) chooseColleague(this.desk, (to) => attempt(() => this.desk.act("transfer", { to })));
  }

  toEnd() {
    this.newer.hidden = true;
    this.#following = true;
    this.list.scrollTop = this.list.scrollHeight;
  }

  // --- drawing -----------------------------------------------------------------------------------

  #draw() {
    const row = this.desk.row();
    this.full.hidden = !row;
    this.empty.hidden = Boolean(row);
    if (!row) {
      this.#id = null;
      return;
    }
    if (row.id !== this.#id) {
      this.#id = row.id;
      this.#said.clear();
      this.#heading = "";
      this.list.replaceChildren();
      this.short.hidden = true;
      this.composer.change(row.id);
    }
    this.#header();
    this.#messages();
    this.#context();
    this.#typing();
  }

  #header() {
    const row = this.desk.row();
    if (!row) return;
    this.composer.settle(row);
    const name = nameOf(row);
    const marks = chips(row, row.handoff, true);
    const told = JSON.stringify([name, row.owner, row.staff, marks]);
    if (told === this.#heading) return;
    this.#heading = told;
    const focused = this.head.contains(document.activeElement) && document.activeElement.dataset.act;
    this.head.replaceChildren(
      make("button", { type: "button", class: "round only-narrow", "aria-label": say("back"), onclick: () => this.console.open(null) }, icon("back")),
      face(row, name),
      make("div", { class: "who" }, make("h2", { lang: langOf(name) }, name),
        make("p", {}, make("span", { class: `state ${this.#stands(row)}` }, say(`state.${this.#stands(row)}`, { name: row.staff })),
          marks.map(([kind, text]) => make("span", { class: `chip ${kind}` }, text)))),
      make("div", { class: "ways" }, this.#ways(row)),
      make("button", { type: "button", class: "round", "aria-label": say("details"), title: say("details"), onclick: () => this.console.beside.toggle() }, icon("details")));
    if (focused) (this.head.querySelector(`[data-act="${focused}"]`) ?? this.element).focus();
  }

  #stands(row) {
    if (this.desk.mine(row)) return "mine";
    return row.owner === QUEUE ? "queue" : row.owner === BOT ? "bot" : "other";
  }

  #ways(row) {
    const button = (name, kind, act, values) => make("button", { type: "button", class: kind, "data-act": name, onclick: act }, say(name, values));
    if (this.desk.mine(row)) {
      return [button("transfer", "soft", () => this.transfer()), button("giveBack", "soft", () => this.giveBack()), button("resolve", "main", () => this.resolve())];
    }
    if ([BOT, QUEUE].includes(row.owner)) return [button("take", "main", () => this.take())];
    return this.desk.me.role === "agent" ? [] : [button("takeFrom", "soft", () => this.take(), { name: row.staff })];
  }

  #messages() {
    const talk = this.desk.talk();
    if (!talk || talk !== this.desk.talk(this.#id)) return;
    const atEnd = this.#following || !this.list.childElementCount;
    const row = this.desk.row();
    const stored = [...talk.messages.values()].sort((a, b) => a.seq - b.seq);
    const notes = (talk.context?.notes ?? []).map((one) => ({ ...one, author: "note" }));
    const all = [...stored, ...notes].sort((a, b) => a.at.localeCompare(b.at) || (a.seq ?? 0) - (b.seq ?? 0));
    const own = stored.findLast((one) => one.author === "staff")?.seq;
    const elements = [];
    let day = "";
    let before = null;
    for (const one of [...all, ...talk.pending.values()]) {
      if (dayOf(one.at) !== day) {
        day = dayOf(one.at);
        elements.push(this.#once(`day ${day}`, day, () => make("p", { class: "day" }, make("span", {}, day))));
        before = null;
      }
      elements.push(this.#one(one, before, row, one.seq === own));
      before = one;
    }
    this.#put(elements);
    if (atEnd) this.toEnd();
    else if (stored.at(-1)?.author === "shopper") this.newer.hidden = false;
  }

  #one(one, before, row, last) {
    if (one.author === "note") return this.#once(`note ${one.at} ${one.by}`, one.text, () => note(one));
    const follows = before?.author === one.author && before.content?.by === one.content.by && new Date(one.at) - new Date(before.at) < 180000;
    const reached = last ? (row.read >= one.seq ? "read" : row.got >= one.seq ? "delivered" : "sent") : "";
    const key = one.client_id ?? one.id;
    const told = JSON.stringify([one.seq, one.state, one.text, follows, reached]);
    return this.#once(key, told, () => new Said(one, { follows, reached, row, desk: this.desk }).element);
  }

  /** The element of a key; the same one while what it tells is the same. */
  #once(key, told, build) {
    const known = this.#said.get(key);
    if (known?.told === told) return known.element;
    const element = build();
    known?.element.replaceWith(element);
    this.#said.set(key, { element, told });
    return element;
  }

  #put(elements) {
    const wanted = new Set(elements);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    elements.forEach((element, place) => {
      if (this.list.children[place] !== element) this.list.insertBefore(element, this.list.children[place] ?? null);
    });
  }

  #context() {
    const summary = this.desk.talk()?.context?.summary;
    const line = summary && inShort(summary);
    this.short.hidden = !line;
    this.short.replaceChildren(make("b", {}, say("summary")), " ", line ?? "");
  }

  #typing() {
    const typing = this.desk.current && this.desk.typing.has(this.desk.current);
    this.sign.classList.toggle("on", Boolean(typing));
    this.sign.textContent = typing ? say("typing", { name: nameOf(this.desk.row()) }) : "";
  }

  get #atEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.list;
    return scrollTop + clientHeight > scrollHeight - NEAR;
  }

  #scrolled() {
    this.#following = this.#atEnd;
    if (this.#following) this.newer.hidden = true;
  }
}

/** One line on which one can act, in the language of the console. */
function inShort({ reason, wanted, question, order, cart, task, failed }) {
  const known = wanted && question?.toLowerCase().includes(wanted.toLowerCase());
  const part = (name, value, values) => value && say(`inShort.${name}`, values);
  return [
    part("reason", reason, { reason: say(`reason.${reason}`) }), part("wanted", !known && wanted, { wanted }), part("task", task, { task: say(`task.${task}`) }),
    part("order", order, { order }), part("cart", cart, { cart }), part("failed", failed, { failed }), part("question", question, { question }),
  ].filter(Boolean).join(" · ");
}
