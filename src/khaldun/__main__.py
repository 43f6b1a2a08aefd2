"""The `khaldun` command with all its front ends, as `python -m khaldun` too."""

import gc

from khaldun.cli import main
from khaldun.cli.export import FOLDERS
from khaldun.web.command import command as serve
from khaldun.web.command import site

# What a command loads it keeps: to look for garbage in it time and again costs an eighth of its
# start.
gc.set_threshold(50_000, 10, 10)

main.add_command(serve)
FOLDERS["site"] = site

if __name__ == "__main__":
    main(prog_name="khaldun")
