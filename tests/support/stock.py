"""The same notes in stock Material: what our pages are compared with."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from tests.support.builds import SITE_URL, copy_project, run_build

KEPT = ("site_name", "site_description", "copyright", "nav", "plugins", "markdown_extensions")
KEPT_OF_THEME = ("name", "language", "font", "features", "palette")


def build_stock(folder: Path) -> Path:
    """Build below `folder` without hook, overrides, CSS and scripts of ours; return the site."""
    config = copy_project(folder)
    ours = yaml_load(config.read_text("utf-8"))
    stock = {name: ours[name] for name in KEPT}
    stock["site_url"] = SITE_URL
    stock["theme"] = {name: ours["theme"][name] for name in KEPT_OF_THEME}
    config.write_text(yaml.safe_dump(stock, sort_keys=False), "utf-8")
    shutil.rmtree(folder / "overrides")
    done = run_build(folder / "site", config=config)
    assert done.returncode == 0, done.stderr
    return folder / "site"
