"""What every shape of `--json` has."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """Base of every shape: nothing but what is described goes out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def out(self) -> dict[str, Any]:
        """Ready for JSON."""
        return self.model_dump(mode="json", by_alias=True)
