"""The picture drawn in plain characters: the person in the middle, accounts around, links, and doors."""

from __future__ import annotations

from textual.content import Content

from privacy_check.journey.views.picture import Around, Door, Picture, Tie
from privacy_check.pictures.fit import wrapped
from privacy_check.sentences import say
from tui.text import cell, glyphs, plain

NARROWEST = 30
_FULL, _ASCII = "┌┐└┘", "++++"


def drawn(picture: Picture, width: int) -> Content:
    """The whole picture in at most `width` columns."""
    width = max(width, NARROWEST)
    lines = [around(picture.around, width)]
    if picture.quiet:
        lines += [Content(), *(Content(line) for line in wrapped(picture.quiet, width))]
        return Content("\n").join(lines)
    lines += [Content(), Content.styled(say("picture.links"), "bold")]
    lines += [tie_line(tie, width, signs_width(picture)) for tie in picture.ties]
    lines += [Content(), Content.styled(say("picture.doors"), "bold")]
    lines += [door_line(door, width) for door in picture.doors]
    notes = (piece for note in picture.notes for piece in wrapped(note, width))
    lines += [plain(piece, "$foreground-muted") for piece in notes]
    return Content("\n").join(lines)


def around(accounts: tuple[Around, ...], width: int) -> Content:
    """You in the middle, half of the accounts above and half below, two beside each other."""
    half = max(width // 2, 1)
    rows = [accounts[at : at + 2] for at in range(0, len(accounts), 2)]
    above = rows[: (len(rows) + 1) // 2]
    below = rows[len(above) :]
    lines = [_names(row, half) for row in above]
    lines += [_branches(len(above[-1]), half, up=True)] if above else []
    you = f"( {say('picture.you')} )"
    lines.append(Content.assemble(" " * max(half - len(you) // 2, 0), (you, "bold $primary")))
    lines += [_branches(len(below[0]), half, up=False)] if below else []
    lines += [_names(row, half) for row in below]
    return Content("\n").join(lines)


def _names(row: tuple[Around, ...], half: int) -> Content:
    return Content.assemble(
        *(
            Content.assemble((f"{item.sign} ", "bold"), cell(_short(item.name, half - 3), half - 3), " ")
            for item in row
        )
    )


def _short(name: str, room: int) -> str:
    """The whole name where it fits, else the site alone: its letter tells it from others there."""
    return name if plain(name).cell_length <= room else name.partition(" \u00b7 ")[0]


def _branches(columns: int, half: int, *, up: bool) -> Content:
    """The lines from the accounts of a row to you: down from those above, up from those below."""
    ascii_only, line = glyphs().line.isascii(), glyphs().line
    top_left, top_right, low_left, low_right = tuple(_ASCII if ascii_only else _FULL)
    left, right = (low_left, low_right) if up else (top_left, top_right)
    arm = max(half // 2 - 2, 1)
    inner = (top_right, top_left) if up else (low_right, low_left)
    start = half - arm - 3
    text = " " * start + left + line * arm + inner[0]
    if columns > 1:
        text += "   " + inner[1] + line * arm + right
    return Content.styled(text, "$foreground-muted")


def signs_width(picture: Picture) -> int:
    """How many columns the letters before the facts take."""
    return max((len("".join(tie.signs)) for tie in picture.ties), default=1)


def tie_line(tie: Tie, width: int, signs: int) -> Content:
    """A fact: the letters of its accounts, its words, the numbers of its doors; one taken away says so."""
    line = glyphs().empty if tie.gone else glyphs().line
    start = f"{''.join(tie.signs):<{signs}} {line} "
    end = say("picture.gone") if tie.gone else f"{' '.join(map(str, tie.doors))}"
    room = max(width - len(start) - len(end) - 3, 10)
    pieces = wrapped(tie.words, room)
    style = "$foreground-muted" if tie.gone else ""
    last = Content.assemble(
        plain(pieces[-1], style), f" {line} ", (end, "$success" if tie.gone else "bold $accent")
    )
    whole = [*(plain(piece, style) for piece in pieces[:-1]), last]
    lead = [start, *[" " * len(start)] * (len(whole) - 1)]
    return Content("\n").join(
        Content.assemble((head, "bold"), rest) for head, rest in zip(lead, whole, strict=True)
    )


def door_line(door: Door, width: int) -> Content:
    """A door with its number and its state in words; an open one is lit."""
    sign = f"[{door.number}] " if door.open else f" {door.number}  "
    style = "bold $accent" if door.open else "$success"
    pieces = [plain(piece, style if door.open else "") for piece in wrapped(door.words, max(width - 4, 10))]
    lines = [Content.assemble((sign if not at else "    ", style), piece) for at, piece in enumerate(pieces)]
    return Content("\n").join(lines)
