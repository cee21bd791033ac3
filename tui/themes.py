"""Colours of the app and of the desk: calm, and never the only sign of anything."""

from __future__ import annotations

from textual.theme import Theme

THEMES = (
    Theme(
        name="calm-dark",
        primary="#7fb7be",
        secondary="#a9b8c9",
        accent="#e3c27a",
        warning="#e3c27a",
        error="#c9a7e0",
        success="#9cc69b",
        foreground="#dfe6ea",
        background="#14191d",
        surface="#1b2227",
        panel="#242d33",
        dark=True,
    ),
    Theme(
        name="calm-light",
        primary="#1f6f78",
        secondary="#46586a",
        accent="#8a5a00",
        warning="#8a5a00",
        error="#6b3fa0",
        success="#2f6b3a",
        foreground="#1d2529",
        background="#f7f7f3",
        surface="#efefe9",
        panel="#e4e4dc",
        dark=False,
    ),
    Theme(
        name="high-contrast",
        primary="#00ffff",
        secondary="#ffffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ffb0ff",
        success="#00ff66",
        foreground="#ffffff",
        background="#000000",
        surface="#1c1c1c",
        panel="#003a5c",
        dark=True,
        variables={"foreground-muted": "#ffffff", "text-muted": "#ffffff", "text-disabled": "#d8d8d8"},
    ),
)
