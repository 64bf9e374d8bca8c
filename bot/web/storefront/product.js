// Colour and size on a product's page: price, stock and picture follow; adding stays on the page.
import { pieces } from "./shop.js";

const form = document.querySelector(".choose");
if (form) {
  const variants = JSON.parse(form.dataset.variants);
  const words = form.dataset;
  const part = (name) => document.querySelector(`[data-${name}]`);
  const chosen = (name) => form.querySelector(`[name=${name}]:checked`)?.value ?? form.elements[name]?.value ?? "";
  const find = (colour, size) => variants.find((each) => each.colour === colour && each.size === size);

  function show() {
    const colour = chosen("colour");
    const variant = find(colour, chosen("size"));
    for (const field of form.querySelectorAll("[name=size][type=radio]")) {
      field.parentElement.classList.toggle("gone", !(find(colour, field.value)?.stock > 0));
    }
    const name = form.querySelector("[name=colour]:checked")?.dataset.name;
    if (name) part("colour").value = name;
    part("put").disabled = !(variant?.stock > 0);
    part("stock").dataset.level = !(variant?.stock > 0) ? "none" : variant.stock <= 5 ? "few" : "good";
    part("stock").textContent = !(variant?.stock > 0) ? words.out : variant.stock <= 5 ? words.few.replace("#", variant.stock) : words.inStock;
    if (!variant) return;
    part("price").textContent = variant.price;
    part("price").classList.toggle("reduced", Boolean(variant.before));
    part("before").textContent = variant.before;
    part("before").hidden = !variant.before;
    if (part("picture").getAttribute("src") !== variant.image) part("picture").src = variant.image;
  }

  async function add(event) {
    event.preventDefault();
    const variant = find(chosen("colour"), chosen("size"));
    const button = part("put");
    if (!variant || button.disabled) return;
    button.disabled = true;
    button.textContent = words.adding;
    part("said").replaceChildren();
    try {
      const answer = await fetch("/api/cart", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ action: "add", variant_id: variant.id, quantity: Number(form.elements.quantity.value) }),
      });
      if (answer.ok) {
        pieces((await answer.json()).pieces);
        part("said").replaceChildren(part("added").content.cloneNode(true));
      } else part("said").textContent = answer.status === 409 ? words.short : words.failed;
    } catch {
      part("said").textContent = words.failed;
    }
    button.disabled = false;
    button.textContent = words.add;
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", add);
  show();
}
