// What makes the pages quicker; each of them works without.
const assistant = () => customElements.whenDefined("shop-assistant").then(() => window.Shopkeeper);

/** Says a text to the assistant for the shopper. */
const ask = (text) => assistant().then((widget) => widget.ask(text));

/** The number on the cart in the header; asked for when others may have changed the cart. */
export function pieces(count) {
  for (const badge of document.querySelectorAll("[data-pieces]")) {
    badge.textContent = count;
    badge.hidden = !count;
  }
}

async function refresh() {
  const answer = await fetch("/api/cart");
  if (answer.ok) pieces((await answer.json()).pieces);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-ask]");
  if (button) ask(button.dataset.ask);
});

for (const form of document.querySelectorAll("[data-ask-form]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = form.elements.q.value.trim();
    if (text) ask(text);
    form.reset();
  });
}

// Filters and amounts apply as soon as they change; their buttons are for pages without scripts.
for (const form of document.querySelectorAll("[data-filter]")) {
  form.querySelector("[data-apply]").classList.add("hidden");
  form.addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.value === "") field.disabled = true;
  });
}
for (const field of document.querySelectorAll("[data-submit]")) {
  field.form.querySelector("[data-apply]").classList.add("hidden");
  field.addEventListener("change", () => field.form.requestSubmit());
}
for (const form of document.querySelectorAll("[data-once]")) {
  form.addEventListener("submit", () => form.querySelector("button.big").setAttribute("aria-disabled", "true"));
}

// Times in the reader's own zone.
const lang = document.documentElement.lang;
for (const time of document.querySelectorAll("time[data-moment]")) {
  const moment = new Date(time.dateTime);
  time.textContent = moment.toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" });
}

// What was searched for tells the assistant's recommendations something.
const searched = document.querySelector("[data-search]")?.dataset.search;
if (searched) {
  const body = JSON.stringify({ kind: "search", query: searched });
  fetch("/api/events", { method: "POST", headers: { "Content-Type": "application/json" }, body });
}

// The chat may have changed the cart, here or in another tab.
document.addEventListener("shopkeeper-message", refresh);
addEventListener("focus", refresh);
addEventListener("pageshow", (event) => event.persisted && refresh());
