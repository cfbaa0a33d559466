"""A case: a neutral name for a story that several entries share, with its sealed name list."""

from pydantic import BaseModel, ConfigDict, Field

from reflect.domain.registry import Registry


class Case(BaseModel):
    """One case.

    Attributes:
        id: As entry ids.
        name: A neutral word the owner chose; never a client's name.
        registry: What the anonymiser knows about it.
    """

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)

    schema_version: int = Field(default=1, alias="schema")
    id: str
    name: str
    registry: Registry = Registry()
