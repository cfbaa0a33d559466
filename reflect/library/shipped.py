"""Where the content that comes with the program lies."""

from pathlib import Path


def folder() -> Path:
    """The shipped `prompts/`: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"
