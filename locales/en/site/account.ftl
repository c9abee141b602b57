# My account: the page on which customers sign in.

account_title = My account
account_intro = Sign in with the details of your account. The assistant in the chat will know who you are, so you won’t have to sign in again there.
account_hello = Hello, { $name }
account_known = The assistant in the chat already knows who you are: ask about your calls or dispute a charge straight away.
account_sign_out = Sign out
