"use strict";
const slides = [...document.querySelectorAll(".slide")];
const at = () => Math.max(0, slides.findIndex((slide) => `#${slide.id}` === location.hash));
const show = (number) => {
  const to = Math.min(Math.max(number, 0), slides.length - 1);
  slides.forEach((slide, here) => slide.classList.toggle("here", here === to));
  if (location.hash !== `#${slides[to].id}`) history.replaceState(null, "", `#${slides[to].id}`);
};
document.body.classList.add("live");
addEventListener("hashchange", () => show(at()));
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const moves = {ArrowRight: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, PageUp: -1};
  if (event.key in moves) { event.preventDefault(); show(at() + moves[event.key]); }
  else if (event.key === "Home") show(0);
  else if (event.key === "End") show(slides.length - 1);
  else if (event.key.toLowerCase() === "n") document.body.classList.toggle("with-notes");
  else if (event.key.toLowerCase() === "p") print();
});
show(at());
