// Draws the profile from the data inside the page, in a closed room of its own, so that the page's source holds no words.
(() => {
  const data = JSON.parse(document.querySelector('[data-pk="first-load"]').textContent);
  const person = data.load[0].result.data.person_by_handle;
  const room = document.getElementById("pk-root").attachShadow({ mode: "closed" });
  const make = (tag, name, words) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (words !== undefined) node.textContent = words;
    return node;
  };
  const add = (parent, ...children) => { parent.append(...children); return parent; };
  const style = make("style");
  style.textContent = `
    :host { display: block; min-height: 100vh; }
    .bar { display: flex; align-items: center; gap: 14px; padding: 14px 40px; border-bottom: 1px solid #eadfd4; background: #fff; }
    .bar b { font-size: 24px; letter-spacing: -.5px; color: #d8552b; } .bar span { margin-left: auto; }
    .bar a, .follow { background: #d8552b; color: #fff; border-radius: 999px; padding: 8px 20px; text-decoration: none; font-weight: 700; font-size: 14px; }
    .top { max-width: 920px; margin: 36px auto; display: grid; grid-template-columns: 190px 1fr; gap: 40px; padding: 0 20px; }
    .top img { width: 180px; height: 180px; border-radius: 50%; outline: 4px solid #f2b48f; outline-offset: 5px; }
    .handle { display: flex; gap: 20px; align-items: center; font-size: 22px; }
    .counts { display: flex; gap: 30px; margin: 14px 0; } .name { font-weight: 700; }
    .words { white-space: pre-line; margin: 4px 0; } .town { color: #80697c; } .links a { color: #b23f1a; font-weight: 600; display: block; }
    .contact { color: #80697c; }
    .squares { max-width: 920px; margin: 0 auto 60px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px; padding: 0 20px; }
    figure { margin: 0; background: #fff; border-radius: 16px; overflow: hidden; border: 1px solid #eadfd4; }
    figure img { width: 100%; aspect-ratio: 1; object-fit: cover; display: block; }
    figcaption { padding: 10px 14px 14px; font-size: 14px; } figcaption small { color: #80697c; display: block; }
    .locked { max-width: 420px; margin: 30px auto; text-align: center; border-top: 1px solid #eadfd4; padding: 40px; }
    @media (max-width: 700px) { .top { grid-template-columns: 1fr; } .squares { grid-template-columns: 1fr 1fr; } }`;
  const login = make("a", "", "Log in");
  login.href = "/login";
  const bar = add(make("div", "bar"), make("b", "", "pikchur"), make("span"), login);
  const face = make("img");
  face.src = person.picture;
  face.alt = "";
  const side = make("div");
  add(side, add(make("div", "handle"), make("span", "", person.handle), make("span", "follow", "Follow")));
  const count = (number, word) => make("span", "", `${number.toLocaleString("en-GB")} ${word}`);
  add(side, add(make("div", "counts"), count(person.squares.length, "squares"), count(person.followed_by, "followers"), count(person.follows, "following")));
  if (person.full_name) add(side, make("div", "name", person.full_name));
  if (person.words) add(side, make("p", "words", person.words));
  if (person.town) add(side, make("div", "town", person.town));
  const links = make("div", "links");
  for (const each of person.links) {
    const link = make("a", "", each.words);
    link.href = each.address;
    link.rel = "nofollow noreferrer";
    links.append(link);
  }
  add(side, links);
  for (const way of [person.contact.mail, person.contact.phone]) if (way) add(side, make("div", "contact", way));
  add(room, style, bar, add(make("div", "top"), face, side));
  if (person.locked) {
    add(room, add(make("div", "locked"), make("h2", "", "This account is private"), make("p", "", "Follow to see the squares.")));
    return;
  }
  const grid = make("div", "squares");
  for (const square of person.squares) {
    const tile = make("figure");
    const picture = make("img");
    picture.src = square.picture;
    picture.alt = "";
    const caption = make("figcaption", "", square.words);
    if (square.place || square.when) add(caption, make("small", "", [square.place, square.when].filter(Boolean).join(" · ")));
    grid.append(add(tile, picture, caption));
  }
  add(room, grid);
})();
