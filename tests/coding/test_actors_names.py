"""Names and noun phrases of one actor, and those of several."""

import pytest

from khaldun.coding import actors, mentions
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import parse
from khaldun.record import Actor, Document, Segment, SegmentKind


def read(text: str) -> Draft:
    document = Document(id="d", text=text, language="en")
    return actors.run(mentions.run(Draft(document=document, syntax=parse(document))))


def actor_at(draft: Draft, quote: str) -> Actor:
    """The actor of the first mention with these words."""
    return next(a for a in draft.actors for m in a.mentions if m.span.quote == quote)


def names(draft: Draft) -> set[str]:
    return {a.name for a in draft.actors}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Hope Front, formerly known as the Martyrs' Column, split.",
         "The Hope Front", "the Martyrs' Column"),
        ("The Hope Front, now known as the Unity Front, split.",
         "The Hope Front", "the Unity Front"),
        ("The Hope Front changed its name to the Unity Front in May.",
         "The Hope Front", "the Unity Front"),
        ("Jaish al-Noor, officially the Army of Light, said it would fight.",
         "Jaish al-Noor", "the Army of Light"),
        ('Liwa al-Noor (Arabic: لواء النور, "Brigade of the Light") is a militia.',
         "Liwa al-Noor", "Brigade of the Light"),
        ("The Movement for Hope, or MFH, denied it.", "The Movement for Hope", "MFH"),
        ("The Kurdish Democratic Union Party -- PYD -- agreed.",
         "The Kurdish Democratic Union Party", "PYD"),
        ("Abu Bakr, whose real name is Ibrahim Awad, died.", "Abu Bakr", "Ibrahim Awad"),
        ("The Northern Airways Company flew. Northern Airways denied it.",
         "The Northern Airways Company", "Northern Airways"),
        ("Opposition party Ennahda left.", "Opposition party Ennahda", "Opposition party"),
        ("The rebel group Nimba United fled.", "The rebel group", "Nimba United"),
        ("The UN Deputy Special Envoy, a veteran Egyptian diplomat, Ramzy Hadi, resigned.",
         "The UN Deputy Special Envoy", "Ramzy Hadi"),
        ("The Minister of Defence of Jordan, HE Dr Ali Noor al-Masri, left.",
         "The Minister of Defence of Jordan", "HE Dr Ali Noor al-Masri"),
        ("He thanked the Qatari Foreign Minister, Khalid bin al-Attiyah.",
         "the Qatari Foreign Minister", "Khalid bin al-Attiyah"),
        ("He met the Minister of Defence of Kenya, Ana Silva, and Omar Said.",
         "the Minister of Defence of Kenya", "Ana Silva"),
        ("The Minister of Defence of Jordan, HE Mr Ali Noor, left.",
         "The Minister of Defence of Jordan", "HE Mr Ali Noor"),
        ("They named Ana Silva the chief envoy.", "Ana Silva", "the chief envoy"),
        ("Ana Silva was elected president.", "Ana Silva", "president"),
        ("Jane Rivers of the council spoke. Rivers said no.", "Jane Rivers", "Rivers"),
        ("Theresa May came in May. May said so.", "Theresa May", "May"),
        ("Nimba United's founder, Idris Okello, spoke. Nimba United's founder left.",
         "Idris Okello", "Nimba United's founder"),
        ("Two gunmen fled. The UN refugee agency denied it; UNHCR left.",
         "The UN refugee agency", "UNHCR"),
        ("Israel denied it. The Jewish state struck back.", "Israel", "The Jewish state"),
        ("The U.S. Army shelled the town. American troops left.",
         "The U.S. Army", "American troops"),
    ],
)  # fmt: skip
def test_these_are_one(text: str, one: str, other: str) -> None:
    draft = read(text)
    assert actor_at(draft, one).id == actor_at(draft, other).id


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Omar al-Masri fled. Abu Omar stayed.", "Omar al-Masri", "Abu Omar"),
        ("Foreign Minister Ana Silva and Defence Minister Ivan Petrov met.",
         "Foreign Minister Ana Silva", "Defence Minister Ivan Petrov"),
        ("Kenya's Ana Silva and Uganda's Ivan Petrov met.", "Ana Silva", "Uganda's Ivan Petrov"),
    ],
)  # fmt: skip
def test_these_are_two(text: str, one: str, other: str) -> None:
    draft = read(text)
    assert actor_at(draft, one).id != actor_at(draft, other).id


def test_a_shared_surname_is_the_one_spoken_of_last() -> None:
    draft = read("Ana Silva came. Ana Silva left. Pablo Silva came. Silva stayed.")
    assert actor_at(draft, "Silva").name == "Pablo Silva"


def test_a_title_chooses_among_those_who_share_a_surname() -> None:
    draft = read("Ana Silva came. Pablo Silva came. Mrs Silva stayed.")
    assert actor_at(draft, "Mrs Silva").name == "Ana Silva"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli and Palestinian negotiators met.",
         {"Israeli negotiators": "ISR", "Palestinian negotiators": "PSE"}),
        ("Kenyan, Ugandan and South African troops left.",
         {"Kenyan troops": "KEN", "Ugandan troops": "UGA", "South African troops": "ZAF"}),
    ],
)  # fmt: skip
def test_a_noun_with_several_owners_is_an_actor_of_each(
    text: str, expected: dict[str, str]
) -> None:
    found = {a.name: a.country for a in read(text).actors}
    assert expected.items() <= found.items()


def test_equipment_of_two_speaks_of_both() -> None:
    draft = read("Russian and Syrian warplanes bombed the town.")
    both = {a.name for a in draft.actors for m in a.mentions if "warplanes" in m.span.quote}
    assert both == {"Russia", "Syria"}


@pytest.mark.parametrize("words", ["Each side blamed the other.", "Neither side stopped."])
def test_each_side_is_the_two(words: str) -> None:
    draft = read(f"The army fought the Northern Salvation Front. {words}")
    quote = " ".join(words.split()[:2])
    assert sum(m.span.quote == quote for a in draft.actors for m in a.mentions) == 2


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Texas sued the federal government.", "Texas", "USA"),
        ("Kerala and Tamil Nadu opposed the law.", "Kerala", "IND"),
    ],
)
def test_a_province_acts_through_its_government(text: str, name: str, country: str) -> None:
    found = actor_at(read(text), name)
    assert (found.sector, found.country) == ("GOV", country)


def test_a_province_where_something_happens_does_not_act() -> None:
    assert "Texas" not in names(read("Two soldiers died in Texas."))


@pytest.mark.parametrize(
    "text", ["The wounded were flown out.", "The accused pleaded guilty.", "The displaced fled."]
)
def test_an_adjective_with_an_article_stands_for_people(text: str) -> None:
    assert [a.name for a in read(text).actors] == [text.split()[1]]


def test_a_person_may_be_called_as_a_month() -> None:
    assert "Theresa May" in names(read("Theresa May will hold talks with the union."))


def test_who_is_arrested_is_a_person_whatever_the_gazetteer_says() -> None:
    (found,) = read("Gondar was arrested.").actors
    assert found.person


def test_an_office_keeps_its_field_and_its_country() -> None:
    draft = read("The Minister of Foreign Affairs of Qatar, Khalid al-Hadid, left.")
    minister = actor_at(draft, "Khalid al-Hadid")
    assert minister.offices[0].title == "Minister of Foreign Affairs"
    assert minister.country == "QAT"


def test_a_news_agency_does_not_give_its_country_to_a_government() -> None:
    draft = read("A rebel told AFP that the regime had bombed the town.")
    assert actor_at(draft, "the regime").country is None


def test_a_branch_has_its_own_name() -> None:
    assert "Al-Qaida in Iraq" in names(read("Al-Qaida in Iraq (AQI) claimed the attack."))


def test_no_president_is_the_suspect() -> None:
    draft = read("President Ana Silva spoke. The suspect fled.")
    assert actor_at(draft, "The suspect").name == "suspect"


def test_what_is_counted_may_stand_before_its_number() -> None:
    assert "injured" in names(read("Of the injured, some 12 to 14 were officers, he said."))


@pytest.mark.parametrize(
    "text", ["Syrian rebels fled.", "Turkish newspaper Sabah denied it.", "A Syrian refugee fled."]
)
def test_who_only_has_a_nationality_is_no_part_of_the_state(text: str) -> None:
    draft = read(text)
    assert actors.memberships(draft) == ()
    assert all(o.of is None for a in draft.actors for o in a.offices)


def test_government_forces_are_military() -> None:
    assert actor_at(read("Government forces fled."), "Government forces").sector == "MIL"


def test_a_plural_that_only_opens_the_sentence_is_no_name() -> None:
    draft = read("Rebels of the Aouzou Liberation Front (ALF) captured a town on Monday.")
    assert names(draft) == {"Aouzou Liberation Front"}


def test_a_liberation_front_is_whom_the_rebels_are() -> None:
    draft = read("Mali accused Niger of arming the Kidal Liberation Front. The rebels took a town.")
    assert actor_at(draft, "The rebels").name == "Kidal Liberation Front"


def test_a_state_has_its_registered_name_whatever_it_is_called() -> None:
    found = actor_at(read("The Jewish state struck back."), "The Jewish state")
    assert (found.name, found.aliases) == ("Israel", ("Jewish state",))


def test_who_says_it_is_not_whom_it_happened_to() -> None:
    draft = read("Rebels fired a missile at a ship, killing three sailors, Acme Shipping said.")
    assert actor_at(draft, "three sailors").name == "three sailors"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops of the Front for the Defence of Harun and Sahl (FDHS) left.",
         "Front for the Defence of Harun and Sahl"),
        ("The Union of Forces for the Renewal of the Harun Republic split.",
         "Union of Forces for the Renewal of the Harun Republic"),
        ("Fighters of the Group for the Support of Islam and Muslims left.",
         "Group for the Support of Islam and Muslims"),
    ],
)  # fmt: skip
def test_long_names_are_whole(text: str, name: str) -> None:
    assert names(read(text)) == {name}


def test_two_bodies_are_not_one_long_name() -> None:
    found = names(read("The Ministry of Defence and the National Army of Harun (NAH) met."))
    assert found == {"Ministry of Defence", "National Army of Harun"}


def test_a_noun_that_says_what_the_named_body_is_means_the_body() -> None:
    draft = read("Hezbollah left. Fighters of the Hezbollah group left.")
    assert names(draft) == {"Hezbollah"}


def test_envoys_of_an_armed_group_are_no_government() -> None:
    assert actor_at(read("A Hezbollah delegation left."), "A Hezbollah delegation").sector == "REB"


def test_an_unknown_name_listed_with_a_town_is_a_place() -> None:
    assert names(read("Rebels shelled Sittwe and Kyaukhuma.")) == {"Rebels"}


def test_letters_that_the_text_explains_are_those_of_no_other_war() -> None:
    text = "Fighters of the Ambazonia Defence Forces (ADF) fled. The ADF denied it."
    known = {a.name for a in read(text).actors}
    assert "Ambazonia Defence Forces" in known
    assert "ADF" not in known


def test_a_government_written_large_is_the_state() -> None:
    draft = read("The Government of Chad thanked the Government of the United States.")
    assert {a.name for a in draft.actors} == {"Chad", "United States"}


def test_the_town_of_talks_is_no_party() -> None:
    assert names(read("Rebels left the Rome talks in May.")) == {"Rebels"}


def test_the_living_are_not_those_who_were_killed() -> None:
    draft = read("Twenty settlers were killed. The mayor appealed to the settlers to stay.")
    assert len({tuple(draft.actor_ids[w.index]) for w in draft.syntax.words
                if w.text == "settlers"}) == 2  # fmt: skip


def test_the_government_in_a_capital_is_the_state() -> None:
    draft = read("The government in Jakarta sent troops to Papua.")
    assert "Indonesia" in {a.country and a.name for a in draft.actors}


def test_we_in_a_communique_is_whose_it_is() -> None:
    text = "Communique of the Tavo Front\n\nWe attacked a post."
    end = text.index("\n")
    segments = (
        Segment(start=0, end=end, kind=SegmentKind.HEADLINE),
        Segment(start=end + 2, end=len(text), kind=SegmentKind.BODY),
    )
    document = Document(id="d", text=text, language="en", segments=segments)
    draft = actors.run(mentions.run(Draft(document=document, syntax=parse(document))))
    assert "We" in [m.span.quote for m in actor_at(draft, "the Tavo Front").mentions]
