"""The editor's topics (``knowledge/topics.yml``)."""

from __future__ import annotations

from pathlib import Path

from jianbao.editor_form import Form
from jianbao.gazetteer import Gazetteer
from jianbao.library import Topic
from jianbao.yaml_file import load_yaml

_KEYS = ("id", "title", "definition", "words", "entities", "minimum")


def load_topics(path: Path | None, gazetteer: Gazetteer, shown: str | None = None) -> tuple[Topic, ...]:
    """All topics in the file's order; none where there is no file.

    Raises ``EditorError`` with the line for a mistake of form, an id that occurs twice, a name that the gazetteer does
    not have, and a topic that nothing could ever belong to.
    """
    if path is None or not path.exists():
        return ()
    form = Form(shown or str(path))
    data = load_yaml(path, shown) or []
    if not isinstance(data, list):
        raise form.error(1, "expected a list of topics", "write each as `- id: …`")
    topics: dict[str, Topic] = {}
    for item in data:
        row = form.mapping(item, _KEYS, getattr(item, "line", 1))
        topic = Topic(
            id=form.slug(row, "id"),
            title=form.text(row, "title", required=True),
            definition=form.text(row, "definition"),
            words=form.weights(row, "words"),
            entities=form.weights(row, "entities"),
            minimum=form.number(row, "minimum", 4.0),
            line=row.line,
        )
        if topic.id in topics:
            earlier = topics[topic.id].line
            raise form.error(row.lines["id"], f"id {topic.id!r} is taken in line {earlier}", "write another")
        if not topic.words and not topic.entities:
            raise form.error(row.line, f"topic {topic.id} has neither words nor entities", "write `words: {…: 3}`")
        for name_id, _ in topic.entities:
            if gazetteer.get(name_id) is None:
                line = row["entities"].lines[name_id]
                raise form.error(line, f"no name has the id {name_id!r}", "write an id of names.yml")
        topics[topic.id] = topic
    return tuple(topics.values())
