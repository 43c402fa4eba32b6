"""The commands as typer sees them: a group that imports one only when it runs."""

from __future__ import annotations

import importlib
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from peercoach.cli.table import COMMANDS
from peercoach.errors import PeercoachError

_Built = TyperCommand | TyperGroup
# newer typers carry click inside, older ones import it: by way of typer's own error both are the same
_UsageError: Any
_ClickError: Any
_UsageError, _ClickError = typer.BadParameter.__mro__[1:3]


class _LazyGroup(TyperGroup):
    """A group that knows its commands' names and short helps, and imports one when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return [name for name, command in COMMANDS.items() if not command.hidden]

    def get_command(self, ctx: Any, cmd_name: str) -> _Built | None:
        del ctx
        return _load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str, _Built, list[str]]:
        name = args[0]
        if name not in COMMANDS:
            import difflib  # only for a slip: it takes 4 ms

            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
            hint = f"Did you mean '{near[0]}'?" if near else "peercoach --help lists them all."
            raise PeercoachError(f"There is no command '{name}'.", hint, status=2)
        return name, _load(name), args[1:]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].help) for name in self.list_commands(ctx)])


def _load(name: str) -> _Built:
    command = COMMANDS[name]
    found = getattr(importlib.import_module(f"peercoach.cli.{command.module}"), command.attribute)
    if not isinstance(found, typer.Typer):
        single = typer.Typer(add_completion=False)
        single.command(name, help=command.help)(found)
        found = single
    found.rich_markup_mode = None
    built: Any = typer.main.get_command(found)
    built.name = name
    return cast("_Built", built)


app = typer.Typer(
    cls=_LazyGroup,
    name="peercoach",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _home(
    context: typer.Context,
    *,
    plain: Annotated[
        bool, typer.Option("--plain", envvar="PEERCOACH_PLAIN", help="Plain lines: no colour, nothing drawn.")
    ] = False,
    private: Annotated[bool, typer.Option("--private", help="Keep nothing at all.")] = False,
    profile: Annotated[
        str,
        typer.Option(
            "--profile",
            metavar="NAME",
            envvar="PEERCOACH_PROFILE",
            help="Whose turn it is, where several people share this computer.",
        ),
    ] = "",
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version and leave.")] = False,
) -> None:
    """Practise supporting other people in a group chat: offline, at your own pace.

    Without a command, peercoach shows where you can go from here.
    """
    del profile  # taken out of the line before it comes here; shown for `--help`
    if version:
        from peercoach import __version__

        print(f"peercoach {__version__}")
    elif context.invoked_subcommand:
        wanted = {name: True for name, on in (("plain", plain), ("private", private)) if on}
        context.default_map = {context.invoked_subcommand: wanted}
    else:
        from peercoach.cli.home import home

        home(plain=plain, private=private)


def run(args: list[str]) -> int:
    """Run the command line; the exit status. Wrong usage is said in one sentence on stderr.

    Not by typer's own `main`, which would swallow Ctrl-C and closed pipes before the one handler sees them.
    """
    group = typer.main.get_command(app)
    try:
        with group.make_context("peercoach", list(args)) as context:
            group.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except _UsageError as wrong:
        where = wrong.ctx.command_path if wrong.ctx else "peercoach"
        raise PeercoachError(wrong.format_message(), f"Try: {where} --help", status=2) from None
    except _ClickError as trouble:
        raise PeercoachError(trouble.format_message()) from None
    return 0
