"""The `khaldun` command with all its front ends, as `python -m khaldun` too."""

from khaldun.cli import main
from khaldun.web.command import command as serve

main.add_command(serve)

if __name__ == "__main__":
    main(prog_name="khaldun")
