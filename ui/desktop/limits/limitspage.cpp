#include "limitspage.h"

#include "ui/desktop/limits/alertspanel.h"
#include "ui/desktop/limits/limitsmodel.h"
#include "ui/desktop/limits/limitstable.h"
#include "ui/desktop/limits/monthcard.h"
#include "ui/desktop/limits/ratesmodel.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int AlertsWidth = 316, SideBySideFrom = 900;
} // namespace

LimitsPage::LimitsPage(QWidget *parent)
    : Page(parent)
    , m_model(new LimitsModel(this))
    , m_banner(new Banner(Banner::Level::Error, this))
    , m_scroll(new ScrollPage(this))
    , m_ratesModel(new RatesModel(this))
{
    auto *header = new PageHeader(tr("Limits & Alerts"), this);
    m_stop = header->addSecondary(tr("Stop all spending"), u"stop"_s);
    connect(m_stop, &QPushButton::clicked, this,
            [this] { Q_EMIT stopRequested(!m_value.state.stoppedSince); });
    m_add = header->setPrimary(tr("Add a limit"), u"plus"_s);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT editRequested({}); });
    m_scroll->setWidget(makeContent());
    m_scroll->setWidgetResizable(true);
    setParts(header, m_scroll);
    addMenuAction(Menu::File, tr("Add a limit"), QKeySequence::New,
                  [this] { Q_EMIT editRequested({}); });
    addMenuAction(Menu::Edit, tr("Mark all as seen"), QKeySequence(u"Ctrl+Shift+A"_s),
                  [this] { Q_EMIT seenRequested(); });
    LimitsValue nothing;
    nothing.today = QDate::currentDate();
    setValue(nothing);
}

QWidget *LimitsPage::makeContent()
{
    auto *content = new QWidget;
    auto *all = new QVBoxLayout(content);
    all->setSpacing(14);
    all->addWidget(m_banner);
    m_banner->hide();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(16);
    all->addLayout(m_columns);
    all->addStretch(1);

    m_columns->addWidget(makeTables(), 1);
    m_alerts = new AlertsPanel(content);
    m_columns->addWidget(m_alerts);
    connect(m_alerts, &AlertsPanel::changeRequested, this,
            [this](const guard::SpendingLimit &limit) { Q_EMIT editRequested(limit); });
    connect(m_alerts, &AlertsPanel::ownRequested, this, &LimitsPage::ownRequested);
    connect(m_alerts, &AlertsPanel::seenRequested, this, &LimitsPage::seenRequested);
    return content;
}

QWidget *LimitsPage::framed(SubjectTable *table)
{
    auto *frame = new CardFrame;
    frame->setAccessibleName(table->accessibleName());
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(table);
    return frame;
}

QWidget *LimitsPage::makeTables()
{
    auto *tables = new QWidget;
    auto *column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_month = new MonthCard(tables);
    connect(m_month->edit(), &QPushButton::clicked, this, [this] {
        const guard::LimitUse *limit = m_value.everything();
        Q_EMIT editRequested(limit ? std::optional(limit->limit) : std::nullopt);
    });
    column->addWidget(m_month);
    const auto addHeading = [column, tables](const QString &text) {
        auto *heading = new QHBoxLayout;
        heading->setSpacing(8);
        auto *title = new TextLabel(text, TextStyle::Body, Token::TextPrimary, tables);
        title->setWeight(QFont::DemiBold);
        heading->addWidget(title);
        column->addLayout(heading);
        return heading;
    };
    QHBoxLayout *heading = addHeading(tr("Limits"));
    m_count = new CountBadge(0, tables);
    heading->addWidget(m_count);
    heading->addStretch(1);
    m_none = new TextLabel(tr("No limits yet. A limit for everything is a good first one."),
                           TextStyle::Body, Token::TextSecondary, tables);
    m_none->setWordWrap(true);
    column->addWidget(m_none);
    m_table = new LimitsTable(m_model);
    column->addWidget(m_tableFrame = framed(m_table));

    heading = addHeading(tr("Speed limits"));
    auto *why = new ElidedLabel(tr("Keyway waits instead of sending more requests than you want"),
                                TextStyle::Small, Token::TextMuted, tables);
    heading->setContentsMargins(0, 0, 4, 0); // the button's focus frame
    heading->addWidget(why, 1);
    m_addRate = new QPushButton(tr("Add a speed limit"), tables);
    setKind(m_addRate, ButtonKind::Link);
    connect(m_addRate, &QPushButton::clicked, this, [this] { Q_EMIT editRateRequested({}); });
    heading->addWidget(m_addRate);
    m_rates = new RatesTable(m_ratesModel);
    column->addWidget(m_ratesFrame = framed(m_rates));
    column->addStretch(1);

    connect(m_table, &LimitsTable::opened, this, [this](int row) {
        if (const guard::LimitUse *use = m_model->use(row))
            Q_EMIT editRequested(use->limit);
    });
    connect(m_table, &LimitsTable::removeRequested, this, [this](int row) {
        if (const guard::LimitUse *use = m_model->use(row))
            Q_EMIT removeRequested(use->limit);
    });
    connect(m_rates, &RatesTable::opened, this, [this](int row) {
        if (const guard::RateRule *rule = m_ratesModel->rule(row))
            Q_EMIT editRateRequested(*rule);
    });
    connect(m_rates, &RatesTable::removeRequested, this, [this](int row) {
        if (const guard::RateRule *rule = m_ratesModel->rule(row))
            Q_EMIT removeRateRequested(*rule);
    });
    return tables;
}

QWidget *LimitsPage::firstFocus() const
{
    return m_value.state.limits.isEmpty() ? static_cast<QWidget *>(m_add) : m_table;
}

void LimitsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int side = margin();
    m_scroll->setMargins({side, 4, side, 20});
    arrange();
}

void LimitsPage::arrange()
{
    const bool wide = width() >= forText(SideBySideFrom);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_alerts->setMinimumWidth(wide ? forText(AlertsWidth) : 0);
    m_alerts->setMaximumWidth(wide ? forText(AlertsWidth) : QWIDGETSIZE_MAX);
}

void LimitsPage::setProblem(const words::Message &problem)
{
    m_banner->setMessage(problem.title, problem.text);
    m_banner->setVisible(!problem.title.isEmpty());
}

void LimitsPage::setValue(const LimitsValue &value)
{
    m_value = value;
    const auto limits = static_cast<int>(value.state.limits.size());
    m_stop->setText(value.state.stoppedSince ? tr("Resume spending") : tr("Stop all spending"));
    m_stop->setIcon(themeOf(this).icon(value.state.stoppedSince ? u"play"_s : u"stop"_s));
    m_month->setValue(value);
    m_count->setCount(limits);
    m_count->setVisible(limits > 0);
    m_none->setVisible(limits == 0);
    m_tableFrame->setVisible(limits > 0);
    m_model->setValue(value);
    m_ratesFrame->setVisible(!value.rates.isEmpty());
    m_ratesModel->setValue(value);
    m_alerts->setValue(value);
}

} // namespace keyway
