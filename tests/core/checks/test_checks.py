import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.checks import CHECKS, INTEGRITY, check, check_article, findings, terms
from translate.core.checks.findings import Level, Unit
from translate.core.results.inspection import form_use
from translate.core.terms.glossary import Action, Form, Glossary, Match, Require, Term
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_pair

EXPERT = Term(
    "security expert",
    "julgeolekuekspert",
    forms=(Form("julgeolekueksperdi", "gen"), Form("julgeolekueksperti", "part")),
    forbid=("turvaekspert",),
)
KALLAS = Term("Kallas", "Kallas", Action.INFLECT, kind="person", forms=(Form("Kallase", "gen"),))
BAN = Term("", "kodulehekülg", Action.FORBID, match=Match.ANY)


def unit(source, target, *terms, locale="et"):
    matcher = Matcher(Glossary(locale, terms))
    return Unit.of(source, target, *load_pair("en", locale), matcher.find(source), bans=matcher.bans(source))


def rules(source, target, *terms, locale="et"):
    """The rules of its errors and warnings."""
    found = check(unit(source, target, *terms, locale=locale))
    return [finding.rule for finding in found if finding.level is not Level.INFO]


def article(term, *pairs, locale="et"):
    return [[f.rule for f in found] for found in check_article([unit(*pair, term, locale=locale) for pair in pairs])]


# --- laws ----------------------------------------------------------------------------------------------------------

PIECES = [
    *(
        "Kallas",
        "Kallase",
        "security expert",
        "julgeolekuekspert",
        "turvaekspert",
        "sõnul",
        "1,050",
        "1.050",
        "24.5",
        "3",
    ),
    *(
        "7 p.m.",
        "<unk>",
        "⁇",
        "\ufffd",
        "&amp;",
        "[[t:x:1]]",
        "@@",
        "Xqza",
        "аb",
        "α",
        "\u0301",
        "٣",
        "1\u202f000",
        "\n",
        "https://example.org/(a)).",
        "a@b.cd",
        "<a href='x'>",
        "</a>",
        "„“»(",
        "...”",
        "the lord of the",
    ),
]
TEXT = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5))).map(" ".join))


@given(TEXT, TEXT, st.sampled_from(["et", "ru", "uk", "zh_CN", "sr@latin", ""]))
def test_no_text_breaks_a_check(source, target, locale):
    for finding in check(unit(source, target, EXPERT, KALLAS, BAN, locale=locale)):
        assert finding.message
        assert "\n" not in finding.rule
        if finding.span:
            assert 0 <= finding.span[0] < finding.span[1] <= len(target)


@given(TEXT)
def test_a_text_that_stays_as_it_is_is_whole(text):
    found = check(unit(text, text), [c for c in INTEGRITY if c.__name__ != "check_loops"])
    assert [finding.rule for finding in found if not finding.rule.startswith("source-")] == []


@given(st.lists(st.sampled_from("abcdefgh"), max_size=30).map(" ".join))
def test_words_that_come_again_in_the_source_may_in_the_translation(text):
    assert "loop" not in rules(text, text)


@given(st.integers(0, 10**9))
def test_any_way_to_write_a_number_will_do(number):
    written = [str(number), *(f"{number:,}".replace(",", mark) for mark in ",. '\u00a0\u202f")]
    for one in written:
        for other in written:
            assert rules(f"It was {one} then.", f"Oli {other} siis.") == []


@given(st.integers(13, 10**9), st.integers(13, 10**9))
def test_another_number_is_always_noticed(one, other):
    assert ("number" in rules(f"It was {one:,} then.", f"Oli {other} siis.")) == (one != other)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_an_article_has_the_findings_of_its_texts_and_a_place_for_each(pairs):
    units = [unit(*pair, EXPERT, KALLAS, BAN) for pair in pairs]
    found = check_article(units)
    assert len(found) == len(units)
    of_the_article = {"term-inconsistent", "unpaired"}
    assert [{f for f in check(each) if f.rule not in of_the_article} for each in units] == [
        {f for f in findings if f.rule not in of_the_article} for findings in found
    ]


# --- single promises -----------------------------------------------------------------------------------------------


def test_a_finding_tells_its_place_and_its_term():
    source, target = "The security expert spoke.", "Turvaekspert rääkis."
    missing, offence = check(unit(source, target, EXPERT))
    assert (missing.rule, missing.level, missing.span, missing.term) == (
        "term-missing",
        Level.ERROR,
        None,
        "security expert",
    )
    assert (offence.rule, target[slice(*offence.span)], offence.term) == (
        "term-forbidden",
        "Turvaekspert",
        "security expert",
    )


def test_a_ban_without_a_source_holds_everywhere():
    assert rules("The page.", "See kodulehekülg.", BAN) == ["term-forbidden"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It rose 24.5 percent.", "See tõusis 24,5 protsenti."),
        ("At 7:30 p.m. and 8 a.m.", "Kell 19.30 ja 8."),
        ("At 07.30.", "Kell 7:30."),
        ("On 1/2/2025.", "1.02.2025."),
        ("On May 5, 2025.", "5.05.2025."),
        ("Two people, 12 and 3.", "2 inimest, kaksteist ja kolm."),
        ("A 3D film, H2O, the G20.", "Ruumiline film, vesi, suurriigid."),
        ("1.50 and 2.0.", "1,5 ja 2."),
        ("In May 5 300 came.", "5. mail tuli 300."),
        ("On 10.5.2025.", "10. mail 2025."),
        ("It was ١٢٣٤.", "Oli 1234."),
    ],
)
def test_other_customs_of_writing_numbers_are_no_findings(source, target):
    assert rules(source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was 24.5.", "Oli 245."),
        ("It was 24.5.", "Oli 5,24."),
        ("It was 1.05.", "Oli 1,5."),
        ("It was 2024.", "Oli 2 024 024."),
        ("It was 2025.", "Oli hiljuti."),
        ("He has 2 sons.", "Tal on 3 poega."),
        ("On 10.5.2025.", "10. mail 2026."),
        ("In 2025 Ansip left.", "Ansip lahkus."),
    ],
)
def test_a_wrong_number_is_found(source, target):
    assert rules(source, target) == ["number"]


def test_a_number_of_the_same_sort_is_told_to_stand_in_the_place_of_a_lost_one():
    target = "Maksis 3 päeva järel 540."
    [finding] = check(unit("It cost 450.", target))
    assert finding.message == "“450” of the source is not here; “540” may stand in its place; put the number right"
    assert target[slice(*finding.span)] == "540"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("5 km", "5 cm"), ("5 cm", "5 mm"), ("5 mm", "5 km"), ("5 km/h", "5 mph"), ("5 mph", "5 km/h"),
        ("5 kg", "5 mg"), ("5 mg", "5 kg"), ("5 kWh", "5 MWh"), ("5 MWh", "5 GWh"), ("5 GWh", "5 kWh"),
        ("5 kW", "5 MW"), ("5 MW", "5 GW"), ("5 GW", "5 kW"), ("5 kB", "5 MB"), ("5 MB", "5 GB"), ("5 GB", "5 TB"),
        ("5 TB", "5 kB"), ("5 kHz", "5 MHz"), ("5 MHz", "5 GHz"), ("5 GHz", "5 kHz"), ("5%", "5‰"), ("5‰", "5%"),
        ("€5", "$5"), ("$5", "£5"), ("£5", "¥5"), ("¥5", "5 €"), ("5 ₽", "5 ₴"), ("5 ₴", "5 ₽"), ("5 €", "5 ¥"),
        ("5 $", "5 £"), ("5 £", "5 $"), ("5 ¥", "5 €"), ("5 °C", "5 °F"), ("5 °F", "5 °C"),
    ],
)  # fmt: skip
def test_a_number_that_has_come_to_be_of_another_unit_is_found(source, target):
    assert rules(f"It was {source} then.", f"Oli {target} siis.") == ["unit"]
    assert rules(f"It was {source} then.", f"Oli {source} siis.") == []


@pytest.mark.parametrize(("longer", "shorter", "found"), [(100, 40, False), (101, 40, True), (21, 0, True)])
def test_a_text_may_be_twice_as_long_as_the_other_and_twenty_characters_more(longer, shorter, found):
    long, short = "a" * longer, "b" * shorter
    assert ("length" in rules(long, short)) is ("length" in rules(short, long)) is found


@pytest.mark.parametrize("locale", ["zh", "zh_Hant_TW", "ja", "ko"])
def test_dense_scripts_may_be_short(locale):
    text = "The government decided on Thursday to close the border because of the storm."
    assert "length" not in rules(text, "政府周四决定关闭边境。", locale=locale)
    assert rules(text, "Valitsus.", locale="et") == ["length"]


def test_micrometres_are_one_word():
    assert rules("It is 5 um thick.", "Толщина 5 μm.", locale="ru") == []
    assert rules("It is thin.", "Αrva", locale="et") == ["mixed-alphabets"]


def test_the_first_mention_in_the_article_is_enough_where_the_glossary_says_so():
    term = Term("prime minister", "peaminister", require=Require.FIRST)
    later = ("The prime minister left.", "Ta lahkus.")
    assert article(term, ("The prime minister spoke.", "Peaminister rääkis."), later) == [[], []]
    assert article(term, ("The prime minister spoke.", "Ta rääkis."), later) == [["term-missing"], []]
    assert article(Term("prime minister", "peaminister"), later, later) == [["term-missing"]] * 2


def test_a_term_that_only_warns_is_worth_a_note():
    (finding,) = check(unit("The U.S. left.", "Ühendriigid lahkusid.", Term("U.S.", "USA", require=Require.WARN)))
    assert (finding.rule, finding.level) == ("term-missing", Level.INFO)


def test_a_name_in_place_of_a_pronoun_is_no_finding():
    assert rules("Kallas said she was ready.", "Kallas ütles, et Kallas on valmis.", KALLAS) == []
    assert rules("Kallas said so.", "Kallas „Kallas” ütles nii.", KALLAS) == ["term-doubled"]


@pytest.mark.parametrize(
    ("target", "locale", "found"),
    [
        ("Kallas sõnul tuleb see.", "et", ["term-case"]),
        ("Kallas, sõnul", "et", []),
        ("Kallase sõnul tuleb see.", "et", []),
        ("Kallas sõnul tuleb see.", "fi", []),
        ("от Kallas", "ru", ["term-case"]),
        ("От Kallas", "ru", ["term-case"]),
        ("вот Kallas", "ru", []),
        ("из-за Kallas", "ru", ["term-case"]),
        ("від Kallas", "uk", ["term-case"]),
    ],
)
def test_a_base_form_cannot_stand_beside_a_word_that_governs_a_case(target, locale, found):
    assert rules("Kallas", target, KALLAS, locale=locale) == found


@pytest.mark.parametrize(
    "term",
    [
        Term("Kallas", "Kallas"),
        Term("Kallas", "Kallas", forms=(Form("Kallas", "gen"), Form("Kallast", "part"))),
        Term("Kallas", "Kallas", kind="title", forms=(Form("Kallase", "gen"),)),
        Term("Kallas", "Kallas", forms=(Form("peaminister", "nom"), Form("peaministri", "gen"))),
        Term("Kallas", "KALLAS", forms=(Form("KALLAS-e", "gen"),)),
    ],
)
def test_a_base_form_that_may_be_another_case_is_no_finding(term):
    assert rules("Kallas", f"{term.target} sõnul", term) == []


def test_forms_of_one_word_are_one_rendering():
    term = Term("expert", "ekspert", forms=(Form("eksperdi", "gen"), Form("eksperdid", "pl nom"), Form("eksperdiga")))
    texts = [("An expert.", f"Üks {form}.") for form in term.accepted]
    assert article(term, *texts) == [[]] * len(texts)


def test_another_word_for_a_term_is_found_where_it_is_the_rarer_one():
    term = Term("expert", "ekspert", forms=(Form("eksperdi", "gen"), Form("asjatundja", "nom"), Form("asjatundjat")))
    texts = [("An expert.", f"Üks {word}.") for word in ("ekspert", "asjatundjat", "asjatundja", "eksperdi", "ekspert")]
    assert article(term, *texts) == [[], ["term-inconsistent"], ["term-inconsistent"], [], []]


def test_an_abbreviation_and_a_capital_are_no_other_word():
    union = Term("EU", "EL", forms=(Form("Euroopa Liit"),))
    house = Term("Riigikogu", "Riigikogu", forms=(Form("riigikogu", "nom"),))
    assert article(union, ("EU", "Euroopa Liit"), ("EU", "EL")) == [[], []]
    assert article(house, ("Riigikogu", "Riigikogu"), ("a Riigikogu", "see riigikogu")) == [[], []]


def test_a_draft_may_be_checked_without_a_glossary():
    damaged = Unit.of("It was 1,050 then.", "Oli <unk> siis.", *load_pair("en", "et"))
    assert [finding.rule for finding in check(damaged, INTEGRITY)] == ["number", "leftover"]
    assert set(INTEGRITY) < set(CHECKS)


# --- cost ----------------------------------------------------------------------------------------------------------


def test_the_terms_of_a_text_are_verified_once_whatever_asks_for_them(monkeypatch):
    asked = []
    for module, name in ((findings, "verify"), (terms, "forbidden")):
        do = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, do=do, name=name: asked.append(name) or do(*given))
    units = [unit(f"Kallas spoke to {n} people.", f"Kallas kõneles {n} inimesele.", KALLAS, BAN) for n in (1, 2, 3)]
    check_article(units)
    assert [one.verification.missing for one in units] == [(), (), ()]
    form_use(units)
    assert sorted(asked) == ["forbidden"] * 3 + ["verify"] * 3
