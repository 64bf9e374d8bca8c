// Choosing a part of a photo: a frame, drawn with the pointer or moved with the arrow keys.

import { make } from "./dom.js";
import WORDS from "./photo_words.js";
import { learn, say } from "./words.js";

learn(WORDS);

const STEP = 0.04; // shares of the picture's sides, as all numbers here
const SMALLEST = 0.06;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const within = (share) => Math.min(1, Math.max(0, share));

/** Let the shopper frame a part of the picture at `url`; `done(box)` when they search for it. */
export function choosePart(root, url, done) {
  let box = [0.2, 0.2, 0.8, 0.8];
  let start = null;
  const frame = make("div", { class: "part", tabindex: 0, role: "group", "aria-label": () => say("partHow"),
    onkeydown: (event) => key(event) });
  const board = make("div", { class: "board", onpointerdown: (event) => down(event), onpointermove: (event) => move(event),
    onpointerup: () => (start = null), onpointercancel: () => (start = null) },
  make("img", { src: url, alt: () => say("yourPhoto"), draggable: "false" }), frame);
  const dialog = make("dialog", { class: "choose", "aria-label": () => say("part"), onclose: () => { dialog.previousSibling.remove(); dialog.remove(); } },
    make("p", {}, () => say("partHow")), board,
    make("div", { class: "row" },
      make("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, () => say("cancel")),
      make("button", { type: "button", class: "main", onclick: () => { dialog.close(); done(box.map((n) => Math.round(n * 1000) / 1000)); } },
        () => say("partSearch"))));
  const put = (next) => {
    box = next;
    const [left, top, right, bottom] = box.map((share) => `${100 * share}%`);
    Object.assign(frame.style, { left, top, right: `calc(100% - ${right})`, bottom: `calc(100% - ${bottom})` });
  };

  function at(event) {
    const area = board.getBoundingClientRect();
    return [within((event.clientX - area.left) / area.width), within((event.clientY - area.top) / area.height)];
  }

  function down(event) {
    event.preventDefault();
    start = at(event);
    board.setPointerCapture(event.pointerId);
  }

  function move(event) {
    if (!start) return;
    const [x, y] = at(event);
    const next = [Math.min(start[0], x), Math.min(start[1], y), Math.max(start[0], x), Math.max(start[1], y)];
    if (next[2] - next[0] >= SMALLEST && next[3] - next[1] >= SMALLEST) put(next);
  }

  /** Arrow keys move the frame; with Shift they move its lower right corner. */
  function key(event) {
    const way = KEYS[event.key];
    if (!way) return;
    event.preventDefault();
    const [x, y] = way.map((sign) => sign * STEP);
    if (event.shiftKey) {
      put([box[0], box[1], within(Math.max(box[2] + x, box[0] + SMALLEST)), within(Math.max(box[3] + y, box[1] + SMALLEST))]);
      return;
    }
    const right = Math.min(Math.max(x, -box[0]), 1 - box[2]);
    const lower = Math.min(Math.max(y, -box[1]), 1 - box[3]);
    put([box[0] + right, box[1] + lower, box[2] + right, box[3] + lower]);
  }

  put(box);
  root.append(make("link", { rel: "stylesheet", href: new URL("part.css", import.meta.url).href }), dialog);
  dialog.showModal();
  frame.focus();
}
