#include "detailsstrip.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace keyway {

DetailsStrip::DetailsStrip(QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
    , m_strategy(new TextLabel({}, TextStyle::Small, Token::TextPrimary, this))
    , m_sentence(new ElidedLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_costLabel(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_cost(new MoneyLabel({}, TextStyle::Small, Token::TextPrimary, this))
    , m_button(new QPushButton(tr("Details"), this))
{
    setKind(m_button, ButtonKind::Link);
    m_button->setAccessibleName(tr("Details: why this service and what it costs"));
    m_strategy->setWeight(QFont::DemiBold);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 2, 20, 3);
    setMinimumHeight(36);
    row->setSpacing(4);
    row->addWidget(new IconView(u"my-order"_s, Token::AccentText, 16, this));
    row->addSpacing(6);
    row->addWidget(m_strategy);
    row->addWidget(m_sentence, 1);
    QSizePolicy kept = m_sentence->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_sentence->setSizePolicy(kept);
    row->addWidget(m_costLabel);
    row->addWidget(m_cost);
    row->addSpacing(6);
    row->addWidget(m_button);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DetailsStrip::setLine(const QString &strategy, const QString &sentence,
                           const QString &costLabel, const QString &cost, const QString &spoken)
{
    m_strategy->setText(strategy);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_costLabel->setText(costLabel);
    m_costLabel->setVisible(!cost.isEmpty());
    m_cost->setVisible(!cost.isEmpty());
    m_cost->setAmount(cost, spoken);
}

QString DetailsStrip::spokenText() const
{
    return m_strategy->text() + u' ' + m_sentence->text();
}

void DetailsStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Token::StatusInfoBg));
    painter.fillRect(0, height() - 1, width(), 1, theme().color(Token::BorderSubtle));
}

} // namespace keyway
