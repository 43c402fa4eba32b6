"""Reading a reply and scoring it: text, patterns, skills, pitfalls, care, rubric, feedback, services."""
