"""Results shown on a screen, prompts, and the drive through a practice."""
