#include "thumbnails.h"

#include "core/async/spawn.h"

#include <QtGui/QImageReader>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <memory>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int KeptKilobytes = 64 * 1024;
constexpr int MostWaiting = 64; ///< who scrolled on needs no more than a few screens
constexpr int Threads = 2;

/// The middle of the picture in this size; the decoder reads no more than it must.
QImage decoded(const QString &path, const QSize &pixels)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid() && reader.supportsOption(QImageIOHandler::ScaledSize)
        && reader.transformation() == QImageIOHandler::TransformationNone)
        reader.setScaledSize(whole.scaled(pixels, Qt::KeepAspectRatioByExpanding));
    QImage image = reader.read();
    if (image.isNull())
        return image;
    if (image.width() < pixels.width() || image.height() < pixels.height()
        || !reader.scaledSize().isValid())
        image = image.scaled(pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QRect middle(
        QPoint((image.width() - pixels.width()) / 2, (image.height() - pixels.height()) / 2),
        pixels);
    // The form in which a pixmap takes it over without another conversion.
    return image.copy(middle).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

QString Thumbnails::Wish::key() const
{
    return u"%1x%2 %3"_s.arg(pixels.width()).arg(pixels.height()).arg(path);
}

Thumbnails::Thumbnails(QObject *parent)
    : QObject(parent)
    , m_cache(KeptKilobytes)
{
    m_pool.setMaxThreadCount(Threads);
}

Thumbnails::~Thumbnails()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QPixmap Thumbnails::pixmap(const QString &path, const QSize &size, qreal ratio)
{
    const Wish wish{path, size * ratio};
    const QString key = wish.key();
    if (const QPixmap *known = m_cache.object(key))
        return *known;
    if (path.isEmpty() || m_broken.contains(path) || m_running.contains(key))
        return {};
    m_waiting.removeIf([&](const Wish &other) { return other.key() == key; });
    m_waiting.append(wish);
    if (m_waiting.size() > MostWaiting)
        m_waiting.removeFirst();
    startNext();
    return {};
}

void Thumbnails::forget(const QString &path)
{
    m_broken.remove(path);
    for (const QString &key : m_cache.keys()) {
        if (key.endsWith(u' ' + path))
            m_cache.remove(key);
    }
}

void Thumbnails::startNext()
{
    while (!m_waiting.isEmpty() && m_running.size() < Threads) {
        const Wish wish = m_waiting.takeLast();
        m_running.insert(wish.key());
        auto delivery = std::make_shared<Delivery<QImage>>(this, [this, wish](const QImage &image) {
            m_running.remove(wish.key());
            if (image.isNull())
                m_broken.insert(wish.path);
            else
                m_cache.insert(wish.key(), new QPixmap(QPixmap::fromImage(image)),
                               std::max<int>(1, int(image.sizeInBytes() / 1024)));
            Q_EMIT arrived(wish.path);
            startNext();
        });
        m_pool.start([wish, delivery] { (*delivery)(decoded(wish.path, wish.pixels)); });
    }
}

void paintRounded(QPainter &painter, const QRectF &place, const QPixmap &picture, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // A brush keeps the edge smooth, where a clip would not.
    QBrush brush(picture);
    QTransform to;
    to.translate(place.left(), place.top());
    to.scale(place.width() / picture.width(), place.height() / picture.height());
    brush.setTransform(to);
    painter.setBrush(brush);
    painter.drawRoundedRect(place, radius, radius);
    painter.restore();
}

} // namespace keyway
