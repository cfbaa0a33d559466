"""A finished entry keeps the wording it was written with, after its protocol has changed or gone."""

from pathlib import Path

from reflect.library.shipped import folder
from tests.cli.world import Home

SHIPPED = folder() / "de/reflection/freie-seite.md"


def own(home: Home, text: str) -> Path:
    """The person's own version of a shipped protocol."""
    file = home.root / "config/reflect/prompts/de/reflection/freie-seite.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_an_entry_reads_well_after_its_protocol_changed_and_went(home: Home) -> None:
    shape = home.reflect("prompts", "show", "freie-seite", "--json").json
    question = next(one for step in shape["steps"] for one in step["questions"] if one["type"] == "text")
    text = SHIPPED.read_text("utf-8")
    file = own(home, text.replace(question["text"], "Was ist dir heute geblieben?"))
    entry = home.wrote({question["id"]: "Der laute Flur."}, "freie-seite")
    file.write_text(text.replace(question["text"], "Eine ganz andere Frage?"), "utf-8")
    for _state in ("changed", "gone"):
        page = home.opened("show", entry).out
        assert "Was ist dir heute geblieben?" in page
        assert "Der laute Flur." in page
        assert "Eine ganz andere Frage?" not in page
        file.unlink(missing_ok=True)


def test_the_words_of_a_protocol_nobody_else_has_stay_readable(home: Home) -> None:
    text = SHIPPED.read_text("utf-8").replace("id: freie-seite", "id: nur-meins")
    file = own(home, text)
    shape = home.reflect("prompts", "show", "nur-meins", "--json").json
    question = shape["steps"][0]["questions"][0]
    entry = home.wrote({question["id"]: "Der laute Flur."}, "nur-meins")
    file.unlink()
    assert home.reflect("prompts", "show", "nur-meins").code == 4
    page = home.opened("show", entry).out
    assert question["text"] in page
    assert "Der laute Flur." in page
