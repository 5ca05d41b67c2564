"""Chapters as notebooks: for the page, for Colab and Binder, for the browser."""
