// The console by keyboard. Single keys can be turned off, as voices and stray hands press them too.

import { help } from "./help.js";

const KEPT = "console-keys";

export const KEYS = [
  ["move", ["j", "k", "↓", "↑"]], ["open", ["Enter"]], ["take", ["t"]], ["reply", ["r"]], ["note", ["n"]], ["goods", ["p"]],
  ["canned", ["c"]], ["suggest", ["s"]], ["give", ["g"]], ["resolve", ["e"]], ["transfer", ["x"]], ["details", ["d"]],
  ["inbox", ["1"]], ["search", ["2", "/"]], ["figures", ["4"]], ["help", ["?"]], ["send", ["Enter"]], ["line", ["Shift", "Enter"]],
  ["leave", ["Esc"]],
];

export class Keys {
  constructor(console) {
    this.console = console;
    this.listening = new AbortController();
    addEventListener("keydown", (event) => this.#key(event), { signal: this.listening.signal });
  }

  end() {
    this.listening.abort();
  }

  get single() {
    return localStorage.getItem(KEPT) !== "off";
  }

  set single(on) {
    localStorage.setItem(KEPT, on ? "on" : "off");
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229) return;
    const { target } = event;
    if (document.querySelector("dialog[open]")) return;
    if (target.matches("input, textarea, select")) {
      if (event.key === "Escape") target.blur();
      return;
    }
    if (!this.single) return;
    const act = this.#acts()[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #acts() {
    const { console } = this;
    const { talk } = console;
    const inTalk = (act) => () => console.shown === "inbox" && console.desk.current && act();
    return {
      j: () => console.inbox.move(1), k: () => console.inbox.move(-1),
      t: inTalk(() => talk.take()), r: inTalk(() => talk.composer.write("reply")), n: inTalk(() => talk.composer.write("note")),
      p: inTalk(() => talk.composer.pickGoods()), c: inTalk(() => talk.composer.pickCanned()), s: inTalk(() => talk.composer.suggest()),
      g: inTalk(() => talk.giveBack()), e: inTalk(() => talk.resolve()), x: inTalk(() => talk.transfer()),
      d: inTalk(() => console.beside.toggle()),
      1: () => console.visit("inbox"), 2: () => console.visit("search"), 3: () => console.visit("promises"),
      4: () => console.me.role !== "agent" && console.visit("figures"),
      "/": () => console.visit("search"), "?": () => help(this),
    };
  }
}
