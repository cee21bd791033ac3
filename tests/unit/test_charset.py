"""Saved pages in every charset: declared, undeclared, declared late, and declared falsely."""

from __future__ import annotations

import time

import pytest

from scanners.charset import decode


def page(words: str, declared: str = "", lang: str = "", before: str = "") -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    root = f'<html lang="{lang}">' if lang else "<html>"
    return f"{root}<head>{before}{meta}<title>{words}</title></head><body><p>{words}</p></body></html>"


WESTERN = [
    "Mum to Zoë – text me",
    "Crème brûlée",
    "“Häkeln” kostet 3 €",
    "Señora Núñez, mañana",
    "£ 3–4",
    "Æ, Ø og Å",
]


@pytest.mark.parametrize("words", WESTERN)
@pytest.mark.parametrize("said", ["", "utf-8", "utf8", "x-nonsense", "utf-16"])
def test_western_pages_that_do_not_say_so(words: str, said: str) -> None:
    html = page(words, said)
    assert decode(html.encode("cp1252")) == html


@pytest.mark.parametrize("words", WESTERN)
@pytest.mark.parametrize("said", ["iso-8859-1", "latin1", "windows-1252", "us-ascii", "iso-8859-15", "koi8-r"])
def test_utf8_that_calls_itself_something_else(words: str, said: str) -> None:
    html = page(words, said)
    assert decode(html.encode("utf-8")) == html


@pytest.mark.parametrize("said", ["shift_jis", "gbk", "big5", "euc-kr"])
def test_utf8_that_calls_itself_east_asian(said: str) -> None:
    html = page("Mum to Zoë – “très bien”, Señora Núñez", said)
    assert decode(html.encode("utf-8")) == html


OTHERS = [
    ("cp1251", "windows-1251", "ru", "Привет, живу в Твери и пеку хлеб"),
    ("koi8_r", "koi8-r", "", "Привет, живу в Твери и пеку хлеб"),
    ("cp1253", "windows-1253", "el", "Καλημέρα, φτιάχνω ψωμί στην Πάτρα"),
    ("cp1250", "windows-1250", "pl", "Zażółć gęślą jaźń, piekę chleb"),
    ("cp1254", "windows-1254", "tr", "İzmir’de yaşıyorum, ağaç dikiyorum"),
    ("cp1255", "windows-1255", "he", "שלום, אני גר בחיפה"),
    ("cp932", "shift_jis", "ja", "こんにちは、横浜に住んでいます"),
    ("euc_jp", "euc-jp", "", "こんにちは、横浜に住んでいます"),
    ("gb18030", "gb2312", "", "你好，我住在杭州，我喜欢面包"),
    ("big5", "big5", "", "你好，我住在台南，我喜歡麵包"),
    ("cp949", "euc-kr", "ko", "안녕하세요 부산에 살고 있어요"),
    ("iso2022_jp", "iso-2022-jp", "", "こんにちは、横浜に住んでいます"),
]


@pytest.mark.parametrize(("codec", "said", "lang", "words"), OTHERS)
def test_other_alphabets(codec: str, said: str, lang: str, words: str) -> None:
    for html in (page(words, said, lang), page(words, said, lang, f"<script>{'x' * 300_000}</script>")):
        assert decode(html.encode(codec)) == html
    if codec != "iso2022_jp":
        for html in (page(words, "", lang), page(words, "utf-8", lang)):
            assert decode(html.encode(codec)) == html


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"])
def test_wide_letters_with_and_without_a_mark(codec: str) -> None:
    html = page("Zoë Ŵyn, Łódź")
    assert decode(html.encode(codec)) == html


def test_a_charset_told_outside_the_page_comes_first() -> None:
    assert decode("<p>Привет</p>".encode("koi8-r"), "KOI8-R") == "<p>Привет</p>"


def test_a_word_of_charset_outside_a_declaration_is_none() -> None:
    html = page("Zoë", before='<p title="charset=koi8-r">x</p><script>var a="charset=koi8-r"</script>')
    assert decode(html.encode("cp1252")) == html


def test_strays_in_utf8_leave_the_rest_alone() -> None:
    raw = page("Zoë Ŵyn – Łódź").encode() + b"<p>caf\xe9 \x96 x</p>"
    assert decode(raw).endswith("<p>café – x</p>")
    assert "Zoë Ŵyn – Łódź" in decode(raw)


@pytest.mark.parametrize(
    "raw",
    [b"<p>" + b"\xe9 a" * 700_000, b"\xff" * 2_000_000, b"<meta " * 300_000 + b"\xff",
     b"charset=" * 200_000 + b"\xe9",
     b"\x00" * 100_000, b"<html " * 100_000 + b"\xe9", b"\x80" * 9],
)  # fmt: skip
def test_hostile_bytes_end_in_text(raw: bytes) -> None:
    started = time.process_time()
    assert isinstance(decode(raw), str)
    assert time.process_time() - started < 4
