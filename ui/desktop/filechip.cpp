#include "ui/desktop/filechip.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int Side = 22; ///< of the picture
constexpr int Before = 5, Gap = 7;
} // namespace

FileChip::FileChip(const AttachedFile &file, QWidget *parent)
    : PaintedWidget(QAccessible::Grouping, parent)
    , m_file(file)
    , m_remove(iconButton(u"close"_s, tr("Remove"), ButtonKind::Ghost, this))
{
    m_note = sizeWords(file.attachment.bytes.size());
    m_remove->setIconSize({12, 12});
    m_remove->setAccessibleName(tr("Remove %1").arg(file.attachment.name));
    setCompact(m_remove);
    setFocusProxy(m_remove);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(file.attachment.name);
    connect(m_remove, &QToolButton::clicked, this, &FileChip::removeRequested);
}

void FileChip::setNote(const QString &note, bool wrong)
{
    m_note = note;
    m_wrong = wrong;
    setToolTip(spokenText());
    updateGeometry();
    update();
}

void FileChip::setKept()
{
    m_remove->hide();
    setFocusProxy(nullptr);
    updateGeometry();
}

int FileChip::removeWidth() const
{
    return m_remove->isHidden() ? Gap : m_remove->sizeHint().width();
}

QString FileChip::spokenText() const
{
    return tr("%1, %2").arg(m_file.attachment.name, m_note);
}

QSize FileChip::sizeHint() const
{
    const QFontMetrics name(theme().font(TextStyle::Small, QFont::Medium));
    const QFontMetrics note(theme().font(TextStyle::Tiny));
    return {Before + Side + Gap + std::min(name.horizontalAdvance(m_file.attachment.name), 160)
                + Gap + note.horizontalAdvance(m_note) + removeWidth(),
            std::max(Side + 8, m_remove->sizeHint().height())};
}

QSize FileChip::minimumSizeHint() const
{
    return {Before + Side + Gap + 40 + removeWidth(), sizeHint().height()};
}

void FileChip::resizeEvent(QResizeEvent *)
{
    const QSize button = m_remove->sizeHint();
    const int x = isRightToLeft() ? 0 : width() - button.width();
    m_remove->setGeometry(x, (height() - button.height()) / 2, button.width(), button.height());
}

void FileChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
        Q_EMIT removeRequested();
    else
        PaintedWidget::keyPressEvent(event);
}

void FileChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect chip = rect().adjusted(0, 1, 0, -1);
    paint::box(painter, chip, 6, theme().color(Token::BgSunken),
               theme().color(m_wrong ? Token::StatusDownMark : Token::BorderDefault));
    const bool mirrored = isRightToLeft();
    const auto place = [&](int x, int w) {
        return QRect(mirrored ? width() - x - w : x, chip.top(), w, chip.height());
    };
    const QRect picture = place(Before, Side);
    const QRect square(picture.left(), picture.center().y() - Side / 2, Side, Side);
    if (m_file.preview.isNull()) {
        painter.drawPixmap(
            square.topLeft() + QPoint(3, 3),
            theme().pixmap(m_file.attachment.mimeType.startsWith("text/"_L1) ? u"text"_s
                                                                             : u"file"_s,
                           theme().color(Token::TextSecondary), 16, devicePixelRatioF()));
    } else {
        const QSize size = m_file.preview.size().scaled(square.size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(
            QRect(square.center() - QPoint(size.width() / 2, size.height() / 2), size),
            m_file.preview);
    }
    const int start = Before + Side + Gap;
    const int room = width() - start - removeWidth() - Gap;
    painter.setFont(theme().font(TextStyle::Tiny));
    const QFontMetrics small(painter.font());
    const int noteWidth = std::min(small.horizontalAdvance(m_note) + 1, room * 2 / 3);
    painter.setPen(theme().color(m_wrong ? Token::DangerText : Token::TextMuted));
    painter.drawText(place(start + room - noteWidth, noteWidth), Qt::AlignVCenter | Qt::AlignRight,
                     small.elidedText(m_note, Qt::ElideRight, noteWidth));
    painter.setFont(theme().font(TextStyle::Small, QFont::Medium));
    painter.setPen(theme().color(Token::TextPrimary));
    const int nameWidth = room - noteWidth - Gap;
    painter.drawText(
        place(start, nameWidth),
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        QFontMetrics(painter.font())
            .elidedText(m_file.attachment.name, Qt::ElideMiddle, nameWidth));
}

} // namespace keyway
