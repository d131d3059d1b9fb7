#pragma once

#include "core/async/canceltoken.h"
#include "core/engine/workspace.h"
#include "ui/terminal/exit.h"
#include "ui/terminal/finish.h"
#include "ui/words/errors.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>

#include <memory>
#include <utility>

namespace keyway::cli {

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

    template <class Value> Value finish(QCoro::Task<Value> task)
    {
        return cli::finish(std::move(task));
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
};

/// What to type next after an error; empty where the sentence says it all.
QString nextCommand(const Error &error, const QString &integration);

} // namespace keyway::cli
