"""Whatever happens to a file of a vault: every command ends with the right sentence, and nothing else is lost."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest

from privacy_check.cli import main
from privacy_check.errors import VaultError, WrongPassphrase
from privacy_check.model import Mark
from privacy_check.subject import AboutMe
from privacy_check.vault import Vault
from tests.age_files import locked
from tests.conftest import NOON, FrozenClock
from tests.unit.test_selfcheck import FakeCollector
from tests.unit.test_stopping import use
from tests.unit.test_vault import ACCOUNT, CHECK, FINDING, PASSPHRASE, VIEW

KINDS = ("identity.age", "recipient.txt", "keys.sum", "summary", "snippets", "mark", "about", "begin", "view")
KEYS = KINDS[:3]
LATER = NOON + timedelta(days=5)


def flipped(path: Path) -> bytes:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    return bytes(content)


def flipped_early(path: Path) -> bytes:
    content = bytearray(path.read_bytes())
    content[min(40, len(content) - 1)] ^= 1
    return bytes(content)


HARM: dict[str, Callable[[Path], bytes]] = {
    "flipped": flipped,
    "flipped early": flipped_early,
    "cut": lambda path: path.read_bytes()[:-7],
    "cut in half": lambda path: path.read_bytes()[: path.stat().st_size // 2],
    "empty": lambda path: b"",
    "words": lambda path: b"Nothing of this is a key.\n" * 20,
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with everything in it: two checks, a decision, About me, a check that was cut short."""
    clock = FrozenClock()
    vault = Vault(tmp_path_factory.mktemp("kept") / "vault", clock)
    vault.create(PASSPHRASE)
    vault.finish(CHECK)
    clock.at = LATER
    vault.finish(replace(CHECK, started_at=LATER, finished_at=LATER))
    vault.mark(FINDING.fingerprint, Mark.KEEP)
    vault.keep_about(AboutMe.from_mapping({"names": ["Asha Kapoor"]}))
    vault.begin([ACCOUNT], LATER)
    vault.keep_view(VIEW)
    return vault.folder


@pytest.fixture
def folder(kept: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it where the commands look; their day is that of the vault."""
    shutil.copytree(kept, own_home / "vault")
    monkeypatch.setattr("privacy_check.ports.SystemClock.now", lambda self: LATER)
    use(FakeCollector(), monkeypatch)
    return own_home / "vault"


def one_of(folder: Path, kind: str) -> Path:
    return folder / kind if kind in KEYS else sorted(folder.glob(f"{kind}-*.age"))[-1]


def run(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode())))
    code = main(words)
    told = capsys.readouterr()
    return code, told.out + told.err


COMMANDS = (
    ["history"],
    ["report", "--format", "txt", "--output", "out"],
    ["check", "asha", "--mine", "--keep"],
)
ALWAYS_WRONG = ("went wrong", "Traceback", "No check has been kept", "does not open your vault", "not two checks")


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_has_its_sentence_and_the_rest_is_read(kind: str, harm: str, folder: Path) -> None:
    hurt = one_of(folder, kind)
    hurt.write_bytes(HARM[harm](hurt))
    vault = Vault(folder, FrozenClock(LATER))
    if kind == "identity.age":
        with pytest.raises(VaultError, match="key file is damaged"):
            vault.unlock(PASSPHRASE)
        return
    vault.unlock(PASSPHRASE)
    assert [check.started_at for check in vault.history()] == [NOON, LATER]
    last, unfinished = vault.last(), vault.unfinished()
    assert last is not None
    assert unfinished is not None
    assert bool(last.findings[0].value.reveal()) is (kind != "snippets")
    assert bool(vault.about()) is (kind != "about")
    assert bool(vault.marks()) is (kind != "mark")
    assert bool(unfinished.views) is (kind != "view")
    assert vault.damaged == ([] if kind in KEYS else [hurt.name])
    assert all(hurt.name in sentence for sentence in vault.troubles())


@pytest.mark.parametrize("kind", KINDS)
def test_every_command_tells_it_and_loses_nothing(
    kind: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    hurt = one_of(folder, kind)
    hurt.write_bytes(flipped(hurt))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    told_of = ""
    for words in COMMANDS:
        code, told = run(words, monkeypatch, capsys)
        assert not any(wrong in told for wrong in ALWAYS_WRONG), (words, told)
        assert code == (2 if kind == "identity.age" else 0)
        told_of += told
    assert ("key file is damaged" in told_of) is (kind == "identity.age")
    assert (hurt.name in told_of) is (kind not in ("recipient.txt", "keys.sum"))
    # Nothing that was kept is gone, but for what a new check takes the place of.
    replaced = ("begin-", "view-", "keys.sum", "recipient.txt")
    stays = {name: content for name, content in before.items() if not name.startswith(replaced)}
    assert {name: (folder / name).read_bytes() for name in stays} == stays
    assert main(["wipe", "--yes"]) == 0
    assert not folder.exists()


def test_a_check_whose_summary_is_damaged_is_read_from_its_words_and_outlives_them(folder: Path) -> None:
    hurt = one_of(folder, "summary")
    hurt.write_bytes(b"")
    vault = Vault(folder, FrozenClock(LATER))
    vault.unlock(PASSPHRASE)
    assert [check.started_at for check in vault.history()] == [NOON, LATER]
    later = Vault(folder, FrozenClock(LATER + timedelta(days=40)))
    later.unlock(PASSPHRASE)
    assert not list(folder.glob("snippets-*"))
    assert [check.started_at for check in later.history()] == [NOON, LATER]


def test_a_damaged_check_is_never_called_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (*folder.glob("summary-*"), *folder.glob("snippets-*")):
        path.write_bytes(b"")
    for words in (["history"], ["changes"], ["report"], ["check", "--again"]):
        code, told = run(words, monkeypatch, capsys)
        assert code == 2
        assert "damaged" in told
        assert "No finished check" not in told
        assert not any(wrong in told for wrong in ALWAYS_WRONG), told


@pytest.fixture(scope="module")
def strange_keys(kept: Path) -> dict[str, bytes]:
    """Key files that are not this vault's own, each whole in itself."""
    own = (kept / "identity.age").read_bytes()
    head, _, rest = own.partition(b"-> scrypt ")
    salt, _, more = rest.partition(b" ")
    _, _, body = more.partition(b"\n")
    secret = pyrage.passphrase.decrypt(own, PASSPHRASE).decode()
    return {
        "far more work": head + b"-> scrypt " + salt + b" 30\n" + body,
        "cut short": locked(secret[:-9].encode(), PASSPHRASE),
        "another vault": locked(str(pyrage.x25519.Identity.generate()).encode(), PASSPHRASE),
        "cannot be read": b"",
        "missing": b"",
    }


@pytest.mark.parametrize("sentence", ["far more work", "cut short", "another vault", "cannot be read", "missing"])
def test_every_strange_key_file_has_its_own_sentence(
    sentence: str, folder: Path, strange_keys: dict[str, bytes]
) -> None:
    path = folder / "identity.age"
    path.unlink()
    if sentence == "cannot be read":
        path.mkdir()
    elif sentence != "missing":
        path.write_bytes(strange_keys[sentence])
    vault = Vault(folder, FrozenClock(LATER))
    assert vault.exists
    with pytest.raises(VaultError) as told:
        vault.unlock(PASSPHRASE)
    assert sentence in told.value.message
    assert told.value.hint
    assert not isinstance(told.value, WrongPassphrase)
    with pytest.raises(VaultError, match="already"):
        vault.create("another one")


def test_a_recipient_of_another_vault_locks_nothing_away(folder: Path) -> None:
    other = str(pyrage.x25519.Identity.generate().to_public())
    (folder / "recipient.txt").write_text(other, encoding="ascii")
    for use_it in (lambda vault: vault.keep_view(VIEW), lambda vault: vault.unlock(PASSPHRASE)):
        with pytest.raises(VaultError, match="is not from this vault") as told:
            use_it(Vault(folder, FrozenClock(LATER)))
        assert "it is made anew" in told.value.hint
    (folder / "recipient.txt").unlink()
    vault = Vault(folder, FrozenClock(LATER))
    vault.unlock(PASSPHRASE)
    Vault(folder, FrozenClock(LATER)).keep_view(VIEW)
    assert vault.unfinished() is not None
    assert vault.damaged == []


def test_a_record_put_in_the_place_of_another_is_noticed(folder: Path) -> None:
    first, second = sorted(folder.glob("summary-*"))
    second.write_bytes(first.read_bytes())
    vault = Vault(folder, FrozenClock(LATER))
    vault.unlock(PASSPHRASE)
    assert [check.started_at for check in vault.history()] == [NOON, LATER]
    assert vault.damaged == [second.name]


def test_a_wrong_passphrase_is_still_called_one(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        Vault(folder).unlock("three other words")
    (folder / "keys.sum").unlink()
    with pytest.raises(WrongPassphrase):
        Vault(folder).unlock("three other words")
