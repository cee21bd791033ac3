"""What is kept: age files in the tool's own folder, each written whole or not at all, and when they are forgotten.

`identity.age` is an X25519 identity locked by the passphrase; `recipient.txt` its public half, so that a check can
append while the vault is locked; `keys.sum` the check sums of the two, as `sha256sum` writes them, so that damage
is told from a wrong passphrase; every record is an age file of its own, so `age -d` opens a vault without this
tool. A finished check is two records: a summary without any words of the person (kept until `wipe`) and the
snippets, whose file name carries the day they expire, so that they go even while the vault is locked. What the
person decided about a finding is a record of its own, with its time, and stands nowhere else.
"""

from privacy_check.vault.records import Reported, without_words
from privacy_check.vault.store import SNIPPETS_EXPIRE, Vault

__all__ = ["SNIPPETS_EXPIRE", "Reported", "Vault", "without_words"]
