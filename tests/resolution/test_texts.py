"""Near duplicates: which text copies another."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from khaldun.record import Document, Edition, Publication, PublicationBasis
from khaldun.resolution import lineages, text_keys
from khaldun.resolution.texts import alike

AGENCY = (
    "Rebels of the northern front captured the airport of the town on Monday after two days of "
    "fighting, a hospital official said. At least forty soldiers were killed and many more fled "
    "toward the border, where aid workers were waiting with water and tents. The army said that "
    "it had withdrawn to save lives and would be back within the week. "
)
OTHER = (
    "The ministry of finance expects a smaller harvest of cotton this year because of late rain, "
    "and farmers in three provinces have asked the bank for more time to pay back their loans. "
)


def _edition(name: str, text: str, day: int | None = None) -> Edition:
    basis = PublicationBasis.GIVEN
    known = day and Publication(earliest=date(2019, 5, day), latest=date(2019, 5, day), basis=basis)
    document = Document(id=name, text=text, language="en")
    if known:
        document = replace(document, published=known)
    return Edition(document=document, source=name, location=name)


def test_a_copy_with_another_head_and_tail_is_a_copy() -> None:
    copy = f"Our correspondent. {AGENCY} Additional reporting from the capital."
    assert alike(AGENCY, copy)
    assert set(text_keys(AGENCY)) & set(text_keys(copy))


def test_texts_on_other_matters_are_no_copies() -> None:
    assert not alike(AGENCY, OTHER)
    assert not set(text_keys(AGENCY)) & set(text_keys(OTHER))


def test_a_sentence_in_common_makes_no_copy_of_a_short_text() -> None:
    tail = "The school has some six hundred pupils and lies on the road to the border."
    one = f"Gunmen took forty pupils from the town, police said. {tail}"
    assert not alike(one, f"Bandits raided a school on Tuesday, a teacher said. {tail}")
    assert alike(one, f"{one} Ends.")


def test_copies_are_of_the_earliest_published() -> None:
    editions = [
        _edition("late", AGENCY, 16),
        _edition("early", f"{AGENCY} Ends.", 14),
        _edition("undated", f"By wire. {AGENCY}"),
        _edition("other", OTHER, 14),
    ]
    expected = (("early", "early"), ("late", "early"), ("other", "other"), ("undated", "early"))
    assert lineages(editions) == lineages(reversed(editions)) == expected


@given(st.text(max_size=200))
def test_any_text_has_eight_keys_and_is_like_itself(text: str) -> None:
    assert len(text_keys(text)) == 8
    assert alike(text, text)
