/* The bell: it rings, the page looks again. It carries no data (base/bell.py).
   When the socket is down the page looks by itself every 20 seconds. */

import { lookAgain } from "./live.js";

const FALL_BACK = 20_000;
const LONGEST_WAIT = 15_000;
const sockets = new Map();
let looking = false;
let missed = false;

function show(state) {
  for (const sign of document.querySelectorAll("[data-live-sign]")) sign.dataset.state = state;
}

/* One look at a time; rings that come meanwhile make one more. */
async function look() {
  if (looking) {
    missed = true;
    return;
  }
  looking = true;
  const answered = await lookAgain();
  looking = false;
  show(answered && allOpen() ? "live" : "waiting");
  if (missed) {
    missed = false;
    look();
  }
}

function allOpen() {
  return [...sockets.values()].every((socket) => socket?.readyState === WebSocket.OPEN);
}

function listen(door, token, tries = 0) {
  const address = new URL(`/${door}/${token}/`, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(address);
  sockets.set(token, socket);
  let since = tries;
  socket.onopen = () => {
    since = 0;
    look();
  };
  socket.onmessage = look;
  socket.onclose = () => {
    show("waiting");
    // Jitter: after a restart of the server not all pages come at the same moment.
    const wait = Math.min(500 * 2 ** since, LONGEST_WAIT) * (0.5 + Math.random());
    setTimeout(() => listen(door, token, since + 1), wait);
  };
}

for (const bell of document.querySelectorAll("[data-bell]")) {
  if (!sockets.has(bell.dataset.bell)) listen(bell.dataset.door ?? "bell", bell.dataset.bell);
}

if (document.querySelector("[data-live]")) {
  setInterval(() => allOpen() || look(), FALL_BACK);
  document.addEventListener("hattama:look", look);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  window.addEventListener("online", look);
}
