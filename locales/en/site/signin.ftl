# The sign-in pages.

code_title = Enter the code
code_intro = The assistant in the chat has given you a code of eight letters. Please enter it here.
code_label = Code
code_hint = Capitals, small letters and the hyphen make no difference.
code_continue = Continue
code_malformed = A code has eight letters. Please check it in the chat.
code_unknown = We don’t know this code. Please check in the chat that you have entered it correctly.
code_expired_title = This code has expired
code_expired = A code is valid for a quarter of an hour. Please ask for a new one in the chat; what you said there has been kept.
code_used_title = This code has already been used
code_used = If it was you who signed in, simply return to the chat. If it wasn’t, please call us: { $phone }.
code_refused_title = This code is no longer valid
code_refused = Somebody has said that they did not ask for it. If you would like to sign in, please ask for a new code in the chat.
code_paused = { $minutes ->
    [one] Too many codes were not right. Please try again in a minute.
   *[other] Too many codes were not right. Please try again in { $minutes } minutes.
}

signin_title = Sign in
signin_code = Your code
signin_consent = Sign in to the assistant with this code? Please do so only if you asked for it in the chat and the chat shows the same code.
signin_user_name = User name
signin_password = Password
signin_submit = Sign in
signin_refuse = I didn’t ask for this
signin_problem = That did not work
signin_missing = Please enter your user name and your password.
signin_wrong = The user name or the password is wrong. Please try again.
signin_paused = { $minutes ->
    [one] There have been too many tries. For your security, please wait a minute; then you can sign in again.
   *[other] There have been too many tries. For your security, please wait { $minutes } minutes; then you can sign in again.
}
signin_stale = This page was open for a long time, or your browser does not accept cookies. Please try again.
signin_help = Forgotten your user name or password? Please call us: { $phone }.

done_title = You are signed in
done = You can return to the chat; it goes on by itself.
done_close = You may close this window.
refused_title = Nobody has been signed in
refused = Thank you for checking. The code is no longer valid. If you would like to sign in after all, please ask for a new one in the chat.
