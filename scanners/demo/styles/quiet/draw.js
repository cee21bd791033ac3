// Draws what a page was given about somebody, and their notes.
const make = (tag, name, words) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (words) node.textContent = words;
  return node;
};
const drawNote = (note) => {
  const box = make("article", "q-post");
  box.append(make("p", "q-line", note.line));
  if (note.when) box.append(make("small", "", note.when));
  return box;
};
const drawCard = (place, person) => {
  const face = make("img", "q-face");
  face.src = person.picture;
  face.alt = "";
  const rows = [face, make("h1", "q-name", person.name), make("p", "q-handle", "@" + person.handle)];
  for (const key of ["town", "words", "phone"]) {
    if (person[key]) rows.push(make("p", "q-" + key, person[key]));
  }
  place.replaceChildren(...rows, ...person.notes.map(drawNote));
  document.title = person.name;
};
