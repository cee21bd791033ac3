"""A value that never shows itself by accident."""

from __future__ import annotations


class Sensitive:
    """A value that never shows itself: `repr`, `str` and formatting print dots; call `reveal()` to read it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value in clear."""
        return self._value

    def masked(self) -> str:
        """Dots in place of letters and digits, word lengths hidden: `••••• ••••`."""
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
