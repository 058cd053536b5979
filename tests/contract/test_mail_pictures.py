"""Mails in a real Chromium: on phones and screens, light and dark. ``MAIL_PICTURES=folder`` keeps the pictures to look at."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ingest.alert.changes import ChangeKind, EventChange
from ingest.alert.channels.mail.render import render
from ingest.alert.compose import DigestItem, Draft, Thread
from ingest.alert.phrases import FR
from ingest.alert.recipients import Reader
from tests.servers.browser import chromium, inner_width, screenshot
from tests.unit.test_alert_mail import CARD, NOW, RULE, SETTING, sibling

__all__ = ["chromium"]

LONG_ADDRESS = "https://example.org/" + "a-very-long-address-without-any-place-to-break" * 4
SIBLINGS = [
    sibling("k", "Yonhap", country="KR", title="Kim meets Putin"),
    sibling("b", "Le Monde", country="FR", language="fr", title="Kim rencontre Poutine", story="t", minutes=3),
    sibling("c", "Ouest-France", country="FR", language="fr", title="Kim rencontre Poutine", story="t", minutes=9),
    sibling(
        "d", "朝日新聞", country="JP", language="ja", title="金正恩氏、プーチン大統領と会談", story="u", minutes=12
    ),
]
SEEN = replace(SETTING, siblings={"s": SIBLINGS}, pulse="212 of 214 feeds healthy, oldest lag 9 minutes", contact="desk@example.org")  # fmt: skip
DENIAL = EventChange(
    ChangeKind.DENIAL, "denial", sibling("e", "TASS", title=f"Кремль опроверг: {LONG_ADDRESS}", language="ru")
)
MAILS = {
    "alert": Draft("alert", "a@example.org", (RULE,), (DigestItem(CARD, (RULE,)),), ("a",)),
    "long": Draft("alert", "a@example.org", (replace(RULE, name=LONG_ADDRESS, query=LONG_ADDRESS),),
                  (DigestItem(replace(CARD, title=((LONG_ADDRESS, True),), passages=(((LONG_ADDRESS, False),),)), (RULE,)),), ("l",)),
    "update": Draft("update", "a@example.org", (RULE,), (DigestItem(CARD, (RULE,), changes=(DENIAL,)),), ("u",),
                    thread=Thread("[Rule] Kim meets Putin (Yonhap)", ("<1@example.org>",)), reader=Reader(phrases=FR)),
    "digest": Draft("digest", "a@example.org", (RULE, replace(RULE, id="o", name="Other")),
                    tuple(DigestItem(replace(CARD, key=f"k{n}", published=NOW - timedelta(hours=n)), (RULE,)) for n in range(6)), ("d",), older=4),
    "empty": Draft("digest", "a@example.org", (RULE,), (), ("e",)),
}  # fmt: skip


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    kept = os.environ.get("MAIL_PICTURES")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("name", MAILS)
def test_no_mail_makes_a_phone_scroll_sideways(name, pictures, chromium):
    page = pictures / f"{name}.html"
    page.write_text(render(MAILS[name], SEEN).html, encoding="utf-8")
    assert inner_width(chromium, page, width=360) <= 360
    assert inner_width(chromium, page, width=600) <= 600


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [600, 360])
def test_pictures_are_taken_of_each_mail(width, dark, pictures, chromium):
    for name in ("alert", "update"):
        page = pictures / f"{name}.html"
        page.write_text(render(MAILS[name], SEEN).html, encoding="utf-8")
        framed = pictures / f"{name}-{width}-frame.html"
        framed.write_text(
            f'<!doctype html><meta name="color-scheme" content="light dark"><body style="margin:0">'
            f'<iframe style="width:{width}px;height:1300px;border:0" src="{page.name}"></iframe>',
            encoding="utf-8",
        )
        image = pictures / f"{name}-{width}-{'dark' if dark else 'light'}.png"
        screenshot(chromium, framed, image, width=max(width, 500), height=1300, dark=dark)
