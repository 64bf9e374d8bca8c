"""One file per product family, named after it: `build(product, make)` puts its parts together."""
