"""``newsdesk glossary add``, from the outside."""

import importlib
import io
import json
import sys

import pytest

import translate.cli
from translate.authoring.interface import Proposal
from translate.authoring.suggestions import FormsState, Suggestion
from translate.core.terms.glossary import Form
from translate.errors import FormsError
from translate.workflow import adding

ET = "glossaries/et.csv"
GLOSSARY = "source,target,action\nEsimene stuudio,,keep\nferry,praam,\n"
command = importlib.import_module("translate.cli.glossary.add")


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


@pytest.fixture(autouse=True)
def no_dictionary(monkeypatch):
    def propose(*_words, **_options):
        raise FormsError("no dictionary is here")

    monkeypatch.setattr(adding, "propose", propose)


@pytest.fixture
def forms(monkeypatch):
    """A dictionary that knows the quay."""
    found = Suggestion("quay", "kai", "a dictionary", Proposal((Form("kais", "in"),)), FormsState.PROPOSED, 4)
    monkeypatch.setattr(adding, "propose", lambda *_words, **_options: (found,))


@pytest.fixture
def types(monkeypatch):
    """A person at a terminal, who types lines."""

    def answer(*lines):
        monkeypatch.setattr(command, "_at_terminal", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return answer


def test_a_row_that_is_named_whole_is_written_without_a_question(newsroom):
    ran = newsroom.run(
        "glossary", "add", "quay", "kai", "--locale", "et", "--form", "gen=kai", "--form", "in=kais",
        "--variant", "quays", "--wrong", "sadam", "--note", "by me", "--kind", "common",
    )  # fmt: skip
    assert (ran.code, ran.err, ran.out) == (0, "", f"{ET}:4: “quay” added\n")
    assert newsroom.read(ET).splitlines() == [
        "source,target,action,forms,variants,forbid,kind,note",
        *GLOSSARY.splitlines()[1:],
        'quay,kai,,"gen=kai; in=kais",quays,sadam,common,by me',
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "--locale is missing: whose glossary is it?"),
        (("--locale", "et"), "SOURCE is missing: which term is it?"),
        (("quay", "--locale", "et"), "TARGET is missing: write what stands for it, or --action keep where it stays"),
        (("quay", "kai", "--locale", "et", "--form", "kai; kais"), "--form “kai; kais” has a semicolon"),
    ],
)
def test_where_nobody_can_be_asked_what_is_missing_is_told(newsroom, arguments, sentence):
    ran = newsroom.run("glossary", "add", *arguments)
    assert ran.code == 2
    assert sentence in ran.err
    assert newsroom.read(ET) == GLOSSARY


def test_a_row_that_is_doubtful_is_written_only_where_somebody_says_so(newsroom):
    ran = newsroom.run("glossary", "add", "and", "ja", "--locale", "et")
    assert ran.code == 1
    assert "[common-word]\nNothing was written; change it, or add --anyway.\n" in ran.out
    assert newsroom.read(ET) == GLOSSARY
    assert newsroom.run("glossary", "add", "and", "ja", "--locale", "et", "--anyway").code == 0
    assert newsroom.read(ET) == f"{GLOSSARY}and,ja\n"


def test_a_row_that_is_there_stops_it(newsroom):
    ran = newsroom.run("glossary", "add", "ferry", "laev", "--locale", "et")
    assert (ran.code, ran.err) == (2, f"newsdesk: {ET} line 3: has “ferry” already, as “praam”; change that row\n")


def test_forms_are_taken_where_somebody_says_so_and_else_told_of(newsroom, forms):
    ran = newsroom.run("glossary", "add", "quay", "kai", "--locale", "et", "--suggest-forms")
    assert newsroom.read(ET).splitlines()[-1] == "quay,kai,,in=kais"
    assert ran.out == f"{ET}:4: “quay” added\n"
    newsroom.write(ET, GLOSSARY)
    ran = newsroom.run("glossary", "add", "quay", "kai", "--locale", "et")
    assert "It lists no forms; “newsdesk glossary suggest-forms --locale et” proposes some." in ran.out


def test_a_person_is_asked_for_what_is_missing(newsroom, forms, types):
    types("et", "quay", "", "kai", "by me", "y")
    ran = newsroom.run("glossary", "add")
    assert ran.code == 0
    assert newsroom.read(ET).splitlines()[-1] == "quay,kai,,in=kais,by me"
    assert "forms: in=kais" in ran.out


def test_a_person_may_refuse_the_forms(newsroom, forms, types):
    types("n")
    newsroom.run("glossary", "add", "quay", "kai", "--locale", "et")
    assert newsroom.read(ET) == f"{GLOSSARY}quay,kai\n"


def test_a_person_is_not_asked_for_the_translation_of_what_stays(newsroom, types):
    types("et", "keep", "")
    newsroom.run("glossary", "add", "BBC")
    assert newsroom.read(ET) == f"{GLOSSARY}BBC,,keep\n"


@pytest.mark.parametrize(("answer", "rows"), [("y", "and,ja\n"), ("n", "")])
def test_a_person_decides_on_a_doubtful_row(newsroom, types, answer, rows):
    types(answer)
    newsroom.run("glossary", "add", "and", "ja", "--locale", "et")
    assert newsroom.read(ET) == GLOSSARY + rows


def test_machines_get_one_object_and_are_asked_nothing(newsroom, types):
    types()
    ran = newsroom.run("glossary", "add", "and", "ja", "--locale", "et", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["written"], told["line"], [one["rule"] for one in told["findings"]]) == (
        1, False, 4, ["common-word"],
    )  # fmt: skip
