#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSize>

namespace keyway::simulator {

/// A real picture of `mediaType` (image/png, jpeg, webp, gif, svg+xml). PNG and SVG have the wanted
/// size; the others are small.
QByteArray picture(const QByteArray &mediaType, QSize size = QSize(64, 64));
/// A real film (MP4 with Motion JPEG) of whole seconds, one picture a second.
QByteArray film(int seconds, QSize size);
/// The media type that the first bytes tell, empty for an unknown one.
QByteArray mediaTypeOf(const QByteArray &bytes);
/// "image/png" for "png", "jpeg" or "jpg"; "webp", "gif", "svg" likewise.
QByteArray mediaTypeNamed(const QString &format);

} // namespace keyway::simulator
