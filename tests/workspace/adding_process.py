"""`python -m tests.workspace.adding_process RECORD FIRST NUMBER`: adds made documents.

It prints the id of each document when that is acknowledged.
"""

import sys

import khaldun
from benchmarks.generated import documents
from khaldun.workspace import Addition


def _tell(addition: Addition) -> None:
    print(addition.document, flush=True)


if __name__ == "__main__":
    path, first, number = sys.argv[1:]
    with khaldun.open(path) as record:
        print("open", flush=True)
        record.add_coded(documents(int(number), int(first)), acknowledge=_tell)
