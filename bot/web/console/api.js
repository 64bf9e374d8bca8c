// The gateway's API, as the member of staff who is signed in here.

const BASE = "/api/staff";

/** What the server refused; `code` as in its answer, `status` of HTTP. */
export class Refused extends Error {
  constructor(status, { code = "failed", text = "", retry_after: wait = 0 } = {}) {
    super(text || code);
    this.status = status;
    this.code = code;
    this.wait = wait;
  }
}

let signedOut = () => {};

/** `then` is called when the server says that nobody is signed in. */
export function onSignedOut(then) {
  signedOut = then;
}

async function call(method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  let answer;
  try {
    answer = await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Refused(0, { code: "offline" });
  }
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const { error } = await answer.json().catch(() => ({}));
  if (answer.status === 401) signedOut();
  throw new Refused(answer.status, error);
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const patch = (path, body = {}) => call("PATCH", path, body);
export const remove = (path) => call("DELETE", path);

/** An address below the API, for pictures. */
export const address = (path) => BASE + path;

/** 128 random bits; `crypto.randomUUID` is missing on pages without TLS. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
