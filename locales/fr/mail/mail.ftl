code_subject = { $code } est votre code
code_body =
    Bonjour,

    votre code est { $code }. Il est valable dix minutes.
    Quelqu’un a demandé sur le chat de { $operator } où en est le dossier { $report }, dans lequel cette adresse a été donnée. Si ce n’était pas vous, vous n’avez rien à faire : sans le code, rien n’est dit à personne.

    { $operator }
