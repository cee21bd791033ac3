// Tells the site that somebody looked, and asks for the words: both with a message on one path.
(async () => {
  const card = document.getElementById("card");
  const ask = (name) => fetch("/graphql", {
    method: "POST",
    headers: {"X-FB-Friendly-Name": name},
    body: new URLSearchParams({
      fb_api_req_friendly_name: name,
      variables: JSON.stringify({handle: card.dataset.handle}),
    }),
  });
  ask("MurmurSeenMutation").catch(() => 0);
  try {
    drawCard(card, (await (await ask("MurmurProfileQuery")).json()).data);
  } catch (error) {
    card.textContent = "This voice could not be heard.";
  }
})();
