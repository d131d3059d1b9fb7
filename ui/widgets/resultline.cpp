#include "resultline.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

ResultLine::ResultLine(QWidget *parent)
    : PaintedWidget(QAccessible::AlertMessage, parent)
    , m_icon(new IconView(u"info"_s, Token::StatusInfoMark, 14, this))
    , m_words(new TextLabel({}, TextStyle::Small, Token::TextPrimary, this))
    , m_links(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(11, 7, 11, 7);
    row->setSpacing(9);
    auto *top = new QVBoxLayout;
    top->addSpacing(1);
    top->addWidget(m_icon);
    top->addStretch(1);
    row->addLayout(top);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_links->setSpacing(12);
    m_links->addStretch(1);
    column->addLayout(m_links);
    row->addLayout(column, 1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ResultLine::show(Status status, const QString &title, const QString &text)
{
    clearLinks();
    m_status = status;
    const StatusLook look = lookOf(status);
    m_icon->setIcon(look.icon, look.mark);
    m_words->setColor(status == Status::Down ? Token::TextPrimary : look.text);
    m_words->setTitleAndText(title, text);
    setVisible(true);
    updateGeometry();
    update();
    announceChange();
    // A refusal interrupts the reader, everything else waits for its turn.
    if (status == Status::Down) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QPushButton *ResultLine::addLink(const QString &text)
{
    auto *link = new QPushButton(text, this);
    setKind(link, ButtonKind::Link);
    link->setAutoDefault(false);
    m_links->insertWidget(m_links->count() - 1, link);
    link->show();
    return link;
}

void ResultLine::clearLinks()
{
    while (m_links->count() > 1) {
        QLayoutItem *item = m_links->takeAt(0);
        if (QWidget *widget = item->widget()) {
            // A link may be the one whose click got us here.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void ResultLine::clear()
{
    clearLinks();
    m_words->setTitleAndText({}, {});
    hide();
}

QString ResultLine::spokenText() const
{
    return m_words->accessibleName();
}

void ResultLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), 6, theme().color(lookOf(m_status).background));
}

} // namespace keyway
