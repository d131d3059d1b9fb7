#include "core/base/id.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QUuid>

#include <algorithm>
#include <mutex>
#include <utility>

namespace keyway {

namespace {

struct Moment {
    quint64 milliseconds;
    quint16 sequence; // 12 bits, RFC 9562 method 1: a counter in rand_a
};

Moment nextMoment(quint64 wanted)
{
    static std::mutex mutex;
    static Moment last {0, 0};
    const std::lock_guard lock(mutex);
    // Within a second the ids keep their order even where a burst ran ahead of the clock; a clock that
    // was set back further than that is believed.
    if (wanted > last.milliseconds || wanted + 1000 < last.milliseconds) {
        // The top bit stays clear, so that a burst has room to count upwards.
        last = {wanted, static_cast<quint16>(QRandomGenerator::system()->bounded(0x800))};
    } else if (last.sequence < 0xFFF) {
        ++last.sequence;
    } else {
        last = {last.milliseconds + 1, 0};
    }
    return last;
}

} // namespace

Id::Id(QString text)
    : m_text(std::move(text))
{
}

Id Id::create(const QDateTime &at)
{
    const qint64 wanted = std::max<qint64>(0, at.toMSecsSinceEpoch());
    const Moment moment = nextMoment(static_cast<quint64>(wanted));
    const quint64 random = QRandomGenerator::system()->generate64();
    const quint64 high = (moment.milliseconds << 16) | 0x7000U | moment.sequence;
    const quint64 low = (random & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL;
    const auto hex = [](quint64 value) {
        return QString::number(value, 16).rightJustified(16, u'0');
    };
    const QString digits = hex(high) + hex(low);
    return Id(digits.left(8) + u'-' + digits.mid(8, 4) + u'-' + digits.mid(12, 4) + u'-'
              + digits.mid(16, 4) + u'-' + digits.mid(20));
}

std::optional<Id> Id::fromString(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    const QUuid uuid = QUuid::fromString(text);
    if (uuid.isNull())
        return std::nullopt;
    return Id(uuid.toString(QUuid::WithoutBraces));
}

QDateTime Id::time() const
{
    const QString digits = m_text.left(8) + m_text.mid(9, 4);
    return QDateTime::fromMSecsSinceEpoch(digits.toLongLong(nullptr, 16), Qt::UTC);
}

} // namespace keyway
