#pragma once

#include "core/async/canceltoken.h"
#include "core/engine/workspace.h"
#include "ui/words/errors.h"

#include <QCoro/QCoroTask>
#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>

#include <memory>
#include <optional>
#include <utility>

namespace keyway::cli {

enum class Exit;

/// What every command works with: one opened workspace, the way to talk, and Ctrl+C.
class Context {
    Q_DECLARE_TR_FUNCTIONS(Cli)
public:
    QString dataDir;
    bool json = false;
    bool quiet = false;
    bool yes = false;
    CancelSource stop; ///< cancelled by Ctrl+C
    std::unique_ptr<engine::Workspace> workspace;

    /// The one event loop of the program: runs until the task is done.
    template <class Value> Value finish(QCoro::Task<Value> task)
    {
        std::optional<Value> result;
        QEventLoop loop;
        collect(std::move(task), &result, &loop);
        if (!result)
            loop.exec();
        return std::move(*result);
    }

    /// Says what went wrong on standard error (and as JSON on standard output) and gives the exit
    /// code.
    Exit fail(const Error &error, const words::ErrorFacts &facts = {});
    Exit wrongUse(const QString &sentence);
    void printJson(const QJsonArray &array) const;
    void printJson(const QJsonObject &object) const;

    /// The integration somebody named, or an error that lists what there is.
    Result<Integration> named(const QString &name) const;
    /// The job of an id, or of its last characters, as `jobs list` shows them.
    Result<Job> jobNamed(const QString &name) const;
    words::ErrorFacts factsOf(const Integration &integration) const;
    /// Opens the vault where one exists and is closed: password from KEYWAY_VAULT_PASSWORD or asked
    /// for.
    Result<Done> openVaultIfNeeded();

private:
    template <class Value>
    static QCoro::Task<> collect(QCoro::Task<Value> task, std::optional<Value> *result,
                                 QEventLoop *loop)
    {
        auto value = co_await task;
        result->emplace(std::move(value));
        loop->quit();
    }
};

/// What to type next after an error; empty where the sentence says it all.
QString nextCommand(const Error &error, const QString &integration);
/// Which exit code an error is.
Exit exitFor(const Error &error);

} // namespace keyway::cli
