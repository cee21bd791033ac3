// Fetches the member and draws the wardrobe.
(async () => {
  const place = document.getElementById("wardrobe");
  const answer = await fetch("/api/member/" + encodeURIComponent(place.dataset.member));
  if (!answer.ok) { place.textContent = "This wardrobe could not be opened."; return; }
  const data = await answer.json();
  const make = (tag, name, words) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (words) node.textContent = words;
    return node;
  };
  const member = data.member;
  document.title = `${member.name} - Swapsies`;
  const stall = make("section", "stall");
  const face = make("img", "stall-picture");
  face.src = member.picture;
  face.alt = "";
  const words = make("div", "stall-about");
  words.append(make("h1", "stall-name", member.name));
  if (member.town) words.append(make("p", "stall-town", member.town));
  if (member.words) words.append(make("p", "stall-words", member.words));
  if (member.phone) words.append(make("p", "stall-phone", member.phone));
  if (member.since) {
    const since = make("p", "stall-since", "Swapping since ");
    const time = make("time", "", member.since.slice(0, 4));
    time.dateTime = member.since;
    since.append(time);
    words.append(since);
  }
  stall.append(face, words);
  const rail = make("section", "rail");
  data.listings.forEach((listing, number) => {
    const item = make("article", "item");
    const picture = make("img");
    picture.src = data.pictures[number % Math.max(1, data.pictures.length)] || member.picture;
    picture.alt = "";
    const line = make("p", "item-line", [listing.line, listing.place].filter(Boolean).join(" "));
    item.append(picture, make("b", "item-price", listing.price), line);
    if (listing.when) item.append(make("small", "", listing.when));
    rail.append(item);
  });
  place.replaceChildren(stall, rail);
})();
