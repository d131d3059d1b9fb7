#pragma once

#include <QtCore/QCache>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QSize>
#include <QtCore/QThreadPool>
#include <QtGui/QPixmap>

class QPainter;
class QRectF;

namespace keyway {

/// Small versions of picture files. They are decoded on threads of their own, the one asked for
/// last first, and kept in memory. GUI thread.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    explicit Thumbnails(QObject *parent = nullptr);
    ~Thumbnails() override;

    /// The file's picture, cut to this size (in device pixels: `size` times `ratio`); null while it
    /// is not there yet (see arrived()) and where it cannot be read (see isBroken()).
    QPixmap pixmap(const QString &path, const QSize &size, qreal ratio);
    /// The file is gone or no picture.
    bool isBroken(const QString &path) const { return m_broken.contains(path); }
    /// Reads the file anew when it is asked for.
    void forget(const QString &path);
    int waiting() const { return int(m_waiting.size()); }

Q_SIGNALS:
    void arrived(const QString &path);

private:
    struct Wish {
        QString path;
        QSize pixels;
        QString key() const;
    };
    void startNext();

    QCache<QString, QPixmap> m_cache;
    QList<Wish> m_waiting; ///< the last one is the next
    QSet<QString> m_running;
    QSet<QString> m_broken;
    QThreadPool m_pool;
};

/// A picture with round corners, in `place`.
void paintRounded(QPainter &painter, const QRectF &place, const QPixmap &picture, qreal radius);

} // namespace keyway
