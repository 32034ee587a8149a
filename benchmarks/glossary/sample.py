"""The sample package, its held-out texts and the glossary that was derived from them."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.core.terms.glossary import Glossary, Term
from translate.languages.loading import load_language
from translate.termbases.csvfile import read_glossary

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "tests/data/sample-model"
SPLITS = ("dev", "test", "all")


def glossary() -> Glossary:
    """Read ``et.csv``; a row that cannot be used ends the program."""
    terms, errors = read_glossary((HERE / "et.csv").read_bytes(), "benchmarks/glossary/et.csv")
    if errors:
        raise SystemExit("\n".join(map(str, errors)))
    return glossary_of(terms, "et")


def glossary_of(terms: tuple[Term, ...], locale: str) -> Glossary:
    """Terms with what is known of their language, as newsdesk puts them together."""
    language = load_language(locale)
    return Glossary(locale, terms, language.compounding, language.inflection)


def texts(split: str) -> tuple[list[str], list[str]]:
    """The source lines and their references: ``dev`` has lines 1, 3, 5 …, ``test`` lines 2, 4, 6 …, ``all`` both."""
    chosen = {"dev": slice(0, None, 2), "test": slice(1, None, 2), "all": slice(None)}[split]
    source, reference = ((SAMPLE / f"heldout.{code}").read_text(encoding="utf-8").splitlines() for code in ("en", "et"))
    return source[chosen], reference[chosen]


@contextmanager
def package(file: Path = SAMPLE / "translate-en_et-0_1.argosmodel") -> Iterator[Path]:
    """Unpack a package, the sample one by itself, where Argos Translate will look for it; gives its own folder."""
    with tempfile.TemporaryDirectory() as home:
        packages = Path(home, "packages")
        with zipfile.ZipFile(file) as archive:
            archive.extractall(packages)
        # Argos Translate reads these when it is first imported, which happens after this.
        os.environ |= {"HOME": home, "XDG_DATA_HOME": home, "ARGOS_PACKAGES_DIR": str(packages)}
        yield next(packages.iterdir())
