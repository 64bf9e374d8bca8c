// The cart and an order, as the assistant shows them in the log.

import { picture } from "./cards.js";
import { langOf, make, safeUrl } from "./dom.js";
import { day, language, money, say } from "./words.js";

const STEPS = 4; // of an order's way, the latest

/** What is in the cart, with the way to the shop's own cart page where the answer names it. */
export function cartSummary(cart, link, base) {
  const lines = cart.lines ?? [];
  const href = link && safeUrl(link, base);
  if (!lines.length) return summary(() => say("cart"), make("p", {}, () => say("empty")));
  return summary(
    () => say("cart"),
    make("ul", { role: "list" }, lines.map((line) => cartLine(line, base))),
    cart.discount_text && row(() => say("discount"), cart.discount_text),
    row(() => pieces(cart.pieces), cart.total_text, "total"),
    href && make("a", { class: "go", href }, () => say("toCart")),
  );
}

const pieces = (count) => `${say("total")} · ${say(count === 1 ? "piece" : "pieces", { n: count })}`;

function cartLine(line, base) {
  const more = [line.variant, `× ${line.quantity}`].filter(Boolean).join(" ");
  return make("li", { class: "line" },
    picture({ image: line.image, title: "" }, base),
    make("span", { lang: langOf(line.title) }, line.title, make("small", {}, more)),
    make("b", {}, line.total_text));
}

/** An order: its state, its goods, its way so far. */
export function orderSummary(order) {
  const amount = (minor) => money(minor, order.currency);
  return summary(
    () => say("order", { number: order.number }),
    make("p", { class: "state" },
      make("strong", {}, () => say(`status.${order.status}`)),
      make("small", {}, () => say("placed", { date: day(order.placed_at) }))),
    make("ul", { role: "list" }, order.lines.map((line) => orderLine(line, amount))),
    order.discount > 0 && row(() => say("discount"), amount(-order.discount)),
    row(() => say("shipping"), order.shipping ? amount(order.shipping) : () => say("free")),
    row(() => say("total"), amount(order.total), "total"),
    way(order.history ?? []),
  );
}

function orderLine(line, amount) {
  const title = () => (language() === "zh" ? line.title_zh || line.title_en : line.title_en || line.title_zh);
  const plain = [line.colour, line.size].filter(Boolean).join(" ");
  const kind = () => line[`variant_${language()}`] ?? plain;
  return make("li", { class: "line" },
    make("span", {}, title, make("small", {}, () => `${kind()} × ${line.quantity}`.trim())),
    make("b", {}, amount(line.unit_price * line.quantity)));
}

function way(history) {
  if (!history.length) return null;
  const tracked = history.findLast((step) => step.tracking);
  const place = (step) => (language() === "zh" ? step.place_zh : step.place_en);
  const told = (step) => [day(step.at), place(step)].filter(Boolean).join(" · ");
  return [
    make("ol", { class: "way", role: "list" }, history.slice(-STEPS).reverse().map((step) =>
      make("li", {}, () => say(`step.${step.kind}`), make("small", {}, () => told(step))))),
    tracked && make("p", { class: "tracking" }, () => say("tracking", tracked)),
  ];
}

function summary(title, ...parts) {
  return make("section", { class: "summary", "aria-label": title }, make("h3", {}, title), ...parts.flat());
}

function row(name, amount, kind = "row") {
  return make("p", { class: kind }, make("span", {}, name), make("b", {}, amount));
}
