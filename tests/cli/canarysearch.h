#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayList>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace keyway {

/// One way to write a secret down.
struct Spelling {
    QString name;
    QByteArray bytes;
};

/// Looks for a secret in every spelling in which a program could let it slip.
class CanarySearch {
public:
    explicit CanarySearch(const QByteArray &secret)
    {
        using namespace Qt::StringLiterals;
        add(u"raw"_s, secret);
        add(u"its middle"_s, secret.mid(secret.size() / 4, 16));
        const QByteArray hex = secret.toHex();
        add(u"hex"_s, hex);
        add(u"upper-case hex"_s, hex.toUpper());
        add(u"spaced hex"_s, secret.toHex(' '));
        QByteArray everyByte;
        for (const char byte : secret)
            everyByte += '%' + QByteArray(1, byte).toHex();
        add(u"URL-encoded"_s, secret.toPercentEncoding());
        add(u"URL-encoded, lower case"_s, lowerEscapes(secret.toPercentEncoding()));
        add(u"URL-encoded, every byte"_s, everyByte.toUpper());
        add(u"URL-encoded, every byte, lower case"_s, everyByte);
        QByteArray little;
        QByteArray big;
        for (const char byte : secret) {
            little += byte;
            little += '\0';
            big += '\0';
            big += byte;
        }
        add(u"UTF-16LE"_s, little);
        add(u"UTF-16BE"_s, big);
        // Three bytes are four letters: which letters depends on how many bytes stand before. Those
        // that mix with a neighbour are left off.
        for (int before = 0; before < 3; ++before) {
            const QByteArray padded = QByteArray(before, 'x') + secret;
            const QByteArray whole = padded.left(padded.size() - padded.size() % 3);
            for (const auto &[suffix, options] :
                 {std::pair(u""_s, QByteArray::Base64Encoding),
                  std::pair(u" for URLs"_s, QByteArray::Base64UrlEncoding)}) {
                add(u"base64 at %1"_s.arg(before) + suffix,
                    whole.toBase64(options).mid(before == 0 ? 0 : 4));
            }
        }
    }

    const QList<Spelling> &spellings() const { return m_spellings; }

    /// The names of the spellings that are in the bytes.
    QStringList in(const QByteArray &bytes) const
    {
        QStringList found;
        for (const Spelling &spelling : m_spellings) {
            if (bytes.contains(spelling.bytes))
                found.append(spelling.name);
        }
        return found;
    }

    /// The same below a folder, with the names of files; "PATH: SPELLING" each. Files whose path
    /// contains one of `spared` are passed over.
    QStringList below(const QString &folder, const QStringList &spared = {}) const
    {
        QStringList found;
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            const bool passedOver
                = std::any_of(spared.cbegin(), spared.cend(),
                              [&](const QString &part) { return path.contains(part); });
            QFile file(path);
            if (passedOver || !it.fileInfo().isFile())
                continue;
            if (!file.open(QIODevice::ReadOnly)) {
                found.append(path + QStringLiteral(": cannot be searched"));
                continue;
            }
            for (const QString &spelling : in(file.readAll() + path.toUtf8()))
                found.append(path + QStringLiteral(": ") + spelling);
        }
        return found;
    }

private:
    void add(const QString &name, const QByteArray &bytes) { m_spellings.append({name, bytes}); }

    static QByteArray lowerEscapes(QByteArray text)
    {
        for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1))
            text.replace(at, 3, text.mid(at, 3).toLower());
        return text;
    }

    QList<Spelling> m_spellings;
};

} // namespace keyway
