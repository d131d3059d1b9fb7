#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace keyway {

/// A body of multipart/form-data, written in order. Its boundary is random, so that nothing in it
/// can be mistaken for one.
class MultipartForm {
public:
    MultipartForm();
    /// For tests, which want the same bytes each time.
    explicit MultipartForm(QByteArray boundary);

    void add(const QString &name, const QString &value);
    /// File names are cut down to harmless characters: quotes and line ends would end the header.
    void addFile(const QString &name, const QString &fileName, const QString &mimeType,
                 const QByteArray &bytes);

    QByteArray contentType() const;
    QByteArray body() const;

private:
    QByteArray m_boundary;
    QByteArray m_parts;
};

} // namespace keyway
