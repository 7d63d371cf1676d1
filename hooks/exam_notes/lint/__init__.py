"""Holds notes against the rules, and names every problem by file and line."""
