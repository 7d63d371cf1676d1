"""Finds what stands in a folder: a rule, a view, an export is added by adding its file."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def registered(package: str, name: str) -> tuple[Any, ...]:
    """Return what the modules of `package` (dotted) call `name`, by the modules' names.

    A module without such a name is a helper of the others.
    """
    paths = import_module(package).__path__
    modules = [import_module(f"{package}.{found.name}") for found in iter_modules(paths)]
    return tuple(getattr(module, name) for module in modules if hasattr(module, name))
