"""The mailbox over real SMTP."""

import smtplib
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.demo.mailbox import Mailbox, slug


def mail(subject: str, to: str = "desk@example.org") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"], message["Message-ID"] = subject, "v@localhost", to, "<1@v>"
    message.set_content("plain")
    message.add_alternative("<p>한국 page</p>", subtype="html")
    return message


def test_mails_are_kept_for_reading(tmp_path: Path) -> None:
    for number in (1, 2):  # a second mailbox on the same folder goes on counting
        with Mailbox(tmp_path / "mails") as box, smtplib.SMTP("127.0.0.1", box.port) as smtp:
            smtp.send_message(mail("[Rule] Corée du Nord : l’aide"))
            (saved,) = box.saved
        assert saved.eml.name == f"{number:03d}-desk-coree-du-nord-l-aide.eml"
        assert saved.html is not None
        assert saved.html.read_text(encoding="utf-8").strip() == "<p>한국 page</p>"
        assert (saved.subject, saved.recipient, saved.message_id) == (
            "[Rule] Corée du Nord : l’aide",
            "desk@example.org",
            "<1@v>",
        )


def test_a_refusing_mailbox_keeps_nothing(tmp_path: Path) -> None:
    with Mailbox(tmp_path) as box, smtplib.SMTP("127.0.0.1", box.port) as smtp:
        box.refusing = True
        with pytest.raises(smtplib.SMTPDataError, match="451"):
            smtp.send_message(mail("x"))
        box.refusing = False
        smtp.send_message(mail("x"))
        assert len(box.saved) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "mail"),
        ("../../etc/passwd", "etc-passwd"),
        ("북한, 러시아!", "북한-러시아"),
        ("a" * 99, "a" * 30),
        ("в Кремле: да", "в-кремле-да"),
    ],
)
def test_subjects_become_file_names(text: str, name: str) -> None:
    assert slug(text) == name
