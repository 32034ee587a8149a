"""What LibreOffice makes is read whole and written back byte for byte, and what is written it reads."""

import html
import re
import subprocess
from pathlib import Path

import pytest

from tests.documents.docx.sources import COUNT, sources
from tests.programs import needs
from translate.core.article import Imprint, Making
from translate.core.text.tags import TAG
from translate.documents.docx import Docx
from translate.documents.docx.parts import SEPARATOR

pytestmark = needs("soffice")
ESTONIAN = Imprint("et", "ltr", Making.REVIEWED)
TARGETS = {"docx": "docx:MS Word 2007 XML", "fodt": "fodt:OpenDocument Text Flat XML"}


def convert(home, files, target, *options):
    """Have LibreOffice convert files into a folder of the home that it has for itself."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{home}/profile", *options]
    command += ["--convert-to", TARGETS[target], "--outdir", home / target, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {path.stem: path for path in (home / target).iterdir()}


def seen(text):
    """What a reader sees of a text, without any space."""
    return re.sub(r"\s", "", text)


def shown(path):
    """The texts of a file that LibreOffice wrote, in their order: notes stand where they are referred to."""
    content = path.read_text("utf-8")
    content = content[content.index("<office:master-styles") :]
    content = re.sub("<(text:note-citation|dc:date|office:binary-data)\\b.*?</\\1>", "", content, flags=re.DOTALL)
    return seen(html.unescape(re.sub("<[^>]*>", "", content)))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    home = tmp_path_factory.mktemp("libreoffice")
    for name, content in sources().items():
        (home / name).write_text(content, encoding="utf-8")
    convert(home, sorted(home.glob("*.html")), "docx", "--infilter=HTML (StarWriter)")
    files = convert(home, sorted(home.glob("*.fodt")), "docx")
    assert len(files) == COUNT
    return home, {name: (path.read_bytes(), Docx().read(path.read_bytes(), path.name)) for name, path in files.items()}


def test_each_is_written_back_byte_for_byte(made):
    for data, document in made[1].values():
        assert Docx().write(document, [segment.text for segment in document.segments]) == data


def test_each_text_that_went_in_is_there(made):
    for name, content in sources().items():
        whole = " ".join(TAG.sub("", segment.text) for segment in made[1][Path(name).stem][1].segments)
        said = re.sub("<[^>]*>", "|", content[max(content.find("<office:master"), 0) :])
        numbers = re.findall(r"(?<=[^\W\d_] )\d+", said)
        assert len(numbers) > 5
        assert [number for number in numbers if not re.search(rf"(?<!\d){number}(?!\d)", whole)] == []


def translated(document):
    """A text for each segment, by its own: a text box is in a file twice, for old programs and for new ones."""
    own = dict.fromkeys(segment.text for segment in document.segments)
    return {text: f"Õ{number}: {text} lõpp" for number, text in enumerate(own)}


def place_in(text, said):
    """Where a text stands among those of a file, with whatever its tags stand for; None where it does not."""
    place, at = None, 0
    for run in map(seen, TAG.split(said)[::4]):
        at = text.find(run, at)
        if at < 0:
            return None
        place = at if place is None else place
        at += len(run)
    return place


def test_each_that_is_translated_opens_with_its_texts_whole_and_in_order(made):
    home, files = made
    for name, (_, document) in files.items():
        texts = translated(document)
        (home / f"{name}.docx").write_bytes(
            Docx().write(document, [texts[each.text] for each in document.segments], ESTONIAN)
        )
    after = convert(home, sorted(home.glob("*.docx")), "fodt")
    (home / "before").mkdir()
    before = convert(home / "before", sorted((home / "docx").iterdir()), "fodt")
    lost = 0
    for name, (_, document) in files.items():
        was, now = shown(before[name]), shown(after[name])
        body = next((number for number, piece in enumerate(document.frame) if SEPARATOR in piece), len(document.frame))
        in_body = {segment.text for segment in document.segments[:body]}
        places = {own: place_in(now, text) for own, text in translated(document).items()}
        missing = [own for own, place in places.items() if place is None]
        assert all(place_in(was, own) is None for own in missing)  # LibreOffice does not read all that it writes.
        lost += len(missing)
        ordered = [place for own, place in places.items() if own in in_body and place is not None]
        assert ordered == sorted(ordered)
    assert lost <= 1
