"""A week of a newsroom, and its mornings' mails: the golden files of tests/cases/week.

``python -m tests.stories.week`` writes them anew; have a look at what has changed, as the editor does in the morning.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.editors import EMACS, LOKALIZE, POEDIT
from tests.stories.conftest import ARTICLES, HARBOR
from tests.stories.desk import Ran, desk

CASES = Path(__file__).parent.parent / "cases" / "week"
ICE = ("Ice road opens early", "Cars may drive to the island from Friday.", "The ice is 24 centimetres thick.")


@dataclass(frozen=True, slots=True)
class Morning:
    """What the newsroom finds when it comes in."""

    name: str
    """Of the golden file."""
    ran: Ran
    mail: str
    page: str
    told: dict
    """The report for machines."""
    status: Ran
    exports: list[str]

    @property
    def title(self) -> str:
        """The page's."""
        return self._in_the_page(r"<title>(.*?)</title>")

    @property
    def heading(self) -> str:
        """The page's first one."""
        return self._in_the_page(r'<h1 id="headline">(.*?)</h1>')

    def _in_the_page(self, pattern: str) -> str:
        found = re.search(pattern, self.page)
        assert found
        return found[1]


def mornings() -> Iterator[Morning]:
    """Nine of them, one after the other, each with what came before it."""
    with tempfile.TemporaryDirectory() as name, desk(Path(name)) as room:

        def morning(what: str) -> Morning:
            ran = room.night()
            return Morning(
                f"{room.now:%d-%A}-{what}".lower(),
                ran,
                room.mail,
                room.read("reports/morning.html"),
                json.loads(room.read("reports/morning.json")),
                room.run("status"),
                room.exported(),
            )

        for article, texts in ARTICLES.items():
            room.publish(article, *texts)
        yield morning("new")

        room.approve("ferry", "storm", editor=POEDIT)
        room.approve("harbor", editor=LOKALIZE)
        room.export()
        room.publish("ice", *ICE)
        yield morning("published")

        room.correct("ferry", "12 euros", "15 euros")
        room.withdraw("harbor")
        yield morning("corrected-and-gone")

        room.approve("ferry", editor=LOKALIZE)
        yield morning("withdrawn")

        room.approve("ice", editor=EMACS)
        room.export()
        (room.root / "articles/storm.txt").rename(room.root / "articles/storm-inquiry.txt")
        yield morning("renamed")

        room.export()
        room.publish("harbor", *HARBOR)
        yield morning("restored")

        room.export()
        whole = {path: path.read_text("utf-8") for path in sorted((room.root / "articles").iterdir())}
        for path in whole:
            room.publish(path.stem, "Sign in", f"Please accept all cookies to read {path.stem}.")
        yield morning("broken-feed")

        for path, text in whole.items():
            room.write(f"articles/{path.name}", text)
        (room.root / "articles").rename(room.root / "away")
        yield morning("not-mounted")

        (room.root / "away").rename(room.root / "articles")
        yield morning("mended")


def write() -> None:
    """Write all golden files anew."""
    CASES.mkdir(exist_ok=True)
    for old in CASES.glob("*.txt"):
        old.unlink()
    for morning in mornings():
        (CASES / f"{morning.name}.txt").write_text(morning.mail, "utf-8")


if __name__ == "__main__":
    write()
