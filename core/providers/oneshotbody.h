#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>

namespace keyway {

/// A request body that can be read once. Qt sends a request again, up to three times, where the
/// server closes the connection before it answered (measured with 6.4.2), and a prompt sent twice
/// may be billed twice. It cannot do so with a body that will not start over.
class OneShotBody final : public QIODevice {
    Q_OBJECT
public:
    OneShotBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    /// Only as long as nothing was read.
    bool reset() override { return m_at == 0; }
    bool atEnd() const override { return m_at == m_bytes.size(); }
    qint64 size() const override { return m_bytes.size(); }
    qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_at + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = qMin(maximum, m_bytes.size() - m_at);
        if (count == 0)
            return m_bytes.isEmpty() || maximum > 0 ? -1 : 0;
        memcpy(data, m_bytes.constData() + m_at, static_cast<std::size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace keyway
