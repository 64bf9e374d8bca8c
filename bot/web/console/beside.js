// Beside the conversation: who the shopper is, what they look for, hold, ordered, and how near a purchase is.

import { langOf, make } from "../widget/dom.js";
import { goods } from "./bubbles.js";
import { icon } from "./icons.js";
import { date, moment, percent, pieces as counted, say } from "./words.js";

const KEPT = "console-details";
const NARROW = matchMedia("(max-width: 1180px)");
const AGAIN = 1500; // ms after a message until the context is asked for anew

export class Beside {
  constructor(console) {
    this.console = console;
    this.desk = console.desk;
    this.body = make("div", { class: "facts", tabindex: "0", role: "region", "aria-label": say("details") });
    this.element = make("section", { class: "beside", "aria-label": say("about") },
      make("header", { class: "bar only-drawer" }, make("h2", {}, say("details")),
        make("button", { type: "button", class: "round", "aria-label": say("closeDetails"), onclick: () => this.toggle() }, icon("close"))), this.body);
    this.on = {
      context: ({ detail }) => detail.id === this.desk.current && this.#draw(), current: () => this.#draw(),
      talk: ({ detail }) => detail.id === this.desk.current && this.#soon(),
    };
    for (const [kind, listener] of Object.entries(this.on)) this.desk.addEventListener(kind, listener);
    NARROW.addEventListener("change", () => NARROW.matches && this.#open(false));
    this.#open(!NARROW.matches && localStorage.getItem(KEPT) !== "off");
    this.#draw();
  }

  end() {
    clearTimeout(this.timer);
    for (const [kind, listener] of Object.entries(this.on)) this.desk.removeEventListener(kind, listener);
  }

  toggle() {
    this.#open(!document.body.classList.contains("detailed"));
    if (!NARROW.matches) localStorage.setItem(KEPT, document.body.classList.contains("detailed") ? "on" : "off");
  }

  #open(open) {
    document.body.classList.toggle("detailed", open);
  }

  /** Cart, orders and goods change while people talk. */
  #soon() {
    const last = [...(this.desk.talk()?.messages.keys() ?? [])].at(-1);
    if (last === this.last) return;
    const first = this.last === undefined;
    this.last = last;
    clearTimeout(this.timer);
    if (!first) this.timer = setTimeout(() => this.desk.refreshContext().catch(() => {}), AGAIN);
  }

  #draw() {
    const context = this.desk.talk()?.context;
    this.element.hidden = !this.desk.current;
    if (!context) {
      this.body.replaceChildren();
      return;
    }
    const at = this.body.scrollTop;
    this.body.replaceChildren(...[
      shopper(context.shopper), intent(context.intent), wanted(context), cart(context.cart), orders(context.orders, context.shopper),
      ...["shown", "viewed", "rejected"].map((name) => tiles(name, context.goods[name])), failed(context.failed), earlier(context.earlier),
    ].filter(Boolean));
    this.body.scrollTop = at;
  }
}

function fact(title, ...content) {
  return make("section", { class: "fact" }, make("h3", {}, title), ...content);
}

const none = (word) => make("p", { class: "hint" }, say(word));

function shopper({ name, email, phone, verified, language, since }) {
  return fact(say("about"),
    name && make("p", { class: "name", lang: langOf(name) }, name),
    make("p", {}, make("span", { class: verified ? "chip intent" : "chip plain" }, say(verified ? "verified" : "notVerified")),
      language && make("span", { class: "chip plain" }, say(`speaks.${language}`))),
    email && make("p", {}, email), phone && make("p", {}, phone),
    make("p", { class: "hint" }, say("since", { date: date(since) })));
}

function intent({ chance, reasons }) {
  if (chance === null) return fact(say("intent"), none("intentNone"));
  const shown = reasons.map(([name, weight]) => make("li", { class: weight > 0 ? "up" : "down" },
    make("span", {}, say(`feature.${name}`)), make("small", {}, say(weight > 0 ? "raises" : "lowers"))));
  const meter = make("div", { class: "meter", role: "img", "aria-label": percent(chance) }, make("i", {}));
  meter.firstChild.style.setProperty("width", `${Math.round(100 * chance)}%`);
  return fact(say("intent"), make("p", { class: "big" }, percent(chance)), meter, make("ul", { class: "reasons", role: "list" }, shown));
}

function wanted({ wanted: wishes, goods: { searched } }) {
  if (!wishes.length && !searched.length) return null;
  const word = ({ kind, text }) => (kind.startsWith("price") ? say(`filter.${kind}`, { amount: text }) : text);
  return fact(say("wantsNow"),
    wishes.length > 0 && make("p", { class: "chips" }, wishes.map((wish) => make("span", { class: "chip plain", lang: langOf(word(wish)) }, word(wish)))),
    searched.length > 0 && make("p", { class: "hint" }, `${say("searched")}: ${searched.join(", ")}`));
}

function cart({ lines, pieces, total_text: total }) {
  if (!lines.length) return fact(say("cart"), none("cartEmpty"));
  return fact(say("cart"), make("ul", { class: "tiles", role: "list" }, lines.map((line) => {
    const [frame, about] = goods(line);
    about.lastChild.replaceChildren(`${line.quantity} × ${line.price_text}`);
    return make("li", { class: "tile" }, frame, about);
  })), make("p", { class: "total" }, make("span", {}, counted(pieces)), make("b", {}, total)));
}

function orders(all, { verified }) {
  if (!all.length) return fact(say("orders"), none(verified ? "noOrders" : "ordersHidden"));
  const title = (line) => (document.documentElement.lang === "en" ? line.title_en || line.title_zh : line.title_zh || line.title_en);
  return fact(say("orders"), make("ul", { class: "list", role: "list" }, all.map((order) => make("li", {},
    make("p", { class: "total" }, make("b", {}, order.number), make("span", {}, order.total_text)),
    make("p", {}, make("span", { class: "chip plain" }, say(`status.${order.status}`)), make("small", {}, date(order.placed_at))),
    make("p", { class: "hint" }, order.lines.map((line) => `${title(line)} × ${line.quantity}`).join("; "))))));
}

function tiles(name, cards) {
  return cards.length > 0 && fact(say(name), make("ul", { class: "tiles", role: "list" }, cards.map((card) => make("li", { class: "tile" }, ...goods(card)))));
}

function failed(all) {
  return all.length > 0 && fact(say("failedTurns"), make("ul", { class: "list", role: "list" }, all.map(({ text }) => make("li", { lang: langOf(text) }, text))));
}

function earlier(all) {
  return all.length > 0 && fact(say("earlier"), make("ul", { class: "list", role: "list" }, all.map((one) => make("li", {},
    make("p", {}, moment(one.at)), make("small", {}, [say(`reason.${one.reason}`), say(`outcome.${one.status}`), one.topic && say(`topic.${one.topic}`), one.by, one.rating && "★".repeat(one.rating)].filter(Boolean).join(" · "))))));
}
