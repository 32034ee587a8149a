"""A small project on disk, and the files in it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from translate.settings import Settings

NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
FERRY = "Ferry opens\n\nThe ferry sailed.\nThe captain was late.\n"
GLOSSARY = "source,target\nferry,praam\n"


class Project:
    """A folder with articles and glossaries, and the settings that a newsroom might have for it."""

    def __init__(self, root: Path, **settings: object) -> None:
        self.root = root.resolve()
        self.settings = replace(Settings(self.root, "ferry-news", "en", ("et",), engine="identity"), **settings)
        self.write("articles/ferry.txt", FERRY)
        self.write("glossaries/et.csv", GLOSSARY)

    @classmethod
    def at(cls, root: Path, settings: Settings) -> "Project":
        """One that lies in a folder already."""
        found = cls.__new__(cls)
        found.root = root.resolve()
        found.settings = replace(settings, root=found.root)
        return found

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def catalog(self, name: str, *entries: tuple[str, str], locale: str = "et", fuzzy: bool = False) -> Path:
        """A PO file with these texts and translations."""
        flag = "#, fuzzy\n" if fuzzy else ""
        head = f'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        body = "".join(f'\n{flag}msgid "{source}"\nmsgstr "{target}"\n' for source, target in entries)
        return self.write(f"locales/{locale}/LC_MESSAGES/{name}.po", head + body)

    def translated(self, name: str, *entries: tuple[str, str], fuzzy: bool = False) -> Path:
        """An article of these texts, and its PO file."""
        self.write(f"articles/{name}.txt", "\n".join((f"On {name}", "", *(source for source, _ in entries), "")))
        return self.catalog(name, *entries, fuzzy=fuzzy)

    def read(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file, with its bytes, but what newsdesk keeps for itself."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and not {".newsdesk", "history"} & set(path.parts)
        }


def three_articles(root: Path, glossary: str = GLOSSARY) -> Settings:
    """The settings of a project of three articles, in which nothing is done yet."""
    project = Project(root)
    (root / "articles/ferry.txt").unlink()
    project.write("glossaries/et.csv", glossary)
    for number in range(3):
        text = f"Ferry {number} opens\n\nThe ferry {number} sailed.\nThe captain {number} was late.\n"
        project.write(f"articles/a{number}.txt", text)
    return project.settings


def told(troubles) -> list[str]:
    """The sentences of errors or troubles."""
    return [str(getattr(trouble, "message", trouble)) for trouble in troubles]
