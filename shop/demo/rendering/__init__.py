"""The picture studio of the demo shop: parametric models of its goods, rendered with Blender.

Nobody needs this to run the shop: its pictures are committed. To make them again, install
`requirements.txt` beside this file (bpy needs Python 3.11) into an environment of its own, then

    python -m shop.demo.rendering catalogue --products 'kettle-*' --out FOLDER
    python -m shop.demo.rendering sheet --products 'kettle-*' --out FOLDER --to sheet.png
    python -m shop.demo.rendering views --products 'kettle-*' --count 8

`catalogue` makes, for each product, `<id>.webp`, `<id>.angle.webp`, and two shopper photos
`<id>.photo1.jpg` and `<id>.photo2.jpg`, each with a `.json` that says where the goods are in it. It
makes only what is missing: delete a picture to have it made anew. The same product gives the same
picture each time.

How a family is written
-----------------------
A family of the catalogue is one file, `families/<family id, - as _>.py`, with one function:

    def build(product: Item, make: Kit) -> None:
        make.view(24, 15, second=(-48, 26))  # whence the camera looks: azimuth, elevation
        body = make.material(product.material, product.colour, pattern=product.pattern)
        make.lathe([(0, 0), (7, 0, 0.5), (6, 16, 1), (5, 17)], body, wall=0.3)

It turns the product's words into an object that differs from its nine neighbours. `Item` (items.py)
offers `has("gooseneck", ...)` on the words of id, title, description, keywords and attributes;
`made_of("glass")`, `material`, `second("oak")`; `cm("height", 9)`, `lengths("size")`,
`number("capacity", 1)`; `colour`, `pattern`, `sizes`; and `random`, the same stream each time. What
two files share, or what would make one too long, goes into a file whose name is no family's, such
as `chair_frames.py`.

Lengths are centimetres at the thing's real size: grain, weave and print then have the right scale.
z is up and the front looks towards -y. Where the whole stands does not matter: it is moved to the
ground. `make.hangs = True` for what hangs; `make.dim = 0.7` for what shines, in a darker studio.

Makers of `Kit` (kit.py); all take at=(x, y, z) and turn=(degrees about x, y, z), most scale=, and
return the Blender object. m is a material.

    lathe(profile, m, wall=, arc=)     (radius, height[, rounding]) turned; wall: an open vessel
    cylinder(r, h, m, bevel, top=)     box(size, m, radius)     ball(r or three radii, m, power=)
    tube(path, radius, m, section=, closed=, ends=, up=)        cords, handles, straps, frames
    slab(outline, thickness, m, bevel, holes=)                  cut from sheet, lying
    sheet(net, m, thickness)    loft(rings, m)    pillow(outline, thickness, m, wrinkle)
    text(words, size, m)    mesh(any Mesh, m)    copy(part, at, turn, scale)
    with place(at, turn, scale):    for _ in around(n, radius):    for side in mirrored():
    soften(part)    cut(part, tool)    lamp(power, at)

Curves for them are in outlines.py: spline, rounded, circle, ellipse (power= makes it squarer),
rectangle, star, arc, flat, offset, even. Meshes: shapes.py, sweeps.py; wrinkles and stuffing
(rumpled, waves, bowed_square, stuffed): cloth.py; colours: colours.py.

`make.material(name, colour, pattern=, figure=, scale=, glow=, motifs=)`. Without a colour a
material has its own. Metals in another colour than their own are painted, aluminium is anodised,
woods are stained. An unknown name counts as plastic. Names (hard.py, soft.py):

    ceramic porcelain stoneware clay enamel lacquer plastic gloss-plastic resin acrylic melamine
    vinyl rubber silicone latex foam eva wax soap cream pearl skin leaf fruit soil paint wall
    steel stainless-steel aluminium titanium chrome silver brass gold copper bronze iron cast-iron
    glass frosted-glass opal-glass clear-plastic water liquid mirror marble concrete terrazzo
    leather faux-leather suede linen cotton canvas polyester nylon silk satin viscose denim tweed
    wool knit cashmere velvet corduroy fleece plush terry down felt fur mesh
    oak walnut pine beech wood birch ash bamboo teak ebony cherry cork rattan straw cane
    paper cardboard kraft

Patterns: plain striped bands checked dotted herringbone geometric lattice marbled gradient speckled
floral print. `figure` is the second colour, `scale` the repeat in cm, `motifs` what a print shows
(prints.FIGURES). `make.drawing(name, picture, (width, height))` lays one Pillow picture on a flat
part: labels, screens, covers.
"""
