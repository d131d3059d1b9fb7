#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace keyway {

/// Requests in the services' wire formats, written by hand.
inline QByteArray post(const QByteArray &path, const QByteArray &headers, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray get(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
}

inline QByteArray promptJson(const QByteArray &model, bool stream, const QByteArray &more = {})
{
    // "How are you, simulator?" is 23 bytes: 5 tokens as the simulator counts.
    return R"({"model":")" + model + R"(","stream":)" + (stream ? "true" : "false")
        + R"(,"messages":[{"role":"user","content":"How are you, simulator?"}])" + more + "}";
}

inline QByteArray openAiRequest(const QByteArray &model, bool stream, const QByteArray &more = {})
{
    return post("/v1/chat/completions",
                "Authorization: Bearer sk-good\r\nContent-Type: application/json\r\n",
                promptJson(model, stream, more));
}

inline QByteArray anthropicRequest(const QByteArray &model, bool stream,
                                   const QByteArray &more = R"(,"max_tokens":100)")
{
    return post("/v1/messages",
                "x-api-key: sk-good\r\nanthropic-version: 2023-06-01\r\n"
                "Content-Type: application/json\r\n",
                promptJson(model, stream, more));
}

inline QByteArray stabilityRequest(const QByteArray &call, const QByteArray &accept = "image/*",
                                   const QByteArray &fields = {})
{
    return post("/v2beta/stable-image/generate/" + call,
                "Authorization: Bearer sk-good\r\nAccept: " + accept
                    + "\r\nContent-Type: multipart/form-data; boundary=\"frontier\"\r\n",
                "--frontier\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n"
                    + fields + "--frontier--\r\n");
}

} // namespace keyway
