#include "pageheader.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : PaintedWidget(QAccessible::Heading, parent)
    , m_title(title)
    , m_titleLabel(new ElidedLabel(title, TextStyle::Title, Token::TextPrimary, this))
    , m_subtitle(new ElidedLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_row(new QHBoxLayout(this))
    , m_tools(new QHBoxLayout)
{
    setMinimumHeight(60);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(24, 10, 24, 10);
    m_row->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_titleLabel);
    words->addWidget(m_subtitle);
    words->addStretch();
    m_subtitle->hide();
    m_row->addLayout(words, 1);
    m_tools->setSpacing(10);
    m_row->addLayout(m_tools);
}

void PageHeader::setTitle(const QString &title)
{
    m_title = title;
    m_titleLabel->setText(title);
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

SearchField *PageHeader::addSearch(const QString &placeholder)
{
    m_search = new SearchField(placeholder, this);
    m_tools->insertWidget(0, m_search);
    return m_search;
}

void PageHeader::addWidget(QWidget *widget)
{
    m_tools->insertWidget(m_tools->count() - (m_primary ? 1 : 0), widget);
}

QPushButton *PageHeader::addSecondary(const QString &text, const QString &icon)
{
    auto *button = new QPushButton(text, this);
    if (!icon.isEmpty()) {
        button->setIcon(theme().icon(icon));
    }
    addWidget(button);
    return button;
}

QPushButton *PageHeader::setPrimary(const QString &text, const QString &icon)
{
    if (!m_primary) {
        m_primary = new QPushButton(this);
        m_tools->addWidget(m_primary);
    }
    m_primary->setText(text);
    m_primaryIcon = icon;
    setPrimaryFilled(true);
    return m_primary;
}

void PageHeader::setPrimaryFilled(bool filled)
{
    if (!m_primary) {
        return;
    }
    setKind(m_primary, filled ? ButtonKind::Primary : ButtonKind::Secondary);
    if (!m_primaryIcon.isEmpty()) {
        m_primary->setIcon(
            theme().icon(m_primaryIcon, filled ? Token::TextOnAccent : Token::TextSecondary));
    }
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    PaintedWidget::resizeEvent(event);
    const int margin = m_sides.value_or(window()->width() < 1000 ? 20 : 24);
    m_row->setContentsMargins(margin, 10, margin, 10);
}

void PageHeader::setSides(int margin)
{
    m_sides = margin;
    m_row->setContentsMargins(margin, 10, margin, 10);
}

} // namespace keyway
