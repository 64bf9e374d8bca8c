"""The only code that runs inside Rasa: Python 3.10, and nothing else of ours is imported."""
