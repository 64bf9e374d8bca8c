"""Rasa custom actions: a folder or a file for each group of skills."""
