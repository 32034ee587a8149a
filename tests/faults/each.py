"""Run commands one after the other in one process, and what people do between them; tell what each said.

The commands are named in JSON; who names a folder and a link, too, has these swapped whenever the folder is opened.
"""

import contextlib
import io
import json
import sys
import traceback
from pathlib import Path

from translate.cli import main
from translate.files.exchange import exchange


def approve() -> None:
    """Have somebody approve all drafts in words of their own."""
    for path in Path().glob("locales/et/LC_MESSAGES/*.po"):
        head, *entries = path.read_text("utf-8").replace("#, fuzzy\n", "").split("\n\n")
        told = (entry.replace('msgstr "', 'msgstr "Jah: ') for entry in entries)
        path.write_text("\n\n".join((head, *told)), "utf-8")


def correct() -> None:
    """Have a journalist add a paragraph."""
    with Path("articles/ferry.txt").open("a", encoding="utf-8") as article:
        article.write(f"\n\nThis was sentence {article.tell()}.\n")


def swap_at_each_opening(one: Path, other: Path) -> None:
    """Let a folder change places with a link each time that it is about to be opened, after all looks at it."""
    swapped = busy = False

    def swap(event: str, args: tuple[object, ...]) -> None:
        nonlocal swapped, busy
        if event != "open" or busy or swapped is (args[0] == one.name):
            return
        busy = True
        exchange(one, other)
        swapped, busy = not swapped, False

    sys.addaudithook(swap)


PEOPLE = {"approve": approve, "correct": correct, "retract": Path("articles/gone.txt").unlink}

if __name__ == "__main__":
    answers = []
    if sys.argv[2:]:
        swap_at_each_opening(*map(Path, sys.argv[2:]))
    for command in json.loads(sys.argv[1]):
        said, code = io.StringIO(), 0
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                PEOPLE[command[0]]() if command[0] in PEOPLE else main(command)
            except SystemExit as left:
                code = left.code or 0
            except BaseException:  # noqa: BLE001  Told as it is.
                traceback.print_exc()
                code = 3
        answers.append((code, said.getvalue()))
    sys.__stdout__.write(json.dumps(answers))
