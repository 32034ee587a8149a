"""The articles are named in which a title stands as it was called before."""

from tests.workflow.broadcasting import broadcasting
from tests.workflow.people import translate
from translate.core.terms.glossary import Form, Term
from translate.workflow.carrying import Carrier, carriers

VIEW = Term("The Morning View", "Hommik", forms=(Form("Hommikut", "part"),))
SEEN, WON = "We saw The Morning View.", "The Morning View won."


def test_approved_texts_and_others_are_counted_by_the_forms_that_stand_in_them(tmp_path):
    days = broadcasting(tmp_path)
    days.write("ferry", "Ferry opens", SEEN, WON, "It sank.")
    days.write("train", "Train opens", SEEN)
    days.draft()
    translate(days.project, "ferry", {SEEN: "Nägime Hommikut.", "It sank.": "Hommik oli hilja."})
    translate(days.project, "train", {SEEN: "Nägime Vaadet."})
    translate(days.project, "ferry", {WON: "Hommik võitis."}, fuzzy=True)
    with days.seen() as (seen, _):
        assert carriers(seen, "et", [VIEW]) == (
            Carrier("The Morning View", "Hommik", "locales/et/LC_MESSAGES/ferry.po", 1, 1),
        )
        assert carriers(seen, "et", []) == ()
