// One message in the log: its words, and whatever was sent with them.

import { carousel } from "./cards.js";
import { langOf, linked, make } from "./dom.js";
import { cartSummary, orderSummary } from "./summaries.js";
import { clock, say } from "./words.js";

/**
 * A message's element. `acts` are the ways back: `pick(message, index,
 * title)`, `card(message, index, action, title)`, `retry(client_id)`, `drop(client_id)`, `picture(content)` for photos, `crop({photo_id, box})` for a part
 * of one, `part(content)` to choose a part, and `waiting()`: whether
 * a person is waited for.
 */
export class Block {
  #acts;
  #body = make("div", { class: "body" });
  #note = make("p", { class: "note" });

  constructor(message, base, acts) {
    this.#acts = acts;
    const who = make("span", { class: "who" }, () => message.content.by ?? say(message.author));
    this.element = make("article", { class: `message ${message.author}` }, who, this.#body, this.#note);
    this.update(message, base);
  }

  get seq() {
    return this.message.seq ?? Infinity; // not stored yet: after all that are
  }

  /** Show what the server now says of this message. Unchanged parts stay as they are. */
  update(message, base) {
    const before = this.message;
    this.message = message;
    if (!before) this.#fill(message, base);
    else if (before.text !== message.text) {
      this.#body.querySelector(".bubble")?.remove();
      this.#body.append(...bubble(message.text));
    }
    const uploaded = before && !before.content.photo_id && message.content.photo_id;
    if (uploaded) this.#body.querySelector("img.photo")?.after(this.#cut(message.content));
    this.#state();
  }

  /** Quick replies are for the newest answer only; says whether the focus was lost with them. */
  closeChoices() {
    const choices = this.element.querySelector(".choices");
    const focused = Boolean(choices?.contains(choices.getRootNode().activeElement));
    choices?.remove();
    return focused;
  }

  #fill(message, base) {
    const { cards, quick_replies: choices, cart, link, order, photo_id: photo } = message.content;
    const parts = this.#body;
    if (photo) parts.append(...this.#photo(message.content));
    if (message.preview) parts.append(make("img", { class: "photo", src: message.preview, alt: () => say("yourPhoto") }));
    parts.append(...bubble(message.text));
    if (cart) parts.append(cartSummary(cart, link, base));
    if (order) parts.append(orderSummary(order));
    if (cards?.length) {
      parts.append(carousel(cards, base, (action, index) =>
        this.#acts.card(this.message, index, action, `${say(action)}: ${cards[index].title}`)));
    }
    if (choices?.length) parts.append(this.#choices(choices));
  }

  /** The photo, or the part of it that was searched; a photo of one's own can be cut further. */
  #photo(content) {
    return content.box ? [this.#acts.crop(content)] : [this.#acts.picture(content), this.#cut(content)];
  }

  #cut(content) {
    return make("button", { type: "button", class: "cut", onclick: () => this.#acts.part(content) }, () => say("part"));
  }

  #choices(choices) {
    const buttons = choices.map(({ title, crop }, index) =>
      make("button", { type: "button", lang: langOf(title), class: crop ? "pictured" : null, onclick: () => this.#acts.pick(this.message, index, title) },
        crop && this.#acts.crop(crop), title));
    return make("div", { class: "choices", role: "group", "aria-label": () => say("choices") }, buttons);
  }

  /** "Sending", "sent" or "failed" under the shopper's own messages. */
  #state() {
    const { author, state = "sent", at, why, final, client_id: id } = this.message;
    this.element.dataset.state = state;
    if (author !== "shopper") return;
    if (state !== "failed") {
      const read = () => (this.#acts.waiting() ? ` · ${say("willRead")}` : "");
      const time = at && state === "sent" ? () => `${say("sent")} ${clock(at)}${read()}` : () => say(state);
      this.#note.replaceChildren(make("span", {}, time));
      return;
    }
    const again = () => make("button", { type: "button", class: "retry", onclick: () => this.#acts.retry(id) }, () => say("failed"));
    const away = () => make("button", { type: "button", class: "retry", onclick: () => this.#acts.drop(id) }, () => say("drop"));
    const reason = why && make("span", { role: "alert" }, () => say("refused", { why: say(why) }));
    this.#note.replaceChildren(...[reason, " ", final ? away() : again()].filter(Boolean));
  }
}

function bubble(text) {
  return text ? [make("div", { class: "bubble", lang: langOf(text) }, linked(text))] : [];
}
