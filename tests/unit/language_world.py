"""A small catalogue and models trained on it once for all tests of the language room."""

from __future__ import annotations

from functools import cache

import torch

from language.artefact import Models
from language.products import ProductText
from language.train import Corpus, learn
from language.understand import Reader

torch.set_num_threads(1)  # as in training; more only get in each other's way

BRANDS = {"lumavo": ("Lumavo", "流漫"), "qingtao": ("Qingtaoli", "青陶里")}
CATEGORIES = {
    "kettle": ("Kettles", "水壶", "kettle", "electric kettle", "电热水壶", "烧水壶"),
    "mug": ("Mugs", "马克杯", "mug", "coffee mug", "杯子"),
    "lamp": ("Table lamps", "台灯", "desk lamp", "table lamp", "床头灯"),
    "backpack": ("Backpacks", "双肩包", "backpack", "rucksack", "背包"),
    "chair": ("Chairs", "椅子", "chair", "dining chair", "餐椅"),
    "sneakers": ("Sneakers", "运动鞋", "sneakers", "running shoes", "跑鞋"),
}
KEYWORDS = ("wireless", "foldable", "dimmable", "防水", "折叠", "静音")


def _goods(family: str, number: int, colour: str, material: str) -> ProductText:
    english, chinese = CATEGORIES[family][2], CATEGORIES[family][1]
    colours = {"red": "红色", "blue": "蓝色", "black": "黑色", "white": "白色"}
    materials = {"oak": "橡木", "steel": "钢", "cotton": "棉", "glass": "玻璃"}
    brand = list(BRANDS)[number % 2]
    return ProductText(
        f"{family}-{number}",
        f"{BRANDS[brand][0]} {colour} {material} {english}",
        f"{BRANDS[brand][1]} {colours[colour]}{materials[material]}{chinese}",
        f"A {english} made of {material}.",
        f"{materials[material]}做的{chinese}。",
        (*BRANDS[brand], *CATEGORIES[family]),
        (),
        (("colour", colour), ("material", material), ("category", family), ("brand", brand)),
    )


def corpus() -> Corpus:
    """Six families with four products each."""
    looks = (("red", "oak"), ("blue", "steel"), ("black", "cotton"), ("white", "glass"))
    products = [
        _goods(family, number, colour, material)
        for family in CATEGORIES
        for number, (colour, material) in enumerate(looks)
    ]
    return Corpus(BRANDS, CATEGORIES, KEYWORDS, tuple(products))


@cache
def models() -> Models:
    """Trained on the small catalogue, in a few seconds."""
    return learn(corpus(), utterances=5_000, steps=60)


@cache
def reader() -> Reader:
    """Reads messages with those models."""
    return Reader(models().tagger, corpus().gazetteer)
