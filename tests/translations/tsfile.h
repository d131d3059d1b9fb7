#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace keyway {

/// One message of a .ts file; a plural has several translations.
struct TsMessage {
    QString context;
    QString source;
    QString comment;
    QString state; ///< the type attribute: empty when finished
    QStringList translations;
    bool plural = false;

    QString key() const;
};

/// Empty when the text is not a .ts file; `error` says why.
QList<TsMessage> readTs(const QByteArray &text, QString *error);

/// What a reader of this message would stumble over; empty when it is fine.
QStringList faultsOf(const TsMessage &message);

} // namespace keyway
