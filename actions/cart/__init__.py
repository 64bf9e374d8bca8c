"""Skills about the cart: putting in, changing, versions, coupons, checkout."""
