#pragma once

#include "tests/simulator/requests.h"

#include <QtCore/QList>

namespace keyway {

/// A right request to a service, and where its parts can be changed to make it a wrong one.
struct ServiceRequest {
    const char *name;
    QByteArray path; ///< with the service's base
    QByteArray key; ///< the header that carries it, with its line end
    QByteArray headers; ///< further ones
    QByteArray json; ///< the body; empty for a form
    QByteArray form; ///< the parts, without the last boundary

    QByteArray bytes() const { return with({}, json, form); }
    QByteArray with(const QByteArray &moreHeaders, const QByteArray &otherJson,
                    const QByteArray &otherForm) const
    {
        const QByteArray all = key + headers + moreHeaders;
        if (json.isEmpty()) {
            return post(path, all + "Content-Type: multipart/form-data; boundary=frontier\r\n",
                        otherForm + "--frontier--\r\n");
        }
        return post(path, all + "Content-Type: application/json\r\n", otherJson);
    }
    /// The same with the members of `more` instead of its own.
    QByteArray changed(const QJsonObject &more) const
    {
        QJsonObject object = QJsonDocument::fromJson(json).object();
        for (auto it = more.begin(); it != more.end(); ++it)
            object.insert(it.key(), it.value());
        return with({}, QJsonDocument(object).toJson(QJsonDocument::Compact), {});
    }
};

inline QByteArray formField(const QByteArray &name, const QByteArray &value)
{
    return "--frontier\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
        + "\r\n";
}

inline QByteArray formFile(const QByteArray &name, const QByteArray &type, const QByteArray &bytes)
{
    return "--frontier\r\nContent-Disposition: form-data; name=\"" + name
        + "\"; filename=\"picture\"\r\nContent-Type: " + type + "\r\n\r\n" + bytes + "\r\n";
}

inline QByteArray bearer()
{
    return "Authorization: Bearer sk-good\r\n";
}

/// One right request for each kind of call that asks a model.
QList<ServiceRequest> serviceRequests();
/// The one of that name.
ServiceRequest serviceRequest(const char *name);

} // namespace keyway
