/* A form is sent once; a guarded form (data-guard) asks before typed words are lost. */

const sent = new WeakSet();

function buttonsOf(form) {
  return [...form.elements].filter((element) => element.type === "submit");
}

function rest(form) {
  for (const button of buttonsOf(form)) {
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
  }
}

function wake(form) {
  sent.delete(form);
  for (const button of buttonsOf(form)) {
    if (button.hasAttribute("aria-busy")) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  delete form.dataset.dirty;
  // After the browser has collected the fields, the pressed button among them.
  setTimeout(() => rest(form));
});

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.hasAttribute("data-guard")) form.dataset.dirty = "yes";
});

// htmx keeps the page, so the form may be sent again.
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form");
  if (form) wake(form);
});

// The back button brings the page back as it was left.
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(wake));

// After a refusal the way back leads to the form as it was filled in.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-back]");
  if (!link || link.href !== document.referrer || history.length < 2) return;
  event.preventDefault();
  history.back();
});

window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-dirty]")) event.preventDefault();
});
