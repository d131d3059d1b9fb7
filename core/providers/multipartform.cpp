#include "core/providers/multipartform.h"

#include <QtCore/QRandomGenerator>

#include <utility>

namespace keyway {

namespace {

QByteArray randomBoundary()
{
    QByteArray boundary = "keyway-";
    for (int i = 0; i < 4; ++i)
        boundary += QByteArray::number(QRandomGenerator::system()->generate(), 16);
    return boundary;
}

QByteArray harmless(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (c < u' ' || c == u'"' || c == u'\\' || c == u'/' || c.unicode() == 0x7f)
            c = u'_';
    }
    return result.toUtf8();
}

} // namespace

MultipartForm::MultipartForm()
    : MultipartForm(randomBoundary())
{
}

MultipartForm::MultipartForm(QByteArray boundary)
    : m_boundary(std::move(boundary))
{
}

void MultipartForm::add(const QString &name, const QString &value)
{
    m_parts += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"" + harmless(name)
        + "\"\r\n\r\n" + value.toUtf8() + "\r\n";
}

void MultipartForm::addFile(const QString &name, const QString &fileName, const QString &mimeType,
                            const QByteArray &bytes)
{
    m_parts += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"" + harmless(name)
        + "\"; filename=\"" + harmless(fileName) + "\"\r\nContent-Type: " + mimeType.toLatin1()
        + "\r\n\r\n" + bytes + "\r\n";
}

QByteArray MultipartForm::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

QByteArray MultipartForm::body() const
{
    return m_parts + "--" + m_boundary + "--\r\n";
}

} // namespace keyway
