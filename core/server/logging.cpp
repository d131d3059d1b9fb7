#include "core/server/logging.h"

#include "core/base/logging.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cstdio>

namespace keyway::server {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logServer, "keyway.server", QtInfoMsg)

namespace {

QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QJsonObject json{{u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {u"level"_s, levelOf(type)},
                           {u"category"_s, QString::fromLatin1(context.category)},
                           {u"message"_s, redacted(message)}};
    const QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void installServerLogging()
{
    qInstallMessageHandler(writeMessage);
}

} // namespace keyway::server
