"""Numbers and addresses written so that a program should not see them."""

from __future__ import annotations

import pytest

from privacy_check.detectors.engine import find
from privacy_check.model import EntityType

_NUMBERS = (
    "О77ОО 9ОО 123",
    "07700&thinsp;900&#8203;123",
    "০৭৭০০ ৯০০ ১২৩",
    "٠٧٧٠٠ ٩٠٠ ١٢٣",
    "０７７００　９００　１２３",
    "𝟘𝟟𝟟𝟘𝟘 𝟡𝟘𝟘 𝟙𝟚𝟛",
    "⓿❼❼⓿⓿❾⓿⓿❶❷❸",
    "07700 9️⃣0️⃣0️⃣ 123",
    "0&#55;700 900 123",
    "0.7.7.0.0.9.0.0.1.2.3",
    "07700+900+123",
    "07700:900:123",
    "[07700] [900123]",
    "07700\\900\\123",
    "o77oo9oo123",
    "O7700-9OO-I23",
    "07700 nine00 123",
)
_ADDRESSES = (
    "jane.doe@exаmple.org",
    "jane​.doe@exam‍ple.org",
    "ｊａｎｅ@example.org",
    "jane.doe&commat;example&period;org",
    "jane.doe&#64example.org",
    "jane.doe%40example.org",
    "jane.doe@example。org",
    "jane.doe @example.org",
    "jane.doe [@] example [.] org",
    "𝚓𝚊𝚗𝚎.𝚍𝚘𝚎@𝚎𝚡𝚊𝚖𝚙𝚕𝚎.𝚘𝚛𝚐",
    "jane d0t doe @ example d0t org",
    "jane-dot-doe-at-example-dot-org",
    "jane.doe«at»example.org",
    "ⓙⓐⓝⓔ@example.org",
    "jane(dot)doe(at)example(dot)org",
)
_ORDINARY = (
    "07/07/1990;01234",
    "2024-11-04 12:30:45",
    "buses at 07:15, 07:45, 08:15",
    "a[0], a[1] = 12, 34; b = 5678",
    "rows 1, 2, 3, 4, 5, 6, 7, 8",
    "thanks jane @example.org is great",
)


def _covers(text: str, kind: EntityType, written: str) -> bool:
    start = text.index(written)
    spans = [f.span for f in find(text) if f.entity_type is kind and f.span]
    return any(2 * (min(s.end, start + len(written)) - max(s.start, start)) >= len(written) for s in spans)


@pytest.mark.parametrize("written", _NUMBERS)
def test_a_disguised_number_is_found(written: str) -> None:
    assert _covers(f"call me on {written}", EntityType.PHONE, written)


@pytest.mark.parametrize("written", _ADDRESSES)
def test_a_disguised_address_is_found(written: str) -> None:
    assert _covers(f"my email {written}", EntityType.EMAIL, written)


@pytest.mark.parametrize("text", _ORDINARY)
def test_ordinary_signs_hide_nothing(text: str) -> None:
    assert [f for f in find(text) if f.entity_type in (EntityType.PHONE, EntityType.EMAIL)] == []
