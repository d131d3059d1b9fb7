#include "disabledrow.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/health.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

DisabledRow::DisabledRow(QWidget *parent)
    : CardFrame(parent)
    , m_tile(new ProviderTile({}, 28, this))
    , m_name(new ElidedLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_pill(new StatusPill(Status::Disabled, words::healthWord(engine::Health::Disabled), this))
    , m_line(new ElidedLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_configure(new QPushButton(tr("Configure"), this))
    , m_enable(new QPushButton(tr("Enable"), this))
    , m_remove(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(15, 9, 15, 9);
    row->setSpacing(6);
    m_tile->setMuted(true);
    row->addWidget(m_tile);
    row->addSpacing(6);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    m_name->setWeight(QFont::DemiBold);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    first->addWidget(m_name);
    first->addWidget(m_pill);
    first->addStretch(1);
    names->addLayout(first);
    names->addWidget(m_line);
    row->addLayout(names, 1);
    setCompact(m_configure);
    setCompact(m_enable);
    row->addWidget(m_configure);
    row->addWidget(m_enable);
    m_remove->setIcon(theme().icon(u"trash"_s, Token::DangerText));
    row->addWidget(m_remove);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_configure, &QPushButton::clicked, this, &DisabledRow::configureRequested);
    connect(m_enable, &QPushButton::clicked, this, &DisabledRow::toggleRequested);
    connect(m_remove, &QToolButton::clicked, this, &DisabledRow::removeRequested);
}

void DisabledRow::setSummary(const engine::IntegrationSummary &summary, const QDate &today,
                             const QDateTime &now)
{
    m_summary = summary;
    const QString &name = summary.integration.name;
    m_tile->setService(summary.integration.service, summary.serviceName);
    m_name->setText(name);
    m_line->setText(words::healthDetail(summary, now, today));
    setAccessibleName(tr("%1, integration").arg(name));
    setAccessibleDescription(
        tr("Status %1, %2.").arg(words::healthWord(summary.health), m_line->text()));
    m_configure->setAccessibleName(tr("Configure %1").arg(name));
    m_enable->setAccessibleName(tr("Enable %1").arg(name));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    m_remove->setToolTip(m_remove->accessibleName());
}

void DisabledRow::resizeEvent(QResizeEvent *event)
{
    CardFrame::resizeEvent(event);
    // In a narrow row the name needs the room; the heading above says the state as well.
    m_pill->setVisible(m_testing || width() >= 440);
}

void DisabledRow::setTesting(bool testing)
{
    m_testing = testing;
    m_pill->setVisible(m_testing || width() >= 440);
    if (testing)
        m_pill->setStatus(Status::Info, tr("Testing"));
    else
        m_pill->setStatus(Status::Disabled, words::healthWord(engine::Health::Disabled));
}

} // namespace keyway
