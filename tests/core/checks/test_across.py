"""Quotations that run over several texts of an article."""

import pytest

from tests.core.checks.saying import unit
from translate.core.checks import check_article

REPEATED = [("“It is cold.", "„On külm."), ("“It is dark.", "On pime."), ("“It is late.”", "Aeg on hiline.“")]


def told(pairs, **options):
    """Of each text what is said of its marks."""
    found = check_article([unit(source, target, **options) for source, target in pairs])
    return [[(f.level.value, f.span) for f in findings if f.rule == "unpaired"] for findings in found]


def test_a_quotation_may_run_over_paragraphs_in_the_way_of_each_language():
    assert told(REPEATED) == [[], [], []]
    assert told([(source, source) for source, _ in REPEATED], locale="es") == [[], [], []]
    assert told([(target, source) for source, target in REPEATED], source_locale="et", locale="en") == [[], [], []]


@pytest.mark.parametrize(
    ("first", "last", "joined"),
    [
        ("„On külm, – ütles ta.", "– Aeg on hiline.“", True),
        ("„On külm, – ütles ta. —", "Aeg on hiline.“", True),
        ("„On külm, – ütles ta.", "Aeg on hiline.“", False),
        ("„On külm, ütles ta.", "-5 on hiline.“", False),
    ],
)
def test_two_quotations_may_become_one_that_a_dash_goes_on_with(first, last, joined):
    found = told([("“It is cold,” he said.", first), ("“It is late.”", last)])
    assert found == ([[], []] if joined else [[("warning", (0, 1))], [("warning", (len(last) - 1, len(last)))]])


def test_a_dash_goes_on_with_the_next_text_only():
    joined = [("“It is cold,” he said.", "„On külm, ütles ta. –"), ("It rained.", "Sadas."), ("“Late.”", "– Hilja.“")]
    assert told(joined) == [[("warning", (0, 1))], [], [("warning", (8, 9))]]


def test_what_the_source_leaves_open_may_begin_and_end_elsewhere():
    assert told(
        [("It was cold.", "„Oli külm."), ("“It is dark.", "On pime."), ("It is late.”", "Aeg on hiline.“")]
    ) == [
        [],
        [],
        [],
    ]
    assert told([("It was cold.", "„Oli külm."), ("It is late,” he said.", "Aeg on hiline,“ ütles ta.")]) == [[], []]


def test_a_quotation_that_is_only_closed_far_away_is_told():
    between = [("It rained.", "Sadas vihma.")] * 4
    first, last = ("“It is cold,” he said.", "„On külm, ütles ta."), ("“It is late.”", "Aeg on hiline.“")
    assert told([first, *between, last]) == [[("warning", (0, 1))], [], [], [], [], [("warning", (14, 15))]]


def test_the_text_that_lacks_an_end_of_what_runs_over_is_told():
    first, last = ("“It is cold.", "„On külm."), ("It is late.”", "Aeg on hiline.“")
    assert told([first, (last[0], "Aeg on hiline.")]) == [[], [("warning", None)]]
    assert told([(first[0], "On külm."), last]) == [[("warning", None)], []]
    assert told([(first[0], "On külm."), (last[0], "Aeg on hiline.")]) == [[], []]


def test_an_end_that_is_several_texts_away_is_told_by_the_way():
    between = ("It is dark.", "On pime.")
    assert told([("“It is cold.", "„On külm."), between, ("It is late.”", "Aeg on hiline.")]) == [
        [],
        [],
        [("info", None)],
    ]


def test_none_has_other_ends_than_in_the_source_where_some_mark_has_no_other_half():
    elsewhere = [("It was cold.", "„Oli külm."), ("It is late,” he said.", "Aeg on hiline,“ ütles ta.")]
    between = [("It rained.", "Sadas vihma.")] * 4
    lost = ("“It is dark,” he said.", "„On pime, ütles ta.")
    assert told([*elsewhere, *between, lost])[:2] == [[("warning", (0, 1))], []]


def test_a_quotation_that_ends_sooner_than_in_the_source_has_both_ends():
    assert told([("“It is cold.", "„On külm.“"), ("It is late.”", "Aeg on hiline.“")]) == [[], []]


def test_where_there_are_no_spaces_the_shape_of_a_mark_tells_which_end_it_is():
    first, last = ("“It is cold.", "“天很冷。"), ("It is late,” he said.", "太晚了，”他说。")
    assert told([first, last], locale="zh_CN") == [[], []]
    assert told([first, ("It is late,” he said.", "太晚了，他说。")], locale="zh_CN") == [[], [("warning", None)]]
    assert told([first, ("It is late.”", "太晚了。“")], locale="zh_CN") == [[], []]
    assert told([("“It is cold.", "「寒い。"), (last[0], "もう遅い。」と言った。")], locale="ja") == [[], []]
