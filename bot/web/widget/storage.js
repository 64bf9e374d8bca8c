// What outlives a page. Where the browser forbids storing, it lives as long as the page does.

const PREFIX = "shopkeeper-";

function kept(open) {
  const spare = new Map();
  const attempt = (use, otherwise) => {
    try {
      return use(open());
    } catch {
      return otherwise(); // blocked, or full
    }
  };
  return {
    get: (name) => attempt((s) => s.getItem(PREFIX + name), () => null) ?? spare.get(name) ?? null,
    set(name, value) {
      spare.set(name, value);
      attempt((store) => store.setItem(PREFIX + name, value), () => {});
    },
    remove(name) {
      spare.delete(name);
      attempt((store) => store.removeItem(PREFIX + name), () => {});
    },
  };
}

/** Shared by all tabs: `token`, `customer`, `seen` (last seq read), `language`. */
export const lasting = kept(() => localStorage);
/** This tab's: `open`, `draft`, `unsent`. */
export const passing = kept(() => sessionStorage);
