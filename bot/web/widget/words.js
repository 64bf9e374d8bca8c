// Every word of the interface, in both languages. What the assistant says comes from the server.

import { lasting } from "./storage.js";

const EN = {
  name: "Shop assistant", open: "Open the shop assistant", close: "Close",
  unread: "{n} unread", messages: "Messages",
  switch: "中文", switchLabel: "切换到中文",
  hello: "Hello! Ask me for goods, prices, your orders, or send me a photo of what you like.",
  starters: ["Show me what is popular", "Where is my order?", "How do returns work?"],
  hint: "What are you looking for?", send: "Send",
  you: "You", bot: "Assistant", staff: "Support", system: "Notice",
  sending: "Sending…", uploading: "Uploading the photo…", sent: "Sent",
  failed: "Not sent. Tap to retry", refused: "Not sent: {why}", drop: "Remove",
  typing: "{name} is typing…",
  offline: "No connection. Trying again…",
  queue: "You are number {position} in the queue for a person, who reads what you write. The assistant is quiet until then.",
  usually: "Others lately waited about {minutes} min.",
  willRead: "a person will read it",
  withStaff: "You are talking to {name}.", person: "a person", back: "Back to the assistant",
  newer: "New messages", choices: "Suggested answers",
  products: "{n} products", product: "1 product", previous: "Previous products", next: "More products",
  add: "Add to cart", similar: "Similar", dismiss: "Not for me",
  stock: "In stock", few: "Only {n} left", none: "Sold out", was: "before", now: "now",
  cart: "Your cart", empty: "Your cart is empty.", pieces: "{n} pieces", piece: "1 piece",
  discount: "Discount", total: "Total", toCart: "Go to cart",
  order: "Order {number}", placed: "Placed on {date}", shipping: "Shipping", free: "free",
  tracking: "{carrier}, tracking number {tracking}",
  part: "Choose a part",
  photo: "Send a photo", yourPhoto: "Your photo", removePhoto: "Remove the photo",
  dropHere: "Drop the photo here", photoGone: "This photo is no longer kept.",
  tooMany: "too many messages at once, please wait a moment", tooLong: "the message is too long",
  invalid: "the server did not accept it", unavailable: "the shop does not answer",
  gone: "this is no longer on offer here",
  status: {
    pending_payment: "Waiting for payment", paid: "Paid", packing: "Being packed",
    shipped: "On its way", delivered: "Delivered", cancelled: "Cancelled",
  },
  step: {
    placed: "Order placed", paid: "Paid", packed: "Packed", shipped: "Sent",
    in_transit: "On its way", out_for_delivery: "Out for delivery", delivered: "Delivered",
    cancelled: "Cancelled", refunded: "Refunded", address_changed: "Address changed",
  },
};

const ZH = {
  name: "智能导购", open: "打开智能导购", close: "关闭",
  unread: "{n} 条未读", messages: "消息",
  switch: "EN", switchLabel: "Switch to English",
  hello: "您好！找商品、问价格、查订单都可以问我，也可以发一张照片给我。",
  starters: ["看看热门商品", "我的订单到哪了？", "怎么退货？"],
  hint: "您想找什么？", send: "发送",
  you: "您", bot: "智能助手", staff: "人工客服", system: "通知",
  sending: "发送中…", uploading: "正在上传照片…", sent: "已发送",
  failed: "未发送，点此重试", refused: "未发送：{why}", drop: "移除",
  typing: "{name}正在输入…",
  offline: "网络已断开，正在重新连接…",
  queue: "正在等待人工客服，您排在第 {position} 位，您的留言同事会看到；在此期间智能助手不回复。",
  usually: "最近大约需等待 {minutes} 分钟。",
  willRead: "人工客服会看到",
  withStaff: "{name}正在为您服务。", person: "人工客服", back: "回到智能助手",
  newer: "新消息", choices: "可选回复",
  products: "{n} 件商品", product: "1 件商品", previous: "上一组商品", next: "更多商品",
  add: "加入购物车", similar: "找相似", dismiss: "不喜欢",
  stock: "有货", few: "仅剩 {n} 件", none: "已售罄", was: "原价", now: "现价",
  cart: "购物车", empty: "购物车是空的。", pieces: "共 {n} 件", piece: "共 1 件",
  discount: "优惠", total: "合计", toCart: "去购物车",
  order: "订单 {number}", placed: "{date} 下单", shipping: "运费", free: "包邮",
  tracking: "{carrier}，运单号 {tracking}",
  part: "只找其中一件",
  photo: "发送照片", yourPhoto: "您的照片", removePhoto: "移除照片",
  dropHere: "把照片拖到这里", photoGone: "这张照片已不再保存。",
  tooMany: "发送太频繁，请稍等片刻", tooLong: "消息太长",
  invalid: "服务器没有接受", unavailable: "商店暂时没有响应",
  gone: "这里已不再提供",
  status: {
    pending_payment: "待付款", paid: "已付款", packing: "打包中",
    shipped: "运输中", delivered: "已签收", cancelled: "已取消",
  },
  step: {
    placed: "已下单", paid: "已付款", packed: "已打包", shipped: "已发货",
    in_transit: "运输中", out_for_delivery: "派送中", delivered: "已签收",
    cancelled: "已取消", refunded: "已退款", address_changed: "已修改地址",
  },
};

const LANGUAGES = { en: EN, zh: ZH };
let current = "en";

/** Choose the first known language of: the shopper's own choice, the shop's, page, browser. */
export function chooseLanguage(...wanted) {
  const all = [lasting.get("language"), ...wanted, document.documentElement.lang];
  const codes = [...all, navigator.language, "en"].map((code) => (code ?? "").slice(0, 2));
  current = codes.find((code) => code in LANGUAGES);
}

/** Words `{en: {…}, zh: {…}}` of a part of the widget that is loaded when it is needed. */
export function learn(words) {
  for (const code of Object.keys(words)) Object.assign(LANGUAGES[code], words[code]);
}

/** The shopper's own choice; it holds on every page from now on. */
export function setLanguage(code) {
  current = code;
  lasting.set("language", code);
}

export const language = () => current;

/** Words by name (`status.paid` for one in a group), with `{values}` filled in. */
export function say(name, values = {}) {
  const found = name.split(".").reduce((group, key) => group?.[key], LANGUAGES[current]);
  if (typeof found !== "string") return found ?? name.split(".").pop().replaceAll("_", " ");
  return found.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

const locale = () => (current === "zh" ? "zh-CN" : "en-GB");
const whole = { year: "numeric", month: "short", day: "numeric" };

export const day = (at) => new Date(at).toLocaleDateString(locale(), whole);
export const clock = (at) =>
  new Date(at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });

/** An amount in minor units as people read it; whole amounts without cents. */
export function money(minor, currency) {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" };
  const digits = new Intl.NumberFormat("en", style).resolvedOptions().maximumFractionDigits;
  const amount = minor / 10 ** digits;
  const least = Number.isInteger(amount) ? 0 : digits;
  return amount.toLocaleString("en", { ...style, minimumFractionDigits: least });
}
