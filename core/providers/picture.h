#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace keyway {

/// The media type by the first bytes of a picture; `application/octet-stream` where it is none of
/// PNG, JPEG, WebP and GIF.
QString pictureType(const QByteArray &bytes);

/// The media type of a file by its first bytes: those of pictureType(), `video/mp4`, `video/webm`,
/// `video/quicktime`; else `application/octet-stream`.
QString mediaType(const QByteArray &start);

/// Whether the end of a picture is there, by its own marks: Qt 6.4 does not notice when an answer
/// in chunks is cut inside one. Types that are not known count as whole.
bool isWholePicture(const QByteArray &bytes);

} // namespace keyway
