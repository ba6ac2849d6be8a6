"""Which sentences tell of an event: the triggers.

`told` is what each line says, `news` what several say together. `lead` weighs which sentence tells the news, if there is any,
and `further` (by `signs`) which ones tell of another event; `scenes` is the list of both.
"""
