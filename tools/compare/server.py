"""Be newsdesk as one commit has it, for command after command: each in a child of a process that has loaded it once.

Started by `sides.py` with a checkout in ``PYTHONPATH``. It reads what to do from its standard input, one JSON object a
line, and answers with an exit code each.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import logging
import os
import pkgutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

LIMIT = 600
"""Seconds after which a command that hangs is killed."""


def main() -> None:
    """Do what is asked until nobody asks any more."""
    _load()
    _warm_up()
    from translate.cli import main as newsdesk  # noqa: PLC0415 - from the checkout that this server is for.

    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            signal.alarm(LIMIT)
            break
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    else:
        return
    _stand(asked)
    code: str | int | None = 0
    try:
        if asked["do"] == "lay":
            _lay(asked["what"], Path(asked["folder"]))
        else:
            newsdesk(asked["arguments"])
    except SystemExit as left:
        code = left.code
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0)  # To take down all that was loaded would take longer than the work.


def _load() -> None:
    """Load all that no command needs to load again; Argos Translate must see the environment of its command."""
    import translate  # noqa: PLC0415

    found = pkgutil.walk_packages(translate.__path__, "translate.")
    for name in [*(module.name for module in found), "polib", "pydantic", "lxml.etree", "requests", "rich", "jinja2"]:
        if not name.endswith("__main__") and not name.startswith("translate.testing"):
            importlib.import_module(name)


def _warm_up() -> None:
    """Draft a small project, so that what is made once in a process is made."""
    from translate.cli import main as newsdesk  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name), Path(os.devnull).open("w") as nothing:
        settings = '[project]\nname = "x"\nsource = "en"\nlocales = ["et", "es"]\n[draft]\nengine = "identity"\n'
        Path("newsdesk.toml").write_text(settings)
        Path("articles").mkdir()
        Path("articles/a.txt").write_text("A headline\n\nOne sentence. Another one.\n")
        for command in ("draft", "check", "status --json", "export --allow-drafts", "draft --json"):
            with (
                contextlib.redirect_stdout(nothing),
                contextlib.redirect_stderr(nothing),
                contextlib.suppress(SystemExit),
            ):
                newsdesk(command.split())
    if "argostranslate.settings" in sys.modules:
        raise RuntimeError("Argos Translate must read its settings in each command, and was loaded already")


def _stand(asked: dict[str, Any]) -> None:
    """Become a process that was started in a folder, with an environment, and with files to write to."""
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    for number, path in enumerate(("/dev/null", asked["out"], asked["err"])):
        opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, number)
        os.close(opened)


def _lay(what: str, folder: Path) -> None:
    """Lay a project as the tests of this commit do; its commands are printed, one JSON list a line."""
    if what == "world":
        from tests.faults.world import Newsroom, Words  # noqa: PLC0415

        room, words = Newsroom.open(folder / "desk", ["et", "es"]), Words(3)
        room.fill(words, 25)
        room.terms("et", ["ferry", "harbor", "captain"])
        return
    from tests.trouble import CASES, lay, read_case  # noqa: PLC0415

    case = read_case(CASES / what)
    project = lay(case, folder)
    for step in case.steps:
        print(json.dumps([argument.replace("{project}", str(project)) for argument in step.arguments]))


if __name__ == "__main__":
    main()
