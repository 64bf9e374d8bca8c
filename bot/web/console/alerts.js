// When somebody waits, or writes to one who looks elsewhere: a sound and a notification.

import { nameOf, say } from "./words.js";

const KEPT = "console-sound";
const NOTES = { waits: [660, 880], heard: [740] }; // Hz, one after the other
const EACH = 0.14; // s
const LOUD = 0.06;

export class Alerts {
  #audio = null;
  #desk;
  #open;
  #on = {};

  constructor(desk, open) {
    this.#desk = desk;
    this.#open = open;
    this.on = localStorage.getItem(KEPT) !== "off";
    for (const kind of ["waits", "heard"]) {
      this.#on[kind] = ({ detail }) => this.#alert(kind, detail.id);
      desk.addEventListener(kind, this.#on[kind]);
    }
    // Browsers ask for an act of the person before either is allowed.
    addEventListener("pointerdown", () => this.#allow(), { once: true });
  }

  end() {
    for (const [kind, listener] of Object.entries(this.#on)) this.#desk.removeEventListener(kind, listener);
  }

  toggle() {
    this.on = !this.on;
    localStorage.setItem(KEPT, this.on ? "on" : "off");
    if (this.on) {
      this.#allow();
      this.#play("waits");
    }
  }

  #allow() {
    if (!this.on) return;
    this.#audio ??= new AudioContext();
    this.#audio.resume();
    if ("Notification" in window && Notification.permission === "default") Notification.requestPermission();
  }

  #alert(kind, id) {
    if (!this.on || (kind === "heard" && !document.hidden && id === this.#desk.current)) return;
    this.#play(kind);
    if (!document.hidden || !("Notification" in window) || Notification.permission !== "granted") return;
    const row = this.#desk.row(id);
    // The words stay in the console: a notification may be seen by others.
    const note = new Notification(say(`alert.${kind}`, { name: nameOf(row) }), { tag: id, icon: "/static/console/icon.svg" });
    note.onclick = () => {
      focus();
      this.#open(id);
    };
  }

  #play(kind) {
    if (this.#audio?.state !== "running") return;
    NOTES[kind].forEach((hertz, place) => {
      const tone = this.#audio.createOscillator();
      const volume = this.#audio.createGain();
      const at = this.#audio.currentTime + place * EACH;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(LOUD, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + EACH * 2);
      tone.connect(volume).connect(this.#audio.destination);
      tone.start(at);
      tone.stop(at + EACH * 2);
    });
  }
}
