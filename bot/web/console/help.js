// Keys and how the queue works.

import { make } from "../widget/dom.js";
import { show } from "./dialog.js";
import { KEYS } from "./keys.js";
import { say } from "./words.js";

export function help(keys) {
  const line = ([name, strokes]) => make("div", {}, make("dt", {}, strokes.map((stroke) => make("kbd", {}, stroke))), make("dd", {}, say(`keys.${name}`)));
  const single = make("input", { type: "checkbox", checked: keys.single, onchange: () => (keys.single = single.checked) });
  show(say("helpTitle"), () => make("div", { class: "help" },
    make("p", {}, say("helpText")),
    make("label", { class: "check" }, single, make("span", {}, say("singleKeys"), make("small", {}, say("singleHint")))),
    make("h3", {}, say("keysTitle")),
    make("dl", { class: "keys" }, KEYS.map(line))), "broad");
}
