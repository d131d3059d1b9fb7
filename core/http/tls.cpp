#include "core/http/tls.h"

#include <QtCore/QFile>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>

namespace keyway::http {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(Error::Kind::Storage, path + u": "_s + file.errorString())
            .withReason(u"cannot-open"_s);
    return file.readAll();
}

} // namespace

Result<QSslConfiguration> tlsFrom(const QString &certificateFile, const QString &keyFile)
{
    const Result<QByteArray> chain = contentsOf(certificateFile);
    if (!chain)
        return chain.error();
    const Result<QByteArray> keyText = contentsOf(keyFile);
    if (!keyText)
        return keyText.error();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*chain, QSsl::Pem);
    if (certificates.isEmpty())
        return Error(Error::Kind::Storage, certificateFile).withReason(u"bad-certificate"_s);
    QSslKey key(*keyText, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(*keyText, QSsl::Ec);
    if (key.isNull())
        return Error(Error::Kind::Storage, keyFile).withReason(u"bad-key"_s);

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients show who they are by their token
    tls.setLocalCertificateChain(certificates);
    tls.setPrivateKey(key);
    return tls;
}

} // namespace keyway::http
