"""What real editors do to a PO file when they save it, beside what a person has changed in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translate.catalogs.reading import PoFile
from translate.catalogs.writing import render
from translate.core.entries.catalog import FUZZY, Catalog, Entry, Header

_MSGSTR = re.compile(r'^((?:#~ )?msgstr(?:\[\d\])? )""\n((?:(?:#~ )?".*"\n?)+)', re.MULTILINE)


def as_gettext_does(block: str) -> str:
    """An entry whose translation is wrapped at 79 columns."""
    return block


def in_one_line(block: str) -> str:
    """An entry whose translation is not wrapped; it still breaks behind a line's end."""

    def joined(found: re.Match[str]) -> str:
        text = "".join(re.findall(r'"(.*)"', found[2]))
        lines = re.sub(r"(?<!\\)\\n(?=.)", '\\\\n"\n"', text)
        return f'{found[1]}"{lines}"' + "\n" * found[2].endswith("\n")

    return _MSGSTR.sub(joined, block)


def space_first(block: str) -> str:
    """An entry whose translation breaks before a space, not behind it."""
    return _MSGSTR.sub(lambda found: re.sub(r' "\n((?:#~ )?)"', r'"\n\1" ', found[0]), block)


@dataclass(frozen=True, slots=True, repr=False)
class Editor:
    """A program that translators work with."""

    name: str
    """What it is called; it may say so in the header, with its version."""
    header: tuple[tuple[str, str], ...] = ()
    """The fields of the header that it sets."""
    signs: tuple[int, str] | None = None
    """The line that it adds to the comment above the header, and before which other one."""
    dates: bool = True
    """Whether it says when it saved."""
    lays_out: Callable[[str], str] = as_gettext_does
    """What it makes of the lines of a translation that a person has changed."""
    all_anew: bool = False
    """Whether it does so to all of them."""
    leaves_fuzzy: bool = False
    """Whether an entry stays fuzzy when its text is deleted."""

    def __repr__(self) -> str:
        return self.name

    def saves(self, file: PoFile, entries: Sequence[Entry], minute: str) -> bytes:
        """The file as this editor leaves it; what did not change keeps its lines.

        Args:
            file: What it opened.
            entries: What a person has made of the entries.
            minute: When, as headers have it.
        """
        were = file.catalog.by_key()
        blocks = [self._header(file, minute)] if file.header_entry else []
        blocks += [self._block(file, entry, were.get(entry.key)) for entry in entries]
        if file.tail:
            blocks.append(file.tail)
        return ("\n\n".join(blocks) + "\n").encode(file.charset)

    def _header(self, file: PoFile, minute: str) -> str:
        block = file.blocks[file.header_entry]
        for name, value in (*self.header, *((("PO-Revision-Date", minute),) if self.dates else ())):
            block = re.sub(
                rf'^"{name}: .*\\n"$', lambda _, n=name, v=value: f'"{n}: {v}\\n"', block, flags=re.MULTILINE
            )
        lines = block.split("\n")
        if self.signs and f"# {self.signs[1]}" not in lines and lines[0].startswith("#"):
            lines.insert(self.signs[0], f"# {self.signs[1]}")
        block = "\n".join(lines)
        return self.lays_out(block) if self.all_anew else block

    def _block(self, file: PoFile, entry: Entry, was: Entry | None) -> str:
        if not (entry.translated or self.leaves_fuzzy):
            entry = replace(entry, flags=tuple(flag for flag in entry.flags if flag != FUZZY))
        block = file.blocks.get(entry)
        if block is None or self.all_anew:
            block = render(Catalog(Header(), (entry,)), wrap=file.wrap).decode().rstrip("\n")
        if self.all_anew or was is None or was.msgstr != entry.msgstr:
            block = self.lays_out(block)
        return block


POEDIT = Editor("Poedit", (("X-Generator", "Poedit 3.2.2"),))
LOKALIZE = Editor(
    "Lokalize",
    (
        ("Last-Translator", "Ana Prueba <ana@example.org>"),
        ("Language-Team", "C <kde-i18n-doc@kde.org>"),
        ("X-Generator", "Lokalize 22.12.3"),
    ),
    signs=(2, "Ana Prueba <ana@example.org>, 2026."),
    lays_out=space_first,
)
GTRANSLATOR = Editor(
    "Gtranslator", (("X-Generator", "Gtranslator 42.0"),), signs=(1, "newsdesk <desk@example.org>, 2026.")
)
EMACS = Editor("Emacs' po-mode", lays_out=in_one_line, leaves_fuzzy=True)
WEBLATE = Editor(
    "Weblate",
    (
        ("Last-Translator", "Weblate Admin <a@example.org>"),
        ("Language-Team", "Spanish <http://127.0.0.1:8077/projects/desk/ferry/es/>"),
        ("Plural-Forms", "nplurals=2; plural=n != 1;"),
        ("X-Generator", "Weblate 5.14.3"),
    ),
)
PYPO = Editor("pypo", dates=False)
OMEGAT = Editor("OmegaT", dates=False, lays_out=in_one_line, all_anew=True)
"""It has no file to save: it exports one."""

EDITORS = (POEDIT, LOKALIZE, GTRANSLATOR, EMACS, WEBLATE, PYPO)
