"""Who took part in an event, whose it is, when and where it was: its arguments, a question a module.

`attendance`: who takes part. `parties`: which states and organisations. `sides` (by `delegations`): whom each person stands for, and as
what. `dating` (over `days`): on which day. `locating`: in which country, by `setting`: what the words say. `towns`: in which town.
Each weighs all candidates of the article by signs; the weights stand beside it in a table to read.
"""
