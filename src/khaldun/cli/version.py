"""`khaldun --version`: every version that decides the result."""

import platform

import click

from khaldun import __version__


def print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the versions and end, where `--version` was given."""
    if not asked or ctx.resilient_parsing:
        return
    from khaldun.workspace import versions

    click.echo(f"khaldun {__version__} (Python {platform.python_version()})")
    for name, version in versions():
        click.echo(f"  {name:<24} {version}")
    ctx.exit()
