/* Clocks count on from the seconds that the server gave, by the page's own stopwatch:
   the device's clock may be wrong and may be set while the page is open. */

const anchors = new WeakMap();

function anchorOf(clock) {
  const given = clock.dataset.seconds;
  const known = anchors.get(clock);
  if (known?.given === given && known.running === clock.dataset.running) return known;
  const anchor = { given, running: clock.dataset.running, at: performance.now() };
  anchors.set(clock, anchor);
  return anchor;
}

function elapsed(clock) {
  const anchor = anchorOf(clock);
  const gone = anchor.running === "yes" ? (performance.now() - anchor.at) / 1000 : 0;
  return Math.floor(Number(anchor.given) + gone);
}

function face(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function stateOf(clock, seconds) {
  const { soft, hard, running } = clock.dataset;
  if (Number(hard) && seconds >= Number(hard)) return "hard";
  if (running !== "yes") return "paused";
  return Number(soft) && seconds >= Number(soft) ? "warn" : "ok";
}

function announce(clock, state) {
  const words = { warn: clock.dataset.saySoft, hard: clock.dataset.sayHard }[state];
  if (words) clock.querySelector("[data-clock-says]").textContent = words;
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function show(clock) {
  const seconds = elapsed(clock);
  const left = Math.max(Number(clock.dataset.hard) - seconds, 0);
  write(clock.querySelector(".clock-face"), face(clock.dataset.shows === "left" ? left : seconds));
  const progress = clock.querySelector("progress");
  if (progress) progress.value = seconds;
  const state = stateOf(clock, seconds);
  if (state === clock.dataset.state) return;
  clock.dataset.state = state;
  announce(clock, state);
}

let slept = Date.now() - performance.now();

/* In sleep the stopwatch may stand still while the calendar goes on: then ask the server. */
function askAfterSleep() {
  const drift = Date.now() - performance.now();
  if (Math.abs(drift - slept) > 2000) document.dispatchEvent(new Event("hattama:look"));
  slept = drift;
}

function tick() {
  askAfterSleep();
  document.querySelectorAll("[data-clock]").forEach(show);
}

tick();
setInterval(tick, 250);
document.addEventListener("hattama:swapped", tick);
