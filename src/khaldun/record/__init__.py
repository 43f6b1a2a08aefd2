"""What is recorded: frozen types, standard library only, no input or output."""

from khaldun.record.account import (
    Account,
    AnyStated,
    Bound,
    Contradiction,
    ContradictionKind,
    Count,
    Edition,
    Entity,
    Event,
    Figure,
    Joining,
    Stated,
    Tie,
)
from khaldun.record.actor import Actor, Mention, Office
from khaldun.record.claim import Attribution, Certainty
from khaldun.record.coded import CodedDocument, CoderIdentity, spans_of
from khaldun.record.decision import Action, Change, Decision
from khaldun.record.document import Document, Publication, Segment, document_id, text_digest
from khaldun.record.forecast import Forecast, Probability
from khaldun.record.place import Place
from khaldun.record.problem import Problem
from khaldun.record.quantity import Quantity
from khaldun.record.relation import Relation
from khaldun.record.report import Report, Unclassified
from khaldun.record.selection import Selection
from khaldun.record.span import Span
from khaldun.record.time import Time, Timex, When
from khaldun.record.vocabulary import (
    EventType,
    Factuality,
    HolderKind,
    Means,
    Precision,
    PublicationBasis,
    QuantityRole,
    RelationType,
    SegmentKind,
    Status,
    TimeBasis,
    TimexType,
)

__all__ = [
    "Account",
    "Action",
    "Actor",
    "AnyStated",
    "Attribution",
    "Bound",
    "Certainty",
    "Change",
    "CodedDocument",
    "CoderIdentity",
    "Contradiction",
    "ContradictionKind",
    "Count",
    "Decision",
    "Document",
    "Edition",
    "Entity",
    "Event",
    "EventType",
    "Factuality",
    "Figure",
    "Forecast",
    "HolderKind",
    "Joining",
    "Means",
    "Mention",
    "Office",
    "Place",
    "Precision",
    "Probability",
    "Problem",
    "Publication",
    "PublicationBasis",
    "Quantity",
    "QuantityRole",
    "Relation",
    "RelationType",
    "Report",
    "Segment",
    "SegmentKind",
    "Selection",
    "Span",
    "Stated",
    "Status",
    "Tie",
    "Time",
    "TimeBasis",
    "Timex",
    "TimexType",
    "Unclassified",
    "When",
    "document_id",
    "spans_of",
    "text_digest",
]
