// Goods as cards, side by side.

import { icon, langOf, make, safeUrl } from "./dom.js";
import { say } from "./words.js";

const FEW = 5; // pieces from which on "only so many left" is worth saying

/** A row of cards; `act(action, index)` is called for a card's buttons. */
export function carousel(cards, base, act) {
  const list = make("ul", { class: "cards", role: "list", "aria-label": () => counted(cards) });
  cards.forEach((card, index) => list.append(one(card, base, (action) => act(action, index))));
  if (cards.length === 1) return make("div", { class: "carousel single" }, list);
  const turn = (step) => () => list.scrollBy({ left: step * list.clientWidth * 0.8 });
  const arrow = (side, word, step) =>
    make("button", { type: "button", class: `arrow ${side}`, hidden: true, onclick: turn(step),
      "aria-label": () => say(word) }, icon(side));
  const before = arrow("left", "previous", -1);
  const after = arrow("right", "next", 1);
  const place = () => {
    before.hidden = list.scrollLeft < 8;
    after.hidden = list.scrollLeft + list.clientWidth > list.scrollWidth - 8;
  };
  list.addEventListener("scroll", place, { passive: true });
  new ResizeObserver(place).observe(list);
  return make("div", { class: "carousel" }, list, before, after);
}

const counted = ({ length: n }) => say(n === 1 ? "product" : "products", { n });

function one(card, base, act) {
  const lang = langOf(card.title);
  const button = (action, kind) =>
    make("button", { type: "button", class: kind, onclick: () => act(action),
      "aria-label": () => `${say(action)}: ${card.title}` }, () => say(action));
  const href = safeUrl(card.url, base);
  return make("li", { class: "card" },
    picture(card, base),
    make("div", { class: "about" },
      href ? make("a", { class: "title", lang, href }, card.title)
        : make("span", { class: "title", lang }, card.title),
      price(card),
      make("p", { class: card.stock > FEW ? "stock" : "stock short" }, () => stock(card)),
      card.why && make("p", { class: "why", lang: langOf(card.why) }, card.why)),
    make("div", { class: "acts" },
      card.stock > 0 && button("add", "main"),
      button("similar", "quiet"),
      button("dismiss", "quiet")));
}

/** A picture in a frame of its own size, so that nothing jumps; a drawn bag where there is none. */
export function picture({ title, colour, image }, base) {
  const src = image ? safeUrl(image, base) : null;
  if (!src) return make("div", { class: "frame" }, icon("bag"));
  const alt = [title, colour].filter(Boolean).join(", ");
  const shown = make("img", { src, alt, loading: "lazy", width: 200, height: 200 });
  shown.addEventListener("error", () => shown.replaceWith(icon("bag")));
  return make("div", { class: "frame" }, shown);
}

function price(card) {
  if (!card.price_text) return null;
  const reduced = card.compare_at > card.price && card.compare_at_text;
  const spoken = (word) => make("span", { class: "spoken" }, () => `${say(word)} `);
  return make("p", { class: "price" },
    make("b", {}, reduced && spoken("now"), card.price_text),
    reduced && make("s", {}, spoken("was"), reduced));
}

function stock({ stock: pieces }) {
  if (pieces <= 0) return say("none");
  return pieces > FEW ? say("stock") : say("few", { n: pieces });
}
