#pragma once

#include "core/engine/workspace.h"
#include "tests/secrets/memorystore.h"
#include "tests/support/await.h"
#include "tests/support/simulator/providersimulator.h"
#include "tests/support/temporarydatadir.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <memory>

namespace keyway::engine {

/// A workspace on a fresh data folder, with keys in memory, and the simulators it talks to.
class WorkspaceFixture {
public:
    TemporaryDataDir dir;
    std::unique_ptr<Workspace> workspace;
    MemoryStore *keys = nullptr; ///< of the open workspace
    QString catalogueDir = QStringLiteral(":/catalogue");
    std::optional<std::chrono::milliseconds> tidyEvery; ///< nothing: as usual
    ProviderSimulator first;
    ProviderSimulator second;

    /// Two integrations: "First" speaks OpenAI's wire, "Second" Anthropic's.
    void start()
    {
        using namespace Qt::StringLiterals;
        QVERIFY(first.start().ok());
        QVERIFY(second.start().ok());
        open();
        add(u"openai"_s, u"First"_s, first.url(u"/v1"_s), u"gpt-6-luna"_s);
        add(u"anthropic"_s, u"Second"_s, second.url(), u"claude-haiku-5-5"_s);
    }

    void open()
    {
        workspace.reset();
        WorkspaceOptions options;
        options.dataDir = dir.path();
        options.catalogueDir = catalogueDir;
        options.tidyEvery = tidyEvery.value_or(options.tidyEvery);
        options.makeKeychain = [this]() -> std::unique_ptr<SecretStore> {
            auto store = std::make_unique<MemoryStore>();
            keys = store.get();
            return store;
        };
        Result<std::unique_ptr<Workspace>> opened = Workspace::open(options);
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail()));
        workspace = std::move(*opened);
        auto asking = workspace->keychainStatus();
        await(std::move(asking));
    }

    /// As after a new start of the program, with the same keys.
    void reopen()
    {
        open();
        for (const QString &name : {QStringLiteral("First"), QStringLiteral("Second")}) {
            auto replacing
                = workspace->replaceKey(named(name).id, Secret::take(keyOf(name)), false, {});
            QVERIFY(await(std::move(replacing)).ok());
        }
    }

    Id add(const QString &service, const QString &name, const QUrl &url, const QString &model)
    {
        NewIntegration wanted;
        wanted.service = service;
        wanted.name = name;
        wanted.baseUrl = url.toString();
        wanted.model = model;
        auto adding = workspace->addIntegration(wanted, Secret::take(keyOf(name)), {});
        const Result<Integration> added = await(std::move(adding));
        if (!added) {
            qCritical() << "add failed:" << added.error().reason() << added.error().detail();
            return {};
        }
        return added->id;
    }

    static QByteArray keyOf(const QString &name) { return "sk-canary-key-of-" + name.toUtf8(); }

    Answer ask(
        AskOptions options = {}, const QString &prompt = QStringLiteral("Hello there"),
        AnswerSink sink = [](const AnswerEvent &) {}, CancelToken cancel = {})
    {
        PromptRequest request;
        request.messages = {{Message::Role::User, prompt}};
        auto asking = workspace->ask(request, options, sink, cancel);
        return await(std::move(asking), std::chrono::seconds(30));
    }

    Integration named(const QString &name)
    {
        const Result<Integration> found = workspace->integrationByName(name);
        return found ? *found : Integration();
    }
};

} // namespace keyway::engine
