from dataclasses import replace

from hypothesis import given

from khaldun.exchange.account.returning import to_coded
from khaldun.record import Account, CodedDocument, Problem
from tests.exchange.accounts import accounts, few


@few
@given(accounts)
def test_every_statement_comes_back_with_its_document(account: Account) -> None:
    coded = [item for item in to_coded(account) if isinstance(item, CodedDocument)]
    assert [each.document for each in coded] == [e.document for e in account.editions]
    reports = [(c.document.id, report) for c in coded for report in c.reports]
    assert reports == [(stated.document, stated.item) for stated in account.reports]
    assert [r for c in coded for r in c.relations] == [s.item for s in account.relations]
    assert [f for c in coded for f in c.forecasts] == [s.item for s in account.forecasts]


@few
@given(accounts)
def test_a_complete_account_has_no_problems(account: Account) -> None:
    assert not any(isinstance(item, Problem) for item in to_coded(account))


def test_what_an_account_lacks_is_told(account: Account) -> None:
    coded, *problems = to_coded(replace(account, entities=account.entities[1:]))
    assert isinstance(coded, CodedDocument)
    assert coded.reports[0].actors == ()
    assert [str(problem)[:4] for problem in problems] == ["X004"]
    assert "it names 0.a1, which is not in the account" in str(problems[0])


def test_a_relation_without_a_party_is_left_out(account: Account) -> None:
    parties = tuple(e for e in account.entities if e.actor.name != "Northland")
    coded, *problems = to_coded(replace(account, entities=parties))
    assert isinstance(coded, CodedDocument)
    assert (coded.relations, len(coded.forecasts), len(problems)) == ((), 1, 1)
