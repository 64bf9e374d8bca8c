// A shopper's photo: what may be sent, made smaller on the way, and shown again later.

import { make } from "./dom.js";
import { crop } from "./part.js";
import { say } from "./words.js";

const MOST_BYTES = 8 * 1024 * 1024;
const SHRINK_FROM = 1024 * 1024; // bytes; the server keeps no more than the longest side below
const LONGEST_SIDE = 2048; // px
const READABLE = /^image\/(jpeg|png|webp|avif|hei[cf])$/;
// The server's reasons, and our words for them.
const REASONS = {
  empty: "photoEmpty", large: "photoLarge", slow: "photoSlow", format: "photoType", pixels: "photoPixels",
  small: "photoSmall", moving: "photoMoving", damaged: "photoDamaged", heavy: "photoHeavy", single: "photoSingle",
};

/** A photo that cannot be sent; `word` names the reason, `final` when sending again is useless. */
export class PhotoRefused extends Error {
  constructor(word, final = true) {
    super(word);
    this.word = word;
    this.final = final;
  }
}

/** The first file among what was picked, pasted or dropped; null where there is none. */
export function fileIn(transfer) {
  const files = [...(transfer?.files ?? [])];
  return files.find((file) => file.type.startsWith("image/")) ?? files[0] ?? null;
}

/** Which word says why this file cannot be sent, or null. HEIC often comes without a type. */
export function refusal(file) {
  if (!READABLE.test(file.type) && !/\.(hei[cf]|avif)$/i.test(file.name)) return "photoType";
  return file.size ? null : "photoEmpty";
}

/** The photo, small enough for a slow line. What this browser cannot decode goes as it is. */
export async function shrunk(file) {
  if (file.size < SHRINK_FROM) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = make("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff"; // JPEG has no transparency
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return blob && blob.size < file.size ? blob : file;
  } catch {
    return file;
  }
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
    const body = new FormData();
    const small = await shrunk(file);
    if (small.size > MOST_BYTES) throw new PhotoRefused("photoLarge");
    body.append("photo", small, "photo");
    const answer = await this.#connection
      .fetch("api/photos", { method: "POST", body })
      .catch(() => { throw new PhotoRefused("unavailable", false); });
    if (answer.status === 413) throw new PhotoRefused("photoLarge");
    const result = await answer.json().catch(() => ({}));
    if (answer.ok) {
      this.#shown.set(result.photo_id, Promise.resolve(URL.createObjectURL(small)));
      return result.photo_id;
    }
    if (answer.status === 429) throw new PhotoRefused("photoMany", false);
    if (answer.status !== 400) throw new PhotoRefused("unavailable", false);
    const word = REASONS[result.error?.reason] ?? "photoType";
    throw new PhotoRefused(word, word !== "photoSlow");
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
