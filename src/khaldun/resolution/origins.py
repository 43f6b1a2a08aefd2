"""Independent sources: copies, agency text and repeated sentences count once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from khaldun.gazetteer.names import fold_name
from khaldun.record import AnyStated, HolderKind
from khaldun.resolution.unions import Unions

_LONG = 8  # words of a sentence that two do not write alike by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Where statements come from: for each its origin, and for each origin its name."""

    of: Mapping[str, str]
    names: tuple[str, ...]


def origins_of(stated: Sequence[AnyStated], lineages: Mapping[str, str]) -> Origins:
    """The origins of statements; those that share a text, agency, outlet or sentence share one.

    An origin bears the name of its earliest published source.
    """
    if len(stated) == 1:
        return Origins(of={stated[0].id: stated[0].id}, names=(_name(stated[0]),))
    unions: Unions[str] = Unions(item.id for item in stated)
    first: dict[str, str] = {}
    for item in stated:
        for ground in _grounds(item, lineages):
            unions.join(item.id, first.setdefault(ground, item.id))
    members: dict[str, list[AnyStated]] = defaultdict(list)
    for item in stated:
        members[unions.find(item.id)].append(item)
    heads = [min(found, key=_earliest_first) for found in members.values()]
    home = {
        m.id: head.id for head, found in zip(heads, members.values(), strict=True) for m in found
    }
    return Origins(of=home, names=tuple(sorted({_name(head) for head in heads})))


def _grounds(item: AnyStated, lineages: Mapping[str, str]) -> Iterable[str]:
    yield f"text:{lineages.get(item.document, item.document)}"
    if item.source:
        yield f"source:{_outlet(item.source)}"
    sentence = fold_name(item.item.evidence.quote)
    if len(sentence.split()) >= _LONG:
        yield f"sentence:{sentence}"
    for link in item.item.attribution:
        # "Local media" are no source that two documents can share; "Reuters" is.
        if link.kind is HolderKind.MEDIA and not link.holder.islower():
            yield f"source:{_outlet(link.holder)}"


def _outlet(name: str) -> str:
    return fold_name(name).removeprefix("the ").removeprefix("www ")


def _earliest_first(item: AnyStated) -> tuple[bool, str, str, str]:
    published = item.published
    day = published.earliest.isoformat() if published is not None else ""
    return published is None, day, _name(item), item.id


def _name(item: AnyStated) -> str:
    return item.source or item.document
