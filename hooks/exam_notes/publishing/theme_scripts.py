"""The inline scripts and styles that finished pages may hold: the theme's own, and no others.

They are pinned, not collected: what an author brings onto a page is never allowed by being there.
After an upgrade of the theme the build names what changed. Read the new script in the theme's
templates (`base.html`, `partials/javascripts/`), then write its hash and the version here.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

MATERIAL = "9.8.1"

# Sets the reader's scheme before the page is painted; opens the tab that an address names.
_PALETTE = "'sha256-DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4='"
_TABS = "'sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8='"

# Where the site begins, seen from the page: the one script that differs from page to page.
_SCOPE = re.compile(
    r'__md_scope=new URL\("(?:\.|\.\.(?:/\.\.)*|/(?:[\w.~%-]+/)*)",location\)'
    + re.escape(
        ",__md_hash=e=>[...e].reduce(((e,_)=>(e<<5)-e+_.charCodeAt(0)),0)"
        ',__md_get=(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+"."+e))'
        ",__md_set=(e,_,t=localStorage,a=__md_scope)=>"
        '{try{t.setItem(a.pathname+"."+e,JSON.stringify(_))}catch(e){}}'
    ),
    re.ASCII,
)

# What Markdown's tables write for `:--`, `:-:` and `--:`.
STYLES = ("text-align: left;", "text-align: center;", "text-align: right;")


def hash_of(text: str) -> str:
    """Return the source expression that allows an inline script or style of this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


STYLE_HASHES = tuple(sorted(map(hash_of, STYLES)))


def is_of_the_theme(script: str) -> bool:
    """Tell whether the text of an inline script is one of the theme's."""
    return _SCOPE.fullmatch(script) is not None or hash_of(script) in (_PALETTE, _TABS)
