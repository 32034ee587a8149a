import pytest

from translate.core.checks import check
from translate.core.checks.findings import Unit
from translate.core.quantities.notation import Ways
from translate.core.terms.compounds import Compounding
from translate.core.terms.glossary import Form, Term
from translate.core.terms.inflection import Inflection
from translate.core.terms.joining import Joining
from translate.core.terms.language import Language
from translate.core.text.locales import Locale, parse
from translate.errors import LanguageError
from translate.languages.loading import load_language, load_languages

WHOLE = """\
# Votic.
script = "Latn"
quotes = ["„", "“"]
question_marks = ";"
dense = true
compounds = true
cases = true
gradation = true
function_words = ["ja"]
shared_words = ["of"]
credit_labels = ["avtor"]
bylines = ["tehnü"]
articles = ["se"]
sample = "Uusi koti."
apertium = "vot"
question_words = ["kö"]
wide_spaces = true
syllables = true
closes_once = true
prefixes = ["i"]
particles = ["kin"]
spaces = false
changing = ["i"]

[argos]
Latn = "vt"

[genders]
fem = ["a"]
"masc pl" = ["ot", "et"]

[quantities]
next_half = true
hundreds = true
decades = true
fahrenheit = true
linking = ["of"]
losing = ["kaot"]
afternoon = ["iltaa"]
no_units = ["in"]

[quantities.numbers]
12 = ["tosina"]

[quantities.magnitudes]
1000000 = ["mln"]

[quantities.units]
"length-kilometer" = ["virsta"]

[governing]
before = ["ilma"]
behind = ["kaa"]

[stand_ins]
take_the_place = ["table"]
vote = []

[stand_ins.words.table]
plural = "tables"
forms = \"\"\"
nom=lauta; gen=lavva;
pl nom=lavvad; pl gen=lautoi;
gen=lauda;
\"\"\"
"""
TABLE = Term(
    "table",
    "lauta",
    variants=("tables",),
    forms=(
        Form("lauta", "nom"), Form("lavva", "gen"), Form("lavvad", "pl nom"), Form("lautoi", "pl gen"),
        Form("lauda", "gen"),
    ),
)  # fmt: skip


def written(folder, text, code="vot"):
    (folder / f"{code}.toml").write_text(text, "utf-8")
    load_language.cache_clear()
    return load_language(code, folder)


def test_a_language_is_a_file(tmp_path):
    assert written(tmp_path, WHOLE) == Language(
        Locale("vot"), "Latn", ";", True, Compounding(),
        Inflection(True, True, ("d",), Joining(("i",), ("kin",), False, ("i",))),
        ("ja",), ("of",), ("avtor",), ("tehnü",), ("ilma",), ("kaa",), (TABLE,), (), None,
        ("se",), "Uusi koti.", "vot", (("Latn", "vt"),), (("fem", ("a",)), ("masc pl", ("ot", "et"))), ("kö",),
        True, True, True,
    )  # fmt: skip


def test_what_makes_one_stand_in_form_of_another_is_an_ending_and_no_word(tmp_path):
    longer = WHOLE.replace("gen=lauda;", "in=lavvaza; el=lavvassa;")
    assert written(tmp_path, longer).compounding == Compounding(("ssa",))
    assert written(tmp_path, longer.replace("compounds = true", "")).compounding is None


def test_the_endings_of_a_language_with_cases_are_learnt_from_its_stand_ins(tmp_path):
    longer = WHOLE.replace("gen=lauda;", "in=lavvaza; el=lavvassa;")
    assert written(tmp_path, longer).inflection.endings == ("d", "ssa", "za")
    assert written(tmp_path, longer.replace("cases = true", "")).inflection.endings == ()


def test_two_readings_of_a_file_are_one_language_in_one_spelling(tmp_path):
    first, again = written(tmp_path, WHOLE), written(tmp_path, WHOLE)
    assert first is not again
    assert (first, hash(first), repr(first)) == (again, hash(again), repr(again))
    assert repr(written(tmp_path, WHOLE.replace("gen=lauda;\n", "")).stand_ins) != repr(first.stand_ins)


def test_every_entry_may_be_left_out(tmp_path):
    assert written(tmp_path, "") == Language(Locale("vot"))


@pytest.mark.parametrize("locale", ["xx", "", "no locale", "../et"])
def test_a_language_without_a_file_is_unknown(tmp_path, locale):
    assert load_language(locale, tmp_path) == Language(parse(locale) or Locale("und"))


def test_the_files_are_read_in_the_order_of_their_codes(tmp_path):
    written(tmp_path, WHOLE)
    written(tmp_path, 'script = "Cyrl"\n', "mhr")
    assert [language.code for language in load_languages(tmp_path)] == ["mhr", "vot"]


def test_a_check_takes_the_words_of_a_new_file(tmp_path):
    votic = written(tmp_path, WHOLE)
    unit = Unit.of("Two ferries leave the harbour.", "Два парома уходят из гавани.", load_language("en"), votic)
    assert [finding.rule for finding in check(unit)] == ["wrong-script"]


@pytest.mark.parametrize(
    ("locale", "script"),
    [
        ("et", "Latn"), ("et_EE", "Latn"), ("sr", ""), ("sr@latin", "Latn"), ("sr-Cyrl", "Cyrl"), ("tt", "Cyrl"),
        ("kk", "Cyrl"), ("kk_CN", "Arab"), ("zh", "Hans"), ("zh_TW", "Hant"), ("zh_Hant_HK", "Hant"), ("uz", "Latn"),
        ("uz@cyrillic", "Cyrl"), ("ks@arabic", "Arab"), ("tt@iqtelif", "Latn"), ("ja_JP", ""),
    ],
)  # fmt: skip
def test_a_locale_is_written_in_the_script_that_it_says_or_else_in_its_languages(locale, script):
    assert load_language(locale).script == script


@pytest.mark.parametrize(
    ("line", "text", "said"),
    [
        (2, 'script = "Latn"\nquotes = ["„]\n', "is not TOML: a quotation mark is missing at the end of the line"),
        (2, '\nscirpt = "Latn"\n', "“scirpt” is nothing that newsdesk knows of a language; there is: apertium, argos"),
        (1, "script = 5\n", "“script” must be a text in quotation marks"),
        (1, 'script = "Latin"\n', "“script” is no script; write its four letters of ISO 15924, such as Latn or Cyrl"),
        (1, 'dense = "yes"\n', "“dense” must be true or false, without quotation marks"),
        (1, 'quotes = "„“"\n', '“quotes” must be a list of texts, such as ["one", "two"]'),
        (1, "quotes = [5]\n", '“quotes” must be a list of texts, such as ["one", "two"]'),
        (1, 'governing = ["kaa"]\n', "“governing” must be a table: its own line [governing], with its entries below"),
        (2, '[governing]\nafter = ["kaa"]\n', "“governing.after” is nothing that newsdesk knows of a language"),
        (2, "[argos]\nLatn = 5\n", "“argos.Latn” must be a text in quotation marks"),
        (2, '[genders]\nfemm = ["a"]\n', "“genders.femm” is unknown; did you mean “fem”?"),
        (2, '[genders]\nfem = ["a"]\nmasc = ["o", "a"]\n', "“genders.fem” has “a”, which is told twice"),
        (2, '[stand_ins]\nvote = ["table"]\n',
         "“stand_ins.vote” names “table”, which has no table [stand_ins.words.table]"),
        (2, '[stand_ins.words.table]\nforms = "nom=lauta; lavva=; pl nom=lavvad"\n',
         "“stand_ins.words.table.forms” cannot be used: form “lavva=” is not of the kind gen=Esimese stuudio"),
        (2, '[stand_ins.words.table]\nforms = "gen=lavva; nom=lauta; pl nom=lavvad"\n',
         "“stand_ins.words.table.forms” must begin with the base form (nom=…) and have that of the plural (pl nom=…)"),
        (2, '[stand_ins.words.table]\nforms = "nom=lauta; inness=lavvas; pl nom=lavvad"\n',
         "“stand_ins.words.table.forms” has the label “inness”, which is unknown and was not read; did you mean “in”?"),
        (1, '[stand_ins.words.table]\nforms = "nom=lauta; pl nom=lavvad"\n',
         "“stand_ins.words.table.plural” is missing; write the plural of the English word"),
        (1, "[stand_ins.words.table]\n", "“stand_ins.words.table.forms” must begin with the base form"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_in_one_sentence_with_its_line(tmp_path, line, text, said):
    with pytest.raises(LanguageError) as raised:
        written(tmp_path, text)
    assert str(raised.value).startswith(f"{tmp_path.as_posix()}/vot.toml line {line}: {said}")
    assert "\n" not in str(raised.value)


def test_a_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "vot.toml").write_bytes("quotes = ['\xab']".encode("latin-1"))
    with pytest.raises(LanguageError, match="is not UTF-8; save it as UTF-8"):
        load_language("vot", tmp_path)


def test_a_broken_file_costs_no_other_language(tmp_path):
    (tmp_path / "mhr.toml").write_text('script = "Cyrl', "utf-8")
    (tmp_path / "vot.toml").write_text('script = "Latn"', "utf-8")
    assert [language.code for language in load_languages(tmp_path)] == ["vot"]


def test_how_a_language_is_set_is_told_by_its_file_and_by_cldr(tmp_path):
    (tmp_path / "vot.toml").write_text(
        'quotes = ["«", "»"]\n[typography]\ncomma_behind = true\nspaced = "!"\n', "utf-8"
    )
    told = load_language("vot", tmp_path).typography()
    assert (told.pairs, told.comma_behind, told.spaced, told.decimal) == ((("«", "»"),), True, "!", "")
    assert [*load_language("en").typography().amounts("At 9.35, section 2.5: 2.5 acres")] == [(22, 25)]
    spanish = load_language("es").typography()
    assert (spanish.decimal, spanish.grouping) == (",", ".")
    assert spanish.dates[2].format(day="5", year="2027") == "5 de marzo de 2027"
    assert load_language("es_MX").typography().decimal == "."
    assert load_language("en").typography().months[2] == "March"
    assert load_language("et").typography().dates == ()


def test_an_entry_of_how_a_language_is_set_that_nobody_knows_is_told(tmp_path):
    (tmp_path / "vot.toml").write_text("[typography]\ncomma = true\n", "utf-8")
    with pytest.raises(LanguageError, match=r"“typography\.comma” is nothing that newsdesk knows"):
        load_language("vot", tmp_path)


def test_what_cldr_knows_of_quantities_needs_no_file():
    assert "bn" not in {language.code for language in load_languages()}
    assert load_language("bn").notation().units.at("কিলোমিটার", 0)


def test_a_file_tells_what_its_language_tells_in_numbers_of_its_own(tmp_path):
    (tmp_path / "et.toml").write_text(WHOLE, "utf-8")
    assert load_language("et", tmp_path).notation().ways == Ways(
        next_half=True,
        hundreds=True,
        decades=True,
        fahrenheit=True,
        linking=("of",),
        losing=("kaot",),
        afternoon=("iltaa",),
    )
    assert load_language("et", tmp_path).notation().units.at("5 in", 2) is None
    assert load_language("et").notation().units.at("5 in", 2).meant == {"length-inch"}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('next_half = "yes"', "“quantities.next_half” must be true or false"),
        ('linking = "de"', "“quantities.linking” must be a list of texts"),
        ("half_hours = true", "“quantities.half_hours” is nothing that newsdesk knows"),
    ],
)
def test_a_fault_in_how_a_language_tells_quantities_is_told(tmp_path, line, fault):
    (tmp_path / "vot.toml").write_text(f"[quantities]\n{line}\n", "utf-8")
    with pytest.raises(LanguageError, match=fault):
        load_language("vot", tmp_path)
