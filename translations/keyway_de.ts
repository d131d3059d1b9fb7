<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>Account</name>
    <message>
        <source>New password (10 characters or more):</source>
        <translation>Neues Passwort (10 Zeichen oder mehr):</translation>
    </message>
    <message>
        <source>A mail with a code is on its way to %1.</source>
        <translation>Eine Mail mit einem Code ist unterwegs an %1.</translation>
    </message>
    <message>
        <source>keyway account verify takes the code, then keyway account signin.</source>
        <translation>keyway account verify nimmt den Code an, danach keyway account signin.</translation>
    </message>
    <message>
        <source>Code from the mail:</source>
        <translation>Code aus der Mail:</translation>
    </message>
    <message>
        <source>The address is confirmed.</source>
        <translation>Die Adresse ist bestätigt.</translation>
    </message>
    <message>
        <source>%1 is signed in. keyway account signout signs out.</source>
        <translation>%1 ist angemeldet. keyway account signout meldet ab.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Signed in. keyway sync now sends what was used; never a key or a prompt.</source>
        <translation>Angemeldet. keyway sync now sendet, was genutzt wurde; nie einen Schlüssel oder einen Prompt.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Nobody is signed in. Everything works without an account.</source>
        <translation>Niemand ist angemeldet. Alles geht auch ohne Konto.</translation>
    </message>
    <message>
        <source>The server was not told: its list still has this computer.</source>
        <translation>Der Server weiß es nicht: In seiner Liste steht dieser Computer noch.</translation>
    </message>
    <message>
        <source>Signed out. Everything on this computer stays.</source>
        <translation>Abgemeldet. Alles auf diesem Computer bleibt.</translation>
    </message>
    <message>
        <source>Delete the account of %1 on the server? This computer keeps its own records.</source>
        <translation>Das Konto von %1 auf dem Server löschen? Dieser Computer behält seine eigenen Einträge.</translation>
    </message>
    <message>
        <source>The account is deleted.</source>
        <translation>Das Konto ist gelöscht.</translation>
    </message>
    <message>
        <source>Make an account on a server; it is not needed for anything else</source>
        <translation>Ein Konto auf einem Server anlegen; für alles andere ist es nicht nötig</translation>
    </message>
    <message>
        <source>Confirm the address by the code of the mail</source>
        <translation>Die Adresse mit dem Code aus der Mail bestätigen</translation>
    </message>
    <message>
        <source>Sign in on this computer</source>
        <translation>An diesem Computer anmelden</translation>
    </message>
    <message>
        <source>what the list of computers calls this one</source>
        <translation>wie dieser Computer in der Liste heißt</translation>
    </message>
    <message>
        <source>also send what was used before; it is never billed</source>
        <translation>auch senden, was vorher genutzt wurde; es wird nie berechnet</translation>
    </message>
    <message>
        <source>Who is signed in</source>
        <translation>Wer angemeldet ist</translation>
    </message>
    <message>
        <source>Sign out on this computer</source>
        <translation>An diesem Computer abmelden</translation>
    </message>
    <message>
        <source>Everything the server keeps, as JSON</source>
        <translation>Alles, was der Server aufbewahrt, als JSON</translation>
    </message>
    <message>
        <source>Delete the account on the server</source>
        <translation>Das Konto auf dem Server löschen</translation>
    </message>
    <message>
        <source>The fee plan could not be read yet. keyway plan show tries again.</source>
        <translation>Der Gebührenplan ließ sich noch nicht lesen. keyway plan show versucht es noch einmal.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>--limit takes a number of entries, from 1 on.</source>
        <translation>--limit nimmt eine Anzahl von Einträgen, ab 1.</translation>
    </message>
    <message>
        <source>Nothing in the record fits this.</source>
        <translation>Nichts im Protokoll passt dazu.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>only entries with this in their name, facts or service</source>
        <translation>nur Einträge, deren Name, Angaben oder Dienst das enthalten</translation>
    </message>
    <message>
        <source>the newest so many; 100 where nothing is said</source>
        <translation>so viele der neuesten; ohne Angabe 100</translation>
    </message>
    <message>
        <source>Everything Keyway did, newest first, with the mark of each entry</source>
        <translation>Alles, was Keyway getan hat, das Neueste zuerst, mit der Marke jedes Eintrags</translation>
    </message>
    <message>
        <source>--%1 takes a day, 2026-11-18, or a moment, 2026-11-18T09:30.</source>
        <translation>--%1 nimmt einen Tag, 2026-11-18, oder einen Zeitpunkt, 2026-11-18T09:30.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>--format is jsonl or csv.</source>
        <translation>--format ist jsonl oder csv.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are in %1.</source>
        <translation>
            <numerusform>%n Eintrag ist in %1.</numerusform>
            <numerusform>%n Einträge sind in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>only attempt, integration, limit, spending, alert, setting, sync, cost, models or audit; may be given again</source>
        <translation>nur attempt, integration, limit, spending, alert, setting, sync, cost, models oder audit; darf mehrmals stehen</translation>
    </message>
    <message>
        <source>only what window, cli, gateway or sync did, or what an integration or a service was asked</source>
        <translation>nur was window, cli, gateway oder sync getan hat oder was ein Zugang oder ein Dienst gefragt wurde</translation>
    </message>
    <message>
        <source>from this day on: 2026-11-18, or 2026-11-18T09:30</source>
        <translation>von diesem Tag an: 2026-11-18 oder 2026-11-18T09:30</translation>
    </message>
    <message>
        <source>to the end of this day, or before this moment</source>
        <translation>bis zum Ende dieses Tages oder vor diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>Write everything Keyway did for other programs, newest first</source>
        <translation>Alles, was Keyway getan hat, für andere Programme schreiben, das Neueste zuerst</translation>
    </message>
    <message>
        <source>jsonl or csv; otherwise as the file is called, jsonl in doubt</source>
        <translation>jsonl oder csv; sonst wie die Datei heißt, im Zweifel jsonl</translation>
    </message>
    <message>
        <source>into a file; otherwise to the terminal</source>
        <translation>in eine Datei; sonst ins Terminal</translation>
    </message>
</context>
<context>
    <name>AdminAuditCommands</name>
    <message>
        <source>--before wants the number of an entry.</source>
        <translation>--before braucht die Nummer eines Eintrags.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von wo</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Nothing has been changed: every entry fits the one before.</source>
        <translation>Nichts wurde geändert: Jeder Eintrag passt zum vorigen.</translation>
    </message>
    <message>
        <source>Entry %1 is not as it was written, or is gone.</source>
        <translation>Eintrag %1 ist nicht mehr so, wie er geschrieben wurde, oder fehlt.</translation>
    </message>
    <message>
        <source>who did what from where, the newest first</source>
        <translation>wer was von wo aus tat, das Neueste zuerst</translation>
    </message>
    <message>
        <source>entries before this one</source>
        <translation>Einträge vor diesem</translation>
    </message>
    <message>
        <source>check that no entry was changed</source>
        <translation>prüfen, dass kein Eintrag geändert wurde</translation>
    </message>
</context>
<context>
    <name>AdminComposition</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Platform Statistics</source>
        <translation>Plattformstatistik</translation>
    </message>
    <message>
        <source>Service Health</source>
        <translation>Zustand der Dienste</translation>
    </message>
    <message>
        <source>User Analytics</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>System Keys</source>
        <translation>Systemschlüssel</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>AdminConsole</name>
    <message>
        <source>remember in this folder (or KEYWAY_ADMIN_DIR)</source>
        <translation>in diesem Ordner merken (oder KEYWAY_ADMIN_DIR)</translation>
    </message>
    <message>
        <source>answer as JSON</source>
        <translation>als JSON antworten</translation>
    </message>
    <message>
        <source>only the answer</source>
        <translation>nur die Antwort</translation>
    </message>
    <message>
        <source>answer every question with yes</source>
        <translation>jede Frage mit Ja beantworten</translation>
    </message>
    <message>
        <source>explain this command</source>
        <translation>diesen Befehl erklären</translation>
    </message>
    <message>
        <source>Keyway Admin: the platform at a glance, and never a user&apos;s key.</source>
        <translation>Keyway Admin: die Plattform auf einen Blick, und nie der Schlüssel eines Nutzers.</translation>
    </message>
    <message>
        <source>Without a command it opens its window.</source>
        <translation>Ohne Befehl öffnet es sein Fenster.</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Optionen jedes Befehls:</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>Aufruf: %1 [Optionen]</translation>
    </message>
    <message>
        <source>Say which server: keyway-admin signin EMAIL --server https://admin.keyway.example</source>
        <translation>Nennen Sie den Server: keyway-admin signin EMAIL --server https://admin.keyway.example</translation>
    </message>
    <message>
        <source>There is no certificate in %1.</source>
        <translation>In %1 ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>keyway-admin signin EMAIL signs in.</source>
        <translation>keyway-admin signin EMAIL meldet an.</translation>
    </message>
    <message>
        <source>keyway-admin --help lists the commands, keyway-admin COMMAND --help explains one.</source>
        <translation>keyway-admin --help nennt die Befehle, keyway-admin BEFEHL --help erklärt einen.</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>Es gibt keinen Befehl %1.</translation>
    </message>
</context>
<context>
    <name>AdminKeyCommands</name>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>The platform has no key. keyway-admin keys add SERVICE takes one.</source>
        <translation>Die Plattform hat keinen Schlüssel. keyway-admin keys add DIENST nimmt einen an.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Key of the platform at %1:</source>
        <translation>Schlüssel der Plattform bei %1:</translation>
    </message>
    <message>
        <source>The server has sealed the key. Nothing gives it out again.</source>
        <translation>Der Server hat den Schlüssel versiegelt. Nichts gibt ihn wieder heraus.</translation>
    </message>
    <message>
        <source>keyway-admin keys list shows the ids.</source>
        <translation>keyway-admin keys list zeigt die Kennungen.</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>Neuer Schlüssel:</translation>
    </message>
    <message>
        <source>The new key is used from now on; the old one is deleted.</source>
        <translation>Der neue Schlüssel gilt ab jetzt; der alte ist gelöscht.</translation>
    </message>
    <message>
        <source>Delete this key from the server for good?</source>
        <translation>Diesen Schlüssel endgültig vom Server löschen?</translation>
    </message>
    <message>
        <source>Nothing was changed. --yes answers the question.</source>
        <translation>Nichts wurde geändert. --yes beantwortet die Frage.</translation>
    </message>
    <message>
        <source>The key is deleted. What it was used for stays in the records.</source>
        <translation>Der Schlüssel ist gelöscht. Wofür er genutzt wurde, bleibt verzeichnet.</translation>
    </message>
    <message>
        <source>the platform&apos;s own keys, without the keys</source>
        <translation>die eigenen Schlüssel der Plattform, ohne die Schlüssel selbst</translation>
    </message>
    <message>
        <source>add a key; it is typed, or comes on standard input</source>
        <translation>einen Schlüssel hinzufügen; er wird getippt oder kommt über die Standardeingabe</translation>
    </message>
    <message>
        <source>what it is for</source>
        <translation>wofür er ist</translation>
    </message>
    <message>
        <source>another address than the service&apos;s own</source>
        <translation>eine andere Adresse als die des Dienstes</translation>
    </message>
    <message>
        <source>put another key in its place</source>
        <translation>einen anderen Schlüssel an seine Stelle setzen</translation>
    </message>
    <message>
        <source>delete a key; its figures stay</source>
        <translation>einen Schlüssel löschen; seine Zahlen bleiben</translation>
    </message>
</context>
<context>
    <name>AdminPlatformCommands</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Routed</source>
        <translation>Vermittelt</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>A month looks like 2026-11.</source>
        <translation>Ein Monat sieht so aus: 2026-11.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Ausweichversuche</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message numerus="yes">
        <source>Too few people: counts are told from %n on.</source>
        <translation>
            <numerusform>Zu wenige Menschen: Zahlen gibt es ab %n.</numerusform>
            <numerusform>Zu wenige Menschen: Zahlen gibt es ab %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Hours are a number from 1 to 336.</source>
        <translation>Stunden sind eine Zahl von 1 bis 336.</translation>
    </message>
    <message>
        <source>No application has reported anything in this time.</source>
        <translation>In dieser Zeit hat keine Anwendung etwas gemeldet.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Erstes Wort</translation>
    </message>
    <message>
        <source>Slowest 5%</source>
        <translation>Langsamste 5 %</translation>
    </message>
    <message>
        <source>accounts, requests, costs routed, fees; this month unless told</source>
        <translation>Konten, Anfragen, vermittelte Kosten, Gebühren; ohne Angabe dieser Monat</translation>
    </message>
    <message>
        <source>the first month, such as 2026-10</source>
        <translation>der erste Monat, etwa 2026-10</translation>
    </message>
    <message>
        <source>the last month</source>
        <translation>der letzte Monat</translation>
    </message>
    <message>
        <source>how many people use what, in a month that has ended; never about one person</source>
        <translation>wie viele Menschen was nutzen, in einem vergangenen Monat; nie über einen Einzelnen</translation>
    </message>
    <message>
        <source>the last one unless told</source>
        <translation>ohne Angabe der letzte</translation>
    </message>
    <message>
        <source>how services do, as applications report it</source>
        <translation>wie es den Diensten geht, so wie Anwendungen es melden</translation>
    </message>
    <message>
        <source>24 unless told, at most 336</source>
        <translation>ohne Angabe 24, höchstens 336</translation>
    </message>
</context>
<context>
    <name>AdminSessionCommands</name>
    <message>
        <source>Code from your authenticator:</source>
        <translation>Code Ihrer Authentifizierungs-App:</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Give the code with --code where nobody can type it.</source>
        <translation>Geben Sie den Code mit --code an, wo ihn niemand tippen kann.</translation>
    </message>
    <message>
        <source>The keychain does not keep the session, so you are signed out again. Unlock it, or use the window.</source>
        <translation>Der Schlüsselbund behält die Sitzung nicht, daher sind Sie wieder abgemeldet. Entsperren Sie ihn, oder nutzen Sie das Fenster.</translation>
    </message>
    <message>
        <source>%1 is signed in (%2). The session ends after 30 minutes without work.</source>
        <translation>%1 ist angemeldet (%2). Die Sitzung endet nach 30 Minuten ohne Arbeit.</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Abgemeldet.</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <translation>%1 bei %2 (%3)</translation>
    </message>
    <message>
        <source>sign in; the password is typed, or comes on standard input</source>
        <translation>anmelden; das Passwort wird getippt oder kommt über die Standardeingabe</translation>
    </message>
    <message>
        <source>the listener for administrators; it is remembered</source>
        <translation>die Adresse für Administratoren; sie wird gemerkt</translation>
    </message>
    <message>
        <source>the one-time code, where nobody can type it</source>
        <translation>der Einmalcode, wo ihn niemand tippen kann</translation>
    </message>
    <message>
        <source>certificates to trust beside the system&apos;s, or none; it is remembered</source>
        <translation>Zertifikate, denen neben denen des Systems vertraut wird, oder none; wird gemerkt</translation>
    </message>
    <message>
        <source>end the session</source>
        <translation>die Sitzung beenden</translation>
    </message>
    <message>
        <source>who is signed in, and what the role may do</source>
        <translation>wer angemeldet ist, und was die Rolle darf</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>that was me</source>
        <translation>das war ich</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Nothing unusual.</source>
        <translation>Nichts Ungewöhnliches.</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What was unusual, and limits that are near their end</source>
        <translation>Was ungewöhnlich war, und Limits, die bald erreicht sind</translation>
    </message>
    <message>
        <source>Say that it was you: the same is not told again, a repeated prompt goes on</source>
        <translation>Sagen, dass Sie es waren: Gleiches wird nicht noch einmal gemeldet, ein wiederholter Prompt läuft weiter</translation>
    </message>
    <message>
        <source>Mark all as seen, without an answer</source>
        <translation>Alle als gesehen markieren, ohne Antwort</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>A key is never an argument: other programs could read it. Give it on standard input or type it when asked.</source>
        <translation>Ein Schlüssel ist nie ein Argument: Andere Programme könnten ihn lesen. Geben Sie ihn über die Standardeingabe, oder tippen Sie ihn auf Nachfrage.</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>Die Option %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>Die Option %1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>The option %1 needs a value: %2.</source>
        <translation>Die Option %1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>--month takes a month such as 2026-11.</source>
        <translation>--month nimmt einen Monat wie 2026-11.</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>ask only this model</source>
        <translation>nur dieses Modell fragen</translation>
    </message>
    <message>
        <source>ask only this integration</source>
        <translation>nur diese Integration fragen</translation>
    </message>
    <message>
        <source>the longest answer, in tokens</source>
        <translation>die längste Antwort, in Token</translation>
    </message>
    <message>
        <source>instructions for the model</source>
        <translation>Anweisungen an das Modell</translation>
    </message>
    <message>
        <source>0 to 2, for models that take it</source>
        <translation>0 bis 2, für Modelle, die das annehmen</translation>
    </message>
    <message>
        <source>ask the next service even where the last one may have charged</source>
        <translation>den nächsten Dienst auch fragen, wenn der letzte berechnet haben könnte</translation>
    </message>
    <message>
        <source>--max-tokens takes a whole number from 1 on.</source>
        <translation>--max-tokens nimmt eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>--model takes SERVICE/MODEL, for example openai/gpt-6-luna.</source>
        <translation>--model nimmt DIENST/MODELL, zum Beispiel openai/gpt-6-luna.</translation>
    </message>
    <message>
        <source>Keyway does not know the service %1.</source>
        <translation>Keyway kennt den Dienst %1 nicht.</translation>
    </message>
    <message>
        <source>%1 was not asked, since the attempt before it may have been charged. Ask again with --allow-double-bill to accept that.</source>
        <translation>%1 wurde nicht gefragt, weil der Versuch davor berechnet worden sein könnte. Fragen Sie noch einmal mit --allow-double-bill, um das hinzunehmen.</translation>
    </message>
    <message>
        <source>%1 answered: fell back from %2.</source>
        <translation>%1 hat geantwortet, als Ersatz für %2.</translation>
    </message>
    <message>
        <source>No service could answer.</source>
        <translation>Kein Dienst konnte antworten.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>Skipped: %1 · %2</source>
        <translation>Übergangen: %1 · %2</translation>
    </message>
    <message>
        <source>as if a picture was asked for</source>
        <translation>als wäre ein Bild verlangt</translation>
    </message>
    <message>
        <source>Ask; the answer goes to standard output</source>
        <translation>Fragen; die Antwort geht auf die Standardausgabe</translation>
    </message>
    <message>
        <source>Tell who would be asked and why; asks nobody and costs nothing</source>
        <translation>Sagen, wer gefragt würde und warum; fragt niemanden und kostet nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>%1 Token hin, %2 zurück</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4 · %5 + fee %6</source>
        <translation>%1 · %2 · %3 · %4 · %5 + Gebühr %6</translation>
    </message>
    <message>
        <source>No integrations yet. Add one: keyway integrations add openai</source>
        <translation>Noch keine Integrationen. Fügen Sie eine hinzu: keyway integrations add openai</translation>
    </message>
    <message>
        <source>a picture, PDF or text file; may be given again</source>
        <translation>ein Bild, eine PDF- oder Textdatei; mehrmals möglich</translation>
    </message>
    <message>
        <source>as if a video was asked for</source>
        <translation>als wäre ein Video verlangt</translation>
    </message>
    <message>
        <source>%1 is too large to go with a prompt.</source>
        <translation>%1 ist zu groß, um mit einem Prompt zu gehen.</translation>
    </message>
    <message>
        <source>%1 is no picture, PDF or text file.</source>
        <translation>%1 ist kein Bild und keine PDF- oder Textdatei.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to the first word</source>
        <translation>%1 bis zum ersten Wort</translation>
    </message>
    <message>
        <source>%1 was not asked, since it costs more than twice as much (about %2). Ask again with --allow-dearer to accept that.</source>
        <translation>%1 wurde nicht gefragt, weil es mehr als doppelt so viel kostet (etwa %2). Mit --allow-dearer fragen Sie trotzdem.</translation>
    </message>
    <message>
        <source>my-order, cheapest, fastest, best-quality or balanced</source>
        <translation>my-order, cheapest, fastest, best-quality oder balanced</translation>
    </message>
    <message>
        <source>ask the next service even where it costs more than twice as much</source>
        <translation>den nächsten Dienst auch fragen, wenn er mehr als doppelt so viel kostet</translation>
    </message>
    <message>
        <source>ask only this integration, service or model; may be given again</source>
        <translation>nur diese Integration, diesen Dienst oder dieses Modell fragen; mehrmals möglich</translation>
    </message>
    <message>
        <source>never ask this integration, service or model; may be given again</source>
        <translation>diese Integration, diesen Dienst oder dieses Modell nie fragen; mehrmals möglich</translation>
    </message>
    <message>
        <source>the most that one attempt may cost, such as 0.02</source>
        <translation>was ein Versuch höchstens kosten darf, etwa 0.02</translation>
    </message>
    <message>
        <source>ask only what runs on this computer</source>
        <translation>nur fragen, was auf diesem Computer läuft</translation>
    </message>
    <message>
        <source>--max-price takes an amount in dollars, for example 0.02.</source>
        <translation>--max-price nimmt einen Betrag in Dollar, zum Beispiel 0.02.</translation>
    </message>
    <message>
        <source>--route takes my-order, cheapest, fastest, best-quality or balanced.</source>
        <translation>--route nimmt my-order, cheapest, fastest, best-quality oder balanced.</translation>
    </message>
    <message>
        <source>%1 was not asked: it %2. Ask again with --pass-limits to accept that.</source>
        <translation>%1 wurde nicht gefragt: %2. Fragen Sie noch einmal mit --pass-limits, wenn das in Ordnung ist.</translation>
    </message>
    <message>
        <source>ask where it could pass a limit that asks first</source>
        <translation>auch fragen, wo ein Limit überschritten werden könnte, das vorher nachfragt</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>keyway audit reseal seals the record as it is now.</source>
        <translation>keyway audit reseal siegelt das Protokoll, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>Either --copy or --no-copy.</source>
        <translation>Entweder --copy oder --no-copy.</translation>
    </message>
    <message>
        <source>There is no folder for %1.</source>
        <translation>Für %1 gibt es keinen Ordner.</translation>
    </message>
    <message>
        <source>No copy is kept from now on. The file stays where it is.</source>
        <translation>Von jetzt an wird keine Kopie geführt. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Each day&apos;s seal is also kept in %1 from now on.</source>
        <translation>Das Siegel jedes Tages steht von jetzt an auch in %1.</translation>
    </message>
    <message>
        <source>Seal the record as it is now? The present files of seals are put aside. Do so only where you know why they do not fit.</source>
        <translation>Das Protokoll siegeln, wie es jetzt ist? Die bisherigen Siegeldateien werden beiseitegelegt. Tun Sie das nur, wenn Sie wissen, warum sie nicht passen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The record is sealed as it is now, and tells that it was.</source>
        <translation>Das Protokoll ist gesiegelt, wie es jetzt ist, und vermerkt das.</translation>
    </message>
    <message>
        <source>Check that no record was changed</source>
        <translation>Prüfen, dass keine Aufzeichnung geändert wurde</translation>
    </message>
    <message>
        <source>Where the seals of the days are kept, and whether they fit</source>
        <translation>Wo die Siegel der Tage liegen und ob sie passen</translation>
    </message>
    <message>
        <source>keep them in this file, too: on another disk, best on another computer</source>
        <translation>sie auch in dieser Datei führen: auf einem anderen Datenträger, am besten auf einem anderen Computer</translation>
    </message>
    <message>
        <source>keep them beside the records only</source>
        <translation>sie nur neben den Aufzeichnungen führen</translation>
    </message>
    <message>
        <source>Seal the record as it is now, where seals were lost or a backup was restored</source>
        <translation>Das Protokoll siegeln, wie es jetzt ist, wenn Siegel verloren gingen oder eine Sicherung zurückgespielt wurde</translation>
    </message>
    <message>
        <source>hold it against these seals, too: a copy that you put away yourself</source>
        <translation>auch an diesen Siegeln messen: einer Kopie, die Sie selbst weggelegt haben</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is written and was read again: %2, conversations and settings. Keys are not in it.</source>
        <translation>%1 ist geschrieben und wurde wieder gelesen: %2, Unterhaltungen und Einstellungen. Schlüssel sind nicht darin.</translation>
    </message>
    <message>
        <source>Restore this backup? It has %1 and takes the place of all records and conversations on this computer, which are put aside. Keys in the keychain stay.</source>
        <translation>Diese Sicherung wiederherstellen? Sie hat %1 und tritt an die Stelle aller Einträge und Unterhaltungen auf diesem Computer, die beiseitegelegt werden. Schlüssel im Schlüsselbund bleiben.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is restored: %2.</source>
        <translation>%1 ist wiederhergestellt: %2.</translation>
    </message>
    <message>
        <source>What was there is now %1.</source>
        <translation>Was da war, ist jetzt %1.</translation>
    </message>
    <message>
        <source>Copy everything that is recorded into one file, and check it</source>
        <translation>Alles Aufgezeichnete in eine Datei kopieren und sie prüfen</translation>
    </message>
    <message>
        <source>Put a backup in the place of what is recorded here</source>
        <translation>Eine Sicherung an die Stelle dessen setzen, was hier aufgezeichnet ist</translation>
    </message>
</context>
<context>
    <name>Claim</name>
    <message>
        <source>%1 is added, but the server was not told: it keeps its copy for 30 days.</source>
        <translation>%1 ist hinzugefügt, aber der Server weiß es nicht: Er behält seine Kopie 30 Tage lang.</translation>
    </message>
    <message>
        <source>%1 is added; its key is in your keychain and no longer on the server.</source>
        <translation>%1 ist hinzugefügt; der Schlüssel ist in Ihrem Schlüsselbund und nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>No keys are waiting for this computer.</source>
        <translation>Für diesen Computer warten keine Schlüssel.</translation>
    </message>
    <message>
        <source>Take over the keys that administrators held for you; they are deleted from the server</source>
        <translation>Schlüssel übernehmen, die Administratoren für Sie verwaltet haben; auf dem Server werden sie gelöscht</translation>
    </message>
    <message>
        <source>keep them in the encrypted vault</source>
        <translation>im verschlüsselten Tresor aufbewahren</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>keyway --help lists the commands, keyway COMMAND --help explains one.</source>
        <translation>keyway --help nennt die Befehle, keyway BEFEHL --help erklärt einen.</translation>
    </message>
    <message>
        <source>Master password of the vault:</source>
        <translation>Hauptpasswort des Tresors:</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Give it on standard input (keyway ... &lt; key.txt) or type it when asked.</source>
        <translation>Geben Sie ihn auf der Standardeingabe an (keyway ... &lt; key.txt), oder tippen Sie ihn, wenn Sie gefragt werden.</translation>
    </message>
    <message>
        <source>keyway integrations list names those that there are.</source>
        <translation>keyway integrations list nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>keyway integrations set %1 --model MODEL chooses another.</source>
        <translation>keyway integrations set %1 --model MODEL wählt ein anderes.</translation>
    </message>
    <message>
        <source>keyway integrations replace-key %1 takes a new key.</source>
        <translation>keyway integrations replace-key %1 nimmt einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>keyway integrations set %1 --limit DOLLARS raises it.</source>
        <translation>keyway integrations set %1 --limit DOLLARS erhöht es.</translation>
    </message>
    <message>
        <source>keyway keychain unlock asks the system to open it.</source>
        <translation>keyway keychain unlock bittet das System, ihn zu öffnen.</translation>
    </message>
    <message>
        <source>keyway integrations replace-key %1 takes it again.</source>
        <translation>keyway integrations replace-key %1 nimmt ihn erneut.</translation>
    </message>
    <message>
        <source>keyway keychain create-vault makes a vault, integrations add --vault uses it; --from-environment reads KEYWAY_KEY_&lt;NAME&gt;.</source>
        <translation>keyway keychain create-vault legt einen Tresor an, integrations add --vault verwendet ihn; --from-environment liest KEYWAY_KEY_&lt;NAME&gt;.</translation>
    </message>
    <message>
        <source>keyway keychain create-vault makes one.</source>
        <translation>keyway keychain create-vault legt einen an.</translation>
    </message>
    <message>
        <source>Set KEYWAY_VAULT_PASSWORD, or type the password in a terminal.</source>
        <translation>Setzen Sie KEYWAY_VAULT_PASSWORD, oder tippen Sie das Passwort in einem Terminal.</translation>
    </message>
    <message>
        <source>It is called %1.</source>
        <translation>Sie heißt %1.</translation>
    </message>
    <message>
        <source>--proxy URL names another proxy for %1, --proxy none goes without.</source>
        <translation>--proxy URL nennt einen anderen Proxy für %1, --proxy none geht ohne.</translation>
    </message>
    <message>
        <source>--ca-file FILE names another file for %1, --ca-file none goes without.</source>
        <translation>--ca-file DATEI nennt eine andere Datei für %1, --ca-file none geht ohne.</translation>
    </message>
    <message>
        <source>If you trust who certified it, --ca-file FILE tells so for %1.</source>
        <translation>Wenn Sie dem Aussteller vertrauen, sagt --ca-file DATEI das für %1.</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>It is in line %1.</source>
        <translation>Es steht in Zeile %1.</translation>
    </message>
    <message>
        <source>It is in line %1, column %2.</source>
        <translation>Es steht in Zeile %1, Spalte %2.</translation>
    </message>
    <message>
        <source>Set the costs in a CSV file that you downloaded from your account at OpenAI or Anthropic beside what Keyway counted; no admin key is needed</source>
        <translation>Die Kosten einer CSV-Datei, die Sie aus Ihrem Konto bei OpenAI oder Anthropic heruntergeladen haben, neben das stellen, was Keyway gezählt hat; ein Admin-Schlüssel ist nicht nötig</translation>
    </message>
    <message>
        <source>Name two or three: -m SERVICE/MODEL, or -m with the name of an integration.</source>
        <translation>Nennen Sie zwei oder drei: -m DIENST/MODELL, oder -m mit dem Namen einer Integration.</translation>
    </message>
    <message>
        <source>%1 is neither SERVICE/MODEL nor the name of an integration.</source>
        <translation>%1 ist weder DIENST/MODELL noch der Name einer Integration.</translation>
    </message>
    <message>
        <source>Which answer is better? A number, or Enter for none: </source>
        <translation>Welche Antwort ist besser? Eine Nummer, oder Eingabe für keine: </translation>
    </message>
    <message>
        <source>Noted: %1 before %2.</source>
        <translation>Vermerkt: %1 vor %2.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a number and who answers</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Say which was better: keyway routing vote BETTER OTHER, where these are the requests:</source>
        <translation>Sagen Sie, welche besser war: keyway routing vote BESSERE ANDERE. Das sind die Anfragen:</translation>
    </message>
    <message>
        <source>%1 is not the id of a request.</source>
        <translation>%1 ist nicht die Kennung einer Anfrage.</translation>
    </message>
    <message>
        <source>There is no request %1.</source>
        <translation>Es gibt keine Anfrage %1.</translation>
    </message>
    <message>
        <source>Request %1 has no complete answer to compare.</source>
        <translation>Die Anfrage %1 hat keine vollständige Antwort zum Vergleichen.</translation>
    </message>
    <message>
        <source>The same model gave both answers.</source>
        <translation>Beide Antworten kamen vom selben Modell.</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n comparison(s)? The qualities of the list hold again.</source>
        <translation>
            <numerusform>%n Vergleich vergessen? Dann gilt wieder die Qualität der Liste.</numerusform>
            <numerusform>%n Vergleiche vergessen? Dann gilt wieder die Qualität der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) forgotten.</source>
        <translation>
            <numerusform>%n Vergleich vergessen.</numerusform>
            <numerusform>%n Vergleiche vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No comparisons yet. Compare two models: keyway compare -m A -m B PROMPT</source>
        <translation>Noch keine Vergleiche. Vergleichen Sie zwei Modelle: keyway compare -m A -m B PROMPT</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>SERVICE/MODEL or an integration; two or three of them</source>
        <translation>DIENST/MODELL oder eine Integration; zwei oder drei davon</translation>
    </message>
    <message>
        <source>a picture, PDF or text file; may be given again</source>
        <translation>ein Bild, ein PDF oder eine Textdatei; kann mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>Ask two or three models the same at once; your choice shifts their quality</source>
        <translation>Zwei oder drei Modelle zugleich dasselbe fragen; Ihre Wahl verschiebt deren Qualität</translation>
    </message>
    <message>
        <source>Say which of two requests was answered better</source>
        <translation>Sagen, welche von zwei Anfragen besser beantwortet wurde</translation>
    </message>
    <message>
        <source>How your comparisons shift the quality of models</source>
        <translation>Wie Ihre Vergleiche die Qualität der Modelle verschieben</translation>
    </message>
    <message>
        <source>forget all of them</source>
        <translation>alle vergessen</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are in %1.</source>
        <translation>
            <numerusform>%n Eintrag ist in %1.</numerusform>
            <numerusform>%n Einträge sind in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write what was recorded for other programs: a line an attempt, oldest first</source>
        <translation>Schreiben, was aufgezeichnet wurde, für andere Programme: eine Zeile je Versuch, der älteste zuerst</translation>
    </message>
    <message>
        <source>one month; otherwise everything</source>
        <translation>ein Monat; sonst alles</translation>
    </message>
    <message>
        <source>into a file; otherwise to the terminal</source>
        <translation>in eine Datei; sonst ins Terminal</translation>
    </message>
    <message>
        <source>A PDF goes into a file: --output FILE.</source>
        <translation>Ein PDF kommt in eine Datei: --output DATEI.</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>--format is csv, spreadsheet, jsonl, focus or pdf.</source>
        <translation>--format ist csv, spreadsheet, jsonl, focus oder pdf.</translation>
    </message>
    <message>
        <source>csv, spreadsheet (csv as your country writes it), jsonl, focus (FinOps FOCUS 1.2) or pdf (the sums of one month, to read)</source>
        <translation>csv, spreadsheet (csv, wie Ihr Land es schreibt), jsonl, focus (FinOps FOCUS 1.2) oder pdf (die Summen eines Monats, zum Lesen)</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>%1 (not there any more)</source>
        <translation>%1 (nicht mehr da)</translation>
    </message>
    <message>
        <source>Nothing was made yet. Begin with: keyway image PROMPT</source>
        <translation>Noch wurde nichts gemacht. Beginnen Sie mit: keyway image PROMPT</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>It is out of the gallery; its files stay where they are. Put it back: keyway gallery restore %1</source>
        <translation>Es ist aus der Galerie entfernt; die Dateien bleiben, wo sie sind. Zurück damit: keyway gallery restore %1</translation>
    </message>
    <message>
        <source>What was taken out is named by its whole id.</source>
        <translation>Was entfernt wurde, wird mit der ganzen ID genannt.</translation>
    </message>
    <message>
        <source>It is in the gallery again.</source>
        <translation>Es ist wieder in der Galerie.</translation>
    </message>
    <message>
        <source>What was made, newest first</source>
        <translation>Was gemacht wurde, das Neueste zuerst</translation>
    </message>
    <message>
        <source>How one was made</source>
        <translation>Wie eines gemacht wurde</translation>
    </message>
    <message>
        <source>Take one out of the gallery; its files stay</source>
        <translation>Eines aus der Galerie entfernen; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Put one back into the gallery</source>
        <translation>Eines in die Galerie zurücklegen</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Stopped. What was taken in stays; the same file again goes on from there.</source>
        <translation>Angehalten. Was übernommen wurde, bleibt; mit derselben Datei geht es dort weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) taken in.</source>
        <translation>
            <numerusform>%n Eintrag übernommen.</numerusform>
            <numerusform>%n Einträge übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were here already.</source>
        <translation>
            <numerusform>%n Eintrag war schon da.</numerusform>
            <numerusform>%n Einträge waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in records that keyway export --format jsonl wrote elsewhere; again changes nothing</source>
        <translation>Einträge übernehmen, die keyway export --format jsonl anderswo schrieb; noch einmal ändert nichts</translation>
    </message>
</context>
<context>
    <name>Integrations</name>
    <message>
        <source>The key of %1 works: accepted in %2.</source>
        <translation>Der Schlüssel von %1 funktioniert: angenommen in %2.</translation>
    </message>
    <message numerus="yes">
        <source>The key of %1 works: accepted in %2, %n model(s) offered.</source>
        <translation>
            <numerusform>Der Schlüssel von %1 funktioniert: angenommen in %2, %n Modell im Angebot.</numerusform>
            <numerusform>Der Schlüssel von %1 funktioniert: angenommen in %2, %n Modelle im Angebot.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is enabled.</source>
        <translation>%1 ist aktiviert.</translation>
    </message>
    <message>
        <source>%1 is disabled.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>New API key for %1:</source>
        <translation>Neuer API-Schlüssel für %1:</translation>
    </message>
    <message>
        <source>The key of %1 is replaced.</source>
        <translation>Der Schlüssel von %1 ist ersetzt.</translation>
    </message>
    <message>
        <source>Remove %1? Its key is deleted here; it keeps working at the service until you revoke it there. Your history stays. [y/N]</source>
        <translation>%1 entfernen? Der Schlüssel wird hier gelöscht; beim Dienst gilt er, bis Sie ihn dort widerrufen. Ihr Verlauf bleibt. [y/N]</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Es wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>do not ask the service whether the key works</source>
        <translation>den Dienst nicht fragen, ob der Schlüssel funktioniert</translation>
    </message>
    <message>
        <source>Ask the service whether the key works</source>
        <translation>Den Dienst fragen, ob der Schlüssel funktioniert</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>Wieder benutzen</translation>
    </message>
    <message>
        <source>Stop using it</source>
        <translation>Nicht mehr benutzen</translation>
    </message>
    <message>
        <source>Test a new key and keep it in the place of the old one</source>
        <translation>Einen neuen Schlüssel testen und anstelle des alten aufbewahren</translation>
    </message>
    <message>
        <source>Remove it and delete its key; the history stays</source>
        <translation>Entfernen und den Schlüssel löschen; der Verlauf bleibt</translation>
    </message>
    <message>
        <source>No integrations yet. Add one: keyway integrations add openai</source>
        <translation>Noch keine Integrationen. Fügen Sie eine hinzu: keyway integrations add openai</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Since added</source>
        <translation>Seit Beginn</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>%1 is no amount. Write a limit such as 25 or 12.50, or none.</source>
        <translation>%1 ist kein Betrag. Schreiben Sie ein Limit wie 25 oder 12.50, oder none.</translation>
    </message>
    <message>
        <source>Keyway does not know the service %1. It knows: %2.</source>
        <translation>Keyway kennt den Dienst %1 nicht. Bekannt sind: %2.</translation>
    </message>
    <message>
        <source>API key for %1:</source>
        <translation>API-Schlüssel für %1:</translation>
    </message>
    <message>
        <source>%1 is added: %2 accepted the key.</source>
        <translation>%1 ist hinzugefügt: %2 hat den Schlüssel angenommen.</translation>
    </message>
    <message>
        <source>%1 is added. Its key was not tested.</source>
        <translation>%1 ist hinzugefügt. Der Schlüssel wurde nicht getestet.</translation>
    </message>
    <message>
        <source>The name of the model is empty.</source>
        <translation>Der Name des Modells ist leer.</translation>
    </message>
    <message>
        <source>A key belongs to one address. API key for %1:</source>
        <translation>Ein Schlüssel gehört zu einer Adresse. API-Schlüssel für %1:</translation>
    </message>
    <message>
        <source>what it may cost a month, or none for no limit</source>
        <translation>was es im Monat kosten darf, oder none für kein Limit</translation>
    </message>
    <message>
        <source>your own prices, as JSON: see keyway integrations set --help</source>
        <translation>eigene Preise als JSON: siehe keyway integrations set --help</translation>
    </message>
    <message>
        <source>List your integrations</source>
        <translation>Ihre Integrationen auflisten</translation>
    </message>
    <message>
        <source>Show one integration</source>
        <translation>Eine Integration zeigen</translation>
    </message>
    <message>
        <source>Connect a service; the key is read from standard input or typed unseen</source>
        <translation>Einen Dienst verbinden; der Schlüssel kommt von der Standardeingabe oder wird verdeckt getippt</translation>
    </message>
    <message>
        <source>how you call it</source>
        <translation>wie Sie sie nennen</translation>
    </message>
    <message>
        <source>another address; http:// only for this computer</source>
        <translation>eine andere Adresse; http:// nur für diesen Rechner</translation>
    </message>
    <message>
        <source>the model that is used by default</source>
        <translation>das Modell, das sonst benutzt wird</translation>
    </message>
    <message>
        <source>read a key also for a service that needs none</source>
        <translation>einen Schlüssel auch für einen Dienst lesen, der keinen braucht</translation>
    </message>
    <message>
        <source>keep the key in the encrypted vault</source>
        <translation>den Schlüssel im verschlüsselten Tresor aufbewahren</translation>
    </message>
    <message>
        <source>read the key from KEYWAY_KEY_&lt;NAME&gt; each time</source>
        <translation>den Schlüssel jedes Mal aus KEYWAY_KEY_&lt;NAME&gt; lesen</translation>
    </message>
    <message>
        <source>a new name</source>
        <translation>ein neuer Name</translation>
    </message>
    <message>
        <source>a new address; asks for the key again</source>
        <translation>eine neue Adresse; fragt noch einmal nach dem Schlüssel</translation>
    </message>
    <message>
        <source>another default model</source>
        <translation>ein anderes Standardmodell</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet auf %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>In %1: %2.</source>
        <translation>In %1: %2.</translation>
    </message>
    <message>
        <source>Change an integration

Prices are a JSON file in dollars for a million units:
  {&quot;models&quot;: {&quot;my-model&quot;: {&quot;from&quot;: &quot;2026-11-01&quot;,
    &quot;prices&quot;: {&quot;in_uncached&quot;: &quot;2.00&quot;, &quot;out_text&quot;: &quot;8.00&quot;}}}}</source>
        <translation>Eine Integration ändern

Preise sind eine JSON-Datei in Dollar für eine Million Einheiten:
  {&quot;models&quot;: {&quot;my-model&quot;: {&quot;from&quot;: &quot;2026-11-01&quot;,
    &quot;prices&quot;: {&quot;in_uncached&quot;: &quot;2.00&quot;, &quot;out_text&quot;: &quot;8.00&quot;}}}}</translation>
    </message>
    <message>
        <source>go through a proxy (http://host:port, socks5://host:port), as the system says (system), or directly (none)</source>
        <translation>über einen Proxy gehen (http://host:port, socks5://host:port), wie es das System sagt (system), oder direkt (none)</translation>
    </message>
    <message>
        <source>also trust the certificate authorities in a PEM file, or none</source>
        <translation>auch den Zertifizierungsstellen in einer PEM-Datei vertrauen, oder none</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>as the system says</source>
        <translation>wie es das System sagt</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
</context>
<context>
    <name>Invoices</name>
    <message>
        <source>The server shows %1 otherwise than before. What was kept here stays; keyway invoices verify %1 checks it.</source>
        <translation>Der Server zeigt %1 anders als zuvor. Was hier aufbewahrt ist, bleibt; keyway invoices verify %1 prüft es.</translation>
    </message>
    <message>
        <source>The server&apos;s list could not be read. This is what is kept here.</source>
        <translation>Die Liste des Servers ließ sich nicht lesen. Das ist, was hier aufbewahrt ist.</translation>
    </message>
    <message>
        <source>There is no invoice yet. A month is billed some days after it has ended.</source>
        <translation>Es gibt noch keine Rechnung. Ein Monat wird einige Tage nach seinem Ende abgerechnet.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is right: %n attempt(s), every line, the total, the chain and the signature.</source>
        <translation>
            <numerusform>%1 stimmt: %n Versuch, jede Zeile, die Summe, die Kette und die Unterschrift.</numerusform>
            <numerusform>%1 stimmt: %n Versuche, jede Zeile, die Summe, die Kette und die Unterschrift.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is NOT right. %2</source>
        <translation>%1 stimmt NICHT. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of the attempts were made on other computers; for them the server&apos;s word was taken.</source>
        <translation>
            <numerusform>%n der Versuche wurde auf einem anderen Rechner gemacht; dafür gilt das Wort des Servers.</numerusform>
            <numerusform>%n der Versuche wurden auf anderen Rechnern gemacht; dafür gilt das Wort des Servers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trust the key that the server shows next? Invoices that were signed with the old one will no longer verify.</source>
        <translation>Dem Schlüssel trauen, den der Server als Nächstes zeigt? Rechnungen, die mit dem alten unterschrieben sind, lassen sich dann nicht mehr prüfen.</translation>
    </message>
    <message>
        <source>Invoices of the platform fee, oldest first</source>
        <translation>Rechnungen der Plattformgebühr, älteste zuerst</translation>
    </message>
    <message>
        <source>One invoice, line by line</source>
        <translation>Eine Rechnung, Zeile für Zeile</translation>
    </message>
    <message>
        <source>as comma-separated values</source>
        <translation>als kommagetrennte Werte</translation>
    </message>
    <message>
        <source>as PDF into a file</source>
        <translation>als PDF in eine Datei</translation>
    </message>
    <message>
        <source>Compute an invoice (or all) again from the records of this computer</source>
        <translation>Eine Rechnung (oder alle) aus den Aufzeichnungen dieses Rechners neu berechnen</translation>
    </message>
    <message>
        <source>Accept that the server signs with another key than before</source>
        <translation>Annehmen, dass der Server mit einem anderen Schlüssel unterschreibt als zuvor</translation>
    </message>
    <message>
        <source>The address of the payment provider&apos;s page for an invoice</source>
        <translation>Die Adresse der Seite des Zahlungsanbieters für eine Rechnung</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>waiting at the service</source>
        <translation>wartet beim Dienst</translation>
    </message>
    <message>
        <source>working, %1 %</source>
        <translation>in Arbeit, %1 %</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>done, not fetched</source>
        <translation>fertig, nicht geladen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Paused. keyway jobs resume goes on.</source>
        <translation>Angehalten. Weiter geht es mit keyway jobs resume.</translation>
    </message>
    <message>
        <source>No pictures or videos yet. Make one: keyway image PROMPT</source>
        <translation>Noch keine Bilder oder Videos. Machen Sie eines: keyway image PROMPT</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>The service says</source>
        <translation>Der Dienst sagt</translation>
    </message>
    <message>
        <source>It was asked to stop. keyway jobs show %1 tells how it stands.</source>
        <translation>Der Abbruch ist verlangt. Wie es steht, sagt keyway jobs show %1.</translation>
    </message>
    <message>
        <source>Paused. What runs goes on, nothing new begins.</source>
        <translation>Angehalten. Was läuft, läuft weiter; Neues beginnt nicht.</translation>
    </message>
    <message>
        <source>What waits goes on.</source>
        <translation>Was wartet, geht weiter.</translation>
    </message>
    <message>
        <source>Pictures and videos, newest first</source>
        <translation>Bilder und Videos, die neuesten zuerst</translation>
    </message>
    <message>
        <source>One picture or video</source>
        <translation>Ein Bild oder Video</translation>
    </message>
    <message>
        <source>Stop a picture or video that is being made</source>
        <translation>Ein Bild oder Video abbrechen, das gerade entsteht</translation>
    </message>
    <message>
        <source>Begin nothing new</source>
        <translation>Nichts Neues beginnen</translation>
    </message>
    <message>
        <source>Begin what waits</source>
        <translation>Beginnen, was wartet</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>All spending is stopped. keyway resume lets it go on.</source>
        <translation>Alle Ausgaben sind angehalten. keyway resume lässt sie weitergehen.</translation>
    </message>
    <message>
        <source>No limits yet. keyway limits set everything --month 20 sets a first one.</source>
        <translation>Noch keine Limits. keyway limits set everything --month 20 setzt ein erstes.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Je</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>At this pace</source>
        <translation>Bei diesem Tempo</translation>
    </message>
    <message>
        <source>When reached</source>
        <translation>Wenn erreicht</translation>
    </message>
    <message>
        <source>--warn-at takes a percentage, from 1 to 100.</source>
        <translation>--warn-at nimmt einen Prozentsatz von 1 bis 100.</translation>
    </message>
    <message>
        <source>--%1 takes an amount in dollars, for example 20.</source>
        <translation>--%1 nimmt einen Betrag in Dollar, zum Beispiel 20.</translation>
    </message>
    <message>
        <source>Say how much and for how long: --request, --day, --week or --month.</source>
        <translation>Sagen Sie, wie viel und für wie lange: --request, --day, --week oder --month.</translation>
    </message>
    <message>
        <source>There is no such limit. keyway limits list shows those that there are.</source>
        <translation>Dieses Limit gibt es nicht. keyway limits list zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>All spending is stopped. Free and local services go on; what runs ends as it would.</source>
        <translation>Alle Ausgaben sind angehalten. Kostenlose und lokale Dienste gehen weiter; was läuft, endet wie sonst.</translation>
    </message>
    <message>
        <source>Spending goes on, within your limits.</source>
        <translation>Ausgaben gehen weiter, innerhalb Ihrer Limits.</translation>
    </message>
    <message>
        <source>for each request</source>
        <translation>für jede Anfrage</translation>
    </message>
    <message>
        <source>for each day</source>
        <translation>für jeden Tag</translation>
    </message>
    <message>
        <source>for each week, from Monday on</source>
        <translation>für jede Woche, ab Montag</translation>
    </message>
    <message>
        <source>for each month</source>
        <translation>für jeden Monat</translation>
    </message>
    <message>
        <source>how much of it may be used without a word: 80</source>
        <translation>wie viel davon ohne ein Wort verbraucht werden darf: 80</translation>
    </message>
    <message>
        <source>Limits in money, and how much of them is used</source>
        <translation>Limits in Geld, und wie viel davon verbraucht ist</translation>
    </message>
    <message>
        <source>Limit what is spent; service:ID means a service where an integration has its name</source>
        <translation>Ausgaben begrenzen; service:ID meint einen Dienst, dessen Namen eine Integration trägt</translation>
    </message>
    <message>
        <source>Take limits away</source>
        <translation>Limits entfernen</translation>
    </message>
    <message>
        <source>Stop all spending, in every program, at once</source>
        <translation>Alle Ausgaben sofort anhalten, in jedem Programm</translation>
    </message>
    <message>
        <source>Let spending go on</source>
        <translation>Ausgaben weitergehen lassen</translation>
    </message>
    <message>
        <source>--then takes stop, ask, warn or fall-back.</source>
        <translation>--then nimmt stop, ask, warn oder fall-back.</translation>
    </message>
    <message>
        <source>when it is reached: stop (the default), ask, warn or fall-back</source>
        <translation>wenn es erreicht ist: stop (sonst üblich), ask, warn oder fall-back</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>keep everything in this folder (or KEYWAY_DATA_DIR)</source>
        <translation>alles in diesem Ordner aufbewahren (oder KEYWAY_DATA_DIR)</translation>
    </message>
    <message>
        <source>answer as JSON</source>
        <translation>als JSON antworten</translation>
    </message>
    <message>
        <source>only the answer</source>
        <translation>nur die Antwort</translation>
    </message>
    <message>
        <source>answer every question with yes</source>
        <translation>jede Frage mit Ja beantworten</translation>
    </message>
    <message>
        <source>explain this command</source>
        <translation>diesen Befehl erklären</translation>
    </message>
    <message>
        <source>tell the version</source>
        <translation>die Version nennen</translation>
    </message>
    <message>
        <source>Keyway: your own AI keys, routed, priced and kept at home.</source>
        <translation>Keyway: die eigenen KI-Schlüssel, mit Weg und Preis, sicher zu Hause.</translation>
    </message>
    <message>
        <source>Usage: keyway COMMAND [options]</source>
        <translation>Aufruf: keyway BEFEHL [Optionen]</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Optionen jedes Befehls:</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 error, 2 wrong use, 3 limit reached, 4 no service could answer, 5 keychain locked, 6 offline.</source>
        <translation>Rückgabewerte: 0 erledigt, 1 Fehler, 2 falscher Aufruf, 3 Limit erreicht, 4 kein Dienst konnte antworten, 5 Schlüsselbund gesperrt, 6 offline.</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>Den Befehl %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Usage: keyway %1 [options]</source>
        <translation>Aufruf: keyway %1 [Optionen]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>%1 wants one word more:</source>
        <translation>%1 braucht noch ein Wort:</translation>
    </message>
    <message>
        <source>There is no command %1. There are:</source>
        <translation>Einen Befehl %1 gibt es nicht. Es gibt:</translation>
    </message>
    <message>
        <source>An argument is not valid UTF-8 text.</source>
        <translation>Ein Argument ist kein gültiger UTF-8-Text.</translation>
    </message>
    <message>
        <source>Your own AI keys, routed, priced and kept at home.</source>
        <translation>Ihre eigenen KI-Schlüssel, geleitet, mit Preis und zu Hause aufbewahrt.</translation>
    </message>
    <message>
        <source>Keep everything in this folder (or KEYWAY_DATA_DIR).</source>
        <translation>Alles in diesem Ordner aufbewahren (oder KEYWAY_DATA_DIR).</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>--%1 takes a whole number from %2 on.</source>
        <translation>--%1 nimmt eine ganze Zahl ab %2.</translation>
    </message>
    <message>
        <source>--sound takes on or off.</source>
        <translation>--sound nimmt on oder off.</translation>
    </message>
    <message>
        <source>%1 exists. Name another file, or say --yes to replace it.</source>
        <translation>%1 gibt es schon. Nennen Sie eine andere Datei, oder ersetzen Sie sie mit --yes.</translation>
    </message>
    <message>
        <source>Nothing can be written in %1.</source>
        <translation>In %1 kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sending to %1</source>
        <translation>Wird an %1 gesendet</translation>
    </message>
    <message>
        <source>In the queue of %1</source>
        <translation>In der Warteschlange von %1</translation>
    </message>
    <message>
        <source>%1 works: %2 %</source>
        <translation>%1 arbeitet: %2 %</translation>
    </message>
    <message>
        <source>%1 works</source>
        <translation>%1 arbeitet</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Asking %1 to stop. keyway jobs wait %2 tells how it ended.</source>
        <translation>%1 wird um den Abbruch gebeten. Wie es ausging, sagt keyway jobs wait %2.</translation>
    </message>
    <message>
        <source>a file, or a folder; otherwise your pictures folder</source>
        <translation>eine Datei oder ein Ordner; sonst Ihr Bilderordner</translation>
    </message>
    <message>
        <source>such as 16:9, where the model takes it</source>
        <translation>etwa 16:9, wo das Modell es annimmt</translation>
    </message>
    <message>
        <source>the same number makes the same again</source>
        <translation>dieselbe Zahl macht noch einmal dasselbe</translation>
    </message>
    <message>
        <source>do not wait; keyway jobs wait ID fetches it later</source>
        <translation>nicht warten; keyway jobs wait ID lädt es später</translation>
    </message>
    <message>
        <source>such as 1024x1024, where the model takes it</source>
        <translation>etwa 1024x1024, wo das Modell es annimmt</translation>
    </message>
    <message>
        <source>low, medium or high, where the model takes it</source>
        <translation>low, medium oder high, wo das Modell es annimmt</translation>
    </message>
    <message>
        <source>how many pictures</source>
        <translation>wie viele Bilder</translation>
    </message>
    <message>
        <source>what should not be in the picture</source>
        <translation>was nicht im Bild sein soll</translation>
    </message>
    <message>
        <source>png, jpeg or webp</source>
        <translation>png, jpeg oder webp</translation>
    </message>
    <message>
        <source>a picture to edit; may be given again</source>
        <translation>ein Bild, das bearbeitet wird; mehrmals möglich</translation>
    </message>
    <message>
        <source>which part of it may change</source>
        <translation>welcher Teil davon sich ändern darf</translation>
    </message>
    <message>
        <source>the same as --aspect-ratio</source>
        <translation>dasselbe wie --aspect-ratio</translation>
    </message>
    <message>
        <source>the same as --negative</source>
        <translation>dasselbe wie --negative</translation>
    </message>
    <message>
        <source>how long it is</source>
        <translation>wie lang es ist</translation>
    </message>
    <message>
        <source>such as 720p</source>
        <translation>etwa 720p</translation>
    </message>
    <message>
        <source>the picture it begins with</source>
        <translation>das Bild, mit dem es beginnt</translation>
    </message>
    <message>
        <source>the picture it ends with</source>
        <translation>das Bild, mit dem es endet</translation>
    </message>
    <message>
        <source>whether it has sound</source>
        <translation>ob es Ton hat</translation>
    </message>
    <message>
        <source>Have a picture made</source>
        <translation>Ein Bild machen lassen</translation>
    </message>
    <message>
        <source>Have a video made</source>
        <translation>Ein Video machen lassen</translation>
    </message>
    <message>
        <source>Wait for a picture or video and fetch it</source>
        <translation>Auf ein Bild oder Video warten und es laden</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>not in the service&apos;s list</source>
        <translation>nicht in der Liste des Dienstes</translation>
    </message>
    <message>
        <source>retires on %1</source>
        <translation>endet am %1</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>No models yet. keyway models refresh asks your services.</source>
        <translation>Noch keine Modelle. keyway models refresh fragt Ihre Dienste.</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message numerus="yes">
        <source>%1 offers %n model(s).</source>
        <translation>
            <numerusform>%1 bietet %n Modell an.</numerusform>
            <numerusform>%1 bietet %n Modelle an.</numerusform>
        </translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>gone: %1</source>
        <translation>nicht mehr da: %1</translation>
    </message>
    <message>
        <source>only this integration</source>
        <translation>nur diese Integration</translation>
    </message>
    <message>
        <source>The models of your integrations, with what they cost</source>
        <translation>Die Modelle Ihrer Integrationen und was sie kosten</translation>
    </message>
    <message>
        <source>Ask your services for their own lists of models</source>
        <translation>Ihre Dienste nach deren eigenen Modelllisten fragen</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>From %1 on: %2</source>
        <translation>Ab %1: %2</translation>
    </message>
    <message>
        <source>A plan is none, percent, per-request, monthly or freemium.</source>
        <translation>Ein Plan ist none, percent, per-request, monthly oder freemium.</translation>
    </message>
    <message>
        <source>The fee plan of the account</source>
        <translation>Der Gebührenplan des Kontos</translation>
    </message>
    <message>
        <source>Choose none, percent, per-request, monthly or freemium, from next month on</source>
        <translation>None, percent, per-request, monthly oder freemium wählen, ab nächstem Monat</translation>
    </message>
    <message>
        <source>the paid form of freemium</source>
        <translation>die bezahlte Form von freemium</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>%1 (third party)</source>
        <translation>%1 (von Dritten)</translation>
    </message>
    <message>
        <source>Keyway does not know the service %1. It knows: %2.</source>
        <translation>Keyway kennt den Dienst %1 nicht. Bekannt sind: %2.</translation>
    </message>
    <message>
        <source>--type takes text, image or video.</source>
        <translation>--type nimmt text, image oder video.</translation>
    </message>
    <message>
        <source>varies</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>No model fits.</source>
        <translation>Kein Modell passt.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Dollars for a million tokens. keyway prices show SERVICE/MODEL has every price with its days.</source>
        <translation>Dollar für eine Million Token. keyway prices show SERVICE/MODEL zeigt jeden Preis mit seinen Tagen.</translation>
    </message>
    <message>
        <source>prompts above %1 tokens: %2</source>
        <translation>Prompts über %1 Token: %2</translation>
    </message>
    <message>
        <source>read on %1</source>
        <translation>gelesen am %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>In peak hours × %1: %2 UTC on %n day(s) of the week, holidays excepted</source>
        <translation>
            <numerusform>In Stoßzeiten × %1: %2 UTC an %n Tag der Woche, außer an Feiertagen</numerusform>
            <numerusform>In Stoßzeiten × %1: %2 UTC an %n Tagen der Woche, außer an Feiertagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 pays now: %2 (version %3)</source>
        <translation>%1 zahlt jetzt: %2 (Version %3)</translation>
    </message>
    <message>
        <source>%1: price unknown</source>
        <translation>%1: Preis unbekannt</translation>
    </message>
    <message>
        <source>Name a model as SERVICE/MODEL, for example openai/gpt-6-luna.</source>
        <translation>Nennen Sie ein Modell als SERVICE/MODEL, zum Beispiel openai/gpt-6-luna.</translation>
    </message>
    <message>
        <source>There is no model %1 at %2. keyway prices list --service %3 names those with a price.</source>
        <translation>Bei %2 gibt es kein Modell %1. keyway prices list --service %3 nennt die mit einem Preis.</translation>
    </message>
    <message>
        <source>Runs on this computer and costs nothing.</source>
        <translation>Läuft auf diesem Computer und kostet nichts.</translation>
    </message>
    <message>
        <source>Keyway&apos;s list has no price for it.</source>
        <translation>Keyways Liste hat keinen Preis dafür.</translation>
    </message>
    <message>
        <source>Dollars for a million tokens:</source>
        <translation>Dollar für eine Million Token:</translation>
    </message>
    <message>
        <source>By what the answer says, times:</source>
        <translation>Je nach dem, was die Antwort sagt, mal:</translation>
    </message>
    <message>
        <source>What each model costs, with the source of the price</source>
        <translation>Was jedes Modell kostet, mit der Quelle des Preises</translation>
    </message>
    <message>
        <source>only this service</source>
        <translation>nur diesen Dienst</translation>
    </message>
    <message>
        <source>only text, image or video</source>
        <translation>nur text, image oder video</translation>
    </message>
    <message>
        <source>Every price of a model with its days, and what your integrations pay</source>
        <translation>Jeder Preis eines Modells mit seinen Tagen, und was Ihre Integrationen zahlen</translation>
    </message>
</context>
<context>
    <name>PricesSet</name>
    <message>
        <source>--%1 takes a day such as 2026-11-22.</source>
        <translation>--%1 nimmt einen Tag wie 2026-11-22.</translation>
    </message>
    <message>
        <source>Two models are named: %1 and %2.</source>
        <translation>Zwei Modelle sind genannt: %1 und %2.</translation>
    </message>
    <message>
        <source>The name of the model is empty.</source>
        <translation>Der Name des Modells ist leer.</translation>
    </message>
    <message>
        <source>--to is before --from (%1).</source>
        <translation>--to liegt vor --from (%1).</translation>
    </message>
    <message>
        <source>Say what to set: --in and --out, --image, --second, --discount, --free-tier or --clear.</source>
        <translation>Sagen Sie, was gelten soll: --in und --out, --image, --second, --discount, --free-tier oder --clear.</translation>
    </message>
    <message>
        <source>Set one thing at a time: prices, --discount, --free-tier or --clear.</source>
        <translation>Setzen Sie eines auf einmal: Preise, --discount, --free-tier oder --clear.</translation>
    </message>
    <message>
        <source>--clear takes all days and goes without --from and --to.</source>
        <translation>--clear gilt für alle Tage und steht ohne --from und --to.</translation>
    </message>
    <message>
        <source>Name the model that costs this: keyway prices set NAME MODEL --in ...</source>
        <translation>Nennen Sie das Modell, das dies kostet: keyway prices set NAME MODEL --in ...</translation>
    </message>
    <message>
        <source>Give both --in and --out: what a million tokens cost in each direction.</source>
        <translation>Geben Sie --in und --out an: was eine Million Token in jeder Richtung kostet.</translation>
    </message>
    <message>
        <source>--cached goes with --in and --out.</source>
        <translation>--cached gehört zu --in und --out.</translation>
    </message>
    <message>
        <source>--%1 takes dollars for a million tokens with at most six decimals, such as 2.50.</source>
        <translation>--%1 nimmt Dollar für eine Million Token mit höchstens sechs Nachkommastellen, etwa 2.50.</translation>
    </message>
    <message>
        <source>--%1 takes dollars with at most twelve decimals, such as 0.04.</source>
        <translation>--%1 nimmt Dollar mit höchstens zwölf Nachkommastellen, etwa 0.04.</translation>
    </message>
    <message>
        <source>These prices cannot be used.</source>
        <translation>Diese Preise sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>--discount takes a share of 0 to 100 with at most four decimals, such as 15 or 12.5.</source>
        <translation>--discount nimmt einen Anteil von 0 bis 100 mit höchstens vier Nachkommastellen, etwa 15 oder 12.5.</translation>
    </message>
    <message>
        <source>There are no own prices and discounts to clear.</source>
        <translation>Es gibt keine eigenen Preise und Rabatte zu löschen.</translation>
    </message>
    <message>
        <source>There are no own prices and discounts of %1 to clear.</source>
        <translation>Es gibt keine eigenen Preise und Rabatte für %1 zu löschen.</translation>
    </message>
    <message>
        <source>%1 has no own prices: those of Keyway&apos;s list hold.</source>
        <translation>%1 hat keine eigenen Preise: Es gelten die aus Keyways Liste.</translation>
    </message>
    <message>
        <source>Own prices of %1:</source>
        <translation>Eigene Preise von %1:</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>alle Modelle</translation>
    </message>
    <message>
        <source>Costs that are already recorded stay as they are.</source>
        <translation>Schon aufgezeichnete Kosten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Set what an integration pays by a contract of your own</source>
        <translation>Festlegen, was eine Integration nach einem eigenen Vertrag zahlt</translation>
    </message>
    <message>
        <source>for a million tokens in</source>
        <translation>für eine Million Token ein</translation>
    </message>
    <message>
        <source>for a million tokens out</source>
        <translation>für eine Million Token aus</translation>
    </message>
    <message>
        <source>for a million tokens in from the cache</source>
        <translation>für eine Million Token ein aus dem Cache</translation>
    </message>
    <message>
        <source>for an image</source>
        <translation>für ein Bild</translation>
    </message>
    <message>
        <source>for a second of video</source>
        <translation>für eine Sekunde Video</translation>
    </message>
    <message>
        <source>off the list prices, of all models or of one</source>
        <translation>Nachlass auf die Listenpreise, aller Modelle oder eines</translation>
    </message>
    <message>
        <source>the key is on the service&apos;s free tier and costs nothing</source>
        <translation>der Schlüssel ist im kostenlosen Tarif des Dienstes und kostet nichts</translation>
    </message>
    <message>
        <source>the model that a discount is for</source>
        <translation>das Modell, für das ein Rabatt gilt</translation>
    </message>
    <message>
        <source>the first day in UTC; today where it is left out</source>
        <translation>der erste Tag in UTC; ohne Angabe heute</translation>
    </message>
    <message>
        <source>the last day in UTC; none where it is left out</source>
        <translation>der letzte Tag in UTC; ohne Angabe keiner</translation>
    </message>
    <message>
        <source>take own prices and discounts away, of all models or one</source>
        <translation>eigene Preise und Rabatte entfernen, aller Modelle oder eines</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source>Requests are not limited. keyway rates set everything --requests 60/minute would.</source>
        <translation>Anfragen sind nicht begrenzt. keyway rates set everything --requests 60/minute würde es tun.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>--requests takes a number and second, minute, hour or day, for example 60/minute.</source>
        <translation>--requests nimmt eine Zahl und second, minute, hour oder day, zum Beispiel 60/minute.</translation>
    </message>
    <message>
        <source>--burst takes a number from 1 on, and needs --requests.</source>
        <translation>--burst nimmt eine Zahl ab 1 und braucht --requests.</translation>
    </message>
    <message>
        <source>--at-once takes a number from 1 on.</source>
        <translation>--at-once nimmt eine Zahl ab 1.</translation>
    </message>
    <message>
        <source>Say how often or how many at once: --requests, --at-once.</source>
        <translation>Sagen Sie, wie oft oder wie viele zugleich: --requests, --at-once.</translation>
    </message>
    <message>
        <source>There is no such limit. keyway rates list shows those that there are.</source>
        <translation>Eine solche Grenze gibt es nicht. keyway rates list zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>Limits in requests</source>
        <translation>Grenzen für Anfragen</translation>
    </message>
    <message>
        <source>Limit how often requests are sent, by all programs together; who comes too early waits</source>
        <translation>Begrenzen, wie oft Anfragen gesendet werden, von allen Programmen zusammen; wer zu früh kommt, wartet</translation>
    </message>
    <message>
        <source>so many in each second, minute, hour or day: 60/minute</source>
        <translation>so viele in jeder Sekunde (second), Minute (minute), Stunde (hour) oder an jedem Tag (day): 60/minute</translation>
    </message>
    <message>
        <source>so many may come one after the other: 1</source>
        <translation>so viele dürfen gleich nacheinander kommen: 1</translation>
    </message>
    <message>
        <source>so many may run at the same time</source>
        <translation>so viele dürfen gleichzeitig laufen</translation>
    </message>
    <message>
        <source>Take a limit away</source>
        <translation>Eine Grenze aufheben</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>Left there: %1</source>
        <translation>Dort übrig: %1</translation>
    </message>
    <message>
        <source>Keyway counted %1.</source>
        <translation>Keyway hat %1 gezählt.</translation>
    </message>
    <message>
        <source>keyway integrations admin-key set %1 takes one.</source>
        <translation>keyway integrations admin-key set %1 nimmt einen an.</translation>
    </message>
    <message>
        <source>Why: %1.</source>
        <translation>Warum: %1.</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>Keyway</source>
        <translation>Keyway</translation>
    </message>
    <message>
        <source>Service says</source>
        <translation>Dienst sagt</translation>
    </message>
    <message>
        <source>No integrations yet. Add one: keyway integrations add openai</source>
        <translation>Noch keine Integrationen. Fügen Sie eine hinzu: keyway integrations add openai</translation>
    </message>
    <message>
        <source>Admin key for %1:</source>
        <translation>Admin-Schlüssel für %1:</translation>
    </message>
    <message>
        <source>The admin key of %1 is kept. It reads bills and is never used for prompts.</source>
        <translation>Der Admin-Schlüssel von %1 ist aufbewahrt. Er liest Abrechnungen und wird nie für Prompts benutzt.</translation>
    </message>
    <message>
        <source>The admin key of %1 is removed.</source>
        <translation>Der Admin-Schlüssel von %1 ist entfernt.</translation>
    </message>
    <message>
        <source>%1 has no admin key.</source>
        <translation>%1 hat keinen Admin-Schlüssel.</translation>
    </message>
    <message>
        <source>Set what your services say they charged beside what Keyway counted</source>
        <translation>Was Ihre Dienste berechnet haben neben das stellen, was Keyway gezählt hat</translation>
    </message>
    <message>
        <source>another month, by its days in UTC</source>
        <translation>ein anderer Monat, nach Tagen in UTC</translation>
    </message>
    <message>
        <source>ask nobody: compare what was read last</source>
        <translation>niemanden fragen: das zuletzt Gelesene vergleichen</translation>
    </message>
    <message>
        <source>Keep a key that may read bills; it is read from standard input or typed unseen</source>
        <translation>Einen Schlüssel aufbewahren, der Abrechnungen lesen darf; er kommt von der Standardeingabe oder wird verdeckt getippt</translation>
    </message>
    <message>
        <source>do not ask the service whether the key works</source>
        <translation>den Dienst nicht fragen, ob der Schlüssel funktioniert</translation>
    </message>
    <message>
        <source>keep the key in the encrypted vault</source>
        <translation>den Schlüssel im verschlüsselten Tresor aufbewahren</translation>
    </message>
    <message>
        <source>Delete the key that reads bills</source>
        <translation>Den Schlüssel löschen, der Abrechnungen liest</translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message>
        <source>Only: %1</source>
        <translation>Nur: %1</translation>
    </message>
    <message>
        <source>Never: %1</source>
        <translation>Nie: %1</translation>
    </message>
    <message>
        <source>At most for an attempt: %1</source>
        <translation>Höchstens für einen Versuch: %1</translation>
    </message>
    <message>
        <source>Prompts stay on this computer.</source>
        <translation>Prompts bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Your score of %1: %2</source>
        <translation>Ihre Wertung für %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>A failing service is left alone for %n second(s) at first.</source>
        <translation>
            <numerusform>Ein ausgefallener Dienst wird zuerst %n Sekunde in Ruhe gelassen.</numerusform>
            <numerusform>Ein ausgefallener Dienst wird zuerst %n Sekunden in Ruhe gelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>--strategy takes my-order, cheapest, fastest, best-quality or balanced.</source>
        <translation>--strategy nimmt my-order, cheapest, fastest, best-quality oder balanced.</translation>
    </message>
    <message>
        <source>--max-price takes an amount in dollars, for example 0.02.</source>
        <translation>--max-price nimmt einen Betrag in Dollar, zum Beispiel 0.02.</translation>
    </message>
    <message>
        <source>--local takes on or off.</source>
        <translation>--local nimmt on oder off.</translation>
    </message>
    <message>
        <source>--quality takes SERVICE/MODEL=SCORE, a score from 0 to 100.</source>
        <translation>--quality nimmt DIENST/MODELL=WERT, einen Wert von 0 bis 100.</translation>
    </message>
    <message>
        <source>--pause takes seconds, from 1 to 3600.</source>
        <translation>--pause nimmt Sekunden, von 1 bis 3600.</translation>
    </message>
    <message>
        <source>my-order, cheapest, fastest, best-quality or balanced</source>
        <translation>my-order, cheapest, fastest, best-quality oder balanced</translation>
    </message>
    <message>
        <source>ask only this integration, service or model; may be given again</source>
        <translation>nur diese Integration, diesen Dienst oder dieses Modell fragen; mehrmals möglich</translation>
    </message>
    <message>
        <source>never ask this integration, service or model; may be given again</source>
        <translation>diese Integration, diesen Dienst oder dieses Modell nie fragen; mehrmals möglich</translation>
    </message>
    <message>
        <source>the most that one attempt may cost</source>
        <translation>was ein Versuch höchstens kosten darf</translation>
    </message>
    <message>
        <source>ask only what runs on this computer</source>
        <translation>nur fragen, was auf diesem Computer läuft</translation>
    </message>
    <message>
        <source>your own score of a model, 0 to 100; without a score: take it back</source>
        <translation>Ihre eigene Wertung eines Modells, 0 bis 100; ohne Wert: zurücknehmen</translation>
    </message>
    <message>
        <source>how long a failing service is left alone at first</source>
        <translation>wie lange ein ausgefallener Dienst zuerst in Ruhe gelassen wird</translation>
    </message>
    <message>
        <source>How services are chosen</source>
        <translation>Wie Dienste ausgewählt werden</translation>
    </message>
    <message>
        <source>Change how services are chosen; an empty value takes a wish back</source>
        <translation>Ändern, wie Dienste ausgewählt werden; ein leerer Wert nimmt einen Wunsch zurück</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>The server cannot start: %1 (%2)</source>
        <translation>Der Server kann nicht starten: %1 (%2)</translation>
    </message>
    <message>
        <source>Accounts and usage records for Keyway.</source>
        <translation>Konten und Nutzungsdaten für Keyway.</translation>
    </message>
    <message>
        <source>Folder for everything the server keeps.</source>
        <translation>Ordner für alles, was der Server aufbewahrt.</translation>
    </message>
    <message>
        <source>PostgreSQL instead of a file: postgresql://user@host/name. May also be given in KEYWAY_DATABASE, which other users of the computer cannot read.</source>
        <translation>PostgreSQL statt einer Datei: postgresql://benutzer@rechner/name. Geht auch über KEYWAY_DATABASE, das andere Benutzer des Computers nicht lesen können.</translation>
    </message>
    <message>
        <source>Where to listen (default: 127.0.0.1:8460).</source>
        <translation>Wo er lauscht (sonst: 127.0.0.1:8460).</translation>
    </message>
    <message>
        <source>Certificate chain, PEM.</source>
        <translation>Zertifikatskette, PEM.</translation>
    </message>
    <message>
        <source>Its key, PEM.</source>
        <translation>Dessen Schlüssel, PEM.</translation>
    </message>
    <message>
        <source>Program that sends the mail it gets as JSON. Without one, mails are files in the folder mail.</source>
        <translation>Programm, das die Mail verschickt, die es als JSON bekommt. Ohne eines sind Mails Dateien im Ordner mail.</translation>
    </message>
    <message>
        <source>Print mails to standard output, for development.</source>
        <translation>Mails auf der Standardausgabe ausgeben, zum Entwickeln.</translation>
    </message>
    <message>
        <source>Clients come through a reverse proxy on this computer.</source>
        <translation>Clients kommen über einen Reverse-Proxy auf diesem Computer.</translation>
    </message>
    <message>
        <source>Database connections (default: 4).</source>
        <translation>Datenbankverbindungen (sonst: 4).</translation>
    </message>
    <message>
        <source>Say where to keep the data: keyway-server --data-dir FOLDER</source>
        <translation>Sagen Sie, wo die Daten liegen sollen: keyway-server --data-dir ORDNER</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key belong together.</source>
        <translation>--tls-cert und --tls-key gehören zusammen.</translation>
    </message>
    <message>
        <source>Without a certificate the server listens on this computer alone. Give --tls-cert and --tls-key, or --behind-proxy.</source>
        <translation>Ohne Zertifikat lauscht der Server nur auf diesem Computer. Geben Sie --tls-cert und --tls-key an oder --behind-proxy.</translation>
    </message>
    <message>
        <source>--workers wants a number from 1 to 64.</source>
        <translation>--workers braucht eine Zahl von 1 bis 64.</translation>
    </message>
    <message>
        <source>This failed: %1 (%2)</source>
        <translation>Das ist misslungen: %1 (%2)</translation>
    </message>
    <message>
        <source>--grace-days wants a number from 1 to 28.</source>
        <translation>--grace-days will eine Zahl von 1 bis 28.</translation>
    </message>
    <message>
        <source>--tax-basis-points wants a number from 0 to 10000.</source>
        <translation>--tax-basis-points will eine Zahl von 0 bis 10000.</translation>
    </message>
    <message>
        <source>--cents wants a number above 0.</source>
        <translation>--cents will eine Zahl über 0.</translation>
    </message>
    <message>
        <source>--invoice-prefix wants one to eight capital letters.</source>
        <translation>--invoice-prefix will einen bis acht Großbuchstaben.</translation>
    </message>
    <message>
        <source>Fee plans that accounts may choose, JSON; the first one is that of new accounts.</source>
        <translation>Gebührenpläne, die Konten wählen können, JSON; der erste ist der neuer Konten.</translation>
    </message>
    <message>
        <source>Key that signs invoices. Servers of one database have the same one (default: the file signing-key in the data folder, made at first start).</source>
        <translation>Schlüssel, der Rechnungen unterschreibt. Server einer Datenbank haben denselben (Vorgabe: die Datei signing-key im Datenordner, die beim ersten Start entsteht).</translation>
    </message>
    <message>
        <source>Days for which a month that is over waits for late records (default: 3).</source>
        <translation>Tage, die ein vergangener Monat auf späte Aufzeichnungen wartet (Vorgabe: 3).</translation>
    </message>
    <message>
        <source>Tax on invoices; 1900 is 19 % (default: 0).</source>
        <translation>Steuer auf Rechnungen; 1900 sind 19 % (Vorgabe: 0).</translation>
    </message>
    <message>
        <source>Letters that invoice numbers begin with (default: KW).</source>
        <translation>Buchstaben, mit denen Rechnungsnummern beginnen (Vorgabe: KW).</translation>
    </message>
    <message>
        <source>How much was paid (default: all).</source>
        <translation>Wie viel bezahlt wurde (Vorgabe: alles).</translation>
    </message>
    <message>
        <source>What the payment is called where it came in.</source>
        <translation>Wie die Zahlung dort heißt, wo sie einging.</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Lauscht auf %1</translation>
    </message>
    <message>
        <source>Administrators sign in on %1</source>
        <translation>Administratoren melden sich an auf %1</translation>
    </message>
    <message>
        <source>Nothing was changed. This would be moved:</source>
        <translation>Nichts wurde geändert. Dies würde übernommen:</translation>
    </message>
    <message>
        <source>Moved:</source>
        <translation>Übernommen:</translation>
    </message>
    <message numerus="yes">
        <source>  %n row(s) read</source>
        <translation>
            <numerusform>  %n Zeile gelesen</numerusform>
            <numerusform>  %n Zeilen gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n key(s) of the platform</source>
        <translation>
            <numerusform>  %n Schlüssel der Plattform</numerusform>
            <numerusform>  %n Schlüssel der Plattform</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n key(s) of users, which wait 30 days for their owners</source>
        <translation>
            <numerusform>  %n Schlüssel von Benutzern, der 30 Tage auf seinen Besitzer wartet</numerusform>
            <numerusform>  %n Schlüssel von Benutzern, die 30 Tage auf ihre Besitzer warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n account(s) made for owners who had none</source>
        <translation>
            <numerusform>  %n Konto angelegt für Besitzer, die keines hatten</numerusform>
            <numerusform>  %n Konten angelegt für Besitzer, die keines hatten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n row(s) moved before</source>
        <translation>
            <numerusform>  %n Zeile schon früher übernommen</numerusform>
            <numerusform>  %n Zeilen schon früher übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n row(s) without a key</source>
        <translation>
            <numerusform>  %n Zeile ohne Schlüssel</numerusform>
            <numerusform>  %n Zeilen ohne Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be moved and are only in the file:</source>
        <translation>
            <numerusform>%n Zeile konnte nicht übernommen werden und ist nur in der Datei:</numerusform>
            <numerusform>%n Zeilen konnten nicht übernommen werden und sind nur in der Datei:</numerusform>
        </translation>
    </message>
    <message>
        <source>  row %1: %2 %3</source>
        <translation>  Zeile %1: %2 %3</translation>
    </message>
    <message>
        <source>%1 wants an address and a port, such as 127.0.0.1:8460.</source>
        <translation>%1 braucht eine Adresse und einen Port, etwa 127.0.0.1:8460.</translation>
    </message>
    <message>
        <source>File of the key under which the platform&apos;s own keys are sealed (default: master.key in the data folder, made at the first start).</source>
        <translation>Datei des Schlüssels, mit dem die eigenen Schlüssel der Plattform versiegelt sind (Vorgabe: master.key im Datenordner, beim ersten Start angelegt).</translation>
    </message>
    <message>
        <source>Where administrators sign in, such as 127.0.0.1:8461 (default: nowhere).</source>
        <translation>Wo sich Administratoren anmelden, etwa 127.0.0.1:8461 (Vorgabe: nirgends).</translation>
    </message>
    <message>
        <source>Answer as JSON (migrate, keys list).</source>
        <translation>Als JSON antworten (migrate, keys list).</translation>
    </message>
    <message>
        <source>Say what migrate would move, and move nothing.</source>
        <translation>Sagen, was migrate übernehmen würde, und nichts übernehmen.</translation>
    </message>
    <message>
        <source>What migrate reads: a .csv, .json or .sqlite file.</source>
        <translation>Was migrate liest: eine Datei .csv, .json oder .sqlite.</translation>
    </message>
    <message>
        <source>E-mail addresses of the old system&apos;s users, for migrate: a CSV file with the columns user_id and email.</source>
        <translation>E-Mail-Adressen der Benutzer des alten Systems, für migrate: eine CSV-Datei mit den Spalten user_id und email.</translation>
    </message>
    <message>
        <source>A user_id whose keys are the platform&apos;s own, for migrate; may be repeated (always: an empty one, system, platform).</source>
        <translation>Eine user_id, deren Schlüssel der Plattform gehören, für migrate; mehrfach möglich (immer: eine leere, system, platform).</translation>
    </message>
    <message>
        <source>Of a new administrator: viewer, support, operator, finance or owner.</source>
        <translation>Eines neuen Administrators: viewer, support, operator, finance oder owner.</translation>
    </message>
    <message>
        <source>What a new key is called.</source>
        <translation>Wie ein neuer Schlüssel heißt.</translation>
    </message>
    <message>
        <source>Where a new key is used, if not at the service&apos;s own address.</source>
        <translation>Wo ein neuer Schlüssel verwendet wird, wenn nicht bei der eigenen Adresse des Dienstes.</translation>
    </message>
    <message>
        <source>Without one the server runs. Or: admin create EMAIL; keys add SERVICE; keys list; migrate --from FILE; backup FILE; close-months, which issues the invoices that are due; invoices mark-paid NUMBER, which notes a payment.</source>
        <translation>Ohne einen läuft der Server. Oder: admin create EMAIL; keys add SERVICE; keys list; migrate --from FILE; backup FILE; close-months, das die fälligen Rechnungen ausstellt; invoices mark-paid NUMMER, das eine Zahlung vermerkt.</translation>
    </message>
    <message>
        <source>--role wants viewer, support, operator, finance or owner.</source>
        <translation>--role braucht viewer, support, operator, finance oder owner.</translation>
    </message>
    <message>
        <source>Password for %1 (10 characters or more):</source>
        <translation>Passwort für %1 (10 Zeichen oder mehr):</translation>
    </message>
    <message>
        <source>%1 is an administrator now (%2).</source>
        <translation>%1 ist jetzt Administrator (%2).</translation>
    </message>
    <message>
        <source>Put this into an application for one-time codes; it is not shown again:</source>
        <translation>Geben Sie dies in eine App für Einmalcodes ein; es wird nicht noch einmal gezeigt:</translation>
    </message>
    <message>
        <source>Key of the platform at %1:</source>
        <translation>Schlüssel der Plattform bei %1:</translation>
    </message>
    <message>
        <source>The key is sealed in the database. Nothing gives it out again.</source>
        <translation>Der Schlüssel ist in der Datenbank versiegelt. Nichts gibt ihn wieder heraus.</translation>
    </message>
    <message>
        <source>This server&apos;s records are in PostgreSQL, which has its own command for a copy while it runs:</source>
        <translation>Die Daten dieses Servers sind in PostgreSQL, das für eine Kopie im laufenden Betrieb einen eigenen Befehl hat:</translation>
    </message>
    <message>
        <source>%1 is a whole, checked copy. The master key is not in it: keep that file elsewhere.</source>
        <translation>%1 ist eine vollständige, geprüfte Kopie. Der Hauptschlüssel ist nicht darin: Bewahren Sie dessen Datei anderswo auf.</translation>
    </message>
    <message>
        <source>That is no e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A password has 10 to 200 characters.</source>
        <translation>Ein Passwort hat 10 bis 200 Zeichen.</translation>
    </message>
    <message>
        <source>This address is an administrator&apos;s already.</source>
        <translation>Diese Adresse gehört schon einem Administrator.</translation>
    </message>
    <message>
        <source>The service has this key already.</source>
        <translation>Der Dienst hat diesen Schlüssel schon.</translation>
    </message>
    <message>
        <source>That is no key: it is empty, or has a space or another letter that no key has.</source>
        <translation>Das ist kein Schlüssel: Er ist leer oder enthält ein Leerzeichen oder ein anderes Zeichen, das kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>The catalogue has no such service.</source>
        <translation>Diesen Dienst kennt der Katalog nicht.</translation>
    </message>
    <message>
        <source>This is not the master key that the database was made with.</source>
        <translation>Das ist nicht der Hauptschlüssel, mit dem die Datenbank angelegt wurde.</translation>
    </message>
    <message>
        <source>There is such a file already, and it stays as it is.</source>
        <translation>Diese Datei gibt es schon; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The copy is not whole and was deleted: check the disk.</source>
        <translation>Die Kopie ist nicht vollständig und wurde gelöscht: Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>It did not work (%1).</source>
        <translation>Das ging nicht (%1).</translation>
    </message>
    <message>
        <source>This command is not whole. There are: admin create EMAIL; keys add SERVICE; keys list; migrate --from FILE; backup FILE.</source>
        <translation>Dieser Befehl ist nicht vollständig. Es gibt: admin create EMAIL; keys add SERVICE; keys list; migrate --from FILE; backup FILE.</translation>
    </message>
    <message>
        <source>File with the key of an account at Stripe, where invoices can be paid then.</source>
        <translation>Datei mit dem Schlüssel eines Kontos bei Stripe; dort können Rechnungen dann bezahlt werden.</translation>
    </message>
    <message>
        <source>File with the secret of the webhook that points to /v1/payments/stripe.</source>
        <translation>Datei mit dem Geheimnis des Webhooks, der auf /v1/payments/stripe zeigt.</translation>
    </message>
    <message>
        <source>Page for people who come back from paying.</source>
        <translation>Seite für Menschen, die vom Bezahlen zurückkommen.</translation>
    </message>
    <message>
        <source>--stripe-key, --stripe-webhook-secret and --payment-return-url (an https address) belong together.</source>
        <translation>--stripe-key, --stripe-webhook-secret und --payment-return-url (eine https-Adresse) gehören zusammen.</translation>
    </message>
    <message>
        <source>This file of a key does not hold 64 hexadecimal digits:</source>
        <translation>Diese Schlüsseldatei enthält keine 64 hexadezimalen Ziffern:</translation>
    </message>
    <message>
        <source>Others may read or change this file of a key (chmod 600):</source>
        <translation>Andere dürfen diese Schlüsseldatei lesen oder ändern (chmod 600):</translation>
    </message>
</context>
<context>
    <name>ServerAccount</name>
    <message>
        <source>Say which server: --server https://keyway.example.org</source>
        <translation>Nennen Sie den Server: --server https://keyway.example.org</translation>
    </message>
    <message>
        <source>keyway account signin EMAIL signs in.</source>
        <translation>keyway account signin EMAIL meldet an.</translation>
    </message>
    <message>
        <source>keyway account verify takes the code.</source>
        <translation>keyway account verify nimmt den Code an.</translation>
    </message>
    <message>
        <source>the server; it is remembered</source>
        <translation>der Server; Keyway merkt ihn sich</translation>
    </message>
    <message>
        <source>keyway invoices trust-key accepts the new key.</source>
        <translation>keyway invoices trust-key nimmt den neuen Schlüssel an.</translation>
    </message>
    <message>
        <source>keyway plan set PLAN chooses another one.</source>
        <translation>keyway plan set PLAN wählt einen anderen.</translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message numerus="yes">
        <source>%n invoice(s) issued.</source>
        <translation>
            <numerusform>%n Rechnung ausgestellt.</numerusform>
            <numerusform>%n Rechnungen ausgestellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) could not be closed.</source>
        <translation>
            <numerusform>%n Konto ließ sich nicht abrechnen.</numerusform>
            <numerusform>%n Konten ließen sich nicht abrechnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>New master password:</source>
        <translation>Neues Hauptpasswort:</translation>
    </message>
    <message>
        <source>The same again:</source>
        <translation>Dasselbe noch einmal:</translation>
    </message>
    <message>
        <source>The two passwords differ. Nothing was made.</source>
        <translation>Die beiden Passwörter sind verschieden. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>The vault is made. Nobody can open it without its password, Keyway neither.</source>
        <translation>Der Tresor ist angelegt. Niemand kann ihn ohne sein Passwort öffnen, auch Keyway nicht.</translation>
    </message>
    <message>
        <source>can be read, not written</source>
        <translation>lesbar, nicht beschreibbar</translation>
    </message>
    <message>
        <source>whole and writable</source>
        <translation>heil und beschreibbar</translation>
    </message>
    <message numerus="yes">
        <source>%n entries fit one another</source>
        <translation>
            <numerusform>%n Eintrag passt</numerusform>
            <numerusform>%n Einträge passen zueinander</numerusform>
        </translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>Liste vom %1</translation>
    </message>
    <message>
        <source>no TLS library: install OpenSSL</source>
        <translation>keine TLS-Bibliothek: installieren Sie OpenSSL</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>look</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>A fee plan is none, percent, per-request, monthly or freemium.</source>
        <translation>Ein Gebührenplan ist none, percent, per-request, monthly oder freemium.</translation>
    </message>
    <message>
        <source>Where keys are kept, and whether it is open</source>
        <translation>Wo Schlüssel liegen und ob dort offen ist</translation>
    </message>
    <message>
        <source>Ask the system to unlock the keychain</source>
        <translation>Das System bitten, den Schlüsselbund zu entsperren</translation>
    </message>
    <message>
        <source>Make an encrypted file for keys, for computers without a keychain</source>
        <translation>Eine verschlüsselte Datei für Schlüssel anlegen, für Rechner ohne Schlüsselbund</translation>
    </message>
    <message>
        <source>Show or choose how the platform fee is worked out</source>
        <translation>Zeigen oder wählen, wie die Plattformgebühr berechnet wird</translation>
    </message>
    <message>
        <source>Check everything Keyway needs on this computer</source>
        <translation>Alles prüfen, was Keyway auf diesem Rechner braucht</translation>
    </message>
    <message>
        <source>not used: no key of yours is in it</source>
        <translation>wird nicht benutzt: keiner Ihrer Schlüssel liegt darin</translation>
    </message>
    <message>
        <source>whole, and opens with its password</source>
        <translation>heil und lässt sich mit seinem Passwort öffnen</translation>
    </message>
    <message>
        <source>whole, and closed until its password is given</source>
        <translation>heil und zu, bis sein Passwort gegeben wird</translation>
    </message>
</context>
<context>
    <name>StatusFacts</name>
    <message>
        <source>Today %1. %2 %3, fee %4, total %5.</source>
        <translation>Heute %1. %2 %3, Gebühr %4, gesamt %5.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Sending is off. keyway sync on switches it on.</source>
        <translation>Das Senden ist aus. keyway sync on schaltet es ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) sent.</source>
        <translation>
            <numerusform>%n Eintrag gesendet.</numerusform>
            <numerusform>%n Einträge gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) do not add up for the server. They are put aside and not billed.</source>
        <translation>
            <numerusform>%n Eintrag geht für den Server nicht auf. Er ist beiseitegelegt und wird nicht berechnet.</numerusform>
            <numerusform>%n Einträge gehen für den Server nicht auf. Sie sind beiseitegelegt und werden nicht berechnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not taken by the server. They stay on this computer.</source>
        <translation>
            <numerusform>%n Eintrag hat der Server nicht angenommen. Er bleibt auf diesem Computer.</numerusform>
            <numerusform>%n Einträge hat der Server nicht angenommen. Sie bleiben auf diesem Computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is on.</source>
        <translation>Das Senden ist an.</translation>
    </message>
    <message>
        <source>Sending is off.</source>
        <translation>Das Senden ist aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait to be sent.</source>
        <translation>
            <numerusform>%n Eintrag wartet auf das Senden.</numerusform>
            <numerusform>%n Einträge warten auf das Senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what was used to the server</source>
        <translation>An den Server senden, was genutzt wurde</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Was auf das Senden wartet</translation>
    </message>
    <message>
        <source>Send records from now on</source>
        <translation>Ab jetzt Einträge senden</translation>
    </message>
    <message>
        <source>Stay signed in and send nothing</source>
        <translation>Angemeldet bleiben und nichts senden</translation>
    </message>
    <message>
        <source>keyway sync health takes on or off.</source>
        <translation>keyway sync health nimmt on oder off.</translation>
    </message>
    <message>
        <source>How services answer is told, without your account.</source>
        <translation>Wie Dienste antworten, wird gemeldet, ohne Ihr Konto.</translation>
    </message>
    <message>
        <source>How services answer is not told.</source>
        <translation>Wie Dienste antworten, wird nicht gemeldet.</translation>
    </message>
    <message>
        <source>Whether the desktop application tells the server how services answer: counts by hour, without your account</source>
        <translation>Ob die Anwendung dem Server meldet, wie Dienste antworten: Anzahlen pro Stunde, ohne Ihr Konto</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>Prompts still work. %n record(s) wait here.</source>
        <translation>
            <numerusform>Prompts gehen weiter. %n Eintrag wartet hier.</numerusform>
            <numerusform>Prompts gehen weiter. %n Einträge warten hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts still work.</source>
        <translation>Prompts gehen weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>between two clocks</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>between two clocks</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Sync is off</source>
        <translation>Abgleich ist aus</translation>
    </message>
    <message numerus="yes">
        <source>Not synced · %n waiting</source>
        <translation>
            <numerusform>Nicht abgeglichen · %n wartet</numerusform>
            <numerusform>Nicht abgeglichen · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Nicht abgeglichen</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Gleicht ab…</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <comment>a time or a day</comment>
        <translation>Abgeglichen %1</translation>
    </message>
    <message>
        <source>Nothing to sync yet</source>
        <translation>Noch nichts abzugleichen</translation>
    </message>
    <message>
        <source>You were signed out on this computer.</source>
        <translation>Sie wurden auf diesem Rechner abgemeldet.</translation>
    </message>
    <message>
        <source>Prompts still work. Sign in to sync.</source>
        <translation>Prompts gehen weiter. Melden Sie sich an, um abzugleichen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Somebody may be listening, or your company inspects traffic. Nothing was sent.</source>
        <translation>Vielleicht hört jemand mit, oder Ihre Firma prüft den Datenverkehr. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your sign-in is not in the keychain any more.</source>
        <translation>Ihre Anmeldung ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Your sign-in to Keyway&apos;s server is kept there.</source>
        <translation>Dort liegt Ihre Anmeldung bei Keyways Server.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead.</source>
        <translation>Die Uhr dieses Rechners geht um %1 vor.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind.</source>
        <translation>Die Uhr dieses Rechners geht um %1 nach.</translation>
    </message>
    <message>
        <source>Records wait until it is right, so that none is put aside. Prompts still work.</source>
        <translation>Einträge warten, bis sie stimmt, damit keiner beiseitegelegt wird. Prompts gehen weiter.</translation>
    </message>
    <message>
        <source>Keyway&apos;s server has been out of reach since %1.</source>
        <translation>Keyways Server ist seit %1 nicht erreichbar.</translation>
    </message>
    <message>
        <source>Keyway&apos;s server is out of reach.</source>
        <translation>Keyways Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Keyway&apos;s server is in trouble.</source>
        <translation>Keyways Server hat eine Störung.</translation>
    </message>
    <message>
        <source>Keyway&apos;s server asks to wait a little.</source>
        <translation>Keyways Server bittet, etwas zu warten.</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Es wurde noch nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Last sent %1: %n usage record(s).</source>
        <comment>when, such as: today at 14:31</comment>
        <translation>
            <numerusform>Zuletzt gesendet %1: %n Nutzungseintrag.</numerusform>
            <numerusform>Zuletzt gesendet %1: %n Nutzungseinträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sendet…</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait.</source>
        <translation>
            <numerusform>%n Eintrag wartet.</numerusform>
            <numerusform>%n Einträge warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <comment>when, such as: today at 14:31</comment>
        <translation>Nächster Versuch %1.</translation>
    </message>
    <message>
        <source>Its time was in the future: a clock was wrong.</source>
        <translation>Seine Zeit lag in der Zukunft: Eine Uhr ging falsch.</translation>
    </message>
    <message>
        <source>Its day does not fit its time.</source>
        <translation>Sein Tag passt nicht zu seiner Zeit.</translation>
    </message>
    <message>
        <source>The server comes to another cost.</source>
        <translation>Der Server kommt auf andere Kosten.</translation>
    </message>
    <message>
        <source>The server comes to another fee.</source>
        <translation>Der Server kommt auf eine andere Gebühr.</translation>
    </message>
    <message>
        <source>The server has another record under its id.</source>
        <translation>Der Server hat unter seiner Kennung einen anderen Eintrag.</translation>
    </message>
    <message>
        <source>The server does not understand it.</source>
        <translation>Der Server versteht ihn nicht.</translation>
    </message>
    <message>
        <source>Enter the address of your Keyway server first.</source>
        <translation>Geben Sie zuerst die Adresse Ihres Keyway-Servers ein.</translation>
    </message>
    <message>
        <source>The server did not accept this: %1.</source>
        <translation>Der Server hat das nicht angenommen: %1.</translation>
    </message>
</context>
<context>
    <name>Thin</name>
    <message>
        <source>taken out, sums kept</source>
        <translation>herausgenommen, Summen behalten</translation>
    </message>
    <message>
        <source>can be taken out</source>
        <translation>kann herausgenommen werden</translation>
    </message>
    <message>
        <source>stays: something of it is still running</source>
        <translation>bleibt: Etwas davon läuft noch</translation>
    </message>
    <message numerus="yes">
        <source>stays: %n request(s) are not at your account yet</source>
        <translation>
            <numerusform>bleibt: %n Anfrage ist noch nicht bei Ihrem Konto</numerusform>
            <numerusform>bleibt: %n Anfragen sind noch nicht bei Ihrem Konto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stays: %n request(s) are on no invoice yet</source>
        <translation>
            <numerusform>bleibt: %n Anfrage steht noch auf keiner Rechnung</numerusform>
            <numerusform>bleibt: %n Anfragen stehen noch auf keiner Rechnung</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no single requests from before that month.</source>
        <translation>Aus der Zeit vor diesem Monat gibt es keine einzelnen Anfragen.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>A backup with all of them is %1.</source>
        <translation>Eine Sicherung mit allen ist %1.</translation>
    </message>
    <message>
        <source>--before takes a month such as 2026-11.</source>
        <translation>--before nimmt einen Monat wie 2026-11.</translation>
    </message>
    <message>
        <source>Take the single requests of these months out? A backup is made first. What they cost stays in every sum and on every invoice.</source>
        <translation>Die einzelnen Anfragen dieser Monate herausnehmen? Zuvor wird eine Sicherung gemacht. Was sie gekostet haben, bleibt in jeder Summe und auf jeder Rechnung.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Take the single requests of old months out, to have room; what they cost stays in every sum</source>
        <translation>Die einzelnen Anfragen alter Monate herausnehmen, um Platz zu haben; was sie gekostet haben, bleibt in jeder Summe</translation>
    </message>
    <message>
        <source>the first month that stays whole</source>
        <translation>der erste Monat, der ganz bleibt</translation>
    </message>
    <message>
        <source>only tell what would go</source>
        <translation>nur sagen, was ginge</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message numerus="yes">
        <source>%1, %n request(s)</source>
        <translation>
            <numerusform>%1, %n Anfrage</numerusform>
            <numerusform>%1, %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Total Platform Costs</source>
        <translation>Plattformkosten gesamt</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) may have cost something that nobody knows.</source>
        <translation>
            <numerusform>%n Versuch kann etwas gekostet haben, das niemand kennt.</numerusform>
            <numerusform>%n Versuche können etwas gekostet haben, das niemand kennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What a month cost, by service, with the platform fee</source>
        <translation>Was ein Monat gekostet hat, nach Diensten, mit Plattformgebühr</translation>
    </message>
    <message>
        <source>another month</source>
        <translation>ein anderer Monat</translation>
    </message>
    <message>
        <source>also every attempt</source>
        <translation>auch jeden Versuch</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation>Plattformkosten</translation>
    </message>
</context>
<context>
    <name>keyway::AccountController</name>
    <message>
        <source>Signed out here. The server could not be told, so its list still has this computer.</source>
        <translation>Hier abgemeldet. Der Server konnte es nicht erfahren und führt diesen Rechner noch in seiner Liste.</translation>
    </message>
    <message>
        <source>Sign out on every computer?</source>
        <translation>Auf allen Rechnern abmelden?</translation>
    </message>
    <message>
        <source>Each computer has to sign in again. Nothing is lost: records wait where they are.</source>
        <translation>Jeder Rechner muss sich neu anmelden. Nichts geht verloren: Einträge warten, wo sie sind.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message numerus="yes">
        <source>Send %n record(s) from before, too?</source>
        <translation>
            <numerusform>Auch %n früheren Eintrag senden?</numerusform>
            <numerusform>Auch %n frühere Einträge senden?</numerusform>
        </translation>
    </message>
    <message>
        <source>The server then has them, and that cannot be taken back. What was used before you made the account is never billed.</source>
        <translation>Der Server hat sie dann, und das lässt sich nicht zurücknehmen. Was vor dem Anlegen des Kontos genutzt wurde, wird nie berechnet.</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Save what the server keeps</source>
        <translation>Sichern, was der Server hat</translation>
    </message>
</context>
<context>
    <name>keyway::AccountPage</name>
    <message>
        <source>Account &amp; sync</source>
        <translation>Konto &amp; Abgleich</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Your data on the server</source>
        <translation>Ihre Daten auf dem Server</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Signed in at %1.</source>
        <translation>Angemeldet bei %1.</translation>
    </message>
    <message>
        <source>Everything works without an account. With one, what you use is kept on a server, too: for several computers, and for invoices that you can check.</source>
        <translation>Alles geht ohne Konto. Mit einem liegt Ihre Nutzung auch auf einem Server: für mehrere Rechner und für Rechnungen, die Sie nachprüfen können.</translation>
    </message>
    <message>
        <source>%1. Sign out to use another one.</source>
        <translation>%1. Melden Sie sich ab, um einen anderen zu verwenden.</translation>
    </message>
    <message>
        <source>Where your account is kept.</source>
        <translation>Wo Ihr Konto geführt wird.</translation>
    </message>
    <message>
        <source>Enter the address that you were given, then sign in.</source>
        <translation>Geben Sie die Adresse ein, die Sie bekommen haben, und melden Sie sich dann an.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) from before you signed in</source>
        <translation>
            <numerusform>%n Eintrag von vor der Anmeldung</numerusform>
            <numerusform>%n Einträge von vor der Anmeldung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not taken by the server</source>
        <translation>
            <numerusform>%n Eintrag hat der Server nicht angenommen</numerusform>
            <numerusform>%n Einträge hat der Server nicht angenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>%1 (this computer)</source>
        <translation>%1 (dieser Rechner)</translation>
    </message>
    <message>
        <source>Signed in %1.</source>
        <comment>when, such as: today at 14:31</comment>
        <translation>Angemeldet %1.</translation>
    </message>
    <message>
        <source>Last seen %1.</source>
        <comment>when, such as: today at 14:31</comment>
        <translation>Zuletzt gesehen %1.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Save the address of the server</source>
        <translation>Adresse des Servers sichern</translation>
    </message>
    <message>
        <source>Send what was used</source>
        <translation>Nutzung senden</translation>
    </message>
    <message>
        <source>Counts, costs and the names of services and models, by itself and in the background. Never sent: prompts, answers, files, keys.</source>
        <translation>Zahlen, Kosten und die Namen von Diensten und Modellen, von selbst und im Hintergrund. Nie gesendet: Prompts, Antworten, Dateien, Schlüssel.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>They stay on this computer unless you send them, too. What was used before you made the account is never billed.</source>
        <translation>Sie bleiben auf diesem Rechner, außer Sie senden sie auch. Was vor dem Anlegen des Kontos genutzt wurde, wird nie berechnet.</translation>
    </message>
    <message>
        <source>Send them, too…</source>
        <translation>Auch senden…</translation>
    </message>
    <message>
        <source>They stay on this computer and are not billed.</source>
        <translation>Sie bleiben auf diesem Rechner und werden nicht berechnet.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the records that were not taken</source>
        <translation>Nicht angenommene Einträge anzeigen</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Exactly this was sent of your last request.</source>
        <translation>Genau das wurde von Ihrer letzten Anfrage gesendet.</translation>
    </message>
    <message>
        <source>Show the last record</source>
        <translation>Letzten Eintrag anzeigen</translation>
    </message>
    <message>
        <source>The list is at the server</source>
        <translation>Die Liste liegt beim Server</translation>
    </message>
    <message>
        <source>Everything that the server keeps of you</source>
        <translation>Alles, was der Server von Ihnen hat</translation>
    </message>
    <message>
        <source>A file in JSON, with every record.</source>
        <translation>Eine Datei in JSON, mit jedem Eintrag.</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Als Datei sichern…</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>On the server, for every computer. What is on this computer stays.</source>
        <translation>Auf dem Server, für alle Rechner. Was auf diesem Rechner ist, bleibt.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Tell how services answer</source>
        <translation>Melden, wie Dienste antworten</translation>
    </message>
    <message>
        <source>How many attempts each service answered in an hour, and how fast, without your account: everybody sees sooner when one is down.</source>
        <translation>Wie viele Versuche jeder Dienst in einer Stunde beantwortet hat und wie schnell, ohne Ihr Konto: Alle sehen früher, wenn einer ausfällt.</translation>
    </message>
</context>
<context>
    <name>keyway::AccountsLine</name>
    <message>
        <source>No provider has told its costs.</source>
        <translation>Kein Anbieter nannte seine Kosten.</translation>
    </message>
    <message>
        <source>No provider has told what this month cost.</source>
        <translation>Kein Anbieter hat genannt, was dieser Monat kostete.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Providers say %1 · Keyway %2</source>
        <translation>Anbieter nennen %1 · Keyway %2</translation>
    </message>
    <message>
        <source>Providers say %1, Keyway counted %2</source>
        <translation>Anbieter nennen %1, Keyway zählte %2</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Why %1 apart?</source>
        <translation>Warum %1 Abstand?</translation>
    </message>
</context>
<context>
    <name>keyway::AccountsTable</name>
    <message>
        <source>What providers say</source>
        <translation>Was Anbieter nennen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Keyway counted</source>
        <translation>Keyway zählte</translation>
    </message>
    <message>
        <source>Provider says</source>
        <translation>Anbieter nennt</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>keyway::ActivityController</name>
    <message>
        <source>Export the record</source>
        <translation>Das Protokoll exportieren</translation>
    </message>
    <message>
        <source>Export for support</source>
        <translation>Für den Support exportieren</translation>
    </message>
</context>
<context>
    <name>keyway::ActivityDetails</name>
    <message>
        <source>Copy the details</source>
        <translation>Die Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Die Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Details of the entry</source>
        <translation>Einzelheiten des Eintrags</translation>
    </message>
    <message>
        <source>Check it yourself, without this window: keyway audit verify</source>
        <translation>Prüfen Sie es selbst, ohne dieses Fenster: keyway audit verify</translation>
    </message>
    <message>
        <source>Entry %1, with this mark:</source>
        <translation>Eintrag %1, mit dieser Marke:</translation>
    </message>
</context>
<context>
    <name>keyway::ActivityFilters</name>
    <message>
        <source>Search activity</source>
        <translation>Aktivität durchsuchen</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries shown</source>
        <translation>
            <numerusform>%Ln Eintrag gezeigt</numerusform>
            <numerusform>%Ln Einträge gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::ActivityModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von wem</translation>
    </message>
</context>
<context>
    <name>keyway::ActivityPage</name>
    <message>
        <source>Search activity</source>
        <translation>Aktivität durchsuchen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Everything Keyway did for you, in order</source>
        <translation>Alles, was Keyway für Sie getan hat, der Reihe nach</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Das Protokoll</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>Das Protokoll exportieren…</translation>
    </message>
    <message>
        <source>Check the record again</source>
        <translation>Das Protokoll erneut prüfen</translation>
    </message>
    <message>
        <source>Nothing in the record fits this.</source>
        <translation>Nichts im Protokoll passt dazu.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>What Keyway does for you is written here.</source>
        <translation>Was Keyway für Sie tut, wird hier aufgeschrieben.</translation>
    </message>
    <message>
        <source>Checking the record…</source>
        <translation>Das Protokoll wird geprüft…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Export for support…</source>
        <translation>Für den Support exportieren…</translation>
    </message>
    <message>
        <source>Only what this one did</source>
        <translation>Nur von diesem</translation>
    </message>
    <message>
        <source>Keep a copy of the seals…</source>
        <translation>Eine Kopie der Siegel führen…</translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln entries…</source>
        <translation>
            <numerusform>%Ln Eintrag wird geprüft…</numerusform>
            <numerusform>%Ln Einträge werden geprüft…</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked at %1.</source>
        <translation>Geprüft um %1.</translation>
    </message>
    <message>
        <source>Export for support</source>
        <translation>Für den Support exportieren</translation>
    </message>
    <message>
        <source>Seal anew…</source>
        <translation>Neu siegeln…</translation>
    </message>
    <message>
        <source>Seal the record as it is now?</source>
        <translation>Das Protokoll siegeln, wie es jetzt ist?</translation>
    </message>
    <message>
        <source>Do so only where you know why the seals do not fit: you restored a backup, or a file was lost.</source>
        <translation>Tun Sie das nur, wenn Sie wissen, warum die Siegel nicht passen: Sie haben eine Sicherung zurückgespielt, oder eine Datei ging verloren.</translation>
    </message>
    <message>
        <source>The present files of seals are put aside, and the record tells that it was sealed anew.</source>
        <translation>Die bisherigen Siegeldateien werden beiseitegelegt, und das Protokoll vermerkt, dass es neu gesiegelt wurde.</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Seal anew</source>
        <translation>Neu siegeln</translation>
    </message>
    <message>
        <source>The seals of each day are kept in a second file.</source>
        <translation>Die Siegel der Tage stehen auch in einer zweiten Datei.</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei…</translation>
    </message>
    <message>
        <source>Keep no copy</source>
        <translation>Keine Kopie führen</translation>
    </message>
    <message>
        <source>Keep a copy of the seals, best on another disk</source>
        <translation>Eine Kopie der Siegel führen, am besten auf einem anderen Datenträger</translation>
    </message>
</context>
<context>
    <name>keyway::ActivityTable</name>
    <message>
        <source>Record</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>keyway::AddIntegrationDialog</name>
    <message>
        <source>Choose a service</source>
        <translation>Dienst wählen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Add Integration</source>
        <translation>Integration hinzufügen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Save without testing</source>
        <translation>Ohne Test speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a second integration of a service: OpenAI 2</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Type to find, arrows to move, Enter to continue</source>
        <translation>Tippen zum Suchen, Pfeile zum Bewegen, Eingabe für Weiter</translation>
    </message>
    <message>
        <source>Throw away what you typed?</source>
        <translation>Eingabe verwerfen?</translation>
    </message>
    <message>
        <source>The key is not saved yet.</source>
        <translation>Der Schlüssel ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>keyway::AdminFoot</name>
    <message>
        <source>%1, %2</source>
        <comment>address, role</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>keyway::AdminPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>Den Server erneut fragen</translation>
    </message>
    <message>
        <source>This page is not here yet</source>
        <translation>Diese Seite ist noch nicht da</translation>
    </message>
    <message>
        <source>What you see is older.</source>
        <translation>Was Sie sehen, ist älter.</translation>
    </message>
</context>
<context>
    <name>keyway::AdminWindow</name>
    <message>
        <source>Keyway Admin</source>
        <translation>Keyway Admin</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>Die Sitzung ist zu Ende. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Looking for your last session…</source>
        <translation>Ihre letzte Sitzung wird gesucht…</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>You will be signed out soon.</source>
        <translation>Sie werden bald abgemeldet.</translation>
    </message>
    <message>
        <source>Nothing was asked for a while.</source>
        <translation>Seit einer Weile wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>role, time</comment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>%1 – Keyway Admin</source>
        <translation>%1 – Keyway Admin</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message>
        <source>Data up to %1</source>
        <translation>Daten bis %1</translation>
    </message>
    <message>
        <source>Signed out after 30 minutes without work.</source>
        <translation>Nach 30 Minuten ohne Arbeit abgemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>Session ends in %n minute(s)</source>
        <translation>
            <numerusform>Sitzung endet in %n Minute</numerusform>
            <numerusform>Sitzung endet in %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AlertNotifier</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AlertsPanel</name>
    <message>
        <source>Nothing unusual.</source>
        <translation>Nichts Ungewöhnliches.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Raise limit</source>
        <translation>Limit erhöhen</translation>
    </message>
    <message>
        <source>Change limit</source>
        <translation>Limit ändern</translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation>Alle als gesehen markieren</translation>
    </message>
    <message>
        <source>Tell me on the desktop</source>
        <translation>Auf dem Desktop melden</translation>
    </message>
    <message>
        <source>That was me</source>
        <translation>Das war ich</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
</context>
<context>
    <name>keyway::AnalyticsPage</name>
    <message>
        <source>User Analytics</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Started in</source>
        <translation>Angefangen im</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Still here after</source>
        <translation>Noch da nach</translation>
    </message>
    <message>
        <source>Most used services</source>
        <translation>Meistgenutzte Dienste</translation>
    </message>
    <message>
        <source>Most used models and kinds</source>
        <translation>Meistgenutzte Modelle und Arten</translation>
    </message>
    <message>
        <source>People by hour of the day (UTC)</source>
        <translation>Menschen nach Tageszeit (UTC)</translation>
    </message>
    <message>
        <source>People by weekday</source>
        <translation>Menschen nach Wochentag</translation>
    </message>
    <message>
        <source>Spend per person</source>
        <translation>Ausgaben je Person</translation>
    </message>
    <message>
        <source>months later</source>
        <translation>Monate später</translation>
    </message>
    <message>
        <source>Counting people…</source>
        <translation>Menschen werden gezählt…</translation>
    </message>
    <message>
        <source>Too few people in %1</source>
        <translation>Zu wenige Menschen im %1</translation>
    </message>
    <message numerus="yes">
        <source>Counts are shown from %n people on, so that none of them is about somebody.</source>
        <translation>
            <numerusform>Zahlen werden ab %n Person gezeigt, damit keine von jemand Bestimmtem handelt.</numerusform>
            <numerusform>Zahlen werden ab %n Personen gezeigt, damit keine von jemand Bestimmtem handelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Counts of people only.</source>
        <translation>Nur Zahlen von Menschen.</translation>
    </message>
    <message numerus="yes">
        <source>No prompt, no answer, no key and nobody&apos;s name is in them. Groups of fewer than %n people, and what would give one away, are not shown.</source>
        <translation>
            <numerusform>Kein Prompt, keine Antwort, kein Schlüssel und kein Name steckt darin. Gruppen unter %n Person, und was eine verriete, werden nicht gezeigt.</numerusform>
            <numerusform>Kein Prompt, keine Antwort, kein Schlüssel und kein Name steckt darin. Gruppen unter %n Personen, und was eine verriete, werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 people were active</source>
        <comment>count</comment>
        <translation>%1 Menschen waren aktiv</translation>
    </message>
    <message>
        <source>Text, any model</source>
        <translation>Text, jedes Modell</translation>
    </message>
    <message>
        <source>Images, any model</source>
        <translation>Bilder, jedes Modell</translation>
    </message>
    <message>
        <source>Videos, any model</source>
        <translation>Videos, jedes Modell</translation>
    </message>
    <message>
        <source>%1 o&apos;clock</source>
        <translation>%1 Uhr</translation>
    </message>
    <message>
        <source>People by hour of the day</source>
        <translation>Menschen nach Tageszeit</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>amount</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>People by what they spent</source>
        <translation>Menschen nach ihren Ausgaben</translation>
    </message>
</context>
<context>
    <name>keyway::AnswerNotice</name>
    <message>
        <source>Keyway request %1</source>
        <translation>Keyway-Anfrage %1</translation>
    </message>
    <message>
        <source>No service could answer</source>
        <translation>Kein Dienst konnte antworten</translation>
    </message>
    <message>
        <source>Your prompt is still here. Something may have been charged; nobody knows how much.</source>
        <translation>Ihr Prompt ist noch hier. Vielleicht wurde etwas berechnet; wie viel, weiß niemand.</translation>
    </message>
    <message>
        <source>Your prompt is still here, and nothing was charged.</source>
        <translation>Ihr Prompt ist noch hier, und nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>Your prompt is still here. It cost %1.</source>
        <translation>Ihr Prompt ist noch hier. Das hat %1 gekostet.</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) were asked and failed.</source>
        <translation>
            <numerusform>%n Dienst wurde gefragt und ist gescheitert.</numerusform>
            <numerusform>%n Dienste wurden gefragt und sind gescheitert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>%1 may have charged this prompt</source>
        <translation>%1 hat diesen Prompt vielleicht berechnet</translation>
    </message>
    <message>
        <source>If you ask %1 now, both may charge you.</source>
        <translation>Wenn Sie jetzt %1 fragen, berechnen ihn vielleicht beide.</translation>
    </message>
    <message>
        <source>%1 would cost about %2.</source>
        <translation>%1 würde etwa %2 kosten.</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>%1 fragen</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier aufhören</translation>
    </message>
    <message>
        <source>No service could be asked</source>
        <translation>Kein Dienst konnte gefragt werden</translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation>Der Dienst schrieb: „%1“</translation>
    </message>
    <message>
        <source>It cost %1.</source>
        <translation>Das hat %1 gekostet.</translation>
    </message>
    <message>
        <source>Try with…</source>
        <translation>Versuchen mit…</translation>
    </message>
    <message>
        <source>Use %1 for this prompt</source>
        <translation>%1 für diesen Prompt verwenden</translation>
    </message>
    <message>
        <source>%1 costs much more</source>
        <translation>%1 kostet viel mehr</translation>
    </message>
    <message>
        <source>%1 would cost about %2, more than twice as much.</source>
        <translation>%1 würde etwa %2 kosten, mehr als das Doppelte.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an integration, &quot;could pass your limit of $20 a month&quot;</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It may cost up to %1; %2 of the limit is left.</source>
        <translation>Es kann bis zu %1 kosten; vom Limit sind %2 übrig.</translation>
    </message>
    <message>
        <source>Nobody knows its price; %1 of the limit is left.</source>
        <translation>Den Preis kennt niemand; vom Limit sind %1 übrig.</translation>
    </message>
</context>
<context>
    <name>keyway::AnswerView</name>
    <message>
        <source>%1 is answering.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 stopped here after %Ln token(s) (%2)</source>
        <translation>
            <numerusform>%1 hörte hier nach %Ln Token auf (%2)</numerusform>
            <numerusform>%1 hörte hier nach %Ln Token auf (%2)</numerusform>
        </translation>
    </message>
    <message>
        <source>Choosing a service</source>
        <translation>Dienst wird gewählt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer finished: %1</source>
        <translation>Antwort fertig: %1</translation>
    </message>
    <message>
        <source>Writing · %1</source>
        <translation>Schreibt · %1</translation>
    </message>
    <message>
        <source>Waiting for %1 · %2</source>
        <translation>Wartet auf %1 · %2</translation>
    </message>
    <message>
        <source>Asking · %1</source>
        <translation>Fragt · %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <source>It cost %1.</source>
        <translation>Das hat %1 gekostet.</translation>
    </message>
    <message>
        <source>What it cost is not known.</source>
        <translation>Was das gekostet hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>Sie haben diese Antwort angehalten.</translation>
    </message>
    <message>
        <source>Another window is writing this answer.</source>
        <translation>Ein anderes Fenster schreibt diese Antwort.</translation>
    </message>
    <message>
        <source>Keyway ended while this answer was written.</source>
        <translation>Keyway wurde beendet, während diese Antwort geschrieben wurde.</translation>
    </message>
</context>
<context>
    <name>keyway::Attachments</name>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 ist zu groß.</translation>
    </message>
    <message>
        <source>Keyway sends files of up to %1.</source>
        <translation>Keyway sendet Dateien bis %1.</translation>
    </message>
    <message>
        <source>%1 cannot be sent.</source>
        <translation>%1 kann nicht gesendet werden.</translation>
    </message>
    <message>
        <source>Pictures (PNG, JPEG, WebP, GIF), PDF and text can.</source>
        <translation>Bilder (PNG, JPEG, WebP, GIF), PDF und Text gehen.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>Pictures, PDF and text (%1)</source>
        <translation>Bilder, PDF und Text (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
</context>
<context>
    <name>keyway::AttemptView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>Try with another service</source>
        <translation>Mit einem anderen Dienst versuchen</translation>
    </message>
    <message>
        <source>Fell back from %1</source>
        <translation>Statt %1</translation>
    </message>
    <message>
        <source>Answer of %1, writing</source>
        <translation>Antwort von %1, schreibt</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Copy the answer of %1</source>
        <translation>Antwort von %1 kopieren</translation>
    </message>
    <message>
        <source>Copy the answer of %1 as Markdown</source>
        <translation>Antwort von %1 als Markdown kopieren</translation>
    </message>
    <message>
        <source>Try again instead of %1</source>
        <translation>Nochmals versuchen statt %1</translation>
    </message>
    <message>
        <source>Try with another service than %1</source>
        <translation>Mit einem anderen Dienst als %1 versuchen</translation>
    </message>
</context>
<context>
    <name>keyway::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Find in these entries</source>
        <translation>In diesen Einträgen suchen</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von wo</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Ältere Einträge zeigen</translation>
    </message>
    <message>
        <source>What administrators did on this server</source>
        <translation>Was Administratoren auf diesem Server taten</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Entries cannot be edited or deleted, not even by owners.</source>
        <translation>Einträge lassen sich nicht ändern oder löschen, auch nicht von Eigentümern.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Reading what was done…</source>
        <translation>Was getan wurde, wird gelesen…</translation>
    </message>
    <message>
        <source>Checked at %1.</source>
        <translation>Geprüft um %1.</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Every entry fits the one before.</source>
        <translation>Jeder Eintrag passt zum vorigen.</translation>
    </message>
    <message>
        <source>Entry %1 is not as it was written, or is gone.</source>
        <translation>Eintrag %1 ist nicht mehr so, wie er geschrieben wurde, oder fehlt.</translation>
    </message>
    <message>
        <source>Compare with a backup before you trust what follows.</source>
        <translation>Vergleichen Sie mit einer Sicherung, bevor Sie dem Folgenden trauen.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>%1 of %2 entries shown</source>
        <comment>count, count</comment>
        <translation>%1 von %2 Einträgen gezeigt</translation>
    </message>
</context>
<context>
    <name>keyway::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keyway::CandidateRow</name>
    <message>
        <source>%1, score %2, %3</source>
        <translation>%1, Punkte %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>keyway::ChangePasswordDialog</name>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>You stay signed in on this computer, and are signed out on every other.</source>
        <translation>Auf diesem Rechner bleiben Sie angemeldet, auf allen anderen werden Sie abgemeldet.</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>Present password of your account</source>
        <translation>Jetziges Passwort Ihres Kontos</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New password of your account</source>
        <translation>Neues Passwort Ihres Kontos</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>New password of your account, once more</source>
        <translation>Neues Passwort Ihres Kontos, noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Verwenden Sie mindestens %n Zeichen.</numerusform>
            <numerusform>Verwenden Sie mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden sind noch nicht gleich.</translation>
    </message>
</context>
<context>
    <name>keyway::ChooseStep</name>
    <message>
        <source>Search by service or model</source>
        <translation>Nach Dienst oder Modell suchen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Adding a service twice is fine, for example a private key and a work key. Each has its own name, limit and costs.</source>
        <translation>Ein Dienst kann mehrfach hinzugefügt werden, etwa mit einem privaten und einem dienstlichen Schlüssel. Jede Integration hat eigenen Namen, eigenes Limit und eigene Kosten.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. A service that speaks the OpenAI protocol can be added as “Another service”.</source>
        <translation>Nichts gefunden für „%1“. Ein Dienst, der das OpenAI-Protokoll spricht, lässt sich als „Another service“ hinzufügen.</translation>
    </message>
</context>
<context>
    <name>keyway::CompareBar</name>
    <message>
        <source>Hide names</source>
        <translation>Namen verdecken</translation>
    </message>
    <message>
        <source>Model, time and cost are covered until you keep one of the answers.</source>
        <translation>Modell, Zeit und Kosten bleiben verdeckt, bis Sie eine der Antworten behalten.</translation>
    </message>
    <message>
        <source>One answer or several</source>
        <translation>Eine Antwort oder mehrere</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>The same prompt to several models (%1)</source>
        <translation>Derselbe Prompt an mehrere Modelle (%1)</translation>
    </message>
</context>
<context>
    <name>keyway::ComparisonColumn</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>Diese Antwort behalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The conversation goes on from this answer. Your choice shifts the quality of the models, on this computer alone.</source>
        <translation>Die Unterhaltung geht von dieser Antwort aus weiter. Ihre Wahl verschiebt die Qualität der Modelle, nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <comment>a letter</comment>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>%1 finished: %2</source>
        <translation>%1 ist fertig: %2</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Ask another model than %1</source>
        <translation>Ein anderes Modell als %1 fragen</translation>
    </message>
    <message>
        <source>Answer of %1, writing</source>
        <translation>Antwort von %1, wird geschrieben</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Name, time and cost are told when you keep an answer.</source>
        <translation>Name, Zeit und Kosten erfahren Sie, wenn Sie eine Antwort behalten.</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Erstes Wort</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost with fee</source>
        <translation>Kosten mit Gebühr</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <comment>tokens in and out</comment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Am schnellsten</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Am günstigsten</translation>
    </message>
    <message>
        <source>Cheaper</source>
        <translation>Günstiger</translation>
    </message>
    <message>
        <source>Keep the answer of %1</source>
        <translation>Die Antwort von %1 behalten</translation>
    </message>
    <message>
        <source>Stop the answer of %1</source>
        <translation>Die Antwort von %1 anhalten</translation>
    </message>
    <message>
        <source>Copy the answer of %1</source>
        <translation>Die Antwort von %1 kopieren</translation>
    </message>
    <message>
        <source>Ask %1 again</source>
        <translation>%1 erneut fragen</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>Sie haben diese Antwort angehalten.</translation>
    </message>
    <message>
        <source>This answer was not written to its end.</source>
        <translation>Diese Antwort wurde nicht zu Ende geschrieben.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>keyway::ComparisonView</name>
    <message>
        <source>Answers side by side</source>
        <translation>Antworten nebeneinander</translation>
    </message>
    <message>
        <source>Show side by side</source>
        <translation>Nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Not kept: %1</source>
        <translation>Nicht behalten: %1</translation>
    </message>
</context>
<context>
    <name>keyway::Composer</name>
    <message>
        <source>Writing field</source>
        <translation>Schreibfeld</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Service or model</source>
        <translation>Dienst oder Modell</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>Jeder Dienst</translation>
    </message>
    <message>
        <source>Ask a follow-up. Shift+Enter starts a new line.</source>
        <translation>Fragen Sie nach. Umschalt+Eingabe beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Ask something. Shift+Enter starts a new line.</source>
        <translation>Fragen Sie etwas. Umschalt+Eingabe beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach files (%1)</source>
        <translation>Dateien anhängen (%1)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Ask all of them (Enter)</source>
        <translation>Alle fragen (Eingabe)</translation>
    </message>
</context>
<context>
    <name>keyway::Composition</name>
    <message>
        <source>My Integrations</source>
        <translation>Meine Integrationen</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Usage &amp; Costs</source>
        <translation>Verbrauch &amp; Kosten</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Limits &amp; Alerts</source>
        <translation>Limits &amp; Hinweise</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Wahl des Dienstes</translation>
    </message>
    <message>
        <source>Account &amp; sync</source>
        <translation>Konto &amp; Abgleich</translation>
    </message>
</context>
<context>
    <name>keyway::ConfigureDialog</name>
    <message>
        <source>Configure %1</source>
        <translation>%1 einrichten</translation>
    </message>
    <message>
        <source>Parts of the configuration</source>
        <translation>Teile der Einrichtung</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Models &amp;&amp; prices</source>
        <translation>Modelle &amp;&amp; Preise</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Hinzugefügt am %1</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt verwendet: %1</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht verwendet</translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation>antwortet in %1</translation>
    </message>
    <message>
        <source>This Month:</source>
        <translation>Dieser Monat:</translation>
    </message>
    <message>
        <source>A key belongs to one address. Enter it again under General to use it at the new one.</source>
        <translation>Ein Schlüssel gehört zu einer Adresse. Geben Sie ihn unter Allgemein noch einmal ein, um ihn bei der neuen zu verwenden.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diesen verwenden</translation>
    </message>
    <message>
        <source>Keep your changes to %1?</source>
        <translation>Änderungen an %1 behalten?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>Standardmodell</translation>
    </message>
    <message>
        <source>API key, ends %1</source>
        <translation>API-Schlüssel, endet auf %1</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the key</source>
        <translation>Schlüssel testen</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>New API key of %1</source>
        <translation>Neuer API-Schlüssel für %1</translation>
    </message>
    <message>
        <source>Take part in automatic routing</source>
        <translation>Am automatischen Routing teilnehmen</translation>
    </message>
    <message>
        <source>Allow as a fallback when another service fails</source>
        <translation>Einspringen, wenn ein anderer Dienst ausfällt</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Monthly limit</source>
        <translation>Monatslimit</translation>
    </message>
    <message>
        <source>Used of the monthly limit</source>
        <translation>Vom Monatslimit verbraucht</translation>
    </message>
    <message>
        <source>%1 used · no limit</source>
        <translation>%1 verbraucht · kein Limit</translation>
    </message>
    <message>
        <source>%1 used · %2</source>
        <translation>%1 verbraucht · %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>This month by model</source>
        <translation>Dieser Monat nach Modell</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Tested just now.</source>
        <translation>Eben getestet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted it and offers %n model(s).</source>
        <translation>
            <numerusform>%1 hat ihn angenommen und bietet %n Modell.</numerusform>
            <numerusform>%1 hat ihn angenommen und bietet %n Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 accepted it.</source>
        <translation>%1 hat ihn angenommen.</translation>
    </message>
    <message>
        <source>The key is replaced.</source>
        <translation>Der Schlüssel ist ersetzt.</translation>
    </message>
    <message>
        <source>The old one is deleted here.</source>
        <translation>Der alte ist hier gelöscht.</translation>
    </message>
    <message>
        <source>What your service charges, in dollars for a million tokens. Without a price the cost stays unknown, and no fee is taken.</source>
        <translation>Was Ihr Dienst berechnet, in Dollar für eine Million Token. Ohne Preis bleiben die Kosten unbekannt, und es wird keine Gebühr berechnet.</translation>
    </message>
    <message>
        <source>Prices for a million tokens, from the list that came with Keyway. To use a price of your own, write over it.</source>
        <translation>Preise für eine Million Token aus der mitgelieferten Liste. Für einen eigenen Preis überschreiben Sie sie.</translation>
    </message>
    <message>
        <source>Models and prices</source>
        <translation>Modelle und Preise</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>A price is a number of dollars with at most six decimals, such as 2.50, for both directions.</source>
        <translation>Ein Preis ist eine Zahl in Dollar mit höchstens sechs Nachkommastellen, etwa 2,50, für beide Richtungen.</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%</source>
        <comment>percent sign behind a number</comment>
        <translation>%</translation>
    </message>
    <message>
        <source>Warn at a share of the limit</source>
        <translation>Warnen ab einem Anteil des Limits</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>Warnen ab</translation>
    </message>
    <message>
        <source>The limit counts what %1 charges. The platform fee is counted separately.</source>
        <translation>Das Limit zählt, was %1 berechnet. Die Plattformgebühr wird getrennt gezählt.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Wait at most, for the first word</source>
        <translation>Höchste Wartezeit auf das erste Wort</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Höchstens warten</translation>
    </message>
    <message>
        <source>for the first word</source>
        <translation>auf das erste Wort</translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation>Admin-Schlüssel</translation>
    </message>
    <message>
        <source>Admin key of %1</source>
        <translation>Admin-Schlüssel von %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Keep the admin key</source>
        <translation>Admin-Schlüssel aufbewahren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the admin key</source>
        <translation>Admin-Schlüssel entfernen</translation>
    </message>
    <message>
        <source>The admin key ending %1 is kept. It reads bills and is never used for prompts.</source>
        <translation>Der Admin-Schlüssel mit dem Ende %1 ist aufbewahrt. Er liest Abrechnungen und wird nie für Prompts benutzt.</translation>
    </message>
    <message>
        <source>Only with an admin key does %1 tell what it charged. It is kept apart from the other key and never used for prompts.</source>
        <translation>Nur mit einem Admin-Schlüssel sagt %1, was es berechnet hat. Er wird getrennt vom anderen Schlüssel aufbewahrt und nie für Prompts benutzt.</translation>
    </message>
    <message>
        <source>%1 does not list it.</source>
        <translation>%1 führt es nicht in seiner Liste.</translation>
    </message>
    <message>
        <source>Own prices and discounts</source>
        <translation>Eigene Preise und Rabatte</translation>
    </message>
    <message>
        <source>By a contract of your own, from day to day in UTC. A discount without a model is for all of them. What is recorded already stays as it is.</source>
        <translation>Nach einem eigenen Vertrag, von Tag bis Tag in UTC. Ein Rabatt ohne Modell gilt für alle. Was schon aufgezeichnet ist, bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>keyway::ConnectAside</name>
    <message>
        <source>Where do I get a key?</source>
        <translation>Woher bekomme ich einen Schlüssel?</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>number of a step</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>Schlüsselseite öffnen</translation>
    </message>
    <message>
        <source>Where will it be kept?</source>
        <translation>Wo wird er aufbewahrt?</translation>
    </message>
    <message>
        <source>Where does it run?</source>
        <translation>Wo läuft er?</translation>
    </message>
    <message>
        <source>What does %1 charge?</source>
        <translation>Was berechnet %1?</translation>
    </message>
    <message>
        <source>On this computer, at %1. Nothing leaves it, and no key is needed.</source>
        <translation>Auf diesem Rechner, unter %1. Nichts verlässt ihn, und es ist kein Schlüssel nötig.</translation>
    </message>
    <message>
        <source>the address you enter</source>
        <translation>die angegebene Adresse</translation>
    </message>
    <message>
        <source>Nothing: it runs on this computer.</source>
        <translation>Nichts: Er läuft auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Choose a model to see its price.</source>
        <translation>Wählen Sie ein Modell, um seinen Preis zu sehen.</translation>
    </message>
    <message>
        <source>Keyway does not know the price of %1. Its cost stays unknown, and no fee is taken, until you enter one.</source>
        <translation>Keyway kennt den Preis von %1 nicht. Die Kosten bleiben unbekannt und ohne Gebühr, bis Sie einen eintragen.</translation>
    </message>
    <message>
        <source>%1 · list of %2</source>
        <comment>a model and the date of its price</comment>
        <translation>%1 · Liste vom %2</translation>
    </message>
    <message>
        <source>%1 · long prompts cost more</source>
        <translation>%1 · lange Prompts kosten mehr</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>price list of OpenAI</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>At %1. What you send goes there.</source>
        <translation>Unter %1. Was Sie senden, geht dorthin.</translation>
    </message>
</context>
<context>
    <name>keyway::ConnectStep</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Monthly limit</source>
        <translation>Monatslimit</translation>
    </message>
    <message>
        <source>Keyway warns you at 80% and counts the platform fee separately.</source>
        <translation>Keyway warnt bei 80 % und zählt die Plattformgebühr getrennt.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Anderen wählen</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <translation>API-Schlüssel für %1</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Zwischenablage leeren</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Wait at most, for the first word</source>
        <translation>Höchste Wartezeit auf das erste Wort</translation>
    </message>
    <message>
        <source>for the first word</source>
        <translation>auf das erste Wort</translation>
    </message>
    <message>
        <source>Use in automatic routing</source>
        <translation>Im automatischen Routing verwenden</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Höchstens warten</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>%1 keys usually start with %2.</source>
        <translation>Schlüssel von %1 beginnen meist mit %2.</translation>
    </message>
    <message>
        <source>This one looks like a key of %1.</source>
        <translation>Dieser sieht aus wie ein Schlüssel von %1.</translation>
    </message>
    <message>
        <source>Is this one from another service?</source>
        <translation>Ist dieser von einem anderen Dienst?</translation>
    </message>
    <message>
        <source>Use it for %1</source>
        <translation>Für %1 verwenden</translation>
    </message>
    <message>
        <source>Test it anyway</source>
        <translation>Trotzdem testen</translation>
    </message>
    <message>
        <source>%1 accepted it in %2.</source>
        <translation>%1 hat ihn in %2 angenommen.</translation>
    </message>
    <message>
        <source>It answered in %1.</source>
        <translation>Er hat in %1 geantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted it in %2 and offers %n model(s).</source>
        <translation>
            <numerusform>%1 hat ihn in %2 angenommen und bietet %n Modell.</numerusform>
            <numerusform>%1 hat ihn in %2 angenommen und bietet %n Modelle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It answered in %1 and offers %n model(s).</source>
        <translation>
            <numerusform>Er hat in %1 geantwortet und bietet %n Modell.</numerusform>
            <numerusform>Er hat in %1 geantwortet und bietet %n Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>This key works.</source>
        <translation>Dieser Schlüssel funktioniert.</translation>
    </message>
    <message>
        <source>%1 is running.</source>
        <translation>%1 läuft.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Details (%1)</source>
        <translation>Details (%1)</translation>
    </message>
    <message>
        <source>Known once the key works</source>
        <translation>Bekannt, sobald der Schlüssel funktioniert</translation>
    </message>
    <message>
        <source>Known once it answers</source>
        <translation>Bekannt, sobald er antwortet</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Only if the server asks for one.</source>
        <translation>Nur wenn der Server einen verlangt.</translation>
    </message>
    <message>
        <source>It needs no key.</source>
        <translation>Es ist kein Schlüssel nötig.</translation>
    </message>
    <message>
        <source>Name of the deployment</source>
        <translation>Name der Bereitstellung</translation>
    </message>
</context>
<context>
    <name>keyway::ConnectionFields</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie es das System sagt</translation>
    </message>
    <message>
        <source>A proxy of its own</source>
        <translation>Ein eigener Proxy</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>The proxy learns which service is asked, but sees neither the key nor the prompt. Services on this computer are asked without it.</source>
        <translation>Der Proxy erfährt, welcher Dienst gefragt wird, sieht aber weder den Schlüssel noch den Prompt. Dienste auf diesem Computer werden ohne ihn gefragt.</translation>
    </message>
    <message>
        <source>The system&apos;s certificates only</source>
        <translation>Nur die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Eine Zertifikatsdatei auswählen</translation>
    </message>
    <message>
        <source>In PEM format: whoever is certified by it can read what you send, so only choose one that you were given by people you trust. It holds for this integration alone.</source>
        <translation>Im PEM-Format: Wer von ihr beglaubigt ist, kann lesen, was Sie senden. Wählen Sie deshalb nur eine, die Ihnen jemand gegeben hat, dem Sie vertrauen. Sie gilt nur für diese Integration.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>keyway::ConversationDelegate</name>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel des Gesprächs</translation>
    </message>
</context>
<context>
    <name>keyway::ConversationList</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>New conversation (%1)</source>
        <translation>Neues Gespräch (%1)</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden für „%1“.</translation>
    </message>
    <message>
        <source>No conversations yet.</source>
        <translation>Noch keine Gespräche.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>keyway::ConversationListModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Earlier this week</source>
        <translation>Früher in dieser Woche</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>keyway::ConversationView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>New text below</source>
        <translation>Neuer Text weiter unten</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>keyway::CostLines</name>
    <message>
        <source>%1 tokens in × %2 / 1M</source>
        <translation>%1 Token hin × %2 / 1 Mio.</translation>
    </message>
    <message>
        <source>%1 from cache × %2 / 1M</source>
        <translation>%1 aus Cache × %2 / 1 Mio.</translation>
    </message>
    <message>
        <source>%1 to cache × %2 / 1M</source>
        <translation>%1 in Cache × %2 / 1 Mio.</translation>
    </message>
    <message>
        <source>%1 tokens out × %2 / 1M</source>
        <translation>%1 Token zurück × %2 / 1 Mio.</translation>
    </message>
    <message>
        <source>%1 × %2 each</source>
        <translation>%1 × je %2</translation>
    </message>
    <message>
        <source>Platform fee (%1)</source>
        <translation>Plattformgebühr (%1)</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>keyway::CostPanel</name>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Cost of this answer</source>
        <translation>Kosten dieser Antwort</translation>
    </message>
    <message>
        <source>Price unknown. The cost stays unknown, and no fee is taken.</source>
        <translation>Preis unbekannt. Die Kosten bleiben unbekannt, und es wird keine Gebühr berechnet.</translation>
    </message>
    <message>
        <source>The cost of an attempt is not known, and not in this sum.</source>
        <translation>Die Kosten eines Versuchs sind nicht bekannt und nicht in dieser Summe.</translation>
    </message>
</context>
<context>
    <name>keyway::DeleteAccountDialog</name>
    <message>
        <source>Delete the account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>The account of %1 and its records are deleted from the server, on every computer. Records with a fee stay there without your name, since invoices need them. This computer keeps its own records, keys and conversations. Nothing brings the account back.</source>
        <translation>Das Konto von %1 und seine Einträge werden vom Server gelöscht, für alle Rechner. Einträge mit einer Gebühr bleiben dort ohne Ihren Namen, weil Rechnungen sie brauchen. Dieser Rechner behält seine Einträge, Schlüssel und Unterhaltungen. Nichts bringt das Konto zurück.</translation>
    </message>
    <message>
        <source>DELETE</source>
        <comment>the word to type before an account is deleted</comment>
        <translation>LÖSCHEN</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>Tippen Sie %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of your account</source>
        <translation>Passwort Ihres Kontos</translation>
    </message>
</context>
<context>
    <name>keyway::DetailsStrip</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details: why this service and what it costs</source>
        <translation>Einzelheiten: warum dieser Dienst und was es kostet</translation>
    </message>
</context>
<context>
    <name>keyway::Dialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keyway::DisabledRow</name>
    <message>
        <source>Configure</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>%1, integration</source>
        <translation>%1, Integration</translation>
    </message>
    <message>
        <source>Status %1, %2.</source>
        <translation>Status %1, %2.</translation>
    </message>
    <message>
        <source>Configure %1</source>
        <translation>%1 einrichten</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Wird getestet</translation>
    </message>
</context>
<context>
    <name>keyway::FigureCard</name>
    <message>
        <source>%1: %2</source>
        <comment>name, figure</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyway::FileChip</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>keyway::FileExport</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writing %1.</source>
        <translation>%1 wird geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) so far.</source>
        <translation>
            <numerusform>Bisher %n Eintrag.</numerusform>
            <numerusform>Bisher %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are in it.</source>
        <translation>
            <numerusform>%n Eintrag ist darin.</numerusform>
            <numerusform>%n Einträge sind darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No file is left of it.</source>
        <translation>Von ihm bleibt keine Datei.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>keyway::FirstServices</name>
    <message>
        <source>First services</source>
        <translation>Erste Dienste</translation>
    </message>
    <message>
        <source>Add your first service</source>
        <translation>Fügen Sie Ihren ersten Dienst hinzu</translation>
    </message>
    <message>
        <source>Bring a key you already have, or start with a service that costs nothing. You can change or remove it at any time.</source>
        <translation>Bringen Sie einen Schlüssel mit, den Sie schon haben, oder beginnen Sie mit einem Dienst, der nichts kostet. Sie können ihn jederzeit ändern oder entfernen.</translation>
    </message>
    <message>
        <source>See all services</source>
        <translation>Alle Dienste zeigen</translation>
    </message>
</context>
<context>
    <name>keyway::GalleryModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>keyway::GalleryPane</name>
    <message>
        <source>Search prompts</source>
        <translation>Prompts durchsuchen</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Nothing made yet</source>
        <translation>Noch nichts gemacht</translation>
    </message>
    <message>
        <source>Describe a picture. You see the price before it is made.</source>
        <translation>Beschreiben Sie ein Bild. Den Preis sehen Sie, bevor es gemacht wird.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Reading the gallery</source>
        <translation>Die Galerie wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 this month</source>
        <translation>%1 in diesem Monat</translation>
    </message>
    <message>
        <source>%1 and %2 this month</source>
        <translation>%1 und %2 in diesem Monat</translation>
    </message>
    <message>
        <source>Nothing of this service.</source>
        <translation>Nichts von diesem Dienst.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden für „%1“.</translation>
    </message>
</context>
<context>
    <name>keyway::GalleryView</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
</context>
<context>
    <name>keyway::GroupBars</name>
    <message>
        <source>%1: %2 people</source>
        <comment>group, count</comment>
        <translation>%1: %2 Menschen</translation>
    </message>
    <message>
        <source>%1: too few to tell</source>
        <comment>group</comment>
        <translation>%1: zu wenige</translation>
    </message>
    <message>
        <source>%1. The arrow keys go from group to group.</source>
        <translation>%1. Die Pfeiltasten gehen von Gruppe zu Gruppe.</translation>
    </message>
</context>
<context>
    <name>keyway::HealthPage</name>
    <message>
        <source>Service Health</source>
        <translation>Zustand der Dienste</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Erstes Wort</translation>
    </message>
    <message>
        <source>Slowest 5%</source>
        <translation>Langsamste 5 %</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Attempts an hour</source>
        <translation>Versuche je Stunde</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>Wie sie endeten</translation>
    </message>
    <message>
        <source>What users&apos; applications report, without content and without saying whose they are</source>
        <translation>Was Anwendungen melden, ohne Inhalt und ohne zu sagen, wem sie gehören</translation>
    </message>
    <message>
        <source>Asking how services do…</source>
        <translation>Es wird gefragt, wie es den Diensten geht…</translation>
    </message>
    <message>
        <source>Nobody has reported anything in 24 hours</source>
        <translation>In 24 Stunden hat niemand etwas gemeldet</translation>
    </message>
    <message>
        <source>Applications report how services answer where their users allow it: counts by hour, no prompt, no account.</source>
        <translation>Anwendungen melden, wie Dienste antworten, wo ihre Nutzer es erlauben: Zahlen je Stunde, kein Prompt, kein Konto.</translation>
    </message>
    <message>
        <source>no hour with trouble</source>
        <translation>keine Stunde mit Störung</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) with trouble</source>
        <translation>
            <numerusform>%n Stunde mit Störung</numerusform>
            <numerusform>%n Stunden mit Störung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 answered</source>
        <comment>time, count</comment>
        <translation>%1, %2 beantwortet</translation>
    </message>
    <message>
        <source>Attempts an hour at %1</source>
        <translation>Versuche je Stunde bei %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, outcome</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>keyway::InputRows</name>
    <message>
        <source>Pictures to start from</source>
        <translation>Ausgangsbilder</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>%1: add a picture</source>
        <translation>%1: Bild hinzufügen</translation>
    </message>
</context>
<context>
    <name>keyway::IntegrationCard</name>
    <message>
        <source>This Month:</source>
        <translation>Dieser Monat:</translation>
    </message>
    <message>
        <source>Status:</source>
        <translation>Status:</translation>
    </message>
    <message>
        <source>Raise limit</source>
        <translation>Limit erhöhen</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Wird getestet</translation>
    </message>
    <message>
        <source>Runs locally. Nothing leaves this computer.</source>
        <translation>Läuft hier. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>%1, integration</source>
        <translation>%1, Integration</translation>
    </message>
    <message>
        <source>Status %1.</source>
        <translation>Status %1.</translation>
    </message>
    <message>
        <source>Status %1, %2.</source>
        <translation>Status %1, %2.</translation>
    </message>
    <message>
        <source>This month %1.</source>
        <translation>Dieser Monat %1.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Costs by day, %1</source>
        <translation>Kosten nach Tagen, %1</translation>
    </message>
    <message>
        <source>Highest on %1: %2</source>
        <translation>Höchster am %1: %2</translation>
    </message>
    <message>
        <source>Used of the monthly limit</source>
        <translation>Anteil am Monatslimit</translation>
    </message>
    <message>
        <source>Raise limit of %1</source>
        <translation>Limit von %1 erhöhen</translation>
    </message>
    <message>
        <source>Configure %1</source>
        <translation>%1 einrichten</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>keyway::IntegrationsController</name>
    <message>
        <source>Local, no key needed</source>
        <translation>Lokal, kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>%1 is enabled.</source>
        <translation>%1 ist aktiviert.</translation>
    </message>
    <message>
        <source>%1 is disabled.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>The order is changed.</source>
        <translation>Die Reihenfolge ist geändert.</translation>
    </message>
</context>
<context>
    <name>keyway::IntegrationsPage</name>
    <message>
        <source>My order</source>
        <translation>Meine Reihenfolge</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>My Integrations</source>
        <translation>Meine Integrationen</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Dienst suchen</translation>
    </message>
    <message>
        <source>Add New Integration</source>
        <translation>Neue Integration hinzufügen</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Active Integrations</source>
        <translation>Aktive Integrationen</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Sort: %1</source>
        <translation>Sortierung: %1</translation>
    </message>
    <message>
        <source>Every integration is disabled. Enable one to send prompts.</source>
        <translation>Alle Integrationen sind deaktiviert. Aktivieren Sie eine, um Anfragen zu senden.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden für „%1“.</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Disable or enable</source>
        <translation>Deaktivieren oder aktivieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Ask earlier</source>
        <translation>Früher fragen</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>Später fragen</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 antwortet seit %2 nicht.</translation>
    </message>
    <message>
        <source>No other service can take over.</source>
        <translation>Kein anderer Dienst kann übernehmen.</translation>
    </message>
    <message>
        <source>Your prompts go to %1 meanwhile.</source>
        <translation>Ihre Anfragen gehen so lange an %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more service(s) do not answer either.</source>
        <translation>
            <numerusform>%n weiterer Dienst antwortet auch nicht.</numerusform>
            <numerusform>%n weitere Dienste antworten auch nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>%1 jetzt versuchen</translation>
    </message>
    <message>
        <source>Their status page</source>
        <translation>Statusseite des Dienstes</translation>
    </message>
    <message numerus="yes">
        <source>%n more integration(s) are stopped too.</source>
        <translation>
            <numerusform>%n weitere Integration ist auch angehalten.</numerusform>
            <numerusform>%n weitere Integrationen sind auch angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is stopped: %2.</source>
        <translation>%1 ist angehalten: %2.</translation>
    </message>
    <message>
        <source>Configure %1</source>
        <translation>%1 einrichten</translation>
    </message>
</context>
<context>
    <name>keyway::InvoiceView</name>
    <message>
        <source>Pay…</source>
        <translation>Bezahlen…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV sichern</translation>
    </message>
    <message>
        <source>Lines of the invoice</source>
        <translation>Posten der Rechnung</translation>
    </message>
    <message>
        <source>Computing it again from the records of this computer…</source>
        <translation>Wird aus den Aufzeichnungen dieses Rechners neu berechnet…</translation>
    </message>
</context>
<context>
    <name>keyway::InvoicesController</name>
    <message>
        <source>It cannot be computed again.</source>
        <translation>Sie lässt sich nicht neu berechnen.</translation>
    </message>
    <message>
        <source>%1 is not right.</source>
        <translation>%1 stimmt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were computed again from your own records: every line, the total and the signature fit.</source>
        <translation>
            <numerusform>%n Anfrage wurde aus Ihren eigenen Aufzeichnungen neu berechnet: Jeder Posten, die Summe und die Signatur stimmen.</numerusform>
            <numerusform>%n Anfragen wurden aus Ihren eigenen Aufzeichnungen neu berechnet: Jeder Posten, die Summe und die Signatur stimmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were made on other computers; for those the server&apos;s word was taken.</source>
        <translation>
            <numerusform>%n davon kam von einem anderen Rechner; dafür gilt das Wort des Servers.</numerusform>
            <numerusform>%n davon kamen von anderen Rechnern; dafür gilt das Wort des Servers.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is right.</source>
        <translation>%1 stimmt.</translation>
    </message>
    <message>
        <source>Change to %1 from %2?</source>
        <translation>Ab %2 zu %1 wechseln?</translation>
    </message>
    <message>
        <source>Until then: %1</source>
        <translation>Bis dahin: %1</translation>
    </message>
    <message>
        <source>From then on: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>%1 would have cost %2 instead of %3.</source>
        <translation>%1 hätte %2 statt %3 gekostet.</translation>
    </message>
    <message>
        <source>It can be changed back until the month begins.</source>
        <translation>Bis der Monat beginnt, lässt es sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation>Tarif wechseln</translation>
    </message>
    <message>
        <source>Save the invoice</source>
        <translation>Rechnung sichern</translation>
    </message>
</context>
<context>
    <name>keyway::InvoicesPage</name>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>No account, no invoices</source>
        <translation>Kein Konto, keine Rechnungen</translation>
    </message>
    <message>
        <source>Keyway costs nothing without an account. With one, the fee of each month is here, line by line, and you can compute it again.</source>
        <translation>Ohne Konto kostet Keyway nichts. Mit einem steht hier die Gebühr jedes Monats, Posten für Posten, und Sie können sie nachrechnen.</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>Ihr Tarif</translation>
    </message>
    <message>
        <source>There is no invoice yet. A month is billed some days after it has ended.</source>
        <translation>Es gibt noch keine Rechnung. Ein Monat wird einige Tage nach seinem Ende abgerechnet.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF sichern…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV sichern…</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>Server erneut fragen</translation>
    </message>
    <message>
        <source>This is what is kept on this computer. Changing the plan needs the server.</source>
        <translation>Das ist, was auf diesem Rechner liegt. Den Tarif zu wechseln geht nur mit dem Server.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>It can be changed at any time, from the next month on.</source>
        <translation>Er lässt sich jederzeit ab dem nächsten Monat wechseln.</translation>
    </message>
    <message>
        <source>%1, so far</source>
        <translation>%1, bisher</translation>
    </message>
    <message>
        <source>The invoice comes some days after the month has ended.</source>
        <translation>Die Rechnung kommt einige Tage nach dem Ende des Monats.</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>What the %Ln request(s) of %1 for %2 would have cost on each.</source>
        <translation>
            <numerusform>Was die %Ln Anfrage von %1 für %2 bei jedem gekostet hätte.</numerusform>
            <numerusform>Was die %Ln Anfragen von %1 für %2 bei jedem gekostet hätten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::JobBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>keyway::JobList</name>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>keyway::JobRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move up %1</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>%1 aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Einzelheiten zu %1</translation>
    </message>
    <message>
        <source>Same settings again</source>
        <translation>Noch einmal mit diesen Einstellungen</translation>
    </message>
</context>
<context>
    <name>keyway::Jobs</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>länger als üblich</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message>
        <source>%1 works on it</source>
        <translation>%1 arbeitet daran</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es dran ist</translation>
    </message>
    <message>
        <source>Waiting: paused by you</source>
        <translation>Wartet: von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Waiting at %1</source>
        <translation>Wartet bei %1</translation>
    </message>
    <message>
        <source>Sending to %1</source>
        <translation>Wird an %1 gesendet</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Fetching the result</source>
        <translation>Das Ergebnis wird geholt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled after %1 of %2</source>
        <translation>Abgebrochen nach %1 von %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not known whether %1 made it. It is not sent again.</source>
        <translation>Unbekannt, ob %1 es gemacht hat. Es wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1 erwartet</translation>
    </message>
    <message>
        <source>%1 when done</source>
        <translation>%1, wenn fertig</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 cannot be told to stop.</source>
        <translation>%1 lässt sich nicht anhalten.</translation>
    </message>
    <message>
        <source>It finishes and charges about %1. Keyway fetches the result.</source>
        <translation>Es wird fertig gemacht und kostet etwa %1. Keyway holt das Ergebnis.</translation>
    </message>
    <message>
        <source>It finishes and charges it. Keyway fetches the result.</source>
        <translation>Es wird fertig gemacht und berechnet. Keyway holt das Ergebnis.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has finished %2 of %n image(s).</source>
        <translation>
            <numerusform>%1 hat %2 von %n Bild fertig.</numerusform>
            <numerusform>%1 hat %2 von %n Bildern fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was done already.</source>
        <translation>%1 war schon fertig.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>You pay %1 for it.</source>
        <translation>Sie zahlen dafür %1.</translation>
    </message>
    <message>
        <source>%1 does not say what it charges for what it has done until now.</source>
        <translation>%1 sagt nicht, was das bisher Gemachte kostet.</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>It is not known whether %1 made it.</source>
        <translation>Es ist unbekannt, ob %1 es gemacht hat.</translation>
    </message>
    <message>
        <source>%1 may charge it. Keyway does not send it again. Look at your account there before you do.</source>
        <translation>%1 berechnet es vielleicht. Keyway sendet es nicht noch einmal. Sehen Sie dort in Ihrem Konto nach, bevor Sie es tun.</translation>
    </message>
    <message>
        <source>It could not be made.</source>
        <translation>Es konnte nicht gemacht werden.</translation>
    </message>
    <message numerus="yes">
        <source>Quit? %n job(s) are running.</source>
        <translation>
            <numerusform>Beenden? %n Auftrag läuft noch.</numerusform>
            <numerusform>Beenden? %n Aufträge laufen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 will finish and charge for it anyway. Keyway fetches the result next time.</source>
        <translation>%1 macht ihn trotzdem fertig und berechnet ihn. Keyway holt das Ergebnis beim nächsten Mal.</translation>
    </message>
    <message>
        <source>The services will finish and charge for it anyway. Keyway fetches the results next time.</source>
        <translation>Die Dienste machen sie trotzdem fertig und berechnen sie. Keyway holt die Ergebnisse beim nächsten Mal.</translation>
    </message>
    <message>
        <source>What waits for its turn begins next time.</source>
        <translation>Was wartet, beginnt beim nächsten Mal.</translation>
    </message>
</context>
<context>
    <name>keyway::KeyEdit</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::KeyField</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
</context>
<context>
    <name>keyway::KeysPage</name>
    <message>
        <source>System Keys</source>
        <translation>Systemschlüssel</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Chosen key</source>
        <translation>Gewählter Schlüssel</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>Stilllegen…</translation>
    </message>
    <message>
        <source>The platform&apos;s own keys; users&apos; keys are not among them</source>
        <translation>Die eigenen Schlüssel der Plattform; Schlüssel von Nutzern sind nicht dabei</translation>
    </message>
    <message>
        <source>Reading the list of keys…</source>
        <translation>Die Liste der Schlüssel wird gelesen…</translation>
    </message>
    <message>
        <source>The platform has no key of its own</source>
        <translation>Die Plattform hat keinen eigenen Schlüssel</translation>
    </message>
    <message>
        <source>With one, a free tier can answer people who have no key yet. Everybody else uses keys of their own, which stay with them.</source>
        <translation>Mit einem kann ein Freikontingent denen antworten, die noch keinen Schlüssel haben. Alle anderen nutzen eigene Schlüssel, die bei ihnen bleiben.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Stillgelegt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Fingerabdruck: %1</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <comment>date</comment>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Replaced: %1</source>
        <comment>date</comment>
        <translation>Ersetzt: %1</translation>
    </message>
    <message>
        <source>Retired: %1</source>
        <comment>date</comment>
        <translation>Stillgelegt: %1</translation>
    </message>
    <message>
        <source>The server has it sealed. Nothing shows it again.</source>
        <translation>Der Server hat ihn versiegelt. Nichts zeigt ihn wieder.</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>Retire %1</source>
        <translation>%1 stilllegen</translation>
    </message>
</context>
<context>
    <name>keyway::LastRecordDialog</name>
    <message>
        <source>The last record</source>
        <translation>Der letzte Eintrag</translation>
    </message>
    <message>
        <source>This is all that was sent of the last request. There is no field for a prompt, an answer, a file or a key.</source>
        <translation>Das ist alles, was von der letzten Anfrage gesendet wurde. Es gibt kein Feld für einen Prompt, eine Antwort, eine Datei oder einen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>keyway::LegendRow</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show %1 alone</source>
        <translation>Nur %1 zeigen</translation>
    </message>
</context>
<context>
    <name>keyway::LimitAlerts</name>
    <message>
        <source>%1 may run out</source>
        <translation>%1 reicht vielleicht nicht</translation>
    </message>
    <message>
        <source>%1 of %2 used. At this pace it is reached on %3.</source>
        <translation>%1 von %2 verbraucht. Bei diesem Tempo ist es am %3 erreicht.</translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation>%1 ist bei %2</translation>
    </message>
    <message>
        <source>%1 of %2 used.</source>
        <translation>%1 von %2 verbraucht.</translation>
    </message>
    <message>
        <source>%1 passed its limit</source>
        <translation>%1 hat das Limit überschritten</translation>
    </message>
    <message>
        <source>%1 reached its limit</source>
        <translation>%1 hat das Limit erreicht</translation>
    </message>
    <message>
        <source>%1 of %2 used. Only what is free is asked. %3</source>
        <translation>%1 von %2 verbraucht. Nur Kostenloses wird gefragt. %3</translation>
    </message>
    <message>
        <source>%1 of %2 used. The limit only warns, so prompts go on.</source>
        <translation>%1 von %2 verbraucht. Das Limit warnt nur, Prompts gehen also weiter.</translation>
    </message>
    <message>
        <source>An app at the Local Gateway sends the same prompt again and again</source>
        <translation>Eine App am lokalen Gateway schickt immer wieder denselben Prompt</translation>
    </message>
    <message>
        <source>The command line sends the same prompt again and again</source>
        <translation>Die Kommandozeile schickt immer wieder denselben Prompt</translation>
    </message>
    <message>
        <source>The same prompt comes again and again</source>
        <translation>Derselbe Prompt kommt immer wieder</translation>
    </message>
    <message>
        <source>An hour costs more than usual</source>
        <translation>Eine Stunde kostet mehr als sonst</translation>
    </message>
    <message>
        <source>%1 between %2 and %3. %4 an hour is usual.</source>
        <translation>%1 zwischen %2 und %3. Üblich sind %4 pro Stunde.</translation>
    </message>
    <message>
        <source>A day costs more than usual</source>
        <translation>Ein Tag kostet mehr als sonst</translation>
    </message>
    <message>
        <source>%1 on %2, beside its two dearest hours. At most %3 is usual.</source>
        <translation>%1 am %2, ohne die zwei teuersten Stunden. Üblich sind höchstens %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) since %1. It is not asked any more until you say that it was you.</source>
        <translation>
            <numerusform>%n Mal seit %1. Er wird nicht mehr gefragt, bis Sie sagen, dass Sie es waren.</numerusform>
            <numerusform>%n Mal seit %1. Er wird nicht mehr gefragt, bis Sie sagen, dass Sie es waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 used. Keyway asks you before it sends more. %3</source>
        <translation>%1 von %2 verbraucht. Keyway fragt Sie, bevor es mehr schickt. %3</translation>
    </message>
</context>
<context>
    <name>keyway::LimitDialog</name>
    <message>
        <source>Change a limit</source>
        <translation>Ein Limit ändern</translation>
    </message>
    <message>
        <source>Add a limit</source>
        <translation>Ein Limit hinzufügen</translation>
    </message>
    <message>
        <source>%</source>
        <comment>percent sign behind a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Je</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>When reached</source>
        <translation>Wenn erreicht</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>Warnen bei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add limit</source>
        <translation>Limit hinzufügen</translation>
    </message>
    <message>
        <source>%1, all its integrations</source>
        <comment>a service</comment>
        <translation>%1, alle Integrationen</translation>
    </message>
</context>
<context>
    <name>keyway::LimitRow</name>
    <message>
        <source>then</source>
        <comment>a limit of $10.00, then stop</comment>
        <translation>dann</translation>
    </message>
    <message>
        <source>Monthly limit</source>
        <translation>Monatslimit</translation>
    </message>
    <message>
        <source>Amount of the monthly limit</source>
        <translation>Betrag des Monatslimits</translation>
    </message>
    <message>
        <source>stop until %1</source>
        <translation>anhalten bis %1</translation>
    </message>
    <message>
        <source>only warn</source>
        <translation>nur warnen</translation>
    </message>
    <message>
        <source>When the limit is reached</source>
        <translation>Wenn das Limit erreicht ist</translation>
    </message>
    <message>
        <source>use cheaper ones</source>
        <translation>günstigere nutzen</translation>
    </message>
    <message>
        <source>ask first</source>
        <translation>vorher fragen</translation>
    </message>
</context>
<context>
    <name>keyway::LimitsController</name>
    <message>
        <source>The limit of %1 is removed.</source>
        <translation>Das Limit von %1 ist entfernt.</translation>
    </message>
    <message>
        <source>All alerts are marked as seen.</source>
        <translation>Alle Warnungen sind als gesehen markiert.</translation>
    </message>
    <message>
        <source>The speed limit of %1 is removed.</source>
        <translation>Das Tempolimit für %1 ist entfernt.</translation>
    </message>
</context>
<context>
    <name>keyway::LimitsModel</name>
    <message>
        <source>%1: %2 of %3 used, then %4</source>
        <translation>%1: %2 von %3 verbraucht, dann %4</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Je</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>At this pace</source>
        <translation>Bei diesem Tempo</translation>
    </message>
    <message>
        <source>When reached</source>
        <translation>Wenn erreicht</translation>
    </message>
</context>
<context>
    <name>keyway::LimitsPage</name>
    <message>
        <source>Limits &amp; Alerts</source>
        <translation>Limits &amp; Hinweise</translation>
    </message>
    <message>
        <source>Stop all spending</source>
        <translation>Alle Ausgaben anhalten</translation>
    </message>
    <message>
        <source>Add a limit</source>
        <translation>Limit hinzufügen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>No limits yet. A limit for everything is a good first one.</source>
        <translation>Noch keine Limits. Eines für alles ist ein guter Anfang.</translation>
    </message>
    <message>
        <source>Resume spending</source>
        <translation>Ausgaben fortsetzen</translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation>Alle als gesehen markieren</translation>
    </message>
    <message>
        <source>Speed limits</source>
        <translation>Tempolimits</translation>
    </message>
    <message>
        <source>Keyway waits instead of sending more requests than you want</source>
        <translation>Keyway wartet, statt mehr Anfragen zu senden, als Sie möchten</translation>
    </message>
    <message>
        <source>Add a speed limit</source>
        <translation>Tempolimit hinzufügen</translation>
    </message>
</context>
<context>
    <name>keyway::LimitsTable</name>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
</context>
<context>
    <name>keyway::LineChart</name>
    <message>
        <source>%1: %2 in all. The arrow keys go from point to point.</source>
        <translation>%1: zusammen %2. Die Pfeiltasten gehen von Punkt zu Punkt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>day, count</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyway::MainWindow</name>
    <message>
        <source>%1 – Keyway</source>
        <translation>%1 – Keyway</translation>
    </message>
    <message>
        <source>About Keyway</source>
        <translation>Über Keyway</translation>
    </message>
    <message>
        <source>Keyway %1</source>
        <translation>Keyway %1</translation>
    </message>
    <message>
        <source>Your own keys, straight to the services, with every cost in the open. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ihre eigenen Schlüssel, direkt zu den Diensten, mit allen Kosten offen auf dem Tisch. Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>keyway::MarkdownView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>Diesen Code kopieren</translation>
    </message>
</context>
<context>
    <name>keyway::MenuTree</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>Di&amp;enst</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Add an integration…</source>
        <translation>Integration hinzufügen…</translation>
    </message>
    <message>
        <source>Stop all spending</source>
        <translation>Alle Ausgaben anhalten</translation>
    </message>
    <message>
        <source>Lock keys</source>
        <translation>Schlüssel sperren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Go to the next part</source>
        <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
        <source>Go to the previous part</source>
        <translation>Zum vorigen Bereich</translation>
    </message>
    <message>
        <source>Open this menu</source>
        <translation>Dieses Menü öffnen</translation>
    </message>
    <message>
        <source>About Keyway</source>
        <translation>Über Keyway</translation>
    </message>
    <message>
        <source>Narrow sidebar</source>
        <translation>Schmale Seitenleiste</translation>
    </message>
    <message>
        <source>Show menu bar</source>
        <translation>Menüleiste zeigen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>New picture or video</source>
        <translation>Neues Bild oder Video</translation>
    </message>
</context>
<context>
    <name>keyway::MonthCard</name>
    <message>
        <source>Everything, %1</source>
        <translation>Alles, %1</translation>
    </message>
    <message>
        <source>Spent by service</source>
        <translation>Ausgegeben je Dienst</translation>
    </message>
    <message>
        <source>At this pace on %1</source>
        <translation>Bei diesem Tempo am %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation>Limit setzen</translation>
    </message>
    <message>
        <source>Edit the limit of everything</source>
        <translation>Das Limit für alles ändern</translation>
    </message>
    <message>
        <source>Set a limit for everything</source>
        <translation>Ein Limit für alles setzen</translation>
    </message>
    <message>
        <source>of %1 · %2</source>
        <translation>von %1 · %2</translation>
    </message>
    <message>
        <source>no limit yet</source>
        <translation>noch kein Limit</translation>
    </message>
    <message>
        <source>warn at %1%</source>
        <translation>Warnung bei %1 %</translation>
    </message>
    <message>
        <source>On course</source>
        <translation>Im Rahmen</translation>
    </message>
    <message>
        <source>May run out</source>
        <translation>Reicht vielleicht nicht</translation>
    </message>
    <message>
        <source>Nearly reached</source>
        <translation>Fast erreicht</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
</context>
<context>
    <name>keyway::MonthsTable</name>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
</context>
<context>
    <name>keyway::NotTakenDialog</name>
    <message>
        <source>Records that were not taken</source>
        <translation>Nicht angenommene Einträge</translation>
    </message>
    <message>
        <source>They stay on this computer, are not on any invoice, and are not sent again.</source>
        <translation>Sie bleiben auf diesem Rechner, stehen auf keiner Rechnung und werden nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>keyway::NoticeArea</name>
    <message>
        <source>Show one</source>
        <translation>Nur eine zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::OptionRows</name>
    <message>
        <source>Options</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Draw a seed</source>
        <translation>Startwert ziehen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
</context>
<context>
    <name>keyway::OwnTermsTable</name>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Own prices and discounts</source>
        <translation>Eigene Preise und Rabatte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>% off</source>
        <translation>% Rabatt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Days are written like 2026-11-22, and the last is not before the first.</source>
        <translation>Tage schreibt man wie 2026-11-22, und der letzte liegt nicht vor dem ersten.</translation>
    </message>
    <message>
        <source>A row has either prices or a discount.</source>
        <translation>Eine Zeile hat entweder Preise oder einen Rabatt.</translation>
    </message>
    <message>
        <source>A discount is a number of percent from 0 to 100, such as 15.</source>
        <translation>Ein Rabatt ist eine Zahl von 0 bis 100 Prozent, etwa 15.</translation>
    </message>
    <message>
        <source>A price is for one model: name it.</source>
        <translation>Ein Preis gilt für ein Modell: Nennen Sie es.</translation>
    </message>
    <message>
        <source>Tokens have a price in both directions.</source>
        <translation>Token haben einen Preis in beiden Richtungen.</translation>
    </message>
    <message>
        <source>A price is a number of dollars, such as 2.50: for a million tokens, an image or a second.</source>
        <translation>Ein Preis ist eine Zahl in Dollar, etwa 2,50: für eine Million Token, ein Bild oder eine Sekunde.</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>alle Modelle</translation>
    </message>
</context>
<context>
    <name>keyway::ParametersPanel</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Reset the parameters</source>
        <translation>Parameter zurücksetzen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>At most, tokens</source>
        <translation>Höchstens, Token</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>How to answer, for example: plain British English</source>
        <translation>Wie geantwortet werden soll, zum Beispiel: in einfachem Deutsch</translation>
    </message>
</context>
<context>
    <name>keyway::PasswordDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>keyway::PictureCanvas</name>
    <message>
        <source>The file cannot be read. It may be gone.</source>
        <translation>Die Datei kann nicht gelesen werden. Vielleicht gibt es sie nicht mehr.</translation>
    </message>
</context>
<context>
    <name>keyway::PictureViewer</name>
    <message>
        <source>Open in the player</source>
        <translation>Im Abspielprogramm öffnen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriges</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>What it was made with</source>
        <translation>Womit es gemacht wurde</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1. Keyway shows it in the player of your system.</source>
        <translation>%1. Keyway zeigt es im Abspielprogramm Ihres Systems.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>keyway::PlanCard</name>
    <message>
        <source>No fee.</source>
        <translation>Keine Gebühr.</translation>
    </message>
    <message>
        <source>%1 of what services charge.</source>
        <translation>%1 dessen, was Dienste berechnen.</translation>
    </message>
    <message>
        <source>%1 each, local ones free.</source>
        <translation>Je %1, lokale frei.</translation>
    </message>
    <message>
        <source>%1 whatever you use.</source>
        <translation>%1, egal was Sie nutzen.</translation>
    </message>
    <message>
        <source>%1 a month, your own keys.</source>
        <translation>%1 im Monat, eigene Schlüssel.</translation>
    </message>
    <message>
        <source>Free: our keys, limited.</source>
        <translation>Frei: unsere Schlüssel, begrenzt.</translation>
    </message>
    <message>
        <source>%1, plan</source>
        <translation>%1, Tarif</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>month, amount</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyway::PlatformKeyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>A key of the platform itself, for the free tier alone. The server seals it; nothing gives it out again.</source>
        <translation>Ein Schlüssel der Plattform selbst, nur für das Freikontingent. Der Server versiegelt ihn; nichts gibt ihn wieder heraus.</translation>
    </message>
    <message>
        <source>Add the key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>free tier</source>
        <translation>Freikontingent</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>the service&apos;s own</source>
        <translation>die des Dienstes</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>The new key is used from now on, and the old one is deleted from the server. Withdraw it at the service, too.</source>
        <translation>Der neue Schlüssel gilt ab jetzt, und der alte wird vom Server gelöscht. Ziehen Sie ihn auch beim Dienst zurück.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>The server seals the key…</source>
        <translation>Der Server versiegelt den Schlüssel…</translation>
    </message>
</context>
<context>
    <name>keyway::PricePanel</name>
    <message>
        <source>Price before</source>
        <translation>Preis vorab</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyway::PromptBubble</name>
    <message>
        <source>Your prompt</source>
        <translation>Ihr Prompt</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>%1. With %2.</source>
        <translation>%1. Mit %2.</translation>
    </message>
</context>
<context>
    <name>keyway::PromptsController</name>
    <message>
        <source>No service can be asked</source>
        <translation>Kein Dienst kann gefragt werden</translation>
    </message>
    <message>
        <source>Next: price unknown</source>
        <translation>Nächste: Preis unbekannt</translation>
    </message>
    <message>
        <source>Next: free</source>
        <translation>Nächste: kostenlos</translation>
    </message>
    <message>
        <source>Next: up to %1</source>
        <translation>Nächste: bis zu %1</translation>
    </message>
    <message>
        <source>Next: about %1</source>
        <translation>Nächste: etwa %1</translation>
    </message>
    <message>
        <source>This prompt costs about %1. Your limit for asking is %2.</source>
        <translation>Dieser Prompt kostet etwa %1. Ihre Grenze für Rückfragen ist %2.</translation>
    </message>
    <message>
        <source>%1 would cost about %2.</source>
        <translation>%1 würde etwa %2 kosten.</translation>
    </message>
    <message>
        <source>Send for %1</source>
        <translation>Für %1 senden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Pasted picture.png</source>
        <translation>Eingefügtes Bild.png</translation>
    </message>
    <message>
        <source>Keep an answer to go on</source>
        <translation>Behalten Sie zuerst eine Antwort</translation>
    </message>
    <message>
        <source>There is only one model to ask.</source>
        <translation>Es gibt nur ein Modell, das gefragt werden kann.</translation>
    </message>
    <message>
        <source>Not all can be asked</source>
        <translation>Nicht alle können gefragt werden</translation>
    </message>
    <message>
        <source>Asking all of them costs about %1. Your limit for asking is %2.</source>
        <translation>Alle zu fragen kostet etwa %1. Ihre Grenze für Rückfragen ist %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking all of them costs at least %1. Your limit for asking is %2.</source>
        <translation>Alle zu fragen kostet mindestens %1. Ihre Grenze für Rückfragen ist %2.</translation>
    </message>
</context>
<context>
    <name>keyway::PromptsPage</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Ask something.</source>
        <translation>Fragen Sie etwas.</translation>
    </message>
    <message>
        <source>Keyway picks the service and tells you why.</source>
        <translation>Keyway wählt den Dienst und sagt Ihnen, warum.</translation>
    </message>
    <message>
        <source>Add your first service</source>
        <translation>Fügen Sie Ihren ersten Dienst hinzu</translation>
    </message>
    <message>
        <source>Bring a key you already have, or start with a service that costs nothing.</source>
        <translation>Nehmen Sie einen Schlüssel, den Sie schon haben, oder beginnen Sie mit einem Dienst, der nichts kostet.</translation>
    </message>
    <message>
        <source>Add New Integration</source>
        <translation>Neue Integration hinzufügen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>Mehr zu diesem Gespräch</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Details of the answer</source>
        <translation>Einzelheiten der Antwort</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <translation>auf diesem Computer aufbewahrt</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) · %1 so far · kept on this computer</source>
        <translation>
            <numerusform>%n Antwort · bisher %1 · auf diesem Computer aufbewahrt</numerusform>
            <numerusform>%n Antworten · bisher %1 · auf diesem Computer aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Why this service</source>
        <translation>Warum dieser Dienst</translation>
    </message>
    <message>
        <source>Find a conversation</source>
        <translation>Gespräch suchen</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Gespräch umbenennen</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Voriges Gespräch</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächstes Gespräch</translation>
    </message>
    <message>
        <source>Go to the writing field</source>
        <translation>Zum Schreibfeld</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>Try with another service</source>
        <translation>Mit einem anderen Dienst versuchen</translation>
    </message>
    <message>
        <source>Choose the strategy</source>
        <translation>Strategie wählen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Say the cost</source>
        <translation>Kosten ansagen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Send this prompt?</source>
        <translation>Diesen Prompt senden?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) · kept on this computer</source>
        <translation>
            <numerusform>%n Antwort · auf diesem Computer aufbewahrt</numerusform>
            <numerusform>%n Antworten · auf diesem Computer aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message numerus="yes">
        <source>The same prompt to %n models. All answers are kept until you choose one.</source>
        <translation>
            <numerusform>Derselbe Prompt an %n Modell, bis Sie eine Antwort wählen.</numerusform>
            <numerusform>Derselbe Prompt an %n Modelle, bis Sie eine Antwort wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Ask several models the same.</source>
        <translation>Fragen Sie mehrere Modelle dasselbe.</translation>
    </message>
    <message>
        <source>They answer at the same time. Keep the answer you like best, and the conversation goes on from it.</source>
        <translation>Sie antworten gleichzeitig. Behalten Sie die beste Antwort; von ihr aus geht die Unterhaltung weiter.</translation>
    </message>
</context>
<context>
    <name>keyway::QuestionDialog</name>
    <message>
        <source>Keyway</source>
        <translation>Keyway</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keyway::RateDialog</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In a burst</source>
        <translation>Auf einmal nach Pause</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Change a speed limit</source>
        <translation>Tempolimit ändern</translation>
    </message>
    <message>
        <source>Add a speed limit</source>
        <translation>Tempolimit hinzufügen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>In what time</source>
        <translation>In welcher Zeit</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>They come evenly, and as many as in a burst right after a pause. Keyway waits its turn, or asks another service where that would take long.</source>
        <translation>Sie kommen gleichmäßig, nach einer Pause so viele auf einmal wie angegeben. Keyway wartet, bis es an der Reihe ist, oder fragt einen anderen Dienst, wenn das lange dauern würde.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add speed limit</source>
        <translation>Tempolimit hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n Sekunde</numerusform>
            <numerusform>in %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::RatesModel</name>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In a burst</source>
        <translation>Auf einmal nach Pause</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
</context>
<context>
    <name>keyway::RatesTable</name>
    <message>
        <source>Speed limits</source>
        <translation>Tempolimits</translation>
    </message>
</context>
<context>
    <name>keyway::Receipt</name>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>How the fee is worked out</source>
        <translation>Wie die Gebühr berechnet wird</translation>
    </message>
    <message>
        <source>Total Platform Costs This Month:</source>
        <translation>Plattformkosten dieses Monats gesamt:</translation>
    </message>
    <message>
        <source>Total:</source>
        <translation>Summe:</translation>
    </message>
    <message>
        <source>At this pace by %1</source>
        <translation>In diesem Tempo bis %1</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>a line of the receipt</comment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <comment>month</comment>
        <translation>%1 bis jetzt</translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <translation>%1 von %2 Tagen</translation>
    </message>
    <message>
        <source>Your costs appear here, service by service, as soon as you send the first prompt.</source>
        <translation>Hier stehen Ihre Kosten, Dienst für Dienst, sobald Sie die erste Anfrage senden.</translation>
    </message>
    <message>
        <source>Nothing was charged so far this month.</source>
        <translation>In diesem Monat wurde noch nichts berechnet.</translation>
    </message>
    <message>
        <source>You pay %1 directly, with your own key. Keyway charges nothing.</source>
        <translation>Sie zahlen direkt an %1, mit eigenem Schlüssel. Keyway berechnet nichts.</translation>
    </message>
    <message>
        <source>You pay %1 directly, with your own key. Keyway only charges the service fee.</source>
        <translation>Sie zahlen direkt an %1, mit eigenem Schlüssel. Keyway berechnet nur die Plattformgebühr.</translation>
    </message>
    <message>
        <source>You pay %1 and %2 directly, with your own keys. Keyway charges nothing.</source>
        <translation>Sie zahlen direkt an %1 und %2, mit eigenen Schlüsseln. Keyway berechnet nichts.</translation>
    </message>
    <message>
        <source>You pay %1 and %2 directly, with your own keys. Keyway only charges the service fee.</source>
        <translation>Sie zahlen direkt an %1 und %2, mit eigenen Schlüsseln. Keyway berechnet nur die Plattformgebühr.</translation>
    </message>
    <message>
        <source>You pay your services directly, with your own keys. Keyway charges nothing.</source>
        <translation>Sie zahlen direkt an Ihre Dienste, mit eigenen Schlüsseln. Keyway berechnet nichts.</translation>
    </message>
    <message>
        <source>You pay your services directly, with your own keys. Keyway only charges the service fee.</source>
        <translation>Sie zahlen direkt an Ihre Dienste, mit eigenen Schlüsseln. Keyway berechnet nur die Plattformgebühr.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) have no known cost and are not in these sums.</source>
        <translation>
            <numerusform>%n Anfrage hat keine bekannten Kosten und ist in diesen Summen nicht enthalten.</numerusform>
            <numerusform>%n Anfragen haben keine bekannten Kosten und sind in diesen Summen nicht enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check with providers</source>
        <translation>Mit Anbietern abgleichen</translation>
    </message>
    <message>
        <source>probably %1 to %2</source>
        <translation>wahrscheinlich %1 bis %2</translation>
    </message>
    <message>
        <source>At this pace, of the limit</source>
        <translation>In diesem Tempo, vom Limit</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>keyway::ReconcileDialog</name>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and what is to be said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check with providers: %1</source>
        <translation>Mit Anbietern abgleichen: %1</translation>
    </message>
    <message>
        <source>Services bill by days of UTC. Costs that are recorded never change.</source>
        <translation>Dienste rechnen nach Tagen in UTC ab. Aufgezeichnete Kosten ändern sich nie.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking your services what they charged…</source>
        <translation>Ihre Dienste werden gefragt, was sie berechnet haben…</translation>
    </message>
    <message>
        <source>No services yet.</source>
        <translation>Noch keine Dienste.</translation>
    </message>
    <message>
        <source>Keyway counted %1.</source>
        <translation>Keyway hat %1 gezählt.</translation>
    </message>
    <message>
        <source>Left there: %1</source>
        <translation>Dort übrig: %1</translation>
    </message>
    <message>
        <source>Enter an admin key</source>
        <translation>Admin-Schlüssel eingeben</translation>
    </message>
</context>
<context>
    <name>keyway::RecordWatch</name>
    <message>
        <source>The record of what Keyway did is not as it was written.</source>
        <translation>Das Protokoll dessen, was Keyway getan hat, ist nicht mehr, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The record of what Keyway did could not be checked.</source>
        <translation>Die Aufzeichnung dessen, was Keyway getan hat, konnte nicht geprüft werden.</translation>
    </message>
</context>
<context>
    <name>keyway::Records</name>
    <message>
        <source>does not tell</source>
        <translation>sagt nichts</translation>
    </message>
    <message>
        <source>runs here</source>
        <translation>läuft hier</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, cost %5</source>
        <translation>%1, %2, %3, %4, Kosten %5</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>keyway::RemoveQuestion</name>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Keyway vault</source>
        <translation>Keyway-Tresor</translation>
    </message>
    <message>
        <source>Its key is deleted from your %1. It keeps working at %2 until you revoke it there.</source>
        <translation>Sein Schlüssel wird aus %1 gelöscht. Bei %2 gilt er, bis Sie ihn dort widerrufen.</translation>
    </message>
    <message>
        <source>The key ending %1 is deleted from your %2. It keeps working at %3 until you revoke it there.</source>
        <translation>Der Schlüssel mit dem Ende %1 wird aus %2 gelöscht. Bei %3 gilt er, bis Sie ihn dort widerrufen.</translation>
    </message>
    <message>
        <source>Your history stays. There are no requests this month.</source>
        <translation>Ihr Verlauf bleibt. In diesem Monat gibt es keine Anfragen.</translation>
    </message>
    <message>
        <source>Your history stays: %1 and %2 this month remain in your records.</source>
        <comment>a number of requests, an amount</comment>
        <translation>Ihr Verlauf bleibt: %1 und %2 aus diesem Monat bleiben in Ihren Aufzeichnungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1&apos;s page to revoke the key afterwards</source>
        <translation>Danach die Seite von %1 öffnen, um den Schlüssel zu widerrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Disable instead</source>
        <translation>Stattdessen deaktivieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>keyway::RequestDetails</name>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Details of the request</source>
        <translation>Einzelheiten der Anfrage</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation>Plattformkosten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>Plattformgebühr</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>estimated: the service did not tell what was used</source>
        <translation>geschätzt: der Dienst hat nicht gesagt, was verbraucht wurde</translation>
    </message>
    <message>
        <source>Provider says</source>
        <translation>Anbieter sagt</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>your own price</source>
        <translation>Ihr eigener Preis</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens hinein</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>To cache</source>
        <translation>In Cache</translation>
    </message>
    <message>
        <source>Pictures, sound and video in</source>
        <translation>Bilder, Ton und Video hinein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens heraus</translation>
    </message>
    <message>
        <source>of which thinking</source>
        <translation>davon Nachdenken</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Seconds of video</source>
        <translation>Sekunden Video</translation>
    </message>
    <message>
        <source>Searches and other calls</source>
        <translation>Suchen und andere Aufrufe</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>First word after</source>
        <translation>Erstes Wort nach</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Model that answered</source>
        <translation>Modell, das antwortete</translation>
    </message>
    <message>
        <source>Routed by</source>
        <translation>Geleitet nach</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>The service&apos;s number</source>
        <translation>Nummer des Dienstes</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Why this service?</source>
        <translation>Warum dieser Dienst?</translation>
    </message>
</context>
<context>
    <name>keyway::RequestsModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ausweichdienst</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a cost</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Routed by</source>
        <translation>Geleitet nach</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Provider says</source>
        <translation>Anbieter sagt</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <comment>the head of a column</comment>
        <translation>%1, aufsteigend sortiert</translation>
    </message>
    <message>
        <source>%1, sorted downwards</source>
        <comment>the head of a column</comment>
        <translation>%1, absteigend sortiert</translation>
    </message>
</context>
<context>
    <name>keyway::RequestsTable</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
</context>
<context>
    <name>keyway::RetireKeyDialog</name>
    <message>
        <source>Retire the key</source>
        <translation>Schlüssel stilllegen</translation>
    </message>
    <message>
        <source>The key is deleted from the server for good, and the free tier of its service stops where there is no other. What it was used for stays. Type “%1” to retire it.</source>
        <translation>Der Schlüssel wird endgültig vom Server gelöscht, und das Freikontingent seines Dienstes endet, wo es keinen anderen gibt. Wofür er genutzt wurde, bleibt. Tippen Sie „%1“, um ihn stillzulegen.</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
</context>
<context>
    <name>keyway::RoutingController</name>
    <message>
        <source>The settings of routing are reset.</source>
        <translation>Die Wahl des Dienstes ist zurückgesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) forgotten.</source>
        <translation>
            <numerusform>%n Vergleich vergessen.</numerusform>
            <numerusform>%n Vergleiche vergessen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>Wahl des Dienstes</translation>
    </message>
    <message>
        <source>Reset these</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Choose a service by</source>
        <translation>Einen Dienst wählen nach</translation>
    </message>
    <message>
        <source>Services in your order</source>
        <translation>Dienste in Ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>There is no service yet.</source>
        <translation>Es gibt noch keinen Dienst.</translation>
    </message>
    <message>
        <source>Add one in My Integrations. Its order is the one that routing goes by.</source>
        <translation>Fügen Sie einen in Meine Integrationen hinzu. Nach deren Reihenfolge wird gefragt.</translation>
    </message>
    <message>
        <source>Other wishes</source>
        <translation>Weitere Wünsche</translation>
    </message>
    <message>
        <source>For every prompt</source>
        <translation>Für jeden Prompt</translation>
    </message>
    <message>
        <source>Highest price of one attempt</source>
        <translation>Höchster Preis eines Versuchs</translation>
    </message>
    <message>
        <source>Who could cost more, even at the worst, is left out; long answers are shortened to it.</source>
        <translation>Wer schlimmstenfalls mehr kosten könnte, wird ausgelassen; lange Antworten werden darauf gekürzt.</translation>
    </message>
    <message>
        <source>Highest price in dollars</source>
        <translation>Höchster Preis in Dollar</translation>
    </message>
    <message>
        <source>Keep prompts on this computer</source>
        <translation>Prompts auf diesem Computer behalten</translation>
    </message>
    <message>
        <source>Only services that run here are asked.</source>
        <translation>Nur Dienste, die hier laufen, werden gefragt.</translation>
    </message>
    <message>
        <source>When a service fails</source>
        <translation>Wenn ein Dienst versagt</translation>
    </message>
    <message>
        <source>Leave a failing service out for</source>
        <translation>Einen versagenden Dienst auslassen für</translation>
    </message>
    <message>
        <source>After three errors in a row; then one prompt tries it again. Up to five times as long where it goes on failing.</source>
        <translation>Nach drei Fehlern in Folge; dann versucht es ein Prompt wieder. Bis zu fünfmal so lange, wenn er weiter versagt.</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds behind a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>This is not an amount in dollars.</source>
        <translation>Das ist kein Betrag in Dollar.</translation>
    </message>
    <message>
        <source>%1 · disabled</source>
        <translation>%1 · deaktiviert</translation>
    </message>
    <message>
        <source>%1 by the list</source>
        <translation>%1 laut Liste</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>ohne Wertung</translation>
    </message>
    <message>
        <source>Quality of %1, 0 to 100</source>
        <translation>Qualität von %1, 0 bis 100</translation>
    </message>
    <message>
        <source>Your own score of this model, 0 to 100. Below 0: the one of the list.</source>
        <translation>Ihre eigene Wertung dieses Modells, 0 bis 100. Unter 0: die der Liste.</translation>
    </message>
    <message>
        <source>May be asked</source>
        <translation>Darf gefragt werden</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>Nur dieser</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Whether %1 is asked</source>
        <translation>Ob %1 gefragt wird</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back the wish about %1</source>
        <translation>Den Wunsch zu %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Never asked</source>
        <translation>Wird nie gefragt</translation>
    </message>
    <message>
        <source>Only this is asked</source>
        <translation>Nur das wird gefragt</translation>
    </message>
    <message>
        <source>Your score: %1</source>
        <translation>Ihre Wertung: %1</translation>
    </message>
    <message>
        <source>Answers compared side by side</source>
        <translation>Nebeneinander verglichene Antworten</translation>
    </message>
    <message>
        <source>Your comparisons</source>
        <translation>Ihre Vergleiche</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget your comparisons</source>
        <translation>Ihre Vergleiche vergessen</translation>
    </message>
    <message>
        <source>None yet. Compare models in Prompts, and the answers you keep shift the quality of their models for you.</source>
        <translation>Noch keine. Vergleichen Sie Modelle unter Prompts: Welche Antworten Sie behalten, verschiebt für Sie die Qualität der Modelle.</translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) shift the quality of the models by up to %1 points, for you and on this computer alone.</source>
        <translation>
            <numerusform>%n Vergleich verschiebt die Qualität der Modelle um bis zu %1 Punkte, für Sie und nur auf diesem Computer.</numerusform>
            <numerusform>%n Vergleiche verschieben die Qualität der Modelle um bis zu %1 Punkte, für Sie und nur auf diesem Computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by votes</source>
        <translation>%1 laut Wahl</translation>
    </message>
</context>
<context>
    <name>keyway::ServiceBox</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>keyway::ServiceButton</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>%1. Found on this computer.</source>
        <translation>%1. Auf diesem Rechner gefunden.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>keyway::ServiceGrid</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>local</source>
        <comment>runs on this computer</comment>
        <translation>lokal</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible address</source>
        <translation>Jede OpenAI-kompatible Adresse</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>keyway::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>keyway::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keyway::SidePickers</name>
    <message>
        <source>Nobody else</source>
        <translation>Niemand sonst</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>Modelle zum Vergleichen</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Erstes Modell</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Third model</source>
        <translation>Drittes Modell</translation>
    </message>
</context>
<context>
    <name>keyway::Sidebar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>End of the pages</source>
        <translation>Ende der Seiten</translation>
    </message>
</context>
<context>
    <name>keyway::SignInDialog</name>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code from the mail</source>
        <translation>Code aus der Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of your account</source>
        <translation>Passwort Ihres Kontos</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Password of your account, once more</source>
        <translation>Passwort Ihres Kontos, noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>Also send %n record(s) from before</source>
        <translation>
            <numerusform>Auch %n früheren Eintrag senden</numerusform>
            <numerusform>Auch %n frühere Einträge senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>Ich habe ein Konto</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>What you use is kept on the server, too: counts and costs, never a prompt, an answer, a file or a key.</source>
        <translation>Ihre Nutzung liegt dann auch auf dem Server: Zahlen und Kosten, nie ein Prompt, eine Antwort, eine Datei oder ein Schlüssel.</translation>
    </message>
    <message>
        <source>Keyway works without an account. With one, what you use is kept on a server, too, for several computers and for invoices that you can check.</source>
        <translation>Keyway geht ohne Konto. Mit einem liegt Ihre Nutzung auch auf einem Server, für mehrere Rechner und für Rechnungen, die Sie nachprüfen können.</translation>
    </message>
    <message>
        <source>Confirm the address</source>
        <translation>Adresse bestätigen</translation>
    </message>
    <message>
        <source>A mail with a code is on its way to %1.</source>
        <translation>Eine Mail mit einem Code ist unterwegs an %1.</translation>
    </message>
    <message>
        <source>Confirm and sign in</source>
        <translation>Bestätigen und anmelden</translation>
    </message>
    <message>
        <source>Set a new password</source>
        <translation>Neues Passwort setzen</translation>
    </message>
    <message>
        <source>You get a mail with a code, if there is an account with this address.</source>
        <translation>Sie bekommen eine Mail mit einem Code, wenn es ein Konto mit dieser Adresse gibt.</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>Code senden</translation>
    </message>
    <message>
        <source>Enter the code from the mail to %1 and a new password. You are signed out on every other computer.</source>
        <translation>Geben Sie den Code aus der Mail an %1 und ein neues Passwort ein. Auf allen anderen Rechnern werden Sie abgemeldet.</translation>
    </message>
    <message>
        <source>Set the password and sign in</source>
        <translation>Passwort setzen und anmelden</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Verwenden Sie mindestens %n Zeichen.</numerusform>
            <numerusform>Verwenden Sie mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden sind noch nicht gleich.</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>Code eingeben</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Meldet an…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Fragt den Server…</translation>
    </message>
</context>
<context>
    <name>keyway::SignInPanel</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Keyway Admin</source>
        <translation>Keyway Admin</translation>
    </message>
    <message>
        <source>Every try, successful or not, is written to Audit. Five wrong tries lock the account for 15 minutes.</source>
        <translation>Jeder Versuch, ob er gelingt oder nicht, wird protokolliert. Fünf falsche Versuche sperren das Konto für 15 Minuten.</translation>
    </message>
    <message>
        <source>Sign in to manage the platform</source>
        <translation>Melden Sie sich an, um die Plattform zu verwalten</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code from your authenticator</source>
        <translation>Code Ihrer Authentifizierungs-App</translation>
    </message>
    <message>
        <source>Signs you out after 30 minutes without work</source>
        <translation>Meldet Sie nach 30 Minuten ohne Arbeit ab</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
</context>
<context>
    <name>keyway::Sparkline</name>
    <message>
        <source>Costs by day</source>
        <translation>Kosten nach Tagen</translation>
    </message>
</context>
<context>
    <name>keyway::SpendingStop</name>
    <message>
        <source>Resume spending</source>
        <translation>Ausgaben fortsetzen</translation>
    </message>
    <message>
        <source>Stop all spending</source>
        <translation>Alle Ausgaben anhalten</translation>
    </message>
    <message>
        <source>All spending is stopped since %1.</source>
        <translation>Alle Ausgaben sind seit %1 angehalten.</translation>
    </message>
    <message>
        <source>Only what is free is asked. What was running ends as it would.</source>
        <translation>Nur Kostenloses wird gefragt. Was lief, endet wie sonst.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>keyway::Spinner</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>keyway::StatisticsPage</name>
    <message>
        <source>Platform Statistics</source>
        <translation>Plattformstatistik</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>This month, so far</source>
        <translation>Dieser Monat bisher</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>Letzte 3 Monate</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Earlier period</source>
        <translation>Früherer Zeitraum</translation>
    </message>
    <message>
        <source>Later period</source>
        <translation>Späterer Zeitraum</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Provider costs routed</source>
        <translation>Vermittelte Kosten</translation>
    </message>
    <message>
        <source>Platform fees</source>
        <translation>Plattformgebühren</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Requests a day</source>
        <translation>Anfragen je Tag</translation>
    </message>
    <message>
        <source>Fees by plan</source>
        <translation>Gebühren nach Tarif</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Routed</source>
        <translation>Vermittelt</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>What needs a look</source>
        <translation>Was einen Blick braucht</translation>
    </message>
    <message>
        <source>Adding up the platform…</source>
        <translation>Die Plattform wird zusammengezählt…</translation>
    </message>
    <message>
        <source>none active in this period</source>
        <translation>keines aktiv in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1 active in %2</source>
        <comment>count, month</comment>
        <translation>%1 aktiv im %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s) of unknown cost</source>
        <translation>
            <numerusform>%Ln Versuch mit unbekannten Kosten</numerusform>
            <numerusform>%Ln Versuche mit unbekannten Kosten</numerusform>
        </translation>
    </message>
    <message>
        <source>paid by users to providers</source>
        <translation>von Nutzern an Anbieter gezahlt</translation>
    </message>
    <message>
        <source>nothing was routed</source>
        <translation>nichts wurde vermittelt</translation>
    </message>
    <message>
        <source>%1 of provider costs</source>
        <translation>%1 der vermittelten Kosten</translation>
    </message>
    <message>
        <source>%1 after a fallback</source>
        <translation>%1 nach einem Ausweichen</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>davor nichts</translation>
    </message>
    <message>
        <source>%1 more than before</source>
        <translation>%1 mehr als davor</translation>
    </message>
    <message>
        <source>%1 less than before</source>
        <translation>%1 weniger als davor</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n day(s), %2 a day on average</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%1 an %n Tag, im Mittel %2 je Tag</numerusform>
            <numerusform>%1 in %n Tagen, im Mittel %2 je Tag</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>months</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>The audit trail was changed.</source>
        <translation>Das Protokoll wurde geändert.</translation>
    </message>
    <message>
        <source>Entry %1 is not as it was written.</source>
        <translation>Eintrag %1 ist nicht mehr so, wie er geschrieben wurde.</translation>
    </message>
    <message>
        <source>%1 of %2 attempts were answered in 24 hours.</source>
        <translation>%1 von %2 Versuchen wurden in 24 Stunden beantwortet.</translation>
    </message>
    <message>
        <source>%1 is down.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 fails often.</source>
        <translation>%1 versagt oft.</translation>
    </message>
    <message>
        <source>%1 is slow.</source>
        <translation>%1 ist langsam.</translation>
    </message>
    <message>
        <source>Nothing needs a look.</source>
        <translation>Nichts braucht einen Blick.</translation>
    </message>
</context>
<context>
    <name>keyway::StatusPill</name>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
</context>
<context>
    <name>keyway::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Keychain unlocked</source>
        <translation>Schlüsselbund entsperrt</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Where the keys are kept</source>
        <translation>Wo die Schlüssel liegen</translation>
    </message>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) ready</source>
        <translation>
            <numerusform>%n Dienst bereit</numerusform>
            <numerusform>%n Dienste bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) ready</source>
        <translation>
            <numerusform>%1 von %n Dienst bereit</numerusform>
            <numerusform>%1 von %n Diensten bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>+ fee</source>
        <translation>+ Gebühr</translation>
    </message>
    <message>
        <source>What was sent to Keyway&apos;s server</source>
        <translation>Was an Keyways Server gesendet wurde</translation>
    </message>
</context>
<context>
    <name>keyway::StepHeader</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>keyway::StrategyCards</name>
    <message>
        <source>Lowest price first</source>
        <translation>Niedrigster Preis</translation>
    </message>
    <message>
        <source>Soonest answer first</source>
        <translation>Früheste Antwort</translation>
    </message>
    <message>
        <source>Best rating first</source>
        <translation>Beste Wertung</translation>
    </message>
    <message>
        <source>Quality, price, speed</source>
        <translation>Qualität, Preis, Tempo</translation>
    </message>
    <message>
        <source>Top of the list first</source>
        <translation>Oben zuerst</translation>
    </message>
</context>
<context>
    <name>keyway::StudioController</name>
    <message>
        <source>Pasted picture.png</source>
        <translation>Eingefügtes Bild.png</translation>
    </message>
    <message>
        <source>This costs about %1. Your limit for asking is %2.</source>
        <translation>Das kostet etwa %1. Ihre Grenze fürs Nachfragen ist %2.</translation>
    </message>
    <message>
        <source>Generate for %1</source>
        <translation>Für %1 erzeugen</translation>
    </message>
    <message>
        <source>“%1” goes to the bin.</source>
        <translation>„%1“ kommt in den Papierkorb.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) go to the bin.</source>
        <translation>
            <numerusform>%n Bild kommt in den Papierkorb.</numerusform>
            <numerusform>%n Bilder kommen in den Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of your services takes a picture to start from.</source>
        <translation>Keiner Ihrer Dienste nimmt ein Ausgangsbild.</translation>
    </message>
    <message>
        <source>%1 is no picture.</source>
        <translation>%1 ist kein Bild.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
</context>
<context>
    <name>keyway::StudioForm</name>
    <message>
        <source>Prompt history</source>
        <translation>Frühere Prompts</translation>
    </message>
    <message>
        <source>Add what to avoid</source>
        <translation>Angeben, was fehlen soll</translation>
    </message>
    <message>
        <source>Add New Integration</source>
        <translation>Neue Integration hinzufügen</translation>
    </message>
    <message>
        <source>What is to be made</source>
        <translation>Was gemacht werden soll</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>Was fehlen soll</translation>
    </message>
    <message>
        <source>What must not be in it</source>
        <translation>Was nicht darin sein darf</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>Jeder Dienst</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Leave out what to avoid</source>
        <translation>Nicht angeben, was fehlen soll</translation>
    </message>
    <message>
        <source>Describe a video. You see the price before it is made.</source>
        <translation>Beschreiben Sie ein Video. Den Preis sehen Sie, bevor es gemacht wird.</translation>
    </message>
    <message>
        <source>Describe a picture. You see the price before it is made.</source>
        <translation>Beschreiben Sie ein Bild. Den Preis sehen Sie, bevor es gemacht wird.</translation>
    </message>
    <message>
        <source>None of your services makes videos.</source>
        <translation>Keiner Ihrer Dienste macht Videos.</translation>
    </message>
    <message>
        <source>None of your services makes images.</source>
        <translation>Keiner Ihrer Dienste macht Bilder.</translation>
    </message>
    <message>
        <source>Generate video</source>
        <translation>Video erzeugen</translation>
    </message>
    <message numerus="yes">
        <source>Generate %n image(s)</source>
        <translation>
            <numerusform>%n Bild erzeugen</numerusform>
            <numerusform>%n Bilder erzeugen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>No prompts yet</source>
        <translation>Noch keine Prompts</translation>
    </message>
</context>
<context>
    <name>keyway::StudioPage</name>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Find a picture</source>
        <translation>Bild suchen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Use as start</source>
        <translation>Als Ausgangsbild nehmen</translation>
    </message>
    <message>
        <source>Same settings again</source>
        <translation>Noch einmal mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>Pause or resume all jobs</source>
        <translation>Alle Aufträge anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Studio settings…</source>
        <translation>Einstellungen des Studios…</translation>
    </message>
    <message>
        <source>Save in this folder</source>
        <translation>In diesem Ordner speichern</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Open in the player</source>
        <translation>Im Abspielprogramm öffnen</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>In einem anderen Programm öffnen</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>Prompt kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Make this?</source>
        <translation>Das machen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>keyway::StudioPrice</name>
    <message>
        <source>%1 s × %2</source>
        <translation>%1 s × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) × %1</source>
        <translation>
            <numerusform>%n Bild × %1</numerusform>
            <numerusform>%n Bilder × %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about</source>
        <translation>%1, etwa</translation>
    </message>
    <message>
        <source>This passes the limit of %1 by %2, with the work in progress counted.</source>
        <translation>Das überschreitet die Grenze von %1 um %2, laufende Arbeit mitgezählt.</translation>
    </message>
    <message>
        <source>Leaves %1 of the %2 limit, with the work in progress counted.</source>
        <translation>Lässt %1 von der Grenze von %2, laufende Arbeit mitgezählt.</translation>
    </message>
    <message>
        <source>%1 does not take this: %2.</source>
        <translation>%1 nimmt das nicht: %2.</translation>
    </message>
    <message>
        <source>%1 does not take files of this type: %2.</source>
        <translation>%1 nimmt keine Dateien dieser Art: %2.</translation>
    </message>
    <message>
        <source>%1 has %2. %3 takes up to %4.</source>
        <translation>%1 hat %2. %3 nimmt bis zu %4.</translation>
    </message>
    <message>
        <source>known afterwards</source>
        <translation>hinterher bekannt</translation>
    </message>
    <message>
        <source>What %1 charges depends on what it counts while it works.</source>
        <translation>Was %1 berechnet, hängt davon ab, was der Dienst beim Arbeiten zählt.</translation>
    </message>
    <message>
        <source>Keyway does not know the price of %1. The cost stays unknown, and no fee is taken.</source>
        <translation>Keyway kennt den Preis von %1 nicht. Die Kosten bleiben unbekannt, und es fällt keine Gebühr an.</translation>
    </message>
    <message>
        <source>Platform fee (%1)</source>
        <translation>Plattformgebühr (%1)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1 needs a picture: %2.</source>
        <translation>%1 braucht ein Bild: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 takes %n picture(s) here: %2.</source>
        <translation>
            <numerusform>%1 nimmt hier %n Bild: %2.</numerusform>
            <numerusform>%1 nimmt hier %n Bilder: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Video of %1 s</source>
        <translation>Video von %1 s</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>With sound</source>
        <translation>Mit Ton</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Sehr hoch</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Am höchsten</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Durchsichtig</translation>
    </message>
    <message>
        <source>Opaque</source>
        <translation>Deckend</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>an integration, why it needs your word</comment>
        <translation>%1 %2.</translation>
    </message>
</context>
<context>
    <name>keyway::StudioSettingsDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Write prompt, service and seed into the files</source>
        <translation>Prompt, Dienst und Startwert in die Dateien schreiben</translation>
    </message>
    <message>
        <source>Studio settings</source>
        <translation>Einstellungen des Studios</translation>
    </message>
    <message>
        <source>Choose the folder for pictures and videos</source>
        <translation>Ordner für Bilder und Videos wählen</translation>
    </message>
    <message>
        <source>Pictures go to</source>
        <translation>Bilder kommen nach</translation>
    </message>
    <message>
        <source>Jobs at a time</source>
        <translation>Aufträge zugleich</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Keyway may not write into this folder.</source>
        <translation>Keyway darf in diesen Ordner nicht schreiben.</translation>
    </message>
    <message>
        <source>Folder for pictures and videos</source>
        <translation>Ordner für Bilder und Videos</translation>
    </message>
</context>
<context>
    <name>keyway::SyncProblemDialog</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What the last try to reach the server came to.</source>
        <translation>Was der letzte Versuch ergab, den Server zu erreichen.</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>What happened: %1</source>
        <translation>Was geschah: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Since: %1</source>
        <translation>Seit: %1</translation>
    </message>
</context>
<context>
    <name>keyway::UndoMessage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
</context>
<context>
    <name>keyway::UsageBar</name>
    <message>
        <source>Used of the limit</source>
        <translation>Anteil am Limit</translation>
    </message>
</context>
<context>
    <name>keyway::UsageChart</name>
    <message>
        <source>Chart of %1: %2 in all. The arrow keys go from day to day.</source>
        <translation>Diagramm für %1: insgesamt %2. Die Pfeiltasten gehen von Tag zu Tag.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>keyway::UsageExport</name>
    <message>
        <source>Export usage and costs</source>
        <translation>Verbrauch und Kosten exportieren</translation>
    </message>
</context>
<context>
    <name>keyway::UsageLegend</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Provider costs</source>
        <translation>Anbieterkosten</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Platform fee (%1)</source>
        <translation>Plattformgebühr (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n cost(s) unknown, not in the sum</source>
        <translation>
            <numerusform>%n Betrag unbekannt, nicht in der Summe</numerusform>
            <numerusform>%n Beträge unbekannt, nicht in der Summe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::UsagePage</name>
    <message>
        <source>Usage &amp; Costs</source>
        <translation>Verbrauch &amp; Kosten</translation>
    </message>
    <message>
        <source>Check with providers</source>
        <translation>Mit Anbietern abgleichen</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>All apps</source>
        <translation>Alle Apps</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Text, image, video</source>
        <translation>Text, Bild, Video</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>The month</source>
        <translation>Der Monat</translation>
    </message>
    <message>
        <source>Costs by day and service</source>
        <translation>Kosten nach Tag und Dienst</translation>
    </message>
    <message>
        <source>Days as a table</source>
        <translation>Tage als Tabelle</translation>
    </message>
    <message>
        <source>Find a request</source>
        <translation>Anfrage suchen</translation>
    </message>
    <message>
        <source>Chart as a table</source>
        <translation>Diagramm als Tabelle</translation>
    </message>
    <message>
        <source>Requests of the month</source>
        <translation>Anfragen des Monats</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a number of requests, a month</comment>
        <translation>%1 im %2</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>No requests in %1.</source>
        <translation>Keine Anfragen im %1.</translation>
    </message>
    <message>
        <source>Choose other filters, or another word to find.</source>
        <translation>Wählen Sie andere Filter oder ein anderes Suchwort.</translation>
    </message>
    <message>
        <source>What you ask is recorded here, with its exact cost.</source>
        <translation>Was Sie fragen, wird hier mit den genauen Kosten verzeichnet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Everything that was recorded</source>
        <translation>Alles, was aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV for spreadsheets, as your country writes numbers</source>
        <translation>CSV für Tabellen, mit Zahlen wie in Ihrem Land</translation>
    </message>
    <message>
        <source>JSON Lines, which Keyway reads again</source>
        <translation>JSON Lines, die Keyway wieder liest</translation>
    </message>
    <message>
        <source>FOCUS, for cost management</source>
        <translation>FOCUS, für die Kostenverwaltung</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>PDF report of the month</source>
        <translation>PDF-Bericht des Monats</translation>
    </message>
</context>
<context>
    <name>keyway::UsageValues</name>
    <message>
        <source>%1 expected at the end</source>
        <translation>%1 am Ende erwartet</translation>
    </message>
    <message>
        <source>%1 expected at the end, probably %2 to %3</source>
        <translation>%1 am Ende erwartet, wohl %2 bis %3</translation>
    </message>
</context>
<context>
    <name>keyway::VaultDialog</name>
    <message>
        <source>Create a vault</source>
        <translation>Tresor anlegen</translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation>Tresor öffnen</translation>
    </message>
    <message>
        <source>The vault is an encrypted file on this computer. It opens with a password that only you know. Keyway cannot recover a lost password: then the keys have to be entered again.</source>
        <translation>Der Tresor ist eine verschlüsselte Datei auf diesem Rechner. Er öffnet sich mit einem Passwort, das nur Sie kennen. Ein verlorenes Passwort kann Keyway nicht wiederherstellen: Dann müssen die Schlüssel neu eingegeben werden.</translation>
    </message>
    <message>
        <source>Your keys are in Keyway&apos;s vault. Enter its password to use them.</source>
        <translation>Ihre Schlüssel sind im Tresor von Keyway. Geben Sie sein Passwort ein, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of the vault</source>
        <translation>Passwort des Tresors</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Password of the vault, once more</source>
        <translation>Passwort des Tresors, noch einmal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Verwenden Sie mindestens %n Zeichen.</numerusform>
            <numerusform>Verwenden Sie mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden sind noch nicht gleich.</translation>
    </message>
</context>
<context>
    <name>keyway::WhyPanel</name>
    <message>
        <source>is answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>hat in %1 geantwortet</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ausgelastet</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Out of credit</source>
        <translation>Guthaben verbraucht</translation>
    </message>
    <message>
        <source>Model gone</source>
        <translation>Modell entfallen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Key not readable</source>
        <translation>Schlüssel nicht lesbar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>may be charged</source>
        <translation>vielleicht berechnet</translation>
    </message>
    <message>
        <source>%1 after %2 · %3</source>
        <translation>%1 nach %2 · %3</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist gescheitert.</translation>
    </message>
    <message numerus="yes">
        <source>All %n attempt(s) failed, and nobody else in the list may be asked.</source>
        <translation>
            <numerusform>Der Versuch ist gescheitert, und niemand sonst in der Liste darf gefragt werden.</numerusform>
            <numerusform>Alle %n Versuche sind gescheitert, und niemand sonst in der Liste darf gefragt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why this service</source>
        <translation>Warum dieser Dienst</translation>
    </message>
    <message>
        <source>Send a prompt, and the choice is explained here.</source>
        <translation>Senden Sie einen Prompt; die Wahl wird hier erklärt.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%1 to start</source>
        <translation>%1 bis zum Beginn</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
</context>
<context>
    <name>keyway::words::Account</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>Die E-Mail-Adresse oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The e-mail address is not confirmed yet. The mail from the server has a code for it.</source>
        <translation>Die E-Mail-Adresse ist noch nicht bestätigt. Den Code dafür enthält die Mail vom Server.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A password has 10 to 200 characters.</source>
        <translation>Ein Passwort hat 10 bis 200 Zeichen.</translation>
    </message>
    <message>
        <source>The server does not know this computer&apos;s time zone.</source>
        <translation>Der Server kennt die Zeitzone dieses Computers nicht.</translation>
    </message>
    <message>
        <source>This computer was signed out. Sign in again; nothing is lost.</source>
        <translation>Dieser Computer wurde abgemeldet. Melden Sie sich wieder an; nichts ist verloren.</translation>
    </message>
    <message>
        <source>This computer was away for more than 90 days. Sign in again; nothing is lost.</source>
        <translation>Dieser Computer war mehr als 90 Tage fort. Melden Sie sich wieder an; nichts ist verloren.</translation>
    </message>
    <message>
        <source>Somebody used an old sign-in of this computer, so the server has ended it. Sign in again, and change the password if it was not you.</source>
        <translation>Jemand hat eine alte Anmeldung dieses Computers benutzt, deshalb hat der Server sie beendet. Melden Sie sich wieder an, und ändern Sie das Passwort, wenn Sie es nicht waren.</translation>
    </message>
    <message>
        <source>The server asks to wait a little.</source>
        <translation>Der Server bittet, ein wenig zu warten.</translation>
    </message>
    <message>
        <source>This address is not a Keyway server.</source>
        <translation>Unter dieser Adresse ist kein Keyway-Server.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Records wait here, prompts go on.</source>
        <translation>Der Server ist nicht erreichbar. Einträge warten hier, Prompts gehen weiter.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so nothing was sent. Records wait here, prompts go on.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut, deshalb wurde nichts gesendet. Einträge warten hier, Prompts gehen weiter.</translation>
    </message>
    <message>
        <source>The server is in trouble. Records wait here, prompts go on.</source>
        <translation>Der Server hat Schwierigkeiten. Einträge warten hier, Prompts gehen weiter.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Zu viele falsche Passwörter. Versuchen Sie es in %n Minute wieder.</numerusform>
            <numerusform>Zu viele falsche Passwörter. Versuchen Sie es in %n Minuten wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not know this code or this sign-in.</source>
        <translation>Der Server kennt diesen Code oder diese Anmeldung nicht.</translation>
    </message>
    <message>
        <source>The plan of the account decides the fee on this computer.</source>
        <translation>Der Plan des Kontos bestimmt die Gebühr auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The server does not offer this plan.</source>
        <translation>Der Server bietet diesen Plan nicht an.</translation>
    </message>
    <message>
        <source>There is no invoice of this number.</source>
        <translation>Es gibt keine Rechnung mit dieser Nummer.</translation>
    </message>
    <message>
        <source>An invoice that is kept here was changed. keyway invoices verify says where.</source>
        <translation>Eine hier aufbewahrte Rechnung wurde verändert. keyway invoices verify sagt, wo.</translation>
    </message>
    <message>
        <source>The server signs invoices with another key than before, so nothing was taken from it. Ask who runs it whether that is so.</source>
        <translation>Der Server unterschreibt Rechnungen mit einem anderen Schlüssel als zuvor, darum wurde nichts von ihm übernommen. Fragen Sie seinen Betreiber, ob das so sein soll.</translation>
    </message>
    <message>
        <source>Sign out before you use another server.</source>
        <translation>Melden Sie sich ab, bevor Sie einen anderen Server verwenden.</translation>
    </message>
    <message>
        <source>Invoices are paid another way here. Ask who runs the server.</source>
        <translation>Rechnungen werden hier anders bezahlt. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>There is nothing left to pay.</source>
        <translation>Es ist nichts mehr zu bezahlen.</translation>
    </message>
    <message>
        <source>The payment provider gave no page. Try again in a few minutes; nothing was paid.</source>
        <translation>Der Zahlungsanbieter gab keine Seite. Versuchen Sie es in einigen Minuten erneut; bezahlt wurde nichts.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Action</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>Schlüsselseite öffnen</translation>
    </message>
    <message>
        <source>Open billing page</source>
        <translation>Abrechnungsseite öffnen</translation>
    </message>
    <message>
        <source>Their status page</source>
        <translation>Statusseite des Dienstes</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Use another service</source>
        <translation>Anderen Dienst benutzen</translation>
    </message>
    <message>
        <source>Unlock keychain</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation>Tresor öffnen</translation>
    </message>
    <message>
        <source>Create a vault</source>
        <translation>Tresor anlegen</translation>
    </message>
    <message>
        <source>Use environment</source>
        <translation>Umgebung benutzen</translation>
    </message>
    <message>
        <source>Enter it again</source>
        <translation>Neu eingeben</translation>
    </message>
    <message>
        <source>Remove integration</source>
        <translation>Integration entfernen</translation>
    </message>
    <message>
        <source>Raise limit</source>
        <translation>Limit erhöhen</translation>
    </message>
    <message>
        <source>Enter price</source>
        <translation>Preis eingeben</translation>
    </message>
    <message>
        <source>Change the prompt</source>
        <translation>Anfrage ändern</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>Von hier weitermachen</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Save without testing</source>
        <translation>Ohne Test speichern</translation>
    </message>
    <message>
        <source>Add New Integration</source>
        <translation>Neue Integration hinzufügen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>keyway::words::Activity</name>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Declined by the service</source>
        <translation>Vom Dienst abgelehnt</translation>
    </message>
    <message>
        <source>Cut by the service</source>
        <translation>Vom Dienst gekürzt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Ended without an answer</source>
        <translation>Ohne Antwort geendet</translation>
    </message>
    <message>
        <source>Left when Keyway ended</source>
        <translation>Beim Ende von Keyway offen</translation>
    </message>
    <message>
        <source>Cost corrected</source>
        <translation>Kosten berichtigt</translation>
    </message>
    <message>
        <source>Integration added</source>
        <translation>Integration hinzugefügt</translation>
    </message>
    <message>
        <source>Admin key removed</source>
        <translation>Admin-Schlüssel entfernt</translation>
    </message>
    <message>
        <source>Admin key set</source>
        <translation>Admin-Schlüssel gesetzt</translation>
    </message>
    <message>
        <source>Integration changed</source>
        <translation>Integration geändert</translation>
    </message>
    <message>
        <source>Integration disabled</source>
        <translation>Integration deaktiviert</translation>
    </message>
    <message>
        <source>Integration enabled</source>
        <translation>Integration aktiviert</translation>
    </message>
    <message>
        <source>Left out until tested</source>
        <translation>Ausgelassen bis zum Test</translation>
    </message>
    <message>
        <source>Key deleted</source>
        <translation>Schlüssel gelöscht</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Wird wieder gefragt</translation>
    </message>
    <message>
        <source>Integration removed</source>
        <translation>Integration entfernt</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Reihenfolge geändert</translation>
    </message>
    <message>
        <source>Integration brought back</source>
        <translation>Integration zurückgeholt</translation>
    </message>
    <message>
        <source>Key tested</source>
        <translation>Schlüssel getestet</translation>
    </message>
    <message>
        <source>Limit removed</source>
        <translation>Limit entfernt</translation>
    </message>
    <message>
        <source>Limit set</source>
        <translation>Limit gesetzt</translation>
    </message>
    <message>
        <source>List of models read</source>
        <translation>Liste der Modelle gelesen</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>Setting reset</source>
        <translation>Einstellung zurückgesetzt</translation>
    </message>
    <message>
        <source>Spending resumed</source>
        <translation>Ausgaben fortgesetzt</translation>
    </message>
    <message>
        <source>All spending stopped</source>
        <translation>Alle Ausgaben angehalten</translation>
    </message>
    <message>
        <source>Prompts and media</source>
        <translation>Prompts und Medien</translation>
    </message>
    <message>
        <source>Integrations and keys</source>
        <translation>Integrationen und Schlüssel</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Account and sync</source>
        <translation>Konto und Abgleich</translation>
    </message>
    <message>
        <source>Limit of requests removed</source>
        <translation>Grenze für Anfragen aufgehoben</translation>
    </message>
    <message>
        <source>Limit of requests set</source>
        <translation>Grenze für Anfragen gesetzt</translation>
    </message>
    <message>
        <source>Alert answered: that was me</source>
        <translation>Warnung beantwortet: das war ich</translation>
    </message>
    <message>
        <source>Something unusual</source>
        <translation>Etwas Ungewöhnliches</translation>
    </message>
    <message>
        <source>Single requests of a month taken out</source>
        <translation>Einzelne Anfragen eines Monats herausgenommen</translation>
    </message>
    <message>
        <source>Record imported</source>
        <translation>Aufzeichnung eingelesen</translation>
    </message>
    <message>
        <source>Seals written anew</source>
        <translation>Siegel neu geschrieben</translation>
    </message>
    <message>
        <source>Day sealed</source>
        <translation>Tag gesiegelt</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Sicherung zurückgespielt</translation>
    </message>
    <message>
        <source>Records synced</source>
        <translation>Aufzeichnungen abgeglichen</translation>
    </message>
    <message>
        <source>The record itself</source>
        <translation>Das Protokoll selbst</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>One of the answers kept</source>
        <translation>Eine der Antworten behalten</translation>
    </message>
    <message>
        <source>Comparisons forgotten</source>
        <translation>Vergleiche vergessen</translation>
    </message>
    <message>
        <source>Comparisons brought back</source>
        <translation>Vergleiche zurückgeholt</translation>
    </message>
</context>
<context>
    <name>keyway::words::Admin</name>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Administrator added</source>
        <translation>Administrator hinzugefügt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Key added</source>
        <translation>Schlüssel hinzugefügt</translation>
    </message>
    <message>
        <source>Key replaced</source>
        <translation>Schlüssel ersetzt</translation>
    </message>
    <message>
        <source>Key retired</source>
        <translation>Schlüssel stillgelegt</translation>
    </message>
    <message>
        <source>E-mail, password or code is wrong.</source>
        <translation>E-Mail, Passwort oder Code ist falsch.</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>Die Sitzung ist zu Ende. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The session has ended after 30 minutes without work.</source>
        <translation>Die Sitzung endete nach 30 Minuten ohne Arbeit.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask an owner.</source>
        <translation>Ihre Rolle darf das nicht. Fragen Sie einen Eigentümer.</translation>
    </message>
    <message>
        <source>The server has no master key, so it keeps no administrators and no keys.</source>
        <translation>Der Server hat keinen Hauptschlüssel, daher verwahrt er weder Administratoren noch Schlüssel.</translation>
    </message>
    <message>
        <source>The server asks to wait a little.</source>
        <translation>Der Server bittet, etwas zu warten.</translation>
    </message>
    <message>
        <source>This address is not Keyway&apos;s listener for administrators.</source>
        <translation>Unter dieser Adresse ist Keyway nicht für Administratoren da.</translation>
    </message>
    <message>
        <source>The month is not over yet. People are counted by whole months.</source>
        <translation>Der Monat ist noch nicht vorbei. Gezählt wird nach ganzen Monaten.</translation>
    </message>
    <message>
        <source>This is not an address of a server.</source>
        <translation>Das ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>Use https. Plain http is for a server on this computer alone.</source>
        <translation>Nutzen Sie https. Unverschlüsseltes http ist nur für einen Server auf diesem Computer.</translation>
    </message>
    <message>
        <source>The address has a name or a password in it.</source>
        <translation>Die Adresse enthält einen Namen oder ein Passwort.</translation>
    </message>
    <message>
        <source>The server has this key already.</source>
        <translation>Der Server hat diesen Schlüssel schon.</translation>
    </message>
    <message>
        <source>This cannot be a key: it has letters that no key has.</source>
        <translation>Das kann kein Schlüssel sein: Er hat Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>The server does not know this service.</source>
        <translation>Der Server kennt diesen Dienst nicht.</translation>
    </message>
    <message>
        <source>There is no such key (any more).</source>
        <translation>Diesen Schlüssel gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Fails often</source>
        <translation>Versagt oft</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>asked to slow down</source>
        <translation>baten um Langsamkeit</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>überlastet</translation>
    </message>
    <message>
        <source>no answer in time, or cut off</source>
        <translation>ohne rechtzeitige Antwort oder abgebrochen</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>the user&apos;s matter: key, money or request</source>
        <translation>Sache des Nutzers: Schlüssel, Geld oder Anfrage</translation>
    </message>
    <message>
        <source>up to %1 s</source>
        <translation>bis %1 s</translation>
    </message>
    <message>
        <source>over 60 s</source>
        <translation>über 60 s</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Zu viele falsche Versuche. Versuchen Sie es in %n Minute erneut.</numerusform>
            <numerusform>Zu viele falsche Versuche. Versuchen Sie es in %n Minuten erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so nothing was sent.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut, daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The server is in trouble. Try again in a while.</source>
        <translation>Der Server hat Schwierigkeiten. Versuchen Sie es nach einer Weile erneut.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Apps</name>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
</context>
<context>
    <name>keyway::words::Audit</name>
    <message>
        <source>%1 entries fit one another. The note beside the record is missing, so nobody could tell whether the last ones were cut off.</source>
        <translation>%1 Einträge passen zueinander. Der Vermerk neben dem Protokoll fehlt; niemand könnte sagen, ob die letzten abgeschnitten wurden.</translation>
    </message>
    <message>
        <source>%1 entries fit one another, and the last one is the one that is noted beside the record.</source>
        <translation>%1 Einträge passen zueinander, und der letzte ist der, der neben dem Protokoll vermerkt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1 entries since %2 link up and %n daily seal(s) match.</source>
        <translation>
            <numerusform>%1 Einträge seit %2 hängen zusammen, und %n Tagessiegel stimmt.</numerusform>
            <numerusform>%1 Einträge seit %2 hängen zusammen, und %n Tagessiegel stimmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The seals in %1 are gone. Put the file back where you moved it; or have the record sealed anew, as it is now.</source>
        <translation>Die Siegel in %1 sind verschwunden. Legen Sie die Datei zurück, wenn Sie sie verschoben haben, oder lassen Sie das Protokoll neu siegeln, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>In %1 the seal of %2 is not as Keyway wrote it, or gone.</source>
        <translation>In %1 ist das Siegel vom %2 nicht, wie Keyway es schrieb, oder es fehlt.</translation>
    </message>
    <message>
        <source>In %1 there is something that Keyway did not write.</source>
        <translation>In %1 steht etwas, das Keyway nicht geschrieben hat.</translation>
    </message>
    <message>
        <source>The seals in %1 cannot be reached now; what is missing there is added when they can.</source>
        <translation>Die Siegel in %1 sind jetzt nicht erreichbar; was dort fehlt, wird nachgetragen, sobald sie es sind.</translation>
    </message>
    <message>
        <source>The newest seals are not in %1 yet.</source>
        <translation>Die neuesten Siegel stehen noch nicht in %1.</translation>
    </message>
    <message>
        <source>In %1 there is a seal of %2 that the record does not have. Entry %3 tells that a backup was restored: if you did that, have the record sealed anew; if not, somebody changed it.</source>
        <translation>In %1 steht ein Siegel vom %2, das es im Protokoll nicht gibt. Eintrag %3 sagt, dass eine Sicherung zurückgespielt wurde: Waren Sie das, lassen Sie das Protokoll neu siegeln; sonst hat es jemand verändert.</translation>
    </message>
    <message>
        <source>In %1 there is a seal of %2, of entry %3. Entries were cut off, or older records were put in the place of these.</source>
        <translation>In %1 steht ein Siegel vom %2 für Eintrag %3. Einträge wurden abgeschnitten, oder ältere Aufzeichnungen sind an die Stelle dieser getreten.</translation>
    </message>
    <message>
        <source>The entries fit one another, but not the seal of %1 in %2: from entry %3 on somebody may have written them anew, or changed that file.</source>
        <translation>Die Einträge passen zueinander, aber nicht zum Siegel vom %1 in %2: Ab Eintrag %3 hat sie womöglich jemand neu geschrieben oder diese Datei verändert.</translation>
    </message>
    <message>
        <source>Seals of the record are gone.</source>
        <translation>Siegel des Protokolls fehlen.</translation>
    </message>
    <message>
        <source>Seals of the record were changed.</source>
        <translation>Siegel des Protokolls wurden geändert.</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Entry %1 is missing.</source>
        <translation>Eintrag %1 fehlt.</translation>
    </message>
    <message>
        <source>The record ends before entry %1, which was written.</source>
        <translation>Das Protokoll endet vor Eintrag %1, der geschrieben wurde.</translation>
    </message>
    <message>
        <source>Entry %1 does not fit its seal.</source>
        <translation>Eintrag %1 passt nicht zu seinem Siegel.</translation>
    </message>
    <message>
        <source>Entry %1 does not fit the one before it.</source>
        <translation>Eintrag %1 passt nicht zum vorigen.</translation>
    </message>
    <message>
        <source>The record was changed outside Keyway, or the disk is faulty.</source>
        <translation>Das Protokoll wurde außerhalb von Keyway verändert, oder die Festplatte ist schadhaft.</translation>
    </message>
    <message>
        <source>Entry %1: %2, %3, %4.</source>
        <translation>Eintrag %1: %2, %3, %4.</translation>
    </message>
    <message>
        <source>Fits the record</source>
        <translation>Passt zum Protokoll</translation>
    </message>
    <message>
        <source>The newest seals are not in it yet</source>
        <translation>Die neuesten Siegel stehen noch nicht darin</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Changed at %1</source>
        <translation>Geändert beim %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>The seals in %1 cannot be read.</source>
        <translation>Die Siegel in %1 sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Seals of the record cannot be read.</source>
        <translation>Siegel der Aufzeichnung sind nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Connecting</name>
    <message>
        <source>Whoever runs the service gives it to you.</source>
        <translation>Wer den Dienst betreibt, gibt ihn Ihnen.</translation>
    </message>
    <message>
        <source>Sign in at %1.</source>
        <translation>Melden Sie sich bei %1 an.</translation>
    </message>
    <message>
        <source>Open your resource. It shows its endpoint and its keys; one of the two keys is enough.</source>
        <translation>Öffnen Sie Ihre Ressource. Sie zeigt ihren Endpunkt und ihre Schlüssel; einer der beiden Schlüssel genügt.</translation>
    </message>
    <message>
        <source>Copy endpoint and key, and the name of a deployment you made.</source>
        <translation>Kopieren Sie Endpunkt und Schlüssel und den Namen einer Ihrer Bereitstellungen.</translation>
    </message>
    <message>
        <source>Choose “%1” there.</source>
        <translation>Wählen Sie dort „%1“.</translation>
    </message>
    <message>
        <source>Make a new API key there.</source>
        <translation>Legen Sie dort einen neuen API-Schlüssel an.</translation>
    </message>
    <message>
        <source>Copy the key and paste it here. Most services show it only once.</source>
        <translation>Kopieren Sie ihn und fügen Sie ihn hier ein. Die meisten Dienste zeigen ihn nur einmal.</translation>
    </message>
    <message>
        <source>Copy the key and paste it here. %1 shows it only once.</source>
        <translation>Kopieren Sie ihn und fügen Sie ihn hier ein. %1 zeigt ihn nur einmal.</translation>
    </message>
    <message>
        <source>Copy the key and paste it here.</source>
        <translation>Kopieren Sie ihn und fügen Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>Keys work once a plan is chosen; the free one is enough.</source>
        <translation>Schlüssel gelten, sobald ein Tarif gewählt ist; der kostenlose genügt.</translation>
    </message>
    <message>
        <source>Trial keys are free and limited, production keys are billed.</source>
        <translation>Testschlüssel sind kostenlos und begrenzt, Produktionsschlüssel werden berechnet.</translation>
    </message>
    <message>
        <source>Runway makes nothing before credits were bought there.</source>
        <translation>Runway erzeugt nichts, bevor dort Guthaben gekauft wurde.</translation>
    </message>
    <message>
        <source>Its keys start with %1 and have %2 characters.</source>
        <translation>Die Schlüssel beginnen mit %1 und haben %2 Zeichen.</translation>
    </message>
    <message>
        <source>Its keys start with %1.</source>
        <translation>Die Schlüssel beginnen mit %1.</translation>
    </message>
    <message>
        <source>Its keys have %1 characters.</source>
        <translation>Die Schlüssel haben %1 Zeichen.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>As the resource shows it, or the target URI of a deployment.</source>
        <translation>Wie ihn die Ressource zeigt, oder der Ziel-URI einer Bereitstellung.</translation>
    </message>
    <message>
        <source>Of any server that speaks the OpenAI protocol; mostly it ends in /v1.</source>
        <translation>Eines beliebigen Servers, der das OpenAI-Protokoll spricht; meist endet sie auf /v1.</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>Standardmodell</translation>
    </message>
    <message>
        <source>%1: price unknown</source>
        <comment>a model</comment>
        <translation>%1: Preis unbekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a model and its prices</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyway::words::Dates</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format: Mon 16 Nov</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format: 2 Oct 2025</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a date</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format: 27 Nov</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format: 1 December</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format: 3 September 2026</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>1–%1</source>
        <comment>from the first to a day of the same month: 1–18 Nov</comment>
        <translation>1.–%1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>keyway::words::Errors</name>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation>Die Worte des Dienstes: „%1“</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>dem Schlüsselbund</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>den Schlüssel</translation>
    </message>
    <message>
        <source>the key of %1</source>
        <translation>den Schlüssel von %1</translation>
    </message>
    <message>
        <source>Your keychain is locked.</source>
        <translation>Ihr Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keys are safe in %1, but Keyway cannot use them until you unlock it. Costs and history stay readable.</source>
        <translation>Die Schlüssel sind in %1 sicher, aber Keyway kann sie erst nach dem Entsperren benutzen. Kosten und Verlauf bleiben lesbar.</translation>
    </message>
    <message>
        <source>The key is not in the keychain any more.</source>
        <translation>Der Schlüssel ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key of %1 is not in the keychain any more.</source>
        <translation>Der Schlüssel von %1 ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Another program may have deleted it.</source>
        <translation>Vielleicht hat ihn ein anderes Programm gelöscht.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Keyway can use.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den Keyway benutzen kann.</translation>
    </message>
    <message>
        <source>Keyway does not store keys in plain files. Create a vault with a password of yours, install a keychain, or give keys by environment variable.</source>
        <translation>Keyway legt Schlüssel nicht in lesbaren Dateien ab. Legen Sie einen Tresor mit eigenem Passwort an, installieren Sie einen Schlüsselbund oder geben Sie Schlüssel über Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>Your keychain does not answer.</source>
        <translation>Ihr Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>It may be waiting for you in another window.</source>
        <translation>Vielleicht wartet er in einem anderen Fenster auf Sie.</translation>
    </message>
    <message>
        <source>Keyway was not allowed to use %1.</source>
        <translation>Keyway durfte mit %1 nicht arbeiten.</translation>
    </message>
    <message>
        <source>The system asked and the answer was no.</source>
        <translation>Das System hat gefragt, und die Antwort war Nein.</translation>
    </message>
    <message>
        <source>This key is too long.</source>
        <translation>Dieser Schlüssel ist zu lang.</translation>
    </message>
    <message>
        <source>A keychain takes at most 2,000 characters. Something else may have been copied with it.</source>
        <translation>Ein Schlüsselbund nimmt höchstens 2.000 Zeichen. Vielleicht wurde etwas anderes mitkopiert.</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>Es ist kein Schlüssel da.</translation>
    </message>
    <message>
        <source>Paste it first.</source>
        <translation>Fügen Sie ihn zuerst ein.</translation>
    </message>
    <message>
        <source>The keychain did not keep the key.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht behalten.</translation>
    </message>
    <message>
        <source>It said nothing and gave back something else. Nothing was saved.</source>
        <translation>Er hat keinen Fehler gemeldet und etwas anderes zurückgegeben. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Keys cannot be saved here.</source>
        <translation>Schlüssel lassen sich hier nicht speichern.</translation>
    </message>
    <message>
        <source>They come from environment variables for this session.</source>
        <translation>Sie kommen für diese Sitzung aus Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>Your vault is closed.</source>
        <translation>Ihr Tresor ist geschlossen.</translation>
    </message>
    <message>
        <source>Enter its password to use the keys in it.</source>
        <translation>Geben Sie sein Passwort ein, um die Schlüssel darin zu benutzen.</translation>
    </message>
    <message>
        <source>This password does not open the vault.</source>
        <translation>Dieses Passwort öffnet den Tresor nicht.</translation>
    </message>
    <message>
        <source>Nothing was changed. There is no way around a lost password.</source>
        <translation>Es wurde nichts geändert. An einem verlorenen Passwort führt kein Weg vorbei.</translation>
    </message>
    <message>
        <source>Keyway&apos;s vault is damaged.</source>
        <translation>Der Tresor von Keyway ist beschädigt.</translation>
    </message>
    <message>
        <source>It was not changed. Bring back a copy from a backup, or move it away and enter the keys again.</source>
        <translation>Er wurde nicht verändert. Holen Sie eine Kopie aus einer Sicherung zurück, oder legen Sie ihn beiseite und geben Sie die Schlüssel neu ein.</translation>
    </message>
    <message>
        <source>There is no vault yet.</source>
        <translation>Es gibt noch keinen Tresor.</translation>
    </message>
    <message>
        <source>Create one with a password of yours.</source>
        <translation>Legen Sie einen mit eigenem Passwort an.</translation>
    </message>
    <message>
        <source>There is a vault already.</source>
        <translation>Es gibt schon einen Tresor.</translation>
    </message>
    <message>
        <source>Open it with its password.</source>
        <translation>Öffnen Sie ihn mit seinem Passwort.</translation>
    </message>
    <message>
        <source>Keyway could not read %1.</source>
        <translation>Keyway konnte %1 nicht lesen.</translation>
    </message>
    <message>
        <source>It is in %1 and could not be read.</source>
        <translation>Er liegt in %1 und konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Keyway could not write its records. Nothing was lost. Free some space and try again.</source>
        <translation>Keyway konnte seine Aufzeichnungen nicht schreiben. Es ging nichts verloren. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Keyway may not write to its data folder.</source>
        <translation>Keyway darf nicht in seinen Datenordner schreiben.</translation>
    </message>
    <message>
        <source>Costs and history can be read. New prompts need a folder that can be written, because each cost is recorded first.</source>
        <translation>Kosten und Verlauf sind lesbar. Neue Anfragen brauchen einen beschreibbaren Ordner, weil jede Ausgabe vorher festgehalten wird.</translation>
    </message>
    <message>
        <source>These records were made by a newer Keyway.</source>
        <translation>Diese Aufzeichnungen stammen von einem neueren Keyway.</translation>
    </message>
    <message>
        <source>They were not changed. Install the newer Keyway to open them.</source>
        <translation>Sie wurden nicht verändert. Installieren Sie das neuere Keyway, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>These records were made by an older Keyway.</source>
        <translation>Diese Aufzeichnungen stammen von einem älteren Keyway.</translation>
    </message>
    <message>
        <source>They have to be brought up to date, and the data folder cannot be written. Make it writable and start again.</source>
        <translation>Sie müssen erneuert werden, und der Datenordner ist nicht beschreibbar. Machen Sie ihn beschreibbar und starten Sie neu.</translation>
    </message>
    <message>
        <source>Keyway&apos;s records could not be opened.</source>
        <translation>Die Aufzeichnungen von Keyway ließen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was deleted: a copy was put aside.</source>
        <translation>Die Datei ist beschädigt. Es wurde nichts gelöscht: Eine Kopie liegt daneben.</translation>
    </message>
    <message>
        <source>The records in this folder belong to another program.</source>
        <translation>Die Aufzeichnungen in diesem Ordner gehören zu einem anderen Programm.</translation>
    </message>
    <message>
        <source>They were not changed. Choose another data folder.</source>
        <translation>Sie wurden nicht verändert. Wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Keyway may not open its data folder.</source>
        <translation>Keyway darf seinen Datenordner nicht öffnen.</translation>
    </message>
    <message>
        <source>It is not there, or belongs to somebody else. Check the folder and its rights.</source>
        <translation>Er fehlt oder gehört jemand anderem. Prüfen Sie den Ordner und seine Rechte.</translation>
    </message>
    <message>
        <source>Another program is writing to Keyway&apos;s records just now.</source>
        <translation>Gerade schreibt ein anderes Programm in die Aufzeichnungen von Keyway.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again in a moment.</source>
        <translation>Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation>Der Datenträger ließ sich nicht lesen oder beschreiben.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Check the disk.</source>
        <translation>Es wurde nichts gelöscht. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Keyway&apos;s list of services is damaged.</source>
        <translation>Die Liste der Dienste von Keyway ist beschädigt.</translation>
    </message>
    <message>
        <source>Install Keyway again. Your keys and records are not touched.</source>
        <translation>Installieren Sie Keyway neu. Schlüssel und Aufzeichnungen bleiben unberührt.</translation>
    </message>
    <message>
        <source>Keyway could not use its records.</source>
        <translation>Keyway konnte seine Aufzeichnungen nicht benutzen.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Check the disk and the data folder.</source>
        <translation>Es wurde nichts gelöscht. Prüfen Sie Datenträger und Datenordner.</translation>
    </message>
    <message>
        <source>Keyway could not shield its memory from other programs.</source>
        <translation>Keyway konnte seinen Speicher nicht vor anderen Programmen schützen.</translation>
    </message>
    <message>
        <source>It works, without this protection.</source>
        <translation>Es arbeitet ohne diesen Schutz.</translation>
    </message>
    <message>
        <source>Something went wrong inside Keyway.</source>
        <translation>In Keyway ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Nothing was lost. Details help to find the cause.</source>
        <translation>Es ging nichts verloren. Die Einzelheiten helfen, die Ursache zu finden.</translation>
    </message>
    <message>
        <source>The service</source>
        <translation>Der Dienst</translation>
    </message>
    <message>
        <source>This is not an address that Keyway can use.</source>
        <translation>Mit dieser Adresse kann Keyway nichts anfangen.</translation>
    </message>
    <message>
        <source>Write it like https://api.example.org/v1, without a question mark.</source>
        <translation>Schreiben Sie sie wie https://api.example.org/v1, ohne Fragezeichen.</translation>
    </message>
    <message>
        <source>This address would send your key unencrypted.</source>
        <translation>Diese Adresse würde Ihren Schlüssel unverschlüsselt senden.</translation>
    </message>
    <message>
        <source>Use https. Only a service on this computer may use http.</source>
        <translation>Benutzen Sie https. Nur ein Dienst auf diesem Rechner darf http benutzen.</translation>
    </message>
    <message>
        <source>This address contains a user name or a password.</source>
        <translation>Diese Adresse enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>Leave it out: the key has its own field.</source>
        <translation>Lassen Sie das weg: Der Schlüssel hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>Another integration has this name.</source>
        <translation>Eine andere Integration hat diesen Namen.</translation>
    </message>
    <message>
        <source>Another integration is called %1.</source>
        <translation>Eine andere Integration heißt %1.</translation>
    </message>
    <message>
        <source>Choose a name of its own, so that costs can be told apart.</source>
        <translation>Wählen Sie einen eigenen Namen, damit sich die Kosten unterscheiden lassen.</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>Dieser Name lässt sich nicht benutzen.</translation>
    </message>
    <message>
        <source>Choose a name with at least one letter.</source>
        <translation>Wählen Sie einen Namen mit mindestens einem Buchstaben.</translation>
    </message>
    <message>
        <source>%1 needs a key.</source>
        <translation>%1 braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>Paste the one you made there.</source>
        <translation>Fügen Sie den ein, den Sie dort angelegt haben.</translation>
    </message>
    <message>
        <source>Keyway does not know this service.</source>
        <translation>Keyway kennt diesen Dienst nicht.</translation>
    </message>
    <message>
        <source>A service that speaks the OpenAI protocol can be added by its address.</source>
        <translation>Ein Dienst, der das OpenAI-Protokoll spricht, kann über seine Adresse hinzugefügt werden.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>Dieses Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>None of your services offers %1.</source>
        <translation>Keiner Ihrer Dienste bietet %1 an.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>There is no such integration.</source>
        <translation>Diese Integration gibt es nicht.</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile.</source>
        <translation>Vielleicht wurde sie inzwischen entfernt.</translation>
    </message>
    <message>
        <source>There is no such conversation.</source>
        <translation>Diese Unterhaltung gibt es nicht.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile.</source>
        <translation>Vielleicht wurde sie inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>Diese Zeitzone gibt es nicht.</translation>
    </message>
    <message>
        <source>Write it like Europe/Berlin.</source>
        <translation>Schreiben Sie sie wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Die Anfrage ist leer.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>This prompt is too large for any service.</source>
        <translation>Diese Anfrage ist für jeden Dienst zu groß.</translation>
    </message>
    <message>
        <source>Shorten it or split it. Nothing was sent.</source>
        <translation>Kürzen oder teilen Sie sie. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>These prices cannot be used.</source>
        <translation>Diese Preise lassen sich nicht benutzen.</translation>
    </message>
    <message>
        <source>Write dollars for a million tokens, with at most six decimals, such as 2.50.</source>
        <translation>Schreiben Sie Dollar für eine Million Token, mit Punkt und höchstens sechs Nachkommastellen, etwa 2.50.</translation>
    </message>
    <message>
        <source>The saved fee plan cannot be read.</source>
        <translation>Der gespeicherte Gebührenplan ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing was changed. Set the plan again.</source>
        <translation>Es wurde nichts geändert. Stellen Sie den Plan neu ein.</translation>
    </message>
    <message>
        <source>This is too long for %1.</source>
        <translation>Das ist zu lang für %1.</translation>
    </message>
    <message>
        <source>It takes %1 tokens; the prompt has %2.</source>
        <translation>Möglich sind %1 Token; die Anfrage hat %2.</translation>
    </message>
    <message>
        <source>Shorten the prompt or use a model that takes more.</source>
        <translation>Kürzen Sie die Anfrage oder benutzen Sie ein Modell, das mehr nimmt.</translation>
    </message>
    <message>
        <source>%1 declined this prompt because of its rules on content.</source>
        <translation>%1 hat diese Anfrage wegen seiner Inhaltsregeln abgelehnt.</translation>
    </message>
    <message>
        <source>%1 could not use this prompt.</source>
        <translation>%1 konnte mit dieser Anfrage nichts anfangen.</translation>
    </message>
    <message>
        <source>It did not say why. Nothing was charged.</source>
        <translation>Ein Grund wurde nicht genannt. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>Keyway does not know the price of this model.</source>
        <translation>Keyway kennt den Preis dieses Modells nicht.</translation>
    </message>
    <message>
        <source>Keyway does not know the price of %1.</source>
        <translation>Keyway kennt den Preis von %1 nicht.</translation>
    </message>
    <message>
        <source>%1 has a limit, and a limit needs a price. Enter one, or take the limit away.</source>
        <translation>%1 hat ein Limit, und ein Limit braucht einen Preis. Geben Sie einen ein, oder heben Sie das Limit auf.</translation>
    </message>
    <message>
        <source>%1 reached its limit of %2.</source>
        <translation>%1 hat das Limit von %2 erreicht.</translation>
    </message>
    <message>
        <source>%1 reached its limit.</source>
        <translation>%1 hat das Limit erreicht.</translation>
    </message>
    <message>
        <source>It starts again on %1.</source>
        <translation>Am %1 geht es weiter.</translation>
    </message>
    <message>
        <source>It starts again next month.</source>
        <translation>Im nächsten Monat geht es weiter.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>What was written until then is kept.</source>
        <translation>Was bis dahin geschrieben war, bleibt.</translation>
    </message>
    <message>
        <source>%1 refused this key.</source>
        <translation>%1 hat diesen Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>%1 keys have %2 characters and this one has %3, so part of it may be missing. Copy the whole key and paste it again.</source>
        <translation>Schlüssel von %1 haben %2 Zeichen, dieser hat %3; vielleicht fehlt ein Teil. Kopieren Sie den ganzen Schlüssel und fügen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>%1 keys have %2 characters and this one has %3, so something else may have been copied with it.</source>
        <translation>Schlüssel von %1 haben %2 Zeichen, dieser hat %3; vielleicht wurde etwas anderes mitkopiert.</translation>
    </message>
    <message>
        <source>It may have been revoked, belong to another service, or be copied in part.</source>
        <translation>Vielleicht wurde er widerrufen, gehört zu einem anderen Dienst oder ist nur zum Teil kopiert.</translation>
    </message>
    <message>
        <source>This key may not use %1.</source>
        <translation>Dieser Schlüssel darf %1 nicht benutzen.</translation>
    </message>
    <message>
        <source>Choose another model, or allow it in your %1 account.</source>
        <translation>Wählen Sie ein anderes Modell, oder erlauben Sie es in Ihrem Konto bei %1.</translation>
    </message>
    <message>
        <source>%1 no longer accepts its key.</source>
        <translation>%1 nimmt den Schlüssel nicht mehr an.</translation>
    </message>
    <message>
        <source>%1 no longer accepts the key ending %2.</source>
        <translation>%1 nimmt den Schlüssel mit dem Ende %2 nicht mehr an.</translation>
    </message>
    <message>
        <source>It may have been revoked or have expired. Prompts go to your other services.</source>
        <translation>Vielleicht wurde er widerrufen oder ist abgelaufen. Anfragen gehen an Ihre anderen Dienste.</translation>
    </message>
    <message>
        <source>%1 is busy: its limit for this minute is used up.</source>
        <translation>%1 ist ausgelastet: Das Limit für diese Minute ist aufgebraucht.</translation>
    </message>
    <message>
        <source>%1&apos;s limit is used up for now.</source>
        <translation>Das Limit von %1 ist vorerst aufgebraucht.</translation>
    </message>
    <message>
        <source>It asks to wait %1.</source>
        <translation>Der Dienst bittet zu warten: %1.</translation>
    </message>
    <message>
        <source>It asks to wait %1. Keyway waits or asks the next service.</source>
        <translation>Der Dienst bittet zu warten: %1. Keyway wartet oder fragt den nächsten Dienst.</translation>
    </message>
    <message>
        <source>Keyway waits or asks the next service.</source>
        <translation>Keyway wartet oder fragt den nächsten Dienst.</translation>
    </message>
    <message>
        <source>%1 is not running on this computer.</source>
        <translation>%1 läuft nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Start it and try again.</source>
        <translation>Starten Sie das Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 ist abgerissen.</translation>
    </message>
    <message>
        <source>What arrived is kept. %1 may have charged for it.</source>
        <translation>Was ankam, bleibt. Vielleicht hat %1 es berechnet.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 cannot be reached at %2.</source>
        <translation>%1 ist unter %2 nicht erreichbar.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the network and the address.</source>
        <translation>Es wurde nichts gesendet. Prüfen Sie Netz und Adresse.</translation>
    </message>
    <message>
        <source>%1 wants to send Keyway to another address.</source>
        <translation>%1 will Keyway an eine andere Adresse schicken.</translation>
    </message>
    <message>
        <source>Keyway does not follow, because your key would go with it. Check the base URL.</source>
        <translation>Keyway folgt nicht, weil Ihr Schlüssel mitginge. Prüfen Sie die Basis-URL.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>Somebody may be listening, or your company inspects traffic. Nothing was sent.</source>
        <translation>Vielleicht hört jemand mit, oder Ihre Firma prüft den Verkehr. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your %1 balance is used up.</source>
        <translation>Ihr Guthaben bei %1 ist aufgebraucht.</translation>
    </message>
    <message>
        <source>%1 asks you to add credit there. Other services go on.</source>
        <translation>%1 bittet Sie, dort Guthaben aufzuladen. Die anderen Dienste laufen weiter.</translation>
    </message>
    <message>
        <source>%1 is in trouble.</source>
        <translation>%1 hat Schwierigkeiten.</translation>
    </message>
    <message>
        <source>It could not answer just now. It charges nothing for that.</source>
        <translation>Der Dienst konnte gerade nicht antworten. Er berechnet dafür nichts.</translation>
    </message>
    <message>
        <source>%1 is not on this computer yet.</source>
        <translation>%1 ist noch nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Download it with %1, or choose another model.</source>
        <translation>Laden Sie es mit %1 herunter, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>%1 does not offer this model.</source>
        <translation>%1 bietet dieses Modell nicht an.</translation>
    </message>
    <message>
        <source>%1 does not offer %2.</source>
        <translation>%1 bietet %2 nicht an.</translation>
    </message>
    <message>
        <source>Choose another model. The key is fine.</source>
        <translation>Wählen Sie ein anderes Modell. Der Schlüssel ist in Ordnung.</translation>
    </message>
    <message>
        <source>%1 did not start within %2.</source>
        <translation>%1 hat nicht rechtzeitig begonnen (%2).</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may still charge for this prompt.</source>
        <translation>Vielleicht berechnet der Dienst diese Anfrage trotzdem.</translation>
    </message>
    <message>
        <source>It charges nothing for that.</source>
        <translation>Der Dienst berechnet dafür nichts.</translation>
    </message>
    <message>
        <source>Keyway did not understand the answer of %1.</source>
        <translation>Keyway hat die Antwort von %1 nicht verstanden.</translation>
    </message>
    <message>
        <source>It may have charged for it. Check the base URL if this goes on.</source>
        <translation>Vielleicht hat der Dienst sie berechnet. Prüfen Sie die Basis-URL, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>Check that the base URL is the address of its API.</source>
        <translation>Prüfen Sie, ob die Basis-URL die Adresse der API ist.</translation>
    </message>
    <message>
        <source>Keyway&apos;s vault could not be written.</source>
        <translation>Der Tresor von Keyway konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It was not changed. Check the disk and the data folder.</source>
        <translation>Er wurde nicht geändert. Prüfen Sie den Datenträger und den Datenordner.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the folder, its rights and the space on its disk.</source>
        <translation>Prüfen Sie den Ordner, seine Rechte und den Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>This prompt is not valid UTF-8 text.</source>
        <translation>Dieser Prompt ist kein gültiger UTF-8-Text.</translation>
    </message>
    <message>
        <source>Convert it to UTF-8 first. Nothing was sent.</source>
        <translation>Wandeln Sie ihn zuerst in UTF-8 um. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 has no usual address.</source>
        <translation>%1 hat keine übliche Adresse.</translation>
    </message>
    <message>
        <source>Give the base URL of the one you use.</source>
        <translation>Geben Sie die Basis-URL der Instanz an, die Sie nutzen.</translation>
    </message>
    <message>
        <source>No model is named, and %1 named none.</source>
        <translation>Kein Modell ist genannt, und %1 nannte keines.</translation>
    </message>
    <message>
        <source>Name the model that should be used.</source>
        <translation>Nennen Sie das Modell, das verwendet werden soll.</translation>
    </message>
    <message>
        <source>This computer is offline.</source>
        <translation>Dieser Computer ist offline.</translation>
    </message>
    <message>
        <source>Nothing was sent. Connect it to a network and try again.</source>
        <translation>Nichts wurde gesendet. Verbinden Sie ihn mit einem Netz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>None of your services can answer this.</source>
        <translation>Keiner Ihrer Dienste kann das beantworten.</translation>
    </message>
    <message>
        <source>Look under “Why this service” for what is in the way of each.</source>
        <translation>Unter „Warum dieser Dienst“ steht, was bei jedem im Weg ist.</translation>
    </message>
    <message>
        <source>%1 does not do this kind of prompt.</source>
        <translation>%1 beantwortet diese Art von Prompt nicht.</translation>
    </message>
    <message>
        <source>Choose another service.</source>
        <translation>Wählen Sie einen anderen Dienst.</translation>
    </message>
    <message>
        <source>This is not a key that can be sent.</source>
        <translation>Das ist kein Schlüssel, der gesendet werden kann.</translation>
    </message>
    <message>
        <source>It has characters that no key has. Copy the key alone.</source>
        <translation>Er enthält Zeichen, die kein Schlüssel hat. Kopieren Sie nur den Schlüssel.</translation>
    </message>
    <message>
        <source>The environment variable with the key is not set.</source>
        <translation>Die Umgebungsvariable mit dem Schlüssel ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>The environment variable with the key of %1 is not set.</source>
        <translation>Die Umgebungsvariable mit dem Schlüssel von %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Set it and start Keyway again.</source>
        <translation>Setzen Sie sie, und starten Sie Keyway erneut.</translation>
    </message>
    <message>
        <source>Your limit at %1 is used up for today.</source>
        <translation>Ihr Limit bei %1 ist für heute aufgebraucht.</translation>
    </message>
    <message>
        <source>It starts anew by itself. Other services go on.</source>
        <translation>Es beginnt von selbst neu. Die anderen Dienste laufen weiter.</translation>
    </message>
    <message>
        <source>No environment variable can be called by this name.</source>
        <translation>Nach diesem Namen kann keine Umgebungsvariable heißen.</translation>
    </message>
    <message>
        <source>Choose a name with a letter from A to Z or a digit.</source>
        <translation>Wählen Sie einen Namen mit einem Buchstaben von A bis Z oder einer Ziffer.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid today.</source>
        <translation>Das Zertifikat von %1 ist heute nicht gültig.</translation>
    </message>
    <message>
        <source>It has expired, or the clock of this computer is wrong. Nothing was sent.</source>
        <translation>Es ist abgelaufen, oder die Uhr dieses Computers geht falsch. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 is that of another address.</source>
        <translation>Das Zertifikat von %1 gehört zu einer anderen Adresse.</translation>
    </message>
    <message>
        <source>Somebody may be listening, or the base URL is wrong. Nothing was sent.</source>
        <translation>Vielleicht hört jemand mit, oder die Basis-URL stimmt nicht. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>No secure connection to %1 came about.</source>
        <translation>Mit %1 kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>It does not speak TLS 1.2 or later, or something between here and there breaks it. Nothing was sent.</source>
        <translation>Dort wird TLS 1.2 oder neuer nicht gesprochen, oder etwas unterwegs stört. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This model does not take the attached file.</source>
        <translation>Dieses Modell nimmt die angehängte Datei nicht an.</translation>
    </message>
    <message>
        <source>Choose another model or take the file out. Nothing was sent.</source>
        <translation>Wählen Sie ein anderes Modell, oder entfernen Sie die Datei. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This model needs a picture to work on.</source>
        <translation>Dieses Modell braucht ein Bild, an dem es arbeitet.</translation>
    </message>
    <message>
        <source>Attach one. Nothing was sent.</source>
        <translation>Hängen Sie eines an. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 has no use for an admin key.</source>
        <translation>%1 braucht keinen Admin-Schlüssel.</translation>
    </message>
    <message>
        <source>OpenAI and Anthropic tell their bills to one; other services tell them to the ordinary key, or to nobody.</source>
        <translation>OpenAI und Anthropic nennen ihre Abrechnungen nur einem solchen; andere Dienste nennen sie dem gewöhnlichen Schlüssel oder niemandem.</translation>
    </message>
    <message>
        <source>%1 does not list its models.</source>
        <translation>%1 führt keine Liste seiner Modelle.</translation>
    </message>
    <message>
        <source>Those of Keyway&apos;s own list can be used, and any other by its name.</source>
        <translation>Die aus Keyways eigener Liste sind verwendbar, und jedes andere mit seinem Namen.</translation>
    </message>
    <message>
        <source>%1 refused this admin key.</source>
        <translation>%1 hat diesen Admin-Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>Bills need a key that the owner of the account makes for them, not one for prompts.</source>
        <translation>Abrechnungen brauchen einen Schlüssel, den der Inhaber des Kontos dafür macht, nicht einen für Prompts.</translation>
    </message>
    <message>
        <source>%1 could not finish this.</source>
        <translation>%1 konnte das nicht fertigstellen.</translation>
    </message>
    <message>
        <source>%1 cannot stop this any more.</source>
        <translation>%1 kann das nicht mehr abbrechen.</translation>
    </message>
    <message>
        <source>It goes on, and will be charged.</source>
        <translation>Es läuft weiter und wird berechnet.</translation>
    </message>
    <message>
        <source>There is no such picture or video.</source>
        <translation>Ein solches Bild oder Video gibt es nicht.</translation>
    </message>
    <message>
        <source>This has ended already.</source>
        <translation>Das ist schon zu Ende.</translation>
    </message>
    <message>
        <source>There is nothing left to stop.</source>
        <translation>Es gibt nichts mehr abzubrechen.</translation>
    </message>
    <message>
        <source>The link to the result has expired.</source>
        <translation>Der Link zum Ergebnis ist abgelaufen.</translation>
    </message>
    <message>
        <source>It was made and charged. Look for it in your account at %1.</source>
        <translation>Es wurde gemacht und berechnet. Suchen Sie es in Ihrem Konto bei %1.</translation>
    </message>
    <message>
        <source>%1 does not know this any more.</source>
        <translation>%1 kennt das nicht mehr.</translation>
    </message>
    <message>
        <source>Nobody here can tell how it ended. It may have been charged.</source>
        <translation>Wie es ausging, kann hier niemand sagen. Vielleicht wurde es berechnet.</translation>
    </message>
    <message>
        <source>%1 did not finish this in time.</source>
        <translation>%1 wurde damit nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>Keyway asks no more. It may have been charged: look in your account there.</source>
        <translation>Keyway fragt nicht weiter nach. Vielleicht wurde es berechnet: Sehen Sie in Ihrem Konto dort nach.</translation>
    </message>
    <message>
        <source>Nothing is kept under this name.</source>
        <translation>Unter diesem Namen ist nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>This is not a proxy that Keyway can use.</source>
        <translation>Das ist kein Proxy, den Keyway benutzen kann.</translation>
    </message>
    <message>
        <source>Write it with its port, like http://proxy.example.org:3128 or socks5://localhost:1080.</source>
        <translation>Schreiben Sie ihn mit seinem Port, etwa http://proxy.example.org:3128 oder socks5://localhost:1080.</translation>
    </message>
    <message>
        <source>This proxy address contains a user name or a password.</source>
        <translation>Diese Proxy-Adresse enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>Keyway keeps no secrets in its settings. Leave them out and use a proxy that asks for none, such as one on this computer that signs in for you.</source>
        <translation>Keyway bewahrt keine Geheimnisse in seinen Einstellungen auf. Lassen Sie beides weg, und benutzen Sie einen Proxy, der nicht danach fragt, etwa einen auf diesem Computer, der Sie anmeldet.</translation>
    </message>
    <message>
        <source>The proxy of %1 did not make the connection.</source>
        <translation>Der Proxy von %1 hat die Verbindung nicht hergestellt.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check that it runs at the address under Configure, Advanced, Connection, and that it allows and reaches this service.</source>
        <translation>Nichts wurde gesendet. Prüfen Sie, ob er unter der Adresse läuft, die unter Einrichten, Erweitert, Verbindung steht, und ob er diesen Dienst erlaubt und erreicht.</translation>
    </message>
    <message>
        <source>The proxy did not make the connection.</source>
        <translation>Der Proxy hat die Verbindung nicht hergestellt.</translation>
    </message>
    <message>
        <source>The proxy of %1 asks for a password.</source>
        <translation>Der Proxy von %1 fragt nach einem Passwort.</translation>
    </message>
    <message>
        <source>Nothing was sent. Keyway keeps no passwords of proxies. Use one that asks for none, such as one on this computer that signs in for you.</source>
        <translation>Nichts wurde gesendet. Keyway bewahrt keine Passwörter von Proxys auf. Benutzen Sie einen, der nicht danach fragt, etwa einen auf diesem Computer, der Sie anmeldet.</translation>
    </message>
    <message>
        <source>The proxy asks for a password.</source>
        <translation>Der Proxy fragt nach einem Passwort.</translation>
    </message>
    <message>
        <source>The certificate file of %1 cannot be read.</source>
        <translation>Die Zertifikatsdatei von %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check that it is there and that you may read it, or choose another one under Configure, Advanced, Connection.</source>
        <translation>Nichts wurde gesendet. Prüfen Sie, ob sie da ist und ob Sie sie lesen dürfen, oder wählen Sie unter Einrichten, Erweitert, Verbindung eine andere.</translation>
    </message>
    <message>
        <source>The certificate file cannot be read.</source>
        <translation>Die Zertifikatsdatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The certificate file of %1 holds no certificate.</source>
        <translation>Die Zertifikatsdatei von %1 enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>Nothing was sent. It has to be in PEM format: text that begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>Nichts wurde gesendet. Sie muss im PEM-Format sein: Text, der mit -----BEGIN CERTIFICATE----- beginnt.</translation>
    </message>
    <message>
        <source>The certificate file holds no certificate.</source>
        <translation>Die Zertifikatsdatei enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>A file could not go to the bin.</source>
        <translation>Eine Datei konnte nicht in den Papierkorb.</translation>
    </message>
    <message>
        <source>It is where it was. Some disks have no bin: delete it in its folder.</source>
        <translation>Sie ist noch, wo sie war. Manche Laufwerke haben keinen Papierkorb: Löschen Sie sie in ihrem Ordner.</translation>
    </message>
    <message>
        <source>A file that went with the prompt is not there any more.</source>
        <translation>Eine Datei, die zum Prompt gehörte, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Nothing was sent. Attach it to a new prompt.</source>
        <translation>Nichts wurde gesendet. Hängen Sie sie an einen neuen Prompt an.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>Prüfen Sie, ob sie da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This file is no whole backup of Keyway.</source>
        <translation>Diese Datei ist keine ganze Sicherung von Keyway.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take another one.</source>
        <translation>Nichts wurde geändert. Nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>Keyway is running with these records.</source>
        <translation>Keyway läuft gerade mit diesen Einträgen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Close its window and everything else that uses them, and try again.</source>
        <translation>Nichts wurde geändert. Schließen Sie sein Fenster und alles andere, was sie benutzt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This file does not have Keyway&apos;s records.</source>
        <translation>Diese Datei hat keine Einträge von Keyway.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in. It has to be JSON Lines that Keyway wrote.</source>
        <translation>Nichts davon wurde übernommen. Es müssen JSON Lines sein, die Keyway schrieb.</translation>
    </message>
    <message>
        <source>A record of this file is here already, with other figures.</source>
        <translation>Ein Eintrag dieser Datei ist schon da, mit anderen Zahlen.</translation>
    </message>
    <message>
        <source>It was not changed. The file was made from other records, or edited.</source>
        <translation>Er wurde nicht geändert. Die Datei stammt aus anderen Einträgen oder wurde bearbeitet.</translation>
    </message>
    <message>
        <source>Keyway does not know this program.</source>
        <translation>Keyway kennt dieses Programm nicht.</translation>
    </message>
    <message>
        <source>It takes app:window, app:cli and app:gateway.</source>
        <translation>Möglich sind app:window, app:cli und app:gateway.</translation>
    </message>
    <message>
        <source>There is no such alert.</source>
        <translation>Diese Warnung gibt es nicht.</translation>
    </message>
    <message>
        <source>keyway alerts shows those that there are.</source>
        <translation>keyway alerts zeigt die, die es gibt.</translation>
    </message>
    <message>
        <source>This could pass a limit that asks first.</source>
        <translation>Das könnte ein Limit überschreiten, das vorher nachfragt.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The same prompt came too often.</source>
        <translation>Derselbe Prompt kam zu oft.</translation>
    </message>
    <message>
        <source>Keyway stopped it, since a program may be running away. Answer the alert with “That was me” and it goes on. Nothing was sent.</source>
        <translation>Keyway hat ihn angehalten, denn vielleicht läuft ein Programm davon. Beantworten Sie die Warnung mit „Das war ich“, dann geht es weiter. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This file cannot be read as a list of costs.</source>
        <translation>Diese Datei lässt sich nicht als Liste von Kosten lesen.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in. It has to be the CSV file as %1 wrote it.</source>
        <translation>Nichts davon wurde übernommen. Es muss die CSV-Datei sein, wie %1 sie geschrieben hat.</translation>
    </message>
    <message>
        <source>This file has no costs.</source>
        <translation>Diese Datei hat keine Kosten.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in. At %1, export the costs instead of the usage.</source>
        <translation>Nichts davon wurde übernommen. Exportieren Sie bei %1 die Kosten statt der Nutzung.</translation>
    </message>
    <message>
        <source>This file is not from %1.</source>
        <translation>Diese Datei ist nicht von %1.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in. Name an integration of the service that it is from.</source>
        <translation>Nichts davon wurde übernommen. Nennen Sie eine Integration des Dienstes, von dem sie ist.</translation>
    </message>
    <message>
        <source>This file has amounts in another currency than US dollars.</source>
        <translation>Diese Datei hat Beträge in einer anderen Währung als US-Dollar.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in: Keyway counts in US dollars.</source>
        <translation>Nichts davon wurde übernommen: Keyway zählt in US-Dollar.</translation>
    </message>
    <message>
        <source>%1 has no bills that Keyway could compare.</source>
        <translation>%1 hat keine Rechnungen, die Keyway vergleichen könnte.</translation>
    </message>
    <message>
        <source>Nothing was taken in.</source>
        <translation>Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>A record of this file is from a month whose single requests were taken out here.</source>
        <translation>Ein Eintrag dieser Datei ist aus einem Monat, dessen einzelne Anfragen hier herausgenommen wurden.</translation>
    </message>
    <message>
        <source>What the month cost is kept, and would count twice. Take in the later months alone.</source>
        <translation>Was der Monat gekostet hat, ist behalten und würde doppelt zählen. Übernehmen Sie nur die späteren Monate.</translation>
    </message>
    <message>
        <source>This file is no file of seals of this record.</source>
        <translation>Diese Datei ist keine Siegeldatei dieses Protokolls.</translation>
    </message>
    <message>
        <source>Choose another name; Keyway writes into no file that it did not make.</source>
        <translation>Wählen Sie einen anderen Namen; Keyway schreibt in keine Datei, die es nicht angelegt hat.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Fees</name>
    <message>
        <source>%1%</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ¢</source>
        <comment>cents</comment>
        <translation>%1 ¢</translation>
    </message>
    <message>
        <source>none</source>
        <comment>platform service fee</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 per request</source>
        <translation>%1 je Anfrage</translation>
    </message>
    <message>
        <source>monthly</source>
        <comment>platform service fee</comment>
        <translation>monatlich</translation>
    </message>
    <message>
        <source>free: our keys, limited</source>
        <translation>kostenlos: unsere Schlüssel, begrenzt</translation>
    </message>
    <message>
        <source>Platform Service Fee (%1)</source>
        <translation>Plattformgebühr (%1)</translation>
    </message>
    <message>
        <source>You pay no platform fee.</source>
        <translation>Sie zahlen keine Plattformgebühr.</translation>
    </message>
    <message>
        <source>The fee is %1 of what the services charge you.</source>
        <translation>Die Gebühr ist %1 von dem, was die Dienste Ihnen berechnen.</translation>
    </message>
    <message>
        <source>This month the services charge %1, so the fee is %2.</source>
        <translation>In diesem Monat berechnen die Dienste %1, also ist die Gebühr %2.</translation>
    </message>
    <message>
        <source>It is worked out for each request and rounded to a billionth of a dollar. Cents are rounded once, at the total.</source>
        <translation>Sie wird für jede Anfrage ausgerechnet und auf ein Milliardstel Dollar gerundet. Auf Cent wird einmal gerundet, in der Summe.</translation>
    </message>
    <message>
        <source>The fee is %1 for each request that was answered.</source>
        <translation>Die Gebühr ist %1 für jede beantwortete Anfrage.</translation>
    </message>
    <message>
        <source>This month it comes to %1.</source>
        <translation>In diesem Monat sind das %1.</translation>
    </message>
    <message>
        <source>The fee is %1 a month, whatever you use.</source>
        <translation>Die Gebühr ist %1 im Monat, gleich wie viel Sie nutzen.</translation>
    </message>
    <message>
        <source>A limited number of requests a month runs on Keyway&apos;s own keys at no cost. Your own keys need a paid plan.</source>
        <translation>Eine begrenzte Zahl von Anfragen im Monat läuft kostenlos mit Schlüsseln von Keyway. Eigene Schlüssel brauchen einen bezahlten Plan.</translation>
    </message>
    <message>
        <source>There is no fee on requests that failed, cost nothing, ran on this computer or have no known price.</source>
        <translation>Keine Gebühr fällt an für Anfragen, die gescheitert sind, nichts kosten, auf diesem Rechner liefen oder keinen bekannten Preis haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of this month have no known cost and are not in these sums.</source>
        <translation>
            <numerusform>%n Anfrage dieses Monats hat keine bekannten Kosten und ist in diesen Summen nicht enthalten.</numerusform>
            <numerusform>%n Anfragen dieses Monats haben keine bekannten Kosten und sind in diesen Summen nicht enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <comment>a fee plan</comment>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Percent</source>
        <comment>a fee plan</comment>
        <translation>Prozentual</translation>
    </message>
    <message>
        <source>Per request</source>
        <comment>a fee plan</comment>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>Monthly</source>
        <comment>a fee plan</comment>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Freemium</source>
        <comment>a fee plan</comment>
        <translation>Freemium</translation>
    </message>
</context>
<context>
    <name>keyway::words::Health</name>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>Schlüssel fehlt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Über dem Budget</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>refused the key</source>
        <translation>hat den Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>balance used up</source>
        <translation>Guthaben aufgebraucht</translation>
    </message>
    <message>
        <source>model is gone</source>
        <translation>Modell gibt es nicht mehr</translation>
    </message>
    <message>
        <source>no longer offers %1</source>
        <translation>bietet %1 nicht mehr an</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>test it to use it again</source>
        <translation>vor der nächsten Nutzung testen</translation>
    </message>
    <message numerus="yes">
        <source>Disabled after %n request(s)</source>
        <translation>
            <numerusform>Deaktiviert nach %n Anfrage</numerusform>
            <numerusform>Deaktiviert nach %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved without a test</source>
        <translation>Ohne Test gespeichert</translation>
    </message>
    <message>
        <source>Turned off by you %1</source>
        <translation>Von Ihnen ausgeschaltet: %1</translation>
    </message>
    <message>
        <source>Turned off by you</source>
        <translation>Von Ihnen ausgeschaltet</translation>
    </message>
    <message>
        <source>waits for the keychain</source>
        <translation>wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>not in the keychain any more</source>
        <translation>nicht mehr im Schlüsselbund</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>slow, %1 to the first word</source>
        <translation>langsam, %1 bis zum ersten Wort</translation>
    </message>
    <message>
        <source>some requests fail</source>
        <translation>einige Anfragen scheitern</translation>
    </message>
    <message>
        <source>%1 an image</source>
        <translation>%1 je Bild</translation>
    </message>
    <message>
        <source>Text, images, video</source>
        <translation>Text, Bilder, Video</translation>
    </message>
    <message>
        <source>Text, images</source>
        <translation>Text, Bilder</translation>
    </message>
    <message>
        <source>Text, video</source>
        <translation>Text, Video</translation>
    </message>
    <message>
        <source>Images, video</source>
        <translation>Bilder, Video</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>key from the environment</source>
        <translation>Schlüssel aus der Umgebung</translation>
    </message>
    <message>
        <source>key saved</source>
        <translation>Schlüssel gespeichert</translation>
    </message>
    <message>
        <source>key ends %1</source>
        <translation>Schlüssel endet auf %1</translation>
    </message>
    <message>
        <source>%1 of %2 limit</source>
        <translation>%1 von %2 Limit</translation>
    </message>
    <message>
        <source>%1 · full about %2</source>
        <comment>50% of $25.00 limit · full about 27 Nov</comment>
        <translation>%1 · voll etwa %2</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) running</source>
        <translation>
            <numerusform>%n Anfrage läuft</numerusform>
            <numerusform>%n Anfragen laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::InvoiceSheet</name>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Credit note %1</source>
        <translation>Gutschrift %1</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Platform fee, %1 %2</source>
        <comment>month, year</comment>
        <translation>Plattformgebühr, %1 %2</translation>
    </message>
    <message>
        <source>Issued on %1</source>
        <translation>Ausgestellt am %1</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation>Plattformkosten</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Rounded to cents</source>
        <translation>Auf Cent gerundet</translation>
    </message>
    <message>
        <source>Tax (%1)</source>
        <translation>Steuer (%1)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Platform costs were paid to the services directly and are not part of the sum. They are listed so that the fee can be checked.</source>
        <translation>Plattformkosten gingen direkt an die Dienste und gehören nicht zur Summe. Sie stehen hier, damit sich die Gebühr nachrechnen lässt.</translation>
    </message>
    <message>
        <source>There is nothing to pay: sums below %1 are carried to the next invoice.</source>
        <translation>Es ist nichts zu zahlen: Beträge unter %1 kommen auf die nächste Rechnung.</translation>
    </message>
    <message>
        <source>Signed by key %1; SHA-256 %2</source>
        <translation>Unterschrieben mit Schlüssel %1; SHA-256 %2</translation>
    </message>
</context>
<context>
    <name>keyway::words::Invoices</name>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>value of a field</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The attempt %1 is not among the records of this computer.</source>
        <translation>Der Versuch %1 ist nicht unter den Aufzeichnungen dieses Rechners.</translation>
    </message>
    <message>
        <source>The attempt %1 was changed: the record here is not the one that was billed.</source>
        <translation>Der Versuch %1 wurde verändert: Die Aufzeichnung hier ist nicht die, die abgerechnet wurde.</translation>
    </message>
    <message>
        <source>The attempt %1 belongs to a later month.</source>
        <translation>Der Versuch %1 gehört in einen späteren Monat.</translation>
    </message>
    <message>
        <source>The attempt %1 bears a fee of %2; the invoice says %3.</source>
        <translation>Der Versuch %1 kostet %2 Gebühr; die Rechnung sagt %3.</translation>
    </message>
    <message>
        <source>The attempt %1 is on the wrong line.</source>
        <translation>Der Versuch %1 steht auf der falschen Zeile.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>invoice</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Issued</source>
        <comment>invoice</comment>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>invoice</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>invoice</comment>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>invoice</comment>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>invoice</comment>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <comment>invoice</comment>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>no fee</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <comment>no fee</comment>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <comment>no fee</comment>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>runs on this computer</source>
        <comment>no fee</comment>
        <translation>läuft auf diesem Rechner</translation>
    </message>
    <message>
        <source>free of charge</source>
        <comment>no fee</comment>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>at your own prices</source>
        <comment>no fee</comment>
        <translation>zu eigenen Preisen</translation>
    </message>
    <message>
        <source>not answered</source>
        <comment>no fee</comment>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>another attempt bears the fee</source>
        <comment>no fee</comment>
        <translation>ein anderer Versuch trägt die Gebühr</translation>
    </message>
    <message>
        <source>before you signed up</source>
        <comment>no fee</comment>
        <translation>vor der Anmeldung</translation>
    </message>
    <message>
        <source>included in the plan</source>
        <comment>no fee</comment>
        <translation>im Plan enthalten</translation>
    </message>
    <message>
        <source>Plan, %1</source>
        <translation>Plan, %1</translation>
    </message>
    <message>
        <source>Carried over from %1</source>
        <translation>Übertrag aus %1</translation>
    </message>
    <message>
        <source>Given back from %1</source>
        <translation>Erstattet aus %1</translation>
    </message>
    <message>
        <source>%1, late from %2</source>
        <comment>service, month</comment>
        <translation>%1, nachgereicht aus %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>service, why there is no fee</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, at your own prices</source>
        <translation>%1, zu eigenen Preisen</translation>
    </message>
    <message>
        <source>free</source>
        <comment>rate of a fee</comment>
        <translation>frei</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1: %2 comes to %3; the invoice says %4.</source>
        <translation>Zeile %1: %2 ergibt %3; die Rechnung sagt %4.</translation>
    </message>
    <message>
        <source>The lines are right, but %1 comes to %2; the invoice says %3.</source>
        <translation>Die Zeilen stimmen, aber %1 ergibt %2; die Rechnung sagt %3.</translation>
    </message>
    <message>
        <source>This part of the invoice is not what it has to be: %1.</source>
        <translation>Dieser Teil der Rechnung ist nicht, was er sein muss: %1.</translation>
    </message>
    <message>
        <source>It does not follow the invoice before it: one of the two was changed, or one between them is missing.</source>
        <translation>Sie folgt nicht auf die Rechnung davor: Eine der beiden wurde verändert, oder eine dazwischen fehlt.</translation>
    </message>
    <message>
        <source>The signature does not fit: the invoice was changed after it was signed, or somebody else signed it.</source>
        <translation>Die Unterschrift passt nicht: Die Rechnung wurde danach verändert, oder jemand anders hat unterschrieben.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Keychain</name>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Vault open</source>
        <translation>Tresor offen</translation>
    </message>
    <message>
        <source>Keychain unlocked</source>
        <translation>Schlüsselbund entsperrt</translation>
    </message>
    <message>
        <source>Vault closed</source>
        <translation>Tresor geschlossen</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Keychain does not answer</source>
        <translation>Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>Keychain refused</source>
        <translation>Schlüsselbund verweigert</translation>
    </message>
    <message>
        <source>Your vault is closed.</source>
        <translation>Ihr Tresor ist geschlossen.</translation>
    </message>
    <message>
        <source>The keys are safe in it, but Keyway cannot use them until you enter its password. Costs and history stay readable.</source>
        <translation>Die Schlüssel sind darin sicher, aber Keyway kann sie erst nach Eingabe seines Passworts benutzen. Kosten und Verlauf bleiben lesbar.</translation>
    </message>
    <message>
        <source>Your keychain is locked.</source>
        <translation>Ihr Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keys are safe in %1, but Keyway cannot use them until you unlock it. Costs and history stay readable.</source>
        <translation>Die Schlüssel sind sicher verwahrt (%1), aber Keyway kann sie erst nach dem Entsperren benutzen. Kosten und Verlauf bleiben lesbar.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Keyway can use.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den Keyway benutzen kann.</translation>
    </message>
    <message>
        <source>Your keys are in Keyway&apos;s vault. Enter its password to use them.</source>
        <translation>Ihre Schlüssel liegen im Tresor von Keyway. Geben Sie sein Passwort ein, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>Create a vault: an encrypted file that opens with a password of yours. Or install a keychain, or give keys by environment variable for one session.</source>
        <translation>Legen Sie einen Tresor an: eine verschlüsselte Datei, die sich mit Ihrem Passwort öffnet. Oder installieren Sie einen Schlüsselbund, oder geben Sie Schlüssel für eine Sitzung über Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>It may be waiting for you in another window. Costs and history stay readable.</source>
        <translation>Vielleicht wird in einem anderen Fenster auf Sie gewartet. Kosten und Verlauf bleiben lesbar.</translation>
    </message>
    <message>
        <source>Keyway was not allowed to open %1.</source>
        <translation>Keyway wurde der Zugriff verweigert: %1.</translation>
    </message>
    <message>
        <source>The system asked and the answer was no. Costs and history stay readable.</source>
        <translation>Das System hat gefragt, und die Antwort war Nein. Kosten und Verlauf bleiben lesbar.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Keyway can use. Create a vault first: Keyway never writes a key into a plain file.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den Keyway benutzen kann. Legen Sie zuerst einen Tresor an: Keyway schreibt nie einen Schlüssel in eine lesbare Datei.</translation>
    </message>
    <message>
        <source>In Keyway&apos;s vault, encrypted with your password. Never on Keyway&apos;s servers. Keyway sends it to %1 only.</source>
        <translation>Im Tresor von Keyway, verschlüsselt mit Ihrem Passwort. Nie auf Servern von Keyway. Keyway sendet ihn nur an %1.</translation>
    </message>
    <message>
        <source>In your %1. Not in a file, and never on Keyway&apos;s servers. Keyway sends it to %2 only.</source>
        <translation>In Ihrem %1. Nicht in einer Datei und nie auf Servern von Keyway. Keyway sendet ihn nur an %2.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Limits</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Images, all services</source>
        <translation>Bilder, alle Dienste</translation>
    </message>
    <message>
        <source>Videos, all services</source>
        <translation>Videos, alle Dienste</translation>
    </message>
    <message>
        <source>Text, all services</source>
        <translation>Text, alle Dienste</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>%1 a request</source>
        <translation>%1 je Anfrage</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>%1 in der Woche</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1 im Monat</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Warnen</translation>
    </message>
    <message>
        <source>Fall back</source>
        <translation>Ausweichen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Nothing is refused. Keyway says how far above it you are.</source>
        <translation>Nichts wird abgelehnt. Keyway sagt, wie weit Sie darüber sind.</translation>
    </message>
    <message>
        <source>Answers stay whole: who would cost too much is left out, and cheaper services are asked.</source>
        <translation>Antworten bleiben ganz: Wer zu viel kosten würde, wird ausgelassen, und günstigere Dienste werden gefragt.</translation>
    </message>
    <message>
        <source>The last answers are shortened to what is left, then only free and local services are asked.</source>
        <translation>Die letzten Antworten werden auf den Rest gekürzt, dann werden nur kostenlose und lokale Dienste gefragt.</translation>
    </message>
    <message>
        <source>It starts again on %1.</source>
        <translation>Es beginnt am %1 von vorn.</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 pro Minute</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 pro Stunde</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in a burst</source>
        <translation>%1 auf einmal</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>%1 gleichzeitig</translation>
    </message>
    <message>
        <source>Command line, all services</source>
        <translation>Kommandozeile, alle Dienste</translation>
    </message>
    <message>
        <source>Gateway, all services</source>
        <translation>Gateway, alle Dienste</translation>
    </message>
    <message>
        <source>Window, all services</source>
        <translation>Fenster, alle Dienste</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Keyway asks you before it sends what could pass the limit.</source>
        <translation>Keyway fragt Sie, bevor es etwas schickt, das das Limit überschreiten könnte.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Money</name>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>less than a hundredth of a cent</source>
        <translation>weniger als ein hundertstel Cent</translation>
    </message>
    <message>
        <source>less than a cent</source>
        <translation>weniger als ein Cent</translation>
    </message>
    <message numerus="yes">
        <source>%n dollar(s)</source>
        <translation>
            <numerusform>%n Dollar</numerusform>
            <numerusform>%n Dollar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>dollars and cents, spoken: 12 dollars 43</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>minus %1</source>
        <translation>minus %1</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>keyway::words::Prices</name>
    <message>
        <source>tokens in</source>
        <translation>Token ein</translation>
    </message>
    <message>
        <source>tokens in, from the cache</source>
        <translation>Token ein, aus dem Cache</translation>
    </message>
    <message>
        <source>tokens in, to the short cache</source>
        <translation>Token ein, in den kurzen Cache</translation>
    </message>
    <message>
        <source>tokens in, to the long cache</source>
        <translation>Token ein, in den langen Cache</translation>
    </message>
    <message>
        <source>tokens of sound in</source>
        <translation>Ton-Token ein</translation>
    </message>
    <message>
        <source>tokens of images in</source>
        <translation>Bild-Token ein</translation>
    </message>
    <message>
        <source>tokens of videos in</source>
        <translation>Video-Token ein</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>Token aus</translation>
    </message>
    <message>
        <source>tokens of images out</source>
        <translation>Bild-Token aus</translation>
    </message>
    <message>
        <source>tokens of sound out</source>
        <translation>Ton-Token aus</translation>
    </message>
    <message>
        <source>tokens of videos out</source>
        <translation>Video-Token aus</translation>
    </message>
    <message>
        <source>web searches</source>
        <translation>Websuchen</translation>
    </message>
    <message>
        <source>calls of tools</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>seconds of video</source>
        <translation>Sekunden Video</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>%1 an image</source>
        <translation>%1 pro Bild</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 a web search</source>
        <translation>%1 pro Websuche</translation>
    </message>
    <message>
        <source>%1 a credit</source>
        <translation>%1 pro Credit</translation>
    </message>
    <message>
        <source>%1 a call</source>
        <translation>%1 pro Aufruf</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a day</comment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>%1% off</source>
        <comment>a discount</comment>
        <translation>%1 % Nachlass</translation>
    </message>
    <message>
        <source>An image</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>A second of video</source>
        <translation>Eine Sekunde Video</translation>
    </message>
    <message>
        <source>A credit</source>
        <translation>Ein Guthabenpunkt</translation>
    </message>
    <message>
        <source>1M %1</source>
        <comment>a million of: tokens in</comment>
        <translation>1 Mio. %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two prices</comment>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>keyway::words::Reconciliation</name>
    <message>
        <source>%1 was used elsewhere with the same account</source>
        <translation>%1 wurden mit demselben Konto anderswo verbraucht</translation>
    </message>
    <message numerus="yes">
        <source>%1 may be %n attempt(s) whose cost was not known</source>
        <translation>
            <numerusform>%1 können %n Versuch sein, dessen Kosten nicht bekannt waren</numerusform>
            <numerusform>%1 können %n Versuche sein, deren Kosten nicht bekannt waren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may be %n attempt(s) that Keyway had to estimate</source>
        <translation>
            <numerusform>%1 können %n Versuch sein, den Keyway schätzen musste</numerusform>
            <numerusform>%1 können %n Versuche sein, die Keyway schätzen musste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ended after midnight UTC, on the next day&apos;s bill</source>
        <translation>%1 endeten nach Mitternacht UTC, auf der Abrechnung des nächsten Tages</translation>
    </message>
    <message>
        <source>%1 is not billed yet</source>
        <translation>%1 sind noch nicht abgerechnet</translation>
    </message>
    <message>
        <source>%1 is rounding</source>
        <translation>%1 sind Rundung</translation>
    </message>
    <message>
        <source>%1 was counted here and is not on the bill</source>
        <translation>%1 wurden hier gezählt und stehen nicht auf der Abrechnung</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>erklärt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>look</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>%1 says %2, as Keyway counted.</source>
        <translation>%1 nennt %2, wie Keyway gezählt hat.</translation>
    </message>
    <message>
        <source>%1 says %2, Keyway counted %3: %4 more.</source>
        <translation>%1 nennt %2, Keyway hat %3 gezählt: %4 mehr.</translation>
    </message>
    <message>
        <source>%1 says %2, Keyway counted %3: %4 less.</source>
        <translation>%1 nennt %2, Keyway hat %3 gezählt: %4 weniger.</translation>
    </message>
    <message>
        <source>%1 tells its bills to an admin key only, and there is none here.</source>
        <translation>%1 nennt Abrechnungen nur einem Admin-Schlüssel, und hier ist keiner.</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>%1 wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>%1 tells only its balance: what goes off it can be compared from the next check on.</source>
        <translation>%1 nennt nur sein Guthaben: Was davon abgeht, lässt sich ab der nächsten Prüfung vergleichen.</translation>
    </message>
    <message>
        <source>Money was added at %1 since the last check, so its balance tells nothing about costs this time.</source>
        <translation>Bei %1 wurde seit der letzten Prüfung Geld aufgeladen, darum sagt das Guthaben diesmal nichts über Kosten.</translation>
    </message>
    <message>
        <source>%1 does not tell what it charged.</source>
        <translation>%1 sagt nicht, was es berechnet hat.</translation>
    </message>
    <message>
        <source>%1 runs on this computer.</source>
        <translation>%1 läuft auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>keyway::words::Routing</name>
    <message>
        <source>first in your order</source>
        <translation>erster in Ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>next in your order</source>
        <translation>nächster in Ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>the cheapest for this prompt</source>
        <translation>der günstigste für diese Anfrage</translation>
    </message>
    <message>
        <source>the next cheapest</source>
        <translation>der nächstgünstige</translation>
    </message>
    <message>
        <source>you chose it</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>last, because its price is unknown</source>
        <translation>letzter, weil der Preis unbekannt ist</translation>
    </message>
    <message>
        <source>disabled by you</source>
        <translation>von Ihnen deaktiviert</translation>
    </message>
    <message>
        <source>takes no part in automatic routing</source>
        <translation>nimmt an der automatischen Wahl nicht teil</translation>
    </message>
    <message>
        <source>not allowed as a fallback</source>
        <translation>als Ersatz nicht erlaubt</translation>
    </message>
    <message>
        <source>stopped until you test it again</source>
        <translation>angehalten bis zum nächsten Test</translation>
    </message>
    <message>
        <source>its key cannot be read now</source>
        <translation>der Schlüssel ist jetzt nicht lesbar</translation>
    </message>
    <message>
        <source>its limit of the month is reached</source>
        <translation>das Limit des Monats ist erreicht</translation>
    </message>
    <message>
        <source>has no model for this</source>
        <translation>hat kein Modell dafür</translation>
    </message>
    <message>
        <source>makes no images</source>
        <translation>macht keine Bilder</translation>
    </message>
    <message>
        <source>makes no video</source>
        <translation>macht kein Video</translation>
    </message>
    <message>
        <source>does not do this kind of prompt</source>
        <translation>kann diese Art von Anfrage nicht</translation>
    </message>
    <message>
        <source>the prompt is too long for it</source>
        <translation>die Anfrage ist dafür zu lang</translation>
    </message>
    <message>
        <source>takes %1 tokens, the prompt has about %2</source>
        <translation>nimmt %1 Token, die Anfrage hat etwa %2</translation>
    </message>
    <message>
        <source>its model is no longer offered</source>
        <translation>das Modell wird nicht mehr angeboten</translation>
    </message>
    <message>
        <source>you chose another one</source>
        <translation>Sie haben einen anderen gewählt</translation>
    </message>
    <message>
        <source>has a limit, and the price of its model is unknown</source>
        <translation>hat ein Limit, und der Preis des Modells ist unbekannt</translation>
    </message>
    <message>
        <source>%1 was asked next, because %2 failed.</source>
        <translation>%1 wurde als Nächstes gefragt, weil %2 gescheitert ist.</translation>
    </message>
    <message>
        <source>%1 was asked after %2 and others failed.</source>
        <translation>%1 wurde gefragt, nachdem %2 und andere gescheitert sind.</translation>
    </message>
    <message>
        <source>%1 was asked, because you chose it.</source>
        <translation>%1 wurde gefragt, weil Sie es so gewählt haben.</translation>
    </message>
    <message>
        <source>%1 is the cheapest for this prompt: about %2.</source>
        <translation>%1 ist für diese Anfrage am günstigsten: etwa %2.</translation>
    </message>
    <message>
        <source>%1 is the cheapest for this prompt.</source>
        <translation>%1 ist für diese Anfrage am günstigsten.</translation>
    </message>
    <message>
        <source>%1 is the only one left. Its price is unknown.</source>
        <translation>Nur %1 ist übrig. Der Preis ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 is your only service.</source>
        <translation>%1 ist Ihr einziger Dienst.</translation>
    </message>
    <message>
        <source>%1 is the first in your order that can answer this.</source>
        <translation>%1 ist der erste in Ihrer Reihenfolge, der darauf antworten kann.</translation>
    </message>
    <message>
        <source>There is no service yet. Add one first.</source>
        <translation>Es gibt noch keinen Dienst. Fügen Sie zuerst einen hinzu.</translation>
    </message>
    <message>
        <source>%1 cannot be asked: %2.</source>
        <translation>%1 kann nicht gefragt werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>None of your %n service(s) can be asked.</source>
        <translation>
            <numerusform>Ihr %n Dienst kann nicht gefragt werden.</numerusform>
            <numerusform>Keiner Ihrer %n Dienste kann gefragt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Günstigster</translation>
    </message>
    <message>
        <source>My order</source>
        <translation>Meine Reihenfolge</translation>
    </message>
    <message>
        <source>asks the service that costs least for this prompt</source>
        <translation>fragt den Dienst, der für diese Anfrage am wenigsten kostet</translation>
    </message>
    <message>
        <source>asks your services in the order of My Integrations</source>
        <translation>fragt Ihre Dienste in der Reihenfolge von „Meine Integrationen“</translation>
    </message>
    <message>
        <source>was removed in the meantime</source>
        <translation>wurde inzwischen entfernt</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a mask</source>
        <translation>eine Maske</translation>
    </message>
    <message>
        <source>a first frame</source>
        <translation>ein erstes Bild</translation>
    </message>
    <message>
        <source>a last frame</source>
        <translation>ein letztes Bild</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>eine PDF-Datei</translation>
    </message>
    <message>
        <source>a text file</source>
        <translation>eine Textdatei</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>its model takes no such file (%1)</source>
        <translation>das Modell nimmt so eine Datei nicht an (%1)</translation>
    </message>
    <message>
        <source>takes files up to %1, this one has %2</source>
        <translation>nimmt Dateien bis %1, diese hat %2</translation>
    </message>
    <message>
        <source>its model also needs %1</source>
        <translation>das Modell braucht auch %1</translation>
    </message>
    <message>
        <source>its model does not offer %1 (it offers %2)</source>
        <translation>das Modell bietet %1 nicht an (es bietet %2)</translation>
    </message>
    <message>
        <source>the soonest to answer</source>
        <translation>antwortet am schnellsten</translation>
    </message>
    <message>
        <source>the next soonest to answer</source>
        <translation>antwortet am nächstschnellsten</translation>
    </message>
    <message>
        <source>the best quality</source>
        <translation>die beste Qualität</translation>
    </message>
    <message>
        <source>the next best quality</source>
        <translation>die nächstbeste Qualität</translation>
    </message>
    <message>
        <source>best in quality, price and speed together</source>
        <translation>in Qualität, Preis und Tempo zusammen am besten</translation>
    </message>
    <message>
        <source>next best in quality, price and speed together</source>
        <translation>in Qualität, Preis und Tempo zusammen am nächstbesten</translation>
    </message>
    <message>
        <source>last, because its speed was not measured yet</source>
        <translation>zuletzt, weil sein Tempo noch nicht gemessen wurde</translation>
    </message>
    <message>
        <source>last, because it does not answer</source>
        <translation>zuletzt, weil er nicht antwortet</translation>
    </message>
    <message>
        <source>last, because it has not answered since %1</source>
        <translation>zuletzt, weil er nicht mehr geantwortet hat (seit %1)</translation>
    </message>
    <message>
        <source>last, while another prompt tries whether it answers again</source>
        <translation>zuletzt, solange ein anderer Prompt versucht, ob er wieder antwortet</translation>
    </message>
    <message>
        <source>last, because it is busy</source>
        <translation>zuletzt, weil er ausgelastet ist</translation>
    </message>
    <message>
        <source>last, because it is busy until %1</source>
        <translation>zuletzt, weil er ausgelastet ist (bis %1)</translation>
    </message>
    <message>
        <source>you do not want it asked</source>
        <translation>Sie wollen ihn nicht fragen</translation>
    </message>
    <message>
        <source>you want only others asked</source>
        <translation>Sie wollen nur andere fragen</translation>
    </message>
    <message>
        <source>does not run on this computer</source>
        <translation>läuft nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>could cost %1, and you allow %2 for a prompt</source>
        <translation>könnte %1 kosten, und Sie erlauben %2 für einen Prompt</translation>
    </message>
    <message>
        <source>you allow a highest price, and the price of its model is unknown</source>
        <translation>Sie erlauben einen Höchstpreis, und der Preis seines Modells ist nicht bekannt</translation>
    </message>
    <message>
        <source>its model has no quality score</source>
        <translation>sein Modell hat keine Qualitätswertung</translation>
    </message>
    <message>
        <source>its limit at the service is used up</source>
        <translation>das Limit beim Dienst ist verbraucht</translation>
    </message>
    <message>
        <source>its limit at the service is used up until %1</source>
        <translation>das Limit beim Dienst ist verbraucht (bis %1)</translation>
    </message>
    <message>
        <source>%1 is the soonest to answer.</source>
        <translation>%1 antwortet am schnellsten.</translation>
    </message>
    <message>
        <source>%1 is the soonest to answer: the whole answer takes about %2.</source>
        <translation>%1 antwortet am schnellsten: Die ganze Antwort dauert etwa %2.</translation>
    </message>
    <message>
        <source>%1 is asked, because none of your services was measured yet.</source>
        <translation>%1 wird gefragt, weil noch keiner Ihrer Dienste gemessen wurde.</translation>
    </message>
    <message>
        <source>%1 has the best quality score of those that can answer this: %2.</source>
        <translation>%1 hat die beste Qualitätswertung von denen, die das beantworten können: %2.</translation>
    </message>
    <message>
        <source>%1 is the best in quality, price and speed together.</source>
        <translation>%1 ist in Qualität, Preis und Tempo zusammen am besten.</translation>
    </message>
    <message>
        <source>%1 has not answered of late, but nobody else is left.</source>
        <translation>%1 hat zuletzt nicht geantwortet, aber sonst ist keiner übrig.</translation>
    </message>
    <message>
        <source>%1 is busy for the moment, but nobody else is left.</source>
        <translation>%1 ist gerade ausgelastet, aber sonst ist keiner übrig.</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Am schnellsten</translation>
    </message>
    <message>
        <source>Best quality</source>
        <translation>Beste Qualität</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>asks the service that answers soonest, as measured here</source>
        <translation>fragt den Dienst, der am schnellsten antwortet, wie hier gemessen</translation>
    </message>
    <message>
        <source>asks the service whose model has the best quality score</source>
        <translation>fragt den Dienst, dessen Modell die beste Qualitätswertung hat</translation>
    </message>
    <message>
        <source>weighs quality, price and speed equally</source>
        <translation>gewichtet Qualität, Preis und Tempo gleich</translation>
    </message>
    <message>
        <source>your order %1</source>
        <translation>Ihre Reihenfolge %1</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>Preis %1</translation>
    </message>
    <message>
        <source>price unknown, counts as %1</source>
        <translation>Preis nicht bekannt, zählt als %1</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>speed not measured, counts as %1</source>
        <translation>Tempo nicht gemessen, zählt als %1</translation>
    </message>
    <message>
        <source>quality %1</source>
        <translation>Qualität %1</translation>
    </message>
    <message>
        <source>quality not rated, counts as %1</source>
        <translation>Qualität nicht gewertet, zählt als %1</translation>
    </message>
    <message>
        <source>Score %1: %2</source>
        <translation>Wertung %1: %2</translation>
    </message>
    <message>
        <source>Score %1, the mean of: %2</source>
        <translation>Wertung %1, der Durchschnitt von: %2</translation>
    </message>
    <message>
        <source>could pass your limit of %1</source>
        <translation>könnte Ihr Limit von %1 überschreiten</translation>
    </message>
    <message>
        <source>could pass your limit of %1 for this kind of prompt</source>
        <translation>könnte Ihr Limit von %1 für diese Art von Prompt überschreiten</translation>
    </message>
    <message>
        <source>could pass its limit of %1</source>
        <translation>könnte sein Limit von %1 überschreiten</translation>
    </message>
    <message>
        <source>costs money, and you stopped all spending</source>
        <translation>kostet Geld, und Sie haben alle Ausgaben angehalten</translation>
    </message>
    <message>
        <source>You stopped all spending. Only what is free can be asked.</source>
        <translation>Sie haben alle Ausgaben angehalten. Nur Kostenloses kann gefragt werden.</translation>
    </message>
    <message>
        <source>None of your services can be asked. %1 %2.</source>
        <translation>Keiner Ihrer Dienste kann gefragt werden. %1 %2.</translation>
    </message>
    <message>
        <source>you want requests no faster; the next one may go at %1</source>
        <translation>Sie wollen Anfragen nicht schneller; die nächste darf um %1 los</translation>
    </message>
    <message>
        <source>could pass your limit of %1 for this program</source>
        <translation>könnte Ihr Limit von %1 für dieses Programm überschreiten</translation>
    </message>
    <message>
        <source>%1, which asks first</source>
        <comment>could pass your limit of $20 a month</comment>
        <translation>%1, das vorher nachfragt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the catalogue, %2 from your %n comparison(s)</source>
        <translation>
            <numerusform>%1 laut Katalog, %2 durch Ihren %n Vergleich</numerusform>
            <numerusform>%1 laut Katalog, %2 durch Ihre %n Vergleiche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::UsageSheet</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation>Plattformkosten</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>Plattformgebühr</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Usage and costs, %1 %2</source>
        <comment>month, year</comment>
        <translation>Nutzung und Kosten, %1 %2</translation>
    </message>
    <message>
        <source>Put together on %1</source>
        <translation>Zusammengestellt am %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Total Platform Costs</source>
        <translation>Plattformkosten gesamt</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Nach Dienst</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Platform costs are what the services charge you directly.</source>
        <translation>Plattformkosten sind, was die Dienste Ihnen direkt berechnen.</translation>
    </message>
    <message>
        <source>The fee of %1 a month belongs to no request: it is in the totals above, not in the tables.</source>
        <translation>Die Gebühr von %1 im Monat gehört zu keiner Anfrage: Sie steht oben in den Gesamtbeträgen, nicht in den Tabellen.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) may have cost something that nobody knows.</source>
        <translation>
            <numerusform>%n Versuch kann etwas gekostet haben, das niemand kennt.</numerusform>
            <numerusform>%n Versuche können etwas gekostet haben, das niemand kennt.</numerusform>
        </translation>
    </message>
</context>
</TS>
