"""Publications as other programs read them. Pure: a `Record` in, text or plain data out; imports nothing of Django.

What a record does not know, such as the address of its page, comes as keyword arguments.
"""
