"""WhatsApp's chats in many writings of a date, only the owner's own words; and the account report."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanners.archives import read
from tests.unit.archives_made import everything, facts, joined, made, one

GROUP = (
    "{0} - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\n"
    "{0} - Pat Private created group “Choir Leeds”\n"
    "{0} - Pat Private added you\n"
    "{1} - Pat Private: who brings cake?\n"
    "{1} - Zoé Mapleby: I do, from school\nat four\n"
    "{1} - Kim Quiet: pat_private likes it\n"
    "{1} - Zoé Mapleby: <Media omitted>\n"
    "{1} - Zoé Mapleby: You deleted this message\n"
    "{1} - Zoé Mapleby: Location: https://maps.google.com/?q=53.8,-1.5\n"
)
DATES = [
    "14/02/2020, 18:05",
    "14/02/20 18:05",
    "14.02.20, 18:05",
    "2020-02-14, 18:05",
    "14/02/2020, 6:05 pm",
    "14/02/2020, 6:05\u202fPM",
    "14/02/2020 à 18:05",
]


@pytest.mark.parametrize("date", DATES)
def test_only_the_words_of_the_person_are_theirs(tmp_path: Path, date: str) -> None:
    chat = tmp_path / "WhatsApp Chat with Choir Leeds.txt"
    chat.write_text(GROUP.format(date.replace("14", "13", 1), date), encoding="utf-8")
    view = one(chat)
    assert view.account.platform == "whatsapp"
    assert joined(view) == {"Choir Leeds"}
    assert facts(view, "display_name") == ["Zoé Mapleby"]
    assert [(post.text, post.at, post.place) for post in view.posts] == [
        ("I do, from school\nat four", "2020-02-14T18:05:00", ""),
        ("Location: https://maps.google.com/?q=53.8,-1.5", "2020-02-14T18:05:00", "53.8, -1.5"),
    ]
    for never in ("cake", "pat_private", "Pat", "Kim"):
        assert never not in everything(view), never


PHONE = (
    "[14/02/2020, 18:04:00] Chorale: \u200eLes messages et les appels sont chiffrés de bout en bout.\n"
    "[14/02/2020, 18:04:01] Chorale: \u200ePat Private a créé le groupe « Chorale »\n"
    "\u200e[14/02/2020, 18:05:00] Zoé: \u200eimage absente\n"
    "[14/02/2020, 18:06:00] Zoé: À demain\n"
    "[14/02/2020, 18:07:00] Pat Private: Oui\n"
    "[14/02/2020, 18:08:00] Kim: Non\n"
)


def test_a_chat_of_a_phone_in_another_language(tmp_path: Path) -> None:
    view = one(
        made(tmp_path, {"_chat.txt": PHONE}, "Discussion WhatsApp avec Chorale.zip"), owner_names=("Zoé Mapleby",)
    )
    assert joined(view) == {"Chorale"}
    assert [post.text for post in view.posts] == ["À demain"]


def test_a_group_that_was_renamed_bears_its_newest_name(tmp_path: Path) -> None:
    lines = (
        PHONE
        + "[15/02/2020, 18:04:01] Pat Private: \u200ePat Private a changé le sujet de « Chorale » à « Chœur »\n"
    )
    assert joined(one(made(tmp_path, {"_chat.txt": lines}, "chat.zip"))) == {"Chœur"}
    unnamed = "".join(line for line in PHONE.splitlines(keepends=True) if "créé" not in line)
    assert joined(one(made(tmp_path, {"_chat.txt": unnamed}, "chat.zip"))) == {"Chorale"}


def test_who_the_person_is_not_guessed(tmp_path: Path) -> None:
    (view,) = read([made(tmp_path, {"_chat.txt": PHONE}, "Discussion WhatsApp avec Chorale.zip")])
    assert view.posts == ()
    assert joined(view) == {"Chorale"}
    assert any("About me" in sentence for sentence in view.warnings)


def test_in_a_chat_of_two_the_person_is_the_other_one(tmp_path: Path) -> None:
    chat = tmp_path / "Chat WhatsApp con Pat Private.txt"
    chat.write_text("14/02/20, 18:05 - Pat Private: Ciao\n14/02/20, 18:06 - Zoé: Sono a casa\n", encoding="utf-8")
    view = one(chat)
    assert [post.text for post in view.posts] == ["Sono a casa"]
    assert joined(view) == set()
    assert "Pat" not in everything(view)


@pytest.mark.parametrize("gone", ["You left", "Vous avez quitté le groupe", "Hai abbandonato il gruppo"])
def test_a_group_that_was_left_is_none_and_one_that_is_led_is_said(tmp_path: Path, gone: str) -> None:
    date = "14/02/2020, 18:05"
    chat = tmp_path / "WhatsApp Chat with Choir Leeds.txt"
    chat.write_text(GROUP.format(date, date) + f"{date} - You're now an admin\n", encoding="utf-8")
    assert [group.kind for group in one(chat).groups] == ["group admin"]
    chat.write_text(GROUP.format(date, date) + f"{date} - {gone}\n", encoding="utf-8")
    assert joined(one(chat)) == set()


def test_the_account_report(tmp_path: Path) -> None:
    members = {
        "whatsapp_account_information/registration_information.json": {
            "wa_registration_info": {"phone_number": "+447700900123"}
        },
        "whatsapp_connections/groups.json": {
            "wa_groups": [{"subject": "Choir Leeds"}, {"id": "4477009-1234@g.us"}, "Bees"]
        },
        "whatsapp_connections/contacts.json": {"wa_contacts": ["+447700900999", "+447700900998"]},
    }
    view = one(made(tmp_path, members))
    assert joined(view) == {"Choir Leeds", "Bees"}
    assert facts(view, "phone") == ["+447700900123"]
    assert facts(view, "contacts_uploaded") == ["2"]
    assert "900999" not in everything(view)
