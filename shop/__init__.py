"""The ground floor: settings, database, catalogue, carts, orders, conversations, artefacts."""
