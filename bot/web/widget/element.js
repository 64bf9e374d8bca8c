// <shop-assistant>: the parts of the widget put together.

import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { make } from "./dom.js";
import { Log } from "./log.js";
import { Outbox } from "./outbox.js";
import { Panel } from "./panel.js";
import { Photos } from "./photo.js";
import { lasting, passing } from "./storage.js";
import { chooseLanguage, language } from "./words.js";

const BASE = new URL("../../", import.meta.url).href; // where the gateway lives
const SHEETS = ["widget.css", "message.css"];
const PHONE = matchMedia("(max-width: 480px)");

export class ShopAssistant extends HTMLElement {
  #connection;
  #outbox;
  #log;
  #panel;
  #token = null; // an identity to be told to the server

  connectedCallback() {
    if (this.shadowRoot) return; // moved within the page
    chooseLanguage(this.getAttribute("language"));
    const root = this.attachShadow({ mode: "open" });
    this.#connection = new Connection(BASE, () => ({ after: this.#log.after, language: language() }), {
      welcome: (frame) => this.#welcome(frame),
      frame: (frame) => this.#receive(frame),
      state: (online) => (this.#panel.online = online),
      stranger: () => this.#log.clear(),
    });
    const photos = new Photos(this.#connection);
    this.#outbox = new Outbox(this.#connection, photos, (message) => this.#log.change(message));
    this.#log = new Log(BASE, {
      pick: ({ id }, index, title) => this.#say({ type: "pick", message_id: id, index }, title),
      card: ({ id }, index, action, title) => this.#say({ type: "card", action, message_id: id, index }, title),
      retry: (clientId) => this.#outbox.retry(clientId),
      drop: (clientId) => this.#dropped(clientId),
      start: (text) => this.#say({ type: "message", text }, text),
      picture: (content) => photos.picture(content),
      crop: (part) => photos.crop(part),
      part: (content) => this.#part(root, photos, content.photo_id),
      refocus: () => this.#panel.focus(),
      waiting: () => this.#panel.waiting,
    });
    const composer = new Composer((text, file) => this.#say({ type: "message", text }, text, file),
      () => this.#tell({ type: "typing" }));
    this.#panel = new Panel(root, this.#log, composer, {
      opened: () => this.open(),
      closed: () => this.close(),
      leave: () => this.#connection.later({ type: "leave_queue" }),
    });
    document.addEventListener("visibilitychange", () => this.#seen());
    this.#dress(root).then(() => this.#wake());
  }

  /** Open the conversation and put the focus into it. */
  open() {
    passing.set("open", "1");
    this.#connection.open();
    this.#panel.open();
    this.#seen();
  }

  /** Open it and say `text` for the shopper, as if typed. */
  ask(text) {
    this.open();
    this.#say({ type: "message", text }, text);
  }

  /** Close it; the focus goes back to where it was on the page. */
  close() {
    passing.remove("open");
    this.#panel.close();
  }

  /**
   * Name the signed-in customer by a token that the shop's server has signed; `null` signs out.
   * Another customer than before gets a conversation of their own.
   */
  identify(token) {
    const customer = token ? subject(token) : null;
    const before = lasting.get("customer");
    if (before !== null && before !== customer) {
      for (const message of this.#outbox.clear()) this.#log.remove(message);
      this.#log.clear();
      this.#connection.forget();
    }
    this.#token = token;
    if (!token) return;
    this.#connection.later({ type: "identify", token });
  }

  /** Tell what the shopper does on the page: `view`, `favourite` or `dismiss`, of a product's id. */
  track(event, product) {
    this.#connection.later({ type: "event", kind: event, product_id: product });
  }

  /** The look first, so that nothing flashes by undressed. */
  #dress(root) {
    const loaded = SHEETS.map((name) => {
      const href = new URL(name, import.meta.url).href;
      const link = make("link", { rel: "stylesheet", href });
      root.prepend(link);
      return new Promise((done) => (link.onload = link.onerror = done));
    });
    return Promise.all(loaded);
  }

  #wake() {
    for (const message of this.#outbox.restore()) this.#log.show(message);
    if (lasting.get("token")) this.#connection.open();
    if (passing.get("open") && !PHONE.matches) this.#panel.open(false);
    this.dataset.ready = "";
    const viewed = document.querySelector("[data-product]")?.dataset.product;
    if (viewed) this.track("view", viewed);
  }

  #say(frame, text, file) {
    this.#log.show(this.#outbox.add(frame, text, file));
    this.#log.toEnd();
  }

  async #part(root, photos, id) {
    const [{ url }, { choosePart }] = await Promise.all([photos.measured(id), import("./part.js")]);
    choosePart(root, url, (box) => this.#say({ type: "message", text: "", photo_id: id, box }, ""));
  }

  #dropped(clientId) {
    this.#outbox.settle(clientId);
    this.#log.remove({ client_id: clientId });
    this.#panel.focus();
  }

  #welcome(frame) {
    this.#log.welcome(frame);
    for (const { client_id: clientId } of frame.messages) if (clientId) this.#outbox.settle(clientId);
    this.#panel.owner = frame;
    this.#seen();
    this.#outbox.flush();
  }

  #receive(frame) {
    if (frame.type === "message") this.#message(frame.message);
    else if (frame.type === "ack") {
      this.#outbox.settle(frame.client_id);
      this.#log.acknowledge(frame);
    } else if (frame.type === "owner") this.#panel.owner = frame;
    else if (frame.type === "typing") this.#log.type(frame.until_ms, frame.name);
    else if (frame.type === "identified") lasting.set("customer", subject(this.#token) ?? "");
    else if (frame.type === "error" && frame.client_id) this.#outbox.refused(frame);
  }

  /** Told to people only, and only while the page is looked at. */
  #tell(frame) {
    return this.#panel.withPeople && !document.hidden && this.#connection.send(frame);
  }

  #message(message) {
    if (message.client_id) this.#outbox.settle(message.client_id);
    if (!this.#log.show(message)) return;
    this.#seen();
    if (message.author !== "shopper") document.dispatchEvent(new CustomEvent("shopkeeper-message"));
  }

  /** What an open window shows is read; what comes to a closed one is counted. */
  #seen() {
    if (this.#panel.isOpen) {
      lasting.set("seen", String(this.#log.last));
      this.#tell({ type: "seen", seq: this.#log.last });
    } else {
      const seen = Number(lasting.get("seen") ?? 0);
      this.#panel.unread = this.#log.unread(seen > this.#log.last ? 0 : seen); // beyond: another's
    }
  }
}

/** Whom a token names, unverified: only the server's word counts, this just tells two apart. */
function subject(token) {
  try {
    const claims = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    return String(JSON.parse(atob(claims)).sub);
  } catch {
    return null;
  }
}
