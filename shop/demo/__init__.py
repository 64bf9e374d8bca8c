"""The demo shop: an invented general store to try everything on."""
