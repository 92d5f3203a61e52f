/* Looks again: every [data-live="address"] is fetched from its own address and swapped when
   it has changed. What somebody is typing, the focus, open details and scrolling stay. */

function isTyped(field) {
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  if (field.tagName === "SELECT") {
    const preset = [...field.options].some((option) => option.defaultSelected);
    return preset && [...field.options].some((o) => o.selected !== o.defaultSelected);
  }
  return field.type !== "hidden" && field.value !== field.defaultValue;
}

function isBusy(region) {
  return [...region.querySelectorAll("input, textarea, select")].some(isTyped);
}

/* What counts as a change: not the tokens of forms and bells, not a clock's going on. */
function essence(html) {
  const copy = document.createElement("template");
  copy.innerHTML = html;
  const fleeting = "[name=csrfmiddlewaretoken], [name=once], [data-bell]";
  copy.content.querySelectorAll(fleeting).forEach((element) => element.remove());
  for (const clock of copy.content.querySelectorAll("[data-clock]")) {
    clock.removeAttribute("data-seconds");
    clock.removeAttribute("data-state");
    clock.querySelectorAll(".clock-face, progress, [data-clock-says]").forEach((e) => e.remove());
  }
  return copy.innerHTML;
}

function setClocks(region, fresh) {
  const given = fresh.querySelectorAll("[data-clock]");
  region.querySelectorAll("[data-clock]").forEach((clock, place) => {
    clock.dataset.seconds = given[place].dataset.seconds;
  });
}

function swap(region, fresh) {
  const focused = region.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...region.querySelectorAll("details[id][open]")].map((element) => element.id);
  const scrolled = [...region.querySelectorAll("[id]")]
    .filter((element) => element.scrollTop)
    .map((element) => [element.id, element.scrollTop]);
  region.replaceChildren(...fresh.childNodes);
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  scrolled.forEach(([id, top]) => {
    const element = document.getElementById(id);
    if (element) element.scrollTop = top;
  });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("hattama:swapped"));
}

const seen = new WeakMap();

/* A press is a promise: nothing moves under a finger between touching and letting go. */
let pressed = Promise.resolve();
let letGo = () => {};
document.addEventListener("pointerdown", () => {
  pressed = new Promise((resolve) => { letGo = () => setTimeout(resolve, 50); });
}, true);
["pointerup", "pointercancel"].forEach((name) => {
  document.addEventListener(name, () => letGo(), true);
});

function take(region, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = (region.id && page.getElementById(region.id)) || page.body;
  const now = essence(fresh.innerHTML);
  if (now === seen.get(region)) {
    setClocks(region, fresh);
  } else if (!isBusy(region)) {
    seen.set(region, now);
    swap(region, document.adoptNode(fresh));
  }
}

async function ask(address, target) {
  const headers = { "HX-Request": "true", "HX-Target": target };
  const answer = await fetch(address, { headers, cache: "no-store" });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/* Look at every live region; true when all of them answered. Regions with the same
   address share one answer. */
export async function lookAgain() {
  const answers = new Map();
  const looks = [...document.querySelectorAll("[data-live]")].map(async (region) => {
    const address = region.dataset.live;
    if (!answers.has(address)) answers.set(address, ask(address, region.id));
    const answer = await answers.get(address);
    await pressed;
    take(region, answer);
  });
  const results = await Promise.allSettled(looks);
  return results.every((result) => result.status === "fulfilled");
}

document.querySelectorAll("[data-live]").forEach((region) => {
  seen.set(region, essence(region.innerHTML));
});
