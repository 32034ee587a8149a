"""Run newsdesk, and write down every path that it looks at: ``looking.py LIST ARGUMENT…``."""

import os
import sys
from os.path import normpath
from pathlib import Path

LOOKS = ("access", "listdir", "lstat", "open", "readlink", "scandir", "stat")


def look(found: set[str]) -> None:
    """Have every path that this process looks at from now on put into a set."""
    end_of = os.readlink

    def note(path, folder):
        if isinstance(path, str | bytes | os.PathLike):
            inside = Path.cwd() if folder is None else Path(end_of(f"/proc/self/fd/{folder}"))
            found.add(normpath(inside / os.fsdecode(path)))

    def noting(real):
        def noted(path=".", *arguments, **named):
            note(path, named.get("dir_fd"))
            return real(path, *arguments, **named)

        return noted

    def hear(event, arguments):
        # What Python and its libraries open by themselves, with whole paths; with others it is not told from where.
        if event in {"open", "sqlite3.connect"} and str(arguments[0]).startswith("/"):
            note(arguments[0], None)

    for name in LOOKS:
        setattr(os, name, noting(getattr(os, name)))
    sys.addaudithook(hear)


if __name__ == "__main__":
    seen: set[str] = set()
    look(seen)
    _, told, *arguments = sys.argv
    sys.argv = ["newsdesk", *arguments]
    from translate.cli import main

    try:
        main()
    finally:
        Path(told).write_text("\n".join(sorted(seen)), "utf-8", "surrogateescape")
