"""Skills about goods: searching, recommending, comparing, answering, pointing at them."""
