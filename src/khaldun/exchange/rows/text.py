"""A row of a table as a text, which remembers where each cell stands."""

from collections.abc import Iterable

from khaldun.record import Span


class RowText:
    """The text of a row: "<data set> <row id>", then "column: value" for each filled cell."""

    def __init__(self, data_set: str, row_id: str, cells: Iterable[tuple[str, str]]) -> None:
        lines = [f"{data_set} {row_id}"]
        length = len(lines[0]) + 1
        self.row_id = row_id
        self._cells: dict[str, tuple[int, str]] = {}
        for column, value in cells:
            if value and column not in self._cells:
                self._cells[column] = (length + len(column) + 2, value)
                lines.append(f"{column}: {value}")
                length += len(lines[-1]) + 1
        self.text = "\n".join(lines)

    def __contains__(self, column: str) -> bool:
        return column in self._cells

    def __getitem__(self, column: str) -> str:
        """The value of a cell, "" where it is empty."""
        return self._cells.get(column, (0, ""))[1]

    def span(self, column: str) -> Span:
        """The words of a cell; the whole row where it is empty."""
        if column not in self._cells:
            return Span.of(self.text, 0, len(self.text))
        start, value = self._cells[column]
        return Span.of(self.text, start, start + len(value))

    def part(self, column: str, words: str) -> Span:
        """Where `words` stand in a cell; the whole cell where they do not."""
        start, value = self._cells.get(column, (0, ""))
        found = value.find(words)
        if not words or found < 0:
            return self.span(column)
        return Span.of(self.text, start + found, start + found + len(words))
