// Signing in.

import { make } from "../widget/dom.js";
import { post } from "./api.js";
import { chooseLanguage, language, say } from "./words.js";

/** The page; `start(me)` when somebody is in, `again()` draws it anew in the other language. */
export function signInPage(start, reason, again) {
  const problem = make("p", { class: "problem", role: "alert" }, reason && say(reason));
  const field = (name, kind, autocomplete) =>
    make("label", { class: "field" }, make("span", {}, say(name)),
      make("input", { type: kind, name, autocomplete, required: true, spellcheck: "false" }));
  const button = make("button", { class: "main wide" }, say("signIn"));
  const send = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    button.disabled = true;
    try {
      await start(await post("/session", { email: form.get("email"), password: form.get("password") }));
    } catch (error) {
      problem.textContent = told(error);
      event.target.querySelector("[name=password]").select();
    }
    button.disabled = false;
  };
  const other = language() === "zh" ? "en" : "zh";
  const tongue = make("button", { type: "button", class: "text tongue", lang: other, "aria-label": say("switchLabel"),
    onclick: () => { chooseLanguage(other); again(); } }, say("switch"));
  return make("main", { class: "entrance" },
    make("form", { class: "entry", onsubmit: send },
      make("img", { src: "/static/console/icon.svg", alt: "", width: 44, height: 44 }),
      make("h1", {}, say("title")),
      make("p", { class: "hint" }, say("signInHint")),
      problem, field("email", "email", "username"), field("password", "password", "current-password"), button, tongue));
}

function told(error) {
  if (error.code === "too_many") return say("error.too_many", { minutes: Math.max(1, Math.ceil(error.wait / 60)) });
  if (error.code === "not_allowed") return say(/https/.test(error.message) ? "error.https" : "error.wrong");
  return say(`error.${error.code}`);
}
