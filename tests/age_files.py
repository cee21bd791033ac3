"""Key files of the age format that open at once: by design a real one takes a second, and tests open hundreds.

Written after the format's own description (age-encryption.org/v1, and RFC 8439 for the cipher). For tests alone.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import struct

LIGHT = 2


def locked(secret: bytes, passphrase: str, work: int = LIGHT) -> bytes:
    """`secret` locked with a passphrase, at a cost of two to the power of `work`; at most 64 kB."""
    file_key, salt, nonce = (secrets.token_bytes(16) for _ in range(3))
    wrap = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=2**work, r=8, p=1, dklen=32
    )
    stanza = f"-> scrypt {_text(salt)} {work}\n{_text(_sealed(wrap, bytes(12), file_key))}\n"
    header = f"age-encryption.org/v1\n{stanza}---".encode()
    seal = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
    payload = _sealed(_derived(file_key, nonce, b"payload"), bytes(11) + b"\x01", secret)
    return header + f" {_text(seal)}\n".encode() + nonce + payload


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    start = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(start, info + b"\x01", "sha256")


def _sealed(key: bytes, nonce: bytes, text: bytes) -> bytes:
    """ChaCha20-Poly1305 without anything beside the text."""
    blocks = b"".join(_block(key, nonce, count) for count in range(1, len(text) // 64 + 2))
    cipher = bytes(one ^ other for one, other in zip(text, blocks, strict=False))
    once = _block(key, nonce, 0)[:32]
    padded = cipher + bytes(-len(cipher) % 16) + struct.pack("<QQ", 0, len(cipher))
    clamp, tag = int.from_bytes(once[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF, 0
    for at in range(0, len(padded), 16):
        tag = (tag + int.from_bytes(padded[at : at + 16] + b"\x01", "little")) * clamp % (2**130 - 5)
    return cipher + ((tag + int.from_bytes(once[16:], "little")) % 2**128).to_bytes(16, "little")


def _block(key: bytes, nonce: bytes, count: int) -> bytes:
    start = [*struct.unpack("<4I", b"expand 32-byte k"), *struct.unpack("<8I", key), count]
    start += struct.unpack("<3I", nonce)
    state = list(start)
    columns = [(at, at + 4, at + 8, at + 12) for at in range(4)]
    diagonals = [(0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
    for four in [*columns, *diagonals] * 10:
        _quarter(state, *four)
    return struct.pack("<16I", *((one + other) % 2**32 for one, other in zip(state, start, strict=True)))


def _quarter(state: list[int], a: int, b: int, c: int, d: int) -> None:
    for one, other, third, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[one] = (state[one] + state[other]) % 2**32
        mixed = state[third] ^ state[one]
        state[third] = (mixed << turn | mixed >> (32 - turn)) % 2**32
