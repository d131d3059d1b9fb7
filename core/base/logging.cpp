#include "core/base/logging.h"

#include <QtCore/QRegularExpression>

#include <cstdio>

namespace keyway {

Q_LOGGING_CATEGORY(logEngine, "keyway.engine", QtWarningMsg)
Q_LOGGING_CATEGORY(logProviders, "keyway.providers", QtWarningMsg)
Q_LOGGING_CATEGORY(logSecrets, "keyway.secrets", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "keyway.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "keyway.ui", QtWarningMsg)

namespace {
struct Patterns {
    QString bullets = QString(8, u'\u2022');
    QRegularExpression header{
        QStringLiteral(R"(((?:authorization|x-api-key|x-goog-api-key|api-key)["']?\s*[:=]\s*["']?)"
                       R"((?:bearer\s+|basic\s+)?)[^\s"',;]+)"),
        QRegularExpression::CaseInsensitiveOption};
    QRegularExpression bearer{QStringLiteral(R"(\b(bearer\s+)[A-Za-z0-9._~+/=-]{6,})"),
                              QRegularExpression::CaseInsensitiveOption};
    QRegularExpression query{
        QStringLiteral(R"(([?&](?:key|api_key|apikey|token|access_token)=)[^&\s"']+)"),
        QRegularExpression::CaseInsensitiveOption};
    QRegularExpression prefixed{
        QStringLiteral(R"(\b(?:sk-|gsk_|xai-|r8_|AIza|key_|luma-)[A-Za-z0-9_-]{8,})")};
};
} // namespace

QString redacted(const QString &text)
{
    // Never destroyed: libraries still write to the log while the program ends.
    static const Patterns &patterns = *new Patterns;
    QString clean = text;
    clean.replace(patterns.header, QStringLiteral("\\1") + patterns.bullets);
    clean.replace(patterns.bearer, QStringLiteral("\\1") + patterns.bullets);
    clean.replace(patterns.query, QStringLiteral("\\1") + patterns.bullets);
    clean.replace(patterns.prefixed, patterns.bullets);
    return clean;
}

namespace {
void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = qFormatLogMessage(type, context, redacted(message)).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
}
} // namespace

void installLogging()
{
    qInstallMessageHandler(writeMessage);
}

} // namespace keyway
