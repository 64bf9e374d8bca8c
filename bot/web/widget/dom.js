// Building elements. Text goes in as text nodes only, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const texts = new WeakMap(); // node -> what sets its interface words again

/**
 * An element. `on…` attributes are listeners; `null`, `false` and, for
 * children, `undefined` leave an attribute or child out.
 * A function as attribute or child is a text of the interface: it is read now, and again by
 * `retell` when the language changes.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (typeof value === "function") told(element, () => element.setAttribute(name, value()));
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child === undefined || child === null || child === false || child === "") continue;
    element.append(typeof child === "function" ? tell(child) : child);
  }
  return element;
}

/** A text node whose words follow the language. */
function tell(read) {
  const node = document.createTextNode("");
  told(node, () => (node.data = read()));
  return node;
}

function told(node, set) {
  set();
  texts.set(node, [...(texts.get(node) ?? []), set]);
}

/** Say all interface words below `root` again, in the language that now holds. */
export function retell(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    texts.get(node)?.forEach((set) => set());
  }
}

const PATHS = {
  bubble: "M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.5 4v-4A1.5 1.5 0 0 1 4 14.5z",
  close: "M6 6l12 12M18 6L6 18",
  bag: "M6 8h12l1.2 11.5H4.8zM9 10.5V7a3 3 0 0 1 6 0v3.5",
  down: "M6 9l6 6 6-6",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  send: "M5 12h13M12 5l7 7-7 7",
  photo: "M4 8a2 2 0 0 1 2-2h2l1.5-2h5L16 6h2a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
};

export const icon = (name) => drawing(PATHS[name]);

/** A line drawing, hidden from screen readers: the button around it has the name. */
export function drawing(path24) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", path24);
  svg.append(path);
  return svg;
}

/** An address that may be followed or shown: http(s) only, relative to `base`; else null. */
export function safeUrl(address, base) {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const LINK = /\bhttps?:\/\/[^\s<>"'，。！？；、（）]+[^\s<>"'，。！？；、（）.,!?;:)]/g;

/** Words with their web addresses as links. */
export function linked(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    const href = safeUrl(found[0]);
    if (!href) continue;
    const link = make("a", { href, target: "_blank", rel: "noopener nofollow" }, found[0]);
    parts.push(text.slice(end, found.index), link);
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

/** The language that a text is written in, for fonts and voices. */
export const langOf = (text) => (/\p{Script=Han}/u.test(text) ? "zh" : "en");
