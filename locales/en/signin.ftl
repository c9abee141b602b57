utter_sign_in =
    To do that I need you to sign in. Open this page and check that it shows the code { $code }.
    { $link }
    Never write your password here. Once you have signed in, I’ll go on by myself.
utter_sign_in_waiting =
    I can’t see that you have signed in yet. Open this page and check that it shows the code { $code }.
    { $link }
    I’ll go on by myself as soon as you have.
utter_signed_out_meanwhile =
    For your security you have been signed out. I’ve kept what you told me: sign in again and we’ll go on where we were.
    Open this page and check that it shows the code { $code }.
    { $link }
utter_sign_in_first = I need you to sign in before I can tell you that.
utter_signed_in = Thank you, { $name }, you are signed in.
utter_already_signed_in = You are already signed in as { $name }.
utter_logged_out = You have been signed out. Goodbye for now.
utter_not_signed_in = You weren’t signed in, so there is nothing to sign out of.
utter_login_problem =
    You sign in with the user name and password of your billing account.
    • Forgotten one of them, or locked out: call { $phone } and we’ll sort it out with you.
    • A lock after several wrong passwords ends by itself after a quarter of an hour.
    • The code in the chat is valid for a quarter of an hour; I can give you a new one at any time.
    Never write your password here.
utter_account =
    Account number: { $account }
    Account holder: { $name }
    { $count ->
        [one] Telephone number: { $lines }
       *[other] Telephone numbers: { $lines }
    }

button_sign_in = Sign in
