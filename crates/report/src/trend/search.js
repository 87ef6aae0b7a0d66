"use strict";
{
  const field = document.getElementById("search");
  const count = document.querySelector("output");
  const runs = Array.from(document.querySelectorAll(".runs > ol > li"), (row) => [row, row.textContent.toLowerCase()]);
  field.parentElement.hidden = false;
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    let found = 0;
    for (const [row, text] of runs) {
      row.hidden = !words.every((word) => text.includes(word));
      found += row.hidden ? 0 : 1;
    }
    count.textContent = field.value.trim() === "" ? "" : `${found} of ${runs.length}`;
  });
}
