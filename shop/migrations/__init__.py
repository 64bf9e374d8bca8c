"""Alembic migrations of the shop's tables."""
