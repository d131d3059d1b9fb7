#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <cstddef>
#include <utility>

namespace keyway {

/// An API key or password in guarded memory (libsodium: locked, never dumped, zeroed when freed).
/// Move-only; it cannot become a QString, a log line, JSON or a QVariant. Printed, it is bullets and
/// at most the last four characters.
class Secret {
public:
    /// The largest key that every keychain takes: Windows refuses blobs above 2,560 bytes.
    static constexpr qsizetype maximumSize = 2000;

    Secret() = default;
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// Copies `bytes` into guarded memory and overwrites the source where it is not shared.
    static Secret take(QByteArray &&bytes);
    /// A second copy in guarded memory, for an attempt that needs one of its own.
    Secret clone() const;

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return static_cast<qsizetype>(m_size); }

    /// Hands the plain bytes to `use` and returns what it returns. The view must not outlive the call.
    template <class Use>
    decltype(auto) reveal(Use &&use) const
    {
        return std::forward<Use>(use)(QByteArrayView(m_data, size()));
    }

    /// Compares in constant time for equal sizes.
    bool equals(const Secret &other) const;
    /// The last four characters, or nothing where the secret is shorter than twelve bytes.
    QString tail() const;
    /// Bullets and tail(), for people.
    QString masked() const;

private:
    char *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites the bytes of an unshared array and empties it.
void wipe(QByteArray &bytes);

} // namespace keyway
