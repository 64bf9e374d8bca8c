// One message of a transcript. Whatever a person wrote goes in as text.

import { langOf, linked, make, safeUrl } from "../widget/dom.js";
import { address } from "./api.js";
import { icon } from "./icons.js";
import { correct } from "./ways.js";
import { clock, nameOf, pieces, say } from "./words.js";

export class Said {
  /** `about`: whether it `follows` one of the same author, how far it `reached`, its `row`, the `desk`. */
  constructor(message, about) {
    this.message = message;
    this.about = about;
    const { author, content, state } = message;
    const side = author === "shopper" ? "theirs" : author === "system" ? "middle" : "ours";
    const head = side !== "middle" && !about.follows && make("p", { class: "by" }, make("b", {}, this.#who()), make("time", {}, clock(message.at)));
    this.element = make("article", { class: `said ${side} by-${author}`, "data-state": state ?? null },
      head,
      content.photo_id && photo(content),
      message.text && make("div", { class: "bubble", lang: langOf(message.text) }, linked(message.text)),
      content.cards && make("ul", { class: "tiles", role: "list" }, content.cards.map((card) => this.#tile(card))),
      content.order && make("div", { class: "bubble sum" }, `${say("kind.order")} ${content.order.number} · ${say(`status.${content.order.status}`)}`),
      content.cart && make("div", { class: "bubble sum" }, `${say("cart")} · ${pieces(content.cart.pieces)} · ${content.cart.total_text ?? ""}`),
      content.quick_replies && make("p", { class: "offers" }, content.quick_replies.map(({ title }) => make("span", { lang: langOf(title) }, title))),
      this.#foot());
  }

  #who() {
    const { author, content } = this.message;
    if (author === "shopper") return nameOf(this.about.row);
    if (author === "bot") return say("botName");
    return content.by ?? say("you");
  }

  #tile(card) {
    const { desk, row } = this.about;
    const wrong = this.message.author === "bot" && make("button", { type: "button", class: "round small", title: say("wrongGoods"),
      "aria-label": `${say("wrongGoods")}: ${card.title}`, onclick: () => correct(desk, row.id, this.message.id, card) }, icon("wrong"));
    return make("li", { class: "tile" }, ...goods(card), wrong);
  }

  #foot() {
    const { state, client_id: id } = this.message;
    const { reached, desk } = this.about;
    if (state === "sending") return make("p", { class: "foot" }, say("sending"));
    if (state === "failed") {
      const again = make("button", { type: "button", class: "text", onclick: () => desk.again(desk.talk().pending.get(id)) }, say("again"));
      return make("p", { class: "foot bad", role: "alert" }, `${say("failed")}: ${say(`error.${this.message.why}`)} `, again);
    }
    return reached && make("p", { class: `foot ${reached}` }, icon(reached === "sent" ? "check" : "checks"), say(reached));
  }
}

/** A note between the messages, for colleagues only. */
export function note({ by, text, at }) {
  return make("article", { class: "said middle by-note" },
    make("p", { class: "by" }, make("b", {}, `${say("note")} · ${by}`), make("time", {}, clock(at))),
    make("div", { class: "bubble", lang: langOf(text) }, linked(text)));
}

/** Picture, title and price of goods, as parts of a tile. */
export function goods(card) {
  const src = card.image && safeUrl(card.image, location.href);
  const href = safeUrl(card.url, location.href);
  const image = make("span", { class: "frame" }, src && make("img", { src, alt: "", loading: "lazy", width: 56, height: 56 }));
  const title = href ? make("a", { href, target: "_blank", rel: "noopener", lang: langOf(card.title) }, card.title)
    : make("span", { lang: langOf(card.title) }, card.title);
  const left = card.stock > 0 ? say("stock", { n: card.stock }) : say("none");
  return [image, make("span", { class: "about" }, title, make("small", {}, make("b", {}, card.price_text), ` · ${left}`))];
}

function photo({ photo_id: id, width, height }) {
  const image = make("img", { class: "photo", src: address(`/photos/${encodeURIComponent(id)}`), alt: say("photo"), width, height, loading: "lazy" });
  image.addEventListener("error", () => image.replaceWith(make("em", { class: "gone" }, say("photoGone"))));
  return image;
}
