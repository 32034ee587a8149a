"""Time is told in other units, and in halves."""

import pytest

from tests.core.checks.saying import said
from translate.core.checks.quantities import check_quantities


def told(source, target, locale):
    return {rule for rule, _ in said(check_quantities, source, target, locale=locale)}


@pytest.mark.parametrize(
    ("locale", "source", "right", "other_source"),
    [
        ("et", "It took 30 minutes.", "See võttis pool tundi.", "It took 35 minutes."),
        ("et", "They were held for 48 hours.", "Neid hoiti kinni kaks päeva.", "They were held for 46 hours."),
        ("et", "Within 24 hours it was gone.", "Ööpäeva jooksul oli see läinud.", "Within 34 hours it was gone."),
        ("et", "A 90-minute talk.", "Poolteisetunnine kõne.", "An 80-minute talk."),
        ("ru", "They were held for 48 hours.", "Их держали двое суток.", "They were held for 46 hours."),
        ("ru", "Her 18-month-old son.", "Её полуторагодовалый сын.", "Her 16-month-old son."),
        ("ru", "It took 30 minutes.", "На это ушло полчаса.", "It took 20 minutes."),
        ("es", "Her 18-month-old son.", "Su hijo de año y medio.", "Her 16-month-old son."),
        ("fr", "It took 90 minutes.", "Il a fallu une heure et demie.", "It took 80 minutes."),
        ("de", "It took 18 months.", "Es dauerte anderthalb Jahre.", "It took 16 months."),
        ("de", "It took 2.5 years.", "Es dauerte zweieinhalb Jahre.", "It took 3.5 years."),
        ("fi", "It took 18 months.", "Siihen meni puolitoista vuotta.", "It took 16 months."),
        ("it", "It took 30 minutes.", "Ci è voluta mezz’ora.", "It took 20 minutes."),
        ("hi", "It took 18 months.", "इसमें डेढ़ साल लगा।", "It took 16 months."),
        ("ja", "It took 90 minutes.", "1時間半かかった。", "It took 80 minutes."),
        ("ko", "It took 90 minutes.", "1시간 반이 걸렸다.", "It took 80 minutes."),
        ("zh_CN", "It took 90 minutes.", "花了一个半小时。", "It took 80 minutes."),
    ],
)
def test_a_duration_may_be_told_in_another_unit_of_time_but_is_not_rounded(locale, source, right, other_source):
    assert told(source, right, locale) == set()
    assert told(other_source, right, locale) == {"number"}


def test_another_number_of_the_same_unit_of_time_is_told():
    assert told("It took 24 hours.", "See võttis 25 tundi.", "et") == {"number"}
    assert told("It took 18 months.", "See võttis 2 aastat.", "et") == {"number"}


@pytest.mark.parametrize(
    ("locale", "source", "right", "other_source"),
    [
        ("et", "It cost 1.5 million.", "See maksis poolteist miljonit.", "It cost 1.6 million."),
        ("et", "Some 500,000 people.", "Umbes pool miljonit inimest.", "Some 600,000 people."),
        ("et", "Half a million people.", "500 000 inimest.", "Half a billion people."),
        ("et", "Two and a half million people.", "2,5 miljonit inimest.", "Two million people."),
        ("ru", "It cost 1.5 billion.", "Это стоило полтора миллиарда.", "It cost 1.6 billion."),
        ("ru", "Some 500,000 people.", "Около полумиллиона человек.", "Some 600,000 people."),
        ("es", "It cost 1.5 million.", "Costó millón y medio.", "It cost 1.6 million."),
        ("fr", "It cost 2.5 million.", "Cela a coûté deux millions et demi.", "It cost 2.6 million."),
        ("de", "Some 100,000 people.", "Etwa hunderttausend Menschen.", "Some 200,000 people."),
        ("pl", "It cost 1.5 million.", "To kosztowało półtora miliona.", "It cost 1.6 million."),
    ],
)
def test_a_half_is_a_number_alone_and_behind_another_one(locale, source, right, other_source):
    assert told(source, right, locale) == set()
    assert told(other_source, right, locale) == {"number"}


@pytest.mark.parametrize("century", ["XIVe", "XIVᵉ", "XIVème", "XIV"])
def test_a_roman_number_may_have_an_ending(century):
    assert told("A 14th-century church.", f"Une église du {century} siècle.", "fr") == set()
    assert told("A 15th-century church.", f"Une église du {century} siècle.", "fr") == {"number"}


@pytest.mark.parametrize("pronoun", ["Il", "Ici", "Vivre", "Xi"])
def test_a_word_that_begins_as_a_roman_number_is_none(pronoun):
    assert told("In 2 of 13 it is.", f"{pronoun} 2, c’est.", "fr") == {"number"}


@pytest.mark.parametrize(("locale", "word"), [("es", "trillones"), ("de", "Trillionen"), ("fr", "trillions")])
def test_a_trillion_of_the_long_scale_is_a_million_times_as_much(locale, word):
    assert told("A debt of $36 trillion.", f"36 {word} $.", locale) == {"number"}
