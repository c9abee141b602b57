# Mon compte : la page sur laquelle se connectent les clients.

account_title = Mon compte
account_intro = Connectez‑vous avec les identifiants de votre compte. L’assistant du chat saura qui vous êtes ; il ne vous demandera pas de vous connecter à nouveau.
account_hello = Bonjour, { $name }
account_known = L’assistant du chat sait déjà qui vous êtes : interrogez‑le sur vos appels ou contestez directement un montant.
account_sign_out = Se déconnecter
