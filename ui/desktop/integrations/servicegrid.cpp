#include "servicegrid.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int Gap = 10;
constexpr int SmallestCard = 220;
enum Role { ServiceRole = Qt::UserRole, LineRole, TagRole, GoodTagRole };

/// Draws a service as a card with tile, name, kinds and a tag.
class CardDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QWidget *>(option.widget);
        const Theme &theme = themeOf(view);
        const QRectF box = QRectF(option.rect).adjusted(2, 2, 2 - Gap, 2 - Gap);
        const bool selected = option.state & QStyle::State_Selected;
        const bool hover = option.state & QStyle::State_MouseOver;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paint::box(*painter, box, 10,
                   theme.color(selected    ? Token::BgSelected
                                   : hover ? Token::BgHover
                                           : Token::BgSurface),
                   theme.color(selected ? Token::AccentFill : Token::BorderSubtle),
                   selected ? 2 : 1);
        const bool mirrored = option.direction == Qt::RightToLeft;
        const auto place = [&](QRectF part) {
            if (mirrored)
                part.moveLeft(box.left() + box.right() - part.right());
            return part;
        };
        const QString id = index.data(ServiceRole).toString();
        const QString name = index.data(Qt::DisplayRole).toString();
        paint::tile(*painter, place({box.left() + 12, box.center().y() - 18, 36, 36}), theme,
                    theme.service(id, name));
        qreal right = box.right() - 12;
        if (const QString tag = index.data(TagRole).toString(); !tag.isEmpty()) {
            const QSizeF size = paint::tagSize(theme, tag);
            right -= size.width();
            paint::tag(
                *painter,
                place({right, box.center().y() - size.height() / 2, size.width(), size.height()})
                    .topLeft(),
                theme, tag, index.data(GoodTagRole).toBool() ? TagTone::Good : TagTone::Plain);
            right -= 8;
        }
        const qreal left = box.left() + 60;
        const auto draw = [&](const QFont &font, Token color, const QString &text, qreal y,
                              qreal h) {
            painter->setFont(font);
            painter->setPen(theme.color(color));
            painter->drawText(place({left, y, right - left, h}),
                              Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft),
                              QFontMetricsF(font).elidedText(text, Qt::ElideRight, right - left));
        };
        const QFont nameFont = theme.font(TextStyle::Body, QFont::DemiBold);
        const QFont lineFont = theme.font(TextStyle::Small);
        const qreal nameHeight = QFontMetricsF(nameFont).lineSpacing();
        const qreal lineHeight = QFontMetricsF(lineFont).lineSpacing();
        const qreal top = box.center().y() - (nameHeight + 2 + lineHeight) / 2;
        draw(nameFont, Token::TextPrimary, name, top, nameHeight);
        draw(lineFont, selected ? Token::TextSecondary : Token::TextMuted,
             index.data(LineRole).toString(), top + nameHeight + 2, lineHeight);
        painter->restore();
    }
};

bool fits(const Service &service, const ServiceFilter &filter)
{
    using Kind = ServiceFilter::Kind;
    const bool kind = filter.kind == Kind::All || (filter.kind == Kind::Local && service.local)
        || (filter.kind == Kind::Text && service.types.contains(RequestType::Text))
        || (filter.kind == Kind::Image && service.types.contains(RequestType::Image))
        || (filter.kind == Kind::Video && service.types.contains(RequestType::Video));
    if (!kind)
        return false;
    const QString words = filter.words.trimmed();
    const auto contains
        = [&](const QString &text) { return text.contains(words, Qt::CaseInsensitive); };
    return words.isEmpty() || contains(service.name) || contains(service.id)
        || std::any_of(service.models.cbegin(), service.models.cend(), [&](const Model &model) {
               return contains(model.id) || contains(model.name);
           });
}

} // namespace

QString kindsOf(const Service &service)
{
    QStringList kinds;
    if (service.types.contains(RequestType::Text))
        kinds += ServiceGrid::tr("Text");
    if (service.types.contains(RequestType::Image))
        kinds += ServiceGrid::tr("Image");
    if (service.types.contains(RequestType::Video))
        kinds += ServiceGrid::tr("Video");
    if (service.local)
        kinds += ServiceGrid::tr("local", "runs on this computer");
    return kinds.join(u" · "_s);
}

ServiceGrid::ServiceGrid(QWidget *parent)
    : QListWidget(parent)
{
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setItemDelegate(new CardDelegate(this));
    setAccessibleName(tr("Services"));
    setMouseTracking(true);
    // Cards keep their distance inside their cells; the outer ones end where the fields above end.
    setViewportMargins(-2, 0, 2 - Gap, 0);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT chosen(item->data(ServiceRole).toString());
    });
    connect(this, &QListWidget::currentItemChanged, this,
            [this] { Q_EMIT currentServiceChanged(current()); });
}

void ServiceGrid::setServices(const QList<Service> &services, const QSet<QString> &added)
{
    m_services = services;
    m_added = added;
    fill();
}

void ServiceGrid::setFound(const QString &service)
{
    m_found += service;
    fill();
}

void ServiceGrid::setFilter(const ServiceFilter &filter)
{
    m_filter = filter;
    fill();
}

void ServiceGrid::fill()
{
    const QString before = current();
    clear();
    for (const Service &service : std::as_const(m_services)) {
        if (!fits(service, m_filter))
            continue;
        auto *item = new QListWidgetItem(service.name, this);
        item->setData(ServiceRole, service.id);
        const bool own = service.baseUrl.isEmpty() && !service.needsKey;
        item->setData(LineRole, own ? tr("Any OpenAI-compatible address") : kindsOf(service));
        const bool found = m_found.contains(service.id);
        QString tag;
        if (m_added.contains(service.id) && !own)
            tag = tr("Added");
        else if (found)
            tag = tr("Found");
        item->setData(TagRole, tag);
        item->setData(GoodTagRole, found && !m_added.contains(service.id));
        item->setData(Qt::AccessibleTextRole, service.name);
        item->setData(Qt::AccessibleDescriptionRole,
                      tag.isEmpty() ? item->data(LineRole)
                                    : QVariant(item->data(LineRole).toString() + u", "_s + tag));
        if (service.id == before)
            setCurrentItem(item);
    }
    if (!currentItem() && count() > 0)
        setCurrentRow(0);
    layOut();
    Q_EMIT currentServiceChanged(current());
}

QString ServiceGrid::current() const
{
    return currentItem() ? currentItem()->data(ServiceRole).toString() : QString();
}

void ServiceGrid::choose(const QString &service)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(ServiceRole).toString() == service)
            setCurrentRow(row);
    }
}

QSize ServiceGrid::sizeHint() const
{
    const int columns = std::max(1, 810 / (SmallestCard + Gap));
    const int rows = (count() + columns - 1) / columns;
    return {804, rows * gridSize().height() + 4};
}

void ServiceGrid::layOut()
{
    const int width = this->width() + Gap;
    const int columns = std::clamp((width + Gap) / (SmallestCard + Gap), 1, 3);
    const Theme &theme = themeOf(this);
    const int text = QFontMetrics(theme.font(TextStyle::Body)).lineSpacing()
        + QFontMetrics(theme.font(TextStyle::Small)).lineSpacing() + 2;
    const int rows = (count() + columns - 1) / columns;
    // Up to five rows are shown whole, and then no column gives room to a scroll bar.
    setVerticalScrollBarPolicy(rows <= 5 ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    const int room = rows <= 5 ? 0 : style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    setGridSize({(width - 1 - room) / columns, std::max(36, text) + 36 + Gap});
    for (int row = 0; row < count(); ++row)
        item(row)->setSizeHint(gridSize());
    // More than that scroll in here, and not the page as well.
    setMinimumHeight((rows <= 5 ? rows : 4) * gridSize().height() + 4);
}

void ServiceGrid::resizeEvent(QResizeEvent *event)
{
    layOut();
    QListWidget::resizeEvent(event);
}

} // namespace keyway
