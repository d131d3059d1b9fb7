#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <optional>

namespace keyway {

/// A UUID of version 7 (RFC 9562): sorts by the time it was made. Text form is 36 lower-case
/// characters. A default-constructed id is null.
class Id {
public:
    Id() = default;

    /// A new id that carries `at` (millisecond precision) and 74 random bits; ids made by one process
    /// in one millisecond still sort in the order they were made. Callable from any thread.
    static Id create(const QDateTime &at);
    /// Nothing where `text` is not a UUID in its 36-character form.
    static std::optional<Id> fromString(QStringView text);

    bool isNull() const { return m_text.isEmpty(); }
    const QString &toString() const { return m_text; }
    /// The time in the first 48 bits, in UTC.
    QDateTime time() const;

    friend bool operator==(const Id &a, const Id &b) { return a.m_text == b.m_text; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit Id(QString text);
    QString m_text;
};

} // namespace keyway
