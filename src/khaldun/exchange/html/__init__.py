"""Coded documents as one page: the text with its evidence marked, the records beside it.

The page needs nothing but itself: no script, no font, no picture, and a policy that forbids
a browser to fetch any. Whatever the text holds is shown as text.
"""

from khaldun.exchange.html.page import to_html

__all__ = ["to_html"]
