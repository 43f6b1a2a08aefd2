"""The rules that map language to the ontology, as data, with examples that run as tests."""
