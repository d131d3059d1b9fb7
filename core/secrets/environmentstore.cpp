#include "core/secrets/environmentstore.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error failed(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Keychain, detail).withReason(reason);
}

} // namespace

EnvironmentStore::EnvironmentStore(QHash<QString, QString> variables)
    : m_variables(std::move(variables))
{
}

Task<Secret> EnvironmentStore::read(QString key)
{
    const QString variable = m_variables.value(key);
    QByteArray value = variable.isEmpty() ? QByteArray() : qgetenv(variable.toUtf8().constData());
    if (value.isEmpty())
        co_return failed(u"no-variable"_s, "no value in "_L1 + variable);
    if (value.size() > Secret::maximumSize) {
        wipe(value);
        co_return failed(u"too-large"_s, variable);
    }
    co_return Secret::take(std::move(value));
}

Task<Done> EnvironmentStore::write(QString, Secret)
{
    co_return failed(u"read-only"_s, u"the environment takes no keys"_s);
}

Task<Done> EnvironmentStore::remove(QString)
{
    co_return failed(u"read-only"_s, u"the environment gives no keys back"_s);
}

QCoro::Task<KeychainStatus> EnvironmentStore::status()
{
    co_return KeychainStatus{KeychainState::Ready, u"environment"_s, {}};
}

Task<Done> EnvironmentStore::unlock()
{
    co_return Done{};
}

QString environmentVariableFor(const QString &label)
{
    QString name;
    bool gap = false;
    const QString plain = label.normalized(QString::NormalizationForm_KD);
    for (const QChar sign : plain) {
        if (sign.isMark())
            continue;
        const bool kept = sign.unicode() < 128 && sign.isLetterOrNumber();
        if (kept && gap && !name.isEmpty())
            name += u'_';
        gap = !kept;
        if (kept)
            name += sign.toUpper();
    }
    return name.isEmpty() ? QString() : "KEYWAY_KEY_"_L1 + name;
}

} // namespace keyway
