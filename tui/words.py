"""The short sentences that the screens and the linear dialogue share."""

from __future__ import annotations

WELCOME = "See what strangers see of you online, and change three things tonight."
PROMISES = (
    "It looks at accounts that belong to you. Nobody else's.",
    "It stays on this computer. Nobody at work can see it.",
    "You can stop, skip or delete at any time.",
)
CONSENT = (
    "This check looks at accounts that belong to you. Do not use it to look at anyone else.",
    "It stays on this device. Nobody at work can see it, and no answer is sent anywhere.",
    "It only reads. A page may ask its own site for its words; nothing else is sent. You can read each request.",
    "You can stop, skip or delete at any time. You may also say no.",
    "Some pages touch private topics. They stay closed until you open them.",
    "A work computer may be read by your employer. Your own device is the better place.",
)
KEEPING = (
    "To pause and come back, or to see what changed next time, keep this check on this computer. "
    "It is locked with a passphrase. Or keep nothing."
)
OPENING = "Something was kept here before. Type its passphrase to open it."
FORGIVING = "That passphrase does not open it. That happens. Try again as often as you like; nothing is lost."
NOTHING_NOTICED = "Nothing was noticed. Read it once more as a parent, a young person and your manager would."
NO_COPIES = "No possible copies were compared. Seen one? Add its link on the page My accounts."
