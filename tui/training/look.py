"""Measures of the desk; its colours are those the app begins with."""

from __future__ import annotations

from dataclasses import replace

from tui.themes import THEMES

THEME = replace(THEMES[0], name="desk")

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
