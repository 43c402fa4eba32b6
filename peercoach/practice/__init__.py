"""The turn-by-turn engine, what it sums up to, and what to practise next. Pure."""
