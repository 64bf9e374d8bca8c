// A window over the page: the browser keeps the focus inside, closes it by Escape and gives it back.

import { make } from "../widget/dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** Show one; `fill(close)` gives its content, `close()` ends it. */
export function show(title, fill, kind = "") {
  const close = () => dialog.close();
  const heading = make("h2", { id: "dialog-title" }, title);
  const dialog = make("dialog", { class: `window ${kind}`, "aria-labelledby": "dialog-title", onclose: () => dialog.remove(),
    onclick: (event) => event.target === dialog && close() },
    make("div", { class: "inside" },
      make("header", {}, heading, make("button", { type: "button", class: "round", "aria-label": say("close"), onclick: close }, icon("close"))),
      fill(close)));
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector("[data-first]") ?? dialog.querySelector(".choice"))?.focus();
  return dialog;
}

/** Arrow keys move among the buttons of a list. */
export function arrows(list, selector) {
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = [...list.querySelectorAll(selector)];
    const place = all.indexOf(document.activeElement);
    if (place < 0 && step < 0) return;
    event.preventDefault();
    all[Math.min(all.length - 1, Math.max(0, place + step))]?.focus();
  });
  return list;
}

/** A short word of success or trouble, spoken and gone by itself. */
export function toast(text, kind = "") {
  const shelf = document.querySelector(".toasts") ?? document.body.appendChild(make("div", { class: "toasts", role: "status" }));
  const word = make("p", { class: `toast ${kind}` }, text);
  shelf.append(word);
  setTimeout(() => word.remove(), 5000);
}

/** Do something, and say why when it fails. */
export async function attempt(act) {
  try {
    return (await act()) ?? true;
  } catch (error) {
    toast(say(`error.${error.code ?? "failed"}`), "bad");
    return null;
  }
}
