"""What people approved comes out as articles; what they did not stops its article and no other."""

import shutil
from dataclasses import replace

import pytest

from tests.workflow.project import FERRY, NOW, Project, told
from translate.cli.project import CLOCK
from translate.core.results.exporting import ExportState, Obstacle
from translate.core.results.summary import ExitCode
from translate.errors import SettingsError
from translate.history.texts import History
from translate.workflow.draft import draft
from translate.workflow.export import export
from translate.workflow.places import history_file

PO = "locales/et/LC_MESSAGES/ferry.po"
OUT = "exports/et/articles/ferry.txt"
LEADS_OUT = "is a link that leads out of the project; put the folder itself in its place"
APPROVED = {
    "Ferry opens": "Praam avatakse",
    "The ferry sailed.": "Praam väljus.",
    "The captain was late.": "Kapten hilines.",
}


@pytest.fixture
def drafted(project):
    draft(project.settings, now=NOW, clock=CLOCK)
    return project


def approve(project, translations=APPROVED):
    """Do what an editor does: replace the drafts, take the marks away."""
    text = project.read(PO).replace("#, fuzzy\n", "")
    for source, target in translations.items():
        head, _, rest = text.partition(f'msgid "{source}"\n')
        text = f'{head}msgid "{source}"\nmsgstr "{target}"\n{rest.partition(chr(10))[2]}'
    project.write(PO, text)


@pytest.fixture
def approved(drafted):
    approve(drafted)
    return drafted


def test_an_approved_article_is_written_in_the_articles_own_frame(approved):
    found = export(approved.settings, now=NOW)
    ((one,), translated) = found.articles, approved.read(OUT)
    assert (one.state, one.path, one.obstacles) == (ExportState.NEW, OUT, ())
    assert translated == "Praam avatakse\n\nPraam väljus.\nKapten hilines.\n"
    assert found.exit_code is ExitCode.CLEAN


def test_the_second_export_writes_nothing_and_a_correction_only_its_article(approved):
    export(approved.settings, now=NOW)
    before = (approved.root / OUT).stat()
    (again,) = export(approved.settings, now=NOW).articles
    assert again.state is ExportState.UNCHANGED
    assert (approved.root / OUT).stat().st_mtime_ns == before.st_mtime_ns
    approve(approved, {**APPROVED, "The captain was late.": "Kapten jäi hiljaks."})
    (corrected,) = export(approved.settings, now=NOW).articles
    assert corrected.state is ExportState.UPDATED
    assert "jäi hiljaks" in approved.read(OUT)


def test_drafts_that_nobody_reviewed_stop_their_article_only(drafted):
    drafted.write("articles/train.txt", "Train opens\n")
    path = drafted.catalog("train", ("Train opens", "Rong avatakse"))
    path.write_text(path.read_text("utf-8").replace('msgid "T', 'msgctxt "headline"\nmsgid "T'), "utf-8")
    ferry, train = export(drafted.settings, now=NOW).articles
    assert (ferry.state, train.state) == (ExportState.STOPPED, ExportState.NEW)
    assert {obstacle.reason for obstacle in ferry.obstacles} == {"a draft that nobody has reviewed"}
    assert not (drafted.root / OUT).exists()


def test_with_leave_drafts_come_out_marked(drafted):
    (one,) = export(drafted.settings, now=NOW, allow_drafts=True).articles
    assert (one.state, len(one.obstacles)) == (ExportState.NEW, 3)
    assert drafted.read(OUT).splitlines()[0].startswith("[DRAFT] ")


def test_an_article_without_a_po_file_is_not_drafted_yet(project):
    (one,) = export(project.settings, now=NOW).articles
    (obstacle,) = one.obstacles
    assert (obstacle.path, obstacle.reason) == (PO, "there is no PO file of this article; run “newsdesk draft”")
    assert one.state is ExportState.STOPPED


def test_what_the_article_cannot_hold_is_told_of_the_po_file_at_its_line(approved):
    approve(approved, {**APPROVED, "The ferry sailed.": "Praam\\nväljus."})
    found = export(approved.settings, now=NOW, allow_drafts=True)
    (trouble,) = found.troubles
    assert (found.articles, trouble.path) == ((), PO)
    line = trouble.line or 0
    assert approved.read(PO).splitlines()[line - 1] == 'msgid "The ferry sailed."'


def test_binary_catalogs_are_made_on_demand(approved):
    found = export(approved.settings, now=NOW, mo=True)
    assert found.compiled == (PO.replace(".po", ".mo"),)
    assert (approved.root / PO).with_suffix(".mo").read_bytes()[:4] in {b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"}


def test_a_glossary_that_cannot_be_used_leaves_its_locale_out(approved):
    project = approved
    project.write("glossaries/ru.csv", b"\xff\xfe\x00")
    found = export(replace(project.settings, locales=("et", "ru")), now=NOW)
    assert [one.locale for one in found.articles] == ["et"]
    assert [trouble.path for trouble in found.troubles] == ["glossaries/ru.csv"]


def test_translations_never_come_to_lie_among_the_articles(tmp_path):
    project = Project(tmp_path, articles=("articles", "exports"))
    with pytest.raises(SettingsError, match="lies in “exports”, where translations would be taken for articles"):
        export(project.settings, now=NOW)
    with pytest.raises(SettingsError, match="lies in “articles”"):
        export(project.settings, now=NOW, output=project.root / "articles" / "new")


def test_a_link_does_not_lead_an_export_out_of_its_folder(approved, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (approved.root / "exports" / "et").mkdir(parents=True)
    (approved.root / "exports" / "et" / "articles").symlink_to(outside)
    found = export(approved.settings, now=NOW)
    assert told(found.troubles) == [
        "exports/et/articles: is a link that leads out of the project; put the folder itself in its place"
    ]
    assert list(outside.iterdir()) == []


def test_another_folder_is_written_into_as_well(approved, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    export(approved.settings, now=NOW, output=elsewhere)
    assert (elsewhere / "et" / "articles" / "ferry.txt").is_file()
    assert not (approved.root / "exports").exists()
    assert approved.read("articles/ferry.txt") == FERRY


def test_what_a_tool_has_dropped_stops_its_article_though_nothing_in_the_file_tells(approved):
    draft(approved.settings, now=NOW, clock=CLOCK)
    head, start, rest = approved.read(PO).partition("Praam väljus.")
    approved.write(PO, head.rpartition("\n\n")[0] + "\n\n" + rest.partition("\n\n")[2])
    (one,) = export(approved.settings, now=NOW).articles
    assert (start, one.state, one.obstacles) == (
        "Praam väljus.", ExportState.STOPPED, (Obstacle(PO, None, "not translated"),)
    )  # fmt: skip


def test_a_history_that_cannot_be_used_is_told_and_articles_are_exported_without(approved):
    history_file(approved.settings).write_bytes(b"no database at all, as long as a header of one would be" * 20)
    found = export(approved.settings, now=NOW)
    assert ([one.state for one in found.articles], found.exit_code) == ([ExportState.NEW], ExitCode.PARTIAL)
    assert "damaged" in told(found.troubles)[0]


def test_a_project_without_a_history_is_exported_and_has_one_then_of_its_exports_alone(approved):
    shutil.rmtree(history_file(approved.settings).parent)
    assert export(approved.settings, now=NOW).exit_code is ExitCode.CLEAN
    with History(history_file(approved.settings), home=None) as history:
        assert ([one.article for one in history.exports.all()], [*history.paths()]) == (["articles/ferry.txt"], [])


def test_whoever_only_looks_at_drafts_elsewhere_leaves_no_history(approved):
    shutil.rmtree(history_file(approved.settings).parent)
    export(approved.settings, now=NOW, allow_drafts=True, output=approved.root / "site")
    assert not history_file(approved.settings).exists()


@pytest.mark.parametrize("link", ["pub", "pub/et", "pub/et/articles"])
def test_a_folder_of_exports_in_the_project_takes_nothing_out_of_it(approved, tmp_path_factory, link):
    outside = tmp_path_factory.mktemp("outside")
    (approved.root / link).parent.mkdir(parents=True, exist_ok=True)
    (approved.root / link).symlink_to(outside)
    approved.write("articles/train.txt", "Train opens\n")
    approved.catalog("train", ("Train opens", "Rong avatakse"))
    alias = tmp_path_factory.mktemp("alias") / "desk"
    alias.symlink_to(approved.root)
    for root in (approved.root, alias):
        found = export(approved.settings, now=NOW, output=root / "pub")
        assert told(found.troubles) == [f"{link}: {LEADS_OUT}"]
        assert list(outside.iterdir()) == []


def test_a_folder_of_exports_elsewhere_may_be_a_link_and_takes_nothing_out_of_itself(approved, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "site").symlink_to("pub")
    (outside / "pub").mkdir()
    assert export(approved.settings, now=NOW, output=outside / "site").exit_code is ExitCode.CLEAN
    (outside / "pub/et").rename(outside / "away")
    (outside / "pub/et").symlink_to(outside / "away")
    (outside / "away/articles/ferry.txt").write_text("theirs")
    (trouble,) = told(export(approved.settings, now=NOW, output=outside / "site").troubles)
    assert trouble.endswith("is a link that leads out of the folder of exports; put the folder itself in its place")
    assert (outside / "away/articles/ferry.txt").read_text() == "theirs"
