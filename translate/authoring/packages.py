"""Load a package that newsdesk itself does without."""

from __future__ import annotations

import importlib
import importlib.util
import shlex
import sys
from pathlib import Path
from typing import Any

from translate.errors import FormsError

VABAMORF = ("--no-deps", "estnltk>=1.7.5,<1.8")
"""Vabamorf needs none of the fifty packages that estnltk asks for."""
PYMORPHY = ("pymorphy3>=2.0.6,<3", "pymorphy3-dicts-ru")
UKRAINIAN = ("pymorphy3>=2.0.6,<3", "pymorphy3-dicts-uk")

APERTIUM = {"ca": "apertium-eng-cat", "es": "apertium-eng-spa", "gl": "apertium-en-gl"}
"""Debian's packages with a dictionary for a language."""


def load_vabamorf() -> Any:
    """The module that estnltk keeps Vabamorf in, without estnltk around it, which takes seconds to import.

    Raises:
        FormsError: It is not installed.
    """
    known = sys.modules.get("newsdesk_vabamorf.morf")
    if known is not None:
        return known
    estnltk = importlib.util.find_spec("estnltk")
    init = Path(estnltk.origin or "").parent / "vabamorf" / "__init__.py" if estnltk else None
    if init is None or not init.is_file():
        raise missing("Estonian forms need Vabamorf", VABAMORF)
    spec = importlib.util.spec_from_file_location(
        "newsdesk_vabamorf", init, submodule_search_locations=[str(init.parent)]
    )
    if spec is None or spec.loader is None:
        raise missing("Estonian forms need Vabamorf", VABAMORF)
    package = importlib.util.module_from_spec(spec)
    sys.modules["newsdesk_vabamorf"] = package
    spec.loader.exec_module(package)
    return importlib.import_module("newsdesk_vabamorf.morf")


def load_pymorphy(locale: str) -> Any:
    """A ``pymorphy3.MorphAnalyzer``.

    Args:
        locale: ``ru`` or ``uk``.

    Raises:
        FormsError: It or its dictionary is not installed.
    """
    try:
        pymorphy3 = importlib.import_module("pymorphy3")
        importlib.import_module(f"pymorphy3_dicts_{locale}")
    except ModuleNotFoundError as error:
        if locale == "uk":
            # Its licence would become ours if newsdesk brought it along.
            need = (
                "Ukrainian forms need pymorphy3 and its Ukrainian dictionary, which is under the GPLv3 and yours to add"
            )
            raise missing(need, UKRAINIAN) from error
        raise missing("Russian forms need pymorphy3 and its Russian dictionary", PYMORPHY) from error
    return pymorphy3.MorphAnalyzer(lang=locale)


def missing(need: str, packages: tuple[str, ...]) -> FormsError:
    """A sentence with the command that installs packages into this very environment."""
    pip: tuple[str, ...] = (sys.executable, "-m", "pip", "install")
    if importlib.util.find_spec("pip") is None:
        pip = ("uv", "pip", "install", "--python", sys.executable)
    return FormsError(f"{need}; install it with: {shlex.join((*pip, *packages))}")
