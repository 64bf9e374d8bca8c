// What this console knows: rows of the inbox, transcripts, colleagues; and the acts on them.

import { get, newId, patch, post } from "./api.js";
import { Line } from "./line.js";
import { language } from "./words.js";

const PRESENT_EVERY = 60000; // ms between words to the server that the person is there
const SIGN_EVERY = 2500; // ms between signs of typing
const PER_MINUTE = 0.1; // of waiting, as the server weighs it

export const BOT = "bot";
export const QUEUE = "queue";

/**
 * Events, each with `detail.id` where it is about one conversation: `rows`, `talk`, `context`,
 * `typing`, `here`, `online`, `current`, `waits` (somebody new waits), `heard` (a shopper wrote).
 */
export class Desk extends EventTarget {
  rows = new Map();
  talks = new Map(); // id -> {messages: Map of seq, pending: Map of client_id, context, top}
  colleagues = [];
  here = new Set();
  typing = new Map(); // id -> timer
  unread = new Set();
  current = null;
  online = false;
  #line;
  #signed = 0;
  #present = 0;

  constructor(me) {
    super();
    this.me = me;
    this.#line = new Line({ frame: (frame) => this.#receive(frame), state: (online) => this.#state(online) });
    this.#line.open();
    for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => this.#acts(), { passive: true });
  }

  close() {
    this.#line.close();
  }

  tell(kind, id = null) {
    this.dispatchEvent(new CustomEvent(kind, { detail: { id } }));
  }

  row(id = this.current) {
    return this.rows.get(id) ?? null;
  }

  mine(row = this.row()) {
    return row?.owner === this.me.id;
  }

  /** Rows in the order in which one should look at them, by section. */
  sections() {
    const all = [...this.rows.values()];
    const late = (a, b) => b.updated_at.localeCompare(a.updated_at);
    return {
      mine: all.filter((row) => this.mine(row)).sort(late),
      waiting: all.filter((row) => row.owner === QUEUE).sort((a, b) => urgency(b) - urgency(a)),
      others: all.filter((row) => ![BOT, QUEUE, this.me.id].includes(row.owner)).sort(late),
      bot: all.filter((row) => row.owner === BOT).sort(late),
    };
  }

  /** Show a conversation: its transcript is fetched, and live from then on. */
  async open(id) {
    if (this.current && this.current !== id) this.#leave(this.current);
    this.current = id;
    this.unread.delete(id);
    this.tell("current", id);
    if (!id) return;
    const found = await get(`/conversations/${encodeURIComponent(id)}?lang=${language()}`);
    const talk = this.#talk(id);
    talk.context = found.context;
    this.rows.set(id, found.row);
    found.messages.forEach((message) => this.#keep(id, message));
    this.#watch(id);
    this.tell("rows");
    this.tell("talk", id);
    this.tell("context", id);
  }

  async refreshContext(id = this.current) {
    if (!id) return;
    this.#talk(id).context = await get(`/conversations/${encodeURIComponent(id)}/context?lang=${language()}`);
    this.tell("context", id);
  }

  /** Take, give_back, resolve, transfer: the server answers with the row as it is then. */
  async act(what, body = {}, id = this.current) {
    const row = await post(`/conversations/${encodeURIComponent(id)}/${what}`, body);
    this.#row(row);
    this.tell("rows");
    this.tell("current", id);
    if (what !== "take") this.refreshContext(id).catch(() => {});
  }

  /** Say something; it is shown at once, and again by `again` when it could not be sent. */
  async say(text, goods = [], id = this.current) {
    const pending = { client_id: `s:${newId()}`, author: "staff", text, content: {}, goods: goods.map((one) => one.product_id),
      at: new Date().toISOString(), state: "sending" };
    if (goods.length) pending.content.cards = goods;
    this.#talk(id).pending.set(pending.client_id, pending);
    this.tell("talk", id);
    await this.again(pending, id);
  }

  async again(pending, id = this.current) {
    pending.state = "sending";
    this.tell("talk", id);
    try {
      const body = { client_id: pending.client_id.slice(2), text: pending.text, goods: pending.goods };
      this.#keep(id, await post(`/conversations/${encodeURIComponent(id)}/messages`, body));
    } catch (error) {
      pending.state = "failed";
      pending.why = error.code;
    }
    this.tell("talk", id);
  }

  async note(text, id = this.current) {
    await post(`/conversations/${encodeURIComponent(id)}/notes`, { text });
  }

  typed() {
    if (!this.mine() || Date.now() - this.#signed < SIGN_EVERY) return;
    this.#signed = Date.now();
    this.#line.send({ type: "typing", conversation_id: this.current });
  }

  talk(id = this.current) {
    return this.talks.get(id) ?? null;
  }

  #talk(id) {
    if (!this.talks.has(id)) this.talks.set(id, { messages: new Map(), pending: new Map(), context: null });
    return this.talks.get(id);
  }

  #keep(id, message) {
    const talk = this.#talk(id);
    talk.messages.set(message.seq, message);
    if (message.client_id) talk.pending.delete(message.client_id);
  }

  /** What follows the last message before which nothing is missing. */
  #watch(id) {
    const { messages } = this.#talk(id);
    const first = Math.min(...messages.keys());
    let after = messages.size ? first : 0;
    while (messages.has(after + 1)) after += 1;
    this.#line.send({ type: "watch", conversation_id: id, after });
  }

  #leave(id) {
    this.#line.send({ type: "unwatch", conversation_id: id });
  }

  #row(row) {
    const before = this.rows.get(row.id);
    this.rows.set(row.id, row);
    if (row.owner === QUEUE && before?.owner !== QUEUE) this.tell("waits", row.id);
  }

  #state(online) {
    this.online = online;
    this.tell("online");
  }

  #receive(frame) {
    const id = frame.conversation_id;
    if (frame.type === "welcome") this.#welcome(frame);
    else if (frame.type === "row") {
      this.#row(frame.row);
      this.tell("rows");
      if (frame.row.id === this.current) this.tell("current", this.current);
    } else if (frame.type === "message") this.#message(id, frame.message);
    else if (frame.type === "replay") {
      frame.messages.forEach((message) => this.#keep(id, message));
      if (frame.messages.length) this.tell("talk", id);
    } else if (frame.type === "read") this.#readOf(id, frame);
    else if (frame.type === "typing" && frame.author === "shopper") this.#shopperTypes(id, frame.until_ms);
    else if (frame.type === "note") this.#noted(id, frame.note);
    else if (frame.type === "here") {
      this.here = new Set(frame.staff);
      this.tell("here");
    }
  }

  #welcome({ people, bot, colleagues }) {
    const known = new Set(this.rows.keys());
    const kept = this.current && this.rows.get(this.current);
    this.rows = new Map([...people, ...bot].map((row) => [row.id, row]));
    if (kept && !this.rows.has(kept.id)) this.rows.set(kept.id, { ...kept, owner: BOT });
    for (const row of people) if (row.owner === QUEUE && !known.has(row.id)) this.tell("waits", row.id);
    this.colleagues = colleagues;
    if (this.current) this.#watch(this.current);
    this.tell("rows");
    this.tell("here");
    this.tell("current", this.current);
  }

  #message(id, message) {
    this.#keep(id, message);
    const row = this.rows.get(id);
    if (row && message.seq > row.seq) {
      const kind = ["photo_id", "cards", "order", "cart"].find((name) => message.content[name]) ?? "";
      Object.assign(row, { seq: message.seq, updated_at: message.at });
      if (["shopper", "staff"].includes(message.author)) row.last = { author: message.author, text: message.text, kind };
    }
    if (message.author === "shopper") {
      this.#quiet(id);
      if (row && row.owner !== BOT && (id !== this.current || document.hidden)) this.unread.add(id);
      if (row && (this.mine(row) || row.owner === QUEUE)) this.tell("heard", id);
    }
    this.tell("rows");
    this.tell("talk", id);
  }

  #readOf(id, { got, read }) {
    const row = this.rows.get(id);
    if (row) Object.assign(row, { got, read });
    this.tell("talk", id);
  }

  #shopperTypes(id, ms) {
    clearTimeout(this.typing.get(id));
    this.typing.set(id, setTimeout(() => this.#quiet(id), ms));
    this.tell("typing", id);
  }

  #quiet(id) {
    clearTimeout(this.typing.get(id));
    if (this.typing.delete(id)) this.tell("typing", id);
  }

  #noted(id, note) {
    const context = this.talks.get(id)?.context;
    if (!context) return;
    context.notes.push(note);
    this.tell("context", id);
    this.tell("talk", id);
  }

  /** The session holds while the person does something. */
  #acts() {
    if (Date.now() - this.#present < PRESENT_EVERY) return;
    this.#present = Date.now();
    patch("/session").catch(() => {});
  }
}

/** As the server orders: what weighs at hand-over, and the minutes since. */
export function urgency(row) {
  const { handoff } = row;
  if (!handoff) return 0;
  row.weight ??= handoff.score - PER_MINUTE * minutesSince(handoff.since);
  return row.weight + PER_MINUTE * minutesSince(handoff.since);
}

export const minutesSince = (at) => Math.max(0, (Date.now() - new Date(at)) / 60000);
