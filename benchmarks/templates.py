"""Lines of our own sets that stand for several: "the {army|navy} fired" is two sentences."""

import re

_CHOICES = re.compile(r"\{([^{}]*)\}")


def number_of_choices(template: str) -> int:
    """How many words the first choice of a line has; 1 where there is nothing to choose."""
    choices = _CHOICES.search(template)
    return len(choices[1].split("|")) if choices else 1


def chosen(template: str, number: int) -> str:
    """The line with the word of this number, counted from 0, of each choice."""
    return _CHOICES.sub(lambda choices: choices[1].split("|")[number], template)
