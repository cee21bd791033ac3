"""Colours and measures of the desk: calm, and never the only sign of anything."""

from __future__ import annotations

from textual.theme import Theme

THEME = Theme(
    name="desk",
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
)

STYLE = """
Screen { background: $background; color: $foreground; }
#middle { height: 1fr; }
#left { padding: 0 1; width: 1fr; scrollbar-size-vertical: 1; }
#right { padding: 0 1; width: 1fr; border-left: solid $panel; scrollbar-size-vertical: 1; }
.-narrow #middle { layout: vertical; overflow-y: auto; scrollbar-size-vertical: 1; }
.-narrow #left, .-narrow #right { width: 100%; height: auto; }
.-narrow #right { border-left: none; margin-top: 1; }
#say { dock: bottom; height: auto; max-height: 3; padding: 0 1; color: $accent; margin-bottom: 2; }
.-wide #say { margin-bottom: 1; }
ModalScreen { align: center middle; background: $background 60%; }
.panel { width: 90%; max-width: 110; height: auto; max-height: 90%; padding: 1 2; }
.panel { background: $surface; border: round $primary; }
.panel OptionList { height: auto; max-height: 100%; background: $surface; border: none; }
.head { text-style: bold; margin-bottom: 1; }
"""
