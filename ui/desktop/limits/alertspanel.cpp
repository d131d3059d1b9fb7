#include "alertspanel.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/alerts.h"
#include "ui/words/dates.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int Side = 16;
constexpr int MostAnswered = 5;
} // namespace

AlertsPanel::AlertsPanel(QWidget *parent)
    : CardFrame(parent)
    , m_count(new CountBadge(0, this))
    , m_seen(new QPushButton(tr("Mark all as seen"), this))
    , m_nothing(new TextLabel(tr("Nothing unusual."), TextStyle::Body, Token::TextSecondary, this))
    , m_column(new QVBoxLayout(this))
    , m_desktop(new QCheckBox(tr("Tell me on the desktop"), this))
{
    setAccessibleName(tr("Alerts"));
    m_column->setContentsMargins(1, 12, 1, 12);
    m_column->setSpacing(11);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Side, 0, Side, 0);
    head->setSpacing(8);
    head->addWidget(new TextLabel(tr("Alerts"), TextStyle::Heading, Token::TextPrimary, this));
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_seen);
    setKind(m_seen, ButtonKind::Link);
    connect(m_seen, &QPushButton::clicked, this, &AlertsPanel::seenRequested);
    m_column->addLayout(head);
    m_column->addWidget(new Divider(Qt::Horizontal, this));
    m_nothing->setContentsMargins(Side, 0, Side, 0);
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Side, 0, Side, 0);
    foot->addWidget(m_desktop);
    m_column->addLayout(foot);
    connect(m_desktop, &QCheckBox::clicked, this, &AlertsPanel::desktopChosen);
    setDesktop(false, false);
    setValue({});
}

void AlertsPanel::setDesktop(bool available, bool wanted)
{
    m_desktop->setVisible(available);
    m_desktop->setChecked(wanted);
}

AlertsPanel::Shown AlertsPanel::shownLimit(const LimitAlert &alert)
{
    const bool reached = alert.standing == guard::LimitStanding::Reached;
    return {u"limits"_s,
            reached ? Token::StatusOverMark : Token::StatusDegradedMark,
            alert.title,
            alert.text,
            {},
            reached && alert.limit.isHard() ? tr("Raise limit") : tr("Change limit"),
            [this, limit = alert.limit] { Q_EMIT changeRequested(limit); },
            false,
            u"%1 %2"_s.arg(nameOf(alert.limit.reached)).arg(alert.limit.warnAtPercent)};
}

AlertsPanel::Shown AlertsPanel::shownAlert(const guard::Alert &alert, const QDateTime &now)
{
    const words::Message words = words::alertWords(alert);
    Shown shown{u"health"_s,
                Token::StatusDegradedMark,
                words.title,
                words.text,
                words::moment(alert.raisedAt, now),
                tr("That was me"),
                [this, id = alert.id] { Q_EMIT ownRequested(id); },
                !alert.isNew()};
    if (alert.acknowledgedAt) {
        shown.icon = u"check"_s;
        shown.color = Token::StatusActiveMark;
        shown.button.clear();
    }
    return shown;
}

void AlertsPanel::setValue(const LimitsValue &value)
{
    const QDateTime now(value.today, QTime(23, 59), Qt::LocalTime);
    QList<Shown> alerts, known;
    int answered = 0;
    for (const LimitAlert &alert : alertsOf(value))
        alerts.append(shownLimit(alert));
    for (const guard::Alert &alert : value.unusual) {
        if (alert.isNew())
            alerts.append(shownAlert(alert, now));
        else if (!alert.acknowledgedAt || answered++ < MostAnswered)
            known.append(shownAlert(alert, now));
    }
    m_count->setCount(static_cast<int>(alerts.size()));
    m_count->setVisible(!alerts.isEmpty());
    m_seen->setVisible(!newAlerts(value).isEmpty());
    m_nothing->setVisible(alerts.isEmpty());
    alerts += known;
    QStringList said;
    for (const Shown &alert : std::as_const(alerts))
        said += {alert.title, alert.text, alert.when, alert.button,
                 alert.known ? u"known"_s : alert.changes};
    if (said == m_said)
        return;
    m_said = said;
    for (QWidget *before : std::as_const(m_parts)) {
        before->hide();
        before->deleteLater(); // it may be the one whose button was pressed
    }
    m_parts.clear();
    bool earlier = false;
    for (const Shown &alert : std::as_const(alerts)) {
        if (alert.known && !std::exchange(earlier, true)) {
            auto *heading
                = new TextLabel(tr("Earlier"), TextStyle::Small, Token::TextSecondary, this);
            heading->setWeight(QFont::DemiBold);
            heading->setContentsMargins(Side, 0, Side, 0);
            insert(heading);
        }
        insert(makeAlert(alert));
    }
}

void AlertsPanel::insert(QWidget *part)
{
    constexpr int below = 2; // the stretch and the foot
    m_column->insertWidget(m_column->count() - below, part);
    m_parts.append(part);
}

QWidget *AlertsPanel::makeAlert(const Shown &alert)
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(Side, 0, Side, 0);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(new IconView(alert.icon, alert.color, 18, part), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *title = new TextLabel(alert.title, TextStyle::Body, Token::TextPrimary, part);
    title->setWeight(QFont::DemiBold);
    auto *text = new TextLabel(alert.text, TextStyle::Small, Token::TextSecondary, part);
    for (TextLabel *label : {title, text})
        label->setWordWrap(true);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(title, 1);
    if (!alert.when.isEmpty())
        first->addWidget(new TextLabel(alert.when, TextStyle::Small, Token::TextSecondary, part), 0,
                         Qt::AlignTop);
    words->addLayout(first);
    words->addWidget(text);
    if (!alert.button.isEmpty()) {
        auto *button = new QPushButton(alert.button, part);
        button->setAccessibleName(u"%1: %2"_s.arg(alert.button, alert.title));
        connect(button, &QPushButton::clicked, this, [act = alert.act] { act(); });
        words->addWidget(button, 0, Qt::AlignLeft);
    }
    row->addLayout(words, 1);
    column->addLayout(row);
    column->addSpacing(5);
    column->addWidget(new Divider(Qt::Horizontal, part));
    return part;
}

} // namespace keyway
