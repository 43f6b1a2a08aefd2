"""Stretches of words that are written as names are."""

from collections.abc import Iterator
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.mentions.givennames import given_gender
from khaldun.coding.mentions.nouns import NounKind, is_plural, lexicon, noun_ending_at
from khaldun.coding.mentions.spelling import abbreviates
from khaldun.coding.syntax import Sentence, Word
from khaldun.ontology.registry import registry

_NEVER = frozenset({"VERB", "AUX", "PRON", "DET", "ADP", "SCONJ", "CCONJ", "PUNCT", "NUM"})
_SAFE_FIRST = frozenset({"PROPN", "X"})
_LONGEST = 12
# Lower-case text: a word is a name where the model says so twice, by tag and by label.
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NAME_TAGS = frozenset({"PROPN", "ADJ"})
_SHORT = 3
_ORDINALS = ("st", "nd", "rd", "th")


def name_runs(sentence: Sentence) -> Iterator[tuple[Word, ...]]:
    """The stretches of `sentence` written as names: capitals, particles, linkers between them."""
    words = sentence.words
    position = 0
    while position < len(words):
        end = _name_end(words, position) if _may_open(words[position]) else 0
        if end:
            yield words[position:end]
        position = end or position + 1


def _may_open(word: Word) -> bool:
    """Whether a name may open with the word: most words are in lower case, and no names."""
    if word.text[0].islower() and not word.entity:
        return lexicon().has("name_particles", word.lower)
    return True


def _name_end(words: tuple[Word, ...], position: int) -> int:
    """Where the name ends that opens here; 0 where none does."""
    dated = _dated_name_end(words, position)
    if dated or not starts_name(words, position):
        return dated
    return _run_end(words, position)


def _dated_name_end(words: tuple[Word, ...], position: int) -> int:
    """Where a name that opens with a day ends, if the registry has it: "March 23 Movement"."""
    first = words[position]
    month = first.text[0].isupper() and first.lower in _months()
    if not month and not first.text.isdigit():
        return 0
    capital = next((n for n in (1, 2) if _is_noun_in_capitals(words, position + n)), 0)
    end = _capitals_end(words, position + capital) if capital else 0
    return end if end and registry().find(_surface(words, position, end)) else 0


@cache
def _months() -> frozenset[str]:
    return frozenset(load_lexicon("times")["classes"]["MONTH"])


def _is_noun_in_capitals(words: tuple[Word, ...], position: int) -> bool:
    if position >= len(words) or words[position].lower in _months():
        return False
    return words[position].text[0].isupper()


def capitalised(word: Word) -> bool:
    """Whether the word is written as a name; scripts without case count where tagged so."""
    first = word.text[0]
    if first.isupper():
        named = word.tag == "NNP" and (word.entity in _NAMED or _is_named_month(word))
        return named or not lexicon().has("not_names", word.lower)
    if first.isalpha() and not first.islower():
        return word.pos == "PROPN" or bool(word.entity)
    if first.islower():
        return word.entity in _NAMED and word.pos in _NAME_TAGS and len(word.text) > _SHORT
    if first.isdigit():
        return False
    return word.text[0] in "'’‘ʿ" and word.text[1:2].isupper()


def _is_named_month(word: Word) -> bool:
    """Whether a month is the name of somebody who acts: "May said", not "in May"."""
    acts = word.dep in ("nsubj", "nsubjpass", "poss", "agent") and word.entity != "DATE"
    return acts and lexicon().has("month_names", word.lower)


def may_be_name(word: Word) -> bool:
    """Whether a word can be a surname where it stands: no month after "in", no auxiliary."""
    mistaken = word.dep == "aux" and word.head.tag == "VBD"  # "May said": no auxiliary does so
    return not lexicon().has("month_names", word.lower) or _is_named_month(word) or mistaken


def starts_name(words: tuple[Word, ...], position: int) -> bool:
    """Whether a name can start here."""
    word = words[position]
    if _is_ordinal(word) and word.entity != "DATE" and position + 1 < len(words):
        return words[position + 1].text[0].isupper() and capitalised(words[position + 1])
    if _is_particle(words, position):
        return word.pos == "PROPN" or _tight_hyphen(words, position + 1)
    if not capitalised(word):
        return False
    if word.pos in _NEVER and not _is_name_after_all(words, position):
        return False
    return position > 0 or _opens_as_name(words)


def _is_name_after_all(words: tuple[Word, ...], position: int) -> bool:
    """Whether what the parser has for no noun is a name by label, registry or capitals: "IS"."""
    word = words[position]
    if _named_by_model(word) or _opens_known(words, position):
        return True
    return word.pos == "AUX" and _stands_out(words, position) and bool(registry().find(word.text))


def _stands_out(words: tuple[Word, ...], position: int) -> bool:
    """Whether the word is in capitals and the one after it, or before it, is not."""
    others = words[position + 1 : position + 2] or words[max(position - 1, 0) : position]
    return words[position].text.isupper() and not any(w.text.isupper() for w in others)


def _opens_known(words: tuple[Word, ...], position: int) -> bool:
    """Whether a name of the registry starts here, though the parser has no name there."""
    end = _capitals_end(words, position)
    return end > position + 1 and bool(registry().find(_surface(words, position, end)))


def _is_ordinal(word: Word) -> bool:
    """Whether it numbers a unit: "444th Brigade"."""
    return word.text[0].isdigit() and word.lower.endswith(_ORDINALS)


def _named_by_model(word: Word) -> bool:
    return word.pos in ("VERB", "NUM", "ADP", "DET") and word.entity in ("PERSON", "ORG", "GPE")


def _opens_as_name(words: tuple[Word, ...]) -> bool:
    """Whether the capital of a first word is more than that of a sentence."""
    word = words[0]
    if _opens_as_plural(words):
        return False
    if (
        word.pos in _SAFE_FIRST
        or _is_acronym(words)
        or _opens_known(words, 0)
        or word.entity in ("PERSON", "ORG", "GPE", "NORP")
    ):
        return True
    follows = len(words) > 1 and capitalised(words[1])
    return follows and (word.pos == "ADJ" or (word.pos == "NOUN" and words[1].pos == "ADP"))


def _opens_as_plural(words: tuple[Word, ...]) -> bool:
    """Whether only the sentence gives a plural its capital: "Rebels of the Harun Front"."""
    noun = noun_ending_at(words, 0)
    members = noun is not None and noun.kinds[0] is NounKind.MEMBERS and is_plural(words[0])
    return members and not words[0].entity and len(words) > 1 and not capitalised(words[1])


def _is_acronym(words: tuple[Word, ...]) -> bool:
    """Whether the first word is in capitals and the text is not."""
    shouted = len(words) > 1 and words[1].text.isupper()
    return len(words[0].text) > 1 and words[0].text.isupper() and not shouted


def _is_particle(words: tuple[Word, ...], position: int) -> bool:
    """Whether a lower-case particle stands here with the rest of its name after it."""
    if not lexicon().has("name_particles", words[position].lower):
        return False
    hyphen = _tight_hyphen(words, position + 1)
    if not hyphen and lexicon().has("hyphen_particles", words[position].lower):
        return False
    after = position + (2 if hyphen else 1)
    if after >= len(words):
        return False
    # "bin al-Jubeir", "de la Cruz": one particle may follow another.
    named = words[after].text[0].isupper() or (hyphen and words[after].pos == "PROPN")
    return named or _is_particle(words, after)


def _tight_hyphen(words: tuple[Word, ...], position: int) -> bool:
    """Whether a hyphen without spaces stands here, with a word on either side."""
    if not 0 < position < len(words) - 1 or words[position].text not in ("-", "‑", "–"):
        return False
    before, hyphen, after = words[position - 1 : position + 2]
    return before.end == hyphen.start and hyphen.end == after.start


def _run_end(words: tuple[Word, ...], start: int) -> int:
    end = _joined_end(words, start)
    while end < len(words) and end - start < _LONGEST:
        step = _step(words, start, end)
        if not step:
            break
        end += step
    return end


def _joined_end(words: tuple[Word, ...], start: int) -> int:
    """Where the longest name ends that starts here, has linkers, and is known or abbreviated.

    "Group for the Support of Islam and Muslims" is in the registry; letters in brackets vouch
    for "Front for the Defence of Harun (FDH)". One word on where there is none.
    """
    end, last = start + 1, start + 1
    linked = False
    while end < min(len(words), start + _LONGEST):
        if capitalised(words[end]):
            last = end + 1
        elif _is_linker(words[end]):
            linked = True
            if words[end].lower == "and" and words[min(end + 1, len(words) - 1)].lower == "the":
                break
        elif words[end].lower != "in" and not _tight_hyphen(words, end):
            break
        end += 1
    return last if linked and _is_whole(words, start, last) else start + 1


def _is_whole(words: tuple[Word, ...], start: int, end: int) -> bool:
    return bool(registry().find(_surface(words, start, end))) or _has_acronym(words, start, end)


def _surface(words: tuple[Word, ...], start: int, end: int) -> str:
    return " ".join(w.text for w in words[start:end]).replace(" - ", "-")


def _step(words: tuple[Word, ...], start: int, position: int) -> int:
    """How many words the name grows by at `position`; 0 where it ends."""
    word = words[position]
    if _tight_hyphen(words, position):
        return 2 if _goes_on(words[position + 1]) or _hyphened(words, position + 2) else 0
    if capitalised(word) and word.pos not in ("AUX", "PRON", "SCONJ"):
        return 1
    if lexicon().has("month_names", word.lower) and word.text[0].isupper():
        return int(given_gender(words[position - 1].lower) is not None)
    if _is_particle(words, position):
        return 1
    if _possessive_inside(words, position):
        return 1
    return _linker_step(words, start, position)


def _hyphened(words: tuple[Word, ...], position: int) -> bool:
    """Whether a hyphen and a capital follow here: "Port-au-Prince"."""
    return _tight_hyphen(words, position) and words[position + 1].text[0].isupper()


def _goes_on(word: Word) -> bool:
    """Whether the name goes on after a hyphen: capitals, digits, "Kao Yung-chen"."""
    return not word.text[0].islower() or word.entity == "PERSON" or word.tag == "NNP"


def _possessive_inside(words: tuple[Word, ...], position: int) -> bool:
    if words[position].tag != "POS" or position + 1 >= len(words):
        return False
    if not capitalised(words[position + 1]):
        return False
    owner = words[position - 1]
    plural = owner.tag in ("NNS", "NNPS") and words[position].text in ("'", "’")
    body = plural and lexicon().has("body_name_nouns", words[position + 1].lower)
    return body or lexicon().has("possessive_in_names", owner.lower)


def _linker_step(words: tuple[Word, ...], start: int, position: int) -> int:
    """Linkers, one to three of them, between a body noun and the rest of its name."""
    after = position
    while after < len(words) and after - position < 3 and _is_linker(words[after]):
        after += 1
    if after == position:
        return _branch_step(words, start, position)
    if after == len(words) or not capitalised(words[after]):
        return 0
    run = words[start:position]
    if _known(words, start, after):
        return after - position + 1
    if after + 1 < len(words) and words[after + 1].tag == "POS":
        return 0
    first = words[position].lower
    if first in ("and", "&", "y", "et"):
        return after - position + 1 if _inside_linked_name(run, words, after) else 0
    if _is_office(words, position - 1) and not lexicon().has("title_modifiers", words[after].lower):
        return 0
    if first == "of" and len(run) > 1 and _is_full_name(words, after):
        return 0  # "the Justice Party of Imran Khan": his, and not part of its name
    named = lexicon().has("body_name_nouns", run[-1].lower) or _is_office(words, position - 1)
    named = named or (first == "of" and _has_aim(run))
    return after - position + 1 if named else 0


def _is_full_name(words: tuple[Word, ...], start: int) -> bool:
    """Whether a person's name of two words or more begins there, with or without a title."""
    first = start + 1 if _is_office(words, start) else start
    return len(words) > first + 1 and all(w.entity == "PERSON" for w in words[first : first + 2])


def _has_aim(run: tuple[Word, ...]) -> bool:
    """Whether the name of a body has come to what it is for: "Front for the Liberation [of]"."""
    aims = [n for n, w in enumerate(run) if w.lower == "for"]
    return bool(aims) and lexicon().has("body_name_nouns", run[aims[0] - 1].lower)


def _branch_step(words: tuple[Word, ...], start: int, position: int) -> int:
    """How many words the name of a branch goes on: "al-Qaida [in the Islamic Maghreb]".

    The registry must know it, or an acronym in brackets must follow that has its letters.
    """
    after = position + 1
    if words[position].lower != "in" or after >= len(words):
        return 0
    after += words[after].lower == "the"
    if after >= len(words) or not capitalised(words[after]):
        return 0
    return (
        after - position + 1
        if _known(words, start, after) or _has_acronym(words, start, _capitals_end(words, after))
        else 0
    )


def _has_acronym(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether the words up to `end` are followed by their own letters in brackets."""
    if end + 1 >= len(words) or words[end].text != "(" or not words[end + 1].text.isupper():
        return False
    short = words[end + 1].text
    if len(short) < 3:
        return False
    opens = lexicon().has("body_name_nouns", words[start].lower)
    initial = words[start].text[0] == short[0]
    return (opens and bool(registry().find(short))) or (
        initial and abbreviates(short, _surface(words, start, end))
    )


def _capitals_end(words: tuple[Word, ...], position: int) -> int:
    end = position + 1
    while end < len(words) and capitalised(words[end]):
        end += 1
    return end


def _is_office(words: tuple[Word, ...], position: int) -> bool:
    """Whether a title ends here: "Minister", "Secretary of State"."""
    noun = noun_ending_at(words, position)
    return noun is not None and NounKind.OFFICE in noun.kinds


def _known(words: tuple[Word, ...], start: int, after: int) -> bool:
    """Whether the words up to the next run of capitals are a name of the registry."""
    return bool(registry().find(_surface(words, start, _capitals_end(words, after))))


def _is_linker(word: Word) -> bool:
    return lexicon().has("name_linkers", word.lower) and word.text[0].islower()


def _inside_linked_name(run: tuple[Word, ...], words: tuple[Word, ...], after: int) -> bool:
    """Whether "and" joins two words of one name: "Ministry of Trade and Industry"."""
    linked = any(_is_linker(w) and w.lower in ("of", "for") for w in run)
    short = after + 1 >= len(words) or not capitalised(words[after + 1])
    return linked and short and words[after].entity == run[-1].entity == "ORG"
