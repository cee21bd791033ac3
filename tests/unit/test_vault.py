"""The vault loses nothing, leaves nothing lying about, and opens only with its passphrase."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest

from privacy_check.errors import VaultError
from privacy_check.groups.review import review
from privacy_check.model import (
    Account,
    Assessment,
    EntityType,
    Field,
    Finding,
    Group,
    Lens,
    Mark,
    Nature,
    Outcome,
    ProfileView,
    Sensitive,
    Severity,
)
from privacy_check.subject import AboutMe
from privacy_check.vault import SNIPPETS_EXPIRE, Vault
from tests.conftest import NOON, FrozenClock

PASSPHRASE = "three random words"
ACCOUNT = Account("frendli", "asha.k", "https://frendli.example/asha.k")
VIEW = ProfileView(ACCOUNT, Lens.PUBLIC, Outcome.VISIBLE, fields=(Field("bio", "Ring 07700 900123", "test"),))
FINDING = Finding(
    rule_id="PI-03",
    entity_type=EntityType.PHONE,
    nature=Nature.EXPOSURE,
    severity=Severity.FIX_SOON,
    confidence=0.9,
    field="bio",
    value=Sensitive("07700 900123"),
    explanation="A phone number.",
    account=ACCOUNT,
)
CHECK = Assessment(started_at=NOON, finished_at=NOON, views=(VIEW,), findings=(FINDING,))


@pytest.fixture(scope="module")
def identity_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One vault made once: locking an identity takes a second by design."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    Vault(folder).create(PASSPHRASE)
    return folder


@pytest.fixture
def vault(identity_files: Path, tmp_path: Path, clock: FrozenClock) -> Vault:
    folder = tmp_path / "vault"
    folder.mkdir(mode=0o700)
    for name in ("identity.age", "recipient.txt"):
        (folder / name).write_bytes((identity_files / name).read_bytes())
    made = Vault(folder, clock)
    made.unlock(PASSPHRASE)
    return made


def test_a_kept_check_comes_back_whole(vault: Vault) -> None:
    vault.finish(CHECK)
    assert vault.last() == CHECK
    assert vault.history()[0].findings[0].fingerprint == FINDING.fingerprint


def test_a_check_looked_at_again_in_part_is_one_check_as_it_came_out(vault: Vault) -> None:
    hidden = replace(
        CHECK, views=(replace(VIEW, fields=()),), findings=(), finished_at=NOON + timedelta(minutes=9)
    )
    for check in (CHECK, hidden):
        vault.finish(check)
    assert len(vault.history()) == 1
    last = vault.last()
    assert last is not None
    assert last.findings == ()


def test_the_summary_holds_no_words(vault: Vault) -> None:
    vault.finish(CHECK)
    summary = vault.history()[0]
    assert summary.findings[0].value.reveal() == ""
    assert summary.views[0].fields == ()


def test_nothing_on_disk_is_readable_and_only_the_owner_may_try(vault: Vault) -> None:
    vault.finish(CHECK)
    vault.begin([ACCOUNT], NOON)
    vault.keep_view(VIEW)
    for path in vault.folder.iterdir():
        assert b"900123" not in path.read_bytes()
        if path.suffix == ".age" and path.name != "identity.age":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_vault_is_private_to_its_owner(identity_files: Path) -> None:
    assert stat.S_IMODE(identity_files.stat().st_mode) == 0o700
    assert stat.S_IMODE((identity_files / "identity.age").stat().st_mode) == 0o600


def test_guessing_a_passphrase_costs_work(
    quick_keys: Callable[[bytes, str], bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pyrage.passphrase, "encrypt", quick_keys)
    Vault(tmp_path / "vault").create(PASSPHRASE)
    stanza = (tmp_path / "vault" / "identity.age").read_bytes().splitlines()[1]
    assert int(stanza.split()[-1]) >= 14


def test_records_open_with_plain_age(vault: Vault) -> None:
    vault.keep_view(VIEW)
    identity_text = pyrage.passphrase.decrypt((vault.folder / "identity.age").read_bytes(), PASSPHRASE).decode()
    record = next(vault.folder.glob("view-*.age"))
    opened = pyrage.decrypt(record.read_bytes(), [pyrage.x25519.Identity.from_str(identity_text)])
    assert b"07700 900123" in opened


def test_a_check_appends_while_locked_and_a_killed_one_resumes(vault: Vault, clock: FrozenClock) -> None:
    locked = Vault(vault.folder, clock)
    other = replace(ACCOUNT, handle="second")
    locked.begin([ACCOUNT, other], NOON)
    locked.keep_view(VIEW)
    with pytest.raises(VaultError, match="locked"):
        locked.unfinished()
    half = vault.unfinished()
    assert half is not None
    assert half.accounts == (ACCOUNT, other)
    assert half.views == (VIEW,)
    vault.finish(CHECK)
    assert vault.unfinished() is None


def test_a_wrong_passphrase_is_a_sentence_and_changes_nothing(vault: Vault) -> None:
    vault.finish(CHECK)
    before = sorted(path.name for path in vault.folder.iterdir())
    with pytest.raises(VaultError) as refused:
        Vault(vault.folder).unlock("wrong words")
    assert "passphrase" in refused.value.message
    assert before == sorted(path.name for path in vault.folder.iterdir())


def test_a_damaged_key_file_is_told_from_a_wrong_passphrase(vault: Vault) -> None:
    (vault.folder / "identity.age").write_bytes(b"scrambled")
    with pytest.raises(VaultError) as refused:
        Vault(vault.folder).unlock(PASSPHRASE)
    assert "damaged" in refused.value.message


def test_a_damaged_record_is_named_and_the_others_are_read(vault: Vault, clock: FrozenClock) -> None:
    vault.finish(CHECK)
    clock.at = NOON + timedelta(days=1)
    later = replace(CHECK, started_at=clock.at, finished_at=clock.at)
    vault.finish(later)
    broken = sorted(vault.folder.glob("summary-*.age"))[0]
    broken.write_bytes(b"not age at all")
    assert vault.last() == later
    assert vault.damaged == [broken.name]


def test_snippets_expire_even_while_locked_and_the_summary_stays(vault: Vault, clock: FrozenClock) -> None:
    vault.finish(CHECK)
    vault.begin([ACCOUNT], NOON)
    clock.at = NOON + SNIPPETS_EXPIRE - timedelta(days=1)
    locked = Vault(vault.folder, clock)
    assert locked.forget_expired() == 0
    clock.at = NOON + SNIPPETS_EXPIRE
    assert locked.forget_expired() == 2
    last = vault.last()
    assert last is not None
    assert last.findings[0].value.reveal() == ""
    assert last.findings[0].fingerprint == FINDING.fingerprint


def test_a_mark_is_kept_and_the_latest_wins(vault: Vault, clock: FrozenClock) -> None:
    vault.finish(CHECK)
    vault.mark(FINDING.fingerprint, Mark.KEEP)
    clock.at += timedelta(seconds=1)
    vault.mark(FINDING.fingerprint, Mark.FIXED)
    last = vault.last()
    assert last is not None
    assert last.findings[0].mark is Mark.FIXED


def test_about_me_is_replaced_not_piled_up(vault: Vault, clock: FrozenClock) -> None:
    vault.keep_about(AboutMe.from_mapping({"names": ["Asha"]}))
    clock.at += timedelta(seconds=1)
    newer = AboutMe.from_mapping({"names": ["Asha Bell"], "birth_date": "1991-08-12"})
    vault.keep_about(newer)
    assert vault.about() == newer
    assert len(list(vault.folder.glob("about-*.age"))) == 1


def test_a_full_disk_leaves_what_was_there(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.finish(CHECK)
    before = sorted(path.name for path in vault.folder.iterdir())

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(VaultError) as refused:
        vault.finish(CHECK)
    assert "disk is full" in refused.value.message
    assert before == sorted(path.name for path in vault.folder.iterdir())


def test_wipe_leaves_nothing(vault: Vault) -> None:
    vault.finish(CHECK)
    vault.wipe()
    assert not vault.folder.exists()


def test_a_second_vault_in_one_place_is_refused(vault: Vault) -> None:
    with pytest.raises(VaultError):
        vault.create("another")


def test_what_was_decided_about_groups_is_known_to_the_next_check_and_names_none(
    vault: Vault, clock: FrozenClock
) -> None:
    first, second = Group("Leeds Carers", kind="group"), Group("Baking", kind="group")
    seen = replace(VIEW, groups=(first, second))
    cards = {card.group.name: card for card in review([seen]).cards}
    vault.choose({card.fingerprint: "hide" for card in cards.values()})
    clock.at += timedelta(seconds=1)
    vault.choose({cards["Baking"].fingerprint: ""})
    later = review([replace(seen, groups=(second, first))]).cards
    assert {card.group.name for card in later if card.fingerprint in vault.choices()} == {"Leeds Carers"}
    assert "leeds" not in str(dict(vault.choices())).casefold()
