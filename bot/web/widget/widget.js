/*
 * The one script that a shop's page loads:
 *
 *   <script type="module" src="https://assistant.example/widget.js"></script>
 *
 * Attributes of the tag: data-theme="light|dark" (else as the system has it), data-language="en|zh"
 * (else the page's or the browser's). Colours: the CSS variables at the top of widget.css.
 *
 * It adds <shop-assistant> to the page, which is also `window.Shopkeeper`:
 *   open()                  open the conversation
 *   ask(text)               open it and say that for the shopper
 *   identify(token)         name the signed-in customer (a JWT of the shop's server); null signs out
 *   track(event, product)   "view", "favourite" or "dismiss", with the product's id
 * The event `shopkeeper-ready` on `document` says that it can be called, `shopkeeper-message` that
 * an answer has come (the cart may have changed). A page that marks its product with
 * data-product="id" has its views told by itself.
 */
import { ShopAssistant } from "./static/widget/element.js";

function start() {
  const tag = [...document.scripts].find(({ src }) => src === import.meta.url);
  const element = document.querySelector("shop-assistant") ?? document.createElement("shop-assistant");
  for (const name of ["theme", "language"]) {
    if (tag?.dataset[name]) element.setAttribute(name, tag.dataset[name]);
  }
  customElements.define("shop-assistant", ShopAssistant);
  if (!element.isConnected) document.body.append(element);
  window.Shopkeeper = element;
  document.dispatchEvent(new CustomEvent("shopkeeper-ready"));
}

if (!customElements.get("shop-assistant")) start(); // the tag may stand on the page twice
