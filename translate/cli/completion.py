"""``newsdesk completion``."""

from __future__ import annotations

import re

import click
from click.shell_completion import get_completion_class

from translate.cli import options
from translate.cli.command import Command
from translate.cli.project import print_json

SHELLS = ("bash", "zsh", "fish")


@click.command(
    cls=Command,
    examples=(
        (
            "For bash",
            "newsdesk completion bash > ~/.local/share/bash-completion/completions/newsdesk",
        ),
        ("For zsh, in a folder that is in $fpath", "newsdesk completion zsh > ~/.zfunc/_newsdesk"),
        ("For fish", "newsdesk completion fish > ~/.config/fish/completions/newsdesk.fish"),
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@options.as_json
@click.pass_context
def completion(ctx: click.Context, shell: str, as_json: bool) -> None:
    """Print the script that completes commands, options, locales, engines and articles in a shell."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click has no completion for {shell}")
    script = kind(ctx.find_root().command, {}, "newsdesk", "_NEWSDESK_COMPLETE").source()
    # Python itself has something to say when Ctrl-C comes before we are there.
    script = re.sub(r"(?<=_complete )\$1(?=\))|(?<= )newsdesk(?=\)[;}])", r"\g<0> 2>/dev/null", script)
    if as_json:
        print_json({"shell": shell, "script": script})
    else:
        click.echo(script)
