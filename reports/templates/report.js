"use strict";
(() => {
  const page = document.documentElement;
  const name = page.dataset.report;
  const boxes = [...document.querySelectorAll("input[type=checkbox][id]")];
  const tools = document.getElementById("tools");
  const count = document.getElementById("count");
  const things = boxes.filter((box) => box.id !== "larger");

  const kept = () => {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  };
  const keep = () => {
    const ticks = boxes.filter((box) => box.checked).map((box) => box.id);
    try { localStorage.setItem(name, JSON.stringify({ at: Date.now(), ticks })); } catch { /* a saved copy still can */ }
  };
  const tell = () => {
    const done = things.filter((box) => box.checked).length;
    count.textContent = count.dataset.words.replace("#done", done).replace("#all", things.length);
  };

  const before = kept();
  if (before && Array.isArray(before.ticks) && before.at > Number(page.dataset.saved || 0)) {
    for (const box of boxes) box.checked = before.ticks.includes(box.id);
  }
  for (const box of boxes) {
    box.addEventListener("change", () => {
      // What stands on a card of the first page stands in the list below as well: one tick does for both.
      for (const other of things) {
        if (other.dataset.card === box.id) other.checked = box.checked;
      }
      keep();
      tell();
    });
  }

  document.getElementById("clear").addEventListener("click", () => {
    for (const box of things) box.checked = false;
    try { localStorage.removeItem(name); } catch { /* nothing was kept */ }
    tell();
  });
  document.getElementById("unfold").addEventListener("click", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  document.getElementById("save").addEventListener("click", () => {
    for (const box of boxes) box.toggleAttribute("checked", box.checked);
    page.dataset.saved = String(Date.now());
    tools.hidden = true;
    const whole = "<!doctype html>\n" + page.outerHTML + "\n";
    tools.hidden = false;
    const link = document.createElement("a");
    const file = decodeURIComponent(location.pathname.split("/").pop() || "").replace(/\.html?$/i, "");
    link.href = URL.createObjectURL(new Blob([whole], { type: "text/html" }));
    link.download = (file || "privacy-report") + "-ticked.html";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  tools.hidden = false;
  tell();
})();
