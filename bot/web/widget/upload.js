// Sending a photo: what may be sent, and making it smaller on the way. Loaded with the first photo.

import { make } from "./dom.js";
import WORDS from "./photo_words.js";
import { learn } from "./words.js";

learn(WORDS);

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

/** Which word says why this file cannot be sent, or null. HEIC often comes without a type. */
export function refusal(file) {
  if (!READABLE.test(file.type) && !/\.(hei[cf]|avif)$/i.test(file.name)) return "photoType";
  return file.size ? null : "photoEmpty";
}

/** The photo, small enough for a slow line. What this browser cannot decode goes as it is. */
async function shrunk(file) {
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

/** Store a photo; its id, and the photo as it was sent. Raises `PhotoRefused`. */
export async function send(connection, file) {
  const body = new FormData();
  const small = await shrunk(file);
  if (small.size > MOST_BYTES) throw new PhotoRefused("photoLarge");
  body.append("photo", small, "photo");
  const answer = await connection
    .fetch("api/photos", { method: "POST", body })
    .catch(() => { throw new PhotoRefused("unavailable", false); });
  if (answer.status === 413) throw new PhotoRefused("photoLarge");
  const result = await answer.json().catch(() => ({}));
  if (answer.ok) return { id: result.photo_id, small };
  if (answer.status === 429) throw new PhotoRefused("photoMany", false);
  if (answer.status !== 400) throw new PhotoRefused("unavailable", false);
  const word = REASONS[result.error?.reason] ?? "photoType";
  throw new PhotoRefused(word, word !== "photoSlow");
}
