"""`khaldun explain`: how a sentence was read, and why."""

import click

from khaldun.cli.console import console_for
from khaldun.cli.options import published_option, source_argument


@click.command(name="explain")
@source_argument
@click.option(
    "--sentence",
    "-n",
    type=click.IntRange(min=1),
    help="The number of the sentence; without it, all sentences are listed with their numbers.",
)
@published_option
def command(source: str, sentence: int | None, published: str | None) -> None:
    """Show how a sentence of SOURCE was read.

    Its syntax, the actors, times and places in it, the rules that fired, the records they
    made, and what was dropped, with the reason.
    """
    from khaldun.cli.explanation import print_explanation, print_sentences
    from khaldun.workspace import explain, sentences_of

    console = console_for()
    if sentence is None:
        print_sentences(console, sentences_of(source))
    else:
        print_explanation(console, explain(source, sentence=sentence, published=published))
