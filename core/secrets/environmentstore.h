#pragma once

#include "core/secrets/secretstore.h"

#include <QtCore/QHash>

namespace keyway {

/// Keys from environment variables, for this session only; takes none. A key without a variable, or
/// with an empty one, is missing. The variables stay readable for other programs of the same user
/// (/proc/<pid>/environ): for servers and tests, not the everyday way.
class EnvironmentStore final : public SecretStore {
public:
    /// `variables`: name of the variable for each key.
    explicit EnvironmentStore(QHash<QString, QString> variables);

    Task<Secret> read(QString key) override;
    Task<Done> write(QString key, Secret secret) override;
    Task<Done> remove(QString key) override;
    QCoro::Task<KeychainStatus> status() override;
    Task<Done> unlock() override;

private:
    const QHash<QString, QString> m_variables;
};

/// The variable of an integration by its label: "OpenAI (GPT-4)" gives KEYWAY_KEY_OPENAI_GPT_4.
/// Accents are dropped, other signs become one underscore. Empty where nothing of the label is
/// left. Different labels can give one name.
QString environmentVariableFor(const QString &label);

} // namespace keyway
