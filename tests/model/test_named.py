"""Everything with an id is listed, where it stands."""

from strategy_tracker.model.named import NamedItem, items
from strategy_tracker.model.strategy import Strategy

STRATEGY = {
    "id": "carers",
    "title": "Young Carers",
    "groups": ({"id": "lives", "title": "Everyday lives"},),
    "pledge": ({"id": "listen", "text": "We listen"},),
    "voice": ({"id": "waits", "said": "We wait"}, {"id": "form", "said": "One form"}),
    "priorities": (
        {
            "id": "seen",
            "title": "Seen",
            "actions": ({"id": "seen-1", "text": "Train"}, {"id": "seen-2", "text": "Ask"}),
        },
        {"id": "heard", "title": "Heard"},
    ),
}


def test_everything_with_an_id_is_listed_with_its_words_and_its_place():
    assert list(items(Strategy.model_validate(STRATEGY))) == [
        NamedItem("group", "lives", "Everyday lives", ("groups", 0)),
        NamedItem("commitment", "listen", "We listen", ("pledge", 0)),
        NamedItem("voice", "waits", "We wait", ("voice", 0)),
        NamedItem("voice", "form", "One form", ("voice", 1)),
        NamedItem("priority", "seen", "Seen", ("priorities", 0)),
        NamedItem("action", "seen-1", "Train", ("priorities", 0, "actions", 0)),
        NamedItem("action", "seen-2", "Ask", ("priorities", 0, "actions", 1)),
        NamedItem("priority", "heard", "Heard", ("priorities", 1)),
    ]
