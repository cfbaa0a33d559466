"""A protocol can be tried out: nothing is kept, and saving its file shows it anew."""

from pathlib import Path

from reflect.library.shipped import folder
from reflect.tui.screens.protocols import Protocols
from reflect.tui.screens.rehearsal import Rehearsal
from reflect.tui.start import Start
from tests.tui.desk import on_top
from tests.tui.desk import settle as saved
from tests.tui.world import open_app, settle, shown


async def test_nothing_is_kept_and_the_file_is_read_again(tmp_path: Path) -> None:
    own = tmp_path / "prompts/de/reflection/freie-seite.md"
    own.parent.mkdir(parents=True)
    text = (folder() / "de/reflection/freie-seite.md").read_text("utf-8")
    own.write_text(text, "utf-8")
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        before = app.sitting.vault.records("entries")
        await pilot.press("v", *["down"] * 20)
        await settle(pilot)
        protocols = app.screen
        assert isinstance(protocols, Protocols)
        while protocols.here is not None and protocols.here.key != "freie-seite":
            await pilot.press("up")
        await pilot.press("p")
        await settle(pilot)
        page = app.screen
        assert isinstance(page, Rehearsal)
        await pilot.press(*"Probe")
        asked = page.place.questions[0].text
        own.write_text(text.replace(asked, "Was wäre eine bessere Frage als diese?"), "utf-8")
        await page.look()
        await settle(pilot)
        assert "Was wäre eine bessere Frage als diese?" in shown(app)
        assert page.fields[0].value == "Probe", "what was typed stays"
        own.write_text(text.replace("minutes:", "minuten:"), "utf-8")
        await page.look()
        await settle(pilot)
        assert "freie-seite.md, Zeile" in " ".join(shown(app).split()), "the flaw is named"
        assert "Ergänze eine Zeile" in shown(app), "and what would be right"
        assert page.fields[0].value == "Probe", "and the page stays"
        own.write_text(text.replace(asked, "Was wäre eine bessere Frage als diese?"), "utf-8")
        await page.look()
        await settle(pilot)
        assert "Die Datei ist wieder in Ordnung." in shown(app)
        await pilot.press("escape")
        await saved(pilot)
        assert on_top(app) is Protocols
        assert app.sitting.vault.records("entries") == before
        assert app.sitting.vault.draft.load() is None


async def test_the_program_ends_after_a_trial_from_the_command_line(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        app.screen.begin(Start(rehearsal="freie-seite"))  # type: ignore[attr-defined]  # home
        await settle(pilot)
        assert on_top(app) is Rehearsal
        await pilot.press("escape")
        await saved(pilot)
        assert app.return_code == 0
