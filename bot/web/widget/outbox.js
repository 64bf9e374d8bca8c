// What the shopper has sent and the server has not yet confirmed.

import { passing } from "./storage.js";

const PATIENCE = 15000; // ms until "sending" becomes "not sent"
const WHY = {
  too_many: "tooMany",
  invalid: "invalid",
  not_found: "gone",
  conflict: "invalid",
  unavailable: "unavailable",
};

/**
 * Unsent messages in their order. Each keeps its `client_id`, so that sending it again, after a lost
 * line, a retry or on the next page, never makes two of it.
 */
export class Outbox {
  #connection;
  #photos;
  #changed;
  #items = new Map(); // client_id -> {frame, file, message, timer}
  #line = Promise.resolve(); // a photo on its way up is not overtaken

  /** `changed(message)` tells of each new state. */
  constructor(connection, photos, changed) {
    this.#connection = connection;
    this.#photos = photos;
    this.#changed = changed;
  }

  /** Send a frame, and with it a photo; the message as the log shows it meanwhile. */
  add(frame, text, file = null) {
    const item = this.#keep({ ...frame, client_id: newId() }, text, file);
    this.#send(item);
    return item.message;
  }

  /** What the page before left unsent; photos are not kept. */
  restore() {
    try {
      const left = JSON.parse(passing.get("unsent") ?? "[]");
      return left.map(({ frame, text }) => this.#keep(frame, text, null).message);
    } catch {
      return [];
    }
  }

  /** Send all that wait, on a new line. */
  flush() {
    for (const item of this.#items.values()) if (item.message.state === "sending") this.#send(item);
  }

  retry(clientId) {
    const item = this.#items.get(clientId);
    if (item) this.#send(item);
  }

  /** The message is in the log, or given up. */
  settle(clientId) {
    const item = this.#items.get(clientId);
    if (!item) return;
    clearTimeout(item.timer);
    if (item.message.preview) URL.revokeObjectURL(item.message.preview);
    this.#items.delete(clientId);
    this.#store();
  }

  /** The server said no. */
  refused({ client_id: clientId, code }) {
    const item = this.#items.get(clientId);
    if (item) this.#fail(item, WHY[code] ?? "invalid", code === "invalid" || code === "not_found");
  }

  /** Give all up; what they were. */
  clear() {
    const all = [...this.#items.values()].map(({ message }) => message);
    for (const { client_id: clientId } of all) this.settle(clientId);
    return all;
  }

  #keep(frame, text, file) {
    const message = { client_id: frame.client_id, author: "shopper", text, content: photoIn(frame), state: "sending" };
    if (file) message.preview = URL.createObjectURL(file);
    const item = { frame, file, message, timer: 0 };
    this.#items.set(frame.client_id, item);
    this.#store();
    return item;
  }

  #send(item) {
    this.#line = this.#line.then(() => this.#deliver(item));
  }

  async #deliver(item) {
    if (!this.#items.has(item.frame.client_id)) return;
    if (item.file && !item.frame.photo_id && !(await this.#uploaded(item))) return;
    this.#tell(item, { state: "sending" });
    this.#connection.open();
    this.#connection.send(item.frame); // or `flush` does, when there is a line
    item.timer = setTimeout(() => this.#tell(item, { state: "failed" }), PATIENCE);
  }

  async #uploaded(item) {
    this.#tell(item, { state: "uploading" });
    try {
      item.frame.photo_id = await this.#photos.upload(item.file);
      item.message.content = photoIn(item.frame);
      return true;
    } catch (error) {
      this.#fail(item, error.word ?? "unavailable", Boolean(error.final));
      return false;
    }
  }

  #fail(item, why, final) {
    this.#tell(item, { state: "failed", why, final });
  }

  #tell(item, { state, why = null, final = false }) {
    clearTimeout(item.timer);
    Object.assign(item.message, { state, why, final });
    this.#store();
    this.#changed({ ...item.message });
  }

  #store() {
    const kept = [...this.#items.values()].filter(({ file, message }) => !file && !message.final);
    const plain = kept.map(({ frame, message }) => ({ frame, text: message.text }));
    passing.set("unsent", JSON.stringify(plain));
  }
}

/** The photo of a frame, or the part of one, as a stored message has it. */
function photoIn({ photo_id, box }) {
  return photo_id ? { photo_id, box } : {};
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without TLS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
