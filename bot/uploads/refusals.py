"""Why a photo is not taken; the widget has each reason in the shopper's language."""

from __future__ import annotations

from shop.errors import Invalid

# Reason -> what programs and logs read. The widget's own sentences are in `web/widget/words.js`.
REASONS = {
    "form": "Send the photo as the form field `photo` of a multipart form.",
    "single": "Send one photo at a time.",
    "empty": "The file is empty: choose the photo again.",
    "large": "The photo is larger than 8 MB: send a smaller copy or a screenshot of it.",
    "slow": "The upload took too long: check the connection and send the photo again.",
    "format": "That is no photo I can read: send JPEG, PNG, WebP, AVIF or HEIC.",
    "pixels": "The photo has more than 24 megapixels: send a smaller copy or a screenshot of it.",
    "small": "The photo is too small to see anything: send a larger one.",
    "moving": "A moving picture or a series cannot be searched: send one still photo.",
    "damaged": "The photo is damaged or incomplete: send it again or take another.",
    "heavy": "The photo takes too long to read: send a smaller copy or a screenshot of it.",
}


class Refused(Invalid):
    """A photo that is not taken; `reason` is a key of `REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(REASONS[reason])
        self.reason = reason
