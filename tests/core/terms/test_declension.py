"""Terms that decline like a known one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.terms.declension import decline, resolve, unlikeness
from translate.core.terms.glossary import Action, Form, Origin, Term

MINSK = (Form("Minski", "gen"), Form("Minskit", "part"), Form("Minskis", "in"))
NARVA = (Form("Нарвы", "gen"), Form("Нарве", "dat"), Form("Нарву", "acc"), Form("Нарвой", "ins"))
TEINE_STUUDIO = (Form("Teise stuudio", "gen"), Form("Teist stuudiot", "part"), Form("Teise stuudioga", "kom"))

WORD = st.text("abcdeõökst", min_size=1, max_size=6)
LABEL = st.sampled_from(["", "gen", "part", "in", "pl gen"])


@st.composite
def known_words(draw):
    """A base form and forms with as many words, as any language might have them."""
    size = draw(st.integers(1, 3))
    phrase = st.lists(WORD, min_size=size, max_size=size).map(" ".join)
    return draw(phrase), tuple(draw(st.lists(st.builds(Form, phrase, LABEL), max_size=5)))


def texts(base, model, forms):
    return {form.label: form.text for form in decline(base, model, forms)}


def test_kursk_declines_like_minsk():
    assert texts("Kursk", "Minsk", MINSK) == {"gen": "Kurski", "part": "Kurskit", "in": "Kurskis"}


def test_a_last_letter_that_changes_is_changed_in_the_new_word():
    assert texts("Цахкна", "Нарва", NARVA) == {"gen": "Цахкны", "dat": "Цахкне", "acc": "Цахкну", "ins": "Цахкной"}
    assert texts("julgeolekuekspert", "ekspert", [Form("eksperdi", "gen")]) == {"gen": "julgeolekueksperdi"}


def test_both_words_decline_like_the_models_two_words():
    assert texts("Esimene stuudio", "Teine stuudio", TEINE_STUUDIO) == {
        "gen": "Esimese stuudio",
        "part": "Esimest stuudiot",
        "kom": "Esimese stuudioga",
    }


def test_words_that_the_model_does_not_have_stay():
    assert texts("Kaja Kallas", "Kallas", [Form("Kallase", "gen")]) == {"gen": "Kaja Kallase"}
    assert texts("Uus Esimene stuudio", "Teine stuudio", TEINE_STUUDIO)["gen"] == "Uus Esimese stuudio"


def test_a_single_word_declines_like_the_last_word_of_a_name():
    assert texts("Põder", "Jaan Tamm", [Form("Jaan Tammi", "gen")]) == {"gen": "Põderi"}


def test_a_word_with_another_ending_is_refused():
    with pytest.raises(ValueError, match="“Kursk” cannot decline like “Нарва”: “Kursk” does not end in “а”"):
        decline("Kursk", "Нарва", NARVA)


def test_a_model_whose_forms_have_other_words_is_refused():
    told = "^“Kursk” cannot decline like “Minsk”, whose form “saates Minsk” has more or fewer words than it$"
    with pytest.raises(ValueError, match=told):
        decline("Kursk", "Minsk", [Form("saates Minsk", "in")])


PAGE = (Form("lehekülje", "gen"), Form("lehekülge", "part"), Form("leheküljed", "pl nom"))


@pytest.mark.parametrize(
    ("base", "model", "forms", "told"),
    [
        ("Kursk", "Minsk", MINSK, None),
        ("veebilehekülg", "lehekülg", PAGE, None),
        ("esikülg", "lehekülg", PAGE, None),
        ("Esimene stuudio", "Teine stuudio", TEINE_STUUDIO, "“Teine” changes its stem (Teine, Teise)"),
        ("ring", "lehekülg", PAGE, "“lehekülg” changes its stem (lehekülg, lehekülje)"),
        ("sulg", "lehekülg", PAGE, "“lehekülg” changes its stem (lehekülg, lehekülje)"),
        ("Tartu", "Minsk", MINSK, "“Tartu” does not end like “Minsk”"),
        ("Kaja Kallas", "Kallas", (Form("Kallase", "gen"),), None),
        ("uus lehekülg", "lehekülg", PAGE, "“uus” stays as it is in every form"),
    ],
)
def test_a_word_whose_end_is_not_that_of_its_model_may_decline_in_another_way(base, model, forms, told):
    assert unlikeness(base, model, forms) == told


@given(known_words(), WORD)
def test_a_word_with_something_before_it_is_like_itself(known, before):
    base, forms = known
    assert unlikeness(before + base, base, forms) is None


@given(known_words())
def test_a_word_that_declines_like_itself_has_its_own_forms(known):
    base, forms = known
    assert decline(base, base, forms) == forms


@given(known_words(), st.lists(WORD, min_size=1, max_size=4).map(" ".join))
def test_no_label_is_lost_and_declining_back_gives_the_models_forms(known, base):
    model, forms = known
    try:
        declined = decline(base, model, forms)
    except ValueError:
        return
    assert [form.label for form in declined] == [form.label for form in forms]
    if base.count(" ") == model.count(" "):
        assert decline(model, base, declined) == forms


@given(WORD, st.lists(WORD, max_size=5), st.text("abkt", max_size=4))
def test_a_compound_declines_like_its_last_part(model, forms, first_part):
    declined = decline(first_part + model, model, [Form(text) for text in forms])
    assert [form.text for form in declined] == [first_part + text for text in forms]


def row(target, like="", line=0, **cells):
    return Term(target, target, origin=Origin("et.csv", line), **cells), like


def test_a_chain_of_models_gives_everyone_forms():
    terms, errors = resolve([row("Omsk", "Kursk", 2), row("Kursk", "Minsk", 3), row("Minsk", line=4, forms=MINSK)])
    assert errors == ()
    assert [term.forms[0].text for term in terms] == ["Omski", "Kurski", "Minski"]


def test_an_error_about_a_term_of_no_file_names_none():
    terms, (error,) = resolve([(Term("Kaja", "Kaja"), "Q")])
    assert (terms, error.path, error.line) == ((), None, None)
    assert str(error).startswith("“Kaja” declines like “Q”")


def test_forms_that_a_person_wrote_stand_and_missing_ones_are_added():
    own = (Form("Kurskisse", "ill"), Form("Kurskut", "part"))
    terms, _ = resolve([row("Kursk", "Minsk", 2, forms=own), row("Minsk", line=3, forms=MINSK)])
    assert terms[0].forms == (*own, Form("Kurski", "gen"), Form("Kurskis", "in"))


def test_a_model_may_be_named_by_its_source():
    terms, errors = resolve(
        [(Term("Kaja", "Каия"), "Narva"), (Term("Narva", "Минскя", forms=(Form("Мински", "gen"),)), "")]
    )
    assert not errors
    assert terms[0].forms == (Form("Каии", "gen"),)


def test_of_two_rows_with_the_target_the_one_with_forms_is_the_model():
    terms, errors = resolve([row("Minsk", line=2), row("Minsk", line=3, forms=MINSK), row("Kursk", "Minsk", 4)])
    assert errors == ()
    assert terms[2].forms[0].text == "Kurski"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [row("A", "B", 2), row("B", "A", 3), row("C", "A", 4)],
            [
                (
                    "et.csv line 2: “A” declines like “B” on line 3, which declines like it in turn;"
                    " write the forms of one of them"
                ),
                (
                    "et.csv line 3: “B” declines like “A” on line 2, which declines like it in turn;"
                    " write the forms of one of them"
                ),
                "et.csv line 4: “C” declines like “A” on line 2, which has no forms; write them there or here",
            ],
        ),
        (
            [row("A", "A", 2)],
            ["et.csv line 2: “A” declines like itself; name another word or write the forms"],
        ),
        (
            [row("Kursk", "Minks", 2), row("Minsk", line=3, forms=MINSK)],
            [
                "et.csv line 2: “Kursk” declines like “Minks”, which is not in the glossary; did you mean “Minsk”?",
            ],
        ),
        (
            [row("Kursk", "Q", 2)],
            [
                (
                    "et.csv line 2: “Kursk” declines like “Q”, which is not in the glossary;"
                    " give that word a row of its own, with its forms"
                ),
            ],
        ),
        (
            [row("Kursk", "Minsk", 2), row("Minsk", line=3)],
            ["et.csv line 2: “Kursk” declines like “Minsk” on line 3, which has no forms; write them there or here"],
        ),
        (
            [row("Kursk", "Нарва", 2), row("Нарва", line=3, forms=NARVA)],
            [
                (
                    "et.csv line 2: “Kursk” cannot decline like “Нарва”: “Kursk” does not end in “а”;"
                    " name another word or write the forms"
                ),
            ],
        ),
    ],
)
def test_a_model_that_cannot_serve_gets_a_sentence(rows, told):
    terms, errors = resolve(rows)
    assert [str(error) for error in errors] == told
    assert [term.target for term in terms] == [term.target for term, like in rows if not like]


def test_a_row_of_no_file_is_told_without_a_line():
    terms, errors = resolve([(Term("Kursk", "Kursk"), "Minsk"), (Term("Minsk", "Minsk"), "")])
    assert [term.target for term in terms] == ["Minsk"]
    assert [str(error) for error in errors] == [
        "“Kursk” declines like “Minsk”, which has no forms; write them there or here"
    ]


def test_ten_thousand_rows_in_a_chain_or_astray_are_no_burden():
    chain = [row(f"w{n}x", f"w{n + 1}x", n + 2) for n in range(10_000)]
    _, errors = resolve(chain)
    assert len(errors) == 10_000
    terms, errors = resolve([*chain, row("w10000x", line=10_003, forms=(Form("w10000xi", "gen"),))])
    assert errors == ()
    assert terms[0].forms == (Form("w0xi", "gen"),)
    _, errors = resolve([row(f"w{n}", f"v{n}", n + 2) for n in range(5_000)])
    assert len(errors) == 5_000


@given(st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=7))
def test_every_row_is_a_term_or_an_error_whatever_points_where(links):
    rows = [
        row(f"t{n}", f"t{to}" if to != n else "", n + 2, forms=MINSK if formed else ())
        for n, (to, formed) in enumerate(links)
    ]
    terms, errors = resolve(rows)
    assert sorted([t.origin.line for t in terms] + [e.line for e in errors]) == list(range(2, len(rows) + 2))
    assert all(
        term.forms for term in terms if dict(zip(range(2, len(rows) + 2), rows, strict=True))[term.origin.line][1]
    )


def test_of_many_unknown_words_twenty_get_a_guess():
    rows = [row("Minsk", line=2, forms=MINSK), *(row(f"Kursk{n}", "Minks", n + 3) for n in range(25))]
    _, errors = resolve(rows)
    assert ["did you mean" in str(error) for error in errors] == [True] * 20 + [False] * 5


@pytest.mark.parametrize("turn", [1, -1])
def test_of_rows_with_the_same_target_one_with_forms_comes_before_one_with_a_model(turn):
    rows = [row("Minsk", "Narvik", 2), row("Minsk", line=3, forms=MINSK)][::turn]
    terms, _ = resolve([*rows, row("Narvik", line=4, forms=(Form("Narviku", "gen"),)), row("Kursk", "Minsk", 5)])
    assert [form.text for form in terms[-1].forms] == ["Kurski", "Kurskit", "Kurskis"]


@pytest.mark.parametrize("turn", [1, -1])
def test_of_rows_with_the_same_target_one_with_a_model_comes_before_one_without(turn):
    rows = [row("Minsk", "Narvik", 2), row("Minsk", line=3)][::turn]
    terms, errors = resolve([*rows, row("Narvik", line=4, forms=(Form("Narviku", "gen"),)), row("Kursk", "Minsk", 5)])
    assert errors == ()
    assert terms[-1].forms == (Form("Kursku", "gen"),)


def test_of_rows_that_serve_as_well_the_first_is_the_model():
    other = (Form("Minsku", "gen"),)
    terms, _ = resolve([row("Minsk", line=2, forms=MINSK), row("Minsk", line=3, forms=other), row("Kursk", "Minsk", 4)])
    assert terms[-1].forms[0].text == "Kurski"


def test_a_target_comes_before_a_source_and_a_variant_is_a_source():
    by_source = Term("Minsk", "Менск", variants=("Mensk",), forms=(Form("Менска", "gen"),))
    by_target = Term("Mi", "Minsk", forms=MINSK)
    terms, errors = resolve([(by_source, ""), (by_target, ""), row("Kursk", "Minsk", 4), row("Омск", "Mensk", 5)])
    assert errors == ()
    assert [term.forms[0].text for term in terms[2:]] == ["Kurski", "Омска"]


def test_a_forbidden_word_is_nobodys_model():
    ban = row("Minsk", line=2, forms=MINSK, action=Action.FORBID)
    _, (error,) = resolve([ban, row("Kursk", "Minsk", 3)])
    assert "is not in the glossary" in str(error)


def test_a_term_whose_model_failed_fails_with_the_line_of_the_model():
    terms, errors = resolve([row("C", "B", 2), row("B", "Q", 3), row("D", "C", 4)])
    assert terms == ()
    assert [error.line for error in errors] == [2, 3, 4]
    assert "like “B” on line 3, which has no forms" in str(errors[0])
    assert "like “C” on line 2, which has no forms" in str(errors[2])


def test_a_term_of_no_file_names_no_line_of_its_model():
    _, (error,) = resolve([(Term("Kursk", "Kursk"), "Minsk"), (Term("Minsk", "Minsk"), "")])
    assert str(error) == "“Kursk” declines like “Minsk”, which has no forms; write them there or here"


def test_a_form_that_is_the_whole_beginning_of_another_is_shared_whole():
    assert texts("Kallas", "Minsk", [Form("Minsk", "nom"), Form("Minski", "gen")]) == {
        "nom": "Kallas",
        "gen": "Kallasi",
    }
    assert texts("Kask", "Mask", [Form("Ma", "gen")]) == {"gen": "Ka"}
