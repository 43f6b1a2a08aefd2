"""Words that are sent to somebody, who is on a trip, who suffers beside a target."""

from tests.coding.helpers import told


def test_a_note_is_aimed_at_whom_it_is_handed() -> None:
    text = "The envoy handed the ambassador a protest note over the siege of Artsakh."
    assert told(text)[0][2] == ["ambassador"]


def test_a_promise_is_made_to_whoever_hears_it() -> None:
    text = "The militia's chief told the United Nations he would let grain ships leave."
    assert told(text)[0][2] == ["United Nations"]


def test_who_is_on_the_trip_means_it() -> None:
    text = "The Spanish premier's trip to Beijing was meant to win over investors."
    assert told(text)[0][1:] == (["Spanish premier"], ["China"])


def test_victims_of_a_result_clause_are_recipients_beside_the_target() -> None:
    recipients = told("The rebels attacked the court, injuring a guard and two nurses.")[0][2]
    assert recipients == ["court", "guard", "two nurses"]


def test_who_is_in_a_place_is_hit_with_it() -> None:
    text = "Militias fired drones at a base that houses American soldiers."
    assert told(text)[0][2] == ["American soldiers"]


def test_how_others_take_it_makes_them_no_recipients() -> None:
    text = "Kyrgyzstan handed four imams over to Tashkent, to the anger of rights groups."
    assert "rights groups" not in told(text)[0][2]
