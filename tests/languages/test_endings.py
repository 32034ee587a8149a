"""The tables of endings: what they say of real words, and what is said of a broken one."""

import pytest

from translate.core.terms.endings import Endings
from translate.core.terms.labels import Label
from translate.errors import LanguageError
from translate.languages.cldr import english_name
from translate.languages.loading import FOLDER, load_language, load_languages

TABLES = sorted(FOLDER.glob("*.endings.txt"))


def likeliest(word, locale="et"):
    labels = load_language(locale).endings.labels_of(word)
    best = max(labels, key=labels.get)
    return f"{best.number} {best.case}"


def table(folder, text, encoding="utf-8"):
    (folder / "vot.toml").touch()
    (folder / "vot.endings.txt").write_bytes(text.encode(encoding))
    load_language.cache_clear()
    return load_language("vot", folder).endings


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("dokument", "sg nom"), ("dokumendi", "sg gen"), ("lehekülge", "sg part"), ("dokumendisse", "sg ill"),
        ("menüüs", "sg in"), ("andmebaasist", "sg el"), ("ministrile", "sg all"), ("töölaual", "sg ad"),
        ("valitsuselt", "sg abl"), ("presidendiks", "sg tr"), ("lõpuni", "sg ter"), ("ministrina", "sg es"),
        ("rahata", "sg ab"), ("hiirega", "sg kom"), ("failid", "pl nom"), ("dokumentide", "pl gen"),
        ("tabeleid", "pl part"), ("dokumentidesse", "pl ill"), ("lahtrites", "pl in"), ("failidest", "pl el"),
        ("kasutajatele", "pl all"), ("lehekülgedel", "pl ad"), ("ministritelt", "pl abl"), ("veergudeks", "pl tr"),
        ("klahvidega", "pl kom"), ("NATO-le", "sg all"), ("ERRis", "sg in"), ("Kallasele", "sg all"),
    ],
)  # fmt: skip
def test_an_estonian_noun_has_its_case_and_number(word, label):
    assert likeliest(word) == label


def test_a_language_without_a_table_has_none():
    assert load_language("es").endings is None


def test_a_table_is_a_file_beside_the_languages(tmp_path):
    found = table(tmp_path, "# Votic.\n\nssa   in 98\n^ma   nom 60, Case=Gen|Number=Plur 40\n")
    assert found == Endings({
        "ssa": ((Label("sg", "in"), 0.98),),
        "^ma": ((Label("sg"), 0.6), (Label("pl", "gen"), 0.4)),
    })  # fmt: skip
    assert hash(found) == hash(table(tmp_path, "ssa in 97\n"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("azzzza in 98", "“azzzza” is no ending of at most 5 letters"),
        ("^ in 98", "“^” is no ending of at most 5 letters"),
        (" za in 98", "“” is no ending of at most 5 letters"),
        ("ssa in 2", "“ssa” stands here for the second time"),
        ("za", "“” is no label with its percentage, such as “pl all 99”"),
        ("za in", "“in” is no label with its percentage, such as “pl all 99”"),
        ("za in 98 pl in 2", "“in 98 pl in 2” is no label with its percentage"),
        ("za in all 98", "the label “in all” says two things at once"),
        ("za in 101", "“in 101” is no label with its percentage"),
        ("za inness 98", "the label “inness” is unknown and was not read; did you mean “in”?"),
    ],
)
def test_a_broken_table_is_told_in_one_sentence_with_its_line(tmp_path, line, said):
    with pytest.raises(LanguageError) as raised:
        table(tmp_path, f"# Votic.\nssa in 98\n{line}\n")
    assert str(raised.value).startswith(f"{tmp_path.as_posix()}/vot.endings.txt line 3: {said}")
    assert "\n" not in str(raised.value)


def test_a_broken_table_costs_no_other_language(tmp_path):
    (tmp_path / "mhr.toml").touch()
    with pytest.raises(LanguageError, match=r"vot\.endings\.txt: is not UTF-8; save it as UTF-8"):
        table(tmp_path, "õ in 98\n", "latin-1")
    assert [language.code for language in load_languages(tmp_path)] == ["mhr"]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_says_what_it_is_and_is_in_order_and_no_shares_are_more_than_the_whole(path):
    whole = path.read_text("utf-8").splitlines()
    assert whole[0].startswith(f"# {english_name(path.name.partition('.')[0])}: how its nouns end, ")
    assert max(map(len, whole)) <= 120
    lines = [line for line in whole if not line.startswith("#")]
    assert lines == sorted(lines, key=lambda line: line.partition(" ")[0][::-1])
    shares = load_language(path.name.partition(".")[0]).endings.shares
    assert all(sum(share for _, share in labels) < 1.03 for labels in shares.values())
