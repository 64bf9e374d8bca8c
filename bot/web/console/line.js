// The console's one socket, which comes back by itself.

const FIRST_WAIT = 500; // ms before the first new try; doubles up to the longest
const LONGEST_WAIT = 10000;
const PULSE = 20000; // ms between pings; a dead line is otherwise never noticed
const PATIENCE = 5000; // ms in which a ping must be answered

export class Line {
  #on;
  #socket = null;
  #wanted = false;
  #wait = FIRST_WAIT;
  #retry = 0;
  #doubt = 0;

  /** `on.frame(frame)` for each frame, `on.state(online)` when the line comes or goes. */
  constructor(on) {
    this.#on = on;
    addEventListener("online", () => this.#again(0));
    document.addEventListener("visibilitychange", () => document.hidden || this.#check());
    setInterval(() => this.#check(), PULSE);
  }

  open() {
    this.#wanted = true;
    this.#connect();
  }

  close() {
    this.#wanted = false;
    this.#lose();
  }

  /** Send a frame; what is lost with the line is asked for again by `seq` when it is back. */
  send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #connect() {
    if (this.#socket || !this.#wanted) return;
    const url = new URL("/api/staff/socket", location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = (this.#socket = new WebSocket(url));
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = () => this.#lost();
  }

  #receive(frame) {
    clearTimeout(this.#doubt);
    this.#doubt = 0;
    if (frame.type === "pong") return;
    if (frame.type === "welcome") {
      this.#wait = FIRST_WAIT;
      this.#on.state(true);
    }
    this.#on.frame(frame);
  }

  #lost() {
    this.#lose();
    if (!this.#wanted) return;
    this.#on.state(false);
    this.#again(this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #lose() {
    clearTimeout(this.#doubt);
    this.#doubt = 0;
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #again(wait) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), wait);
  }

  #check() {
    if (!this.#wanted || this.#doubt || this.#socket?.readyState !== WebSocket.OPEN) return;
    this.send({ type: "ping" });
    this.#doubt = setTimeout(() => this.#lost(), PATIENCE);
  }
}
