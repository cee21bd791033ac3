"""`train --export`: the papers of a session, written from a session that was really run through."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.cli.output import put, say
from privacy_check.cli.printing import print_all
from privacy_check.errors import UsageError
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.account_names import NameOf
    from privacy_check.training.papers import Papers
    from scanners.demo import Persona


def export_papers(
    person: Persona, people: Sequence[Persona], minutes: int, folder: Path, pack: Path | None = None
) -> None:
    """Writes plan, notes, sheets, answers, cards and deck. Raises NoBrowser, or UsageError for a folder in use."""
    from reports.training.papers import DECK, PAPERS, laid_out
    from reports.write import check_place, save

    folder = folder.expanduser()
    if folder == Path():
        raise UsageError(words("papers.no_folder"), words("papers.no_folder_hint"))
    check_place(folder)
    if (folder / f"{DECK}.html").exists() or (folder / f"{PAPERS[0]}.html").exists():
        raise UsageError(words("papers.not_empty", path=folder), words("papers.not_empty_hint"))
    say(words("papers.gathering"))
    papers, practice = asyncio.run(_gathered(person, people, minutes, pack.absolute().name if pack else ""))
    pages = laid_out(papers, _name_of())
    say(words("papers.printing"))
    printed = print_all([pages[name] for name in PAPERS])
    contents = {f"{name}.html": page for name, page in pages.items()}
    contents |= {f"{name}.pdf": page for name, page in zip(PAPERS, printed, strict=True)}
    written = [*save(folder, contents), *save(folder / "practice", dict(practice))]
    for path in written:
        put(str(path))
    say(words("papers.done", count=len(written), path=folder / "plan.html"))


async def _gathered(
    person: Persona, people: Sequence[Persona], minutes: int, pack: str
) -> tuple[Papers, Mapping[str, bytes]]:
    from privacy_check.cli.bench import bench, somebody
    from privacy_check.training.papers import gathered
    from privacy_check.training.session import Session
    from scanners.demo.practice import practice_files

    async with bench(person, people) as found:
        first = await found.check()
        session = Session(somebody(person), minutes, found, first, await found.pictures(), found.name_of)
        files = practice_files(person, people, words("papers.file.post"))
        return await gathered(session, files.addresses, pack), files.contents


def _name_of() -> NameOf:
    from privacy_check.cli.pretend_place import platform_files
    from privacy_check.cli.toolkit import build_toolkit

    return build_toolkit(platforms=platform_files(), kept=False).platform_name
