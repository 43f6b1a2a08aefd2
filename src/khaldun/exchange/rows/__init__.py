"""Rows of other people's tables as coded documents: every row is a document of its own.

The text of the document is the row, a line for each filled cell, so that whatever is read from
a cell has the words of that cell as its evidence, and nothing needs to be made up.
"""
