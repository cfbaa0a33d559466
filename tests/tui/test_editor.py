"""The editor: office keys, one clipboard inside, undo that survives, paints only what changed."""

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from reflect.tui import themes
from reflect.tui.widgets.editor import Editor, clean

WORDS = "Sie hat den Brief auf den Tisch gelegt und nichts gesagt."


class OneEditor(App[None]):
    """Nothing but an editor."""

    def __init__(self, text: str = "", *, single_line: bool = False, placeholder: str = "") -> None:
        super().__init__()
        self.editor = Editor(text, single_line=single_line, placeholder=placeholder)
        self.told: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.variables("hell")

    def compose(self) -> ComposeResult:
        yield self.editor

    def copy_to_clipboard(self, text: str) -> None:
        self._clipboard = text

    def on_editor_submitted(self) -> None:
        self.told.append("submitted")

    def on_editor_edge_reached(self, event: Editor.EdgeReached) -> None:
        self.told.append(f"edge {event.direction}")

    def on_editor_emptied_before(self) -> None:
        self.told.append("emptied before")


async def press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())
    await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "text", "cursor"),
    [
        ("ctrl+end a", WORDS + "a", len(WORDS) + 1),
        ("ctrl+a x", "x", 1),
        ("ctrl+a delete", "", 0),
        ("ctrl+right", WORDS, 3),
        ("ctrl+end ctrl+left", WORDS, len(WORDS) - 1),
        ("ctrl+right ctrl+backspace", " hat" + WORDS[7:], 0),
        ("ctrl+delete", WORDS[3:], 0),
        ("shift+right shift+right shift+right x", "x" + WORDS[3:], 1),
        ("ctrl+shift+right ctrl+x ctrl+end ctrl+v", WORDS[3:] + "Sie", len(WORDS)),
        ("ctrl+a ctrl+c ctrl+end ctrl+v", WORDS * 2, 2 * len(WORDS)),
        ("ctrl+end enter", WORDS + "\n", len(WORDS) + 1),
        ("a b c ctrl+z", WORDS, 0),
        ("a b c ctrl+z ctrl+y", "abc" + WORDS, 3),
        ("a b c ctrl+z ctrl+shift+z", "abc" + WORDS, 3),
        ("ctrl+shift+end backspace", "", 0),
    ],
)
async def test_office_keys(keys: str, text: str, cursor: int) -> None:
    app = OneEditor(WORDS)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, keys)
        assert app.editor.text == text
        assert app.editor.cursor_index == cursor


@pytest.mark.parametrize("key", ["ctrl+e", "ctrl+d", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+f", "f6", "f7", "ctrl+s"])
async def test_emacs_keys_and_page_keys_are_left_alone(key: str) -> None:
    app = OneEditor(WORDS)
    async with app.run_test() as pilot:
        await press(pilot, key)
        assert app.editor.text == WORDS
        assert app.editor.cursor_index == 0
        assert app.editor.selection.is_empty


async def test_nothing_selected_leaves_the_clipboard_alone() -> None:
    app = OneEditor(WORDS)
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+shift+right ctrl+c right ctrl+c ctrl+x")
        assert app.clipboard == "Sie"
        assert app.editor.text == WORDS


async def test_pasted_control_sequences_never_reach_the_screen() -> None:
    app = OneEditor()
    async with app.run_test() as pilot:
        app.editor.put("eins\r\nzwei\x1b[31m\tdrei\x07")
        await pilot.pause()
        assert app.editor.text == "eins\nzwei[31m    drei"


def test_clean_keeps_every_letter() -> None:
    letters = "Grüße, naïve Şêx – „ja“ 🙂 سلام"
    assert clean(letters) == letters


async def test_one_row_takes_no_line_break() -> None:
    app = OneEditor(single_line=True)
    async with app.run_test() as pilot:
        app.editor.put("eins\nzwei")
        await press(pilot, "enter")
        assert app.editor.text == "eins zwei"
        assert app.told == ["submitted"]


async def test_edges_are_told_and_the_middle_is_not() -> None:
    app = OneEditor("eins\nzwei")
    async with app.run_test() as pilot:
        await press(pilot, "up")
        await press(pilot, "down")
        await press(pilot, "down")
        await press(pilot, "ctrl+home backspace")
        assert app.told == ["edge -1", "edge 1", "emptied before"]


async def test_wraps_at_words_and_keeps_the_cursor_in_sight() -> None:
    app = OneEditor()
    async with app.run_test(size=(30, 6)) as pilot:
        app.editor.put(WORDS * 5)
        await pilot.pause()
        rows = [app.editor.row(y).text for y in range(6)]
        assert not any(row.startswith(" ") for row in rows)
        assert any(app.editor.row(y).cursor >= 0 for y in range(6))


async def test_undo_goes_on_in_another_editor() -> None:
    app = OneEditor()
    async with app.run_test() as pilot:
        await press(pilot, "a b c")
        kept = app.editor.keepsake()
        other = Editor("abc")
        await app.mount(other)
        other.restore(kept)
        other.focus()
        await press(pilot, "ctrl+z")
        assert other.text == ""


async def test_a_changed_text_does_not_take_a_foreign_history() -> None:
    app = OneEditor()
    async with app.run_test() as pilot:
        await press(pilot, "a b c")
        kept = app.editor.keepsake()
        other = Editor("anders")
        await app.mount(other)
        other.restore(kept)
        other.focus()
        await press(pilot, "ctrl+z")
        assert other.text == "anders"


async def test_a_key_repaints_only_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    app = OneEditor("\n".join([WORDS] * 10))
    async with app.run_test(size=(80, 24)) as pilot:
        regions: list[Region] = []
        refresh = app.editor.refresh

        def note(*dirty: Region, **options: bool) -> Editor:
            regions.extend(dirty or [Region()])
            return refresh(*dirty, **options)

        monkeypatch.setattr(app.editor, "refresh", note)
        await press(pilot, "down down x")
        assert {region.y for region in regions} <= {0, 1, 2}
        assert all(region.height == 1 for region in regions)
        assert regions[-1].y == 2


async def test_what_stands_there_is_what_should_after_any_keys() -> None:
    app = OneEditor("\n".join([WORDS] * 40))
    async with app.run_test(size=(50, 12)) as pilot:
        for keys in (
            "pagedown a b",
            "enter enter",
            "ctrl+end x",
            "ctrl+z ctrl+z",
            "ctrl+shift+home",
            "delete",
            "ctrl+z",
        ):
            await press(pilot, keys)
            shown = [
                "".join(segment.text for segment in strip) for strip in app.editor.render_lines(Region(0, 0, 50, 12))
            ]
            for y, row in enumerate(shown):
                assert row[2:].rstrip() == app.editor.row(y).text.rstrip() == app.editor._shown[y].text.rstrip()


async def test_the_placeholder_gives_way_to_the_first_key() -> None:
    app = OneEditor(placeholder="noch leer")
    async with app.run_test() as pilot:
        assert app.editor.row(0).quiet
        await press(pilot, "a")
        assert app.editor.row(0).text == "a"


async def test_the_mouse_sets_the_cursor_and_selects() -> None:
    app = OneEditor(WORDS)
    async with app.run_test() as pilot:
        await pilot.mouse_down(app.editor, offset=(2, 0))
        await pilot.hover(app.editor, offset=(5, 0))
        await pilot.mouse_up(app.editor, offset=(5, 0))
        await pilot.pause()
        assert app.editor.selected_text == "Sie"
