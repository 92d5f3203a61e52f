/* Filter as you type: <input type="search" data-filters="#students"> hides what does not match.
   The words are those of the rows; without JS the form around the field asks the server. */

function plain(text) {
  return text.toLocaleLowerCase("kk").replace(/ё/g, "е").replace(/\s+/g, " ").trim();
}

function rowsOf(target) {
  return target.matches("table") ? target.tBodies[0].rows : target.children;
}

function filter(field) {
  const target = document.querySelector(field.dataset.filters);
  const words = plain(field.value).split(" ");
  let shown = 0;
  for (const row of rowsOf(target)) {
    const text = plain(row.textContent);
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  const count = document.querySelector(`[data-filter-count="${field.dataset.filters}"]`);
  if (count) count.textContent = shown;
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-filters]")) filter(event.target);
});

document.addEventListener("hattama:swapped", () => {
  document.querySelectorAll("[data-filters]").forEach((field) => field.value && filter(field));
});
