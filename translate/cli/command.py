"""What every command has: the same options for its output, examples below its help, a guess at a mistyped name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from translate.core.text.folding import fold
from translate.values import dataclass

if TYPE_CHECKING:
    from translate.cli.unchanged import Run

Example = tuple[str, str]
"""What somebody wants, and the line to type."""

_heading = partial(click.style, fg="green", bold=True)
_name = partial(click.style, fg="cyan", bold=True)
_PAGE = 78
"""Columns of help that is written to a file or to a pager, whatever the shell believes that a terminal has."""
_LEAST = 24
"""Columns that an explanation needs beside what it explains."""


@dataclass(slots=True)
class Wishes:
    """What was asked of the output, ahead of the command's name or behind it."""

    project: str | None = None
    """The project's folder, or its newsdesk.toml."""
    settings: tuple[str, ...] = ()
    """What is set for this command, each as ``KEY=VALUE``."""
    color: bool | None = None
    """None where nobody has said: a terminal has colours, a file has none."""
    quiet: bool = False
    verbose: bool = False
    run: Run | None = None
    """The run that begins, if the next one may know it again."""


def wishes(ctx: click.Context) -> Wishes:
    """What was asked of the output."""
    found: Wishes = ctx.find_root().ensure_object(Wishes)
    return found


def colors_wanted(environment: Mapping[str, str]) -> bool | None:
    """What the environment asks for: NO_COLOR before FORCE_COLOR, as no-color.org and force-color.org have it."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None


class Formatter(click.HelpFormatter):
    """Help in which no option and no command is broken at the end of a line, with colours where they are wanted."""

    def write_heading(self, heading: str) -> None:
        """Write a section's name."""
        super().write_heading(_heading(heading))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        usage = prefix or "Usage:"
        taken = len(f"{usage} {prog} ") if args else 0
        lines = fold(args, self.width, hang=" " * len(f"{usage} "), taken=taken)
        self.write(f"{_heading(usage)} {_name(prog)} ".rstrip() + f" {lines[0]}".rstrip() + "\n")
        self.write("".join(f"{line}\n" for line in lines[1:]))

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            lines = fold(" ".join(paragraph.split()), self.width - self.current_indent)
            self.write("\n" * bool(number) + "".join(f"{indent}{line}\n" for line in lines))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with what they are for beside them, or below where there is no room."""
        listed = list(rows)
        left = max((len(name) for name, _ in listed if len(name) <= col_max), default=0) + col_spacing
        if self.width - self.current_indent - left < _LEAST:
            left = 2 * col_spacing
        indent = " " * self.current_indent
        for name, meaning in listed:
            beside = len(name) + col_spacing <= left
            lines = fold(meaning, self.width - self.current_indent - left) if meaning else []
            first = " " * (left - len(name)) + lines.pop(0) if beside and lines else ""
            self.write(f"{indent}{_name(name)}{first}\n")
            self.write("".join(f"{indent}{'':{left}}{line}\n" for line in lines))


class _Context(click.Context):
    formatter_class = Formatter

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if sys.stdout is None or not sys.stdout.isatty():
            self.terminal_width = _PAGE
        if self.color is None:
            self.color = colors_wanted(os.environ)


def _note(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
    # A command says nothing by leaving an option out that stood ahead of its name.
    if value and parameter.name:
        setattr(wishes(ctx), parameter.name, value)


def _set(ctx: click.Context, _parameter: click.Parameter, value: Sequence[str]) -> None:
    for each in value:
        if not each.partition("=")[0].strip(".") or "=" not in each:
            raise click.BadParameter(f"“{each}” sets nothing; write it as models.index=https://example.org/", ctx=ctx)
    wishes(ctx).settings += tuple(value)


def _color(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        wanted = {"always": True, "never": False, "auto": colors_wanted(os.environ)}[value]
        ctx.color = wanted
        wishes(ctx).color = wanted
    elif ctx.parent is None:
        wishes(ctx).color = ctx.color


GLOBAL: tuple[click.Option, ...] = (
    click.Option(
        ["project", "--project"],
        type=click.Path(),
        metavar="FOLDER",
        expose_value=False,
        callback=_note,
        help="This project, whoever owns it; by default the one here or above.",
    ),
    click.Option(["project", "--config"], type=click.Path(), expose_value=False, callback=_note, hidden=True),
    click.Option(
        ["settings", "--set"],
        multiple=True,
        metavar="KEY=VALUE",
        expose_value=False,
        callback=_set,
        help="Set a key of the machine's, such as models.index; may be repeated.",
    ),
    click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_note,
        help="Say only what needs a person.",
    ),
    click.Option(
        ["-v", "--verbose"],
        is_flag=True,
        expose_value=False,
        callback=_note,
        help="Say more: every file, each flagged term, the notes.",
    ),
    click.Option(
        ["--color"],
        type=click.Choice(["auto", "always", "never"]),
        metavar="WHEN",
        is_eager=True,
        expose_value=False,
        callback=_color,
        help="auto, always or never; by default as NO_COLOR asks.",
    ),
)


class Command(click.Command):
    """A command that takes the options that every command has, and shows its own first.

    Args:
        arguments, named: As click has them.
        examples: What somebody may want, each with the line to type.
    """

    context_class = _Context

    def __init__(self, *arguments: Any, examples: Sequence[Example] = (), **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.context_settings = {"help_option_names": ["-h", "--help"]}
        self.examples = examples

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The command's own options, those that every command has, and --help."""
        *own, last = super().get_params(ctx)
        return [*own, *GLOBAL, last]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's own options, then those of every command."""
        shown = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        common = [p for p in shown if p in GLOBAL or "--help" in p.opts or "--version" in p.opts]
        for heading, options in (
            ("Options", [p for p in shown if p not in common]),
            ("Options of every command" if ctx.parent else "Options", common),
        ):
            if rows := [row for option in options if (row := option.get_help_record(ctx))]:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each ready to be copied."""
        if self.examples:
            with formatter.section("Examples"):
                for purpose, line in self.examples:
                    formatter.write(click.style(f"  # {purpose}", dim=True) + f"\n  {line}\n")
        super().format_epilog(ctx, formatter)


class Group(Command, click.Group):
    """Commands below a name of their own; see `Command` for the arguments."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands first: they are what somebody looks for here."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with the whole of its first sentence."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, _first_sentence(self.get_command(ctx, name))) for name in self.list_commands(ctx)]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named; where there is none, the one that is most like it is told."""
        from translate.core.text.guessing import did_you_mean

        name, known = args[0], self.list_commands(ctx)
        if name in known or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"No such command “{name}”{did_you_mean(name, known, otherwise='.')}", ctx=ctx)


def _first_sentence(command: click.Command | None) -> str:
    return " ".join((command.help or "").partition("\n\n")[0].split()) if command else ""
