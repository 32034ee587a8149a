"""An article goes, comes back, or gets another name: what readers see of it follows, and not before it is sure."""

import json

import pytest

from tests.stories.conftest import EXPORTS, HARBOR
from tests.stories.desk import in_estonian

OUT, ASIDE = "exports/et/articles/harbor.txt", "withdrawn/et/articles/harbor.txt"
PO = "locales/et/LC_MESSAGES/harbor.po"
OTHERS = [name for name in EXPORTS if "harbor" not in name]
GONE = "1 article is gone. Done; look today"
WITHDRAWN = "1 article is withdrawn. Done; look today"
BACK = "1 withdrawn article is back. Done; look today"


@pytest.fixture
def gone(published):
    """An article was deleted, and no night has passed yet."""
    published.withdraw("harbor")
    return published


def test_an_article_that_is_gone_for_a_night_is_only_told(gone):
    assert (gone.night().code, gone.headline) == (1, GONE)
    assert gone.exported() == EXPORTS
    assert "articles/harbor.txt: is gone" in gone.told
    assert "“newsdesk articles retire”" in gone.told
    assert f"{OUT} still lies there" in gone.told
    assert gone.run("status").out.startswith("1 article is gone:\n")


def test_after_two_nights_its_translation_is_out_of_the_exports_and_its_po_file_is_kept(gone):
    before, po = gone.read(OUT), gone.read(PO)
    gone.night()
    assert (gone.night().code, gone.headline) == (1, WITHDRAWN)
    assert gone.exported() == [*OTHERS, ASIDE]
    assert (gone.read(f"exports/{ASIDE}"), gone.read(PO)) == (before, po)
    told = json.loads(gone.read("reports/morning.json"))
    assert [(one["article"], one["is_sure"], one["exports"]) for one in told["news"]["withdrawn"]] == [
        ("articles/harbor.txt", True, [{"path": OUT, "fate": "moved aside"}])
    ]
    assert f"<title>{WITHDRAWN.partition('. ')[0]} – ferry-news" in gone.read("reports/morning.html")


def test_then_it_is_told_no_more_and_is_no_work(gone):
    gone.night()
    gone.night()
    for _ in range(3):
        assert (gone.night().code, gone.headline) == (0, "All done")
    assert "harbor" not in gone.mail + gone.run("status").all


@pytest.mark.parametrize(("policy", "left"), [("keep", [OUT.removeprefix("exports/")]), ("remove", [])])
def test_the_newsroom_decides_what_becomes_of_its_translation(gone, policy, left):
    gone.settings(f'[export]\nwithdrawn = "{policy}"')
    gone.night()
    assert (gone.night().code, gone.headline) == (1, WITHDRAWN)
    assert gone.exported() == sorted([*OTHERS, *left])


def test_back_before_the_second_night_nothing_has_happened(gone):
    gone.night()
    gone.publish("harbor", *HARBOR)
    for _ in range(3):
        assert (gone.night().code, gone.headline) == (0, "All done")
    assert gone.exported() == EXPORTS
    gone.withdraw("harbor")
    assert (gone.night().code, gone.headline) == (1, GONE)


def test_back_after_it_was_withdrawn_it_is_told_once_and_an_export_brings_its_translation_back(gone):
    gone.night()
    gone.night()
    gone.publish("harbor", *HARBOR)
    assert (gone.night().code, gone.headline) == (1, BACK)
    assert "articles/harbor.txt: is back; “newsdesk export” writes its translations" in gone.told
    assert (gone.night().code, gone.headline) == (0, "All done")
    assert gone.export().code == 0
    assert gone.exported() == [*EXPORTS, ASIDE]
    assert in_estonian(HARBOR[0]) in gone.read(OUT)
    assert (gone.night().code, gone.headline) == (0, "All done")


def test_back_and_exported_before_the_night_nobody_has_to_be_told(gone):
    gone.night()
    gone.night()
    gone.publish("harbor", *HARBOR)
    gone.export()
    assert (gone.night().code, gone.headline) == (0, "All done")


def test_withdrawn_a_second_time_both_translations_lie_aside(gone):
    gone.night()
    gone.night()
    gone.publish("harbor", *HARBOR)
    gone.night()
    gone.approve("harbor", texts={HARBOR[2]: "Linnapea avas selle."})
    gone.export()
    gone.withdraw("harbor")
    gone.night()
    gone.night()
    assert gone.exported() == [*OTHERS, "withdrawn/et/articles/harbor-2.txt", ASIDE]
    assert "Linnapea avas selle." in gone.read("exports/withdrawn/et/articles/harbor-2.txt")


def test_back_with_other_words_it_is_a_correction(gone):
    gone.night()
    gone.night()
    gone.publish("harbor", HARBOR[0], "The pier is 90 metres long.", HARBOR[2])
    assert gone.night().code == 1
    assert gone.headline == "1 correction hits approved text, 1 withdrawn article is back. Done; look today"


def test_retired_it_is_withdrawn_at_once(gone):
    tried = gone.run("articles", "retire", "--dry-run", "articles/harbor.txt")
    assert (tried.code, gone.exported()) == (0, EXPORTS)
    assert gone.run("articles", "retire", "articles/harbor.txt").code == 0
    assert gone.exported() == [*OTHERS, ASIDE]
    assert (gone.night().code, gone.headline) == (0, "All done")


def test_retired_and_back_it_is_told(gone):
    gone.run("articles", "retire", "articles/harbor.txt")
    gone.publish("harbor", *HARBOR)
    assert (gone.night().code, gone.headline) == (1, BACK)


def test_one_that_is_there_cannot_be_retired(published):
    ran = published.run("articles", "retire", "articles/harbor.txt")
    assert (ran.code, published.exported()) == (2, EXPORTS)
    assert "articles/harbor.txt: is there; delete it" in ran.err


def test_an_export_after_a_night_that_missed_it_withdraws_it(gone):
    gone.night()
    ran = gone.export()
    assert "articles/harbor.txt: is withdrawn" in ran.out
    assert gone.exported() == [*OTHERS, ASIDE]
    assert (gone.night().code, gone.headline) == (0, "All done")


def test_an_export_before_any_night_has_missed_it_moves_nothing(gone):
    ran = gone.export()
    assert "articles/harbor.txt: is gone" in ran.out
    assert gone.exported() == EXPORTS


def test_an_article_with_another_name_is_not_gone(published):
    (published.root / "articles/harbor.txt").rename(published.root / "articles/pier.txt")
    for _ in range(3):
        assert (published.night().code, published.headline) == (0, "All done")
    assert published.exported() == EXPORTS


def test_its_export_goes_to_the_new_name_and_the_former_one_goes(published):
    (published.root / "articles/harbor.txt").rename(published.root / "articles/pier.txt")
    published.night()
    ran = published.export()
    assert f"{OUT}: is its article's former name, and was moved to exports/withdrawn" in ran.out
    assert published.exported() == ["et/articles/ferry.txt", "et/articles/pier.txt", "et/articles/storm.txt", ASIDE]
    assert (published.night().code, published.headline) == (0, "All done")


def test_renamed_and_corrected_the_export_under_the_former_name_is_old(published):
    (published.root / "articles/harbor.txt").rename(published.root / "articles/pier.txt")
    published.night()
    published.correct("pier", "80 metres", "90 metres")
    assert published.night().code == 1
    assert published.headline.startswith("1 correction hits approved text, 1 export is older than its article")
    assert f"{OUT}: of 2033-03-08, and older than its article" in published.told


def test_renamed_and_corrected_in_one_day_too(published):
    published.correct("harbor", "80 metres", "90 metres")
    (published.root / "articles/harbor.txt").rename(published.root / "articles/pier.txt")
    assert published.night().code == 1
    assert published.headline.startswith("1 correction hits approved text, 1 export is older than its article")


def test_renamed_by_hand_with_the_command_it_is_no_news(published):
    assert published.run("articles", "mv", "articles/harbor.txt", "articles/pier.txt").code == 0
    assert (published.night().code, published.headline) == (0, "All done")


def test_renamed_and_then_withdrawn_the_export_under_the_former_name_goes_too(published):
    (published.root / "articles/harbor.txt").rename(published.root / "articles/pier.txt")
    published.night()
    published.withdraw("pier")
    assert (published.night().code, published.headline) == (1, GONE)
    assert (published.night().code, published.headline) == (1, WITHDRAWN)
    assert published.exported() == [*OTHERS, ASIDE]
