"""The site: what Sphinx is told, and what happens to its pages."""
