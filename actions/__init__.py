"""Rasa custom actions: one file per skill, each thin over the shop and the models."""
