"""Joins the names of a document: one actor for all names of one real actor."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.owners import owner_of
from khaldun.coding.mentions import NamedMention, NameType
from khaldun.coding.mentions.givennames import gender_of
from khaldun.coding.mentions.nouns import (
    ActorNoun,
    NounKind,
    is_plural,
    lexicon,
    noun_ending_at,
    singular,
)
from khaldun.coding.mentions.spelling import (
    abbreviates,
    initials,
    name_words,
    same_person,
    skeleton,
)
from khaldun.coding.syntax import Syntax, Word
from khaldun.gazetteer import gazetteer
from khaldun.ontology.registry import RegistryEntry, RegistryKind, fold_name, registry

_RENAMING_REACH = 24  # words after a name in which its other name must start
_QUOTES = frozenset({"'", '"', "''", "``", "“", "‘"})
_OPENING = _QUOTES | {"("}
_GOVERNMENTS = frozenset({"government", "republic", "kingdom", "state"})
_DASHES = frozenset({"-", "--", "–", "—"})


class NameJoiner:
    """Gives each named mention its cluster: full names first, then what shortens them."""

    def __init__(self, syntax: Syntax, clusters: Clusters) -> None:
        self.syntax = syntax
        self.clusters = clusters
        self.of_name: dict[tuple[NameType, str], Cluster] = {}
        self._index: dict[str, list[Cluster]] = {}

    def join(self, mentions: Iterable[NamedMention]) -> None:
        """Join all named mentions: longest names make the clusters, then all are joined."""
        found = list(mentions)
        filed: set[Cluster] = set()
        for mention in sorted(found, key=lambda m: (-_weight(m), m.head.index)):
            cluster = self._cluster(mention)
            self.of_name.setdefault(self._identity(mention), cluster)
            if cluster not in filed:
                filed.add(cluster)
                self._file(cluster)
        self._join_renamed({m.name[0].index: m for m in found})
        for mention in found:
            self._record(mention, self._bearer(mention))

    def _bearer(self, mention: NamedMention) -> Cluster:
        """The actor of the name; of several with one surname, the one spoken of last."""
        cluster = self.of_name[self._identity(mention)]
        if not cluster.person or len(mention.name) > 1:
            return cluster
        name = self._name(mention)
        gender = _titled_gender(mention)
        sharing = [
            c
            for c in self._indexed(*_person_keys(name))
            if c.joined
            and c.gender in (None, gender or c.gender)
            and any(same_person(name, other) for other in _all_names(c))
        ]
        return max(sharing, key=lambda c: c.joined[-1].mention.head.index, default=cluster)

    def _identity(self, mention: NamedMention) -> tuple[NameType, str]:
        """What makes two mentions one without further thought: reading and spelling.

        A demonym's phrase counts too: "the Syrians" are the state, "two Syrians" are not.
        """
        name = self._name(mention)
        if mention.type is NameType.PEOPLE and mention.entries:
            if not is_plural(mention.head):
                return mention.type, f"{name} {mention.head.index}"
            return mention.type, f"{_definite(mention)} {name}"
        return mention.type, name

    def _people(self, mention: NamedMention, entry: RegistryEntry) -> Cluster:
        """Read "the Syrians" as the state, "Syrians" as its people, "a Syrian" as a person."""
        state = entry.kind is RegistryKind.STATE
        if is_plural(mention.head) and state and _definite(mention):
            return self._of_entry(entry, replace(mention, type=NameType.STATE))
        if is_plural(mention.head) or not state:
            cluster = self._new(f"people {entry.id}", mention)
            cluster.plural = True
        else:
            cluster = self._new(f"phrase {mention.head.index}", mention)
            cluster.type = NameType.PERSON
        cluster.sector, cluster.country = "CVL", entry.country
        return cluster

    def _name(self, mention: NamedMention) -> str:
        first, last = mention.name[0], mention.name[-1]
        return self.syntax.text[first.start : last.end]

    def _cluster(self, mention: NamedMention) -> Cluster:
        known = self.of_name.get(self._identity(mention))
        if known is not None:
            return known
        entry = self._entry(mention)
        if mention.type is NameType.PEOPLE and entry is not None:
            return self._people(mention, entry)
        if mention.type is NameType.PERSON:
            return self._person(mention, entry)
        state = _governed(mention) if entry is None else None
        if state is not None:
            return self._of_entry(state, replace(mention, type=NameType.STATE))
        return self._of_entry(entry, mention) if entry is not None else self._body(mention)

    def _entry(self, mention: NamedMention) -> RegistryEntry | None:
        """The registry's entry, of the kind that the mention was read as."""
        person = mention.type is NameType.PERSON
        for entry in mention.entries:
            if (entry.kind is RegistryKind.PERSON) == person:
                return entry
        return None

    def _of_entry(self, entry: RegistryEntry, mention: NamedMention) -> Cluster:
        found = self.clusters.get(entry.id)
        if found is None:
            found = self._new(entry.id, mention)
            found.entry, found.sector, found.country = entry, entry.sector, entry.country
            found.gender = gender_of(entry.name) if found.person else None
            for office in entry.offices:
                title = office.title.lower()
                found.nouns.update((title, title.split()[-1]))
        return found

    def _person(self, mention: NamedMention, entry: RegistryEntry | None) -> Cluster:
        name = self._name(mention)
        known = self.clusters.get(entry.id) if entry is not None else None
        if known is not None:
            return known
        for cluster in self._indexed(*_person_keys(name)):
            both_known = entry is not None and cluster.entry is not None
            if both_known and entry is not cluster.entry and len(mention.name) > 1:
                continue
            if any(same_person(name, other) for other in _all_names(cluster)):
                return cluster
        if entry is not None:
            return self._of_entry(entry, mention)
        return self._new(f"person {fold_name(name)}", mention)

    def _body(self, mention: NamedMention) -> Cluster:
        name = self._name(mention)
        folded = fold_name(name)
        same = self._indexed(f"body {folded}", f"acronym {name.replace('.', '')}")
        if same:
            return same[0]
        opening = [] if _says_little(folded) else self._indexed(f"opening {folded}")
        if len(opening) == 1 and opening[0].entry is None:
            return opening[0]
        ending = self._indexed(f"ending {folded}")
        if len(ending) == 1 and folded in lexicon().nouns:
            return ending[0]
        return self._new(f"{mention.type.value} {folded}", mention)

    def _new(self, key: str, mention: NamedMention) -> Cluster:
        known = self.clusters.get(key)
        if known is not None:
            return known
        cluster = self.clusters.add(Cluster(key=key, type=mention.type))
        if mention.type is NameType.PLACE:
            cluster.sector, cluster.country = "GOV", _country_of_place(self._name(mention))
        noun = None if cluster.person else self._body_noun(mention.name)
        if noun is not None:
            cluster.sector = noun.sector or cluster.sector
            cluster.nouns.add(noun.phrase)
        cluster.names.append(self._name(mention))
        return cluster

    def _indexed(self, *keys: str) -> list[Cluster]:
        """The clusters under any of these keys, latest first."""
        found = (c for key in keys for c in reversed(self._index.get(key, ())))
        return list(dict.fromkeys(found))

    def _file(self, cluster: Cluster) -> None:
        """Make a cluster findable by its names."""
        for name in _all_names(cluster):
            for key in _person_keys(name) if cluster.person else _body_keys(name):
                self._index.setdefault(key, []).append(cluster)

    def _record(self, mention: NamedMention, cluster: Cluster) -> None:
        name = self._name(mention)
        reason = _reason(mention, name, cluster)
        if name not in cluster.names:
            cluster.names.append(name)
        self.clusters.join(mention, cluster, reason, inferred=False)
        if cluster.person:
            cluster.gender = cluster.gender or gender_of(name)
        self._read_title(mention, cluster)

    def _read_title(self, mention: NamedMention, cluster: Cluster) -> None:
        cluster.gender = _titled_gender(mention) or cluster.gender
        if mention.title:
            cluster.nouns.update((singular(mention.title[-1]), self._office(mention.title[-1])))
            cluster.sector = cluster.sector or self._title_sector(mention.title[-1])
            cluster.country = cluster.country or _country_before(mention)
            cluster.body = cluster.body or owner_of(mention.title[-1], self.clusters)

    def _office(self, word: Word) -> str:
        """The whole office that ends at `word`: "prime minister"."""
        sentence = self.syntax.sentences[word.sentence]
        noun = noun_ending_at(sentence.words, word.index - sentence.words[0].index)
        return noun.phrase if noun is not None else singular(word)

    def _title_sector(self, word: Word) -> str | None:
        sentence = self.syntax.sentences[word.sentence]
        noun = noun_ending_at(sentence.words, word.index - sentence.words[0].index)
        short = lexicon().honorific_sectors.get(word.lower.rstrip("."))
        return noun.sector if noun is not None else short

    def _body_noun(self, name: tuple[Word, ...]) -> ActorNoun | None:
        """The body noun in a name: "Ministry of Defense", "Free Youth Party"."""
        sentence = self.syntax.sentences[name[0].sentence]
        for word in (name[-1], name[0], *name):
            noun = noun_ending_at(sentence.words, word.index - sentence.words[0].index)
            if noun is not None and noun.is_any((NounKind.BODY,)):
                return noun
        return None

    def _join_renamed(self, starts: Mapping[int, NamedMention]) -> None:
        """Join "Full Name (FN)", "X, also known as Y", "X (Arabic: …, 'Y')"."""
        for mention in starts.values():
            partner = self._other_name(mention, starts)
            if partner is not None:
                one = self.of_name[self._identity(mention)]
                other = self.of_name[self._identity(partner)]
                self._redefine(mention, partner, other)
                self._merge(one, other)

    def _redefine(self, full: NamedMention, short: NamedMention, known: Cluster) -> None:
        """Forget what the registry calls by letters that the text gives another name.

        "The Ambazonia Defence Forces (ADF)" are not the ADF of another war.
        """
        name = self._name(short)
        if known.entry is None or not full.entries or known.names != [name]:
            return
        if known.entry.kind is not RegistryKind.STATE and abbreviates(name, self._name(full)):
            known.entry = None

    def _other_name(
        self, mention: NamedMention, starts: Mapping[int, NamedMention]
    ) -> NamedMention | None:
        """The name after `mention` that the words between give it as another."""
        words = self.syntax.words
        after = mention.name[-1].index + 1
        between: list[str] = []
        for index in range(after, min(after + _RENAMING_REACH, len(words))):
            partner = starts.get(index)
            if partner is not None and self._renames(between, partner, mention):
                return partner
            if words[index].text in (")", ".") and index > after:
                return None
            between.append(words[index].lower)
        return None

    def _renames(self, between: list[str], short: NamedMention, full: NamedMention) -> bool:
        inside = between[:1] == ["("]
        if short.type is NameType.STATE:
            return False
        if self._in_apposition(between, short, full):
            return True
        if between == ["("] or (len(between) == 1 and between[0] in _DASHES):
            short_form = abbreviates(self._name(short), self._name(full))
            return short_form or (inside and short.name[0].text.isupper())
        if between[-1:] == ["or"] and between[:-1] in ([], [","]):
            return abbreviates(self._name(short), self._name(full))
        if inside and between[-1] in _QUOTES and short.type is full.type:
            return True
        renaming = lexicon().words["renaming"]
        linkers = lexicon().words["renaming_linkers"]
        linked = all(w in renaming or w in linkers or w in _OPENING for w in between)
        return linked and any(word in renaming for word in between)

    def _in_apposition(self, between: list[str], short: NamedMention, full: NamedMention) -> bool:
        """Whether a comma or a pair of dashes sets off another name of a body: "Hamas, the …"."""
        bodies = short.type is full.type is NameType.BODY
        if not bodies or between not in ([","], [",", "the"], *([d, "the"] for d in _DASHES)):
            return False
        words = self.syntax.words
        end = short.name[-1].index + 1
        closing = words[end].text if end < len(words) else "."
        if closing in _DASHES:
            return between[0] in _DASHES
        apposed = short.head.dep == "appos" and full.head.index in (
            short.head.head.index,
            *(w.index for w in full.name),
        )
        listed = short.head.child("conj") is not None or full.head.child("conj") is not None
        return between[0] == "," and apposed and not listed and closing in (",", ".", ")")

    def _merge(self, one: Cluster, other: Cluster) -> None:
        """Make `other` part of `one`; what the registry knows wins."""
        if one is other or (one.entry is not None and other.entry is not None):
            return
        if one.entry is None and other.entry is not None:
            one, other = other, one
        one.names.extend(n for n in other.names if n not in one.names)
        for name, cluster in self.of_name.items():
            if cluster is other:
                self.of_name[name] = one
        self.clusters.drop(other)


def _governed(mention: NamedMention) -> RegistryEntry | None:
    """The state of "Government of the United States", which official papers write large."""
    noun, joint, *rest = (*(w.text for w in mention.name), "", "")
    if noun.lower() not in _GOVERNMENTS or joint != "of":
        return None
    name = " ".join(word for word in rest if word).removeprefix("the ")
    entry = next(iter(registry().find(name)), None)
    return entry if entry is not None and entry.kind is RegistryKind.STATE else None


def _says_little(name: str) -> bool:
    """Whether a word opens the names of many bodies: "Islamic", "National", "Northern"."""
    groups = ("creed_adjectives", "title_modifiers", "directions", "body_name_nouns")
    return any(lexicon().has(group, name) for group in groups) or name in ("united", "free")


def _country_of_place(name: str) -> str | None:
    """The country of a province or town, unless another country has one as well known."""
    places = gazetteer().find(name)
    countries = {p.country for p in places if p.rank >= places[0].rank - 1}
    return places[0].country if len(countries) == 1 else None


def _titled_gender(mention: NamedMention) -> str | None:
    titles = [w.lower.rstrip(".") for w in mention.title]
    if any(lexicon().has("female_titles", t) for t in titles):
        return "female"
    return "male" if any(lexicon().has("male_titles", t) for t in titles) else None


def _weight(mention: NamedMention) -> int:
    """What makes a name the one that others shorten: its words, its title, the registry."""
    return 4 * len(mention.name) + (2 if mention.entries else 0) + bool(mention.title)


def _country_before(mention: NamedMention) -> str | None:
    """The country of the demonym before a title: "Kenyan Foreign Minister X"."""
    for word in mention.words:
        if word is mention.title[0]:
            break
        entry = registry().by_demonym(word.text) if word.text[0].isupper() else None
        if entry is not None:
            return entry.country
    return None


def _definite(mention: NamedMention) -> bool:
    return len(mention.words) == 2 and mention.words[0].lower == "the"


def _all_names(cluster: Cluster) -> list[str]:
    if cluster.entry is None:
        return cluster.names
    return [*cluster.names, cluster.entry.name]


def _person_keys(name: str) -> list[str]:
    """What a person is found by: how each word of the name sounds."""
    return [f"person {skeleton(word)}" for word in name_words(name)]


def _body_keys(name: str) -> list[str]:
    """What a body is found by: its name, its initials, its first words, its last."""
    folded = fold_name(name)
    acronyms = sorted(a for a in initials(name) if len(a) > 2)
    last = folded.rpartition(" ")
    ending = [f"ending {last[2]}"] if last[0] else []
    words = folded.split()
    openings = [f"opening {' '.join(words[:end])}" for end in range(1, len(words))]
    return [f"body {folded}", *(f"acronym {a}" for a in acronyms), *ending, *openings]


def _reason(mention: NamedMention, name: str, cluster: Cluster) -> str:
    if mention.type is NameType.STATE and fold_name(name) != fold_name(cluster.fullest):
        if registry().by_seat(name) is not None:
            return "seat stands for the state"
        if registry().by_demonym(name) is not None:
            return "adjective of the state"
    if name == cluster.names[0]:
        return "name"
    if name.replace(".", "").isupper():
        return "acronym"
    if cluster.person and " " not in name:
        return "part of the name"
    return "variant of the name"
