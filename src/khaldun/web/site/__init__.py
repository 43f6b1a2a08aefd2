"""A copy of the workbench on disk: every view but the review, to be read without a server.

The pages are those that the server would answer with, with links from file to file. They run
the same scripts, ask for nothing, write nothing, and fetch nothing.
"""

from khaldun.web.site.writing import write_site

__all__ = ["write_site"]
