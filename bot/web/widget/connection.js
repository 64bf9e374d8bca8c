// The way to the gateway: one socket that comes back by itself, and who the shopper is.

import { lasting } from "./storage.js";

const FIRST_WAIT = 500; // ms before the first new try; doubles up to the longest
const LONGEST_WAIT = 15000;
const PULSE = 25000; // ms between pings; a dead line is otherwise never noticed
const PATIENCE = 5000; // ms in which a ping must be answered

/**
 * Calls `on.frame(frame)` for each frame, `on.welcome(frame)` after each hello, `on.state(online)`,
 * and `on.stranger()` when the server does not know the shopper any more.
 */
export class Connection {
  #base;
  #on;
  #hello;
  #socket = null;
  #beginning = null;
  #wanted = false;
  #ready = false;
  #wait = FIRST_WAIT;
  #retry = 0;
  #doubt = 0;
  #waiting = [];

  /** `hello()` gives what the first frame says besides the token: `{after, language}`. */
  constructor(base, hello, on) {
    this.#base = base;
    this.#hello = hello;
    this.#on = on;
    addEventListener("online", () => this.#check());
    addEventListener("offline", () => this.#ready && this.#lost());
    document.addEventListener("visibilitychange", () => document.hidden || this.#check());
    setInterval(() => this.#ready && this.#check(), PULSE);
  }

  get ready() {
    return this.#ready;
  }

  /** Connect, and stay connected from now on. */
  open() {
    this.#wanted = true;
    if (!this.#socket && !this.#retry) this.#connect();
  }

  /** Send a frame now; false when there is no line. */
  send(frame) {
    if (!this.#ready) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Send a frame now or with the next line, for what is nobody's message. */
  later(frame) {
    if (!this.send(frame)) this.#waiting.push(frame);
    this.open();
  }

  /** The shopper's token, asked of the server where there is none. */
  token() {
    const known = lasting.get("token");
    if (known) return Promise.resolve(known);
    this.#beginning ??= this.#begin().finally(() => (this.#beginning = null));
    return this.#beginning;
  }

  /** Be a new shopper, with nothing of the one before. */
  forget() {
    for (const name of ["token", "customer", "seen"]) lasting.remove(name);
    this.#lose();
    this.#again(0);
  }

  /** The gateway's API, as this shopper. */
  async fetch(path, options = {}) {
    const headers = { Authorization: `Bearer ${await this.token()}` };
    return fetch(new URL(path, this.#base), { ...options, headers });
  }

  async #begin() {
    const answer = await fetch(new URL("api/session", this.#base), { method: "POST" });
    if (!answer.ok) throw new Error(`no session: ${answer.status}`);
    const { token } = await answer.json();
    lasting.set("token", token);
    return token;
  }

  async #connect() {
    const trying = (this.#socket = {}); // holds the place until the token is there
    let token;
    try {
      token = await this.token();
    } catch {
      if (this.#socket === trying) this.#lost();
      return;
    }
    if (this.#socket !== trying) return;
    const url = new URL("api/chat", this.#base);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", token, ...this.#hello() }));
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = () => this.#lost();
  }

  #receive(frame) {
    clearTimeout(this.#doubt);
    this.#doubt = 0;
    if (frame.type === "welcome") {
      this.#ready = true;
      this.#wait = FIRST_WAIT;
      this.#on.state(true);
      this.#on.welcome(frame);
      this.#waiting.splice(0).forEach((waiting) => this.send(waiting));
    } else if (frame.type === "error" && frame.code === "not_allowed" && !this.#ready) {
      this.#on.stranger();
      this.forget();
    } else if (frame.type !== "pong") this.#on.frame(frame);
  }

  #lost() {
    this.#lose();
    this.#on.state(false);
    const wait = navigator.onLine ? this.#wait : LONGEST_WAIT; // "online" wakes us sooner
    this.#again(wait * (0.75 + Math.random() / 2)); // not all shoppers at the same moment
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #lose() {
    const socket = this.#socket;
    clearTimeout(this.#doubt);
    this.#doubt = 0;
    this.#socket = null;
    this.#ready = false;
    if (!(socket instanceof WebSocket)) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #again(wait) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = 0;
      if (this.#wanted && !this.#socket) this.#connect();
    }, wait);
  }

  /** Is the line alive? Asked when the network, or the shopper, has come or gone. */
  #check() {
    if (!this.#wanted) return;
    if (this.#retry && navigator.onLine) this.#again(0);
    if (!this.#ready || this.#doubt) return;
    this.send({ type: "ping" });
    this.#doubt = setTimeout(() => this.#lost(), PATIENCE);
  }
}
