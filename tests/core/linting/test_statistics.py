"""The rows of a locale's glossary are counted as they apply."""

from translate.core.entries.catalog import Entry
from translate.core.linting.counting import Used
from translate.core.linting.statistics import Statistics, statistics_of
from translate.core.terms.glossary import Action, Form, Glossary, Origin, Term
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_language

OWN, EVERY = "glossaries/et.csv", "glossaries/all.csv"
TERMS = (
    Term("ferry", "praam", forms=(Form("praami", "gen"),), reviewed="Mari, May", origin=Origin(OWN, 2)),
    Term("quay", "kai", origin=Origin(OWN, 3)),
    Term("BBC", "BBC", Action.KEEP, origin=Origin(EVERY, 2)),
    Term("", "kurat", Action.FORBID, origin=Origin(OWN, 4)),
    Term("storm", "", Action.OFF, origin=Origin(OWN, 5)),
)


def test_rows_are_counted_by_what_they_ask_for_and_where_they_stand():
    estonian, used = load_language("et"), Used()
    glossary = Glossary("et", TERMS, estonian.compounding, estonian.inflection)
    used.count([Entry("A ferry."), Entry("Another ferry."), Entry("A storm."), Entry("None.")], Matcher(glossary))
    assert statistics_of(glossary, used) == Statistics(
        locale="et",
        rows=5,
        actions={Action.TRANSLATE: 2, Action.KEEP: 1, Action.FORBID: 1, Action.OFF: 1},
        files={OWN: 4, EVERY: 1},
        with_forms=1,
        lacking_forms=1,
        reviewed=1,
        asking=3,
        absent=("quay", "BBC"),
        used=used,
    )
    assert statistics_of(glossary, used).share == 0.75


def test_without_texts_no_part_of_them_has_a_term():
    assert statistics_of(Glossary("et", TERMS), Used()).share == 0.0
