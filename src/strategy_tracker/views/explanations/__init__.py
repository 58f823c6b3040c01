"""The longer texts of all codes, in the order of `diagnostics.CODES`. Imported only by `strategy explain`."""

from strategy_tracker.views.explanations.entry import Explanation
from strategy_tracker.views.explanations.file import FILE
from strategy_tracker.views.explanations.gaps import GAPS
from strategy_tracker.views.explanations.privacy import PRIVACY
from strategy_tracker.views.explanations.shape import SHAPE
from strategy_tracker.views.explanations.smells import SMELLS
from strategy_tracker.views.explanations.together import TOGETHER

EXPLANATIONS: dict[str, Explanation] = FILE | SHAPE | TOGETHER | PRIVACY | SMELLS | GAPS
