// The windows in which staff choose: goods, saved and suggested replies, topics, colleagues.

import { langOf, make } from "../widget/dom.js";
import { get, post } from "./api.js";
import { goods } from "./bubbles.js";
import { arrows, attempt, show, toast } from "./dialog.js";
import { language, nameOf, say } from "./words.js";

const PAUSE = 200; // ms after the last letter until goods are searched
const MOST_GOODS = 8;

/** Choose goods and send them; `done(cards)`. */
export function chooseGoods(desk, done) {
  const chosen = new Map();
  const lang = desk.row()?.language || language();
  const button = make("button", { type: "button", class: "main", disabled: true }, say("sendGoods"));
  const count = make("span", { class: "hint", role: "status" });
  const toggle = (card, item) => {
    if (!chosen.delete(card.product_id) && chosen.size < MOST_GOODS) chosen.set(card.product_id, card);
    item.setAttribute("aria-pressed", chosen.has(card.product_id));
    button.disabled = !chosen.size;
    count.textContent = chosen.size ? say("chosen", { n: chosen.size }) : "";
  };
  show(say("pickGoods"), (close) => {
    button.onclick = () => { close(); done([...chosen.values()]); };
    return [finder(lang, (card) => {
      const item = make("button", { type: "button", class: "choice tile", "aria-pressed": chosen.has(card.product_id), onclick: () => toggle(card, item) }, ...plain(card));
      return item;
    }), make("footer", {}, count, button)];
  }, "broad");
}

/** "Wrong product, this one": kept as an example for training. */
export function correct(desk, id, messageId, wrong) {
  show(say("wrongTitle"), (close) => [
    make("p", { class: "tile lone" }, ...plain(wrong)),
    finder(language(), (card) => make("button", { type: "button", class: "choice tile", onclick: async () => {
      close();
      const body = { message_id: messageId, wrong: wrong.product_id, right: card.product_id };
      if (await attempt(() => post(`/conversations/${encodeURIComponent(id)}/corrections`, body))) toast(say("corrected"));
    } }, ...plain(card))),
  ], "broad");
}

/** Parts of a tile without a link, as it stands in a button. */
function plain(card) {
  const [frame, about] = goods({ ...card, url: "about:blank" });
  return [frame, about];
}

/** A field and what it finds; `draw(card)` makes each. */
function finder(lang, draw) {
  const list = arrows(make("div", { class: "finds" }), ".choice");
  const total = make("p", { class: "hint", role: "status" });
  let timer = 0;
  let asked = 0;
  const search = async (words) => {
    const mine = (asked += 1);
    const found = await attempt(() => get(`/products?q=${encodeURIComponent(words)}&lang=${lang}`));
    if (!found || mine !== asked) return;
    total.textContent = found.products.length ? say("found", { n: found.total }) : say("nothing");
    list.replaceChildren(...found.products.map(draw));
  };
  const field = make("input", { type: "search", "aria-label": say("findGoods"), placeholder: say("findGoods"), autocomplete: "off", "data-first": true,
    oninput: () => { clearTimeout(timer); timer = setTimeout(() => search(field.value), PAUSE); },
    onkeydown: (event) => { if (event.key === "ArrowDown") { event.preventDefault(); list.querySelector(".choice")?.focus(); } } });
  search("");
  return make("div", { class: "finder" }, field, total, list);
}

/** A saved reply, its variables filled in, in the shopper's language; `done(text)`. */
export async function chooseCanned(desk, done) {
  const found = await attempt(() => get("/canned"));
  if (!found) return;
  const lang = desk.row()?.language || language();
  const values = variables(desk);
  const all = found.replies.map(({ title, text }) => ({ title: title[language()], text: filled(text[lang], values) }));
  chooseText(say("canned"), all, done, say("findCanned"));
}

/** What suits the shopper's last words, from policies and earlier replies; `done(text)`. */
export async function chooseSuggestion(desk, done) {
  const found = await attempt(() => get(`/conversations/${encodeURIComponent(desk.current)}/suggestions`));
  if (found) chooseText(say("suggested"), found.suggestions.map(({ title, text }) => ({ title, text })), done);
}

function chooseText(heading, all, done, filter = "") {
  show(heading, (close) => {
    const choose = (text) => () => { close(); done(text); };
    const item = ({ title, text }) => make("button", { type: "button", class: "choice", onclick: choose(text) },
      make("b", { lang: langOf(title) }, title), make("span", { lang: langOf(text) }, text));
    const list = arrows(make("div", { class: "finds" }, all.length ? all.map(item) : make("p", { class: "hint" }, say("noSuggestions"))), ".choice");
    if (!filter) return list;
    const fits = ({ title, text }, words) => `${title} ${text}`.toLowerCase().includes(words);
    const field = make("input", { type: "search", "aria-label": filter, placeholder: filter, autocomplete: "off", "data-first": true,
      oninput: () => list.replaceChildren(...all.filter((one) => fits(one, field.value.trim().toLowerCase())).map(item)),
      onkeydown: (event) => {
        if (event.key === "Enter") list.querySelector(".choice")?.click();
        else if (event.key === "ArrowDown") { event.preventDefault(); list.querySelector(".choice")?.focus(); }
      } });
    return [field, list];
  }, "broad");
}

function variables(desk) {
  const { summary, cart, orders, shopper } = desk.talk()?.context ?? {};
  const row = desk.row();
  return {
    shopper: shopper?.name || "", me: desk.me.name, shop: desk.me.shop ?? say("shop"),
    order: summary?.order || orders?.[0]?.number || "", cart: cart?.total_text ?? "", name: nameOf(row),
  };
}

/** Variables filled in; the gap that an unknown one leaves is closed. */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "").replace(/ {2,}/g, " ").replace(/ ([,.:，。：！!])/g, "$1").trim();

const TOPICS = ["order", "delivery", "return", "damaged", "payment", "product", "complaint", "other"];

export function chooseTopic(done) {
  show(say("resolveTitle"), (close) => [
    make("p", { class: "hint" }, say("resolveHint")),
    arrows(make("div", { class: "grid" }, TOPICS.map((topic) =>
      make("button", { type: "button", class: "choice", onclick: () => { close(); done(topic); } }, say(`topic.${topic}`)))), ".choice"),
  ]);
}

export function chooseColleague(desk, done) {
  const others = desk.colleagues.filter(({ id }) => id !== desk.me.id)
    .sort((a, b) => desk.here.has(b.id) - desk.here.has(a.id) || a.name.localeCompare(b.name));
  show(say("transferTitle"), (close) => others.length
    ? arrows(make("div", { class: "finds" }, others.map(({ id, name }) => make("button", { type: "button", class: "choice colleague", onclick: () => { close(); done(id); } },
      make("b", { lang: langOf(name) }, name), make("span", { class: desk.here.has(id) ? "chip intent" : "chip plain" }, say(desk.here.has(id) ? "online" : "away"))))), ".choice")
    : make("p", { class: "hint" }, say("noColleagues")));
}
