// Photos of the shopper's, shown in the log: whole, or a part of one.

import { make } from "./dom.js";
import { say } from "./words.js";

/** The first file among what was picked, pasted or dropped; null where there is none. */
export function fileIn(transfer) {
  const files = [...(transfer?.files ?? [])];
  return files.find((file) => file.type.startsWith("image/")) ?? files[0] ?? null;
}

/** Show only a box `[left, top, right, bottom]` of a picture, as a picture of its own. */
function crop(url, [left, top, right, bottom], ratio) {
  const wide = right - left;
  const high = bottom - top;
  const part = make("span", { class: "crop" });
  part.style.aspectRatio = `${wide * ratio} / ${high}`;
  part.style.backgroundImage = `url("${url}")`;
  part.style.backgroundSize = `${100 / wide}% ${100 / high}%`;
  part.style.backgroundPosition = `${wide < 1 ? (100 * left) / (1 - wide) : 0}% ${high < 1 ? (100 * top) / (1 - high) : 0}%`;
  return part;
}

/** Photos on the server, by id. */
export class Photos {
  #connection;
  #shown = new Map(); // photo_id -> promise of an object URL

  constructor(connection) {
    this.#connection = connection;
  }

  /** Store a photo; its id. Raises `PhotoRefused`. */
  async upload(file) {
    const { send } = await import("./upload.js");
    const { id, small } = await send(this.#connection, file);
    this.#shown.set(id, Promise.resolve(URL.createObjectURL(small)));
    return id;
  }

  /** A picture element that fills itself; the frame has its size at once. */
  picture({ photo_id, width, height }) {
    const image = make("img", { alt: () => say("yourPhoto"), class: "photo", width, height });
    this.#url(photo_id).then(
      (url) => (image.src = url),
      () => image.replaceWith(make("em", { class: "gone" }, () => say("photoGone"))),
    );
    return image;
  }

  /** A box of a photo as a picture of its own; empty until the photo is there. */
  crop({ photo_id, box }) {
    const frame = make("span", { class: "crop" });
    this.measured(photo_id).then(({ url, ratio }) => frame.replaceWith(crop(url, box, ratio)), () => frame.remove());
    return frame;
  }

  /** A photo's address in this page, and its width over its height. */
  async measured(id) {
    const url = await this.#url(id);
    const image = make("img", { src: url });
    await image.decode();
    return { url, ratio: image.naturalWidth / image.naturalHeight };
  }

  #url(id) {
    if (!this.#shown.has(id)) {
      const found = this.#connection.fetch(`api/photos/${encodeURIComponent(id)}`);
      const url = found.then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return URL.createObjectURL(await answer.blob());
      });
      url.catch(() => this.#shown.delete(id));
      this.#shown.set(id, url);
    }
    return this.#shown.get(id);
  }
}
