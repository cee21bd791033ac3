"""`report --encrypt`: the PDF opens with its passphrase alone, and nothing lies in clear beside it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest

from privacy_check.cli import main
from privacy_check.cli.keeping import NAMED as VAULT
from privacy_check.cli.locking import NAMED
from privacy_check.errors import UsageError
from privacy_check.vault import Vault
from reports.formats.locked import is_locked, locked
from tests.conftest import FrozenClock
from tests.unit.assessments import full

PASSPHRASE, VAULTS = "trees röst slowly", "three random words"
SECRET = "The words of the report"


def paper() -> bytes:
    """A tagged PDF of one page, with a bookmark, a language and a title."""
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Lang = "en-GB"
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
        pdf.docinfo["/Title"] = SECRET
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(SECRET, 0))
        pdf.save(stream)
    return stream.getvalue()


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs `report` on a kept check, with a printer that needs no browser."""
    vault = Vault(clock=FrozenClock())
    vault.create(VAULTS)
    vault.finish(full())
    monkeypatch.setattr("privacy_check.cli.printing.print_pdf", lambda page: paper())
    monkeypatch.setenv(VAULT, VAULTS)
    monkeypatch.setenv(NAMED, PASSPHRASE)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    return lambda *words: main(["report", "--output", str(tmp_path / "out"), *words])


def test_a_second_reader_opens_it_with_the_passphrase_and_not_without() -> None:
    document = locked(paper(), PASSPHRASE)
    assert SECRET.encode() not in document
    reader = pypdf.PdfReader(io.BytesIO(document))
    assert reader.is_encrypted
    assert reader.decrypt("") == reader.decrypt("another") == pypdf.PasswordType.NOT_DECRYPTED
    with pytest.raises(pypdf.errors.PdfReadError):
        reader.pages[0].extract_text()
    assert reader.decrypt(PASSPHRASE) != pypdf.PasswordType.NOT_DECRYPTED
    assert reader.metadata is not None
    assert reader.metadata.title == SECRET
    assert [item.title for item in reader.outline] == [SECRET]  # type: ignore[union-attr]  # one level


def test_it_is_aes_with_256_bits_and_keeps_tags_bookmarks_and_language() -> None:
    with pikepdf.open(io.BytesIO(locked(paper(), PASSPHRASE)), password=PASSPHRASE) as pdf:
        assert (pdf.encryption.R, pdf.encryption.V, pdf.encryption.bits) == (6, 5, 256)
        assert str(pdf.encryption.stream_method).endswith("aesv3")
        assert pdf.allow.accessibility, "a screen reader may read it"
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked(paper(), PASSPHRASE)))


@pytest.mark.parametrize("passphrase", ["", "  ", "ö" * 64])
def test_a_passphrase_that_would_lock_nothing_or_be_cut_is_refused(passphrase: str) -> None:
    with pytest.raises(UsageError):
        locked(paper(), passphrase)


def test_only_the_locked_pdf_reaches_the_disk(report: Callable[..., int], tmp_path: Path) -> None:
    assert report("--encrypt") == 0
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert [path.suffix for path in files] == [".pdf"]
    assert is_locked(files[0].read_bytes())
    assert pypdf.PdfReader(files[0], password=PASSPHRASE).is_encrypted
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


@pytest.mark.parametrize("formats", ["html", "pdf,html", "pdf,json,txt"])
def test_formats_that_would_lie_open_are_refused(
    formats: str, report: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("--encrypt", "--format", formats) == 2
    assert "Only the PDF can be locked" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_older_copy_that_anyone_can_open_is_named(
    report: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("--format", "txt") == 0
    capsys.readouterr()
    assert report("--encrypt", "--format", "pdf") == 0
    told = capsys.readouterr().err
    assert "privacy-report.txt" in told
    assert "nobody can open it" in told
    assert PASSPHRASE not in told


@pytest.mark.parametrize("given", ["", "x" * 200])
def test_nothing_is_saved_with_a_passphrase_that_does_not_do(
    given: str, report: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAMED, given)
    assert report("--encrypt") == 2
    assert not (tmp_path / "out").exists()


def test_at_a_terminal_it_is_asked_for_twice(
    report: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv(NAMED)
    monkeypatch.setattr("sys.stdin", Terminal())
    for second, code in (("another", 2), (PASSPHRASE, 0)):
        answers = iter([PASSPHRASE, second])
        monkeypatch.setattr("getpass.getpass", lambda question, answers=answers: next(answers))
        assert report("--encrypt") == code
    assert is_locked((tmp_path / "out" / "privacy-report.pdf").read_bytes())


def test_where_nobody_can_be_asked_it_is_the_next_line_or_what_opened_the_vault(
    report: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(NAMED)
    for line, opens in ((b"typed in\n", "typed in"), (b"", VAULTS)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
        assert report("--encrypt") == 0
        newest = max((tmp_path / "out").iterdir(), key=lambda path: path.stat().st_mtime_ns)
        assert pypdf.PdfReader(newest, password=opens).pages
