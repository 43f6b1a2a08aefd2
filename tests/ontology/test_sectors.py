from khaldun.ontology import sector_of_plover, sector_of_role, sectors


def test_every_sector_says_what_it_covers() -> None:
    assert all(code == sector.code and sector.about for code, sector in sectors().items())
    assert {"GOV", "MIL", "REB", "PAR", "OPP", "SPY", "IGO", "NGO", "CVL", "MED"} <= set(sectors())


def test_a_sector_is_its_own_role() -> None:
    assert all(sector_of_role(code) == code for code in sectors())


def test_roles_of_cameo_have_a_sector() -> None:
    assert sector_of_role("INS") == "REB"
    assert sector_of_role("PTY") == "PAR"
    assert sector_of_role("XYZ") is None


def test_news_media_have_the_code_of_their_tradition() -> None:
    assert sectors()["MED"].plover == "JRN"
    assert sectors()["HLH"].plover == "MED"


def test_plover_spells_news_media_and_health_its_own_way() -> None:
    assert [sector_of_plover(code) for code in ("JRN", "MED", "GOV", "XYZ")] == [
        "MED",
        "HLH",
        "GOV",
        None,
    ]
