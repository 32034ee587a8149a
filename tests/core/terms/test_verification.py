from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.core.terms.glossary import Action, Form, Glossary, Match, Require, Term
from translate.core.terms.matching import Matcher, TermMatch
from translate.core.terms.verification import ForbiddenHit, FormMatch, forbidden, verify
from translate.languages.loading import load_language

ESIMENE = Term(
    "Esimene stuudio",
    "Esimene stuudio",
    Action.INFLECT,
    forms=(Form("Esimene stuudio", "nom"), Form("Esimese stuudio", "gen"), Form("Esimeses stuudios", "in")),
    forbid=("Esimene ateljee", "stuudio"),
)
EXPERT = Term("security expert", "julgeolekuekspert", forms=(Form("julgeolekueksperdi", "gen"),))
ERR = Term("ERR", "ERR", Action.KEEP)
ERR_NEWS = Term("ERR News", "ERR News", Action.KEEP)


def outcome(source, target, *terms):
    verification = verify(Matcher(Glossary("et", terms)).find(source), target)
    found = [target[r.found.start : r.found.end] if r.found else None for r in verification.renderings]
    return found, [target[e.start : e.end] for e in verification.excess]


def test_an_inflected_form_renders_the_term():
    target = "Saates “Esimeses stuudios” ütles"
    matches = Matcher(Glossary("et", (ESIMENE,))).find('On "Esimene stuudio" he said')
    (rendering,) = verify(matches, target).renderings
    assert rendering.found == FormMatch(ESIMENE, Form("Esimeses stuudios", "in"), 8, 25)
    assert not rendering.missing


def test_the_base_form_carries_its_label_where_it_has_one():
    (rendering,) = verify([TermMatch(ESIMENE, 0, 15)], "Esimene stuudio").renderings
    assert rendering.found is not None
    assert rendering.found.form == Form("Esimene stuudio", "nom")


@pytest.mark.parametrize("target", ["", "Esimene ateljee", "Esimene stuudiotes", "esimene stuudio", "Esimene, stuudio"])
def test_a_term_without_an_accepted_form_is_missing(target):
    verification = verify([TermMatch(ESIMENE, 0, 15)], target)
    assert [r.missing for r in verification.renderings] == [True]
    assert verification.missing == verification.renderings


def test_each_mention_needs_a_place_of_its_own():
    assert outcome("ERR ERR ERR", "ERR ja ERR", ERR) == (["ERR", "ERR", None], [])


def test_mentions_take_their_places_from_left_to_right():
    assert outcome("Esimene stuudio ja Esimene stuudio", "Esimeses stuudios, Esimese stuudio", ESIMENE) == (
        ["Esimeses stuudios", "Esimese stuudio"],
        [],
    )


def test_a_name_within_a_longer_name_is_not_counted_twice():
    assert outcome("ERR News, ERR", "ERR News", ERR, ERR_NEWS) == (["ERR News", None], [])
    assert outcome("ERR News, ERR", "ERR ja ERR News", ERR, ERR_NEWS) == (["ERR News", "ERR"], [])


def test_a_greedy_choice_does_not_starve_another_term():
    long, short, tail = Term("long", "a b"), Term("short", "a"), Term("tail", "b c")
    assert outcome("short tail", "a b c", long, short, tail) == (["a", "b c"], [])
    assert outcome("long short tail", "a b c", long, short, tail)[0].count(None) == 1


def test_of_choices_that_serve_as_many_the_one_with_the_longer_forms_is_taken():
    one = Term("one", "x y w", forms=(Form("x"),))
    two = Term("two", "z", forms=(Form("w z"),))
    assert outcome("one two", "x y w z", one, two) == (["x y w", "z"], [])
    assert outcome("one", "a b c d", Term("one", "c d", forms=(Form("a b c"),))) == (["a b c"], [])


def test_a_mention_that_is_served_already_takes_no_place_from_one_that_must_be():
    first = Term("first", "x y", require=Require.FIRST, forms=(Form("z"),))
    always = Term("always", "y")
    assert outcome("first first always", "z, x y", first, always) == (["z", None, "y"], [])


def test_one_form_may_serve_two_terms_but_not_at_once():
    us, states = Term("U.S.", "USA"), Term("United States", "USA")
    assert outcome("U.S. United States", "USA", us, states)[0].count(None) == 1
    assert outcome("U.S. United States", "USA USA", us, states) == (["USA", "USA"], [])


def test_what_is_there_more_often_than_asked_is_excess():
    assert outcome("ERR", "ERR ERR News ERR", ERR) == (["ERR"], ["ERR", "ERR"])
    assert outcome("ERR News", "ERR News ja ERR", ERR, ERR_NEWS) == (["ERR News"], [])


def test_a_form_may_have_the_capitals_of_its_place():
    assert outcome("security expert", "Julgeolekuekspert ütles", EXPERT)[0] == ["Julgeolekuekspert"]
    assert outcome("security expert", "JULGEOLEKUEKSPERT: Venemaa tahab", EXPERT)[0] == ["JULGEOLEKUEKSPERT"]


def test_an_acronym_with_a_hyphened_ending_is_its_form():
    assert outcome("ERR", "ERR-i uudised", ERR)[0] == ["ERR"]


def test_only_the_first_mention_is_required_where_the_term_says_so():
    term = Term("Esimene stuudio", "Esimene stuudio", require=Require.FIRST)
    matches = [TermMatch(term, 0, 15), TermMatch(term, 20, 35)]
    assert [r.missing for r in verify(matches, "").renderings] == [True, False]
    assert [r.missing for r in verify(matches, "Esimene stuudio").renderings] == [False, False]


def test_a_term_that_warns_is_looked_for_and_never_missing():
    term = Term("Yle", "Yle", require=Require.WARN)
    (rendering,) = verify([TermMatch(term, 0, 3)], "x").renderings
    assert (rendering.found, rendering.missing) == (None, False)


def test_a_required_mention_is_served_before_an_optional_one():
    optional, required = Term("a", "x y", require=Require.WARN), Term("b", "y z")
    matches = [TermMatch(optional, 0, 1), TermMatch(required, 2, 3)]
    assert [r.found is not None for r in verify(matches, "x y z").renderings] == [False, True]


def test_terms_that_are_off_ask_for_nothing():
    assert verify([TermMatch(Term("Yle", "", Action.OFF), 0, 3)], "") == verify([], "")


def test_a_forbidden_rendering_is_found_outside_accepted_forms():
    matches = [TermMatch(ESIMENE, 0, 15)]
    target = "Esimene stuudio, stuudio, ESIMENE ATELJEE"
    assert forbidden((), matches, target) == (
        ForbiddenHit(ESIMENE, "stuudio", 17, 24),
        ForbiddenHit(ESIMENE, "Esimene ateljee", 26, 41),
    )


def test_a_ban_covers_its_forms_and_keeps_to_its_case_rule():
    ban = Term("", "kiiev", Action.FORBID, match=Match.ANY, forms=(Form("kiievis"),))
    assert [h.rendering for h in forbidden((ban,), (), "Kiievis, KIIEV, Kiievist")] == ["kiievis", "kiiev"]


def test_a_part_of_an_identifier_is_forbidden_nowhere():
    matches = [TermMatch(Term("ferry", "praam", forbid=("ferry",)), 0, 5)]
    assert forbidden((), matches, "Loe praamist: news.example/ferry, @ferry, ferry") == (
        ForbiddenHit(matches[0].term, "ferry", 42, 47),
    )


def test_a_part_of_an_identifier_renders_nothing_and_a_whole_one_does():
    show = Term("the show", "programa", forms=(Form("programa"),))
    for target in ("Está en #Programa hoy.", "Está en programa.example/b hoy.", "Escriba a programa@a.example."):
        assert outcome("It is on the show today.", target, show) == ([None], [])
    handle = Term("the handle", "@programa")
    assert outcome("See the handle.", "Vea @programa.", handle) == (["@programa"], [])


def test_a_part_of_an_identifier_is_no_form_that_is_not_listed_nor_a_word_with_one():
    estonian = load_language("et")
    glossary = Glossary("et", (Term("folder", "kaust"),), estonian.compounding, estonian.inflection)
    (match,) = Matcher(glossary).find("folder")
    for word in ("kaustas", "kaustapilt"):
        (told,) = verify((match,), f"Vaata {word}.").renderings
        (hidden,) = verify((match,), f"Vaata #{word}.").renderings
        assert (told.told_of, hidden.told_of, hidden.missing) == (True, False, True)


def test_terms_that_are_off_forbid_nothing():
    off = Term("Yle", "", Action.OFF, forbid=("Soome ringhääling",))
    assert forbidden((), [TermMatch(off, 0, 3)], "Soome ringhääling") == ()


def test_thousands_of_overlapping_forms_come_to_an_end():
    terms = [Term(f"t{n}", "a", forms=tuple(Form("a " * k + "a") for k in range(n, n + 6))) for n in range(1, 6)]
    matches = [TermMatch(term, 0, 1) for term in terms for _ in range(200)]
    verification = verify(matches, "a " * 1_500)
    assert len(verification.renderings) == 1_000
    assert all(r.found for r in verification.renderings)
    places = sorted((r.found.start, r.found.end) for r in verification.renderings)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert places[0][0] == 0  # None is passed over.


# Short forms of three letters overlap and repeat each other as often as can be.
FORMS = st.lists(st.sampled_from("xyz"), min_size=1, max_size=3).map(" ".join)
TERMS = st.lists(st.tuples(FORMS, st.lists(FORMS, max_size=2), st.sampled_from(Require)), min_size=1, max_size=4).map(
    lambda rows: [
        Term(f"t{i}", target, forms=tuple(map(Form, forms)), require=require)
        for i, (target, forms, require) in enumerate(rows)
    ]
)
TARGETS = st.lists(st.sampled_from("xyzw"), max_size=7).map(" ".join)


def obviously_needed(terms, picks):
    return sum(
        {Require.ALL: picks.count(t), Require.FIRST: 1, Require.WARN: 0}[t.require] for t in set(picks) if t in terms
    )


def obvious_best(mentions, target):
    """Try every set of places: the most required mentions, then the most of all, that can be served."""
    places = [
        (term, i, i + len(form))
        for term in dict.fromkeys(mentions)
        for form in term.accepted
        for i in range(len(target))
        if target.startswith(form, i) and i % 2 == 0 and (i + len(form)) % 2 == 1
    ]
    best = (0, 0)
    for size in range(1, len(mentions) + 1):
        for chosen in combinations(places, size):
            apart = all(a[2] <= b[1] or b[2] <= a[1] for a, b in combinations(chosen, 2))
            picks = [place[0] for place in chosen]
            if apart and all(picks.count(term) <= mentions.count(term) for term in picks):
                needed = obviously_needed(mentions, picks)
                best = max(best, (needed, size - needed))
    return best


@settings(max_examples=300)
@given(TERMS, st.data(), TARGETS)
def test_as_many_mentions_are_served_as_any_choice_could_serve(terms, data, target):
    mentions = data.draw(st.lists(st.sampled_from(terms), max_size=4))
    renderings = verify([TermMatch(term, 0, 1) for term in mentions], target).renderings
    served = [r for r in renderings if r.found]
    assert (sum(r.required for r in served), sum(not r.required for r in served)) == obvious_best(mentions, target)


@given(TERMS, st.data(), TARGETS)
def test_every_place_holds_an_accepted_form_and_none_overlap(terms, data, target):
    mentions = data.draw(st.lists(st.sampled_from(terms), max_size=6))
    verification = verify([TermMatch(term, 0, 1) for term in mentions], target)
    assert [r.match.term for r in verification.renderings] == mentions
    places = [r.found for r in verification.renderings if r.found] + list(verification.excess)
    for place in places:
        assert target[place.start : place.end] == place.form.text
        assert place.form.text in place.term.accepted
    offsets = [offset for p in sorted(places, key=lambda p: p.start) for offset in (p.start, p.end)]
    assert offsets == sorted(offsets)
    assert len({p.start for p in places}) == len(places)


def test_of_two_labels_for_the_same_form_the_first_is_told():
    two = Term("a", "x", forms=(Form("y", "gen"), Form("y", "part"), Form("x", "nom"), Form("x", "acc")))
    found = [verify([TermMatch(two, 0, 1)], text).renderings[0].found for text in ("x", "y")]
    assert [place and place.form.label for place in found] == ["nom", "gen"]


def test_what_is_missing_is_told_of_the_required_mentions_alone():
    first, soft = Term("a", "x", require=Require.FIRST), Term("b", "y", require=Require.WARN)
    verification = verify([TermMatch(t, n, n + 1) for n, t in enumerate((soft, first, first))], "")
    assert [(r.match.start, r.required) for r in verification.renderings] == [(0, False), (1, True), (2, False)]
    assert [r.match.start for r in verification.missing] == [1]


def test_bans_and_terms_that_are_off_are_no_mentions():
    matches = [TermMatch(Term("a", "x", action), 0, 1) for action in (Action.OFF, Action.FORBID, Action.KEEP)]
    assert [r.match.term.action for r in verify(matches, "x x x").renderings] == [Action.KEEP]


def test_excess_is_told_longest_first_and_touches_nothing_that_is_taken():
    one = Term("one", "x", forms=(Form("x y"), Form("x y z")))
    assert outcome("one", "x, x y z, x y", one) == (["x"], ["x y z", "x y"])
    tight = Term("one", "x.", forms=(Form(".y"),))
    assert outcome("one", "x.y.y", tight) == ([".y"], ["x."])
    assert outcome("one", "x..y", tight) == (["x."], [".y"])


def test_excess_lies_before_between_and_behind_what_is_taken():
    one, two = Term("one", "x"), Term("two", "y", forms=(Form("x y"),))
    assert outcome("two", "y, x y, y", two) == (["y"], ["x y", "y"])
    assert outcome("one two", "x, x y, x, y", one, two) == (["x", "y"], ["x y", "x"])


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("a b", []),
        ("a b, b", [(5, 6)]),
        ("b, a b", [(0, 1)]),
        ("a b b", [(4, 5)]),
        ("b a b", [(0, 1)]),
        ("b b", [(0, 1), (2, 3)]),
    ],
)
def test_a_forbidden_word_is_excused_within_an_accepted_form_alone(target, told):
    term = Term("t", "a b", forbid=("b",))
    assert [(h.start, h.end) for h in forbidden((), [TermMatch(term, 0, 1)], target)] == told


def test_a_forbidden_phrase_that_reaches_beyond_an_accepted_form_is_no_part_of_it():
    term = Term("t", "a b", forbid=("b c", "z a", "a b", "a"))
    told = forbidden((), [TermMatch(term, 0, 1)], "a b c, z a b, a b")
    assert [(h.rendering, h.start) for h in told] == [("b c", 2), ("z a", 7)]


def test_a_long_accepted_form_goes_on_excusing_behind_a_short_one_in_it():
    term = Term("t", "a b c", forms=(Form("b"),), forbid=("c", "b c"))
    assert forbidden((), [TermMatch(term, 0, 1)], "a b c") == ()


def test_a_forbidden_form_that_is_accepted_of_another_term_is_right():
    one, two = Term("one", "x", forbid=("y",)), Term("two", "y")
    assert forbidden((), [TermMatch(one, 0, 1)], "x y") == (ForbiddenHit(one, "y", 2, 3),)
    assert forbidden((), [TermMatch(one, 0, 1), TermMatch(two, 2, 3)], "x y") == ()


def test_forbidden_words_are_compared_by_the_rule_of_their_ban_or_as_a_form_is():
    exact, free = (Term("", "Laev", Action.FORBID, match=match) for match in (Match.EXACT, Match.ANY))
    assert [h.start for h in forbidden((exact,), (), "Laev laev LAEV")] == [0]
    assert [h.start for h in forbidden((free,), (), "Laev laev LAEV")] == [0, 5, 10]
    term = Term("t", "praam", match=Match.EXACT, forbid=("laevuke",))
    assert [h.start for h in forbidden((), [TermMatch(term, 0, 1)], "Laevuke LAEVUKE, laevuke Laevuke")] == [0, 8, 17]


def test_of_forbidden_words_that_overlap_the_longest_is_told_once():
    ban, more = Term("", "x y", Action.FORBID), Term("", "y", Action.FORBID)
    assert [h.rendering for h in forbidden((more, ban), (), "x y y")] == ["x y", "y"]


def test_a_term_that_is_a_ban_itself_forbids_nothing_of_its_own():
    ban = Term("t", "x", Action.FORBID, forbid=("y",))
    assert forbidden((), [TermMatch(ban, 0, 1)], "x y") == ()


def test_among_far_too_many_forms_that_overlap_the_soonest_end_is_taken_and_no_term_has_too_many():
    terms = [Term(f"t{n}", "a a", forms=tuple(Form("a " * k + "a") for k in range(n, n + 6))) for n in range(2, 8)]
    matches = [TermMatch(term, 0, 1) for term in terms for _ in range(30)]
    verification = verify(matches, "a " * 2_000)
    places = [r.found for r in verification.renderings if r.found]
    assert len(places) == len(matches)
    assert all(place.end - place.start == 3 for place in places)


def test_places_that_touch_do_not_overlap():
    one, two = Term("one", "x."), Term("two", ".y", forms=(Form("..y"),))
    assert outcome("one two", "x..y", one, two) == (["x.", ".y"], [])


def test_what_touches_a_place_that_is_taken_is_excess_still():
    assert outcome("one two", "x. x..y", Term("one", "x."), Term("two", ".y")) == (["x.", ".y"], ["x."])


ET = load_language("et").compounding
FILE = Term("file", "fail", forms=(Form("faili", "gen"), Form("failid", "pl nom")))
DOCUMENT = Term("document", "dokument", forms=(Form("dokumendi", "gen"), Form("dokumenti", "part")))
STYLE = Term("style", "kujund", forms=(Form("kujundid", "pl nom"),))


def compounds(source, target, *terms, compounding=ET):
    """Of each mention what renders it; where nothing does, the word that it stands within."""
    matches = Matcher(Glossary("et", terms, compounding)).find(source)
    return [
        target[r.found.start : r.found.end] if r.found else r.within and (target[slice(*r.within)],)
        for r in verify(matches, target).renderings
    ]


FOLDER = Term("folder", "kaust")
LANGUAGE = load_language("et")


def told(source, target, *terms, inflection=LANGUAGE.inflection):
    """Of each mention what renders it, in brackets what is told instead: a form that is not listed, or a word."""
    matches = Matcher(Glossary("et", terms, LANGUAGE.compounding, inflection)).find(source)
    return [
        target[r.found.start : r.found.end] if r.found else (f"[{target[slice(*place)]}]" if place else None)
        for r in verify(matches, target).renderings
        for place in [r.unlisted or r.within]
    ]


def test_a_form_of_a_term_whose_row_lists_none_is_told_and_is_not_missing():
    assert told("Open the folder.", "Ava kausta.", FOLDER) == ["[kausta]"]
    mention = TermMatch(FOLDER, 4, 10, inflection=LANGUAGE.inflection)
    [rendering] = verify([mention], "Kausta.").renderings
    assert (rendering.missing, rendering.unlisted) == (False, (0, 6))


def test_a_form_counts_only_where_a_row_lists_none_and_a_language_says_how_it_inflects():
    assert told("The folder.", "Ava kausta.", replace(FOLDER, forms=(Form("kaustas", "in"),))) == [None]
    assert told("The folder.", "Ava kausta.", FOLDER, inflection=None) == [None]
    assert told("Kallas left.", "Ta nägi Kallast.", Term("Kallas", "Kallas", Action.KEEP)) == [None]
    assert told("Kallas left.", "Ta nägi Kallast.", Term("Kallas", "Kallas", Action.INFLECT)) == ["[Kallast]"]


def test_each_mention_needs_a_form_of_its_own_and_an_accepted_one_comes_first():
    two = "The folder and the folder."
    assert told(two, "Kaustas on kaust.", FOLDER) == ["kaust", "[Kaustas]"]
    assert told(two, "Kaustas on fail.", FOLDER) == ["[Kaustas]", None]
    assert told("The folder and the directory.", "Kaustas.", FOLDER, Term("directory", "kaust")) == ["[Kaustas]", None]
    both = told("The folder and the directory.", "Kaustas, kausta.", FOLDER, Term("directory", "kaust"))
    assert both == ["[Kaustas]", "[kausta]"]


def test_of_two_terms_the_longer_one_has_the_word():
    shelf = Term("folder shelf", "kausta riiul")
    assert told("The folder shelf, the folder.", "Kausta riiulis.", FOLDER, shelf) == ["[Kausta riiulis]", None]
    taken = Term("folder shelf", "kausta riiul", forms=(Form("kausta riiulis", "in"),))
    assert told("The folder shelf, the folder.", "Kausta riiulis.", FOLDER, taken) == ["Kausta riiulis", None]


WORDS = st.lists(st.sampled_from(["kaust", "kaustas", "kausta", "riiul", "riiulis", "kaustanimi", "tekstikaustas"]))


@given(WORDS, st.lists(st.sampled_from(["folder", "shelf", "folder shelf"]), max_size=4))
def test_no_word_is_told_twice(words, sources):
    terms = (FOLDER, Term("shelf", "riiul"), Term("folder shelf", "kausta riiul"))
    target = " ".join(words)
    renderings = verify(
        Matcher(Glossary("et", terms, ET, LANGUAGE.inflection)).find(", ".join(sources)), target
    ).renderings
    places = sorted(
        (r.found.start, r.found.end) if r.found else r.unlisted for r in renderings if r.found or r.unlisted
    )
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert all(r.missing is (r.found is None and not r.told_of) for r in renderings)


def test_a_word_without_end_takes_no_time():
    assert told("The folder.", "kaustas" * 20_000, FOLDER) == ["[kaustas]"]


def test_a_form_that_is_not_listed_is_told_before_a_word_that_goes_on_behind_the_term():
    assert told("The folder.", "Kaustanimi kaustas.", FOLDER) == ["[kaustas]"]
    assert told("The folder, the folder.", "Kaustanimi kaustas.", FOLDER) == ["[kaustas]", "[Kaustanimi]"]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("kujundid", "Vali Kujundid"),
        ("graafilised kujundid", "Vali Graafilised Kujundid siit"),
        ("graafilised kujundid", "Vali graafilised Kujundid siit"),
        ("graafilised kujundid", "Vali GRAAFILISED KUJUNDID siit"),
        ("Esimene stuudio", "Vaata Esimene Stuudio saadet"),
        ("iPhone", "Uus IPhone"),
        ("õun", "See Õun"),
        ("tekst-pilt", "See Tekst-Pilt"),
    ],
)
def test_more_capitals_than_the_glossary_has_are_the_places_own(form, text):
    assert outcome("style", text, Term("style", form))[0] != [None]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Kallas", "Ütles kallas"),
        ("ERR", "Ütles err"),
        ("ERR", "Ütles Err"),
        ("Esimene stuudio", "Vaata esimene Stuudio saadet"),
        ("kujundid", "Vali kujUndid"),
        ("kujundid", "Vali KUJundid"),
        ("err", "Ütles ERR"),
        ("fail", "Vali FAIL siit"),
    ],
)
def test_fewer_capitals_odd_ones_and_a_short_word_that_may_be_an_acronym_are_another_word(form, text):
    assert outcome("style", text, Term("style", form))[0] == [None]


def test_a_short_word_may_be_in_all_caps_where_its_source_is():
    file = replace(FILE, match=Match.ANY)
    assert outcome("Select a FILE", "Vali FAIL siit", file)[0] == ["FAIL"]
    assert outcome("Select a file", "Vali FAIL siit", file)[0] == [None]
    assert outcome("A file or a FILE", "FAIL või fail", file)[0] == ["FAIL", "fail"]
    assert outcome("A FILE", "FaiL", file)[0] == [None]
    assert outcome("Open ERR", "Ava FAIL siit", Term("ERR", "fail"))[0] == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ava tekstidokumenti.", "dokumenti"),
        ("Tekstidokument", "dokument"),
        ("AVA TEKSTIDOKUMENT", "DOKUMENT"),
        ("Ava TEKSTIDOKUMENT siin", "DOKUMENT"),
        ("Ava teksti\xaddokument", "dokument"),
        ("Ava teksti-dokument", "dokument"),
        ("Ava PDF-dokument", "dokument"),
    ],
)
def test_a_term_as_the_last_part_of_a_compound_is_there(text, found):
    assert compounds("The document", text, DOCUMENT) == [found]


@pytest.mark.parametrize(
    "text", ["Ava lkdokument", "Ava pdfdokument", "Ava tekstiDokument", "Ava 123dokument", "Tekstidokumentu"]
)
def test_a_word_that_only_ends_alike_is_no_compound(text):
    assert compounds("The document", text, DOCUMENT) == [None]


def test_a_language_that_makes_no_compounds_has_no_terms_in_words():
    assert compounds("The document", "Ava tekstidokument", DOCUMENT, compounding=None) == [None]
    assert compounds("The file", "Muuda failinime", FILE, compounding=None) == [None]


def test_the_last_part_of_a_compound_may_begin_a_phrase():
    level = Term("security level", "turvalisuse tase")
    assert compounds("The security level", "makroturvalisuse tase", level) == ["turvalisuse tase"]
    assert compounds("The security level", "makroturvalisuse taset", level) == [None]


def test_a_short_word_in_a_compound_in_all_caps_is_no_acronym():
    assert compounds("The file", "Ava TEKSTIFAIL siin", FILE) == ["FAIL"]


def test_a_noun_that_its_language_writes_with_a_capital_has_none_in_a_compound():
    assert compounds("The file", "Die Textdatei öffnen", Term("file", "Datei")) == ["datei"]
    assert compounds("The file", "Die datei öffnen", Term("file", "Datei")) == [None]


def test_each_part_of_a_compound_serves_one_mention():
    name = Term("name", "nimi", forms=(Form("nime", "gen"),))
    assert compounds("The file, its name", "Muuda failinime", FILE, name) == [("failinime",), "nime"]
    whole = Term("file name", "failinimi", forms=(Form("failinime", "gen"),))
    assert compounds("The file name of the file", "Muuda failinime", FILE, name, whole) == ["failinime", None]
    assert compounds("A document, a document", "Tekstidokument", DOCUMENT) == ["dokument", None]


def test_a_term_that_another_word_goes_on_behind_is_neither_there_nor_missing():
    matches = Matcher(Glossary("et", (FILE,), ET)).find("The file, a file")
    (first, second) = verify(matches, "Muuda failinime").renderings
    assert (first.found, first.within, first.missing) == (None, (6, 15), False)
    assert (second.found, second.within, second.missing) == (None, None, True)
    assert compounds("The file, a file", "Failinime ja faili", FILE) == ["faili", ("Failinime",)]
    assert compounds("The file, a file", "Failinime ja failitüüpi", FILE) == [("Failinime",), ("failitüüpi",)]


def test_what_stands_within_a_word_is_told_at_its_place_in_the_text_as_it_is():
    assert compounds("The file", "Muuda  fa\xadili\xadnime", FILE) == [("fa\xadili\xadnime",)]


def test_a_ban_is_not_excused_by_a_compound_that_it_goes_beyond():
    ban = Term("", "tekstidokument", Action.FORBID)
    matches = Matcher(Glossary("et", (DOCUMENT,), ET)).find("The document")
    assert forbidden((ban,), matches, "Ava tekstidokument") == (ForbiddenHit(ban, "tekstidokument", 4, 18),)


def test_of_forms_too_many_that_begin_together_the_longest_is_told_beside_a_compound_too():
    term = replace(FILE, forms=(Form("fail siin"),))
    matches = Matcher(Glossary("et", (term,), ET)).find("The file")
    target = "Fail siin, tekstifail, fail siin"
    assert [target[e.start : e.end] for e in verify(matches, target).excess] == ["Fail siin", "fail siin"]
