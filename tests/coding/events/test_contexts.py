from tests.coding.helpers import only_event


def test_the_words_of_the_clause_set_the_contexts() -> None:
    _, event = only_event("The court sentenced the general to prison for corruption.")
    assert {"legal", "corruption"} <= set(event.contexts)


def test_another_clause_sets_none() -> None:
    _, event = only_event("The envoy met the minister after the flood killed nobody.")
    assert "disasters" not in event.contexts
