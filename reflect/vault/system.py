"""The one small object behind which every side effect of the vault lives.

Nothing else in this room touches a disk, so faults can be injected, platforms exchanged, and a whole vault
can live in memory. Handles are small integers, as the operating system's own are; offsets and sizes are bytes.
Every method raises `OSError` as the operating system does.
"""

from reflect.vault.disk import DiskSystem
from reflect.vault.machine import FileStat, System
from reflect.vault.ram import MemorySystem

__all__ = ["DiskSystem", "FileStat", "MemorySystem", "System"]
