"""Draws the README's pictures from the kept snapshots: `python tests/scenarios/pictures.py`. Needs `rsvg-convert`."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOTS = ROOT / "tests" / "tui" / "__snapshots__"
PICTURES = {
    "home": "test_pictures/test_page[home-80-de-hell].svg",
    "write": "test_writing_pictures/TestPictures.test_one_question[80x24-de].svg",
    "review": "test_release_pictures/test_picture[review-de-80x24].svg",
    "live": "test_consultation_pictures/test_picture[beraten-de-100x30].svg",
    "course": "test_assessment_pictures/test_page[course-80-de].svg",
    "vignette": "test_onboarding_pictures/test_picture[vignette-de-80x24].svg",
    "preview": "test_release_pictures/test_picture[preview-de-120x40].svg",
}


def main() -> None:
    """Draw each of them, twice as large as it is written."""
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, snapshot in PICTURES.items():
        target = folder / f"{name}.png"
        subprocess.run(["rsvg-convert", "--width", "900", str(SNAPSHOTS / snapshot), "-o", str(target)], check=True)
        print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
