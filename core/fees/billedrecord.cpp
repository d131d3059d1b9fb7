#include "core/fees/billedrecord.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonObject>

namespace keyway {

using namespace Qt::StringLiterals;

void appendField(QByteArray &text, const QByteArray &bytes)
{
    text += QByteArray::number(bytes.size());
    text += ':';
    text += bytes;
    text += ',';
}

QByteArray digestOf(const UsageRecord &record)
{
    QByteArray text;
    text.reserve(512);
    const auto add = [&text](const QString &value) { appendField(text, value.toUtf8()); };
    const auto addNumber = [&text](qint64 value) { appendField(text, QByteArray::number(value)); };

    add(u"keyway-record/1"_s);
    add(record.recordId.toString());
    add(record.requestId.toString());
    addNumber(record.attempt);
    addNumber(record.startedAt.toMSecsSinceEpoch());
    add(record.billingDay.toString(Qt::ISODate));
    add(nameOf(record.type));
    add(record.service);
    add(record.model);
    add(nameOf(record.origin));
    add(nameOf(record.strategy));
    add(nameOf(record.app));
    add(nameOf(record.outcome));
    add(record.errorKind ? Error::kindName(*record.errorKind) : QString());
    add(nameOf(record.costState));
    QByteArray counters;
    const QJsonObject counts = record.usage.toJson(); // sorted by name
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (!counters.isEmpty())
            counters += ';';
        counters += it.key().toUtf8() + '=' + QByteArray::number(it.value().toInteger());
    }
    appendField(text, counters);
    add(record.priceVersion);
    addNumber(record.platformCost.nano());
    addNumber(record.platformFee.nano());
    add(record.firstTokenMs ? QString::number(*record.firstTokenMs) : QString());
    addNumber(record.durationMs);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

} // namespace keyway
