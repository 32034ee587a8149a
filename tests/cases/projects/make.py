"""Make the two projects of 4d7c7cd: articles, people's edits and nights, all with the code of that commit.

Run it with that commit's code, and with Argos' sample package and Apertium's English–Spanish pair installed:

    git worktree add OLD 4d7c7cd
    cd tests/cases/projects
    ARGOS_PACKAGES_DIR=… PYTHONPATH=OLD python make.py 4d7c7cd

It is kept to tell how they came about; what counts is what lies there.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from translate.core.catalog import Catalog, Entry
from translate.core.drafts import Owner, owner
from translate.core.summary import count, term_flags, term_ways

from translate.catalogs.reading import read
from translate.catalogs.writing import render

SETTINGS = """\
[project]
name = "old-news"
source = "en"
locales = [{locales}]
contact = "desk@example.org"

[draft]
engine = "{engine}"
"""

CHART = """\
Charts come to the spreadsheet

To sort the list, click a column heading. Opens the dialog.
When you define a new page break region, an automatic page break is replaced by a manual page break.
Click twice with a short pause in between on an entry to edit its value.
"We draw every chart twice," said Mari Maasikas of "Esimene stuudio" on Monday. The chart costs €1,050.
The dialog shows the text of the selected cell, and you can enter another text.
Select the table. The value of the cell is shown in the status bar.
Click a cell in the dialog and choose a chart. Click the table to edit its value.
Copy the cells to the new sheet. Each cell keeps its comment.
You can print the selected pages only. The number of pages is shown in the dialog.
Choose another format for the numbers of the table. The old format is kept in the style of the page.
The editors of the morning news will show all of it on Tuesday, and the evening news will show it again on Friday.
--
Follow us and never miss an update!
Editor: Jaan Jõgi
"""

CHANGES = [
    ("€1,050", "€1,100"),
    ("Select the table. The value", "Select the whole table. The value"),
    ("The dialog shows the text of the selected cell, and you can enter another text.\n", ""),
    ("comment.\nYou can", "comment. You can"),
    ("on Tuesday, and the evening", "on Thursday, and the evening"),
]

HARBOR = """\
The harbor prints its own tables

The captain of the ferry, Mari Maasikas, told the harbor office on Monday morning that the line would open.
The ferry sailed at noon. The ferries of NATO did not. The U.S. said nothing.
[Every ferry] has a table, “two columns” = “two values”, and a [FLAG missing] sign on its door.
The winter timetable holds from the first of December. Extra ferries sail on Sundays and on public holidays.
The archive of the newsroom opens to all readers on Monday afternoon, and everybody is welcome to look for old news.
The harbor is not ready. Nobody knows why: the harbor office is closed, the harbor police too.
--
Follow us and never miss an update!
"""

HARBOR_CHANGES = [
    ("The harbor prints its own tables\n", "New tables in the harbor\n\nThe harbor prints its own tables\n"),
    ("first of December. Extra", "first of December.\nExtra"),
]

TRAIN = """\
The train prints nothing

The captain of the ferry, Mari Maasikas, told the harbor office on Friday morning that the line would open.
The captain of the ferry, Mari Maasikas, told the harbor office on Sunday night that a line may close.
The archive of the newsroom opens to all readers on Tuesday afternoon, and everybody is welcome to look for old news.
The ferry sailed at noon. The ferries of NATO did not. The U.S. said nothing.
--
Follow us and never miss an update!
Editor: Jaan Jõgi
"""

ALL = """\
source,target,action,note
Mari Maasikas,,keep,a name
Esimene stuudio,,keep,a show
"""

ET = """\
source,target,action,kind,variants,forms,forbid,require,note,reviewed
column heading,veerupäis,,common,column headings,nom=veerupäis; gen=veerupäise; part=veerupäist; ad=veerupäisel; \
pl nom=veerupäised,,,,
page break,leheküljepiir,,common,page breaks,nom=leheküljepiir; gen=leheküljepiiri; part=leheküljepiiri; \
kom=leheküljepiiriga,,,,
value,väärtus,,common,values,nom=väärtus; gen=väärtuse; part=väärtust,,,,2026-01-15
dialog,dialoog,,common,dialogs,nom=dialoog; gen=dialoogi; part=dialoogi,,,,
table,tabel,,common,tables,nom=tabel; gen=tabeli; part=tabelit,,,,
chart,joonis,,common,charts,joonise; joonist,diagramm; diagrammi,,what the newsroom says,
ferry,praam,,common,ferries,nom=praam; gen=praami; part=praami; pl nom=praamid,,,,
harbor,sadam,,common,harbors,nom=sadam; gen=sadama; part=sadamat; in=sadamas,,first,,
NATO,põhja allianss,,acronym,,gen=põhja alliansi,,,,
U.S.,USA,,place,US;United States,USAs,,warn,,
status bar,olekuriba,,common,,,,,,
,klõpsa,forbid,,,klõpsake,,,,
,tekst,forbid,,,teksti,,,,
"""

ES = """\
source,target,action,kind,variants,forms,forbid,require,note,reviewed
chart,gráfico,,common,charts,pl=gráficos,,,,
table,cuadro,,common,tables,pl=cuadros,,,,
harbor,puerto,,common,harbors,pl=puertos,embarcadero,,,
NATO,OTAN,,acronym,,,,,,
cell,casilla,,common,cells,pl=casillas,celda,,,
"""

RU = """\
source,target,action,kind,variants,forms,forbid,require,note,reviewed
ferry,паром,,common,ferries,gen=парома; ins=паромом; pl nom=паромы,,,,
harbor,порт,,common,,gen=порта; prp=порту,гавань,,,
NATO,НАТО,,acronym,,,,,,
"""

PLURAL = Entry(
    "One ferry",
    msgid_plural="%d ferries",
    msgstr_plural=("Üks praam", "%d praami"),
    comments=("of another tool",),
    flags=("c-format",),
)


def newsdesk(folder: Path, *arguments: str) -> None:
    """Run a command in the project; it must not fail."""
    ran = subprocess.run([sys.executable, "-m", "translate", *arguments], cwd=folder, check=False)
    assert ran.returncode in {0, 1}, (arguments, ran.returncode)


def po(folder: Path, locale: str, article: str) -> Path:
    """Where a catalog lies."""
    return folder / f"locales/{locale}/LC_MESSAGES/{article}.po"


def edit(path: Path, start: str, **changes: object) -> None:
    """What a person does to the entry whose source begins so, in an editor that keeps everything else."""
    file = read(path.read_bytes(), path.name)
    found = [e for e in file.catalog.entries if e.msgid.startswith(start)]
    assert len(found) == 1, (path, start, found)
    entries = tuple(replace(e, **changes) if e is found[0] else e for e in file.catalog.entries)
    path.write_bytes(render(Catalog(file.catalog.header, entries), file))


def add(path: Path, entry: Entry) -> None:
    """An entry that another tool puts into the file."""
    file = read(path.read_bytes(), path.name)
    path.write_bytes(render(Catalog(file.catalog.header, (*file.catalog.entries, entry)), file))


def lay(folder: Path, engine: str, locales: str) -> None:
    """A project before its first night."""
    for name, text in {
        "newsdesk.toml": SETTINGS.format(engine=engine, locales=locales),
        "articles/chart.txt": CHART,
        "articles/harbor.txt": HARBOR,
        "glossaries/all.csv": ALL,
        "glossaries/et.csv": ET,
        "glossaries/es.csv": ES,
        "glossaries/ru.csv": RU,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def review(folder: Path, *, es: bool) -> None:
    """What people do in the morning."""
    chart, harbor = po(folder, "et", "chart"), po(folder, "et", "harbor")
    edit(chart, "Charts come", msgstr="Joonised jõuavad tabelisse", flags=())
    text = "„Joonestame iga joonise kaks korda,“ ütles „Esimene stuudio“. See maksab 1050 eurot."
    edit(chart, '"We draw', msgstr=text, flags=(), comments=("AK: the price is from the release",))
    edit(chart, "The dialog shows", msgstr="Dialoog näitab valitud lahtri sisu.", flags=())
    edit(chart, "Copy the", msgstr="Kopeeri lahtrid uuele lehele.", flags=())
    edit(chart, "You can print", msgstr="Saad printida valitud lehed. Dialoog [uus] näitab teksti, „nii“.", flags=())
    edit(chart, "The editors", msgstr="Toimetajad näitavad kõike teisipäeval ja õhtul uuesti reedel.", flags=("fuzzy",))
    edit(chart, "Follow us", msgstr="Jälgi meid!", flags=())
    edit(chart, "Editor", msgstr="", flags=())
    edit(harbor, "The harbor prints", msgstr="Sadam prindib oma tabeleid", flags=())
    edit(harbor, "The winter", msgstr="Talvine sõiduplaan kehtib 1. detsembrist. Lisapraamid on pühapäeviti.", flags=())
    edit(harbor, "The captain", msgstr="Kapten ütles esmaspäeval, et liin avatakse.", flags=())
    edit(harbor, "The archive", msgstr="Arhiiv avatakse esmaspäeval kõigile.", flags=())
    edit(harbor, "The ferry sailed", msgstr="Laev väljus keskpäeval. Gaasid ei.", flags=())
    edit(harbor, "[Every ferry]", comments=("JJ: what is this?",))
    edit(harbor, "The harbor is", msgstr="Sadam ei ole valmis.", flags=("fuzzy",))
    add(harbor, PLURAL)
    ru = po(folder, "ru", "chart")
    edit(ru, '"We draw', msgstr="Мы рисуем каждую диаграмму дважды.", flags=())
    edit(ru, "Select", msgstr="Выделите таблицу.", flags=())
    if es:
        edit(po(folder, "es", "chart"), "Charts come", msgstr="Los gráficos llegan", flags=())
        edit(po(folder, "es", "chart"), "Select", msgstr="Seleccione el cuadro.", flags=("fuzzy",))


def changes(folder: Path) -> None:
    """What the desk does to the articles in the day, and a row of the glossary that is put right."""
    for name, edits in ("chart", CHANGES), ("harbor", HARBOR_CHANGES):
        path = folder / f"articles/{name}.txt"
        text = path.read_text("utf-8")
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")
    (folder / "articles/train.txt").write_text(TRAIN, "utf-8")
    rows = folder / "glossaries/et.csv"
    rows.write_text(rows.read_text("utf-8").replace("part=praami; pl", "part=praami; all=praamile; pl"), "utf-8")


def blank_copy(folder: Path) -> None:
    """As OmegaT exports what nobody has translated anew."""
    path = po(folder, "ru", "chart")
    file = read(path.read_bytes(), path.name)
    source = next(e.msgid for e in file.catalog.entries if e.msgid.startswith("Select"))
    edit(path, "Select", msgstr=source, flags=(), previous_msgid=None)


def told(path: Path) -> dict[str, object]:
    """Whose each entry of a catalog is, and what its lines say, as the code of the day has it."""
    catalog = read(path.read_bytes(), path.name).catalog
    assert {owner(e) for e in catalog.entries} <= set(Owner)
    return {
        "owners": [[e.msgctxt, e.msgid, owner(e).value] for e in catalog.entries],
        "counts": {name: getattr(count(catalog), name) for name in count(catalog).__dataclass_fields__},
        "ways": term_ways(catalog),
        "flags": term_flags(catalog),
    }


def make(folder: Path, engine: str, locales: str, *, es: bool) -> None:
    """One project."""
    shutil.rmtree(folder, ignore_errors=True)
    lay(folder, engine, locales)
    newsdesk(folder, "nightly")
    review(folder, es=es)
    changes(folder)
    newsdesk(folder, "nightly")
    blank_copy(folder)
    time.sleep(0.2)
    newsdesk(folder, "nightly")
    before = {path: path.read_bytes() for path in folder.glob("locales/**/*.po*")}
    newsdesk(folder, "nightly")
    assert before == {path: path.read_bytes() for path in folder.glob("locales/**/*.po*")}
    shutil.rmtree(folder / "reports")
    expected = {path.relative_to(folder).as_posix(): told(path) for path in sorted(folder.glob("locales/**/*.po"))}
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    here = Path(sys.argv[1])
    os.environ["COLUMNS"] = "200"
    make(here / "engines", "auto", '"et", "es", "ru"', es=True)
    make(here / "identity", "identity", '"et", "ru"', es=False)
