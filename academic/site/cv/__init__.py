"""The CV as files: a typeset PDF, JSON Resume, and RenderCV's YAML. What is in it is what /cv/ shows."""
