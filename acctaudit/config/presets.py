"""Presets: bundles of settings for a kind of account, one commented TOML file each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def presets() -> dict[str, str]:
    """The text of every preset, by name."""
    folder = files("acctaudit").joinpath("data", "presets")
    return {
        file.name.removesuffix(".toml"): file.read_text("utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    }


def about(name: str) -> str:
    """What the preset is for: the first line of its file."""
    return presets()[name].partition("\n")[0].lstrip("# ")
