"""The page on speed has what was measured, and what it is measured with still runs."""

import math
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from benchmarks.speed import page, results, texts, workers
from benchmarks.speed.every import ROWS
from benchmarks.speed.ground import ROOT
from benchmarks.speed.row import Bound, Figure, slope, standard_error, times
from benchmarks.speed.timing import Took
from translate.core.text.sentences import cut
from translate.segmentation import segmenter_for

TOOK = Took(2.0, 3.1234, 100.5, 60, {"decoded": 7})


def test_each_figure_on_the_page_is_one_that_was_measured():
    shown = page.PAGE.read_text("utf-8")
    assert shown.split(page.BEGINS)[1].split(page.ENDS)[0].strip() == page.made(results.load())


def test_what_is_kept_is_known_again(tmp_path):
    at = results.Surroundings("2026-11-29", "abc", "2 cores", "Python 3.12.0")
    measured = {"help": results.Measured(at, [{"one": TOOK, "other": replace(TOOK, told={})}])}
    results.save(measured, tmp_path / "results.json")
    assert results.load(tmp_path / "results.json") == measured


def test_a_bound_holds_where_the_median_of_the_rounds_keeps_it():
    rounds = [{"one": replace(TOOK, wall=wall), "other": TOOK} for wall in (1.0, 2.0, 8.0)]
    bound = Bound("times the other", times("one", "other"), most=1)
    assert (str(bound.figure(rounds)), bound.wanted, bound.holds(rounds)) == ("1.00 (0.500–4.00)", "≤ 1", True)
    assert not replace(bound, most=0.9).holds(rounds)
    assert not replace(bound, least=1.1, most=math.inf).holds(rounds)


def test_a_figure_has_as_many_digits_as_say_something():
    assert [str(Figure([value])) for value in (0.1234, 1.234, 12.34, 1234.5)] == ["0.123", "1.23", "12.3", "1,234"]


def test_the_exponent_of_a_power_is_found():
    sizes = (100, 1_000, 10_000)
    assert slope(sizes, [size**1.5 for size in sizes]) == pytest.approx(1.5)
    assert standard_error(sizes, [size**1.5 for size in sizes]) == pytest.approx(0, abs=1e-6)
    assert standard_error(sizes, (1, 20, 100)) > 0.1


def test_articles_are_the_same_each_time_and_no_sentence_comes_twice():
    made = [*texts.articles(50, 16, 3)]
    own = [text for article in made for paragraph in article for text in paragraph]
    assert made == [*texts.articles(50, 16, 3)]
    assert len(set(own)) == len(own) == 800
    assert {tuple(map(len, article)) for article in made} == {(1, 3, 3, 3, 3, 3)}


def test_as_many_sentences_are_repeated_as_is_asked_for():
    own = [text for article in texts.articles(100, 16, 3, repeated=0.3) for some in article for text in some]
    assert len(set(own)) / len(own) == pytest.approx(0.7, abs=0.03)


def test_the_others_are_asked_for_the_sentences_that_newsdesk_finds():
    for article in texts.articles(30, 16, 3):
        for paragraph in article:
            found = cut(" ".join(paragraph), segmenter_for("en"))
            assert tuple(sentence.text for sentence in found) == paragraph


def test_a_sentence_that_comes_again_is_asked_for_again():
    assert [*workers.occurrences("abcab")] == [[0, 1, 2], [3, 4]]


@pytest.mark.parametrize("name", ["sample-1", "repeated", "nothing-new", "rewriting", "glossary-check"])
def test_a_row_can_be_measured(name):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--small", "--rounds", "1", "--only", name],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(bound.says in done.stdout for bound in ROWS[name].bounds)
