"""Every set with hand-made drafts, and with a coder that says nothing."""

from dataclasses import replace

import pytest

from benchmarks.outcomes import AnySet
from benchmarks.running import figures, silent
from benchmarks.sets import (
    NAMES,
    case2021_task2,
    dse,
    gold_set,
    hrdsattack,
    ipe,
    isafpr,
    np4e,
    petrarch_validation,
    polnear,
    re3d,
)
from khaldun.coding.draft import Draft, Frame
from khaldun.errors import UsageError
from khaldun.record import (
    Certainty,
    Document,
    EventType,
    Factuality,
    HolderKind,
    Quantity,
    QuantityRole,
    Relation,
    RelationType,
    Report,
)
from tests.benchmarks.drafts import Code, actor, draft, on, report, span_of


def _values(chosen: AnySet, item: object, code: object) -> dict[str, float]:
    return {f.metric: f.value for f in figures(chosen, [chosen.judge(item, code)])}


def _coder(text: str, *reports: Report, names: tuple[str, ...], **fields: object) -> Code:
    def code(document: Document) -> Draft:
        actors = tuple(actor(name, text, name) for name in names)
        made = replace(draft(document), actors=actors, reports=reports)
        return replace(made, **fields)  # type: ignore[arg-type]

    return code


@pytest.mark.parametrize("name", NAMES)
def test_every_set_has_its_name_and_says_what_it_reports(name: str) -> None:
    chosen = gold_set(name)
    assert chosen.name == name
    assert chosen.metrics
    assert len({m.name for m in chosen.metrics}) == len(chosen.metrics)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(UsageError, match="no set is called muc5"):
        gold_set("muc5")


_CLASH = "Rebels attacked the post and police arrested ten ."
_ATTACK = report(_CLASH, EventType.ASSAULT, "attacked", ("Rebels",))
_ARREST = report(_CLASH, EventType.COERCE, "arrested", ("police",), modes=("arrest",))


def _snippet(label: str) -> case2021_task2.Item:
    return case2021_task2.Item(
        doc_id="1", text=_CLASH, annotations=(case2021_task2.Label(type=label),)
    )


def test_case2021_judges_the_gravest_report() -> None:
    code = _coder(_CLASH, _ARREST, _ATTACK, names=("Rebels", "police"))
    assert _values(case2021_task2.SET, _snippet("ARMED_CLASH"), code)["accuracy"] == 1.0
    found = _values(case2021_task2.SET, _snippet("ARREST"), code)
    assert (found["accuracy"], found["right type among the reports"]) == (0.0, 1.0)


def test_case2021_counts_violence_in_accidents_as_false_alarms() -> None:
    loud = _coder(_CLASH, _ATTACK, names=("Rebels",))
    metric = "disasters taken for violence"
    assert _values(case2021_task2.SET, _snippet("NATURAL_DISASTER"), loud)[metric] == 1.0
    assert _values(case2021_task2.SET, _snippet("NATURAL_DISASTER"), silent)[metric] == 0.0


def test_ipe_finds_sentences_by_kind_of_police_action() -> None:
    sentence = ipe.JudgedSentence(begin=0, end=len(_CLASH), labels=("ARREST", "ANY_ACTION"))
    item = ipe.Item(doc_id="1", text=_CLASH, annotations=(sentence,))
    found = _values(ipe.SET, item, _coder(_CLASH, _ATTACK, _ARREST, names=("Rebels", "police")))
    assert (found["ARREST F"], found["ANY_ACTION F"], found["FORCE F"]) == (1.0, 1.0, 0.0)
    assert _values(ipe.SET, item, silent)["ARREST F"] == 0.0


def test_ipe_denied_police_action_is_none() -> None:
    denied = replace(_ARREST, certainty=Certainty(value=Factuality.CERTAINLY_NOT))
    quiet = ipe.JudgedSentence(begin=0, end=len(_CLASH), labels=())
    item = ipe.Item(doc_id="1", text=_CLASH, annotations=(quiet,))
    metric = "sentences without police action that get one"
    assert _values(ipe.SET, item, _coder(_CLASH, denied, names=("police",)))[metric] == 0.0
    assert _values(ipe.SET, item, _coder(_CLASH, _ARREST, names=("police",)))[metric] == 1.0


_RAID = "Forces killed two fighters and detained a leader in Kandahar province ."


def _quantity(role: QuantityRole, quote: str, number: float) -> Quantity:
    return Quantity(
        role=role, unit="people", minimum=number, maximum=number, span=span_of(_RAID, quote)
    )


def test_isafpr_compares_four_fields() -> None:
    gold = isafpr.Operation(
        start_date="2011-01-09", province=("kandahar",), min_killed=2, min_captured=1
    )
    item = isafpr.Item(doc_id="1", text=_RAID, dct="2011-01-10", annotations=(gold,))
    killed = report(
        _RAID, EventType.ASSAULT, "killed", ("Forces",), when=on("2011-01-09"),
        quantities=(_quantity(QuantityRole.KILLED, "two fighters", 2),),
    )  # fmt: skip
    taken = report(
        _RAID, EventType.COERCE, "detained", ("Forces",), ("a leader",), modes=("arrest",)
    )
    code = _coder(_RAID, killed, taken, names=("Forces", "a leader"))
    found = _values(isafpr.SET, item, code)
    assert (found["start date"], found["killed"], found["captured"]) == (1.0, 1.0, 1.0)
    assert found["province"] == 0.0
    nothing = _values(isafpr.SET, item, silent)
    assert (nothing["start date"], nothing["killed"], nothing["captured"]) == (0.0, 0.0, 0.0)


def test_isafpr_counts_those_once_who_are_told_twice() -> None:
    told = [
        report(
            _RAID, EventType.ASSAULT, trigger, ("Forces",),
            quantities=(_quantity(QuantityRole.KILLED, "two fighters", 2),),
        )
        for trigger in ("killed", "detained")
    ]  # fmt: skip
    draft = _coder(_RAID, *told, names=("Forces",))(Document(id="d", text=_RAID, language="en"))
    assert isafpr.count(told, draft, (QuantityRole.KILLED,), isafpr.is_killing) == 2


def test_isafpr_takes_spellings_of_one_province_as_one() -> None:
    assert isafpr.is_same("province", "paktiya", "paktya")
    assert not isafpr.is_same("province", "paktika", "paktya")


def _relation(kind: RelationType, one: str, other: str) -> Relation:
    return Relation(
        id="x1", type=kind, subject=one, target=other, when=on("2020-01-01"),
        certainty=Certainty(value=Factuality.CERTAIN), evidence=span_of(_CLASH, "Rebels"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "ends", "found"),
    [
        (RelationType.OPPOSES, ("Rebels", "police"), 1.0),
        (RelationType.OPPOSES, ("police", "Rebels"), 1.0),
        (RelationType.ALLIED_WITH, ("Rebels", "police"), 0.0),
    ],
)
def test_re3d_undirected_relations_hold_both_ways(
    kind: RelationType, ends: tuple[str, str], found: float
) -> None:
    gold = re3d.GoldRelation(
        type="FightingAgainst", source=(0, 6, "Rebels"), target=(29, 35, "police"), conf=1
    )
    item = re3d.Item(doc_id="1", text=_CLASH, annotations=(gold,))
    code = _coder(_CLASH, names=("Rebels", "police"), relations=(_relation(kind, *ends),))
    assert _values(re3d.SET, item, code)["FightingAgainst recall"] == found


def test_re3d_directed_relations_hold_one_way() -> None:
    gold = re3d.GoldRelation(
        type="InChargeOf", source=(0, 6, "Rebels"), target=(29, 35, "police"), conf=1
    )
    item = re3d.Item(doc_id="1", text=_CLASH, annotations=(gold,))
    for ends, found in ((("Rebels", "police"), 1.0), (("police", "Rebels"), 0.0)):
        relations = (_relation(RelationType.LEADS, *ends),)
        code = _coder(_CLASH, names=("Rebels", "police"), relations=relations)
        assert _values(re3d.SET, item, code)["InChargeOf recall"] == found


def test_dse_brackets_mark_the_pair() -> None:
    assert dse.unmarked("[Ann] met [Bob] .") == ("Ann met Bob .", [(0, 3), (8, 11)])


def test_dse_direction_is_that_of_the_report() -> None:
    text = "[Rebels] attacked the post and [police] arrested ten ."
    bare = dse.unmarked(text)[0]
    item = dse.Item(doc_id="1", text=text, annotations=(dse.Attitude(label="3"),))
    forth = report(bare, EventType.ASSAULT, "attacked", ("Rebels",), ("police",))
    back = report(bare, EventType.ASSAULT, "attacked", ("police",), ("Rebels",))
    metric = "direction accuracy where we do"
    for told, right in ((forth, 1.0), (back, 0.0)):
        code = _coder(bare, told, names=("Rebels", "police"))
        assert _values(dse.SET, item, code)[metric] == right


def test_petrarch_pairs_are_those_that_the_text_names() -> None:
    text = "Norland attacked Sudmark ."
    coded = petrarch_validation.Coded(cameo="190", source="NORGOV", target="SUD")
    unnamed = petrarch_validation.Coded(cameo="190", source="XYZ", target="SUD")
    item = petrarch_validation.Item(doc_id="1", text=text, annotations=(coded, unnamed))
    told = report(text, EventType.ASSAULT, "attacked", ("Norland",), ("Sudmark",))
    code = _coder(text, told, names=("Norland", "Sudmark"))
    assert _values(petrarch_validation.SET, item, code)["pairs found"] == 1.0
    assert _values(petrarch_validation.SET, item, silent)["pairs found"] == 0.0


def test_hrdsattack_types_are_a_set_for_each_text() -> None:
    attack = hrdsattack.Attack(violation_types=("arbitrary detention", "killing", "other"))
    item = hrdsattack.Item(doc_id="1", text=_CLASH, annotations=(attack,))
    found = _values(hrdsattack.SET, item, _coder(_CLASH, _ARREST, names=("police",)))
    assert (found["violation types P"], found["violation types R"]) == (1.0, 0.5)


_SAID = "Norland said that the bridge had fallen ."


def _saying(
    cue: tuple[int, int], source: tuple[int, int], content: tuple[int, int]
) -> polnear.Item:
    parts = [(polnear.Stretch(begin=b, end=e),) for b, e in (source, cue, content)]
    gold = polnear.GoldAttribution(annotator="a", source=parts[0], cue=parts[1], content=parts[2])
    return polnear.Item(doc_id="1", text=_SAID, annotations=(gold,))


def _framing(document: Document) -> Draft:
    made = draft(document)
    words = made.syntax.words
    frame = Frame(
        cue=words[1], cue_span=span_of(_SAID, "said"), holder="Norland", kind=HolderKind.NAMED,
        contents=(span_of(_SAID, "the bridge had fallen"),), source=(words[0],),
        source_head=words[0],
    )  # fmt: skip
    return replace(made, frames=(frame,))


def test_polnear_of_the_same_attribution_is_one() -> None:
    found = _values(polnear.SET, _saying((8, 12), (0, 7), (18, 39)), _framing)
    assert found["cue F"] == found["source overlap F"] == found["content overlap F"] == 1.0


def test_polnear_counts_the_share_of_a_content_that_overlaps() -> None:
    found = _values(polnear.SET, _saying((8, 12), (0, 7), (13, 39)), _framing)
    assert found["content overlap P"] == 1.0
    assert found["content overlap R"] == pytest.approx(21 / 26)


def test_polnear_of_a_silent_coder_is_zero() -> None:
    found = _values(polnear.SET, _saying((8, 12), (0, 7), (18, 39)), silent)
    assert found["cue F"] == found["content overlap F"] == 0.0


def test_np4e_joins_the_same_mentions_and_leaves_things_out() -> None:
    text = "France spoke . Later France left . The river rose and the river fell ."
    spans = {"s": [(0, 6), (21, 27)], "r": [(35, 44), (54, 63)]}
    markables = tuple(
        np4e.Markable(begin=b, end=e, coref_set=name)
        for name, found in spans.items()
        for b, e in found
    )
    item = np4e.Item(doc_id="1", text=text, annotations=markables)

    def code(document: Document) -> Draft:
        first = actor("f", text, "France")
        again = replace(first.mentions[0], span=span_of(text, "France").of(text, 21, 27))
        joined = replace(first, mentions=(*first.mentions, again))
        return replace(draft(document), actors=(joined,))

    assert _values(np4e.SET, item, code)["CoNLL F1 on actors"] == pytest.approx(1.0)
    assert _values(np4e.SET, item, silent)["CoNLL F1 on actors"] == pytest.approx(0.0)
