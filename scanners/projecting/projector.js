"use strict";
// Everything that comes is put in as text. The seat is kept for this window alone, so that a reload keeps it.
const byId = (id) => document.getElementById(id);
const made = (tag, look, text) => {
  const element = document.createElement(tag);
  if (look) element.className = look;
  if (text) element.textContent = text;
  return element;
};
const SMALLEST = 55;
const pictures = new Map();
let seat = sessionStorage.getItem("seat") || "";
let after = "";

const ask = (name) => fetch(name, {headers: {"X-Seat": seat, "X-After": after}, cache: "no-store"});

async function picture(name) {
  if (!pictures.has(name)) {
    const answer = await ask("picture/" + encodeURIComponent(name));
    if (!answer.ok) return "";
    pictures.set(name, URL.createObjectURL(await answer.blob()));
  }
  return pictures.get(name);
}

function fill(id, items, build) {
  const list = byId(id);
  list.replaceChildren(...items.map(build));
  const part = byId(id + "-part");
  (part || list).hidden = items.length === 0;
}

function fact(item) {
  const row = made("li", item.gone ? "fact gone" : item.fresh ? "fact fresh" : "fact");
  row.append(made("span", "shown", item.shown), made("span", "what", item.what), made("span", "where", item.where));
  if (item.state) row.append(made("strong", "state", item.state));
  return row;
}

function door(item, change) {
  const row = made("li", `door ${item.lit ? item.now : "dark"}${item.lit && item.closed_now ? " closed-now" : ""}`);
  row.append(made("span", "leaf"), made("span", "title", item.title));
  if (item.lit && change && item.before !== item.now) {
    row.append(made("span", "was", item.before_words), made("span", "arrow", "→"));
  }
  if (item.lit) row.append(made("strong", "state", item.now_words));
  return row;
}

async function page(item, label) {
  const figure = made("figure");
  const image = made("img");
  image.alt = item.title;
  image.src = await picture(item.name);
  figure.append(made("figcaption", "", label ? `${label}: ${item.title}` : item.title), image);
  return figure;
}

async function drawPages(view) {
  const holder = byId("pages");
  const label = view.pages_before.length ? holder.dataset.after : "";
  const figures = await Promise.all([
    ...view.pages_before.map((was) => page(was, holder.dataset.before)), ...view.pages.map((now) => page(now, label)),
  ]);
  holder.replaceChildren(...figures);
  holder.hidden = figures.length === 0;
}

async function draw(view) {
  after = String(view.number);
  document.body.className = view.kind;
  for (const id of ["person", "place", "heading", "lead", "busy", "invented"]) byId(id).textContent = view[id];
  fill("points", view.points, (words) => made("li", "", words));
  fill("facts", view.facts, fact);
  fill("doors", view.doors, (item) => door(item, view.kind === "change"));
  fill("stops", view.stops, (words) => made("li", "", words));
  fill("fixed", view.fixed, (words) => made("li", "", words));
  byId("change-part").hidden = view.fixed.length === 0;
  byId("board").hidden = view.facts.length + view.doors.length + view.stops.length === 0;
  byId("room").classList.toggle("pointed", view.points.length > 0 && view.pages.length > 0);
  await drawPages(view);
  fit();
  document.body.dataset.shown = after;
}

// A projector may be small: the words become smaller until all of them are on the wall.
function fit() {
  const room = byId("room");
  const fits = () => room.scrollHeight <= room.clientHeight && byId("board").scrollHeight <= byId("board").clientHeight + 1;
  for (let size = 100; size >= SMALLEST; size -= 5) {
    document.documentElement.style.setProperty("--fit", String(size / 100));
    if (fits()) return;
  }
}
window.addEventListener("resize", fit);

function end(words) {
  for (const url of pictures.values()) URL.revokeObjectURL(url);
  sessionStorage.clear();
  document.body.className = "ended";
  byId("room").replaceChildren(made("h1", "", words));
  for (const id of ["person", "place", "busy", "invented"]) byId(id).textContent = "";
}

async function watch() {
  let failures = 0;
  try {
    const answer = await ask("seat");
    if (answer.status === 409) return end(document.body.dataset.taken);
    if (!answer.ok) return end(document.body.dataset.ended);
    seat = await answer.text();
    sessionStorage.setItem("seat", seat);
  } catch (error) {
    return end(document.body.dataset.ended);
  }
  for (;;) {
    try {
      const answer = await ask("now");
      if (!answer.ok) return end(document.body.dataset.ended);
      const view = await answer.json();
      if (String(view.number) !== after) await draw(view);
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures > 2) return end(document.body.dataset.ended);
      await new Promise((resume) => setTimeout(resume, 300));
    }
  }
}
watch();
