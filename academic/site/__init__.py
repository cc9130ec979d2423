"""The composition room: what needs all three apps."""
