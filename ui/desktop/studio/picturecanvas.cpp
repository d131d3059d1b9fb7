#include "picturecanvas.h"

#include "core/async/spawn.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QtCore/QThreadPool>
#include <QtGui/QImageReader>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr std::array Steps{10, 17, 25, 33, 50, 67, 100, 150, 200, 300, 400};
constexpr int LargestSide = 8192; ///< of a picture in memory

QImage decoded(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > LargestSide || size.height() > LargestSide)
        reader.setScaledSize(size.scaled(LargestSide, LargestSide, Qt::KeepAspectRatio));
    // The form that is painted without another conversion.
    return reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

template <class Work, class Handler> void onPool(Work work, QObject *context, Handler handler)
{
    auto delivery = std::make_shared<Delivery<QImage>>(context, handler);
    QThreadPool::globalInstance()->start(
        [work = std::move(work), delivery] { (*delivery)(work()); });
}

} // namespace

PictureCanvas::PictureCanvas(QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
{
    setMinimumSize(120, 90);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureCanvas::setPicture(const QString &path, const QString &words)
{
    m_path = path;
    m_words = words;
    m_whole = {};
    m_fitted = {};
    m_fittedFor = {};
    m_percent = 0;
    m_offset = {};
    m_broken = false;
    const int order = ++m_loading;
    ++m_fitting;
    update();
    announceChange();
    if (path.isEmpty())
        return;
    onPool([path] { return decoded(path); }, this,
           [this, order](const QImage &image) {
               if (order != m_loading)
                   return;
               m_whole = image;
               m_broken = image.isNull();
               if (m_broken)
                   m_words = tr("The file cannot be read. It may be gone.");
               makeFitted();
               update();
               Q_EMIT loaded();
           });
}

int PictureCanvas::fittingPercent() const
{
    if (m_whole.isNull())
        return 100;
    const QSize room = size() * devicePixelRatioF();
    const QSize fitting
        = m_whole.size().boundedTo(m_whole.size().scaled(room, Qt::KeepAspectRatio));
    return std::max(1, 100 * fitting.width() / m_whole.width());
}

int PictureCanvas::percent() const
{
    return m_percent > 0 ? m_percent : fittingPercent();
}

QSize PictureCanvas::shownSize() const
{
    if (m_whole.isNull())
        return {};
    const QSize pixels = m_percent > 0 ? m_whole.size() * m_percent / 100
                                       : m_whole.size().boundedTo(m_whole.size().scaled(
                                           size() * devicePixelRatioF(), Qt::KeepAspectRatio));
    return pixels / devicePixelRatioF();
}

void PictureCanvas::makeFitted()
{
    const QSize wanted = shownSize() * devicePixelRatioF();
    if (m_whole.isNull() || m_percent > 0 || wanted == m_fittedFor || wanted == m_whole.size())
        return;
    m_fittedFor = wanted;
    const int order = ++m_fitting;
    onPool(
        [whole = m_whole, wanted] {
            return whole.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_ARGB32_Premultiplied);
        },
        this,
        [this, order](const QImage &image) {
            if (order != m_fitting)
                return;
            m_fitted = image;
            update();
        });
}

void PictureCanvas::setPercent(int percent)
{
    if (percent == m_percent)
        return;
    m_percent = percent;
    if (percent == 0)
        m_offset = {};
    pan({});
    makeFitted();
    update();
    Q_EMIT zoomed();
}

void PictureCanvas::zoomIn()
{
    const auto next = std::upper_bound(Steps.begin(), Steps.end(), percent());
    if (isLoaded() && next != Steps.end())
        setPercent(*next);
}

void PictureCanvas::zoomOut()
{
    const auto next = std::lower_bound(Steps.begin(), Steps.end(), percent());
    if (isLoaded() && next != Steps.begin())
        setPercent(*std::prev(next));
}

void PictureCanvas::zoomToFit()
{
    setPercent(0);
}

bool PictureCanvas::pan(const QPoint &by)
{
    const QSize shown = shownSize();
    const int x = std::max(0, (shown.width() - width()) / 2);
    const int y = std::max(0, (shown.height() - height()) / 2);
    const QPoint wanted = m_offset + by;
    const QPoint kept(std::clamp(wanted.x(), -x, x), std::clamp(wanted.y(), -y, y));
    if (kept != m_offset) {
        m_offset = kept;
        update();
    }
    return x > 0 || y > 0;
}

void PictureCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Token::BgSunken));
    if (m_whole.isNull()) {
        painter.setFont(theme().font(TextStyle::Body));
        painter.setPen(theme().color(Token::TextSecondary));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_words);
        return;
    }
    const QSize shown = shownSize();
    const QRect place(rect().center() + m_offset - QPoint(shown.width() / 2, shown.height() / 2),
                      shown);
    if (m_percent == 0 && m_fitted.size() == shown * devicePixelRatioF()) {
        painter.drawImage(place, m_fitted);
        return;
    }
    // Only the piece that is in sight.
    const QRect seen = place & event->rect();
    if (seen.isEmpty() || shown.isEmpty())
        return;
    const auto source = [&](int value, int whole, int part) {
        return int(qint64(value) * whole / std::max(1, part));
    };
    const QRect piece(source(seen.left() - place.left(), m_whole.width(), shown.width()),
                      source(seen.top() - place.top(), m_whole.height(), shown.height()),
                      std::max(1, source(seen.width(), m_whole.width(), shown.width())),
                      std::max(1, source(seen.height(), m_whole.height(), shown.height())));
    painter.drawImage(seen, m_whole, piece);
}

void PictureCanvas::resizeEvent(QResizeEvent *)
{
    pan({});
    makeFitted();
}

void PictureCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->angleDelta().y() > 0)
            zoomIn();
        else
            zoomOut();
    } else {
        pan(event->angleDelta() / 4);
    }
    event->accept();
}

void PictureCanvas::mousePressEvent(QMouseEvent *event)
{
    m_dragged = event->pos();
    if (pan({}))
        setCursor(Qt::ClosedHandCursor);
}

void PictureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    pan(event->pos() - m_dragged);
    m_dragged = event->pos();
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent *)
{
    unsetCursor();
}

} // namespace keyway
