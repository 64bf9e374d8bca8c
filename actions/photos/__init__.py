"""What a shopper's photo shows, among the shop's goods."""
