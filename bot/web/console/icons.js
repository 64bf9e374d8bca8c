// Line drawings, 24 by 24; hidden from screen readers, as the button around each has the name.

import { drawing } from "../widget/dom.js";

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  inbox: "M4 13l2.5-7.500A1.500 1.500 0 0 1 8 4.500h8a1.500 1.500 0 0 1 1.500 1L20 13v5a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 18zM4 13h4.500l1.500 2.500h4L15.500 13H20",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20 20",
  figures: "M5 20V11M12 20V4M19 20v-6",
  promises: "M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 9v4.500l3 1.500M5 3.500L2.500 6M19 3.500L21.500 6",
  help: "M9.200 9a3 3 0 1 1 4.300 2.700c-.9.5-1.500 1.100-1.500 2.300M12 17.500v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  sound: "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11",
  quiet: "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM16 9.500l5 5M21 9.500l-5 5",
  bell: "M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500a2 2 0 0 0 4 0",
  out: "M14 4.500H6.500A1.500 1.500 0 0 0 5 6v12a1.500 1.500 0 0 0 1.500 1.500H14M10 12h10M16.500 8.500L20 12l-3.500 3.500",
  goods: "M4.500 8L12 4l7.500 4v8L12 20l-7.500-4zM4.500 8L12 12l7.500-4M12 12v8",
  canned: "M13 3L5 13.500h6L10.500 21 19 10h-6z",
  spark: "M12 3.500l1.800 5.200L19 10.500l-5.200 1.800L12 17.500l-1.800-5.200L5 10.500l5.200-1.800zM18.500 16l.8 2.200 2.200.8-2.200.8-.8 2.200-.8-2.200-2.200-.8 2.200-.8z",
  send: "M5 12h13M12 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.500l4.500 4.500L19 7.500",
  checks: "M2 12.500l4.500 4.500L15 8M11 15.500l1.500 1.500L22 7.500",
  more: "M12 6v.1M12 12v.1M12 18v.1",
  details: "M4 5.500A1.500 1.500 0 0 1 5.500 4h13A1.500 1.500 0 0 1 20 5.500v13a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 18.500zM14.500 4v16",
  down: "M6 9l6 6 6-6",
  bot: "M7 8h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM12 8V4.500M9.500 12.500v1M14.500 12.500v1",
  transfer: "M4 8h13M13.500 4.500L17 8l-3.500 3.500M20 16H7M10.500 12.500L7 16l3.500 3.500",
  wrong: "M12 8v5M12 16.200v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
};

export const icon = (name) => drawing(PATHS[name]);

/** An element of a drawing with its attributes. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
