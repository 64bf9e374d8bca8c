// The inbox: who waits and why, and what everybody has in hand.

import { langOf, make } from "../widget/dom.js";
import { minutesSince } from "./desk.js";
import { icon } from "./icons.js";
import { ago, nameOf, percent, say, span } from "./words.js";

const TICK = 20000; // ms; times are said in minutes
const LONG = 5; // minutes of waiting that show as warm, and as hot
const TOO_LONG = 15;
const HUES = 8;

export class Inbox {
  #desk;
  #open;
  #items = new Map(); // id -> {element, told}

  constructor(desk, open) {
    this.#desk = desk;
    this.#open = open;
    this.list = make("div", { class: "sections" });
    this.here = make("p", { class: "here" });
    this.element = make("section", { class: "inbox", "aria-label": say("conversations") },
      make("header", { class: "bar" }, make("h2", {}, say("inbox")), this.here), this.list);
    this.list.addEventListener("keydown", (event) => this.#arrow(event));
    this.drawn = () => this.#draw();
    this.seen = () => this.#who();
    for (const kind of ["rows", "current", "typing"]) desk.addEventListener(kind, this.drawn);
    desk.addEventListener("here", this.seen);
    this.clock = setInterval(this.drawn, TICK);
    this.#draw();
    this.#who();
  }

  end() {
    clearInterval(this.clock);
    for (const kind of ["rows", "current", "typing"]) this.#desk.removeEventListener(kind, this.drawn);
    this.#desk.removeEventListener("here", this.seen);
  }

  /** Open the next conversation, or the one before. */
  move(step) {
    const all = [...this.list.querySelectorAll(".line")];
    const place = all.findIndex((one) => one.dataset.id === this.#desk.current);
    const next = all[place < 0 ? (step > 0 ? 0 : all.length - 1) : place + step];
    if (!next) return;
    next.focus();
    this.#open(next.dataset.id);
  }

  #arrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...this.list.querySelectorAll(".line")];
    all[all.indexOf(document.activeElement) + step]?.focus();
  }

  #who() {
    const others = this.#desk.colleagues.filter(({ id }) => id !== this.#desk.me.id && this.#desk.here.has(id));
    this.here.replaceChildren(...others.map((one) =>
      make("span", { class: "face", title: one.name, role: "img", "aria-label": `${one.name}: ${say("online")}` }, initial(one.name))));
  }

  #draw() {
    const focused = document.activeElement?.dataset?.id;
    const sections = Object.entries(this.#desk.sections());
    const parts = sections.filter(([name, rows]) => rows.length || name === "waiting").map(([name, rows]) => this.#section(name, rows));
    this.list.replaceChildren(...parts);
    const known = new Set(sections.flatMap(([, rows]) => rows.map(({ id }) => id)));
    for (const id of this.#items.keys()) if (!known.has(id)) this.#items.delete(id);
    if (focused && document.activeElement?.dataset?.id !== focused) this.#items.get(focused)?.element.firstElementChild.focus({ preventScroll: true });
  }

  #section(name, rows) {
    const id = `section-${name}`;
    const title = make("h3", { id }, say(name === "bot" ? "withBot" : name), rows.length > 0 && make("span", { class: "many" }, String(rows.length)));
    const list = make("ul", { role: "list", "aria-labelledby": id }, rows.map((row) => this.#item(row)));
    const empty = !rows.length && make("div", { class: "calm" }, icon("check"), make("p", {}, make("b", {}, say("nobody")), make("span", {}, say("nobodyHint"))));
    return make("div", { class: "section" }, title, rows.length ? list : empty);
  }

  /** A row's element; the same one while nothing of it has changed. */
  #item(row) {
    const parts = this.#parts(row);
    const told = JSON.stringify(parts);
    const known = this.#items.get(row.id);
    if (known?.told === told) return known.element;
    const button = make("button", { type: "button", class: "line", "data-id": row.id, "aria-current": parts.current && "true",
      onclick: () => this.#open(row.id) },
      face(row, parts.name),
      make("span", { class: "first" },
        make("b", { lang: langOf(parts.name) }, parts.name),
        parts.unread && make("span", { class: "dot" }, make("span", { class: "spoken" }, say("unread"))),
        make("time", {}, parts.time)),
      make("span", { class: parts.typing ? "words typing" : "words", lang: langOf(parts.words) }, parts.words),
      parts.chips.length > 0 && make("span", { class: "chips" }, parts.chips.map(([kind, text]) => make("span", { class: `chip ${kind}` }, text))));
    const element = known?.element ?? make("li", {});
    element.replaceChildren(button);
    this.#items.set(row.id, { element, told });
    return element;
  }

  #parts(row) {
    const { last, handoff } = row;
    const typing = this.#desk.typing.has(row.id);
    const name = nameOf(row);
    const kind = last.kind && say(`kind.${last.kind}`);
    const who = { bot: say("botName"), staff: this.#desk.mine(row) ? say("you") : row.staff }[last.author];
    const text = last.text || kind || (row.language ? say(`speaks.${row.language}`) : "…");
    return {
      name, typing, time: ago(row.updated_at), unread: this.#desk.unread.has(row.id), current: row.id === this.#desk.current,
      words: typing ? say("typing", { name }) : who && last.text ? `${who}: ${text}` : text,
      chips: chips(row, handoff, this.#desk.mine(row)),
    };
  }
}

/** Why a row stands where it stands. */
export function chips(row, handoff, mine = false) {
  const found = [];
  if (row.owner === "queue" && handoff) {
    const minutes = minutesSince(handoff.since);
    found.push([minutes >= TOO_LONG ? "hot" : minutes >= LONG ? "warm" : "plain", minutes < 1 ? say("came") : say("waits", { time: span(minutes) })]);
  }
  if (handoff && row.owner !== "bot") {
    for (const { kind, value } of handoff.reasons) found.push([kind, say(`urgent.${kind}`, { value: value && percent(value) })]);
    if (row.owner === "queue" && !handoff.reasons.some(({ kind }) => kind === handoff.reason)) found.push(["plain", say(`reason.${handoff.reason}`)]);
  }
  if (row.staff && !mine && !["queue", "bot"].includes(row.owner)) found.push(["plain", say("of", { name: row.staff })]);
  return found;
}

/** A round sign with the first letter, in one of a few calm colours. */
export function face(row, name) {
  const hue = [...row.id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % HUES;
  return make("span", { class: `face hue${hue}`, "aria-hidden": "true" }, row.customer ? initial(name) : name.slice(-2));
}

const initial = (name) => [...(name || "?")][0].toUpperCase();
