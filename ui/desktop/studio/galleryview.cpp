#include "galleryview.h"

#include "ui/desktop/studio/gallerymodel.h"
#include "ui/desktop/studio/thumbnails.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QDrag>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int Edge = 5; ///< room for the ring around a picture
constexpr int Gap = 14;
constexpr int NarrowestPicture = 140;
constexpr int MostColumns = 8;
constexpr int Ratio = 87; ///< height of a picture in percent of its width
constexpr int Tile = 14;

QRect pictureIn(const QRect &cell)
{
    const int width = cell.width() - Gap;
    return {cell.left() + Edge, cell.top() + Edge, width, width * Ratio / 100};
}

} // namespace

GalleryView::GalleryView(Thumbnails *thumbnails, QWidget *parent)
    : QListView(parent)
    , m_thumbnails(thumbnails)
{
    setAccessibleName(tr("Gallery"));
    setFrameShape(QFrame::NoFrame);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setUniformItemSizes(true);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The bar does not come and go with the number of columns.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new GalleryDelegate(thumbnails, this));
    connect(this, &QListView::doubleClicked, this, &GalleryView::opened);
    connect(thumbnails, &Thumbnails::arrived, this, [this] { viewport()->update(); });
    adapt();
}

int GalleryView::columns() const
{
    const int room = viewport()->width();
    return std::clamp((room + Gap) / (NarrowestPicture + Gap), 1, MostColumns);
}

void GalleryView::adapt()
{
    const int width = std::max(60, (viewport()->width() - 1) / columns());
    const QSize grid(width, GalleryDelegate::heightFor(this, width));
    if (grid != gridSize()) {
        setGridSize(grid);
        verticalScrollBar()->setSingleStep(grid.height() / 4);
    }
}

void GalleryView::resizeEvent(QResizeEvent *event)
{
    adapt();
    QListView::resizeEvent(event);
}

void GalleryView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adapt();
}

void GalleryView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !(event->modifiers() & Qt::ControlModifier)) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void GalleryView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (currentIndex().isValid())
            Q_EMIT menuWanted(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return;
    }
    if (indexAt(event->pos()).isValid())
        Q_EMIT menuWanted(event->globalPos());
}

void GalleryView::startDrag(Qt::DropActions actions)
{
    const QModelIndexList chosen = selectedIndexes();
    QMimeData *files = model()->mimeData(chosen);
    if (!files)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(files);
    const QPixmap picture = m_thumbnails->pixmap(chosen.first().data(GalleryModel::Path).toString(),
                                                 {96, 84}, devicePixelRatioF());
    if (!picture.isNull())
        drag->setPixmap(picture);
    drag->exec(actions, Qt::CopyAction);
}

GalleryDelegate::GalleryDelegate(Thumbnails *thumbnails, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_thumbnails(thumbnails)
{
}

int GalleryDelegate::heightFor(const QWidget *view, int width)
{
    const Theme &theme = themeOf(view);
    return Edge + (width - Gap) * Ratio / 100 + 6
        + QFontMetrics(theme.font(TextStyle::Small, QFont::Medium)).height() + 2
        + std::max(Tile, QFontMetrics(theme.font(TextStyle::Tiny)).height()) + 11;
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view ? view->gridSize() : QSize(160, 190);
}

void GalleryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto start = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    painter->save();
    const auto *view = qobject_cast<const QListView *>(option.widget);
    QRect cell = option.rect;
    if (view)
        cell.setSize(view->gridSize());
    const QRect place = pictureIn(cell);
    const QString path = index.data(GalleryModel::Path).toString();
    const bool video = index.data(GalleryModel::IsVideo).toBool();
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPixmap picture = video ? QPixmap() : m_thumbnails->pixmap(path, place.size(), ratio);
    if (!picture.isNull()) {
        paintRounded(*painter, place, picture, 8);
    } else {
        paint::box(*painter, place, 8, theme.color(Token::BgPressed));
        const bool broken = m_thumbnails->isBroken(path);
        if (video || broken) {
            const QString icon = broken ? u"warning"_s : u"video"_s;
            painter->drawPixmap(place.center() - QPoint(15, 15),
                                theme.pixmap(icon, theme.color(Token::TextMuted), 30, ratio));
        }
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_HasFocus) {
        const bool ring
            = selected || (view && view->window()->testAttribute(Qt::WA_KeyboardFocusChange));
        if (ring)
            paint::box(*painter, place.adjusted(-4, -4, 4, 4), 11, Qt::transparent,
                       theme.color(selected ? Token::AccentFill : Token::FocusRing), 2);
    } else if (option.state & QStyle::State_MouseOver) {
        paint::box(*painter, place.adjusted(-1, -1, 1, 1), 9, Qt::transparent,
                   theme.color(Token::BorderStrong), 1);
    }
    if (const QString length = index.data(GalleryModel::LengthTag).toString(); !length.isEmpty()) {
        painter->setFont(theme.font(TextStyle::Tiny, QFont::DemiBold));
        const QFontMetrics metrics(painter->font());
        const QSize size(metrics.horizontalAdvance(length) + 12, metrics.height() + 4);
        const QRect tag(QPoint(mirrored ? place.left() + 6 : place.right() - 5 - size.width(),
                               place.bottom() - 5 - size.height()),
                        size);
        paint::box(*painter, tag, 4, theme.color(Token::BrandInk));
        painter->setPen(theme.color(Token::TextOnAccent));
        painter->drawText(tag, Qt::AlignCenter, length);
    }
    const QFont titleFont = theme.font(TextStyle::Small, QFont::Medium);
    const QFontMetrics titleMetrics(titleFont);
    const QRect title(place.left(), place.bottom() + 6, place.width(), titleMetrics.height());
    painter->setFont(titleFont);
    painter->setPen(theme.color(Token::TextPrimary));
    painter->drawText(
        title, start | Qt::AlignVCenter,
        titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, title.width()));
    const QFont lineFont = theme.font(TextStyle::Tiny);
    const QFontMetrics lineMetrics(lineFont);
    const QRect line(place.left(), title.bottom() + 3, place.width(),
                     std::max(Tile, lineMetrics.height()));
    const QRect tile(mirrored ? line.right() - Tile + 1 : line.left(),
                     line.center().y() - Tile / 2 + 1, Tile, Tile);
    const QString service = index.data(GalleryModel::ServiceId).toString();
    paint::tile(*painter, tile, theme, theme.service(service, service));
    painter->setFont(lineFont);
    painter->setPen(theme.color(Token::TextMuted));
    const QRect words
        = mirrored ? line.adjusted(0, 0, -Tile - 5, 0) : line.adjusted(Tile + 5, 0, 0, 0);
    painter->drawText(words, start | Qt::AlignVCenter,
                      lineMetrics.elidedText(index.data(GalleryModel::Line).toString(),
                                             Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace keyway
