"""Records, tables, feeds, calendar, JSON-LD: valid, deterministic, and deaf to what the texts would like them to do."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from icalendar import Calendar
from lxml import etree

from jianbao.archive import Removed
from jianbao.document import BlockKind, Change, Edition, EditionBlock, Field, Meta, Shift
from jianbao.findings import (
    DateFinding,
    Figure,
    Findings,
    Gloss,
    KeyPoint,
    Mention,
    Quotation,
    Reason,
    ReferenceDate,
    Related,
    TopicHit,
)
from jianbao.gazetteer import Gazetteer, Name
from jianbao.library import Entry, Library, NameUse, Topic
from jianbao.settings import Settings
from jianbao.site import json_ld
from jianbao.site.calendar_file import calendar, days
from jianbao.site.exports import export_pages
from jianbao.site.feeds import site_feed, topic_feed
from jianbao.site.page import Page
from jianbao.site.records import RecordWriter
from jianbao.site.shelf import Shelf
from tests.shelving import shelve

HOSTILE = "=cmd|' /C calc'!A0</script><script>alert(1)</script>&\u2028\x0b"
BASE = "川普總統3日說：「我們會在下個月前往台灣訪問。」共有465席。"
MAINLAND = "特朗普总统3日说：“我们会在下个月前往台湾访问。”共有465席。"
SETTINGS = Settings(site_title="剪報", site_url="https://example.org/")


def edition(locale: str, text: str, shifts: tuple[Shift, ...] = ()) -> Edition:
    blocks = (
        EditionBlock("t0", BlockKind.TITLE, HOSTILE, ((1, 1),)),
        EditionBlock("b1", BlockKind.BYLINE, "記者 王大明", ((2, 2),)),
        EditionBlock("p1", BlockKind.PARAGRAPH, text, ((3, 3), (5, 6)), shifts=shifts),
    )
    changes = (
        Change("convert", "R01", "台", "臺", 3, 4, "p1", 0, 1),
        Change("edit", "E02", "x", "", 2, 1, "b1", None, None),
    )
    meta = Meta(
        title=Field(HOSTILE), date=Field("2026-02-03"), authors=(Field("王大明"),), source=Field("=出處"), kind="news"
    )
    return Edition(locale, "a.txt", "0" * 64, 1, meta, blocks, changes, 1, 6, slug="a-1")


def library() -> Library:
    shifts = (Shift(0, 2, 0, 3),)
    findings = Findings(
        "a.txt",
        1,
        ReferenceDate("2026-02-03", "explicit"),
        mentions=(Mention("trump", "川普", "p1", 0, 2),),
        links=(Mention("trump", "川普", "p1", 0, 2),),
        topics=(TopicHit("taiwan", 5.25, (Reason("台灣", "", 2.0, 1),)),),
        dates=(
            DateFinding("3日", "2026-02-03", "day", "inferred", "ref_date", "p1", 4, 6),
            DateFinding("下個月", None, "vague", "unknown", "ref_date", "p1", 12, 15),
        ),
        quotations=(Quotation("川普", "trump", BASE[9:23], "before", "p1", 9, 23),),
        figures=(Figure("465席", 465.0, "席", "p1", 26, 30),),
        key_points=(KeyPoint(BASE, "p1", 0, len(BASE)),),
        glosses=(Gloss("川普", "Donald Trump", "p1", 0, 2),),
    )
    name = Name("trump", "person", "川普", 1, foreign=("Donald Trump",), forms=(("tw", "川普"), ("cn", "特朗普")))
    editions = {"zh-Hant-TW": edition("zh-Hant-TW", BASE), "zh-Hans-CN": edition("zh-Hans-CN", MAINLAND, shifts)}
    removed = (Removed("C01", "廣告", 7, 1, ""),)
    first = Entry("a-1", editions, findings, removed, (Related("b-1", 0.51, (Reason("川普", "trump"),)),))
    undated = {locale: replace(item, meta=Meta(), slug="b-1") for locale, item in editions.items()}
    second = Entry("b-1", undated, Findings("a.txt", 2, ReferenceDate(None, "unknown")))
    use = NameUse(name, "trump", (("a-1", 1),), True)
    topic = Topic("taiwan", "台灣", "關於台灣")
    return shelve((first, second), Gazetteer((name,)), (topic,), {"trump": use})


def feeds(shelf: Shelf) -> list[Page]:
    return [site_feed(shelf), *(topic_feed(shelf, topic) for topic in shelf.library.topics)]


def shelf(locale: str = "zh-Hant-TW", settings: Settings = SETTINGS) -> Shelf:
    return Shelf(library(), settings, locale, lambda text, _: text)


def record(locale: str) -> dict[str, Any]:
    made = library()
    page = RecordWriter(made).page(made.entry("a-1"), locale)
    assert page.path.endswith("data/briefings/a-1.json")
    value: dict[str, Any] = json.loads(page.content)
    return value


@pytest.mark.parametrize("locale", ["zh-Hant-TW", "zh-Hans-CN"])
def test_a_record_obeys_its_schema_and_its_places_hold(locale: str) -> None:
    schema = json.loads(files("jianbao").joinpath("data/record.schema.json").read_text(encoding="utf-8"))
    made = record(locale)
    jsonschema.Draft202012Validator(schema).validate(made)
    texts = {item["id"]: item["text"] for item in made["paragraphs"]}
    assert list(texts) == ["t0", "p1"]
    fields = {"mentions": "surface", "dates": "text", "quotations": "text", "figures": "text", "key_points": "text"}
    for kind, field in {**fields, "glosses": "name"}.items():
        assert made[kind]
        for item in made[kind]:
            assert texts[item["paragraph"]][item["start"] : item["end"]] == item[field]


def test_keys_come_in_the_order_of_the_schema() -> None:
    schema = json.loads(files("jianbao").joinpath("data/record.schema.json").read_text(encoding="utf-8"))
    assert list(record("zh-Hant-TW")) == [key for key in schema["properties"] if key in record("zh-Hant-TW")]


def test_another_edition_has_its_own_words_and_the_same_ids() -> None:
    made = record("zh-Hans-CN")
    assert made["mentions"][0] | {"start": 0, "end": 3} == made["mentions"][0]
    assert (made["mentions"][0]["surface"], made["mentions"][0]["name_id"]) == ("特朗普", "trump")
    assert made["quotations"][0]["speaker"] == "特朗普"
    assert made["quotations"][0]["text"] == "我们会在下个月前往台湾访问。"


def test_finds_in_bylines_stay_out_and_changes_there_have_no_paragraph() -> None:
    assert [change["paragraph"] for change in record("zh-Hant-TW")["changes"]] == ["p1", None]


def test_a_table_has_no_formulas() -> None:
    table, data = export_pages(shelf())
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert [row["slug"] for row in rows] == ["a-1", "b-1"]
    assert rows[0]["title"].startswith("'=") and rows[0]["source"] == "'=出處"
    assert json.loads(data.content)["briefings"][0]["title"] == HOSTILE


@pytest.mark.parametrize("settings", [SETTINGS, Settings(site_title="剪報")])
def test_feeds_are_atom_and_know_no_clock(settings: Settings) -> None:
    first, second = feeds(shelf(settings=settings)), feeds(shelf(settings=settings))
    assert first == second
    assert [page.path for page in first] == ["feed.xml", "topics/taiwan.xml"]
    space = "{http://www.w3.org/2005/Atom}"
    root = etree.fromstring(first[0].content)
    assert root.findtext(f"{space}updated") == "2026-02-03T00:00:00+00:00"
    entries = root.findall(f"{space}entry")
    assert [entry.findtext(f"{space}updated")[:10] for entry in entries] == ["2026-02-03", "1970-01-01"]
    assert "<script>" in (entries[0].findtext(f"{space}title") or "")
    assert b"<script>" not in first[0].content
    links = [link.get("href") for link in root.iter(f"{space}link")]
    assert all(link and link.startswith("https://example.org/") == bool(settings.site_url) for link in links)


def test_the_calendar_holds_days_and_no_clock() -> None:
    page = calendar(shelf())
    assert calendar(shelf()) == page
    events = Calendar.from_ical(page.content).walk("VEVENT")
    assert [event.decoded("dtstart").isoformat() for event in events] == ["2026-02-03"]
    assert "推定" in str(events[0]["summary"])
    assert str(events[0]["url"]) == "https://example.org/briefings/a-1.html#p1"


@pytest.mark.parametrize(
    ("iso", "span"),
    [
        ("2026-02-08", ("2026-02-08", "2026-02-08")),
        ("2026-W06", ("2026-02-02", "2026-02-08")),
        ("2026-01-31/2026-02-01", ("2026-01-31", "2026-02-01")),
        ("2026-02", None),
        ("197X", None),
        ("2026-02-30", None),
        (None, None),
    ],
)
def test_what_is_an_appointment(iso: str | None, span: tuple[str, str] | None) -> None:
    found = days(iso)
    assert (tuple(map(str, found)) if found else None) == span


def test_a_group_that_writes_is_no_person() -> None:
    kinds = [json_ld.author(name)["@type"] for name in ("海洋觀察編輯部", "林宜庭", "Helen Marsh")]
    assert kinds == ["Organization", "Person", "Person"]


def test_json_ld_cannot_leave_its_script() -> None:
    entry = shelf().library.entry("a-1")
    for text in (json_ld.article(shelf(), entry), json_ld.defined_term(shelf(), "trump")):
        assert not re.search("[<>&\u2028]", text)
    article = json.loads(json_ld.article(shelf(), entry))
    assert article["headline"] == HOSTILE
    assert (article["@type"], article["datePublished"]) == ("NewsArticle", "2026-02-03")
    term = json.loads(json_ld.defined_term(shelf(), "trump"))
    assert (term["name"], term["alternateName"]) == ("川普", ["特朗普", "Donald Trump"])
