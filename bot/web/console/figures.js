// A day in figures, with plots drawn by hand; each has its numbers as a table, too.

import { make } from "../widget/dom.js";
import { get } from "./api.js";
import { attempt } from "./dialog.js";
import { draw } from "./icons.js";
import { percent, say, span } from "./words.js";

const TALL = 180; // units of the drawing by the hour
const WIDE = 1080;
const ROW = 30; // of a bar chart
const SPARE = 22; // for the words below

export class Figures {
  constructor() {
    this.field = make("input", { type: "date", "aria-label": say("day"), onchange: () => this.#load() });
    this.body = make("div", {});
    const step = (days, word, sign) => make("button", { type: "button", class: "soft", "aria-label": say(word), onclick: () => this.#move(days) }, sign);
    this.field.style.width = "auto";
    this.element = make("div", { class: "page" },
      make("header", {}, make("h1", {}, say("figuresTitle")), step(-1, "before", "‹"), this.field, step(1, "after", "›")), this.body);
    this.#load();
  }

  #move(days) {
    const at = new Date(`${this.field.value}T12:00`);
    at.setDate(at.getDate() + days);
    const day = local(at);
    if (day > this.field.max) return;
    this.field.value = day;
    this.#load();
  }

  async #load() {
    const found = await attempt(() => get(`/figures?day=${this.field.value}`));
    if (!found) return;
    this.field.max ||= found.day; // today, where the shop is
    this.field.value = found.day;
    this.body.replaceChildren(numbers(found), plots(found));
  }
}

function numbers(found) {
  const time = (seconds) => (seconds === null ? "–" : seconds < 60 ? `${Math.round(seconds)} s` : span(seconds / 60));
  const shown = {
    conversations: found.conversations, alone: found.alone === null ? "–" : percent(found.alone), handed: found.handed, resolved: found.resolved,
    answered: time(found.answered), waited: time(found.waited), rating: found.rating === null ? "–" : `${found.rating.toFixed(1)} ★`, promises: found.promises,
  };
  return make("div", { class: "numbers" }, Object.entries(shown).map(([name, value]) =>
    make("div", { class: "number" }, make("h3", {}, say(`figure.${name}`)), make("b", {}, String(value)),
      make("span", { class: "hint" }, ["answered", "waited"].includes(name) && say("median")))));
}

function plots(found) {
  const bars = (counts, group) => Object.entries(counts).sort((a, b) => b[1] - a[1]).map(([key, count]) => [say(`${group}.${key}`), count]);
  const stars = ["5", "4", "3", "2", "1"].map((n) => [`${n} ★`, found.ratings[n] ?? 0]);
  return make("div", { class: "plots" },
    plot(say("perHour"), byHour(found.hours), found.hours.map((count, hour) => [`${hour}:00`, count]), "broad"),
    plot(say("byReason"), across(bars(found.reasons, "reason")), bars(found.reasons, "reason")),
    plot(say("byTopic"), across(bars(found.topics, "topic")), bars(found.topics, "topic")),
    plot(say("ratings"), Object.keys(found.ratings).length ? across(stars) : null, stars),
    found.staff.length > 0 && byStaff(found.staff));
}

function plot(title, drawing, data, kind = "") {
  const some = drawing && data.some(([, count]) => count);
  return make("section", { class: `plot ${kind}` }, make("h2", {}, title),
    some ? drawing : make("p", { class: "hint" }, say("noData")),
    some && make("details", {}, make("summary", {}, say("table")), make("table", {},
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, title), make("th", { scope: "col" }, say("count")))),
      make("tbody", {}, data.map(([name, count]) => make("tr", {}, make("td", {}, name), make("td", {}, String(count))))))));
}

/** Columns from midnight to midnight. */
function byHour(hours) {
  const most = Math.max(...hours, 1);
  const wide = WIDE / hours.length;
  const columns = hours.flatMap((count, hour) => {
    const tall = (count / most) * (TALL - 18);
    const x = hour * wide;
    return [
      draw("rect", { x: x + 4, y: TALL - Math.max(tall, 2), width: wide - 8, height: Math.max(tall, 2), rx: 3, class: count ? "" : "track" }),
      ...(count ? [draw("text", { x: x + wide / 2, y: TALL - tall - 5, "text-anchor": "middle", class: "strong" }, String(count))] : []),
      ...(hour % 3 ? [] : [draw("text", { x: x + wide / 2, y: TALL + 16, "text-anchor": "middle" }, `${hour}`)]),
    ];
  });
  return drawing(TALL + SPARE, columns, WIDE);
}

/** Bars with their names, longest first. */
function across(bars) {
  if (!bars.length) return null;
  const most = Math.max(...bars.map(([, count]) => count), 1);
  const rows = bars.flatMap(([name, count], place) => {
    const y = place * ROW;
    return [
      draw("text", { x: 0, y: y + 17 }, name),
      draw("rect", { x: 150, y: y + 7, width: 200, height: 12, rx: 6, class: "track" }),
      ...(count ? [draw("rect", { x: 150, y: y + 7, width: Math.max(12, (200 * count) / most), height: 12, rx: 6 })] : []),
      draw("text", { x: 362, y: y + 17, class: "strong" }, String(count)),
    ];
  });
  return drawing(bars.length * ROW, rows, 390);
}

// Hidden from screen readers: the table below says the same.
const drawing = (tall, parts, wide) => draw("svg", { viewBox: `0 0 ${wide} ${tall}`, "aria-hidden": "true" }, ...parts);

function byStaff(all) {
  const time = (seconds) => (seconds === null ? "–" : span(seconds / 60));
  const heads = ["name", "taken", "figure.answered", "figure.resolved", "figure.rating"];
  return make("section", { class: "plot" }, make("h2", {}, say("byStaff")), make("table", {},
    make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, say(head))))),
    make("tbody", {}, all.map((one) => make("tr", {}, make("td", {}, one.name), make("td", {}, String(one.taken)), make("td", {}, time(one.answered)),
      make("td", {}, String(one.resolved)), make("td", {}, one.rating === null ? "–" : one.rating.toFixed(1)))))));
}

const local = (at) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
