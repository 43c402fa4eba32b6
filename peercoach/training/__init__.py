"""Rebuilds the scorer's weights from the corpus, byte for byte the same each time. Not used at run time."""
