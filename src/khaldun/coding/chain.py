"""The chain: the stages in their order, and how a document goes through them."""
