"""What is no longer true is told in words that a person understands at once, the old beside the new."""

from dataclasses import replace

import pytest

from translate.core.results.news import (
    Correction,
    Difference,
    Fate,
    News,
    Outdated,
    Remnant,
    Taken,
    Why,
    Withdrawal,
)
from translate.reports import news

WAS, NOW = "A ticket for the ferry costs 3 euros.", "A ticket for the ferry costs 4 euros."
PO, OUT = "locales/et/LC_MESSAGES/ferry.po", "exports/et/articles/ferry.txt"
HIT = Correction("et", "ferry", PO, 7, WAS, NOW, "Pilet maksab 3 eurot.")
OLD = Outdated("et", "articles/ferry.txt", OUT, "2026-11-28", (Difference(WAS, NOW),))
GONE = Withdrawal("articles/ferry.txt", "2026-11-28", is_sure=False, catalogs=(PO,), exports=(Remnant(OUT),))
SURE = replace(GONE, is_sure=True, exports=(Remnant(OUT, Fate.ASIDE),))


@pytest.mark.parametrize(
    ("told", "headline"),
    [
        (News(), ""),
        (News((HIT,)), "1 correction hits approved text"),
        (News((HIT,) * 2), "2 corrections hit approved text"),
        (News(outdated=(OLD,)), "1 export is older than its article"),
        (News(outdated=(OLD,) * 1200), "1,200 exports are older than their articles"),
        (News(withdrawals=(GONE,)), "1 article is gone"),
        (News(withdrawals=(SURE, GONE, GONE)), "1 article is withdrawn, 2 articles are gone"),
        (News(returns=("articles/a.txt", "articles/b.txt")), "2 withdrawn articles are back"),
        (
            News((HIT,), (OLD,), (SURE,)),
            "1 correction hits approved text, 1 export is older than its article, 1 article is withdrawn",
        ),
    ],
)
def test_the_headline_counts_what_there_is(told, headline):
    assert news.headline(told) == headline


def test_each_is_told_with_its_place_and_the_same_change_is_shown_once():
    told = News((HIT, replace(HIT, locale="ru", path="ru/ferry.po")), (OLD,), (GONE,), ("articles/a.txt",))
    first, *lines = news.status_lines(told)
    assert first == f"{news.headline(told)}:"
    assert lines == [
        f"  {OUT}: of 2026-11-28, and older than its article",
        f"    was: {WAS}",
        f"    now: {NOW}",
        f"  articles/ferry.txt: {news.withdrawal_told(GONE)}",
        f"    {OUT} still lies there",
        "  articles/a.txt: is back; “newsdesk export” writes its translations",
        f"  {PO}:7: approved for an older source",
        "  ru/ferry.po:7: approved for an older source",
        "",
    ]


def test_where_all_is_true_nothing_is_told():
    assert list(news.status_lines(News())) == []


@pytest.mark.parametrize(
    ("old", "told"),
    [
        (OLD, "of 2026-11-28, and older than its article"),
        (replace(OLD, fate=Fate.ASIDE), "of 2026-11-28, and older than its article; it was moved to exports/withdrawn"),
        (replace(OLD, fate=Fate.REMOVED), "of 2026-11-28, and older than its article; it was removed"),
        (replace(OLD, differences=()), "of 2026-11-28, and older than its article, whose texts stand in another order"),
        (
            replace(OLD, differences=(), is_known=False),
            "of 2026-11-28, and older than its article; what that said then is not known, “newsdesk export” tells",
        ),
    ],
)
def test_an_old_export_is_told_with_what_became_of_it(old, told):
    assert news.outdated_told(old) == told


def test_an_article_that_is_gone_is_told_with_what_comes_of_it_and_what_to_do():
    assert news.withdrawal_told(GONE) == (
        "is gone since 2026-11-28; withdrawn when two nights have missed it, or now by “newsdesk articles retire”"
    )
    assert news.withdrawal_told(replace(GONE, may_be_renamed=True)) == (
        "is gone since 2026-11-28; “newsdesk articles mv” if an article of another name is the same, and "
        "“newsdesk articles retire” if not"
    )


def test_of_many_changes_the_first_are_shown_and_the_others_counted():
    many = replace(OLD, differences=(Difference("", "New."), Difference("Gone.", ""), *(Difference(WAS, NOW),) * 3))
    assert list(news.outdated_lines(many))[1:] == [
        "  new: New.",
        "  gone: Gone.",
        f"  was: {WAS}",
        f"  now: {NOW}",
        "  and 2 other texts",
    ]


@pytest.mark.parametrize(
    ("catalogs", "kept"),
    [((), ""), ((PO,), "; its PO file is kept"), ((PO, "ru/ferry.po"), "; its 2 PO files are kept")],
)
def test_a_withdrawn_article_is_told_with_what_is_kept_and_what_became_of_its_translations(catalogs, kept):
    assert list(news.withdrawal_lines(replace(SURE, catalogs=catalogs))) == [
        f"articles/ferry.txt: is withdrawn, gone since 2026-11-28{kept}",
        f"  {OUT} was moved to exports/withdrawn",
    ]


def test_a_dry_run_says_what_would_be():
    would = replace(SURE, exports=tuple(Remnant(f"exports/{n}.txt", fate) for n, fate in enumerate(Fate)))
    assert list(news.dry_run_lines([would])) == [
        "articles/ferry.txt: would be withdrawn; its PO file is kept",
        "  exports/0.txt would stay",
        "  exports/1.txt would be moved to exports/withdrawn",
        "  exports/2.txt would be removed",
        "Nothing was written.",
    ]


def test_what_was_taken_out_is_told_with_the_reason():
    assert [news.taken_told(Taken(OUT, why, Fate.ASIDE)) for why in Why] == [
        f"{OUT}: had marks on texts that nobody has approved, and was moved to exports/withdrawn",
        f"{OUT}: is its article's former name, and was moved to exports/withdrawn",
    ]


def test_what_was_put_aside_elsewhere_is_told_otherwise():
    assert news.taken_told(Taken("site/et/a.txt", Why.RENAMED, Fate.ASIDE)).endswith(
        "was moved aside, into “withdrawn”"
    )


def test_machines_are_told_the_same():
    assert news.news_object(News((HIT,), (OLD,), (SURE,), ("articles/a.txt",))) == {
        "headline": (
            "1 correction hits approved text, 1 export is older than its article, 1 article is withdrawn, "
            "1 withdrawn article is back"
        ),
        "corrections": [
            {
                "locale": "et",
                "article": "ferry",
                "path": PO,
                "line": 7,
                "was": WAS,
                "now": NOW,
                "translation": "Pilet maksab 3 eurot.",
            }
        ],
        "outdated": [
            {
                "locale": "et",
                "article": "articles/ferry.txt",
                "path": OUT,
                "since": "2026-11-28",
                "differences": ({"was": WAS, "now": NOW},),
                "is_known": True,
                "is_dropped": False,
                "fate": "stays",
            }
        ],
        "withdrawn": [
            {
                "article": "articles/ferry.txt",
                "since": "2026-11-28",
                "is_sure": True,
                "may_be_renamed": False,
                "catalogs": (PO,),
                "exports": [{"path": OUT, "fate": "moved aside"}],
            }
        ],
        "returns": ["articles/a.txt"],
    }
