from tests.coding.helpers import coded


def test_recipients_are_told_by_where_they_are() -> None:
    draft = coded("Norway sent tents to the refugees in Lebanon.")
    (people,) = [a for a in draft.actors if a.id in draft.events[0].recipients]
    assert [m.span.quote for m in people.mentions] == ["the refugees in Lebanon"]
    assert people.country == "LBN"


def test_the_place_of_an_attack_is_no_part_of_its_victims() -> None:
    draft = coded("Rebels killed two nurses in Goma.")
    (people,) = [a for a in draft.actors if a.id in draft.events[0].recipients]
    assert [m.span.quote for m in people.mentions] == ["two nurses"]
    assert people.country is None
