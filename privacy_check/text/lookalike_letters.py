"""Letters of other scripts that look like plain ones, after the idea of Unicode TR39 skeletons.

Only shapes a reader takes for Latin letters, digits and signs are listed; accented Latin letters are not.
"""

from __future__ import annotations

from collections.abc import Mapping

_PAIRS = (
    # Cyrillic
    ("аАвВеЕкКмМнНоОрРсСтТуУхХ", "aABBeEKKMMHHoOpPcCTTyYxX"),
    ("іІїЇјЈѕЅҮүһҺԁԀԛԚԝԜӏӀӨӧ", "iIiIjJsSYyhHdDqQwWlIOo"),
    ("ьЬзЗбгѵѴҽҿ", "bb336rvVee"),
    # Greek
    ("αΑΒβεΕΖζΗηΙιΚκΜΝνΟοΡρΤτΥυΧχωγσϲϹϳϜ", "aABBeEZzHnIiKkMNvOoPpTtYuXxwyocCjF"),
    # Armenian, Cherokee, Lisu, other Latin shapes
    ("օոսհցքՕՏԼ", "onuhgqOSL"),
    ("ᎪᏴᏟᎠᎬᏀᎻᏆᎫᏦᏞᎷᏢᏚᎢᏙᏔᎩᏃ", "ABCDEGHIJKLMPSTVWYZ"),
    ("ꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "BCDEFGHIJKLMNOPRSTUVWXYZ"),
    ("ıȷɑɡɩɪʟʀʏɴʜᴀʙᴄᴅᴇғɢᴊᴋᴍᴏᴘʠᴛᴜᴠᴡᴢꜱƨƽ", "ijagiILRYNHABCDEFGJKMOPQTUVWZSs5"),
    # Signs
    ("‐‑‒–—―−﹣－⁃˗", "-" * 11),
    ("‘’‚‛′ʼʹ＇´", "'" * 9),
    ("“”„‟″〝〞＂", '"' * 8),
    ("․‧｡。．", "." * 5),
    ("∕⁄／⧸", "/" * 4),
    ("＠﹫", "@@"),
    ("：﹕∶꞉", "::::"),
    ("＿﹍", "__"),
    ("\u2028\u2029\x85", "\n\n\n"),
)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for odd, plain in _PAIRS:
        table.update(zip(odd, plain, strict=True))
    for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        # White letters on a dark circle, and on a dark square, which no normal form makes plain.
        table[chr(0x1F150 + place)] = table[chr(0x1F170 + place)] = letter
    table["\N{KEYCAP TEN}"] = "10"
    return table


LOOKALIKES: Mapping[str, str] = _table()
