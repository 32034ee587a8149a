"""Genders, plurals and feminines come from the dictionaries of a language pair."""

import pytest

from tests.programs import needs
from translate.apertium.installation import Installation
from translate.authoring.apertium import Apertium
from translate.authoring.interface import Proposal
from translate.authoring.languages import suggester_for
from translate.core.terms.glossary import Form
from translate.errors import FormsError

HERE = Installation()


def proposed(base, kind="common", locale="es"):
    if HERE.mode("en", locale) is None:
        pytest.skip(f"no pair of Apertium's for {locale}")
    return Apertium(HERE, "en", locale, [base, "norma"]).suggest(base, kind)


def forms(**texts):
    return tuple(Form(text, label.replace("_", " ")) for label, text in texts.items())


@needs("apertium")
@pytest.mark.parametrize(
    ("locale", "base", "proposal"),
    [
        ("es", "norma", Proposal(forms(pl="normas"), gender="fem")),
        ("es", "escuela infantil", Proposal(forms(pl="escuelas infantiles"), gender="fem")),
        ("es", "primera ministra", Proposal(forms(pl="primeras ministras"), gender="fem")),
        (
            "es",
            "experto en seguridad",
            Proposal(
                forms(pl="expertos en seguridad", fem="experta en seguridad", pl_fem="expertas en seguridad"),
                gender="masc",
            ),
        ),
        ("es", "periodista", Proposal(forms(pl="periodistas"), gender="common")),
        ("es", "crisis", Proposal(forms(pl="crisis"), gender="fem")),
        ("es", "elecciones", Proposal((), gender="fem pl")),
        ("es", "expertos", Proposal(forms(pl_fem="expertas"), gender="masc pl")),
        ("es", "el agua", Proposal(forms(pl="las aguas"), gender="fem")),
        ("ca", "escola bressol", Proposal(forms(pl="escoles bressol"), gender="fem")),
        ("gl", "escola infantil", Proposal(forms(pl="escolas infantís"), gender="fem")),
    ],
)
def test_a_common_noun_has_a_gender_and_the_forms_that_the_pair_would_write(locale, base, proposal):
    assert proposed(base, locale=locale) == proposal


@needs("apertium")
def test_a_name_has_a_gender_alone_and_a_person_not_even_that():
    assert proposed("OTAN", "acronym") == Proposal((), gender="fem")
    assert proposed("Kaja Kallas", "person") == Proposal((), changes=False)


@needs("apertium")
@pytest.mark.parametrize(
    ("base", "kind", "gender", "labels", "doubt"),
    [
        ("capital", "common", "", ["pl"], "“capital” is of several genders; write the one that is meant"),
        ("dronero", "common", "masc", [], "unsure: masc by its ending alone; Apertium spa-eng does not know “dronero”"),
        ("bléndak", "common", "", [], "Apertium spa-eng does not know “bléndak”; write by hand what is missing"),
        ("Bléndako", "org", "", [], "Apertium spa-eng does not know “Bléndako”; write by hand what is missing"),
        ("filme", "common", "masc", [], "Apertium spa-eng knows no plural of “filme”; write it by hand"),
        ("norma dronera", "common", "fem", [], "Apertium spa-eng knows no plural of “dronera”; write it by hand"),
    ],
)
def test_what_no_dictionary_backs_is_said(base, kind, gender, labels, doubt):
    proposal = proposed(base, kind)
    assert (proposal.gender, [form.label for form in proposal.forms]) == (gender, labels)
    assert proposal.doubts[0].startswith(doubt)
    assert len(proposal.doubts) == 1


def test_without_the_pair_the_package_to_install_is_named(tmp_path):
    nowhere = Apertium(Installation(str(tmp_path / "apertium")), "en", "es", ["norma"])
    assert not nowhere.covers
    with pytest.raises(FormsError, match=r"install Debian's apertium-eng-spa, or decline like a word whose forms"):
        suggester_for("es", nowhere)
    with pytest.raises(FormsError, match=r"no dictionary for “fi”; decline like a word whose forms you know: --like"):
        suggester_for("fi", Apertium(HERE, "en", "fi"))


@needs("apertium")
def test_a_language_with_cases_is_not_covered():
    assert not Apertium(HERE, "ru", "uk").covers
