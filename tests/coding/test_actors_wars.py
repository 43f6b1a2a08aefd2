"""Ten paragraphs about ten wars, each read for its actors."""

import pytest

from khaldun.coding import actors, mentions
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import parse
from khaldun.record import Actor, Document
from tests.coding.helpers import coded

PARAGRAPHS = {
    "sudan": (
        "Sudan's army on Tuesday accused the United Arab Emirates of arming the paramilitary "
        "Rapid Support Forces (RSF), whose leader, General Mohamed Hamdan Dagalo, known as "
        "Hemedti, denied receiving weapons from Abu Dhabi. Army chief Abdel Fattah al-Burhan "
        "flew to Port Sudan after the RSF shelled a camp for displaced people near El Fasher."
        ' Burhan said his forces would not negotiate with "a militia". Both generals had '
        "ruled the country together since the 2021 coup. Residents said at least 40 people "
        "were killed when RSF fighters stormed the town of El Geneina. Egypt, which backs the"
        " army, urged both sides to accept a truce."
    ),
    "congo": (
        "M23 rebels backed by Rwanda seized the town of Sake on Thursday, forcing the "
        "Congolese army to retreat towards Goma. Kinshasa accuses Kigali of sending troops to"
        " support the group, a charge that President Paul Kagame denies. The Democratic "
        "Republic of Congo's Foreign Minister, Therese Kayikwamba Wagner, told the UN "
        'Security Council that Rwandan soldiers had crossed the border. "They are occupying '
        'our land," she said. South African peacekeepers serving with the SADC mission were '
        "killed. The Allied Democratic Forces (ADF), an Islamist group with roots in Uganda, "
        "massacred villagers in Ituri. Angola's president, Joao Lourenco, who is mediating "
        "between the two countries, called for a ceasefire."
    ),
    "yemen": (
        "Houthi fighters fired two missiles at a tanker in the Red Sea on Monday, U.S. "
        "Central Command said. The Iran-aligned movement, which controls Sana'a and the port "
        "of Hodeida, said it would continue until Israel ends its war in Gaza. Saudi Arabia "
        "has led a coalition against the Houthis since 2015. The internationally recognised "
        "government in Aden and the separatist Southern Transitional Council, which the UAE "
        "supports, traded accusations. Hans Grundberg, the UN special envoy for Yemen, met "
        "Houthi negotiator Mohammed Abdulsalam in Muscat. Riyadh and Tehran agreed to restore"
        " ties. Their foreign ministers met in Beijing."
    ),
    "ukraine": (
        "Ukrainian President Volodymyr Zelensky dismissed his defence minister, Oleksii "
        "Reznikov, on Sunday. Ukrainian drones struck an oil depot in Russia's Bryansk region"
        " overnight, the regional governor, Alexander Bogomaz, said. Kyiv did not comment. "
        "Moscow's troops captured the village of Ocheretyne, the Russian Defence Ministry "
        "said, while the General Staff of Ukraine's Armed Forces denied the claim. Yevgeny "
        "Prigozhin, the head of the Wagner Group, accused Defence Minister Sergei Shoigu of "
        "withholding ammunition. Russian-backed separatists in Donetsk shelled Avdiivka. NATO"
        " Secretary General Jens Stoltenberg said the alliance would send more air defence "
        "systems to Ukraine. Pro-Kremlin bloggers criticised the generals."
    ),
    "myanmar": (
        "Myanmar's junta lost the town of Lashio to the Myanmar National Democratic Alliance "
        "Army (MNDAA), part of the Three Brotherhood Alliance, on July 25. Junta chief Min "
        "Aung Hlaing declared martial law. The Arakan Army attacked a police station in "
        "Rakhine State, killing eleven officers. Military jets bombed a monastery, and the "
        "exiled National Unity Government said 23 civilians, including monks, had died. "
        "Beijing pressed the MNDAA to return the city. Aung San Suu Kyi remains in prison. "
        "Suu Kyi's lawyers said she was ill. Karen guerrillas ambushed a convoy of soldiers."
    ),
    "karabakh": (
        "Azerbaijani forces launched an offensive against Nagorno-Karabakh on September 19, "
        "and within a day the separatist authorities in Stepanakert surrendered. Armenian "
        "Prime Minister Nikol Pashinyan blamed Russian peacekeepers for failing to protect "
        "ethnic Armenians, more than 100,000 of whom fled to Armenia. Baku said it had "
        "detained Ruben Vardanyan, a billionaire banker who had headed the breakaway region's"
        " government. Ilham Aliyev, the Azeri leader, promised amnesty to fighters who laid "
        "down their arms. Yerevan and Baku later signed a border agreement. Turkey, "
        "Azerbaijan's closest ally, welcomed it."
    ),
    "ethiopia": (
        "Abiy Ahmed's government and the Tigray People's Liberation Front (TPLF) signed a "
        "peace deal in Pretoria, brokered by the African Union. Eritrean soldiers, who had "
        "fought alongside Ethiopian federal troops, were accused of massacring civilians in "
        "Axum. The TPLF's Debretsion Gebremichael rejected the interim administration led by "
        "Getachew Reda. In Oromia, the Oromo Liberation Army kidnapped students. Addis Ababa "
        "has accused Asmara of arming Fano militiamen in the Amhara region. The prime "
        "minister told parliament that his patience was running out."
    ),
    "colombia": (
        "Colombia's government suspended talks with the National Liberation Army (ELN) after "
        "the guerrillas attacked a military base in Arauca, killing two soldiers and wounding"
        " 25. President Gustavo Petro, himself a former rebel, said the ELN had closed the "
        "door to peace. The group's commander, Antonio Garcia, accused the government of "
        "breaking its word. Dissidents of the FARC, who rejected the 2016 accord, clashed "
        "with the ELN in Catatumbo. Venezuelan leader Nicolas Maduro sent troops to the "
        "border. Thousands of villagers fled their homes. The Clan del Golfo, a drug cartel, "
        "offered to negotiate."
    ),
    "kashmir": (
        "Gunmen killed 26 tourists near Pahalgam in Indian-administered Kashmir on April 22. "
        "New Delhi blamed Pakistan-based militants and suspended the Indus Waters Treaty. "
        "Islamabad denied any role. Indian jets struck what New Delhi called terrorist camps,"
        " and the Pakistani military said it had shot down five aircraft. Lashkar-e-Taiba, "
        "whose founder Hafiz Saeed is in prison in Pakistan, was blamed by Indian officials. "
        "Prime Minister Narendra Modi vowed to pursue the attackers. His Pakistani "
        "counterpart, Shehbaz Sharif, called for an investigation. U.S. Vice President JD "
        "Vance urged the nuclear-armed neighbours to show restraint."
    ),
    "sahel": (
        "Mali's ruling junta, led by Colonel Assimi Goita, ended a 2015 peace accord with "
        "Tuareg separatists. Fighters from Jama'at Nusrat al-Islam wal-Muslimin (JNIM), an "
        "al-Qaeda affiliate, ambushed a convoy of Russian mercenaries near Tinzaouaten, and "
        "Tuareg rebels said dozens of Wagner men had been killed. Bamako severed ties with "
        "Kyiv after a Ukrainian official suggested that Ukraine had helped the rebels. "
        "Burkina Faso's military ruler, Captain Ibrahim Traore, expelled French diplomats. "
        "Niger, Mali and Burkina Faso left ECOWAS. France withdrew its last soldiers from "
        "Niger. The bloc lifted its sanctions."
    ),
}
EXPECTED = [
    ("sudan", "Sudan", "GOV", "SDN"),
    ("sudan", "Sudan's army", "MIL", "SDN"),
    ("sudan", "Rapid Support Forces", "REB", "SDN"),
    ("sudan", "Mohamed Hamdan Dagalo", "REB", "SDN"),
    ("sudan", "Abdel Fattah al-Burhan", "MIL", "SDN"),
    ("sudan", "United Arab Emirates", "GOV", "ARE"),
    ("sudan", "Egypt", "GOV", "EGY"),
    ("congo", "M23", "REB", "COD"),
    ("congo", "Rwanda", "GOV", "RWA"),
    ("congo", "Congolese army", "MIL", "COD"),
    ("congo", "Democratic Republic of the Congo", "GOV", "COD"),
    ("congo", "Paul Kagame", "GOV", "RWA"),
    ("congo", "Allied Democratic Forces", "REB", "COD"),
    ("congo", "Joao Lourenco", "GOV", "AGO"),
    ("yemen", "Houthis", "REB", "YEM"),
    ("yemen", "Iran", "GOV", "IRN"),
    ("yemen", "Saudi Arabia", "GOV", "SAU"),
    ("yemen", "Southern Transitional Council", "REB", "YEM"),
    ("yemen", "United Arab Emirates", "GOV", "ARE"),
    ("yemen", "Mohammed Abdulsalam", "REB", "YEM"),
    ("ukraine", "Volodymyr Zelensky", "GOV", "UKR"),
    ("ukraine", "Oleksii Reznikov", "GOV", "UKR"),
    ("ukraine", "Moscow's troops", "MIL", "RUS"),
    ("ukraine", "Russian Defence Ministry", "GOV", "RUS"),
    ("ukraine", "Wagner Group", "PRM", "RUS"),
    ("ukraine", "NATO", "IGO", None),
    ("ukraine", "Russian-backed separatists", "REB", None),
    ("myanmar", "Myanmar's junta", "GOV", "MMR"),
    ("myanmar", "Myanmar National Democratic Alliance Army", "REB", "MMR"),
    ("myanmar", "Min Aung Hlaing", "MIL", "MMR"),
    ("myanmar", "Arakan Army", "REB", "MMR"),
    ("myanmar", "23 civilians", "CVL", None),
    ("myanmar", "China", "GOV", "CHN"),
    ("karabakh", "Azerbaijani forces", "MIL", "AZE"),
    ("karabakh", "Azerbaijan", "GOV", "AZE"),
    ("karabakh", "Nikol Pashinyan", "GOV", "ARM"),
    ("karabakh", "Russian peacekeepers", "IGO", "RUS"),
    ("karabakh", "Turkey", "GOV", "TUR"),
    ("karabakh", "Ruben Vardanyan", "REB", "AZE"),
    ("ethiopia", "Abiy Ahmed's government", "GOV", "ETH"),
    ("ethiopia", "Tigray People's Liberation Front", "REB", "ETH"),
    ("ethiopia", "Eritrean soldiers", "MIL", "ERI"),
    ("ethiopia", "African Union", "IGO", None),
    ("ethiopia", "Oromo Liberation Army", "REB", "ETH"),
    ("ethiopia", "Eritrea", "GOV", "ERI"),
    ("colombia", "Colombia", "GOV", "COL"),
    ("colombia", "National Liberation Army", "REB", "COL"),
    ("colombia", "Gustavo Petro", "GOV", "COL"),
    ("colombia", "Antonio Garcia", "REB", "COL"),
    ("colombia", "Nicolas Maduro", "GOV", "VEN"),
    ("colombia", "Thousands of villagers", "CVL", None),
    ("kashmir", "Gunmen", "UAF", None),
    ("kashmir", "India", "GOV", "IND"),
    ("kashmir", "Pakistan", "GOV", "PAK"),
    ("kashmir", "Pakistani military", "MIL", "PAK"),
    ("kashmir", "Lashkar-e-Taiba", "REB", "PAK"),
    ("kashmir", "Hafiz Saeed", "REB", "PAK"),
    ("kashmir", "Shehbaz Sharif", "GOV", "PAK"),
    ("sahel", "Mali's ruling junta", "GOV", "MLI"),
    ("sahel", "Assimi Goita", "MIL", "MLI"),
    ("sahel", "Jama'at Nusrat al-Islam wal-Muslimin", "REB", "MLI"),
    ("sahel", "Ibrahim Traore", "MIL", "BFA"),
    ("sahel", "ECOWAS", "IGO", None),
    ("sahel", "Wagner", "PRM", "RUS"),
    ("sahel", "France", "GOV", "FRA"),
]
# Words that must be joined: the paragraph, the actor, what else it is called.
JOINED = [
    ("sudan", "Sudan's army", "both sides"),
    ("sudan", "Rapid Support Forces", "both sides"),
    ("sudan", "Mohamed Hamdan Dagalo", "whose leader"),
    ("congo", "M23", "the group"),
    ("congo", "Rwanda", "the two countries"),
    ("congo", "Democratic Republic of the Congo", "Kinshasa"),
    ("yemen", "Houthis", "The Iran-aligned movement"),
    ("ukraine", "NATO", "the alliance"),
    ("ukraine", "Ukraine", "Kyiv"),
    ("karabakh", "Turkey", "Azerbaijan's closest ally"),
    ("colombia", "National Liberation Army", "the guerrillas"),
    ("colombia", "Antonio Garcia", "The group's commander"),
    ("kashmir", "India", "the nuclear-armed neighbours"),
    ("kashmir", "Pakistan", "Islamabad"),
    ("sahel", "ECOWAS", "The bloc"),
    ("sahel", "Wagner", "dozens of Wagner men"),
]


@pytest.fixture(scope="module")
def read() -> dict[str, Draft]:
    found = {}
    for name, text in PARAGRAPHS.items():
        document = Document(id=name, text=text, language="en")
        found[name] = actors.run(mentions.run(Draft(document=document, syntax=parse(document))))
    return found


def actor(draft: Draft, name: str) -> Actor:
    found = [a for a in draft.actors if a.name == name]
    assert len(found) == 1, [a.name for a in draft.actors]
    return found[0]


@pytest.mark.parametrize(("paragraph", "name", "sector", "country"), EXPECTED)
def test_actor_with_sector_and_country(
    read: dict[str, Draft], paragraph: str, name: str, sector: str, country: str | None
) -> None:
    found = actor(read[paragraph], name)
    assert (found.sector, found.country) == (sector, country)


@pytest.mark.parametrize(("paragraph", "name", "words"), JOINED)
def test_words_are_joined(read: dict[str, Draft], paragraph: str, name: str, words: str) -> None:
    assert words in [m.span.quote for m in actor(read[paragraph], name).mentions]


@pytest.mark.parametrize("paragraph", sorted(PARAGRAPHS))
def test_towns_are_no_actors(read: dict[str, Draft], paragraph: str) -> None:
    towns = {"Goma", "Sake", "El Fasher", "Port Sudan", "Lashio", "Pahalgam", "Arauca", "Axum"}
    assert towns.isdisjoint(a.name for a in read[paragraph].actors)


def test_the_same_group_is_the_one_spoken_of() -> None:
    draft = coded("Hamas fired rockets on Monday. On Tuesday the same group killed two soldiers.")
    assert "same group" not in [a.name for a in draft.actors]


def test_whoever_is_given_something_beside_another_deed_is_the_others() -> None:
    draft = coded("Norway signed a treaty with Kenya and gave its army 12 helicopters.")
    assert "Kenya's army" in [a.name for a in draft.actors]


@pytest.mark.parametrize(
    "text",
    [
        "A teacher was shot in Kano. The man was identified as Musa Bello.",
        "A teacher was shot in Kano. The teacher, Musa Bello, had five children.",
    ],
)
def test_who_is_named_later_is_whoever_was_spoken_of(text: str) -> None:
    phrases = [m.span.quote for m in actor(coded(text), "Musa Bello").mentions]
    assert phrases[0] == "A teacher"


@pytest.mark.parametrize(
    ("text", "name", "again"),
    [
        ("Gunmen shot Judge Ana Paz. The magistrate died.", "Ana Paz", "The magistrate"),
        ("The rebels attacked a bus. The insurgents fled.", "rebels", "The insurgents"),
        ("Two reporters were held. The journalists fled.", "Two reporters", "The journalists"),
    ],
)
def test_writers_vary_the_noun(text: str, name: str, again: str) -> None:
    assert again in [m.span.quote for m in actor(coded(text), name).mentions]


def test_no_group_is_nobody() -> None:
    assert coded("No group has claimed the attack.").actors == ()


def test_those_who_were_killed_do_nothing_after_it() -> None:
    text = "Its jets killed 11 students in May, and they have struck the town since."
    (students,) = [a for a in coded(text).actors if "students" in a.name]
    assert "they" not in [m.span.quote for m in students.mentions]


def test_a_patrol_boat_is_no_patrol() -> None:
    assert not [a for a in coded("The fleet sank a patrol boat.").actors if "patrol" in a.name]
