"""The pages of the handbook that somebody prints before saying yes to the program."""

from reflect.library import handbook
from reflect.library.handbook import PAGES
from reflect.workflows.surroundings import Surroundings

__all__ = ["PAGES", "page"]


def page(surroundings: Surroundings, name: str) -> str:
    """A page in the language of the choices.

    Raises:
        NotFound: It lies nowhere.
    """
    return handbook.page(surroundings.prompt_folders, name, surroundings.config.language)
