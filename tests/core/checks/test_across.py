"""Quotations that run over several texts of an article."""

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


def test_two_quotations_may_become_one_that_runs_over():
    assert told([("“It is cold,” he said.", "„On külm, ütles ta."), ("“It is late.”", "Aeg on hiline.“")]) == [[], []]


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


def test_none_is_joined_to_another_where_some_mark_has_no_other_half():
    joined = [("“It is cold,” he said.", "„On külm, ütles ta."), ("“It is late.”", "Aeg on hiline.“")]
    between = [("It rained.", "Sadas vihma.")] * 4
    lost = ("“It is dark,” he said.", "„On pime, ütles ta.")
    assert told([*joined, *between, lost])[:2] == [[("warning", (0, 1))], [("warning", (14, 15))]]


def test_a_quotation_that_ends_sooner_than_in_the_source_has_both_ends():
    assert told([("“It is cold.", "„On külm.“"), ("It is late.”", "Aeg on hiline.“")]) == [[], []]
