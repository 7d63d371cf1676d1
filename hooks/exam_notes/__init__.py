"""Exam notes: read annotated questions out of Markdown and weave the cross-linked index.

Nothing in this package knows MkDocs; `hooks/hook.py` is the glue.
"""
