"""Whether two texts tell the same story."""

from hypothesis import given
from hypothesis import strategies as st

from khaldun.resolution import outline_of, same_story
from khaldun.resolution.stories import alikeness

FIRE = "A fire at the Larkhill refinery near Port Adaba burned for 3 days, mayor Ines Okoro said."
AGAIN = "Mayor Ines Okoro said the Larkhill refinery fire was out. Port Adaba had burned for days."
VOTE = (
    "Voters in Kestrel chose a council on Sunday; turnout was 41 percent, the Kestrel board said."
)


def test_texts_of_one_story_share_names_and_long_words() -> None:
    assert alikeness(outline_of(FIRE), outline_of(AGAIN)) > 0.4
    assert alikeness(outline_of(FIRE), outline_of(VOTE)) < 0.1


def test_stories_are_groups_of_positions() -> None:
    assert same_story(map(outline_of, [FIRE, VOTE, AGAIN])) == [[0, 2], [1]]


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_symmetric_and_at_most_one(one: str, other: str) -> None:
    there = alikeness(outline_of(one), outline_of(other))
    assert there == alikeness(outline_of(other), outline_of(one))
    assert 0 <= there <= 1.000001
