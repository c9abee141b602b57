code_subject = { $code } is your code
code_body =
    Hello,

    your code is { $code }. It is good for ten minutes.
    Somebody has asked the { $operator } chat how report { $report } stands, in which this address was given. If that was not you, there is nothing that you need to do; without the code nobody is told anything.

    { $operator }
