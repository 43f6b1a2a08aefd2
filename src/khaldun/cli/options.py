"""Arguments and options that several commands share."""

import click

sources_argument = click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(allow_dash=True)
)
source_argument = click.argument("source", type=click.Path(allow_dash=True))
published_option = click.option(
    "--published",
    metavar="DATE",
    help="When the documents were published (2020-08-20), instead of what they say.",
)
