"""One mail a happening for each reader, and what is told of it afterwards: on a real ledger and a fake index."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ingest.alert.rules import load_alerts
from ingest.ledger import rechecks as ledger_rechecks
from ingest.ledger import withdrawn_pages
from ingest.ledger.rules import snooze
from ingest.ledger.tables.alerts import event_updates, rechecks
from ingest.ledger.tables.alerts import told as told_table
from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.stories import members, stories
from ingest.stages.alert import alert
from tests.unit import test_alert_stage as scenes
from tests.unit.test_alert_stage import text_of

desk, empty_ledger = scenes.desk, scenes.empty_ledger


def tell(desk, key="a", title="Kim meets Putin", **more):
    desk.article(key, title, event="e", **more)
    desk.later(minutes=1)
    desk.run()


@pytest.fixture
def told(desk):
    """A desk whose reader was told of one event."""
    desk.rule("kim", "Kim")
    desk.run()
    tell(desk)
    return desk


def replies(desk):
    return [m for m in desk.mails() if m["In-Reply-To"]]


def test_copies_versions_and_translations_are_one_mail(desk):
    desk.rule("kim", "Kim")
    desk.run()
    for key, outlet, country, language, story in [
        ("a", "TASS", "RU", "ru", "s1"), ("b", "Figaro", "FR", "fr", "s2"), ("c", "Monde", "FR", "fr", "s2"), ("d", "Yonhap", "KR", "ko", "s3"),
    ]:  # fmt: skip
        desk.article(key, f"Kim {outlet}", event="e", story=story, outlet=outlet, country=country, language=language)
    desk.later(minutes=1)
    desk.run()
    (mail,) = desk.mails()
    text = text_of(mail)
    assert mail["Subject"] == "[kim] Kim TASS (TASS +3)"
    assert "4 outlets · 3 languages (Russian, French, Korean) · 3 countries (RU, FR, KR)" in text
    assert "First: TASS, seen 06:59, dated 06:56" in text
    assert "same text: Monde 06:59" in text
    assert "Kim Yonhap" in text


def test_a_later_translation_is_no_second_mail(told):
    told.later(minutes=20)
    tell(told, "b", "Putin trifft Kim", outlet="DPA", country="KR", language="en")
    assert len(told.mails()) == 1


def test_a_denial_is_told_in_the_same_thread_and_once(told):
    for key in ("b", "c"):
        told.later(minutes=20)
        tell(told, key, "Kremlin denies that Kim meets Putin", outlet=f"Outlet {key}")
    first, reply = told.mails()
    assert reply["In-Reply-To"] == first["Message-ID"]
    assert reply["References"] == first["Message-ID"]
    assert reply["Subject"] == f"Re: {first['Subject']}"
    assert text_of(reply).startswith("*** Denial: Outlet b: Kremlin denies that Kim meets Putin")


def test_a_denial_that_matches_no_rule_is_told_too(told):
    told.later(minutes=20)
    tell(told, "b", "Kremlin denies the meeting", outlet="TASS")
    assert len(replies(told)) == 1


def test_a_told_article_that_is_replaced_by_its_denial_sends_an_update(told):
    told.later(hours=1)
    tell(told, "a", "Correction: there is no meeting of Kim and Putin")
    (reply,) = replies(told)
    assert "*** Correction: Yonhap: Correction: there is no meeting" in text_of(reply)


def test_a_denial_that_leaves_its_event_answers_the_first_mail_and_is_no_second_alert(told):
    told.later(hours=1)
    told.article("a", "Kim denies everything", event="another", story="another")
    told.later(minutes=1)
    told.run()
    assert len(told.mails()) == 2
    assert len(replies(told)) == 1


def test_an_article_that_drifts_into_other_news_is_an_alert_of_its_own(told):
    told.later(hours=1)
    told.article("a", "Kim fires a missile over Japan", event="another", story="another")
    told.later(minutes=1)
    told.run()
    assert replies(told) == []
    assert len(told.mails()) == 2


def test_who_else_tells_it_is_told_together_and_not_at_once(told):
    for minute, (country, language) in enumerate([("FR", "fr"), ("DE", "de"), ("JP", "ja")]):
        told.later(minutes=20)
        tell(told, f"x{minute}", "Kim", outlet=f"Outlet {minute}", country=country, language=language)
    assert replies(told) == []
    told.later(hours=2)
    told.run()
    (reply,) = replies(told)
    text = text_of(reply)
    assert "Now told in FR" in text
    assert "Now told in Japanese" in text
    told.later(days=1)
    told.run()
    assert len(replies(told)) == 1


@pytest.mark.parametrize(("updates", "mails"), [("none", 1), ("material", 2), ("all", 3)])
def test_a_rule_says_how_much_it_wants(desk, updates, mails):
    desk.rule("kim", "Kim", more=f", updates: {updates}")
    desk.run()
    tell(desk)
    desk.later(minutes=20)
    tell(desk, "b", "Kim meets Putin, a copy", outlet="TASS")
    desk.later(minutes=20)
    tell(desk, "c", "Putin denies that he meets Kim", outlet="Interfax")
    assert len(desk.mails()) == mails


def test_updates_go_on_in_one_thread(told):
    for n, word in enumerate(["denies", "correction"]):
        told.later(minutes=20)
        tell(told, f"b{n}", f"Kremlin {word}: Kim", outlet=f"Outlet {n}")
    first, *later = sorted(told.mails(), key=lambda m: m["Date"].datetime)
    assert [m["References"].split() for m in later] == [
        [first["Message-ID"]],
        [first["Message-ID"], later[0]["Message-ID"]],
    ]


def test_a_mail_server_sees_each_update_once_however_often_the_stage_runs(told):
    told.later(minutes=20)
    for _ in range(4):
        tell(told, "b", "Kremlin denies that Kim meets Putin", outlet="TASS")
    assert len(replies(told)) == 1
    with told.ledger.read() as c:
        assert [r.change for r in c.execute(select(event_updates))] == ["denial"]


def test_after_a_week_nobody_is_told_what_changes(told):
    told.later(days=8)
    told.run()
    tell(told, "b", "Kremlin denies the meeting", outlet="TASS")
    assert replies(told) == []


def test_a_reader_is_shown_an_outlet_in_a_language_that_he_reads_in_his_words_and_on_his_clock(desk):
    desk.rule("kim", "Kim", to="claire@example.org, desk@example.org")
    with (desk.folder / "alerts.yaml").open("a") as file:
        file.write("readers:\n  claire@example.org: {languages: [fr, en], mails_in: fr, timezone: Asia/Seoul}\n")
    said = load_alerts(desk.folder / "alerts.yaml")

    def run():
        return alert(desk.ledger, desk.index, said.rules, desk.settings, lambda: desk.now, lambda _: None, readers=said.readers)  # fmt: skip

    run()
    desk.article("a", "Ким встретил Путина Kim", event="e", outlet="TASS", language="ru")
    desk.article("b", "Kim rencontre Poutine", event="e", outlet="Figaro", language="fr", country="FR")
    desk.later(minutes=1)
    run()
    mails = {m["To"]: m for m in desk.mails()}
    assert mails["desk@example.org"]["Subject"] == "[kim] Ким встретил Путина Kim (TASS +1)"
    assert mails["claire@example.org"]["Subject"] == "[kim] Kim rencontre Poutine (Figaro +1)"
    text = text_of(mails["claire@example.org"])
    assert "lun. 28 avr. 2025, 13:56 KST" in text
    assert "Premier : TASS" in text
    assert "Ким встретил Путина Kim" in text  # the others beside it


def test_pages_of_told_articles_are_looked_at_again_less_and_less_often(told):
    told.in_ledger("a", indexed_at=told.now)
    started = []
    for minutes in range(0, 60 * 30, 5):
        now = told.now + timedelta(minutes=minutes)
        if ledger_rechecks.start_due(told.ledger, now):
            started.append(minutes)
            with told.ledger.begin() as c:  # fetched, found unchanged
                assert c.execute(select(articles.c.state)).scalar_one() == "discovered"
                c.execute(articles.update().values(state="indexed"))
    assert started == [10, 60, 360, 1440]
    with told.ledger.read() as c:
        assert c.execute(select(rechecks)).all() == []


def test_an_outage_over_several_looks_is_made_up_for_by_one(told):
    told.in_ledger("a", indexed_at=told.now)
    assert ledger_rechecks.start_due(told.ledger, told.now + timedelta(hours=7)) == 1
    with told.ledger.read() as c:
        (row,) = c.execute(select(rechecks)).all()
        assert row.next_at == row.told_at + timedelta(hours=24)
        assert len(c.execute(select(told_table)).all()) == 1


def test_a_page_that_may_not_be_fetched_is_not_looked_at_again(told):
    told.in_ledger("a", indexed_at=told.now)
    with told.ledger.begin() as c:
        c.execute(articles.update().values(policy="summary"))
    assert ledger_rechecks.start_due(told.ledger, told.now + timedelta(minutes=11)) == 0


def with_quiet_hours(desk):
    desk.rule("kim", "Kim", to="night@example.org, desk@example.org")
    with (desk.folder / "alerts.yaml").open("a") as file:
        file.write("readers:\n  night@example.org: {quiet: '05:00-09:00', timezone: Europe/Paris}\n")
    said = load_alerts(desk.folder / "alerts.yaml")

    def run():
        return alert(desk.ledger, desk.index, said.rules, desk.settings, lambda: desk.now, lambda _: None, readers=said.readers)  # fmt: skip

    return run


def to(desk, who):
    return [m for m in desk.mails() if m["To"] == who]


def test_quiet_hours_end_with_one_mail_of_all_that_was_found_in_them(desk):
    run = with_quiet_hours(desk)
    run()
    for n in range(3):
        desk.article(f"a{n}", f"Kim {n}")
        desk.later(minutes=10)
        run()
    assert len(to(desk, "desk@example.org")) == 3
    assert to(desk, "night@example.org") == []
    desk.later(hours=2)  # 09:30 in Paris
    run()
    run()
    (mail,) = to(desk, "night@example.org")
    assert mail["Subject"] == "[kim] 3 stories: Kim 0"
    desk.article("b", "Kim after nine")
    desk.later(minutes=1)
    run()
    assert len(to(desk, "night@example.org")) == 2


def test_a_denial_in_quiet_hours_is_told_when_they_end(desk):
    run = with_quiet_hours(desk)
    desk.at(2025, 4, 27, 12)
    run()
    desk.article("a", "Kim meets Putin", event="e")
    desk.later(minutes=1)
    run()
    desk.at(2025, 4, 28, 5)
    run()
    desk.article("b", "Kremlin denies the meeting", event="e", outlet="TASS")
    desk.later(minutes=1)
    run()
    assert len(to(desk, "night@example.org")) == 1
    desk.later(hours=3)
    run()
    assert [bool(m["In-Reply-To"]) for m in to(desk, "night@example.org")] == [False, True]


@pytest.mark.parametrize(("catch_up", "subjects"), [(True, ["[kim] 2 stories: Kim one"]), (False, [])])
def test_a_rule_that_sleeps_catches_up_in_one_mail_or_not_at_all(desk, catch_up, subjects):
    desk.rule("kim", "Kim")
    desk.run()
    snooze(desk.ledger, "kim", desk.now + timedelta(hours=1), catch_up=catch_up)
    for word in ("one", "two"):
        desk.article(word, f"Kim {word}")
        desk.later(minutes=5)
        desk.run()
    assert desk.mails() == []
    desk.later(hours=1)
    desk.run()
    assert desk.subjects() == subjects
    desk.article("c", "Kim awake")
    desk.later(minutes=1)
    desk.run()
    assert len(desk.mails()) == len(subjects) + 1


def test_a_digest_that_has_enough_does_not_wait_for_its_time(desk):
    desk.rule("kim", "Kim", every="daily at 18:00 or after 3 stories")
    desk.run()
    for n in range(4):
        desk.article(f"a{n}", f"Kim {n}")
        desk.later(minutes=5)
        desk.run()
    assert desk.subjects() == ["[kim] 3 stories: Kim 0"]


def gone(desk, status, key="a"):
    with desk.ledger.begin() as c:
        withdrawn_pages.record(c, key, status, desk.now)


def placed(desk, key="a", event="e"):
    with desk.ledger.begin() as c:
        values = {"first_article_key": key, "created_at": desk.now, "last_joined_at": desk.now, "size": 1}
        c.execute(stories.insert().values(id=f"s-{key}", outlets=["o"], event_id=event, **values))
        member = {"article_key": key, "story_id": f"s-{key}", "outlet": "o", "published": desk.now}
        c.execute(members.insert().values(**member, joined_at=desk.now))


def test_a_told_page_that_says_410_is_a_retraction_in_the_thread(told):
    placed(told)
    told.later(hours=1)
    gone(told, 410)
    told.later(minutes=1)
    told.run()
    told.later(minutes=5)
    told.run()
    (reply,) = replies(told)
    assert "*** Page withdrawn: Yonhap: Kim meets Putin" in text_of(reply)


def test_a_404_counts_when_a_second_look_finds_it_too(told):
    placed(told)
    told.later(hours=1)
    gone(told, 404)
    told.later(minutes=1)
    told.run()
    assert replies(told) == []
    with told.ledger.read() as c:
        assert [row.next_at for row in c.execute(select(rechecks))]  # it is looked at again
    told.later(hours=1)
    gone(told, 404)
    told.later(minutes=1)
    told.run()
    assert len(replies(told)) == 1


def test_a_page_that_is_there_again_was_never_gone(told):
    placed(told)
    told.later(hours=1)
    gone(told, 404)
    with told.ledger.begin() as c:
        withdrawn_pages.clear(c, "a")
    told.later(hours=1)
    gone(told, 404)
    told.later(minutes=1)
    told.run()
    assert replies(told) == []


@pytest.fixture
def digest_desk(desk):
    """A desk whose reader was told of one event by a daily digest at 07:30."""
    desk.rule("kim", "Kim", every="daily at 07:30")
    desk.run()
    desk.article("a", "Kim meets Putin", event="e")
    desk.at(2025, 4, 28, 5, 31)
    desk.run()
    assert len(desk.mails()) == 1
    return desk


def test_a_digest_says_what_has_changed_in_what_an_earlier_one_told(digest_desk):
    digest_desk.later(hours=2)
    digest_desk.article("b", "Kremlin denies that Kim meets Putin", event="e", outlet="TASS", country="RU")
    digest_desk.article("c", "Kim fires missile", event="f", outlet="KBS")
    digest_desk.run()
    assert len(digest_desk.mails()) == 1  # at its time, and not before
    for day in (29, 30):
        digest_desk.at(2025, 4, day, 5, 31)
        digest_desk.run()
    first, second = digest_desk.mails()
    assert "*** Denial: TASS: Kremlin denies that Kim meets Putin" in text_of(second)
    assert "Kim fires missile" in text_of(second)
    assert "Denial" not in text_of(first)


def test_a_digest_with_nothing_but_a_change_is_sent(digest_desk):
    digest_desk.later(hours=2)
    digest_desk.article("b", "Kremlin denies that Kim meets Putin", event="e", outlet="TASS")
    digest_desk.at(2025, 4, 29, 5, 31)
    digest_desk.run()
    assert "Denial" in text_of(digest_desk.mails()[-1])


def test_a_digest_that_wants_no_updates_has_none(desk):
    desk.rule("kim", "Kim", every="daily at 07:30", more=", updates: none")
    desk.run()
    desk.article("a", "Kim meets Putin", event="e")
    desk.at(2025, 4, 28, 5, 31)
    desk.run()
    desk.article("b", "Kremlin denies that Kim meets Putin", event="e", outlet="TASS")
    desk.at(2025, 4, 29, 5, 31)
    desk.run()
    assert len(desk.mails()) == 1
