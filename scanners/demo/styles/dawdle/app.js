// Asks for a script that never comes to its end, as an overloaded helper of a site would.
document.body.append(Object.assign(document.createElement("script"), {src: "/slow.js"}));
