"""Where people meet the assistant: gateway, widget, storefront, and the Rasa side of dialogue."""
