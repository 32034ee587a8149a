"""Draft a sample article in a fresh folder and show what the glossary made of it: ``python -m tools.demo [FOLDER]``.

Estonian with Argos Translate's official package where that is installed or can be fetched. Where it cannot, Spanish
with Apertium, and Estonian with the small package that the tests have, on a text of the kind that it was trained on.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from tools.demo.showing import decided, example, tagged, told
from translate.catalogs.reading import read
from translate.core.entries.catalog import Catalog
from translate.core.results.summary import ExitCode
from translate.core.terms.ways import How
from translate.errors import NewsdeskError, UnreachableError
from translate.models import index
from translate.models.installed import installed
from translate.models.transfer import Limits

ROOT = Path(__file__).parents[2]
MARK = ".made-by-make-demo"
COMMAND = Path(sys.executable).with_name("newsdesk")
NEWS = Path(__file__).parent / "news"
SOFTWARE = Path(__file__).parent / "software"
SAMPLE = ROOT / "tests/data/sample-model/translate-en_et-0_1.argosmodel"
APERTIUM = (
    "apertium:apertium:drafts by rules",
    "apertium-eng-spa:/usr/share/apertium/modes/eng-spa.mode:from English into Spanish",
)
CONTACT = "desk@example.org"
SOON = Limits(connect=5, read=10, retries=0)
"""Who tries newsdesk out shall not wait half a minute for a network that is not there."""


class FailedError(Exception):
    """A command failed; it has said why.

    Args:
        code: Its exit code.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Part:
    """A project that the demo drafts."""

    root: Path
    locale: str
    engine: str
    title: str
    kinds: tuple[str, ...]
    """What there is to be shown of it, as `showing.KINDS` has it."""
    packages: Path | None = None
    """Where its Argos packages are; None for where they usually are."""

    @property
    def catalogs(self) -> list[Path]:
        """Its PO files, that of its oldest article first."""
        return sorted((self.root / "locales" / self.locale / "LC_MESSAGES").glob("*.po"))


def main(demo: Path) -> int:
    """Make the demo anew, and show it.

    Args:
        demo: The folder to make.

    Returns:
        0; or the exit code of what failed, which has been told.
    """
    try:
        _clear(demo)
        parts = [news] if (news := _official(demo)) else [*_apertium(demo), _sample(demo)]
        for part in parts:
            _show(part)
        _again(parts)
    except FailedError as error:
        return error.code
    except OSError as error:
        return _failed(f"{error.filename or demo}: {error.strerror or error}")
    except NewsdeskError as error:
        return _failed(str(error))
    _farewell(parts[0])
    return 0


def _failed(message: str) -> int:
    click.echo(f"demo: {message}", err=True)
    return ExitCode.STOPPED


def _clear(demo: Path) -> None:
    """Begin with nothing; but a folder that the demo did not make is not the demo's to delete."""
    if demo.is_symlink() or (demo.exists() and not (demo / MARK).exists()):
        raise NewsdeskError("is not of the demo's making; move it elsewhere", path=_from_here(demo))
    if demo.exists():
        shutil.rmtree(demo)
    demo.mkdir()
    (demo / MARK).write_text("“make demo” deletes this folder and makes it anew.\n", "utf-8")


def _official(demo: Path) -> Part | None:
    """Estonian with Argos Translate's own package; None where its index cannot be reached."""
    if not any((package.source, package.target) == ("en", "et") for package in installed()):
        if sys.stderr.isatty():
            click.echo("Asking for Argos Translate's packages ...", err=True)
        try:
            index.available(limits=SOON)
        except UnreachableError:
            return None
        _newsdesk("models", "install", "en", "et", silent=False)
    kinds = ("undecided", "inflected", "flag")
    return _news(demo, "et", "argos", "News, English to Estonian, by Argos Translate", kinds)


def _apertium(demo: Path) -> Iterator[Part]:
    """Spanish with Apertium, if it is here or may be installed; what else there is has been told."""
    if subprocess.run([ROOT / "tools/programs", *APERTIUM], check=False).returncode == 0:
        click.echo("Argos Translate's packages cannot be reached; here is what can be shown without.")
        yield _news(demo, "es", "apertium", "News, English to Spanish, by Apertium", ("undecided",))


def _news(demo: Path, locale: str, engine: str, title: str, kinds: tuple[str, ...]) -> Part:
    part = Part(demo / "news", locale, engine, title, kinds)
    _newsdesk("init", str(part.root), "--example", "--locale", locale, "--contact", CONTACT)
    shutil.copytree(NEWS, part.root, dirs_exist_ok=True)
    shutil.copy(ROOT / "glossaries" / f"{locale}.csv", part.root / "glossaries")
    return part


def _sample(demo: Path) -> Part:
    title = "Software help, English to Estonian, by a small model that knows nothing else"
    part = Part(demo / "software", "et", "argos", title, ("inflected", "flag"), demo / "packages")
    _newsdesk("init", str(part.root), "--locale", "et", "--contact", CONTACT)
    shutil.copytree(SOFTWARE, part.root, dirs_exist_ok=True)
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(demo / "packages")
    return part


def _newsdesk(*arguments: str, part: Part | None = None, silent: bool = True) -> str:
    """Run a command as somebody in the project's folder would, and give what it prints."""
    environment = dict(os.environ)
    if part and part.packages:
        environment["ARGOS_PACKAGES_DIR"] = str(part.packages)
    done = subprocess.run(
        [sys.executable, "-m", "translate", *arguments],
        cwd=part.root if part else ROOT, env=environment | {"PYTHONPATH": str(ROOT)}, check=False,
        capture_output=silent, text=True,
    )  # fmt: skip
    if done.returncode not in {ExitCode.CLEAN, ExitCode.FINDINGS}:
        click.echo(done.stderr, err=True, nl=False)
        raise FailedError(done.returncode)
    return done.stdout


def _show(part: Part) -> None:
    """Draft a project, and show what its glossary did."""
    click.secho(f"\n{part.title}", bold=True)
    report = json.loads(_newsdesk("draft", "--engine", part.engine, "--json", part=part))
    drafted = sum(catalog["drafted"] for catalog in report["catalogs"])
    terms = [terms for catalog in report["catalogs"] for terms in catalog["terms"].items()]
    known = sum(times for how, times in terms if how != How.UNDECIDED)
    click.echo(f"  {drafted} paragraphs and titles drafted, with {known} terms of the glossary")
    every, plain = _read(part), _without_glossary(part)
    lines = [*decided(every), *tagged(every)]
    for kind in part.kinds:
        if one := example(kind, every, plain):
            lines += told(kind, one, part.locale)
    click.echo("\n".join(lines))


def _without_glossary(part: Part) -> dict[str, str]:
    """What the same engine makes of the same articles, by msgid."""
    bare = replace(part, root=part.root.with_name(f"{part.root.name}-without-glossary"))
    shutil.copytree(part.root, bare.root, ignore=shutil.ignore_patterns("locales", ".newsdesk", "*.csv"))
    _newsdesk("draft", "--engine", part.engine, part=bare)
    plain = {entry.msgid: entry.msgstr for entry in _read(bare).entries}
    shutil.rmtree(bare.root)
    return plain


def _read(part: Part) -> Catalog:
    """All PO files of a project in one."""
    first, *others = (read(path.read_bytes(), path.name).catalog for path in part.catalogs)
    return replace(first, entries=(*first.entries, *(entry for other in others for entry in other.entries)))


def _again(parts: list[Part]) -> None:
    """A second run, which writes nothing but its report."""
    before = _bytes(parts)
    for part in parts:
        _newsdesk("nightly", "--engine", part.engine, part=part)
    told = (
        "nothing new, and nothing written"
        if _bytes(parts) == before
        else "the PO files have CHANGED, which is a fault of newsdesk's"
    )
    click.secho(f"\nThe next night: {told}", bold=True)


def _bytes(parts: list[Part]) -> list[bytes]:
    return [path.read_bytes() for part in parts for path in part.catalogs]


def _farewell(part: Part) -> None:
    """Where to look, and what to type."""
    click.secho("What to do next", bold=True)
    for what, how in (
        ("review", f"{_from_here(part.catalogs[0])}"),
        ("read", f"{_from_here(part.root)}/reports/morning.html"),
        ("type", f"cd {_from_here(part.root)} && {os.path.relpath(COMMAND, part.root)} status --worst 3"),
    ):
        click.echo(f"  {what:<7} {how}")


def _from_here(path: Path) -> str:
    return os.path.relpath(path)


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:2] or ["demo"]).absolute()))
