// Where the shopper writes: words, a photo, or both.

import { icon, make } from "./dom.js";
import { fileIn } from "./photo.js";
import { passing } from "./storage.js";
import { say } from "./words.js";

const SIGN_EVERY = 2500; // ms
const MOST = 4000; // characters, as the server has it

export class Composer {
  #send;
  #file = null;
  #url = "";
  #signed = 0;

  /** `send(text, file)` gets what was written, one of the two may be empty; `typing()` tells people of it, if any. */
  constructor(send, typing) {
    this.#send = send;
    this.field = make("textarea", { rows: 1, maxlength: MOST, autocomplete: "off", enterkeyhint: "send",
      "aria-label": () => say("hint"), placeholder: () => say("hint"),
      oninput: () => { this.#typed(); this.#sign(typing); }, onkeydown: (event) => this.#key(event), onpaste: (event) => this.#paste(event) });
    this.picker = make("input", { type: "file", hidden: true, tabindex: -1,
      accept: "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif",
      onchange: () => this.#picked() });
    this.problem = make("p", { class: "problem", role: "alert" });
    this.preview = make("div", { class: "preview", hidden: true });
    const photo = make("button", { type: "button", class: "round quiet", onclick: () => this.picker.click(),
      "aria-label": () => say("photo"), title: () => say("photo") }, icon("photo"));
    this.button = make("button", { class: "round main", "aria-label": () => say("send") }, icon("send"));
    this.element = make("form", { onsubmit: (event) => this.#submit(event) },
      this.preview, this.problem,
      make("div", { class: "row" }, photo, this.picker, this.field, this.button));
    this.field.value = passing.get("draft") ?? "";
    this.#typed();
  }

  /** Take a dropped file on everything inside `area`, which is marked while one hovers. */
  acceptDrops(area) {
    let depth = 0; // a drag enters and leaves each child, too
    const carries = (event) => event.dataTransfer?.types.includes("Files");
    const mark = (change) => {
      depth = Math.max(0, depth + change);
      area.classList.toggle("dropping", depth > 0);
    };
    area.addEventListener("dragenter", (event) => carries(event) && mark(1));
    area.addEventListener("dragleave", (event) => carries(event) && mark(-1));
    area.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
    area.addEventListener("drop", (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      mark(-depth);
      this.attach(fileIn(event.dataTransfer));
    });
  }

  /** Show a photo as what will be sent, or say why it cannot be. */
  async attach(file) {
    if (!file) return;
    const { refusal } = await import("./upload.js");
    const word = refusal(file);
    this.#drop();
    this.problem.replaceChildren(...(word ? [make("span", {}, () => say(word))] : []));
    if (word) return;
    this.#file = file;
    this.#url = URL.createObjectURL(file);
    const name = make("span", { class: "name" }, file.name);
    const image = make("img", { src: this.#url, alt: () => say("yourPhoto") });
    image.addEventListener("error", () => image.remove()); // HEIC: the server can read it
    const remove = make("button", { type: "button", class: "quiet round small", onclick: () => this.#removed(),
      "aria-label": () => say("removePhoto"), title: () => say("removePhoto") }, icon("close"));
    this.preview.replaceChildren(image, name, remove);
    this.preview.hidden = false;
    this.#typed();
    this.field.focus();
  }

  #picked() {
    this.attach(fileIn(this.picker));
    this.picker.value = ""; // the same photo may be picked again
  }

  #paste(event) {
    const file = fileIn(event.clipboardData);
    if (!file) return;
    event.preventDefault();
    this.attach(file);
  }

  #removed() {
    this.#drop();
    this.#typed();
    this.field.focus();
  }

  #drop() {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#file = null;
    this.#url = "";
    this.preview.hidden = true;
    this.preview.replaceChildren();
  }

  /** Enter sends; not while a Chinese input method is choosing characters. */
  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text && !this.#file) return;
    this.#send(text, this.#file);
    this.field.value = "";
    this.problem.replaceChildren();
    this.#drop();
    this.#typed();
  }

  #sign(typing) {
    if (Date.now() - this.#signed < SIGN_EVERY) return;
    if (typing()) this.#signed = Date.now();
  }

  #typed() {
    passing.set("draft", this.field.value);
    this.button.classList.toggle("idle", !this.field.value.trim() && !this.#file);
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }
}
