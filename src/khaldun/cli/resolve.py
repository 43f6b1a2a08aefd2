"""`khaldun resolve`: what came of a forecast."""

from pathlib import Path

import click

from khaldun.cli.options import by_option, reason_option, record_option


@click.command(name="resolve")
@click.argument("forecast", metavar="FORECAST")
@click.argument("outcome", type=click.Choice(["hit", "miss", "void"]))
@record_option
@by_option
@reason_option
def command(forecast: str, outcome: str, path: Path, by: str, reason: str) -> None:
    """Decide what came of a forecast.

    A hit leaned the right way: that "unlikely" was said of what did not come is one. Void are
    forecasts of which it cannot be told, or whose condition was never met.
    """
    from khaldun.workspace import open_record

    with open_record(path) as record:
        decision = record.resolve(forecast, outcome, by=by, reason=reason)
    click.echo(f"decision {decision.sequence}: {forecast} is a {outcome}")
