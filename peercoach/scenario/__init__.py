"""The scenario format: dataclasses, reader, JSON Schema, lint and examples. Text in, values out."""
