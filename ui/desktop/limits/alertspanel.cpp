#include "alertspanel.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

AlertsPanel::AlertsPanel(QWidget *parent)
    : CardFrame(parent)
    , m_count(new CountBadge(0, this))
    , m_nothing(new TextLabel(tr("Nothing unusual."), TextStyle::Body, Token::TextSecondary, this))
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Alerts"));
    m_column->setContentsMargins(1, 12, 1, 12);
    m_column->setSpacing(11);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(8);
    head->addWidget(new TextLabel(tr("Alerts"), TextStyle::Heading, Token::TextPrimary, this));
    head->addWidget(m_count);
    head->addStretch(1);
    m_column->addLayout(head);
    m_column->addWidget(new Divider(Qt::Horizontal, this));
    m_nothing->setContentsMargins(16, 0, 16, 0);
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    setAlerts({});
}

void AlertsPanel::setAlerts(const QList<LimitAlert> &alerts)
{
    QStringList said;
    for (const LimitAlert &alert : alerts)
        said += {alert.title, alert.text};
    m_count->setCount(static_cast<int>(alerts.size()));
    m_count->setVisible(!alerts.isEmpty());
    m_nothing->setVisible(alerts.isEmpty());
    if (said == m_shown)
        return;
    m_shown = said;
    for (QWidget *before : std::as_const(m_alerts)) {
        before->hide();
        before->deleteLater(); // it may be the one whose button was pressed
    }
    m_alerts.clear();
    for (const LimitAlert &alert : alerts) {
        QWidget *widget = makeAlert(alert);
        m_column->insertWidget(m_column->count() - 1, widget);
        m_alerts.append(widget);
    }
}

QWidget *AlertsPanel::makeAlert(const LimitAlert &alert)
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(16, 0, 16, 0);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    const bool reached = alert.standing == guard::LimitStanding::Reached;
    auto *icon = new IconView(
        u"limits"_s, reached ? Token::StatusOverMark : Token::StatusDegradedMark, 18, part);
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *title = new TextLabel(alert.title, TextStyle::Body, Token::TextPrimary, part);
    title->setWeight(QFont::DemiBold);
    auto *text = new TextLabel(alert.text, TextStyle::Small, Token::TextSecondary, part);
    for (TextLabel *label : {title, text}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    auto *change = new QPushButton(
        reached && alert.limit.isHard() ? tr("Raise limit") : tr("Change limit"), part);
    change->setAccessibleName(u"%1: %2"_s.arg(change->text(), alert.title));
    connect(change, &QPushButton::clicked, this,
            [this, limit = alert.limit] { Q_EMIT changeRequested(limit); });
    words->addWidget(change, 0, Qt::AlignLeft);
    row->addLayout(words, 1);
    column->addLayout(row);
    column->addSpacing(5);
    column->addWidget(new Divider(Qt::Horizontal, part));
    return part;
}

} // namespace keyway
