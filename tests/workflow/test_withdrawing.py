"""An article is withdrawn when two voices have missed it, the first of them a night; before that it is told."""

import shutil
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.patience import SHARED_FIXTURE
from tests.workflow.days import ASIDE, FERRY, OUT, PO, TRAIN_OUT, Days, published
from tests.workflow.project import Project
from translate.core.results.news import Fate, Policy, Remnant, Withdrawal
from translate.errors import DocumentError, HistoryError
from translate.history.exports import Exports
from translate.settings import Exporting
from translate.workflow.missing import Voice
from translate.workflow.withdrawing import Found, withdraw


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def heard(days, voice, **options) -> Found:
    with days.seen() as (seen, every):
        return withdraw(seen, every, voice=voice, **options)


GONE = Withdrawal(FERRY, "2026-11-22", is_sure=False, catalogs=(PO,), exports=(Remnant(OUT),))
WITHDRAWN = replace(GONE, is_sure=True, exports=(Remnant(OUT, Fate.ASIDE),))


def test_the_first_night_only_tells_the_second_withdraws_and_the_third_says_nothing(days):
    days.withdraw()
    assert heard(days, Voice.NIGHT) == Found((GONE,))
    assert days.lies(OUT)
    assert heard(days, Voice.NIGHT) == Found((WITHDRAWN,))
    assert (days.lies(OUT), days.lies(ASIDE), days.lies(PO), days.lies(TRAIN_OUT)) == (False, True, True, True)
    assert heard(days, Voice.NIGHT) == Found()


def test_an_export_after_a_night_is_the_second_voice_and_before_one_it_is_none(days):
    days.withdraw()
    assert [heard(days, Voice.EXPORT) for _ in range(2)] == [Found((GONE,)), Found((GONE,))]
    heard(days, Voice.NIGHT)
    assert heard(days, Voice.EXPORT) == Found((WITHDRAWN,))
    assert heard(days, Voice.NIGHT) == Found()


def test_an_export_that_withdraws_an_article_which_has_no_translations_says_so_once(days):
    days.withdraw()
    (days.project.root / OUT).unlink()
    heard(days, Voice.NIGHT)
    assert heard(days, Voice.EXPORT) == Found((replace(WITHDRAWN, exports=()),))
    assert heard(days, Voice.EXPORT) == Found()


def test_whoever_only_looks_is_told_and_counts_for_nothing(days):
    days.withdraw()
    assert [heard(days, Voice.NOBODY) for _ in range(3)] == [Found((GONE,))] * 3
    heard(days, Voice.NIGHT)
    assert heard(days, Voice.NOBODY) == Found((GONE,))
    assert days.lies(OUT)


def test_the_day_on_which_it_was_first_missed_is_told(days):
    days.withdraw()
    heard(days, Voice.NIGHT)
    days.day = 4
    assert [one.since for one in heard(days, Voice.NIGHT).withdrawals] == ["2026-11-22"]


def test_an_article_that_is_back_was_never_gone(days):
    text = days.project.read(FERRY)
    for _ in range(2):
        days.withdraw()
        assert heard(days, Voice.NIGHT) == Found((GONE,))
        days.project.write(FERRY, text)
        assert heard(days, Voice.NIGHT) == Found()


def test_one_that_was_withdrawn_and_is_back_is_told_once(days):
    text = days.project.read(FERRY)
    days.withdraw()
    for _ in range(2):
        heard(days, Voice.NIGHT)
    days.project.write(FERRY, text)
    assert heard(days, Voice.NOBODY) == Found(returns=(FERRY,))
    assert heard(days, Voice.NIGHT) == Found(returns=(FERRY,))
    assert heard(days, Voice.NIGHT) == Found()


@pytest.mark.parametrize(
    ("policy", "fate"), [(Policy.KEEP, Fate.STAYS), (Policy.MOVE, Fate.ASIDE), (Policy.REMOVE, Fate.REMOVED)]
)
def test_what_becomes_of_the_exports_is_the_newsrooms_to_say(tmp_path, policy, fate):
    days = published(tmp_path, export=Exporting(withdrawn=policy))
    days.withdraw()
    heard(days, Voice.NIGHT)
    assert heard(days, Voice.NIGHT) == Found((replace(WITHDRAWN, exports=(Remnant(OUT, fate),)),))
    assert (days.lies(OUT), days.lies(ASIDE)) == (policy is Policy.KEEP, policy is Policy.MOVE)
    assert heard(days, Voice.NIGHT) == Found()


def test_one_that_may_have_another_name_by_now_is_told_and_never_withdrawn(days):
    days.withdraw()
    told = Found((replace(GONE, may_be_renamed=True),))
    assert [heard(days, Voice.NIGHT, renamed=[PO]) for _ in range(4)] == [told] * 4
    assert days.lies(OUT)


def test_a_folder_that_has_lost_all_of_its_articles_is_not_believed(days):
    days.withdraw()
    days.withdraw("train")
    for _ in range(3):
        found = heard(days, Voice.NIGHT)
        assert found.withdrawals == ()
        (trouble,) = found.troubles
        assert str(trouble) == (
            "articles: none of its 2 articles is there, so nothing is withdrawn; is a disk missing? If they are gone, "
            "“newsdesk articles retire articles” withdraws them"
        )
    assert (days.lies(OUT), days.lies(TRAIN_OUT)) == (True, True)
    assert heard(days, Voice.EXPORT).troubles == ()


def test_an_article_that_could_not_be_seen_is_not_missed(days):
    days.withdraw()
    unseen = [DocumentError("cannot be read", path="articles")]
    with days.seen() as (seen, every):
        for _ in range(3):
            withdraw(seen, replace(every, unseen=unseen), voice=Voice.NIGHT)
    assert days.lies(OUT)


def test_only_the_locales_that_are_exported_are_taken_out_and_the_others_by_the_next_night(tmp_path):
    days = published(tmp_path, locales=("et", "fi"))
    finnish = OUT.replace("/et/", "/fi/")
    days.withdraw()
    heard(days, Voice.NIGHT)
    heard(days, Voice.EXPORT, locales=["fi"])
    assert (days.lies(OUT), days.lies(finnish)) == (True, False)
    assert [one.exports for one in heard(days, Voice.NIGHT).withdrawals] == [(Remnant(OUT, Fate.ASIDE),)]
    assert not days.lies(OUT)


def test_what_cannot_be_taken_out_is_told_by_every_night_until_it_can(days):
    days.withdraw()
    heard(days, Voice.NIGHT)
    outside = days.project.write("elsewhere/note.txt", "mine").parent
    (days.project.root / "exports/withdrawn").symlink_to(outside)
    for _ in range(2):
        assert list(map(str, heard(days, Voice.NIGHT).troubles)) == [
            "exports/withdrawn: is a link that leads out of the folder of exports; put the folder itself in its place"
        ]
    (days.project.root / "exports/withdrawn").unlink()
    assert heard(days, Voice.NIGHT).withdrawals == (WITHDRAWN,)


def test_a_night_for_some_languages_says_of_nothing_that_it_is_gone(days):
    days.withdraw()
    for _ in range(3):
        assert heard(days, Voice.PARTIAL) == Found((GONE,))
    assert days.lies(OUT)
    assert heard(days, Voice.NIGHT) == Found((GONE,))
    assert heard(days, Voice.PARTIAL) == Found((GONE,))
    assert heard(days, Voice.NIGHT) == Found((WITHDRAWN,))


def test_a_night_that_could_not_run_breaks_the_row(days):
    days.withdraw()
    heard(days, Voice.NIGHT)
    heard(days, Voice.STOPPED)
    assert heard(days, Voice.EXPORT).withdrawals[0].is_sure is False
    assert [heard(days, Voice.NIGHT).withdrawals[0].is_sure for _ in range(2)] == [False, True]


def test_what_is_back_when_a_night_cannot_run_is_back(days):
    text = days.project.read(FERRY)
    days.withdraw()
    heard(days, Voice.NIGHT)
    days.project.write(FERRY, text)
    heard(days, Voice.STOPPED)
    days.withdraw()
    assert heard(days, Voice.NIGHT).withdrawals[0].is_sure is False


def test_what_cannot_be_remembered_is_not_done(days, monkeypatch):
    def full(*_):
        raise HistoryError("cannot be used: database or disk is full", path="history/texts.sqlite")

    days.withdraw()
    heard(days, Voice.NIGHT)
    monkeypatch.setattr(Exports, "miss", full)
    found = heard(days, Voice.NIGHT)
    assert (found.withdrawals, found.is_unkept, len(found.troubles)) == ((GONE,), True, 1)
    assert days.lies(OUT)


# --- in whatever order

MOVES = ["night", "export", "look", "part", "stop", "withdraw", "back", "publish"]
STEPS = st.lists(st.sampled_from(MOVES), max_size=12)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    days = published(tmp_path_factory.mktemp("template"))
    return days.project.root


NUMBERS = count()
VOICES = {
    "night": Voice.NIGHT,
    "export": Voice.EXPORT,
    "look": Voice.NOBODY,
    "part": Voice.PARTIAL,
    "stop": Voice.STOPPED,
}


@settings(max_examples=25, suppress_health_check=SHARED_FIXTURE)
@given(steps=STEPS)
def test_in_any_order_two_voices_withdraw_once_and_every_step_before_tells(steps, template, tmp_path):
    root = tmp_path / str(next(NUMBERS))
    shutil.copytree(template, root)
    days = Days.__new__(Days)
    days.project, days.day = Project.__new__(Project), 0
    days.project.root, days.project.settings = root, replace(Project(tmp_path / "any").settings, root=root)
    text, translated, voices, moved = days.project.read(FERRY), days.project.read(OUT), 0, 0
    last = ""
    for step in steps:
        is_gone, lay_there = not days.lies(FERRY), days.lies(OUT)
        match step:
            case "withdraw" if not is_gone:
                days.withdraw()
            case "back" if is_gone:
                days.project.write(FERRY, text)
            case "publish" if not is_gone:
                days.project.write(OUT, translated)
            case "night" | "export" | "look" | "part" | "stop":
                voice = VOICES[step]
                found = heard(days, voice)
                before = voices
                if step == "night" or (step == "export" and voices):
                    voices += 1
                if (step != "look" and not is_gone) or (step == "stop" and voices < 2):
                    voices = 0
                last = step if voices > before else last
                is_moved = lay_there and not days.lies(OUT)
                moved += is_moved
                assert found.troubles == ()
                # Never before two voices, and with the second one.
                assert is_moved is (is_gone and lay_there and step in {"night", "export"} and voices >= 2)
                # Told by whatever comes until then, and the morning after the night that withdrew it; then no more.
                morning = voices == 2 and last == "night"
                assert bool(found.withdrawals) is (is_gone and (before < 2 or is_moved or morning))
                assert all(one.is_sure is (voices >= 2) for one in found.withdrawals)
    kept = [path.read_text("utf-8") for path in (root / "exports").rglob("ferry*.txt")]
    assert set(kept) == {translated}
    assert moved <= 1 + steps.count("publish")
