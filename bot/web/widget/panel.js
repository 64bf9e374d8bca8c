// The window of the conversation and the button that opens it: looks, focus, keyboard, phone.

import { icon, make, retell } from "./dom.js";
import { language, say, setLanguage } from "./words.js";

const PHONE = matchMedia("(max-width: 480px)");
const TOUCH = matchMedia("(hover: none)");
const BLINK = 1500; // ms for which a line may be away before it is said
const FOCUSABLE = "a[href], button, input, textarea, [tabindex='0']";

export class Panel {
  #before = null; // what had the focus on the shop's page
  #unread = 0;
  waiting = false; // for a person

  /** `on.opened`, `on.closed`, and `on.leave` for the end of waiting for a person. */
  constructor(root, log, composer, on) {
    this.root = root;
    this.log = log;
    this.composer = composer;
    this.on = on;
    this.badge = make("span", { class: "badge", hidden: true, "aria-hidden": "true" });
    this.launcher = make("button", { type: "button", class: "launcher", "aria-haspopup": "dialog",
      onclick: () => on.opened(), "aria-label": () => this.#name() }, icon("bubble"), this.badge);
    this.line = make("p", { class: "banner away", hidden: true }, () => say("offline"));
    this.back = make("button", { type: "button", class: "back", onclick: () => on.leave() }, () => say("back"));
    this.staff = make("p", { class: "banner", hidden: true });
    this.dialog = make("dialog", { class: "panel", "aria-label": () => say("name"),
      onkeydown: (event) => this.#key(event), oncancel: (event) => this.#cancel(event) },
      this.#header(), make("div", { role: "status" }, this.line, this.staff), log.element, composer.element,
      make("div", { class: "dropzone", "aria-hidden": "true" }, () => say("dropHere")));
    composer.acceptDrops(this.dialog);
    root.append(this.launcher, this.dialog);
    PHONE.addEventListener("change", () => this.isOpen && this.#fit());
    visualViewport?.addEventListener("resize", () => this.#keyboard());
    visualViewport?.addEventListener("scroll", () => this.#keyboard());
    this.#tongue();
  }

  get isOpen() {
    return this.dialog.open;
  }

  /** Show the window; `focus` is false where the shopper did not ask for it just now. */
  open(focus = true) {
    if (this.isOpen) return;
    this.#before = document.activeElement;
    this.#fit();
    this.launcher.hidden = true;
    this.unread = 0;
    this.log.toEnd();
    if (focus) this.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.dialog.close();
    document.documentElement.style.removeProperty("overflow");
    this.launcher.hidden = false;
    const back = this.#before;
    const ours = !back || back === document.body || back === this.root.host;
    (ours || !back.isConnected ? this.launcher : back).focus();
  }

  /** To the field; on a phone to the log, as the field would raise the keyboard. */
  focus() {
    (TOUCH.matches ? this.log.list : this.composer.field).focus({ preventScroll: true });
  }

  get unread() {
    return this.#unread;
  }

  set unread(count) {
    this.#unread = count;
    this.badge.hidden = count === 0;
    this.badge.textContent = count > 99 ? "99+" : String(count);
    retell(this.launcher);
  }

  set online(online) {
    clearTimeout(this.doubt);
    if (online) this.line.hidden = true;
    else this.doubt = setTimeout(() => (this.line.hidden = false), BLINK);
  }

  /** Who answers, as the server tells it: the bot, nobody yet, or a person. */
  set owner({ owner, name, position, minutes }) {
    const atEnd = this.log.isAtEnd;
    this.waiting = owner === "queue";
    this.staff.hidden = owner === "bot";
    this.staff.classList.toggle("waiting", this.waiting);
    const words = make("span", {}, () => (this.waiting
      ? `${say("queue", { position })} ${minutes ? say("usually", { minutes }) : ""}`
      : say("withStaff", { name: name || say("person") })));
    this.staff.replaceChildren(words, ...(this.waiting ? [this.back] : []));
    retell(this.log.list);
    if (atEnd) this.log.toEnd();
  }

  /** Whether people read along: then they see that the shopper writes, and has read. */
  get withPeople() {
    return !this.staff.hidden;
  }

  #name() {
    const unread = this.#unread ? `, ${say("unread", { n: this.#unread })}` : "";
    return say("open") + unread;
  }

  #header() {
    const other = () => (language() === "zh" ? "en" : "zh");
    const tongue = make("button", { type: "button", class: "tongue", "aria-label": () => say("switchLabel"),
      lang: other, onclick: () => this.#switch(other()) }, () => say("switch"));
    const close = make("button", { type: "button", class: "round close", "aria-label": () => say("close"),
      title: () => say("close"), onclick: () => this.on.closed() }, icon("close"));
    return make("header", {}, make("span", { class: "face" }, icon("bubble")),
      make("h2", {}, () => say("name")), tongue, close);
  }

  #switch(code) {
    setLanguage(code);
    this.#tongue();
    retell(this.root);
  }

  #tongue() {
    for (const part of [this.dialog, this.launcher]) part.lang = language() === "zh" ? "zh-Hans" : "en";
  }

  /** A window beside the page, or the whole screen of a phone, which then is all there is. */
  #fit() {
    const focused = this.root.activeElement;
    this.dialog.close();
    if (PHONE.matches) {
      this.dialog.showModal();
      document.documentElement.style.overflow = "hidden";
    } else {
      this.dialog.setAttribute("open", ""); // unlike `show()`, this leaves the focus alone
      document.documentElement.style.removeProperty("overflow");
    }
    this.#keyboard();
    focused?.focus({ preventScroll: true });
  }

  /** Keep the field above a phone's keyboard. */
  #keyboard() {
    if (!this.isOpen || !visualViewport) return;
    const atEnd = this.log.isAtEnd;
    this.dialog.style.setProperty("--seen-height", `${visualViewport.height}px`);
    this.dialog.style.setProperty("--seen-top", `${visualViewport.offsetTop}px`);
    if (atEnd) this.log.toEnd();
  }

  #cancel(event) {
    event.preventDefault();
    this.on.closed();
  }

  #key(event) {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      this.on.closed();
    } else if (event.key === "Tab" && PHONE.matches) this.#keepInside(event);
  }

  #keepInside(event) {
    const all = [...this.dialog.querySelectorAll(FOCUSABLE)].filter((one) => one.checkVisibility());
    const [first, last] = [all[0], all.at(-1)];
    const leaving = event.shiftKey ? first : last;
    if (this.root.activeElement !== leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
