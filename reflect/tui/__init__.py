"""The screen: composes, binds and delegates; every decision is a workflow's.

Textual reads its environment when it is imported (log files, screenshots, developer tools), so its variables go
before anything below can import it.
"""

from reflect.tui.leaks import strip_environment

strip_environment()
