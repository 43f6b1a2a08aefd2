"""UCDP GED's types of violence and precision codes, and what they are in our terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from khaldun.errors import OntologyError
from khaldun.ontology.data_files import load_data
from khaldun.record import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeOfViolence:
    """A type of violence: which classes of parties stand against each other, side a first.

    `sectors` are those of side a and b where their names do not tell; `mutual`: the sides
    say nothing of who attacked.
    """

    number: int
    label: str
    sides: tuple[tuple[str, str], ...]
    sectors: tuple[str, str]
    mutual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ucdp:
    """The code lists of UCDP GED in one version."""

    version: str
    types: Mapping[int, TypeOfViolence]
    classes: Mapping[str, str]
    date_precisions: Mapping[int, int]
    place_precisions: Mapping[int, Precision | None]

    def type_between(
        self, one: str | None, other: str | None
    ) -> tuple[TypeOfViolence, bool] | None:
        """The type of violence between two sectors, and whether `other` is its side a."""
        pair = (self.classes.get(one or ""), self.classes.get(other or ""))
        for kind in self.types.values():
            if pair in kind.sides:
                return kind, False
            if kind.mutual and pair[::-1] in kind.sides:
                return kind, True
        return None

    def date_precision(self, days: int) -> int | None:
        """The value of date_prec for a range of so many days, None where it is too long."""
        fitting = (code for code, longest in self.date_precisions.items() if days <= longest)
        return next(fitting, None)

    def place_precision(self, precision: Precision) -> int:
        """The value of where_prec for how exact a place is."""
        wanted = Precision.TOWN if precision is Precision.POINT else precision
        return next(code for code, p in self.place_precisions.items() if p is wanted)


@cache
def ucdp() -> Ucdp:
    """UCDP GED's lists as they ship with Khaldun.

    Raises:
        OntologyError: the data file breaks its rules.
    """
    content = load_data("ucdp")
    try:
        types = {
            number: TypeOfViolence(
                number=number,
                label=fields["label"],
                sides=tuple((one, other) for one, other in fields["sides"]),
                sectors=(fields["sectors"][0], fields["sectors"][1]),
                mutual=fields["mutual"],
            )
            for number, fields in content["types_of_violence"].items()
        }
        classes = {s: name for name, sectors in content["classes"].items() for s in sectors}
        places = {
            code: Precision(name) if name else None for code, name in content["where_prec"].items()
        }
    except (KeyError, TypeError, ValueError) as error:
        raise OntologyError(f"ucdp.yaml: missing or malformed: {error}") from error
    return Ucdp(
        version=content["version"],
        types=MappingProxyType(types),
        classes=MappingProxyType(classes),
        date_precisions=MappingProxyType(content["date_prec"]),
        place_precisions=MappingProxyType(places),
    )
