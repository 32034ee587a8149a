"""Copy that was drafted line by line before newsdesk knew that it is wrapped keeps what people wrote for its lines."""

from tests.workflow.people import entries
from tests.workflow.runs import settle

WRAPPED = """Ferry opens

The ferry that runs between the mainland and the island of Suurlaid
will sail all winter, and everybody who lives there was told so when
the captain of the ferry came back to the harbour.

The captain was late.
"""
OLD = (
    ("The ferry that runs between the mainland and the island of Suurlaid", "Praam, mis sõidab mandri ja saare vahet,"),
    ("will sail all winter, and everybody who lives there was told so when", "sõidab terve talve, ja seda öeldi, kui"),
    ("the captain of the ferry came back to the harbour.", "praami kapten tuli tagasi sadamasse."),
    ("The captain was late.", "Kapten hilines."),
)


def test_what_people_wrote_for_the_lines_of_a_paragraph_is_offered_for_the_paragraph(project):
    project.write("articles/ferry.txt", WRAPPED)
    project.catalog("ferry", *OLD)
    settle(project)
    found = entries(project, "ferry")
    paragraph = " ".join(source for source, _ in OLD[:3])
    assert (found[paragraph].msgstr, found[paragraph].fuzzy) == (" ".join(text for _, text in OLD[:3]), True)
    assert (found["The captain was late."].msgstr, found["The captain was late."].fuzzy) == ("Kapten hilines.", False)
    assert {source: e.msgstr for source, e in found.items() if e.obsolete} == dict(OLD[:3])
