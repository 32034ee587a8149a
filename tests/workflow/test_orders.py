"""What is asked of a night holds nothing back that nobody has asked for."""

from translate.workflow.orders import Orders


def test_a_night_of_which_nothing_is_asked_drafts_all_by_itself_and_is_dated_when_it_is():
    orders = Orders()
    assert (orders.locales, orders.hire, orders.began, orders.time_budget) == ((), None, None, None)
