"""A value that never shows itself by accident."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Values that only name a part of a page, in this tool's own words: they hide nothing. Each with its short name.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "posts": "posts",
        "whole account": "whole_account",
        "friends list": "friends_list",
        "profile picture": "profile_picture",
        "activity": "activity",
        "activities": "activities",
        "things for sale": "things_for_sale",
        "your answer: yes": "answer",
    }
)


class Sensitive:
    """A value that never shows itself: `repr`, `str` and formatting print dots; call `reveal()` to read it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value in clear."""
        return self._value

    def masked(self) -> str:
        """Dots in place of letters and digits, word lengths hidden: `••••• ••••`; a label stays as it is."""
        if self._value in LABELS:
            return self._value
        words = self._value.split()
        return " ".join("•" * min(max(len(word), 2), 5) for word in words[:4]) or "••"

    def __repr__(self) -> str:
        return f"Sensitive({self.masked()!r})"

    def __str__(self) -> str:
        return self.masked()

    def __format__(self, spec: str) -> str:
        return format(self.masked(), spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sensitive) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> object:
        """Lets vault records hold the value in clear; nothing else serialises a Sensitive."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            lambda raw: raw if isinstance(raw, cls) else cls(str(raw)),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.reveal()),
        )

    def __reduce__(self) -> tuple[type[Sensitive], tuple[str]]:
        return (Sensitive, (self._value,))
