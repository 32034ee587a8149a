"""One article in one locale comes out as its approved texts, or tells what keeps it back."""

import gettext

import pytest

from tests.workflow.days import FARE, FERRY, OUT, PO, Days, Project
from translate import plugins
from translate.core.article import Making
from translate.core.results.exporting import Exported, ExportState, Obstacle
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.errors import CatalogError, DocumentError
from translate.workflow import articles
from translate.workflow.exporting import export_article
from translate.workflow.proofs import Press


@pytest.fixture
def days(tmp_path):
    days = Days(Project(tmp_path))
    days.draft()
    return days


def pressed(days, *, allow_drafts=False, mo=False):
    """What comes of the ferry article, and what was compiled."""
    root, settings = days.project.root, days.project.settings
    (document,), _ = articles.read(settings, [root / FERRY])
    with days.seen() as (seen, _):
        matcher = Matcher(Glossary("et"))
        press = Press(seen, "et", root / "exports", matcher, allow_drafts, mo)
        writer = plugins.load_format(document.format)
        return export_article(press, document, writer), press.compiled


def test_it_is_new_then_unchanged_then_updated(days):
    states = []
    for text in (f"Õ: {FARE}", f"Õ: {FARE}", f"Ä: {FARE}"):
        days.approve()
        path = days.project.root / PO
        path.write_text(path.read_text("utf-8").replace(f"Õ: {FARE}", text), "utf-8")
        states.append(pressed(days)[0])
    assert states == [
        Exported("et", FERRY, OUT, state, making=Making.REVIEWED)
        for state in (ExportState.NEW, ExportState.UNCHANGED, ExportState.UPDATED)
    ]


def test_each_text_that_is_not_ready_keeps_it_back_and_nothing_is_written(days):
    found, _ = pressed(days)
    assert (found.state, {one.reason for one in found.obstacles}) == (
        ExportState.STOPPED,
        {"a draft that nobody has reviewed"},
    )
    assert (len(found.obstacles), days.lies(OUT)) == (3, False)


def test_with_leave_it_is_written_with_marks_and_tells_the_same(days):
    stopped, _ = pressed(days)
    found, _ = pressed(days, allow_drafts=True)
    assert (found.state, found.obstacles) == (ExportState.NEW, stopped.obstacles)
    assert days.project.read(OUT).startswith("[DRAFT] ")


def test_without_a_po_file_it_has_to_be_drafted(days):
    (days.project.root / PO).unlink()
    found, _ = pressed(days)
    reason = "there is no PO file of this article; run “newsdesk draft”"
    assert found == Exported("et", FERRY, OUT, ExportState.STOPPED, (Obstacle(PO, None, reason),))


def test_what_is_approved_is_compiled_beside_it_where_that_is_asked_for(days):
    days.approve()
    _, compiled = pressed(days, mo=True)
    assert compiled == [PO.replace(".po", ".mo")]
    with (days.project.root / compiled[0]).open("rb") as file:
        assert gettext.GNUTranslations(file).gettext(FARE) == f"Õ: {FARE}"


def test_a_link_that_leads_out_of_the_exports_is_refused(days):
    days.approve()
    days.project.write("site/ferry.txt", "mine")
    (days.project.root / "exports/et").mkdir(parents=True)
    (days.project.root / "exports/et/articles").symlink_to(days.project.root / "site")
    with pytest.raises(DocumentError, match="leads out of the folder of exports"):
        pressed(days)
    assert days.project.read("site/ferry.txt") == "mine"


def test_a_translation_that_its_format_cannot_hold_is_told_with_the_line_of_the_po_file(days, monkeypatch):
    def refuse(_self, document, _texts, _imprint):
        raise DocumentError("cannot be told from a headline", path=FERRY, line=document.segments[1].line)

    days.approve()
    monkeypatch.setattr(type(plugins.load_format("txt")), "write", refuse)
    with pytest.raises(CatalogError, match="cannot be told from a headline") as told:
        pressed(days)
    line = days.project.read(PO).splitlines()[told.value.line - 1]
    assert (told.value.path, line) == (PO, f'msgid "{FARE}"')
