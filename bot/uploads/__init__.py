"""The photo door: what a shopper uploads is checked, cleaned, re-encoded and kept for a while.

door.py        the two routes, and what is deleted in time
receiving.py   one file out of a form, with bounds on size, time and number
darkroom.py    the gateway's side of the process that decodes
developing.py  that process: bounded in memory and processor time
cleaning.py    bytes of any kind -> plain upright sRGB JPEG
webp.py        WebP in a quarter of Pillow's memory
refusals.py    why a photo is not taken
"""
