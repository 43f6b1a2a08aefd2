"""What the exit status of the command says; listed in docs/reference/command-line.md."""

CODED = 0
NOTHING_CODED = 1
FAILED = 1
USAGE = 2
PARTLY_CODED = 3
DAMAGED = 4
UNAVAILABLE = 5


def of_run(*, coded: int, problems: int) -> int:
    """The status after coding `coded` documents and meeting `problems` problems."""
    if not coded:
        return NOTHING_CODED
    return PARTLY_CODED if problems else CODED
