"""The sample newsroom: articles, the newsroom's own glossaries, and settings for three locales."""

import shutil
from pathlib import Path

import translate

ROOT = Path(__file__).parent.parent
EXAMPLE = Path(translate.__file__).parent / "example"
ARTICLES = sorted(
    [*EXAMPLE.glob("articles/*.txt"), *(ROOT / "tests/data/articles").glob("*.txt")], key=lambda path: path.name
)
LOCALES = ("et", "es", "ru")
SETTINGS = f"""[project]
name = "example-news"
source = "en"
locales = {list(LOCALES)}
contact = "desk@example.org"
"""


def lay_newsroom(folder: Path) -> None:
    """Put the sample newsroom into a folder, with nothing drafted."""
    (folder / "articles").mkdir(parents=True)
    for path in ARTICLES:
        shutil.copy(path, folder / "articles")
    shutil.copytree(ROOT / "glossaries", folder / "glossaries")
    (folder / "newsdesk.toml").write_text(SETTINGS, "utf-8")
