// Fetches a few notes whenever the end of the page comes into sight.
(() => {
  const rolls = document.getElementById("rolls");
  const more = document.getElementById("more");
  let next = 0;
  let busy = false;
  const watcher = new IntersectionObserver(async (entries) => {
    if (busy || !entries.some((entry) => entry.isIntersecting)) return;
    busy = true;
    const answer = await fetch(`/api/notes/${encodeURIComponent(rolls.dataset.handle)}/${next}`);
    const notes = answer.ok ? (await answer.json()).notes : [];
    rolls.append(...notes.map(drawNote));
    next += 1;
    busy = false;
    watcher.unobserve(more);
    if (notes.length) watcher.observe(more); else more.remove();
  });
  watcher.observe(more);
})();
