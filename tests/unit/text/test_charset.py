"""Bytes of every charset that the press still uses become the same text."""

import gzip

import pytest

from ingest.extract.payload import read_payload
from ingest.text.charset import codec_of, decode

RUSSIAN = "В Пхеньяне прошли переговоры министров иностранных дел двух стран о торговле и транспорте. " * 6
KOREAN = "북한 외무성은 두 나라 사이의 철도 운행을 다시 시작하기로 합의했다고 밝혔다. " * 6
JAPANESE = "両国の外相は平壌で会談し、鉄道の運行を再開することで一致したと発表した。" * 6
CHINESE = "两国外长在平壤举行会谈,就恢复铁路运输达成一致,双方将于下月签署协议。" * 6
FRENCH = "Les ministres des deux pays se sont réunis à l’été pour rétablir la liaison ferroviaire, à Séoul. " * 6


def page(text: str, declared: str | None = None) -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (KOREAN, "euc-kr"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5"),
        (FRENCH, "windows-1252"),
        (FRENCH, "utf-8"),
        (KOREAN, "utf-16"),
    ],
)
@pytest.mark.parametrize("way", ["http", "meta", "undeclared"])
def test_a_page_is_decoded(text: str, charset: str, way: str) -> None:
    if charset == "big5":
        text = (
            text.replace("两国外长", "兩國外長").replace("举行会谈", "舉行會談").replace("恢复铁路运输", "恢復鐵路運輸")
        )
        text = text.replace("达成", "達成").replace("双方将于", "雙方將於").replace("签署协议", "簽署協議")
    body = page(text, charset if way == "meta" else None).encode(charset)
    result = decode(body, f"text/html; charset={charset}" if way == "http" else "text/html")
    assert text in result.text
    assert not result.damaged


def test_utf8_wins_over_a_wrong_declaration() -> None:
    result = decode(page(RUSSIAN, "windows-1251").encode(), "text/html; charset=iso-8859-1")
    assert RUSSIAN in result.text
    assert result.source == "utf-8"


def test_western_label_on_cyrillic_bytes_is_not_believed() -> None:
    assert RUSSIAN in decode(page(RUSSIAN, "iso-8859-1").encode("windows-1251")).text


def test_a_page_that_is_ascii_but_for_its_declared_utf16_is_read() -> None:
    assert "hello" in decode(b'<meta charset="utf-16"><p>hello \xe9t\xe9</p>').text


def test_gzip_that_was_cut_gives_what_it_has() -> None:
    import random

    noise = "".join(random.Random(7).choices("abcdefgh ", k=60_000))
    body = gzip.compress(page(noise).encode())
    result = read_payload(body[: len(body) // 2])
    assert result.damaged
    assert noise[:5_000] in result.text


def test_nuls_and_controls_are_dropped() -> None:
    assert decode(b"<p>a\x00b\x07c</p>").text == "<p>abc</p>"


@pytest.mark.parametrize(
    ("text", "charset", "label"),
    [
        (KOREAN, "cp949", "euc-kr"),
        (KOREAN, "cp949", "ks_c_5601-1987"),
        (KOREAN, "utf-8", "euc-kr"),
        (JAPANESE, "shift_jis", "x-sjis"),
        (JAPANESE, "shift_jis", "windows-31j"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (JAPANESE, "iso2022_jp", "csISO2022JP"),
        (JAPANESE, "iso2022_jp", ""),
        (CHINESE, "gb18030", "x-gbk"),
        (CHINESE, "hz", "hz-gb-2312"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (FRENCH, "utf-8", "iso-8859-1"),
        (FRENCH, "utf-16-le", "utf-16le"),
        (FRENCH, "utf-16-be", ""),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "utf-8", "none"),
        (FRENCH, "mac_roman", "macintosh"),
    ],
)
@pytest.mark.parametrize("kind", ["page", "feed"])
def test_feeds_and_pages_are_read_alike_whatever_the_label(text: str, charset: str, label: str, kind: str) -> None:
    whole = (
        page(text)
        if kind == "page"
        else f"<rss><channel><item><title><![CDATA[{text}]]></title></item></channel></rss>"
    )
    result = decode(whole.encode(charset), f"text/xml; charset={label}" if label else None)
    assert text.encode(charset, "replace").decode(charset) in result.text


@pytest.mark.parametrize("word", ["两会", "社论", "快讯:"])
def test_a_word_or_two_of_gbk_is_no_utf8(word: str) -> None:
    body = f'<?xml version="1.0" encoding="gb2312"?><rss><title>{word}</title></rss>'.encode("gb18030")
    assert word in decode(body).text


def test_utf7_is_refused_as_browsers_do() -> None:
    assert codec_of("utf-7") is None
    assert decode(b'<meta charset="utf-7">+ADw-script+AD4-').text.endswith("+ADw-script+AD4-")


def test_labels_mean_what_browsers_mean() -> None:
    assert codec_of("ISO-8859-1") == "cp1252"
    assert codec_of("ks_c_5601-1987") == "cp949"
    assert codec_of("base64") is None
    assert codec_of("no-such") is None
