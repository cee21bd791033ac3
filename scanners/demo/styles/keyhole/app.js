// Fetches a visitor's key, and asks for the words with it.
(async () => {
  const card = document.getElementById("card");
  try {
    const {key} = await (await fetch("/guest/key", {method: "POST"})).json();
    const answer = await fetch("/api/door", {
      method: "POST",
      headers: {"Content-Type": "application/json", "X-Key": key},
      body: JSON.stringify({door: card.dataset.handle}),
    });
    drawCard(card, (await answer.json()).data);
  } catch (error) {
    card.textContent = "This door did not open.";
  }
})();
