#include "feepopover.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/words/fees.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

FeePopover::FeePopover(const engine::Overview &overview, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const QString title = words::feeLine(overview.fee);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(17, 14, 17, 14);
    column->setSpacing(8);
    auto *heading = new TextLabel(title, TextStyle::Body, Token::TextPrimary, this);
    heading->setWeight(QFont::DemiBold);
    column->addWidget(heading);
    QStringList lines = words::feeExplained(overview.fee, overview.monthCost, overview.monthFee,
                                            overview.unknownCost);
    for (const QString &line : std::as_const(lines)) {
        auto *label = new TextLabel(line, TextStyle::Small, Token::TextSecondary, this);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    setAccessibleDescription(lines.join(u' '));
    setFixedWidth(360);
    setFocusPolicy(Qt::StrongFocus);
}

void FeePopover::popUpAbove(QWidget *anchor)
{
    layout()->activate();
    const int height = heightForWidth(width()) > 0 ? heightForWidth(width()) : sizeHint().height();
    resize(width(), height);
    move(anchor->mapToGlobal(QPoint(0, -height - 6)));
    show();
    setFocus(Qt::PopupFocusReason);
}

void FeePopover::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paint::box(painter, rect(), 0, theme.color(Token::BgRaised), theme.color(Token::BorderDefault));
}

void FeePopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace keyway
