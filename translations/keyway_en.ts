<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Activity</name>
    <message numerus="yes">
        <source>%n entries are in %1.</source>
        <translation>
            <numerusform>%n entry is in %1.</numerusform>
            <numerusform>%n entries are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdminPlatformCommands</name>
    <message numerus="yes">
        <source>Too few people: counts are told from %n on.</source>
        <translation>
            <numerusform>Too few people: counts are told from %n on.</numerusform>
            <numerusform>Too few people: counts are told from %n on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>Forget %n comparison(s)? The qualities of the list hold again.</source>
        <translation>
            <numerusform>Forget %n comparison? The qualities of the list hold again.</numerusform>
            <numerusform>Forget %n comparisons? The qualities of the list hold again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) forgotten.</source>
        <translation>
            <numerusform>%n comparison forgotten.</numerusform>
            <numerusform>%n comparisons forgotten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n record(s) are in %1.</source>
        <translation>
            <numerusform>%n record is in %1.</numerusform>
            <numerusform>%n records are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n record(s) taken in.</source>
        <translation>
            <numerusform>%n record taken in.</numerusform>
            <numerusform>%n records taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were here already.</source>
        <translation>
            <numerusform>%n record was here already.</numerusform>
            <numerusform>%n records were here already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Integrations</name>
    <message numerus="yes">
        <source>The key of %1 works: accepted in %2, %n model(s) offered.</source>
        <translation>
            <numerusform>The key of %1 works: accepted in %2, %n model offered.</numerusform>
            <numerusform>The key of %1 works: accepted in %2, %n models offered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Invoices</name>
    <message numerus="yes">
        <source>%1 is right: %n attempt(s), every line, the total, the chain and the signature.</source>
        <translation>
            <numerusform>%1 is right: %n attempt, every line, the total, the chain and the signature.</numerusform>
            <numerusform>%1 is right: %n attempts, every line, the total, the chain and the signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the attempts were made on other computers; for them the server&apos;s word was taken.</source>
        <translation>
            <numerusform>%n of the attempts was made on another computer; for it the server&apos;s word was taken.</numerusform>
            <numerusform>%n of the attempts were made on other computers; for them the server&apos;s word was taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message numerus="yes">
        <source>%1 offers %n model(s).</source>
        <translation>
            <numerusform>%1 offers %n model.</numerusform>
            <numerusform>%1 offers %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message numerus="yes">
        <source>In peak hours × %1: %2 UTC on %n day(s) of the week, holidays excepted</source>
        <translation>
            <numerusform>In peak hours × %1: %2 UTC on %n day of the week, holidays excepted</numerusform>
            <numerusform>In peak hours × %1: %2 UTC on %n days of the week, holidays excepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message numerus="yes">
        <source>A failing service is left alone for %n second(s) at first.</source>
        <translation>
            <numerusform>A failing service is left alone for %n second at first.</numerusform>
            <numerusform>A failing service is left alone for %n seconds at first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message numerus="yes">
        <source>  %n row(s) read</source>
        <translation>
            <numerusform>  %n row read</numerusform>
            <numerusform>  %n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n key(s) of the platform</source>
        <translation>
            <numerusform>  %n key of the platform</numerusform>
            <numerusform>  %n keys of the platform</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n key(s) of users, which wait 30 days for their owners</source>
        <translation>
            <numerusform>  %n key of a user, which waits 30 days for its owner</numerusform>
            <numerusform>  %n keys of users, which wait 30 days for their owners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n account(s) made for owners who had none</source>
        <translation>
            <numerusform>  %n account made for an owner who had none</numerusform>
            <numerusform>  %n accounts made for owners who had none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n row(s) moved before</source>
        <translation>
            <numerusform>  %n row moved before</numerusform>
            <numerusform>  %n rows moved before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n row(s) without a key</source>
        <translation>
            <numerusform>  %n row without a key</numerusform>
            <numerusform>  %n rows without a key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be moved and are only in the file:</source>
        <translation>
            <numerusform>%n row could not be moved and is only in the file:</numerusform>
            <numerusform>%n rows could not be moved and are only in the file:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message numerus="yes">
        <source>%n invoice(s) issued.</source>
        <translation>
            <numerusform>%n invoice issued.</numerusform>
            <numerusform>%n invoices issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) could not be closed.</source>
        <translation>
            <numerusform>%n account could not be closed.</numerusform>
            <numerusform>%n accounts could not be closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n entries fit one another</source>
        <translation>
            <numerusform>%n entry fits</numerusform>
            <numerusform>%n entries fit one another</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n record(s) sent.</source>
        <translation>
            <numerusform>%n record sent.</numerusform>
            <numerusform>%n records sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) do not add up for the server. They are put aside and not billed.</source>
        <translation>
            <numerusform>%n record does not add up for the server. It is put aside and not billed.</numerusform>
            <numerusform>%n records do not add up for the server. They are put aside and not billed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not taken by the server. They stay on this computer.</source>
        <translation>
            <numerusform>%n record was not taken by the server. It stays on this computer.</numerusform>
            <numerusform>%n records were not taken by the server. They stay on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait to be sent.</source>
        <translation>
            <numerusform>%n record waits to be sent.</numerusform>
            <numerusform>%n records wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>Prompts still work. %n record(s) wait here.</source>
        <translation>
            <numerusform>Prompts still work. %n record waits here.</numerusform>
            <numerusform>Prompts still work. %n records wait here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>between two clocks</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>between two clocks</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not synced · %n waiting</source>
        <translation>
            <numerusform>Not synced · %n waiting</numerusform>
            <numerusform>Not synced · %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last sent %1: %n usage record(s).</source>
        <comment>when, such as: today at 14:31</comment>
        <translation>
            <numerusform>Last sent %1: %n usage record.</numerusform>
            <numerusform>Last sent %1: %n usage records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait.</source>
        <translation>
            <numerusform>%n record waits.</numerusform>
            <numerusform>%n records wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Thin</name>
    <message numerus="yes">
        <source>stays: %n request(s) are not at your account yet</source>
        <translation>
            <numerusform>stays: %n request is not at your account yet</numerusform>
            <numerusform>stays: %n requests are not at your account yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stays: %n request(s) are on no invoice yet</source>
        <translation>
            <numerusform>stays: %n request is on no invoice yet</numerusform>
            <numerusform>stays: %n requests are on no invoice yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message numerus="yes">
        <source>%1, %n request(s)</source>
        <translation>
            <numerusform>%1, %n request</numerusform>
            <numerusform>%1, %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) may have cost something that nobody knows.</source>
        <translation>
            <numerusform>%n attempt may have cost something that nobody knows.</numerusform>
            <numerusform>%n attempts may have cost something that nobody knows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AccountController</name>
    <message numerus="yes">
        <source>Send %n record(s) from before, too?</source>
        <translation>
            <numerusform>Send %n record from before, too?</numerusform>
            <numerusform>Send %n records from before, too?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AccountPage</name>
    <message numerus="yes">
        <source>%n record(s) from before you signed in</source>
        <translation>
            <numerusform>%n record from before you signed in</numerusform>
            <numerusform>%n records from before you signed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not taken by the server</source>
        <translation>
            <numerusform>%n record was not taken by the server</numerusform>
            <numerusform>%n records were not taken by the server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::ActivityFilters</name>
    <message numerus="yes">
        <source>%Ln entries shown</source>
        <translation>
            <numerusform>%Ln entry shown</numerusform>
            <numerusform>%Ln entries shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::ActivityPage</name>
    <message numerus="yes">
        <source>Checking %Ln entries…</source>
        <translation>
            <numerusform>Checking %Ln entry…</numerusform>
            <numerusform>Checking %Ln entries…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AdminWindow</name>
    <message numerus="yes">
        <source>Session ends in %n minute(s)</source>
        <translation>
            <numerusform>Session ends in %n minute</numerusform>
            <numerusform>Session ends in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AlertNotifier</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AnalyticsPage</name>
    <message numerus="yes">
        <source>Counts are shown from %n people on, so that none of them is about somebody.</source>
        <translation>
            <numerusform>Counts are shown from %n person on, so that none of them is about somebody.</numerusform>
            <numerusform>Counts are shown from %n people on, so that none of them is about somebody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No prompt, no answer, no key and nobody&apos;s name is in them. Groups of fewer than %n people, and what would give one away, are not shown.</source>
        <translation>
            <numerusform>No prompt, no answer, no key and nobody&apos;s name is in them. Groups of fewer than %n person, and what would give one away, are not shown.</numerusform>
            <numerusform>No prompt, no answer, no key and nobody&apos;s name is in them. Groups of fewer than %n people, and what would give one away, are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AnswerNotice</name>
    <message numerus="yes">
        <source>%n service(s) were asked and failed.</source>
        <translation>
            <numerusform>%n service was asked and failed.</numerusform>
            <numerusform>%n services were asked and failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::AnswerView</name>
    <message numerus="yes">
        <source>%1 stopped here after %Ln token(s) (%2)</source>
        <translation>
            <numerusform>%1 stopped here after %Ln token (%2)</numerusform>
            <numerusform>%1 stopped here after %Ln tokens (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::ChangePasswordDialog</name>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::ConfigureDialog</name>
    <message numerus="yes">
        <source>%1 accepted it and offers %n model(s).</source>
        <translation>
            <numerusform>%1 accepted it and offers %n model.</numerusform>
            <numerusform>%1 accepted it and offers %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::ConnectStep</name>
    <message numerus="yes">
        <source>%1 accepted it in %2 and offers %n model(s).</source>
        <translation>
            <numerusform>%1 accepted it in %2 and offers %n model.</numerusform>
            <numerusform>%1 accepted it in %2 and offers %n models.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It answered in %1 and offers %n model(s).</source>
        <translation>
            <numerusform>It answered in %1 and offers %n model.</numerusform>
            <numerusform>It answered in %1 and offers %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::FileExport</name>
    <message numerus="yes">
        <source>%n record(s) so far.</source>
        <translation>
            <numerusform>%n record so far.</numerusform>
            <numerusform>%n records so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are in it.</source>
        <translation>
            <numerusform>%n record is in it.</numerusform>
            <numerusform>%n records are in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::GalleryPane</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::HealthPage</name>
    <message numerus="yes">
        <source>%n hour(s) with trouble</source>
        <translation>
            <numerusform>%n hour with trouble</numerusform>
            <numerusform>%n hours with trouble</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::IntegrationsPage</name>
    <message numerus="yes">
        <source>%n more service(s) do not answer either.</source>
        <translation>
            <numerusform>%n more service does not answer either.</numerusform>
            <numerusform>%n more services do not answer either.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more integration(s) are stopped too.</source>
        <translation>
            <numerusform>%n more integration is stopped too.</numerusform>
            <numerusform>%n more integrations are stopped too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::InvoicesController</name>
    <message numerus="yes">
        <source>%n request(s) were computed again from your own records: every line, the total and the signature fit.</source>
        <translation>
            <numerusform>%n request was computed again from your own records: every line, the total and the signature fit.</numerusform>
            <numerusform>%n requests were computed again from your own records: every line, the total and the signature fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were made on other computers; for those the server&apos;s word was taken.</source>
        <translation>
            <numerusform>%n of them was made on another computer; for it the server&apos;s word was taken.</numerusform>
            <numerusform>%n of them were made on other computers; for those the server&apos;s word was taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::InvoicesPage</name>
    <message numerus="yes">
        <source>What the %Ln request(s) of %1 for %2 would have cost on each.</source>
        <translation>
            <numerusform>What the %Ln request of %1 for %2 would have cost on each.</numerusform>
            <numerusform>What the %Ln requests of %1 for %2 would have cost on each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::Jobs</name>
    <message numerus="yes">
        <source>%1 has finished %2 of %n image(s).</source>
        <translation>
            <numerusform>%1 has finished %2 of %n image.</numerusform>
            <numerusform>%1 has finished %2 of %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quit? %n job(s) are running.</source>
        <translation>
            <numerusform>Quit? %n job is running.</numerusform>
            <numerusform>Quit? %n jobs are running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::KeyEdit</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::LimitAlerts</name>
    <message numerus="yes">
        <source>%n time(s) since %1. It is not asked any more until you say that it was you.</source>
        <translation>
            <numerusform>%n time since %1. It is not asked any more until you say that it was you.</numerusform>
            <numerusform>%n times since %1. It is not asked any more until you say that it was you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::NoticeArea</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::PromptsController</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::PromptsPage</name>
    <message numerus="yes">
        <source>%n answer(s) · %1 so far · kept on this computer</source>
        <translation>
            <numerusform>%n answer · %1 so far · kept on this computer</numerusform>
            <numerusform>%n answers · %1 so far · kept on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) · kept on this computer</source>
        <translation>
            <numerusform>%n answer · kept on this computer</numerusform>
            <numerusform>%n answers · kept on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same prompt to %n models. All answers are kept until you choose one.</source>
        <translation>
            <numerusform>The same prompt to %n model. All answers are kept until you choose one.</numerusform>
            <numerusform>The same prompt to %n models. All answers are kept until you choose one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::RateDialog</name>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::Receipt</name>
    <message numerus="yes">
        <source>%n request(s) have no known cost and are not in these sums.</source>
        <translation>
            <numerusform>%n request has no known cost and is not in these sums.</numerusform>
            <numerusform>%n requests have no known cost and are not in these sums.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::Records</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::RemoveQuestion</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::RoutingController</name>
    <message numerus="yes">
        <source>%n comparison(s) forgotten.</source>
        <translation>
            <numerusform>%n comparison forgotten.</numerusform>
            <numerusform>%n comparisons forgotten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::RoutingPage</name>
    <message numerus="yes">
        <source>%n comparison(s) shift the quality of the models by up to %1 points, for you and on this computer alone.</source>
        <translation>
            <numerusform>%n comparison shifts the quality of the models by up to %1 points, for you and on this computer alone.</numerusform>
            <numerusform>%n comparisons shift the quality of the models by up to %1 points, for you and on this computer alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::SignInDialog</name>
    <message numerus="yes">
        <source>Also send %n record(s) from before</source>
        <translation>
            <numerusform>Also send %n record from before</numerusform>
            <numerusform>Also send %n records from before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::StatisticsPage</name>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln attempt</numerusform>
            <numerusform>%Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s) of unknown cost</source>
        <translation>
            <numerusform>%Ln attempt of unknown cost</numerusform>
            <numerusform>%Ln attempts of unknown cost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n day(s), %2 a day on average</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%1 in %n day, %2 a day on average</numerusform>
            <numerusform>%1 in %n days, %2 a day on average</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::StatusStrip</name>
    <message numerus="yes">
        <source>%n service(s) ready</source>
        <translation>
            <numerusform>%n service ready</numerusform>
            <numerusform>%n services ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) ready</source>
        <translation>
            <numerusform>%1 of %n service ready</numerusform>
            <numerusform>%1 of %n services ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::StudioController</name>
    <message numerus="yes">
        <source>%n picture(s) go to the bin.</source>
        <translation>
            <numerusform>%n picture goes to the bin.</numerusform>
            <numerusform>%n pictures go to the bin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::StudioForm</name>
    <message numerus="yes">
        <source>Generate %n image(s)</source>
        <translation>
            <numerusform>Generate %n image</numerusform>
            <numerusform>Generate %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::StudioPrice</name>
    <message numerus="yes">
        <source>%n image(s) × %1</source>
        <translation>
            <numerusform>%n image × %1</numerusform>
            <numerusform>%n images × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 takes %n picture(s) here: %2.</source>
        <translation>
            <numerusform>%1 takes %n picture here: %2.</numerusform>
            <numerusform>%1 takes %n pictures here: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::UsageLegend</name>
    <message numerus="yes">
        <source>%n cost(s) unknown, not in the sum</source>
        <translation>
            <numerusform>%n cost unknown, not in the sum</numerusform>
            <numerusform>%n costs unknown, not in the sum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::VaultDialog</name>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::WhyPanel</name>
    <message numerus="yes">
        <source>All %n attempt(s) failed, and nobody else in the list may be asked.</source>
        <translation>
            <numerusform>The attempt failed, and nobody else in the list may be asked.</numerusform>
            <numerusform>All %n attempts failed, and nobody else in the list may be asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Account</name>
    <message numerus="yes">
        <source>Too many wrong passwords. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Too many wrong passwords. Try again in %n minute.</numerusform>
            <numerusform>Too many wrong passwords. Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Activity</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Admin</name>
    <message numerus="yes">
        <source>Too many wrong tries. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Too many wrong tries. Try again in %n minute.</numerusform>
            <numerusform>Too many wrong tries. Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Audit</name>
    <message numerus="yes">
        <source>%1 entries since %2 link up and %n daily seal(s) match.</source>
        <translation>
            <numerusform>%1 entries since %2 link up and %n daily seal matches.</numerusform>
            <numerusform>%1 entries since %2 link up and %n daily seals match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Fees</name>
    <message numerus="yes">
        <source>%n request(s) of this month have no known cost and are not in these sums.</source>
        <translation>
            <numerusform>%n request of this month has no known cost and is not in these sums.</numerusform>
            <numerusform>%n requests of this month have no known cost and are not in these sums.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Health</name>
    <message numerus="yes">
        <source>Disabled after %n request(s)</source>
        <translation>
            <numerusform>Disabled after %n request</numerusform>
            <numerusform>Disabled after %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) running</source>
        <translation>
            <numerusform>%n request running</numerusform>
            <numerusform>%n requests running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Money</name>
    <message numerus="yes">
        <source>%n dollar(s)</source>
        <translation>
            <numerusform>%n dollar</numerusform>
            <numerusform>%n dollars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Reconciliation</name>
    <message numerus="yes">
        <source>%1 may be %n attempt(s) whose cost was not known</source>
        <translation>
            <numerusform>%1 may be %n attempt whose cost was not known</numerusform>
            <numerusform>%1 may be %n attempts whose cost was not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may be %n attempt(s) that Keyway had to estimate</source>
        <translation>
            <numerusform>%1 may be %n attempt that Keyway had to estimate</numerusform>
            <numerusform>%1 may be %n attempts that Keyway had to estimate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::Routing</name>
    <message numerus="yes">
        <source>None of your %n service(s) can be asked.</source>
        <translation>
            <numerusform>Your %n service cannot be asked.</numerusform>
            <numerusform>None of your %n services can be asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the catalogue, %2 from your %n comparison(s)</source>
        <translation>
            <numerusform>%1 of the catalogue, %2 from your %n comparison</numerusform>
            <numerusform>%1 of the catalogue, %2 from your %n comparisons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyway::words::UsageSheet</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) may have cost something that nobody knows.</source>
        <translation>
            <numerusform>%n attempt may have cost something that nobody knows.</numerusform>
            <numerusform>%n attempts may have cost something that nobody knows.</numerusform>
        </translation>
    </message>
</context>
</TS>
