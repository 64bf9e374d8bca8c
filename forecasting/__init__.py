"""What will happen: will this visit end in a purchase?"""
