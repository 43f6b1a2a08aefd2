"""`khaldun serve`, the workbench over a record in the browser, and the copy of it on disk."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khaldun.record import Selection

if TYPE_CHECKING:
    from khaldun.workspace import Record


@click.command(name="serve")
@click.option(
    "--record",
    "path",
    required=True,
    envvar="KHALDUN_RECORD",
    show_envvar=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The record to work on; a new one where there is none.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port; any free one if 0.")
def command(path: Path, host: str, port: int) -> None:
    """Read, check and correct a record in the browser.

    Prints an address that is good once, and serves until Ctrl-C. Only this machine can reach
    it unless another --host is given; whoever comes needs the address.
    """
    from khaldun.web.serving import serve
    from khaldun.workspace import open_record

    open_record(path).close()
    serve(path, host=host, port=port, announce=lambda address: click.echo(f"Open {address}"))


def site(
    record: "Record", folder: Path, selection: Selection, progress: Callable[[], object]
) -> int:
    """`khaldun export --format site`: a copy of the workbench on disk."""
    from khaldun.web.site import write_site

    return write_site(record, folder, selection=selection, progress=progress)
