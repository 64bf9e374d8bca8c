// Every word of the console, and times as people say them.

import { EN } from "./words_en.js";
import { ZH } from "./words_zh.js";

const LANGUAGES = { en: EN, zh: ZH };
const KEPT = "console-language";
let current = "en";

/** The account's own choice, else the last one here, else the browser's. */
export function chooseLanguage(wanted) {
  const all = [wanted, localStorage.getItem(KEPT), navigator.language.slice(0, 2), "en"];
  current = all.find((code) => code in LANGUAGES);
  localStorage.setItem(KEPT, current);
  document.documentElement.lang = current === "zh" ? "zh-Hans" : "en";
  document.title = say("title");
}

export const language = () => current;

/** Words by name (`status.paid` for one in a group), with `{values}` filled in. */
export function say(name, values = {}) {
  const found = name.split(".").reduce((group, key) => group?.[key], LANGUAGES[current]);
  if (typeof found !== "string") return name.split(".").pop().replaceAll("_", " ");
  return found.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

const locale = () => (current === "zh" ? "zh-CN" : "en-GB");

export const clock = (at) => new Date(at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
export const date = (at) => new Date(at).toLocaleDateString(locale(), { year: "numeric", month: "short", day: "numeric" });
export const moment = (at) => `${date(at)} ${clock(at)}`;
/** "1 piece", "2 pieces". */
export const pieces = (n) => say(n === 1 ? "piece" : "pieces", { n });

export const percent = (share) => new Intl.NumberFormat(locale(), { style: "percent" }).format(share);

/** A stretch of time, short: "now", "7 min", "2 h". */
export function span(minutes) {
  if (minutes < 1) return say("now");
  if (minutes < 60) return say("min", { n: Math.floor(minutes) });
  return minutes < 48 * 60 ? say("hours", { n: Math.floor(minutes / 60) }) : date(Date.now() - minutes * 60000);
}

export const ago = (at) => span((Date.now() - new Date(at)) / 60000);

/** "Today", "Yesterday" or a date. */
export function dayOf(at) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86400000);
  return days === 0 ? say("today") : days === 1 ? say("yesterday") : date(at);
}

/** Who a shopper is: the customer's name, or a guest with a number to tell guests apart. */
export function nameOf(row) {
  return row?.customer || say("guestNo", { n: row?.id.replace(/[^a-zA-Z0-9]/g, "").slice(0, 4).toUpperCase() ?? "" });
}
