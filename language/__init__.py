"""What a shopper's words say: entities with their values, and the goods that they describe."""
