// The one script of the shop assistant: a web component in its own shadow root.
const BASE = new URL(import.meta.url).origin;
const zh = (document.documentElement.lang || navigator.language).startsWith("zh");
const WORDS = zh
  ? { open: "打开智能助手", close: "关闭", title: "掌柜", hint: "说说您想找什么…", send: "发送", failed: "发送失败，点此重试", sending: "发送中…", add: "加入购物车", similar: "找相似", dismiss: "不喜欢", typing: "正在输入…", waiting: "正在等待人工客服", back: "回到智能助手", pieces: "件" }
  : { open: "Open the shop assistant", close: "Close", title: "Shopkeeper", hint: "Tell me what you are looking for…", send: "Send", failed: "Not sent, tap to retry", sending: "Sending…", add: "Add", similar: "Similar", dismiss: "Not for me", typing: "typing…", waiting: "Waiting for a person", back: "Back to the assistant", pieces: "pieces" };

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
};

class ShopAssistant extends HTMLElement {
  #socket = null; #last = 0; #pending = new Map(); #messages = new Map(); #wait = 500; #unread = 0; #queue = [];

  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    this.badge = make("span", { class: "badge", hidden: "" });
    this.launcher = make("button", { class: "launcher", "aria-label": WORDS.open, onclick: () => this.open() }, "💬", this.badge);
    this.log = make("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", "aria-label": WORDS.title });
    this.typing = make("p", { class: "typing", hidden: "" }, WORDS.typing);
    this.banner = make("p", { class: "banner", hidden: "" }, WORDS.waiting + " ", make("button", { onclick: () => this.#send({ type: "leave_queue" }) }, WORDS.back));
    this.field = make("input", { "aria-label": WORDS.hint, placeholder: WORDS.hint, maxlength: "4000", autocomplete: "off" });
    const form = make("form", { onsubmit: (event) => { event.preventDefault(); this.#say(this.field.value); } }, this.field, make("button", {}, WORDS.send));
    this.panel = make("section", { class: "panel", role: "dialog", "aria-label": WORDS.title, hidden: "", onkeydown: (event) => event.key === "Escape" && this.close() },
      make("header", {}, make("strong", {}, WORDS.title), make("button", { class: "close", "aria-label": WORDS.close, onclick: () => this.close() }, "×")),
      this.banner, this.log, this.typing, form);
    root.append(make("link", { rel: "stylesheet", href: `${BASE}/static/widget/widget.css` }), this.launcher, this.panel);
    if (localStorage.getItem("shopkeeper-token")) this.#connect();
    const product = document.querySelector("[data-product]");
    if (product) this.track("view", product.dataset.product);
  }

  open() { this.panel.hidden = false; this.launcher.hidden = true; this.#unread = 0; this.badge.hidden = true; this.#connect(); this.field.focus(); this.log.scrollTop = this.log.scrollHeight; }
  close() { this.panel.hidden = true; this.launcher.hidden = false; this.launcher.focus(); }
  identify(token) { this.#send({ type: "identify", token }); }
  track(kind, product) { this.#send({ type: "event", kind, product_id: product }); this.#connect(); }

  async #connect() {
    if (this.#socket) return;
    this.#socket = true;
    try {
      let token = localStorage.getItem("shopkeeper-token");
      if (!token) {
        token = (await (await fetch(`${BASE}/api/session`, { method: "POST" })).json()).token;
        localStorage.setItem("shopkeeper-token", token);
      }
      const socket = new WebSocket(`${BASE.replace(/^http/, "ws")}/api/chat`);
      socket.onopen = () => socket.send(JSON.stringify({ type: "hello", token, after: this.#last, language: zh ? "zh" : "en" }));
      socket.onmessage = (event) => this.#receive(socket, JSON.parse(event.data));
      socket.onclose = () => { this.#socket = null; setTimeout(() => this.#connect(), this.#wait = Math.min(this.#wait * 2, 15000)); };
      this.#socket = socket;
    } catch { this.#socket = null; setTimeout(() => this.#connect(), this.#wait = Math.min(this.#wait * 2, 15000)); }
  }

  #ready() { return this.#socket instanceof WebSocket && this.#socket.readyState === 1; }
  #send(frame) { if (this.#ready()) this.#socket.send(JSON.stringify(frame)); else this.#queue.push(frame); }

  #say(text, frame = null) {
    text = text.trim();
    if (!text && !frame) return;
    const client_id = crypto.randomUUID();
    const sent = { ...(frame || { type: "message", text }), client_id };
    const note = make("small", {}, WORDS.sending);
    const bubble = make("div", { class: "bubble shopper" }, text, note);
    this.#pending.set(client_id, { sent, bubble, note });
    this.log.append(bubble);
    this.log.scrollTop = this.log.scrollHeight;
    this.field.value = "";
    if (this.#ready()) this.#socket.send(JSON.stringify(sent));
    this.#connect();
  }

  #receive(socket, frame) {
    if (frame.type === "welcome") {
      this.#wait = 500;
      frame.messages.forEach((message) => this.#draw(message));
      this.#owner(frame.owner);
      this.#queue.splice(0).forEach((waiting) => socket.send(JSON.stringify(waiting)));
      this.#pending.forEach(({ sent }) => socket.send(JSON.stringify(sent)));
    } else if (frame.type === "message") this.#draw(frame.message, true);
    else if (frame.type === "owner") this.#owner(frame.owner);
    else if (frame.type === "typing") {
      this.typing.hidden = false;
      clearTimeout(this.typingEnds);
      this.typingEnds = setTimeout(() => (this.typing.hidden = true), frame.until_ms);
    } else if (frame.type === "error" && frame.client_id) this.#failed(frame);
    else if (frame.type === "error" && frame.code === "not_allowed") { localStorage.removeItem("shopkeeper-token"); this.#last = 0; }
  }

  #failed({ client_id, text }) {
    const pending = this.#pending.get(client_id);
    if (!pending) return;
    this.#pending.delete(client_id);
    pending.note.replaceChildren(make("button", { title: text, onclick: () => { pending.bubble.remove(); this.#say(pending.bubble.firstChild.textContent, pending.sent); } }, WORDS.failed));
  }

  #owner(owner) { this.banner.hidden = owner !== "queue"; }

  #draw(message, fresh = false) {
    if (this.#messages.has(message.seq)) return;
    this.#last = Math.max(this.#last, message.seq);
    const mine = this.#pending.get(message.client_id);
    if (mine) { mine.bubble.remove(); this.#pending.delete(message.client_id); }
    this.log.querySelectorAll(".choices").forEach((old) => old.remove());
    const block = make("div", { class: `message ${message.author}` });
    if (message.text) block.append(make("div", { class: `bubble ${message.author}` }, message.text));
    const { cards = [], quick_replies = [], cart } = message.content;
    if (cards.length) block.append(make("div", { class: "cards", tabindex: "0", role: "group" }, ...cards.map((card, index) => this.#card(message, card, index))));
    if (cart) block.append(this.#cart(cart));
    if (quick_replies.length) block.append(make("div", { class: "choices" }, ...quick_replies.map((choice, index) => make("button", { onclick: () => this.#say(choice.title, { type: "pick", message_id: message.id, index }) }, choice.title))));
    this.#messages.set(message.seq, block);
    const later = [...this.#messages.keys()].filter((seq) => seq > message.seq).sort((a, b) => a - b)[0];
    this.log.insertBefore(block, later ? this.#messages.get(later) : null);
    this.log.scrollTop = this.log.scrollHeight;
    if (message.author !== "shopper") this.typing.hidden = true;
    if (fresh && this.panel.hidden && message.author !== "shopper") { this.badge.textContent = ++this.#unread; this.badge.hidden = false; }
  }

  #card(message, card, index) {
    const act = (action) => () => this.#say(card.title, { type: "card", action, message_id: message.id, index });
    return make("article", {},
      make("a", { href: card.url }, make("img", { src: card.image, alt: "", loading: "lazy", width: "160", height: "160" }), make("strong", {}, card.title)),
      make("span", {}, make("b", {}, card.price_text), card.compare_at_text ? make("s", {}, card.compare_at_text) : ""),
      card.why ? make("small", {}, card.why) : "",
      make("div", { class: "acts" }, make("button", { onclick: act("add") }, WORDS.add), make("button", { onclick: act("similar") }, WORDS.similar), make("button", { onclick: act("dismiss") }, WORDS.dismiss)));
  }

  #cart(cart) {
    return make("div", { class: "cart" }, ...cart.lines.map((line) => make("p", {}, `${line.title} ${line.variant} × ${line.quantity}`, make("b", {}, line.total_text))), make("p", { class: "total" }, `${cart.pieces} ${WORDS.pieces}`, make("b", {}, cart.total_text)));
  }
}

customElements.define("shop-assistant", ShopAssistant);
window.shopkeeper = document.body.appendChild(document.createElement("shop-assistant"));
