"""Asks the pages that the notes cite whether what we took from them still stands there.

`make sources` runs it; no build does. What a page answers is hostile: it is searched and thrown
away, never rendered, run, or taken for an address beyond one host.
"""
