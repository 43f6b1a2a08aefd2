from hypothesis import given
from hypothesis import strategies as st

from khaldun.exchange.dossier import Dossier, dossier_to_html, dossier_to_markdown
from khaldun.record import Account, Actor, Entity, Joining


def of(account: Account) -> Dossier:
    return Dossier(
        entity=account.entities[0],
        ties=account.ties,
        events=account.events,
        said=account.reports,
        told=account.forecasts,
        account=account,
    )


def named(name: str) -> Dossier:
    actor = Actor(id="actor-1", name=name, aliases=(name,))
    joining = Joining(document="doc-1", actor="a1", score=1.0, reason=name)
    entity = Entity(actor=actor, joinings=(joining,))
    return Dossier(entity=entity, ties=(), events=(), said=(), told=(), account=Account())


def test_what_stands_in_it_is_said_in_both_forms(account: Account) -> None:
    dossier = of(account)
    for written in (dossier_to_markdown(dossier), dossier_to_html(dossier)):
        assert "Ties" in written
        assert "Events" in written
        assert "What is said by it" in written


def test_each_entry_has_its_sentence(account: Account) -> None:
    quote = account.reports[0].item.evidence.quote
    assert quote in dossier_to_html(of(account))


def test_sections_with_nothing_in_them_are_left_out() -> None:
    assert "Events" not in dossier_to_markdown(named("LNA"))


@given(st.text(min_size=1))
def test_a_name_is_never_markup(name: str) -> None:
    dossier = named(name + "<script>x</script> [a](javascript:b) ![c](d) `e`")
    for written in (dossier_to_markdown(dossier), dossier_to_html(dossier)):
        assert "<script>" not in written
    markdown = dossier_to_markdown(dossier)
    assert "](" not in markdown.replace("\\]\\(", "")


def test_each_entry_of_markdown_is_one_line() -> None:
    lines = dossier_to_markdown(named("a\n# b\n- c")).splitlines()
    assert [line for line in lines if line.startswith("# ")] == [r"# a \# b \- c"]
