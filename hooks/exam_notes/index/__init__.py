"""The cross-linked index: all pages together, where each term occurs, who links to whom."""
