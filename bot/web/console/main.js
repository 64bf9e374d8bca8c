// The console at /staff: who is signed in, and the parts put together.

import { make } from "../widget/dom.js";
import { Alerts } from "./alerts.js";
import { get, onSignedOut, patch, remove } from "./api.js";
import { Beside } from "./beside.js";
import { Desk } from "./desk.js";
import { Figures } from "./figures.js";
import { Inbox } from "./inbox.js";
import { Keys } from "./keys.js";
import { Promises } from "./promises.js";
import { Rail } from "./rail.js";
import { Search } from "./search.js";
import { signInPage } from "./sign_in.js";
import { Talk } from "./talk.js";
import { chooseLanguage, language, say } from "./words.js";

const ROOMS = ["inbox", "search", "figures", "promises"];

/** Everything that one signed-in person sees. */
class Console {
  constructor(me) {
    this.me = me;
    this.desk = new Desk(me);
    this.alerts = new Alerts(this.desk, (id) => this.open(id));
    this.keys = new Keys(this);
    this.listening = new AbortController();
    addEventListener("hashchange", () => this.go(), { signal: this.listening.signal });
    this.desk.addEventListener("online", () => this.#line());
    this.mount();
  }

  /** Draw all of it, in the language that now holds. */
  mount() {
    this.parts?.forEach((part) => part.end?.());
    document.body.className = "signed-in";
    this.rail = new Rail(this);
    this.inbox = new Inbox(this.desk, (id) => this.open(id));
    this.talk = new Talk(this);
    this.beside = new Beside(this);
    this.parts = [this.rail, this.inbox, this.talk, this.beside];
    this.line = make("p", { class: "offline", role: "status" });
    this.room = make("main", { class: "room", id: "main", tabindex: "-1" });
    const skip = make("a", { class: "skip", href: "#main", onclick: (event) => this.#skip(event) }, say("skip"));
    document.body.replaceChildren(skip, this.line, this.rail.element, this.room);
    this.#line();
    this.shown = "";
    this.go();
  }

  /** What the address says: a room, or a conversation. */
  go() {
    const [name, id = ""] = location.hash.slice(1).split("/");
    const room = name === "c" ? "inbox" : ROOMS.includes(name) ? name : "inbox";
    if (room !== this.shown) this.#show(room);
    if (room === "inbox" && (decodeURIComponent(id) || null) !== this.desk.current) this.#open(decodeURIComponent(id) || null);
    this.rail.mark(room);
  }

  open(id) {
    location.hash = id ? `c/${encodeURIComponent(id)}` : "inbox";
  }

  visit(room) {
    location.hash = room === "inbox" && this.desk.current ? `c/${encodeURIComponent(this.desk.current)}` : room;
  }

  async speak(code) {
    chooseLanguage(code);
    this.me.language = code;
    this.mount();
    if (this.desk.current) this.desk.open(this.desk.current).catch(() => {});
    await patch("/session", { language: code }).catch(() => {});
  }

  async signOut() {
    await remove("/session").catch(() => {});
    this.end();
    welcome();
  }

  end() {
    this.listening.abort();
    this.keys.end();
    this.alerts.end();
    this.parts.forEach((part) => part.end?.());
    this.desk.close();
  }

  #show(room) {
    this.shown = room;
    const page = { search: Search, figures: Figures, promises: Promises }[room];
    if (!page) {
      this.room.className = "room inbox-room";
      this.room.replaceChildren(make("h1", { class: "spoken" }, say("title")), this.inbox.element, this.talk.element, this.beside.element);
      return;
    }
    this.room.className = "room";
    this.room.replaceChildren(new page(this).element);
  }

  async #open(id) {
    document.body.classList.toggle("talking", Boolean(id));
    try {
      await this.desk.open(id);
    } catch (error) {
      this.talk.trouble(error);
    }
  }

  #line() {
    this.line.textContent = this.desk.online ? "" : say("offline");
    this.line.hidden = this.desk.online;
  }

  #skip(event) {
    event.preventDefault();
    (this.shown === "inbox" && this.desk.current ? this.talk.list : this.room).focus();
  }
}

let now = null;

async function start(me) {
  chooseLanguage(me.language || language());
  now = new Console(me);
}

function welcome(reason = "") {
  now = null;
  document.body.className = "signed-out";
  document.body.replaceChildren(signInPage(start, reason, () => welcome(reason)));
}

onSignedOut(() => {
  if (!now) return;
  now.end();
  welcome("signedOut");
});

chooseLanguage();
get("/session").then(start, () => welcome());
