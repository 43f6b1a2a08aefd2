"""The `khaldun` command with all its front ends, as `python -m khaldun` too."""

from khaldun.cli import main
from khaldun.cli.export import FOLDERS
from khaldun.web.command import command as serve
from khaldun.web.command import site

main.add_command(serve)
FOLDERS["site"] = site

if __name__ == "__main__":
    main(prog_name="khaldun")
