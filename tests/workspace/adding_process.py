"""`python -m tests.workspace.adding_process RECORD FIRST NUMBER`: adds made documents.

It prints the id of each document when that is acknowledged.
"""

import sys

import khaldun
from benchmarks.generated import documents
from khaldun.workspace import Addition

_TOGETHER = 7  # so few that a kill falls between any two transactions, or within one


def _tell(addition: Addition) -> None:
    print(addition.document, flush=True)


if __name__ == "__main__":
    path, first, number = sys.argv[1:]
    with khaldun.open(path) as record:
        print("open", flush=True)
        made = documents(int(number), int(first))
        record.add_coded(made, acknowledge=_tell, together=_TOGETHER)
