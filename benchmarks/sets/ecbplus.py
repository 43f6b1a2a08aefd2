"""ECB+: the same event across reports (Cybulska and Vossen 2014).

Needs documents to be resolved together, which the coder does not do yet: the file is read and
checked, its items are counted, and the figure is "not yet".
"""

from benchmarks.gold import Row
from benchmarks.outcomes import Code, GoldSet, Outcome, Pending


def judge(item: Row, code: Code) -> Outcome:
    """Nothing is judged yet."""
    return Outcome(item=item.doc_id)


SET = GoldSet(
    name="ecbplus",
    row=Row,
    judge=judge,
    metrics=(),
    pending=(
        Pending(name="CoNLL F1 across documents", reason="documents are not resolved together"),
    ),
)
